<?xml version="1.0" encoding="UTF-8"?>
<!--
  Publications as a table (RFC 4180), for spreadsheets and statistics.

  Input:       view of a list, then items with publication*.
  Output root: text: of view, the names of the columns and the slot "items"; of
               items, rows. Lines end with CR LF, every cell is in quotes.
  Parameters:  none.

  It begins with a byte order mark: without it spreadsheets do not take it for
  UTF-8. Names of columns are for programs and the same in all languages. A cell
  that begins with = + - or @ gets an apostrophe before it, or it would be run
  as a formula; an apostrophe is what spreadsheets hide themselves.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/link.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view">
    <xsl:text>&#xFEFF;id,type,status,selected,date,year,title,authors,editors,venue,venue_short,volume,issue,pages,publisher,doi,arxiv,isbn,issn,url,code,keywords,abstract&#13;&#10;</xsl:text>
    <xsl:processing-instruction name="slot">items</xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="item"/></xsl:template>

  <!-- the cells in the order of the names above -->
  <xsl:template match="publication" mode="item">
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text" select="@id"/><xsl:with-param name="before" select="''"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text" select="@type"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text" select="concat(@status, substring('published', 1, 9 * not(@status)))"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text" select="string(@selected = 'true' or @selected = '1')"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text" select="@date"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text" select="substring(@date, 1, 4)"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="title[1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="authors/author[not(@role = 'editor' or @role = 'translator')] | authors/others"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="authors/author[@role = 'editor']"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="venue-name"/></xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text" select="venue[1]/@short"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="volume[1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="issue[1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="pages[1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="publisher[1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="identifier[@type = 'doi'][1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="identifier[@type = 'arxiv'][1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="identifier[@type = 'isbn'][1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="identifier[@type = 'issn'][1]"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="paper-url"/></xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="text"><xsl:apply-templates select="link[@rel = 'code'][1]/@href" mode="absolute"/></xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="keyword"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="cell"><xsl:with-param name="of" select="abstract[1]"/></xsl:apply-templates>
    <xsl:text>&#13;&#10;</xsl:text>
  </xsl:template>

  <!-- one thing, or several with semicolons between -->
  <xsl:template match="publication" mode="cell">
    <xsl:param name="of" select="/.."/>
    <xsl:param name="text"><xsl:apply-templates select="$of" mode="part"/></xsl:param>
    <xsl:param name="before">,</xsl:param>
    <xsl:value-of select="concat($before, '&quot;')"/>
    <xsl:if test="contains('=+-@', substring(concat($text, ' '), 1, 1))"><xsl:text>'</xsl:text></xsl:if>
    <xsl:value-of select="concat(str:replace(string($text), '&quot;', '&quot;&quot;'), '&quot;')"/>
  </xsl:template>

  <xsl:template match="*" mode="part">
    <xsl:if test="position() &gt; 1"><xsl:text>; </xsl:text></xsl:if>
    <xsl:apply-templates select="." mode="text"/>
  </xsl:template>
  <xsl:template match="others" mode="part">
    <xsl:value-of select="concat('; ', normalize-space(key('s', 'authors.others')))"/>
  </xsl:template>

</xsl:stylesheet>
