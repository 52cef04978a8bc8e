<?xml version="1.0" encoding="UTF-8"?>
<!--
  Addresses in what leaves the site: whole ones.

  Input:       attributes that hold an address.
  Output root: none, a library. Included by link.xsl.
  Parameters:  none.

  Modes of an address: absolute (the text); whole-href (the attribute href, or
  nothing if link.xsl does not let it pass; the template of that name takes $url).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="exsl">

  <!-- for feeds; files have an address of their own, the rest is on the host -->
  <xsl:template match="@*" mode="absolute">
    <xsl:choose>
      <xsl:when test="starts-with(., 'https://')"><xsl:apply-templates select="." mode="url"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="absolute"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="absolute">
    <xsl:variable name="url"><xsl:apply-templates select="." mode="url"/></xsl:variable>
    <xsl:variable name="base" select="/*/site/@base-url"/>
    <xsl:variable name="host" select="substring-before(substring-after($base, '//'), '/')"/>
    <xsl:choose>
      <xsl:when test="starts-with($url, '//')"><xsl:value-of select="concat(substring-before($base, '//'), $url)"/></xsl:when>
      <xsl:when test="starts-with($url, /*/@static) and string-length(/*/@static) &gt; string-length(/*/@base)">
        <xsl:value-of select="concat(/*/site/@static-url, substring($url, string-length(/*/@static) + 1))"/>
      </xsl:when>
      <xsl:when test="starts-with($url, /*/@base)"><xsl:value-of select="concat($base, substring($url, string-length(/*/@base) + 1))"/></xsl:when>
      <xsl:when test="starts-with($url, '/')"><xsl:value-of select="concat(substring-before($base, '//'), '//', $host, $url)"/></xsl:when>
      <xsl:when test="starts-with($url, '#') or starts-with($url, '?')"><xsl:value-of select="concat(/*/page/@canonical, $url)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$url"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="whole-href" name="whole-href">
    <xsl:param name="url"><xsl:apply-templates select="." mode="absolute"/></xsl:param>
    <xsl:variable name="whole"><whole url="{$url}"/></xsl:variable>
    <xsl:apply-templates select="exsl:node-set($whole)/whole/@url" mode="href"/>
  </xsl:template>

</xsl:stylesheet>
