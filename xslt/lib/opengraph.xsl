<?xml version="1.0" encoding="UTF-8"?>
<!--
  What programs show of a page where somebody mentions it (Open Graph).

  Input:       the frame, with page/@canonical.
  Output root: none, a library. Include it behind head.xsl and meta.xsl.
  Parameters:  none.

  Mode of view: opengraph (the tags), og-title and og-type (their text).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- nobody shares what is not there -->
  <xsl:template match="view[error or not(page/@canonical)]" mode="opengraph" priority="1"/>

  <xsl:template match="view" mode="opengraph">
    <xsl:variable name="title"><xsl:apply-templates select="." mode="og-title"/></xsl:variable>
    <xsl:variable name="type"><xsl:apply-templates select="." mode="og-type"/></xsl:variable>
    <xsl:variable name="description"><xsl:apply-templates select="person" mode="description"/></xsl:variable>
    <xsl:call-template name="property"><xsl:with-param name="name">og:title</xsl:with-param><xsl:with-param name="text" select="$title"/></xsl:call-template>
    <xsl:call-template name="property"><xsl:with-param name="name">og:type</xsl:with-param><xsl:with-param name="text" select="$type"/></xsl:call-template>
    <xsl:apply-templates select="page/@canonical | @lang | site/name[1]" mode="property"/>
    <xsl:call-template name="property"><xsl:with-param name="name">og:description</xsl:with-param><xsl:with-param name="text" select="$description"/></xsl:call-template>
    <xsl:apply-templates select="(publication/teaser | person/photo[not(/view/publication/teaser)])[1]" mode="og-image"/>
    <xsl:apply-templates select="person[$type = 'profile']/name[1]" mode="og-name"/>
    <xsl:apply-templates select="publication/@date" mode="property"/>
  </xsl:template>

  <!-- what the page is about, without the site around it -->
  <xsl:template match="view" mode="og-title"><xsl:apply-templates select="." mode="title"/></xsl:template>
  <xsl:template match="view[@kind = 'home']" mode="og-title"><xsl:apply-templates select="person" mode="name"/></xsl:template>
  <xsl:template match="view[publication]" mode="og-title"><xsl:apply-templates select="publication/title[1]" mode="text"/></xsl:template>

  <xsl:template match="view" mode="og-type"><xsl:value-of select="'website'"/></xsl:template>
  <xsl:template match="view[@kind = 'home']" mode="og-type"><xsl:value-of select="'profile'"/></xsl:template>
  <xsl:template match="view[publication]" mode="og-type"><xsl:value-of select="'article'"/></xsl:template>

  <xsl:template match="@* | *" mode="property">
    <xsl:variable name="name"><xsl:apply-templates select="." mode="property-name"/></xsl:variable>
    <xsl:variable name="text"><xsl:apply-templates select="." mode="property-text"/></xsl:variable>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="@canonical" mode="property-name"><xsl:value-of select="'og:url'"/></xsl:template>
  <xsl:template match="@lang" mode="property-name"><xsl:value-of select="'og:locale'"/></xsl:template>
  <xsl:template match="site/name" mode="property-name"><xsl:value-of select="'og:site_name'"/></xsl:template>
  <xsl:template match="publication/@date" mode="property-name"><xsl:value-of select="'article:published_time'"/></xsl:template>
  <xsl:template match="@src" mode="property-name"><xsl:value-of select="'og:image'"/></xsl:template>
  <xsl:template match="@alt" mode="property-name"><xsl:value-of select="'og:image:alt'"/></xsl:template>
  <xsl:template match="@width | @height" mode="property-name"><xsl:value-of select="concat('og:image:', name())"/></xsl:template>

  <xsl:template match="@* | *" mode="property-text"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="@src" mode="property-text"><xsl:apply-templates select="." mode="absolute"/></xsl:template>
  <!-- a language alone is no locale -->
  <xsl:template match="@lang" mode="property-text"><xsl:value-of select="key('s', 'page.locale')"/></xsl:template>

  <!-- what is said of a picture belongs to the one that was named before -->
  <xsl:template match="photo | teaser" mode="og-image">
    <xsl:variable name="url"><xsl:apply-templates select="@src" mode="absolute"/></xsl:variable>
    <xsl:apply-templates select="@src" mode="property"/>
    <xsl:apply-templates select="(@alt | @width | @height)[$url != '']" mode="property"/>
  </xsl:template>

  <!-- without marked parts, nobody knows which name is which -->
  <xsl:template match="name" mode="og-name"/>
  <xsl:template match="name[given and family]" mode="og-name">
    <xsl:call-template name="property"><xsl:with-param name="name">profile:first_name</xsl:with-param><xsl:with-param name="text" select="normalize-space(given)"/></xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name">profile:last_name</xsl:with-param>
      <xsl:with-param name="text" select="normalize-space(concat(particle, ' ', family))"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
