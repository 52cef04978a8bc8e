<?xml version="1.0" encoding="UTF-8"?>
<!--
  Linked data in the head: who the page is of; of a publication, what it is and
  where it stands on the site; of many people, who they are.

  Input:       the frame of a home page, of a publication, of lists of the site.
  Output root: none, a library. Include it behind jsonld.xsl,
               jsonld-publication.xsl and, for many people, linked-many.xsl.
  Parameters:  none.

  Mode of view: linked (script elements whose text is JSON, which browsers do
  not run). They are the only scripts that sheets write. Their text is not
  escaped: it all comes from json.xsl, which lets no less-than sign of the data
  through that could end them or look like a slot.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="view" mode="linked"/>

  <xsl:template match="view[page/@canonical and @kind = 'home']" mode="linked">
    <script type="application/ld+json"><xsl:apply-templates select="person" mode="jsonld"/></script>
  </xsl:template>
  <xsl:template match="view[page/@canonical and publication]" mode="linked">
    <script type="application/ld+json"><xsl:apply-templates select="publication" mode="jsonld"/></script>
    <script type="application/ld+json"><xsl:apply-templates select="." mode="breadcrumbs"/></script>
  </xsl:template>

  <xsl:template match="view[page/@canonical and @kind = 'people']" mode="linked">
    <script type="application/ld+json"><xsl:apply-templates select="." mode="jsonld-many"/></script>
  </xsl:template>
  <xsl:template match="view[page/@canonical and @kind = 'group']" mode="linked">
    <script type="application/ld+json"><xsl:apply-templates select="." mode="jsonld-many"/></script>
    <script type="application/ld+json"><xsl:apply-templates select="." mode="breadcrumbs"/></script>
  </xsl:template>
  <xsl:template match="view[page/@canonical and @kind = 'section' and not(person)]" mode="linked">
    <script type="application/ld+json"><xsl:apply-templates select="." mode="breadcrumbs"/></script>
  </xsl:template>

  <!-- person, list, publication; or site, section, group -->
  <xsl:template match="view" mode="breadcrumbs">
    <xsl:value-of select="'{&quot;@context&quot;: &quot;https://schema.org&quot;, &quot;@type&quot;: &quot;BreadcrumbList&quot;, &quot;itemListElement&quot;: ['"/>
    <xsl:apply-templates select="@home | @base[not(../person)] | sections/section[@current]/@href |
      parent/@href | group/@href | publication/@href" mode="breadcrumb"/>
    <xsl:value-of select="']}'"/>
  </xsl:template>

  <xsl:template match="@*" mode="breadcrumb">
    <xsl:value-of select="concat(substring(',', 1, position() - 1), '&#10;{&quot;@type&quot;: &quot;ListItem&quot;, &quot;position&quot;: ', position())"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">name</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="breadcrumb-name"/></xsl:with-param>
      <xsl:with-param name="depth" select="0"/>
    </xsl:call-template>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">item</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="absolute"/><xsl:value-of select="self::node()[name() = 'home']/../@query"/></xsl:with-param>
      <xsl:with-param name="depth" select="0"/>
    </xsl:call-template>
    <xsl:value-of select="'}'"/>
  </xsl:template>

  <xsl:template match="@home" mode="breadcrumb-name"><xsl:apply-templates select="/view/person/name[1]" mode="text"/></xsl:template>
  <xsl:template match="@base" mode="breadcrumb-name"><xsl:apply-templates select="/view/site/name[1]" mode="text"/></xsl:template>
  <xsl:template match="parent/@href | group/@href" mode="breadcrumb-name"><xsl:apply-templates select="../name[1]" mode="text"/></xsl:template>
  <xsl:template match="section/@href" mode="breadcrumb-name"><xsl:apply-templates select=".." mode="section-title"/></xsl:template>
  <xsl:template match="publication/@href" mode="breadcrumb-name"><xsl:apply-templates select="../title[1]" mode="text"/></xsl:template>

</xsl:stylesheet>
