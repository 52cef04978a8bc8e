<?xml version="1.0" encoding="UTF-8"?>
<!--
  A section's dated entries as RSS 2.0: news, or the publications of a list.

  Input:       view with person, page (@canonical: the page of the section,
               @self: this feed, @rfc822: its date), site (@base-url,
               @static-url) and the section with item*(@id? @date @rfc822, text)
               or without entries: publications; or items with publication*.
  Output root: rss, for publications with an instruction <?slot items?>; or
               item* for items. It has no XML declaration, so that both fit.
  Parameters:  title-length, about how many characters of an entry its title has.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
  <xsl:import href="../lib/frame.xsl"/>
  <xsl:import href="../lib/escape.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:param name="title-length" select="80"/>

  <xsl:template match="/view">
    <rss version="2.0">
      <channel>
        <title><xsl:apply-templates select="key('s', 'rss.title')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates></title>
        <link><xsl:apply-templates select="page/@canonical" mode="absolute"/></link>
        <description>
          <xsl:apply-templates select="key('s', 'rss.description')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
        </description>
        <language><xsl:value-of select="@lang"/></language>
        <xsl:apply-templates select="page/@rfc822" mode="built"/>
        <atom:link rel="self" type="application/rss+xml">
          <xsl:apply-templates select="page/@self" mode="href"/>
        </atom:link>
        <xsl:apply-templates select="*[last()]/item" mode="item">
          <xsl:sort select="@date" order="descending"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="publications" mode="slots"/>
      </channel>
    </rss>
  </xsl:template>

  <xsl:template match="publications" mode="slots">
    <xsl:processing-instruction name="slot">items</xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="item"/></xsl:template>

  <xsl:template match="view" mode="value">
    <xsl:param name="name"/>
    <xsl:apply-templates select="person" mode="value"><xsl:with-param name="name" select="$name"/></xsl:apply-templates>
    <xsl:apply-templates select="*[last()][$name = 'section']" mode="title"/>
  </xsl:template>

  <!-- no markup in titles -->
  <xsl:template match="*" mode="title"><xsl:value-of select="key('s', concat('section.', name()))"/></xsl:template>
  <xsl:template match="*[heading]" mode="title"><xsl:value-of select="normalize-space(heading[1])"/></xsl:template>

  <xsl:template match="@rfc822" mode="built"><lastBuildDate><xsl:value-of select="."/></lastBuildDate></xsl:template>
  <xsl:template match="@rfc822" mode="item"><pubDate><xsl:value-of select="."/></pubDate></xsl:template>

  <xsl:template match="item" mode="item">
    <xsl:variable name="anchor"><xsl:apply-templates select="." mode="anchor"/></xsl:variable>
    <item>
      <title><xsl:apply-templates select="." mode="excerpt"><xsl:with-param name="max" select="$title-length"/></xsl:apply-templates></title>
      <link><xsl:value-of select="concat(/view/page/@canonical, '#', $anchor)"/></link>
      <guid isPermaLink="false"><xsl:value-of select="concat(/view/site/@base-url, /view/person/@id, '/', $anchor)"/></guid>
      <xsl:apply-templates select="@rfc822" mode="item"/>
      <description><xsl:apply-templates mode="escape"/></description>
    </item>
  </xsl:template>

  <!-- who wrote it and what it says; its page is its name -->
  <xsl:template match="publication" mode="item">
    <xsl:variable name="page"><xsl:apply-templates select="@href" mode="absolute"/></xsl:variable>
    <item>
      <title><xsl:value-of select="normalize-space(title[1])"/></title>
      <link><xsl:value-of select="$page"/></link>
      <guid isPermaLink="false"><xsl:value-of select="$page"/></guid>
      <xsl:apply-templates select="@rfc822" mode="item"/>
      <xsl:apply-templates select="keyword" mode="category"/>
      <description>
        <xsl:text>&lt;p&gt;</xsl:text>
        <xsl:apply-templates select="authors/author" mode="escape-listed"/>
        <xsl:text>&lt;/p&gt;</xsl:text>
        <xsl:apply-templates select="abstract[1]/node()" mode="escape"/>
      </description>
    </item>
  </xsl:template>

  <xsl:template match="author" mode="escape-listed">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'list.separator')"/></xsl:if>
    <xsl:apply-templates mode="escape"/>
  </xsl:template>

  <xsl:template match="keyword" mode="category"><category><xsl:value-of select="normalize-space()"/></category></xsl:template>

</xsl:stylesheet>
