<?xml version="1.0" encoding="UTF-8"?>
<!--
  Research projects, with a picture and a few sentences.

  Input:       view with projects (heading?, project*(@id @from? @to? @status?,
               title, summary? teaser? topic* link* metric* note*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- the picture looks like that of a publication: mode "teaser" -->
  <xsl:template match="project" mode="meta">
    <xsl:apply-templates select="." mode="line-of">
      <xsl:with-param name="names" select="'status'"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="summary" mode="note"/>
    <xsl:apply-templates select="topic[1]" mode="meta"/>
  </xsl:template>

</xsl:stylesheet>
