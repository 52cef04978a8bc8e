<?xml version="1.0" encoding="UTF-8"?>
<!--
  What robots may read (RFC 9309): all pages, and where the list of them is.

  Input:       view (@base) with site (@base-url).
  Output root: text.
  Parameters:  none.

  One filter gives a page that may be of use. Lists with two choices or more are
  ever the same publications in other words, and there is no end of them; they,
  other orders, and the answers of the search are left out. A longer line wins.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view">
    <xsl:text>User-agent: *&#10;</xsl:text>
    <xsl:apply-templates select="str:tokenize('&amp; ?*, ?q= ?sort= ?order= ?by= ?per=', ' ')" mode="forbidden">
      <xsl:with-param name="base" select="@base"/>
    </xsl:apply-templates>
    <xsl:value-of select="concat('Allow: ', @base, '&#10;&#10;')"/>
    <xsl:value-of select="concat('Sitemap: ', site/@base-url, 'sitemap.xml&#10;')"/>
  </xsl:template>

  <!-- wherever it stands in an address -->
  <xsl:template match="token" mode="forbidden">
    <xsl:param name="base"/>
    <xsl:value-of select="concat('Disallow: ', $base, '*', ., '&#10;')"/>
  </xsl:template>

</xsl:stylesheet>
