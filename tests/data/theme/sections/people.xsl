<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:template match="/view">
    <p id="{@section}"><xsl:value-of select="concat(query/@shown, ' of ', query/@total)"/></p>
    <xsl:for-each select="people/group">
      <xsl:processing-instruction name="slot"><xsl:value-of select="@slot"/></xsl:processing-instruction>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="/items">
    <xsl:for-each select="person"><a href="{@href}"><xsl:value-of select="name"/></a></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
