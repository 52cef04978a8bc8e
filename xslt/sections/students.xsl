<?xml version="1.0" encoding="UTF-8"?>
<!--
  Students and others who are advised, grouped by what they work for.

  Input:       view with students (heading?, student*(@id @from @to? @level @role?
               @href?, name+, thesis? now? note*)).
  Output root: section.
  Parameters:  none.

  The groups come in the order of their first students.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:key name="level" match="student" use="@level"/>

  <xsl:template match="students" mode="body">
    <xsl:apply-templates select="student[count(. | key('level', @level)[1]) = 1]" mode="level"/>
  </xsl:template>

  <!-- of the first of a level: all of that level -->
  <xsl:template match="student" mode="level">
    <xsl:element name="h{$h + 1}">
      <xsl:attribute name="class">group</xsl:attribute>
      <xsl:apply-templates select="@level" mode="word"/>
      <xsl:text> </xsl:text>
      <span class="n"><xsl:value-of select="count(key('level', @level))"/></span>
    </xsl:element>
    <dl class="rows"><xsl:apply-templates select="key('level', @level)" mode="item"/></dl>
  </xsl:template>

  <xsl:template match="student" mode="title">
    <xsl:apply-templates select="." mode="link"/>
    <xsl:apply-templates select="." mode="other-names"/>
  </xsl:template>
  <xsl:template match="student" mode="link-label"><xsl:apply-templates select="." mode="name"/></xsl:template>
  <xsl:template match="student[not(name)]" mode="link-label"><xsl:value-of select="@person"/></xsl:template>

  <xsl:template match="student" mode="meta">
    <xsl:apply-templates select="." mode="line-of"><xsl:with-param name="names" select="'role'"/></xsl:apply-templates>
    <xsl:apply-templates select="thesis | now" mode="meta"/>
  </xsl:template>

  <xsl:template match="thesis | now" mode="meta">
    <xsl:text> </xsl:text>
    <span>
      <xsl:value-of select="concat(key('s', concat('student.', name())), key('s', 'list.colon'))"/>
      <xsl:apply-templates select="." mode="part-text"/>
    </span>
  </xsl:template>

  <xsl:template match="thesis" mode="part-text"><cite><xsl:apply-templates select="." mode="link"/></cite></xsl:template>
  <xsl:template match="now" mode="part-text"><xsl:apply-templates select="." mode="line"/></xsl:template>

</xsl:stylesheet>
