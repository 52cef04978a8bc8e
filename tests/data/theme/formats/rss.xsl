<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:template match="/view">
    <rss self="{page/@self}"><xsl:for-each select="news/item"><item><xsl:value-of select="."/></item></xsl:for-each></rss>
  </xsl:template>
</xsl:stylesheet>
