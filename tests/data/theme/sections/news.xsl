<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:template match="/view">
    <ul id="{@section}"><xsl:for-each select="news/item"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
  </xsl:template>
</xsl:stylesheet>
