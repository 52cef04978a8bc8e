<?xml version="1.0" encoding="UTF-8"?>
<!--
  A list of people, and the organization that they belong to, in the terms of
  schema.org.

  Input:       the frame of the list of people or of a group: site, parent* and
               group? (@href, name+; description?), listed? (@n: how many there
               are; person*(@href, name+): those that the page shows).
  Output root: none, a library. Include it behind jsonld.xsl; linked.xsl says
               where it is written.
  Parameters:  none.

  Mode of view: jsonld-many (a whole document).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="view" mode="jsonld-many">
    <xsl:call-template name="jsonld-start"><xsl:with-param name="type">CollectionPage</xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="page/@canonical" mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:apply-templates select="@lang" mode="member"><xsl:with-param name="name">inLanguage</xsl:with-param><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:value-of select="',&#10;  &quot;about&quot;: '"/>
    <xsl:apply-templates select="group | site[not(../group)]" mode="jsonld-organization"/>
    <xsl:apply-templates select="listed[person]" mode="jsonld-many"/>
    <xsl:value-of select="'}&#10;'"/>
  </xsl:template>

  <xsl:template match="*" mode="jsonld-organization">
    <xsl:value-of select="'{&quot;@type&quot;: &quot;Organization&quot;'"/>
    <xsl:apply-templates select="name[1]" mode="member"><xsl:with-param name="name">name</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@href | @base-url" mode="member"><xsl:with-param name="name">url</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="description[1]" mode="member"><xsl:with-param name="name">description</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="logo[1]/@src" mode="member"><xsl:with-param name="name">logo</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="self::group" mode="jsonld-around"/>
    <xsl:value-of select="'}'"/>
  </xsl:template>

  <!-- what a group stands in -->
  <xsl:template match="group" mode="jsonld-around">
    <xsl:value-of select="',&#10;    &quot;parentOrganization&quot;: '"/>
    <xsl:apply-templates select="../parent[last()] | ../site[not(../parent)]" mode="jsonld-organization"/>
  </xsl:template>

  <xsl:template match="listed" mode="jsonld-many">
    <xsl:value-of select="concat(',&#10;  &quot;mainEntity&quot;: {&quot;@type&quot;: &quot;ItemList&quot;, &quot;numberOfItems&quot;: ', @n, ', &quot;itemListElement&quot;: [')"/>
    <xsl:apply-templates select="person" mode="jsonld-many"/>
    <xsl:value-of select="']}'"/>
  </xsl:template>

  <xsl:template match="person" mode="jsonld-many">
    <xsl:value-of select="concat(substring(',', 1, position() - 1), '&#10;    {&quot;@type&quot;: &quot;ListItem&quot;, &quot;position&quot;: ', position(), ', &quot;item&quot;: {&quot;@type&quot;: &quot;Person&quot;')"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">@id</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="@href" mode="absolute"/><xsl:value-of select="'#person'"/></xsl:with-param>
      <xsl:with-param name="depth" select="0"/>
    </xsl:call-template>
    <xsl:apply-templates select="name[1]" mode="member"><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="@href" mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:value-of select="'}}'"/>
  </xsl:template>

</xsl:stylesheet>
