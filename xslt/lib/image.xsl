<?xml version="1.0" encoding="UTF-8"?>
<!--
  Pictures.

  Input:       photo, teaser and logo elements.
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  Modes: image (the attributes of <img>), size (of @width and @height: the
  attribute), teaser (of what has a picture: the whole of it).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- an empty alt says that it decorates -->
  <xsl:template match="photo | teaser | logo" mode="image">
    <xsl:apply-templates select="@xml:lang" mode="lang"/>
    <xsl:apply-templates select="@src" mode="src"/>
    <xsl:attribute name="alt"><xsl:apply-templates select="@alt" mode="attr"/></xsl:attribute>
    <xsl:apply-templates select="@width | @height" mode="size"/>
  </xsl:template>

  <xsl:template match="@width" mode="size"><xsl:attribute name="width"><xsl:value-of select="."/></xsl:attribute></xsl:template>
  <xsl:template match="@height" mode="size"><xsl:attribute name="height"><xsl:value-of select="."/></xsl:attribute></xsl:template>

  <!-- the picture; with a film behind it, if there is one -->
  <xsl:template match="teaser" mode="teaser">
    <img class="teaser" loading="lazy" decoding="async"><xsl:apply-templates select="." mode="image"/></img>
  </xsl:template>
  <xsl:template match="teaser[@video]" mode="teaser">
    <a class="teaser">
      <xsl:apply-templates select="@video" mode="href"/>
      <img loading="lazy" decoding="async"><xsl:apply-templates select="." mode="image"/></img>
      <span class="play"><xsl:value-of select="key('s', 'publication.film')"/></span>
    </a>
  </xsl:template>

</xsl:stylesheet>
