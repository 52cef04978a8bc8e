<?xml version="1.0" encoding="UTF-8"?>
<!--
  A section's dated entries as RSS 2.0: news, or the publications of a list.

  Input:       view with person?, page (@canonical: the page of the section,
               @self: this feed, @rfc822: its date), site (@base-url,
               @static-url) and the section with item*(@id? @date @rfc822, text),
               or entry*(person, item) where it is of many, or without
               entries: publications; or items with publication*.
  Output root: rss, for publications with the slot "items"; or item* for items.
               It has no XML declaration, so that both fit.
  Parameters:  title-length of feed.xsl.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:include href="../lib/escape.xsl"/>
  <xsl:include href="../lib/feed.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:template match="/view">
    <rss version="2.0">
      <channel>
        <title><xsl:apply-templates select="." mode="feed-title"/></title>
        <link><xsl:apply-templates select="page/@canonical" mode="absolute"/></link>
        <description><xsl:apply-templates select="." mode="feed-description"/></description>
        <language><xsl:value-of select="@lang"/></language>
        <xsl:apply-templates select="page/@rfc822" mode="built"/>
        <atom:link rel="self" type="application/rss+xml"><xsl:apply-templates select="page/@self" mode="href"/></atom:link>
        <xsl:apply-templates select="*[last()]/item | *[last()]/entry/item" mode="item">
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

  <xsl:template match="@rfc822" mode="built"><lastBuildDate><xsl:value-of select="."/></lastBuildDate></xsl:template>
  <xsl:template match="@rfc822" mode="item"><pubDate><xsl:value-of select="."/></pubDate></xsl:template>

  <xsl:template match="item" mode="item"><item><xsl:apply-templates select="." mode="entry"/></item></xsl:template>
  <xsl:template match="entry/item" mode="item">
    <item xmlns:dc="http://purl.org/dc/elements/1.1/">
      <xsl:apply-templates select="." mode="entry"/>
      <xsl:apply-templates select="../person/name[1]" mode="creator"/>
    </item>
  </xsl:template>
  <xsl:template match="publication" mode="item">
    <item xmlns:dc="http://purl.org/dc/elements/1.1/">
      <xsl:apply-templates select="." mode="entry"/>
      <xsl:apply-templates select="authors/author" mode="creator"/>
    </item>
  </xsl:template>

  <xsl:template match="*" mode="entry">
    <title><xsl:apply-templates select="." mode="entry-title"/></title>
    <link><xsl:apply-templates select="." mode="entry-url"/></link>
    <guid isPermaLink="false"><xsl:apply-templates select="." mode="entry-id"/></guid>
    <xsl:apply-templates select="@rfc822" mode="item"/>
    <xsl:apply-templates select="keyword[normalize-space()]" mode="category"/>
    <description><xsl:apply-templates select="." mode="entry-html"/></description>
  </xsl:template>

  <xsl:template match="keyword" mode="category"><category><xsl:apply-templates select="." mode="text"/></category></xsl:template>
  <xsl:template match="author | name" mode="creator" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><xsl:apply-templates select="." mode="text"/></dc:creator></xsl:template>

</xsl:stylesheet>
