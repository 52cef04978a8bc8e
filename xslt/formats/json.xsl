<?xml version="1.0" encoding="UTF-8"?>
<!--
  Publications as JSON, for scripts and for pages elsewhere.

  Input:       view of a list, then items with publication*.
  Output root: text: of view, an object with the slot "items"; of items, objects.
  Parameters:  none.

  The names are those of our own vocabulary. What is not known is left out:

    { title, url, page, language, updated?, person: { id, name, url }?,
      total, shown,
      publications: [ { id, url, type, status, date, selected, language, title,
        authors: [ { name, family, given?, particle?, suffix?, role?, url?,
                     self?, equal?, corresponding? } ], others?,
        venue: { name, short?, type?, url?, ranks: [ { scheme, rank } ] }?,
        volume?, issue?, pages?, publisher?,
        identifiers: [ { type, value } ], links: [ { rel, url?, label? } ],
        metrics: [ { type, value, date, source?, url? } ],
        distinctions: [ text ], keywords: [ text ], notes: [ text ],
        abstract? } ] }

  Texts are plain, addresses whole, dates as exact as they are; total, shown and
  value are numbers, selected, others, self, equal, corresponding true or false.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:include href="../lib/json.xsl"/>
  <xsl:include href="../lib/feed.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view">
    <xsl:text>{&#10;  "title": </xsl:text>
    <xsl:call-template name="json-string"><xsl:with-param name="text"><xsl:apply-templates select="." mode="feed-title"/></xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="page/@self" mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:apply-templates select="page/@canonical" mode="member"><xsl:with-param name="name">page</xsl:with-param><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:apply-templates select="@lang" mode="member"><xsl:with-param name="name">language</xsl:with-param><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:apply-templates select="page/@updated" mode="member"><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:apply-templates select="person" mode="object"/>
    <xsl:value-of select="concat(',&#10;  &quot;total&quot;: ', (query/@total | publications/@n[not(/view/query)])[1],
      ',&#10;  &quot;shown&quot;: ', publications/@n, ',&#10;  &quot;publications&quot;: [')"/>
    <xsl:processing-instruction name="slot">items</xsl:processing-instruction>
    <xsl:text>&#10;  ]&#10;}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="person" mode="object">
    <xsl:text>,&#10;  "person": {"id": </xsl:text>
    <xsl:apply-templates select="@id" mode="json"/>
    <xsl:apply-templates select="name[1]" mode="member"><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="/view/@home" mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="@home" mode="member-text"><xsl:apply-templates select="." mode="absolute"/></xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="item"/></xsl:template>

  <xsl:template match="publication" mode="item">
    <xsl:if test="position() &gt; 1 or /items/@first &gt; 0"><xsl:text>,</xsl:text></xsl:if>
    <xsl:text>&#10;    {"id": </xsl:text><xsl:apply-templates select="@id" mode="json"/>
    <xsl:apply-templates select="@href" mode="one"><xsl:with-param name="name">url</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@type" mode="one"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">status</xsl:with-param><xsl:with-param name="depth" select="3"/>
      <xsl:with-param name="text" select="concat(@status, substring('published', 1, 9 * not(@status)))"/>
    </xsl:call-template>
    <xsl:apply-templates select="@date" mode="one"/>
    <xsl:value-of select="concat(',&#10;      &quot;selected&quot;: ', @selected = 'true' or @selected = '1')"/>
    <xsl:apply-templates select="(title[1]/@xml:lang | @xml:lang[not(../title[1]/@xml:lang)] |
      /items/@lang[not(current()/@xml:lang or current()/title[1]/@xml:lang)])[1]" mode="one"><xsl:with-param name="name">language</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="title[1]" mode="one"/>
    <xsl:text>,&#10;      "authors": [</xsl:text><xsl:apply-templates select="authors/author" mode="object"/><xsl:text>]</xsl:text>
    <xsl:apply-templates select="authors/others" mode="flag"/>
    <xsl:apply-templates select="venue[name or @short][1]" mode="object"/>
    <xsl:apply-templates select="volume[1]" mode="one"/>
    <xsl:apply-templates select="issue[1]" mode="one"/>
    <xsl:apply-templates select="pages[1]" mode="one"/>
    <xsl:apply-templates select="publisher[1]" mode="one"/>
    <xsl:text>,&#10;      "identifiers": [</xsl:text><xsl:apply-templates select="identifier" mode="object"/><xsl:text>]</xsl:text>
    <xsl:text>,&#10;      "links": [</xsl:text><xsl:apply-templates select="link" mode="object"/><xsl:text>]</xsl:text>
    <xsl:text>,&#10;      "metrics": [</xsl:text><xsl:apply-templates select="metric[@value]" mode="object"/><xsl:text>]</xsl:text>
    <xsl:text>,&#10;      "distinctions": [</xsl:text><xsl:apply-templates select="distinction" mode="string"/><xsl:text>]</xsl:text>
    <xsl:text>,&#10;      "keywords": [</xsl:text><xsl:apply-templates select="keyword[normalize-space()]" mode="string"/><xsl:text>]</xsl:text>
    <xsl:text>,&#10;      "notes": [</xsl:text><xsl:apply-templates select="note[normalize-space()]" mode="string"/><xsl:text>]</xsl:text>
    <xsl:apply-templates select="abstract[1]" mode="one"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="* | @*" mode="one">
    <xsl:param name="name" select="name()"/>
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name" select="$name"/><xsl:with-param name="depth" select="3"/></xsl:apply-templates>
  </xsl:template>

  <!-- inside an object that is written in one line -->
  <xsl:template match="* | @*" mode="also">
    <xsl:param name="name" select="translate(name(), '-', '_')"/>
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name" select="$name"/><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="@href" mode="also">
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="others" mode="flag">,&#10;      "others": true</xsl:template>
  <xsl:template match="@*" mode="flag"><xsl:value-of select="concat(', &quot;', name(), '&quot;: true')"/></xsl:template>
  <xsl:template match="author" mode="object">
    <xsl:if test="position() &gt; 1"><xsl:text>,</xsl:text></xsl:if>
    <xsl:text>&#10;        {"name": </xsl:text><xsl:apply-templates select="." mode="json"/>
    <xsl:call-template name="json-member"><xsl:with-param name="name">family</xsl:with-param><xsl:with-param name="depth" select="0"/><xsl:with-param name="text" select="@family"/></xsl:call-template>
    <xsl:call-template name="json-member"><xsl:with-param name="name">given</xsl:with-param><xsl:with-param name="depth" select="0"/><xsl:with-param name="text" select="@given"/></xsl:call-template>
    <xsl:call-template name="json-member"><xsl:with-param name="name">particle</xsl:with-param><xsl:with-param name="depth" select="0"/><xsl:with-param name="text" select="@particle"/></xsl:call-template>
    <xsl:call-template name="json-member"><xsl:with-param name="name">suffix</xsl:with-param><xsl:with-param name="depth" select="0"/><xsl:with-param name="text" select="@suffix"/></xsl:call-template>
    <xsl:apply-templates select="@role | @href" mode="also"/>
    <xsl:apply-templates select="@self | @equal | @corresponding" mode="flag"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="venue" mode="object">
    <xsl:text>,&#10;      "venue": {"name": </xsl:text>
    <xsl:call-template name="json-string"><xsl:with-param name="text"><xsl:apply-templates select=".." mode="venue-name"/></xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="@short | @type | @href" mode="also"/>
    <xsl:text>, "ranks": [</xsl:text><xsl:apply-templates select="rank" mode="object"/><xsl:text>]}</xsl:text>
  </xsl:template>

  <!-- one of a list: what it is, then the rest -->
  <xsl:template match="*" mode="object">
    <xsl:variable name="first" select="@scheme | @type | @rel"/>
    <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
    <xsl:value-of select="concat('{&quot;', name($first), '&quot;: ')"/>
    <xsl:apply-templates select="$first" mode="json"/>
    <xsl:apply-templates select="." mode="rest"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="rank" mode="rest"><xsl:apply-templates select="." mode="also"/></xsl:template>
  <xsl:template match="link" mode="rest"><xsl:apply-templates select="@href" mode="also"/><xsl:apply-templates select="." mode="also"><xsl:with-param name="name">label</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="identifier" mode="rest"><xsl:apply-templates select="." mode="also"><xsl:with-param name="name">value</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="metric" mode="rest">
    <xsl:value-of select="concat(', &quot;value&quot;: ', number(@value))"/>
    <xsl:apply-templates select="@as-of" mode="also"><xsl:with-param name="name">date</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@source | @href" mode="also"/>
  </xsl:template>

</xsl:stylesheet>
