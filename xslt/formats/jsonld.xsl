<?xml version="1.0" encoding="UTF-8"?>
<!--
  A person as linked data, in the terms of schema.org.

  Input:       view with site, page, person and the sections education,
               experience, awards, as far as they are there.
  Output root: text, a JSON-LD document.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/text.xsl"/>
  <xsl:import href="../lib/link.xsl"/>
  <xsl:import href="../lib/plain.xsl"/>
  <xsl:import href="../lib/json.xsl"/>
  <xsl:import href="../lib/jsonld.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view"><xsl:apply-templates select="person" mode="jsonld"/></xsl:template>

</xsl:stylesheet>
