<?xml version="1.0" encoding="UTF-8"?>
<!--
  Pages for search engines, as sitemaps.org has it: those of a person or of the
  site, or where these are listed.

  Input:       view with site (@base-url) and url*(@loc: whole, @lastmod?), or
               map*(@loc).
  Output root: urlset, which has at least one page, as the schema wants it; or
               sitemapindex.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="yes"/>

  <xsl:template match="/view">
    <urlset>
      <xsl:apply-templates select="url" mode="item"/>
      <xsl:apply-templates select="site[not(../url)]/@base-url" mode="only"/>
    </urlset>
  </xsl:template>

  <xsl:template match="/view[map]">
    <sitemapindex><xsl:apply-templates select="map" mode="item"/></sitemapindex>
  </xsl:template>
  <xsl:template match="map" mode="item"><sitemap><xsl:apply-templates select="@loc" mode="item"/></sitemap></xsl:template>

  <xsl:template match="url" mode="item">
    <url><xsl:apply-templates select="@loc | @lastmod[string-length() = 10]" mode="item"/></url>
  </xsl:template>
  <xsl:template match="@base-url" mode="only">
    <url><loc><xsl:value-of select="."/></loc></url>
  </xsl:template>

  <xsl:template match="@loc" mode="item"><loc><xsl:value-of select="."/></loc></xsl:template>

  <!-- a month is a date for the W3C, but not for the schema -->
  <xsl:template match="@lastmod" mode="item"><lastmod><xsl:value-of select="."/></lastmod></xsl:template>

</xsl:stylesheet>
