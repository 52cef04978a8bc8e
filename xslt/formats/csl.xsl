<?xml version="1.0" encoding="UTF-8"?>
<!--
  Publications as CSL-JSON: what pandoc, Zotero and other citation processors
  read. It is valid by csl-data.json of citationstyles.org.

  Input:       view of a list, then items with publication*.
  Output root: text: of view, an array with the slot "items"; of items, objects.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/link.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:include href="../lib/json.xsl"/>
  <xsl:include href="../lib/csl.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="types" select="' journal:article-journal conference:paper-conference workshop:paper-conference preprint:article book:book chapter:chapter thesis:thesis report:report patent:patent dataset:dataset software:software poster:paper-conference demo:paper-conference other:document '"/>

  <xsl:template match="/view">
    <xsl:text>[</xsl:text>
    <xsl:processing-instruction name="slot">items</xsl:processing-instruction>
    <xsl:text>&#10;]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="item"/></xsl:template>

  <xsl:template match="publication" mode="item">
    <xsl:if test="position() &gt; 1 or /items/@first &gt; 0"><xsl:text>,</xsl:text></xsl:if>
    <xsl:text>&#10;  {"id": </xsl:text><xsl:apply-templates select="@id" mode="json"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">type</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="csl-type"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="@type[. = 'poster' or . = 'demo']" mode="member"><xsl:with-param name="name">genre</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="title[1]" mode="member"/>
    <xsl:apply-templates select="authors/author[not(@role = 'editor' or @role = 'translator')][1] |
      authors/author[@role = 'editor'][1] | authors/author[@role = 'translator'][1]" mode="people"/>
    <xsl:apply-templates select="@date" mode="issued"/>
    <xsl:apply-templates select="." mode="place"/>
    <xsl:apply-templates select="volume[1]" mode="member"/>
    <xsl:apply-templates select="issue[1]" mode="issue"/>
    <xsl:apply-templates select="pages[1]" mode="member"><xsl:with-param name="name">page</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@status[. != 'published']" mode="member"/>
    <xsl:apply-templates select="identifier[@type = 'doi'][1] | identifier[@type = 'isbn'][1] | identifier[@type = 'issn'][1] |
      identifier[@type = 'pmid'][1] | identifier[@type = 'pmcid'][1]" mode="identifier"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">URL</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="paper-url"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="abstract[1]" mode="member"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">keyword</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="keyword[normalize-space()]" mode="listed-text"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="note[1]" mode="member"><xsl:with-param name="name">note</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="(title[1]/@xml:lang | @xml:lang[not(../title[1]/@xml:lang)] |
      /items/@lang[not(current()/@xml:lang or current()/title[1]/@xml:lang)])[1]" mode="member"><xsl:with-param name="name">language</xsl:with-param></xsl:apply-templates>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="publication" mode="csl-type"><xsl:value-of select="substring-before(substring-after($types, concat(' ', @type, ':')), ' ')"/></xsl:template>
  <xsl:template match="publication[(@status = 'submitted' or @status = 'in-preparation') and not(venue) and @type != 'preprint']" mode="csl-type">manuscript</xsl:template>

  <xsl:template match="issue" mode="issue"><xsl:apply-templates select="." mode="member"/></xsl:template>
  <xsl:template match="publication[@type = 'report' or @type = 'patent']/issue" mode="issue">
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name">number</xsl:with-param></xsl:apply-templates>
  </xsl:template>

  <!-- words for people: the processor prints them -->
  <xsl:template match="publication/@type | @status" mode="member-text"><xsl:value-of select="key('s', concat(name(), '.', .))"/></xsl:template>

  <xsl:template match="keyword" mode="listed-text">
    <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
    <xsl:apply-templates select="." mode="text"/>
  </xsl:template>

  <!-- where: what it is a part of, or else who made it public -->
  <xsl:template match="publication" mode="place">
    <xsl:apply-templates select="." mode="venue"><xsl:with-param name="name">container-title</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="venue[1]/@short" mode="member"><xsl:with-param name="name">container-title-short</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="publisher[1]" mode="member"/>
  </xsl:template>
  <xsl:template match="publication[@type = 'book']" mode="place">
    <xsl:apply-templates select="." mode="venue"><xsl:with-param name="name">collection-title</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="publisher[1]" mode="member"/>
  </xsl:template>
  <xsl:template match="publication[contains(' preprint thesis report patent dataset software ', concat(' ', @type, ' '))]" mode="place">
    <xsl:apply-templates select="self::*[not(publisher)]" mode="venue"><xsl:with-param name="name">publisher</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="publisher[1]" mode="member"/>
    <xsl:apply-templates select="identifier[@type = 'arxiv'][1][not(../issue)]" mode="identifier"/>
  </xsl:template>

  <xsl:template match="publication" mode="venue">
    <xsl:param name="name"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="venue-name"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- registers have their names in capitals -->
  <xsl:template match="identifier" mode="identifier">
    <xsl:apply-templates select="." mode="member">
      <xsl:with-param name="name" select="translate(@type, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="identifier[@type = 'arxiv']" mode="identifier">
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">number</xsl:with-param>
      <xsl:with-param name="text" select="concat('arXiv:', normalize-space())"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
