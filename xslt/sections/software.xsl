<?xml version="1.0" encoding="UTF-8"?>
<!--
  Programs and libraries, each with its newest release.

  Input:       view with software (heading?, package*(@id @date? @version?
               @license? @language? @role?, title, summary? link* metric* note*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="package" mode="meta">
    <xsl:apply-templates select="." mode="line-of">
      <xsl:with-param name="names" select="'version language license role'"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="summary" mode="note"/>
  </xsl:template>

  <xsl:template match="@version" mode="part-text">
    <xsl:apply-templates select="key('s', 'package.version')" mode="say"><xsl:with-param name="of" select=".."/></xsl:apply-templates>
  </xsl:template>

</xsl:stylesheet>
