<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:template match="/view">
    <h1><xsl:value-of select="group/name"/></h1>
    <xsl:for-each select=".//group/group | groups/group"><a href="{@href}"><xsl:value-of select="concat(name, ' ', @n)"/></a></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
