<?xml version="1.0" encoding="UTF-8"?>
<!--
  The head of a page: titles, description, and what belongs to the page.

  Input:       the frame: view with site, page, strings, person?, sections?,
               query?, error?.
  Output root: none, a library. Include it behind frame.xsl and titles.xsl.
  Parameters:  none.

  Mode of view:     head (the element).
  Mode of person, of group or site: description (text, about what the page shows).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="view" mode="head">
    <xsl:variable name="title"><xsl:apply-templates select="." mode="title"/></xsl:variable>
    <head>
      <title><xsl:value-of select="$title"/></title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <xsl:apply-templates select="person | group[not(../error)]" mode="head"/>
      <xsl:apply-templates select="site[name][not(../person or ../group or ../error)]" mode="head"/>
      <meta name="color-scheme" content="light dark"/>
      <xsl:apply-templates select="page/@noindex" mode="head"/>
      <link rel="stylesheet">
        <xsl:apply-templates select="@static" mode="href"><xsl:with-param name="file">style.css</xsl:with-param></xsl:apply-templates>
      </link>
      <link rel="icon" type="image/svg+xml">
        <xsl:apply-templates select="@static" mode="href"><xsl:with-param name="file">icon.svg</xsl:with-param></xsl:apply-templates>
      </link>
      <xsl:apply-templates select="page/@canonical | page/language | page/any-language" mode="head"/>
      <xsl:apply-templates select="page/@search" mode="head"/>
      <xsl:apply-templates select="page/alternate" mode="head"/>
      <xsl:apply-templates select="self::*[@kind = 'home']/person/link" mode="head"/>
      <xsl:apply-templates select="previous | next" mode="head"/>
      <xsl:apply-templates select="publication" mode="highwire"/>
      <xsl:apply-templates select="." mode="opengraph"/>
      <xsl:apply-templates select="." mode="linked"/>
      <xsl:apply-templates select="." mode="head-more"/>
    </head>
  </xsl:template>

  <xsl:template match="@noindex" mode="head"><meta name="robots" content="noindex,follow"/></xsl:template>
  <xsl:template match="@search" mode="head"><link rel="search" type="application/opensearchdescription+xml"><xsl:apply-templates select="." mode="href"/></link></xsl:template>
  <xsl:template match="@canonical" mode="head"><link rel="canonical"><xsl:apply-templates select="." mode="href"/></link></xsl:template>

  <xsl:template match="alternate" mode="head">
    <link>
      <xsl:apply-templates select="." mode="link-attributes"/>
      <xsl:attribute name="rel">alternate</xsl:attribute>
      <xsl:attribute name="title"><xsl:apply-templates select="key('s', @name)" mode="say"><xsl:with-param name="of" select="/view/person | /view/group | /view/site[not(../person or ../group)]"/></xsl:apply-templates></xsl:attribute>
      <xsl:apply-templates select="@href" mode="href"/>
    </link>
  </xsl:template>

  <xsl:template match="previous | next" mode="head">
    <link rel="{substring(name(), 1, 4)}">
      <xsl:attribute name="title"><xsl:apply-templates select="title[1]" mode="attr"/></xsl:attribute>
      <xsl:apply-templates select="@href" mode="href"/>
    </link>
  </xsl:template>

  <!-- the same person elsewhere -->
  <xsl:template match="link" mode="head"/>
  <xsl:template mode="head" match="link[contains(' homepage scholar github gitlab orcid dblp openreview
    semanticscholar researchgate linkedin mastodon bluesky x zhihu ', concat(' ', @rel, ' '))]">
    <xsl:variable name="url"><xsl:apply-templates select="@href" mode="url"/></xsl:variable>
    <xsl:if test="$url != ''"><link rel="me"><xsl:apply-templates select="@href" mode="href"/></link></xsl:if>
  </xsl:template>

  <!-- the first words about the person; of a section, whose it is; of a publication, its abstract or where it is from -->
  <xsl:template match="person | group | site" mode="head">
    <meta name="description"><xsl:attribute name="content"><xsl:apply-templates select="." mode="description"/></xsl:attribute></meta>
  </xsl:template>

  <xsl:template match="person" mode="description">
    <xsl:apply-templates select="bio[not(p)] | bio/p[1] | name[1][not(../bio)]" mode="excerpt"/>
  </xsl:template>
  <xsl:template match="view[@kind = 'section']/person" mode="description">
    <xsl:apply-templates select="/view/sections/section[@current]" mode="section-title"/>
    <xsl:apply-templates select="name[1] | position[1] | organization[last()]" mode="description"/>
  </xsl:template>
  <xsl:template match="view[publication]/person" mode="description">
    <xsl:apply-templates select="/view/publication/authors/author[position() &lt; 9]" mode="listed"/>
    <xsl:apply-templates select="/view/publication/venue[1]/name[1] | /view/publication/publisher" mode="description"/>
    <xsl:value-of select="concat(key('s', 'title.separator'), substring(/view/publication/@date, 1, 4))"/>
  </xsl:template>
  <xsl:template match="view[publication/abstract]/person" mode="description" priority="1">
    <xsl:apply-templates select="/view/publication/abstract[1][not(p)] | /view/publication/abstract[1]/p[1]" mode="excerpt"/>
  </xsl:template>

  <!-- of the site, what it lists -->
  <xsl:template match="group" mode="description"><xsl:apply-templates select="description[1] | name[1][not(../description)]" mode="excerpt"/></xsl:template>
  <xsl:template match="site" mode="description">
    <xsl:apply-templates select="/view/sections/section[@current]" mode="section-title"/>
    <xsl:apply-templates select="name[1]" mode="description"/>
  </xsl:template>

  <xsl:template match="*" mode="description">
    <xsl:value-of select="key('s', 'title.separator')"/>
    <xsl:apply-templates select="." mode="attr"/>
  </xsl:template>

</xsl:stylesheet>
