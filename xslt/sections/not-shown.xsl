<?xml version="1.0" encoding="UTF-8"?>
<!--
  In place of a section that could not be shown. It uses as little as it can.

  Input:       view with not-shown as its last child.
  Output root: div, or p when it stands for no single section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/view">
    <p class="not-shown"><xsl:value-of select="strings/s[@id = 'section.not-shown']"/></p>
  </xsl:template>

  <xsl:template match="/view[@section]">
    <div class="band" id="{@section}">
      <p class="not-shown"><xsl:value-of select="strings/s[@id = 'section.not-shown']"/></p>
    </div>
  </xsl:template>

</xsl:stylesheet>
