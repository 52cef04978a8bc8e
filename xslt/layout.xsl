<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page around its parts.

  Input:       the frame, see lib/page.xsl.
  Output root: html.
  Parameters:  those of languages.xsl.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/plain.xsl"/>
  <xsl:include href="lib/meta.xsl"/>
  <xsl:include href="lib/page.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:template match="/view"><xsl:apply-templates select="." mode="page"/></xsl:template>

</xsl:stylesheet>
