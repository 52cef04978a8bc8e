<?xml version="1.0" encoding="UTF-8"?>
<!--
  A section's dated entries as Atom (RFC 4287): news, or the publications of a
  list.

  Input:       as rss.xsl, with page/@rfc3339 and the same of each entry.
  Output root: feed, for publications with the slot "items"; or entry* for items.
               It has no XML declaration, so that both fit.
  Parameters:  title-length of feed.xsl.

  Items are written into the text of the feed and take its namespace there, so
  they have none of their own; in one document they need it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:include href="../lib/escape.xsl"/>
  <xsl:include href="../lib/feed.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:variable name="ns" select="substring('http://www.w3.org/2005/Atom', 1, 27 * boolean(/view))"/>

  <xsl:template match="/view">
    <xsl:element name="feed" namespace="{$ns}">
      <xsl:attribute name="xml:lang"><xsl:value-of select="@lang"/></xsl:attribute>
      <xsl:element name="id" namespace="{$ns}"><xsl:value-of select="page/@self"/></xsl:element>
      <xsl:element name="title" namespace="{$ns}"><xsl:apply-templates select="." mode="feed-title"/></xsl:element>
      <xsl:element name="subtitle" namespace="{$ns}"><xsl:apply-templates select="." mode="feed-description"/></xsl:element>
      <xsl:element name="updated" namespace="{$ns}"><xsl:apply-templates select="." mode="feed-updated"/></xsl:element>
      <xsl:apply-templates select="(person | site[not(../person)])/name[1]" mode="author"/>
      <xsl:apply-templates select="page/@self" mode="relation"><xsl:with-param name="type">application/atom+xml</xsl:with-param></xsl:apply-templates>
      <xsl:apply-templates select="page/@canonical" mode="relation"/>
      <xsl:apply-templates select="*[last()]/item | *[last()]/entry/item" mode="item">
        <xsl:sort select="@date" order="descending"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="publications" mode="slots"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="publications" mode="slots">
    <xsl:processing-instruction name="slot">items</xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="item"/></xsl:template>

  <xsl:template match="item | publication" mode="item">
    <xsl:element name="entry" namespace="{$ns}">
      <xsl:element name="id" namespace="{$ns}"><xsl:apply-templates select="." mode="entry-id"/></xsl:element>
      <xsl:element name="title" namespace="{$ns}"><xsl:apply-templates select="." mode="entry-title"/></xsl:element>
      <xsl:apply-templates select="." mode="relation"/>
      <xsl:element name="published" namespace="{$ns}"><xsl:value-of select="@rfc3339"/></xsl:element>
      <xsl:element name="updated" namespace="{$ns}"><xsl:value-of select="@rfc3339"/></xsl:element>
      <xsl:apply-templates select="authors/author | ../self::entry/person/name[1]" mode="author"/>
      <xsl:apply-templates select="keyword[normalize-space()]" mode="category"/>
      <xsl:element name="content" namespace="{$ns}">
        <xsl:apply-templates select="@xml:lang" mode="xml-lang"/>
        <xsl:attribute name="type">html</xsl:attribute>
        <xsl:apply-templates select="." mode="entry-html"/>
      </xsl:element>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="xml-lang"><xsl:attribute name="xml:lang"><xsl:value-of select="."/></xsl:attribute></xsl:template>

  <xsl:template match="*" mode="author">
    <xsl:element name="author" namespace="{$ns}">
      <xsl:element name="name" namespace="{$ns}"><xsl:apply-templates select="." mode="text"/></xsl:element>
    </xsl:element>
  </xsl:template>

  <!-- where it is: this feed, its page, the page of an entry -->
  <xsl:template match="@self | @canonical" mode="relation">
    <xsl:param name="type">text/html</xsl:param>
    <xsl:element name="link" namespace="{$ns}">
      <xsl:attribute name="rel"><xsl:value-of select="concat(substring('self', 1, 4 * (name() = 'self')), substring('alternate', 1, 9 * (name() != 'self')))"/></xsl:attribute>
      <xsl:attribute name="type"><xsl:value-of select="$type"/></xsl:attribute>
      <xsl:apply-templates select="." mode="href"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="*" mode="relation">
    <xsl:element name="link" namespace="{$ns}">
      <xsl:attribute name="rel">alternate</xsl:attribute>
      <xsl:attribute name="type">text/html</xsl:attribute>
      <xsl:call-template name="whole-href"><xsl:with-param name="url"><xsl:apply-templates select="." mode="entry-url"/></xsl:with-param></xsl:call-template>
    </xsl:element>
  </xsl:template>

  <xsl:template match="keyword" mode="category">
    <xsl:element name="category" namespace="{$ns}">
      <xsl:attribute name="term"><xsl:apply-templates select="." mode="text"/></xsl:attribute>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
