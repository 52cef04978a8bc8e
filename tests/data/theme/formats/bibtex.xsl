<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:template match="/view"><xsl:processing-instruction name="slot">items</xsl:processing-instruction></xsl:template>
  <xsl:template match="/items"><xsl:for-each select="publication">@{<xsl:value-of select="@id"/>}</xsl:for-each></xsl:template>
</xsl:stylesheet>
