<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is in a publication as fields of an entry for BibTeX.

  Input:       publication and what is in it.
  Output root: none, a library. Include it behind latex.xsl.
  Parameters:  none.

  Modes: field (name = {value}, or nothing), field-name, field-value.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:variable name="registers" select="' arxiv:arXiv pmid:pubmed hal:HAL handle:hdl '"/>
  <xsl:variable name="months" select="'janfebmaraprmayjunjulaugsepoctnovdec'"/>

  <!-- a field; one without a value is left out -->
  <xsl:template match="* | @*" mode="field" name="field">
    <xsl:param name="name"><xsl:apply-templates select="." mode="field-name"/></xsl:param>
    <xsl:param name="value"><xsl:apply-templates select="." mode="field-value"/></xsl:param>
    <xsl:if test="$name != '' and $value != ''"><xsl:value-of select="concat(',&#10;  ', $name, ' = {', $value, '}')"/></xsl:if>
  </xsl:template>

  <xsl:template match="* | @*" mode="field-name"><xsl:value-of select="name()"/></xsl:template>
  <xsl:template match="issue" mode="field-name"><xsl:value-of select="'number'"/></xsl:template>
  <xsl:template match="identifier" mode="field-name"><xsl:value-of select="@type"/></xsl:template>
  <xsl:template match="identifier/@type" mode="field-name"><xsl:value-of select="'archiveprefix'"/></xsl:template>
  <xsl:template match="author" mode="field-name"><xsl:value-of select="@role"/></xsl:template>

  <xsl:template match="*" mode="field-value"><xsl:apply-templates select="." mode="latex"/></xsl:template>
  <xsl:template match="identifier" mode="field-value"><xsl:apply-templates select="." mode="verbatim"/></xsl:template>
  <xsl:template match="identifier/@type" mode="field-value"><xsl:value-of select="substring-before(substring-after($registers, concat(' ', ., ':')), ' ')"/></xsl:template>
  <xsl:template match="publication/@type | @status" mode="field-value"><xsl:apply-templates select="key('s', concat(name(), '.', .))" mode="tex"/></xsl:template>
  <xsl:template match="venue" mode="field-value">
    <xsl:apply-templates select="name[1]" mode="latex"/>
    <xsl:apply-templates select="@short[not(../name)]" mode="tex"/>
  </xsl:template>

  <!-- the braces inside keep its capitals -->
  <xsl:template match="title" mode="field">
    <xsl:value-of select="',&#10;  title = {{'"/><xsl:apply-templates select="." mode="latex"/><xsl:text>}}</xsl:text>
  </xsl:template>

  <!-- all who did the same; others are more of those who come first -->
  <xsl:template match="authors" mode="field">
    <xsl:param name="also"/>
    <xsl:variable name="writers" select="author[not(@role = 'editor' or @role = 'translator')]"/>
    <xsl:if test="$writers">
      <xsl:value-of select="',&#10;  author = {'"/>
      <xsl:apply-templates select="$writers" mode="tex-name"/>
      <xsl:apply-templates select="others" mode="tex-name"/>
      <xsl:text>}</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="author[@role = 'editor'][contains($also, ' editor ')][1] |
      author[@role = 'translator'][contains($also, ' translator ')][1]" mode="field"/>
  </xsl:template>
  <xsl:template match="author" mode="field-value">
    <xsl:apply-templates select="../author[@role = current()/@role]" mode="tex-name"/>
    <xsl:apply-templates select="../others[not(current()/preceding-sibling::author)]" mode="tex-name"/>
  </xsl:template>

  <xsl:template match="@date" mode="field">
    <xsl:value-of select="concat(',&#10;  year = {', substring(., 1, 4), '}')"/>
    <xsl:if test="string-length() &gt; 4"><xsl:value-of select="concat(',&#10;  month = ', substring($months, 3 * substring(., 6, 2) - 2, 3))"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
