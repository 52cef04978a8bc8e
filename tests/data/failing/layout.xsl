<?xml version="1.0" encoding="UTF-8"?>
<!-- A theme that goes wrong while it works: here the page of a section. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="base:layout.xsl"/>
  <xsl:template match="/view[@kind = 'section']"><xsl:message terminate="yes">no page</xsl:message></xsl:template>
</xsl:stylesheet>
