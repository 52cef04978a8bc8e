<?xml version="1.0" encoding="UTF-8"?>
<!--
  News as a JSON Feed, version 1.1.

  Input:       view with person?, page (@canonical, @self), site and the section
               with item*(@id? @date @rfc3339, text).
  Output root: text, an object.
  Parameters:  title-length of feed.xsl.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:include href="../lib/escape.xsl"/>
  <xsl:include href="../lib/feed.xsl"/>
  <xsl:include href="../lib/json.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view">
    <xsl:text>{&#10;  "version": "https://jsonfeed.org/version/1.1"</xsl:text>
    <xsl:apply-templates select="." mode="said">
      <xsl:with-param name="name">title</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="feed-title"/></xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="." mode="said">
      <xsl:with-param name="name">description</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="feed-description"/></xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="page/@canonical" mode="said"><xsl:with-param name="name">home_page_url</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="page/@self" mode="said"><xsl:with-param name="name">feed_url</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@lang" mode="said"><xsl:with-param name="name">language</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="person" mode="authors"/>
    <xsl:text>,&#10;  "items": [</xsl:text>
    <xsl:apply-templates select="*[last()]/item | *[last()]/entry/item" mode="item">
      <xsl:sort select="@date" order="descending"/>
    </xsl:apply-templates>
    <xsl:text>&#10;  ]&#10;}&#10;</xsl:text>
  </xsl:template>

  <!-- of the whole feed -->
  <xsl:template match="* | @*" mode="said">
    <xsl:param name="name"/>
    <xsl:param name="text" select="string()"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="text" select="$text"/>
      <xsl:with-param name="depth" select="1"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="person" mode="authors">
    <xsl:text>,&#10;  "authors": [{"name": </xsl:text><xsl:apply-templates select="name[1]" mode="json"/>
    <xsl:text>, "url": </xsl:text>
    <xsl:call-template name="json-string"><xsl:with-param name="text"><xsl:apply-templates select="/view/@home" mode="absolute"/></xsl:with-param></xsl:call-template>
    <xsl:text>}]</xsl:text>
  </xsl:template>

  <!-- of many: everybody whose it is -->
  <xsl:template match="entry" mode="authors">
    <xsl:text>,&#10;      "authors": [</xsl:text>
    <xsl:apply-templates select="person" mode="entry-author"/>
    <xsl:text>]</xsl:text>
  </xsl:template>
  <xsl:template match="person" mode="entry-author">
    <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
    <xsl:text>{"name": </xsl:text><xsl:apply-templates select="name[1]" mode="json"/>
    <xsl:text>, "url": </xsl:text>
    <xsl:call-template name="json-string"><xsl:with-param name="text"><xsl:apply-templates select="@href" mode="absolute"/></xsl:with-param></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="item" mode="item">
    <xsl:if test="position() &gt; 1"><xsl:text>,</xsl:text></xsl:if>
    <xsl:text>&#10;    {"id": </xsl:text>
    <xsl:call-template name="json-string"><xsl:with-param name="text"><xsl:apply-templates select="." mode="entry-id"/></xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="." mode="one">
      <xsl:with-param name="name">url</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="entry-url"/></xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="." mode="one">
      <xsl:with-param name="name">title</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="entry-title"/></xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="@rfc3339" mode="one"><xsl:with-param name="name">date_published</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="parent::entry" mode="authors"/>
    <xsl:apply-templates select="@xml:lang" mode="one"><xsl:with-param name="name">language</xsl:with-param></xsl:apply-templates>
    <!-- an entry must have content, if only none -->
    <xsl:text>,&#10;      "content_html": </xsl:text>
    <xsl:call-template name="json-string"><xsl:with-param name="text"><xsl:apply-templates select="." mode="entry-html"/></xsl:with-param></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="* | @*" mode="one">
    <xsl:param name="name"/>
    <xsl:param name="text" select="string()"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="text" select="$text"/>
      <xsl:with-param name="depth" select="3"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
