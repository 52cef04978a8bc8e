<?xml version="1.0" encoding="UTF-8"?>
<!-- For golden tests: what a language makes of dates, numbers and lists. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../../xslt/lib/frame.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view"><xsl:apply-templates select="*[not(self::strings)]" mode="test"/></xsl:template>

  <xsl:template match="*" mode="test">
    <xsl:apply-templates select="." mode="said"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="day" mode="said">
    <xsl:value-of select="concat(@date, ': ')"/><xsl:apply-templates select="@date" mode="date"/>
    <xsl:text> | </xsl:text><xsl:apply-templates select="@date" mode="long-date"/>
  </xsl:template>
  <xsl:template match="stay" mode="said">
    <xsl:value-of select="concat(@from, '/', @to, ': ')"/><xsl:apply-templates select="." mode="period"/>
  </xsl:template>
  <xsl:template match="query" mode="said">
    <xsl:value-of select="concat(@total, ': ')"/>
    <xsl:call-template name="category"><xsl:with-param name="n" select="@total"/></xsl:call-template>
    <xsl:text> | </xsl:text><xsl:apply-templates select="." mode="state"/>
  </xsl:template>
  <xsl:template match="metric" mode="said"><xsl:value-of select="concat(@value, ': ')"/><xsl:apply-templates select="." mode="link-label"/></xsl:template>
  <xsl:template match="sum" mode="said">
    <xsl:call-template name="number"><xsl:with-param name="decimals">.00</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="list" mode="said"><xsl:apply-templates select="part" mode="listed"/></xsl:template>
  <xsl:template match="text" mode="said"><xsl:apply-templates select="." mode="excerpt"><xsl:with-param name="max" select="8"/></xsl:apply-templates></xsl:template>
</xsl:stylesheet>
