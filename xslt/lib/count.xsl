<?xml version="1.0" encoding="UTF-8"?>
<!--
  Numbers, and words that change with them.

  Input:       any view.
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  Mode "number" of an attribute or element: its number as the language writes
  it. Mode "counted" of a phrase, with $of as in mode "say" and the number $n:
  the form that goes with the number, if there is one; it has the id of the
  phrase and behind a dot the category: "list.some.one". Which categories the
  language has stands in strings/@plurals, the first that fits is taken, none is
  "other": CATEGORY:FROM-TO, or CATEGORY:FROM-TO:100 of the last two digits.
  Words: number.group and number.decimal, the signs between digits; number.from,
  the first number that is grouped.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- most numbers are small, and alike everywhere -->
  <xsl:template match="@* | *" mode="number">
    <xsl:choose>
      <xsl:when test="string-length() &lt; 4"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:call-template name="number"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="number">
    <xsl:param name="value" select="."/>
    <xsl:param name="decimals" select="''"/>
    <xsl:choose>
      <xsl:when test="string-length($value) &lt; 4 and $decimals = ''"><xsl:value-of select="$value"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="from" select="key('s', 'number.from')"/>
        <xsl:variable name="pattern" select="concat(substring('#,##0', 1 + 4 * ($from &gt; $value)), $decimals)"/>
        <xsl:value-of select="translate(format-number($value, $pattern), ',.',
          concat(key('s', 'number.group'), key('s', 'number.decimal')))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- how many a list shows of how many -->
  <xsl:template match="query | facet" mode="value">
    <xsl:param name="name"/>
    <xsl:apply-templates select="@*[name() = $name]" mode="number"/>
  </xsl:template>

  <xsl:template match="s" mode="counted">
    <xsl:param name="of" select="/.."/>
    <xsl:param name="n"/>
    <xsl:variable name="category">
      <xsl:call-template name="category"><xsl:with-param name="n" select="$n"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="form" select="key('s', concat(@id, '.', $category))"/>
    <xsl:apply-templates select="$form | self::*[not($form)]" mode="say">
      <xsl:with-param name="of" select="$of"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template name="category">
    <xsl:param name="n"/>
    <xsl:param name="rules" select="/*/strings/@plurals"/>
    <xsl:variable name="rule" select="substring-before(concat($rules, ' '), ' ')"/>
    <xsl:variable name="range" select="substring-before(concat(substring-after($rule, ':'), ':'), ':')"/>
    <xsl:variable name="digits" select="substring-after(substring-after($rule, ':'), ':')"/>
    <xsl:variable name="i" select="$n mod concat($digits, substring('1000000000', 1 + 10 * ($digits != '')))"/>
    <xsl:choose>
      <xsl:when test="$rule = ''"><xsl:value-of select="'other'"/></xsl:when>
      <xsl:when test="$i &gt;= substring-before($range, '-') and $i &lt;= substring-after($range, '-')">
        <xsl:value-of select="substring-before($rule, ':')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="category">
          <xsl:with-param name="n" select="$n"/>
          <xsl:with-param name="rules" select="substring-after($rules, ' ')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
