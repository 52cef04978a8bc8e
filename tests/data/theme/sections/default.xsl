<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:template match="/view"><section id="{@section}"><xsl:value-of select="*[@id = /view/@section]"/></section></xsl:template>
</xsl:stylesheet>
