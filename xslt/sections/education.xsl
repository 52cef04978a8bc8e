<?xml version="1.0" encoding="UTF-8"?>
<!--
  Degrees and schools. A degree is a stay like a post, so all of it is in
  experience.xsl; here a theme may say what is different.

  Input:       view with education (heading?, degree*(@id @kind? @from @to?, role?
               organization* group? place? advisor* topic* note* link*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="experience.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/view"><xsl:apply-templates select="*[last()]" mode="frame"/></xsl:template>

</xsl:stylesheet>
