<?xml version="1.0" encoding="UTF-8"?>
<!--
  Numbers that change: citations, stars, downloads.

  Input:       metric elements of a person or an entry.
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  Mode "link" writes the number with its word, or the word alone where there is
  no number; who counted and when is in the title. Words: metric.value.TYPE, or
  metric.value for all others.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- without an address there is still the day it was read -->
  <xsl:template match="metric[not(@href)]" mode="link">
    <span>
      <xsl:apply-templates select="." mode="link-attributes"/>
      <xsl:apply-templates select="." mode="link-label"/>
    </span>
  </xsl:template>

  <xsl:template match="metric" mode="link-attributes">
    <xsl:attribute name="class">metric <xsl:value-of select="@type"/></xsl:attribute>
    <xsl:apply-templates select="self::*[@source or @as-of]" mode="read"/>
  </xsl:template>

  <xsl:template match="metric" mode="read">
    <xsl:attribute name="title">
      <xsl:apply-templates select="@source" mode="attr"/>
      <xsl:value-of select="key('s', 'list.separator')[current()/@source and current()/@as-of]"/>
      <xsl:apply-templates select="@as-of" mode="date"/>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="metric" mode="link-label"><xsl:apply-templates select="@type" mode="word"/></xsl:template>

  <xsl:template match="metric[@value]" mode="link-label">
    <xsl:variable name="own" select="key('s', concat('metric.value.', @type))"/>
    <xsl:apply-templates select="$own | key('s', 'metric.value')[not($own)]" mode="counted">
      <xsl:with-param name="of" select="."/>
      <xsl:with-param name="n" select="@value"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="metric" mode="value">
    <xsl:param name="name"/>
    <xsl:apply-templates select="@type[$name = 'type']" mode="word"/>
    <xsl:apply-templates select="@value[$name = 'value']" mode="number"/>
  </xsl:template>

</xsl:stylesheet>
