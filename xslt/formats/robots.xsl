<?xml version="1.0" encoding="UTF-8"?>
<!--
  What robots may read (RFC 9309): all pages, and where the list of them is.

  Input:       view (@base) with site (@base-url).
  Output root: text.
  Parameters:  none.

  Lists with two choices or more are ever the same publications in other words,
  and there is no end of them; they and the answers of the search are left out.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view">
    <xsl:text>User-agent: *&#10;</xsl:text>
    <xsl:value-of select="concat('Disallow: ', @base, '*&amp;&#10;')"/>
    <xsl:value-of select="concat('Disallow: ', @base, '*?q=&#10;')"/>
    <xsl:value-of select="concat('Allow: ', @base, '&#10;&#10;')"/>
    <xsl:value-of select="concat('Sitemap: ', site/@base-url, 'sitemap.xml&#10;')"/>
  </xsl:template>

</xsl:stylesheet>
