<?xml version="1.0" encoding="UTF-8"?>
<!--
  Courses, each with its term.

  Input:       view with teaching (heading?, course*(@id @from @to? @role? @code?
               @level?, title, organization* term? link* note*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="course" mode="meta">
    <xsl:apply-templates select="." mode="line-of">
      <xsl:with-param name="names" select="'code role level organization term'"/>
    </xsl:apply-templates>
  </xsl:template>

</xsl:stylesheet>
