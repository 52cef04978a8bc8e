<?xml version="1.0" encoding="UTF-8"?>
<!--
  Degrees and schools. A degree is a stay like a post, so most of it is in
  experience.xsl.

  Input:       view with education (heading?, degree*(@id @kind? @from @to?, role?
               organization* group? place? advisor* topic* note* link*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- who advised: of the first, all -->
  <xsl:template match="advisor" mode="meta">
    <xsl:text> </xsl:text>
    <span><xsl:apply-templates select="key('s', 'stay.advisor')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates></span>
  </xsl:template>
  <xsl:template match="advisor" mode="value"><xsl:apply-templates select="../advisor" mode="next-part"/></xsl:template>
  <xsl:template match="advisor[not(node())]" mode="link-label"><xsl:value-of select="@person"/></xsl:template>

</xsl:stylesheet>
