<?xml version="1.0" encoding="UTF-8"?>
<!--
  Publications as RIS, for EndNote, Zotero, Mendeley and library systems.

  Input:       view of a list, then items with publication*.
  Output root: text: of view, the slot "items"; of items, records. Lines end with
               CR LF; each is a tag, two blanks, a hyphen, a blank and a value.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/link.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="types" select="' journal:JOUR conference:CPAPER workshop:CPAPER preprint:UNPB book:BOOK chapter:CHAP thesis:THES report:RPRT patent:PAT dataset:DATA software:COMP poster:CPAPER demo:CPAPER other:GEN '"/>

  <xsl:template match="/view"><xsl:processing-instruction name="slot">items</xsl:processing-instruction></xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="item"/></xsl:template>

  <xsl:template match="publication" mode="item">
    <xsl:if test="position() &gt; 1 or /items/@first &gt; 0"><xsl:text>&#13;&#10;</xsl:text></xsl:if>
    <xsl:text>TY  - </xsl:text><xsl:apply-templates select="." mode="type"/><xsl:text>&#13;&#10;</xsl:text>
    <xsl:apply-templates select="@id" mode="line"><xsl:with-param name="tag">ID</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="title[1]" mode="line"><xsl:with-param name="tag">TI</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="authors/author" mode="line"/>
    <xsl:apply-templates select="@date" mode="line"/>
    <xsl:apply-templates select="." mode="place"/>
    <xsl:apply-templates select="volume[1]" mode="line"><xsl:with-param name="tag">VL</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="issue[1]" mode="line"><xsl:with-param name="tag">IS</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="pages[1]" mode="line"/>
    <xsl:apply-templates select="publisher[1]" mode="line"><xsl:with-param name="tag">PB</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@type[. = 'poster' or . = 'demo']" mode="line"><xsl:with-param name="tag">M3</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="identifier" mode="line"/>
    <xsl:call-template name="line">
      <xsl:with-param name="tag">UR</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="paper-url"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="abstract[1]" mode="line"><xsl:with-param name="tag">AB</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="keyword" mode="line"><xsl:with-param name="tag">KW</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@status[. != 'published'] | note" mode="line"><xsl:with-param name="tag">N1</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="(title[1]/@xml:lang | @xml:lang[not(../title[1]/@xml:lang)] |
      /items/@lang[not(current()/@xml:lang or current()/title[1]/@xml:lang)])[1]" mode="line"><xsl:with-param name="tag">LA</xsl:with-param></xsl:apply-templates>
    <xsl:text>ER  - &#13;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="publication" mode="type"><xsl:value-of select="substring-before(substring-after($types, concat(' ', @type, ':')), ' ')"/></xsl:template>
  <xsl:template match="publication[(@status = 'submitted' or @status = 'in-preparation') and not(venue)]" mode="type">UNPB</xsl:template>

  <!-- nothing of a line that has nothing to say -->
  <xsl:template match="* | @*" mode="line" name="line">
    <xsl:param name="tag"/>
    <xsl:param name="text"><xsl:apply-templates select="." mode="line-text"/></xsl:param>
    <xsl:if test="$tag != '' and $text != ''"><xsl:value-of select="concat($tag, '  - ', $text, '&#13;&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="line-text"><xsl:apply-templates select="." mode="text"/></xsl:template>
  <xsl:template match="@*" mode="line-text"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="publication/@type | @status" mode="line-text"><xsl:value-of select="key('s', concat(name(), '.', .))"/></xsl:template>

  <!-- "Last, First, Jr."; a comma inside a part would begin the next -->
  <xsl:template match="author" mode="line-text">
    <xsl:value-of select="normalize-space(concat(@particle, ' ', translate(@family, ',', '')))"/>
    <xsl:if test="@given or @suffix"><xsl:value-of select="concat(', ', translate(@given, ',', ''))"/></xsl:if>
    <xsl:if test="@suffix"><xsl:value-of select="concat(', ', @suffix)"/></xsl:if>
  </xsl:template>

  <xsl:template match="author" mode="line">
    <xsl:call-template name="line"><xsl:with-param name="tag">AU</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="author[@role = 'editor']" mode="line">
    <xsl:call-template name="line"><xsl:with-param name="tag">ED</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="author[@role = 'translator']" mode="line">
    <xsl:call-template name="line"><xsl:with-param name="tag">A4</xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- what is not known of the day is left open: 2024/09// -->
  <xsl:template match="@date" mode="line">
    <xsl:value-of select="concat('PY  - ', substring(., 1, 4), '&#13;&#10;DA  - ', substring(., 1, 4), '/', substring(., 6, 2), '/', substring(., 9, 2), '/&#13;&#10;')"/>
  </xsl:template>

  <!-- of a conference both its name and that of the proceedings, for Zotero -->
  <xsl:template match="publication" mode="place">
    <xsl:param name="tag">T2</xsl:param>
    <xsl:call-template name="line">
      <xsl:with-param name="tag" select="$tag"/>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="venue-name"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="self::*[contains(' conference workshop poster demo ', concat(' ', @type, ' '))][$tag = 'T2']" mode="place"><xsl:with-param name="tag">C3</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="self::*[@type = 'journal']/venue[1]/@short" mode="line"><xsl:with-param name="tag">JO</xsl:with-param></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="publication[@type = 'thesis' or @type = 'report' or @type = 'dataset' or @type = 'software']" mode="place">
    <xsl:call-template name="line">
      <xsl:with-param name="tag">PB</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="self::*[not(publisher)]" mode="venue-name"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="pages" mode="line">
    <xsl:call-template name="line">
      <xsl:with-param name="tag">SP</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="first-page"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="line">
      <xsl:with-param name="tag">EP</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="last-page"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- registers that RIS has a tag for -->
  <xsl:template match="identifier" mode="line"/>
  <xsl:template match="identifier[@type = 'doi']" mode="line"><xsl:call-template name="line"><xsl:with-param name="tag">DO</xsl:with-param></xsl:call-template></xsl:template>
  <xsl:template match="identifier[@type = 'isbn' or @type = 'issn']" mode="line"><xsl:call-template name="line"><xsl:with-param name="tag">SN</xsl:with-param></xsl:call-template></xsl:template>
  <xsl:template match="identifier[@type = 'arxiv']" mode="line">
    <xsl:call-template name="line">
      <xsl:with-param name="tag">AN</xsl:with-param>
      <xsl:with-param name="text" select="concat('arXiv:', normalize-space())"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
