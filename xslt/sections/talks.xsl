<?xml version="1.0" encoding="UTF-8"?>
<!--
  Talks, tutorials and interviews.

  Input:       view with talks (heading?, talk*(@id @date @kind?, title, event?
               organization* place? link* note*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="talk" mode="meta">
    <xsl:apply-templates select="." mode="line-of">
      <xsl:with-param name="names" select="'kind event organization place'"/>
    </xsl:apply-templates>
  </xsl:template>

</xsl:stylesheet>
