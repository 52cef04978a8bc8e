<?xml version="1.0" encoding="UTF-8"?>
<!--
  Dates and periods: YYYY, YYYY-MM or YYYY-MM-DD, as exact as they are.

  Input:       attributes @date, @from, @to, @as-of of any entry.
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  Modes of an attribute:  date (text: 4 Apr 2024), long-date (4 April 2024),
                          year (2024), time (<time datetime> with the date).
  Modes of an entry:      period (of @from and @to, or of @date).
  Words:                  date.year "{y}", date.month "{mon} {y}", date.day
                          "{d} {mon} {y}", the last two with long- in front too;
                          day.1, the first of a month; period.range "{from} – {to}",
                          period.same-year "{from-short} – {to}", or, where the
                          year comes first, "{from} – {to-short}";
                          period.since, period.until, of a day with .day behind.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- a date that has no words for how exact it is stays as it is: a year -->
  <xsl:template match="@*" mode="date">
    <xsl:variable name="n" select="string-length()"/>
    <xsl:variable name="words" select="key('s', 'date.year')[$n = 4] | key('s', 'date.day')[$n = 10] |
      key('s', 'date.month')[$n != 4 and $n != 10]"/>
    <xsl:apply-templates select="$words" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
    <xsl:if test="not($words)"><xsl:value-of select="."/></xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="long-date">
    <xsl:variable name="n" select="string-length()"/>
    <xsl:variable name="words" select="key('s', 'long-date.day')[$n = 10] |
      key('s', 'long-date.month')[$n != 4 and $n != 10]"/>
    <xsl:apply-templates select="$words" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
    <xsl:apply-templates select="current()[not($words)]" mode="date"/>
  </xsl:template>

  <!-- the year of a name, like STOA 2024, is a part of it -->
  <xsl:template match="@year" mode="date" priority="1"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="@*" mode="year"><xsl:value-of select="substring(., 1, 4)"/></xsl:template>

  <!-- the parts of a date that its words may name -->
  <xsl:template match="@*" mode="value">
    <xsl:param name="name"/>
    <xsl:variable name="month" select="number(substring(., 6, 2))"/>
    <xsl:choose>
      <xsl:when test="$name = 'y'"><xsl:value-of select="substring(., 1, 4)"/></xsl:when>
      <xsl:when test="$name = 'm'"><xsl:value-of select="$month"/></xsl:when>
      <xsl:when test="$name = 'd' and substring(., 9) = '01' and key('s', 'day.1')"><xsl:value-of select="key('s', 'day.1')"/></xsl:when>
      <xsl:when test="$name = 'd'"><xsl:value-of select="number(substring(., 9, 2))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="key('s', concat($name, '.', $month))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="time">
    <time datetime="{.}"><xsl:apply-templates select="." mode="date"/></time>
  </xsl:template>

  <!-- periods; without an end they go on -->
  <xsl:template match="*" mode="period">
    <xsl:apply-templates select="@date" mode="time"/>
  </xsl:template>

  <xsl:template match="*[@from = @to]" mode="period" priority="2">
    <xsl:apply-templates select="@from" mode="time"/>
  </xsl:template>

  <xsl:template match="*[@from]" mode="period">
    <xsl:apply-templates select="key('s', concat('period.since', substring('.day', 1, 4 * (string-length(@from) = 10))))" mode="say">
      <xsl:with-param name="of" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="*[@from and @to]" mode="period" priority="1">
    <xsl:variable name="same" select="substring(@from, 1, 4) = substring(@to, 1, 4) and
      string-length(@from) &gt; 4 and string-length(@to) &gt; 4"/>
    <xsl:apply-templates select="key('s', 'period.range')[not($same)] |
      key('s', 'period.same-year')[$same]" mode="say">
      <xsl:with-param name="of" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="*[@to and not(@from)]" mode="period">
    <xsl:apply-templates select="key('s', concat('period.until', substring('.day', 1, 4 * (string-length(@to) = 10))))" mode="say">
      <xsl:with-param name="of" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="*[@from or @to]" mode="value" priority="-0.25">
    <xsl:param name="name"/>
    <xsl:apply-templates select="@from[$name = 'from'] | @to[$name = 'to']" mode="time"/>
    <xsl:apply-templates select="@from[$name = 'from-short'] | @to[$name = 'to-short']" mode="time-short"/>
    <xsl:value-of select="@*[name() = $name][$name != 'from' and $name != 'to']"/>
  </xsl:template>

  <!-- the year, and the month if it is the same, stand at the other end of the period -->
  <xsl:template match="@*" mode="time-short">
    <xsl:variable name="day" select="string-length() = 10"/>
    <xsl:variable name="same" select="name() = 'from' and substring(., 1, 7) = substring(../@to, 1, 7) or
      name() = 'to' and substring(., 1, 8) = substring(../@from, 1, 8)"/>
    <time datetime="{.}">
      <xsl:apply-templates select="key('s', 'date.short-month')[not($day)] | key('s', 'date.short-day')[$day and not($same)] |
        key('s', 'date.short-same-month')[$day and $same]" mode="say">
        <xsl:with-param name="of" select="."/>
      </xsl:apply-templates>
    </time>
  </xsl:template>

</xsl:stylesheet>
