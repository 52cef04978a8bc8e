<?xml version="1.0" encoding="UTF-8"?>
<!--
  A person as linked data, in the terms of schema.org.

  Input:       view with site, page, person and the sections education,
               experience, awards, as far as they are there.
  Output root: text, a JSON-LD document.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/link.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:include href="../lib/json.xsl"/>
  <xsl:include href="../lib/jsonld.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view"><xsl:apply-templates select="person" mode="jsonld"/></xsl:template>

</xsl:stylesheet>
