<?xml version="1.0" encoding="UTF-8"?>
<!-- A theme that goes wrong while it works: here a part of a page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="base:sections/news.xsl"/>
  <xsl:template match="/view"><xsl:message terminate="yes">no news</xsl:message></xsl:template>
</xsl:stylesheet>
