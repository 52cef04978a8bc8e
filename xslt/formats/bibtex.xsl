<?xml version="1.0" encoding="UTF-8"?>
<!--
  Publications as BibTeX, for LaTeX and for reference managers.

  Input:       view of a list with page (@canonical), then items with publication*.
  Output root: text: of view, a comment and the slot "items"; of items, entries.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/link.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:include href="../lib/latex.xsl"/>
  <xsl:include href="../lib/field.xsl"/>
  <xsl:include href="../lib/bibtex.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- BibTeX takes every @ outside of an entry for the start of one -->
  <xsl:template match="/view">
    <xsl:value-of select="concat('% ', str:replace(page/@canonical, '@', '%40'))"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:processing-instruction name="slot">items</xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="item"/></xsl:template>

  <xsl:template match="publication" mode="item">
    <xsl:if test="position() &gt; 1 or /items/@first &gt; 0"><xsl:text>&#10;</xsl:text></xsl:if>
    <xsl:apply-templates select="." mode="bibtex"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- what one can read on the page -->
  <xsl:template match="publication" mode="bibtex-more"><xsl:apply-templates select="keyword[1] | abstract[1] | note[1]" mode="field"/></xsl:template>
  <xsl:template match="keyword" mode="field-name"><xsl:value-of select="'keywords'"/></xsl:template>
  <xsl:template match="note" mode="field-name"><xsl:value-of select="'annote'"/></xsl:template>
  <xsl:template match="keyword" mode="field-value"><xsl:apply-templates select="../keyword" mode="bibtex-listed"/></xsl:template>
  <xsl:template match="keyword" mode="bibtex-listed">
    <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
    <xsl:variable name="text"><xsl:apply-templates select="." mode="latex"/></xsl:variable>
    <xsl:value-of select="translate($text, ',', '')"/>
  </xsl:template>

</xsl:stylesheet>
