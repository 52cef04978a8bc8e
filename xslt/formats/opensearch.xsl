<?xml version="1.0" encoding="UTF-8"?>
<!--
  The search of the site for the search field of browsers (OpenSearch 1.1).

  Input:       view with site (@base-url, @static-url, name) and page
               (@list: the list of publications to search, if there is one).
  Output root: OpenSearchDescription.
  Parameters:  none.

  A site of many people has no list of its own to search.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <xsl:include href="../lib/text.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="yes"/>

  <xsl:template match="/view">
    <OpenSearchDescription>
      <ShortName><xsl:apply-templates select="site/name[1]" mode="short"/></ShortName>
      <Description><xsl:apply-templates select="key('s', 'opensearch.description')" mode="say"><xsl:with-param name="of" select="site"/></xsl:apply-templates></Description>
      <InputEncoding>UTF-8</InputEncoding>
      <Image width="16" height="16" type="image/svg+xml"><xsl:value-of select="concat(site/@static-url, 'icon.svg')"/></Image>
      <xsl:apply-templates select="page/@list" mode="search"/>
    </OpenSearchDescription>
  </xsl:template>

  <!-- no more than 16 letters, says the standard -->
  <xsl:template match="name" mode="short"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="name[string-length(normalize-space()) &gt; 16]" mode="short">
    <xsl:value-of select="concat(substring(normalize-space(), 1, 15), key('s', 'text.ellipsis'))"/>
  </xsl:template>
  <xsl:template match="site" mode="value"><xsl:value-of select="normalize-space(name[1])"/></xsl:template>

  <xsl:template match="@list" mode="search">
    <Url type="text/html" method="get" template="{.}?q={{searchTerms}}{translate(/view/@query, '?', '&amp;')}"/>
    <Url type="application/opensearchdescription+xml" rel="self" template="{/view/site/@base-url}opensearch.xml{/view/@query}"/>
  </xsl:template>

</xsl:stylesheet>
