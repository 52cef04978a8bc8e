<?xml version="1.0" encoding="UTF-8"?>
<!--
  Prizes, scholarships and honours: the year and one line each.

  Input:       view with awards (heading?, award*(@id @date @kind? @rank? @icon?,
               title, awarder* note* link*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="awards" mode="body">
    <ul class="awards"><xsl:apply-templates select="*[not(self::heading)]" mode="item"/></ul>
  </xsl:template>

  <xsl:template match="award" mode="item">
    <li>
      <xsl:attribute name="id"><xsl:apply-templates select="." mode="anchor"/></xsl:attribute>
      <xsl:apply-templates select="@kind" mode="class"/>
      <xsl:apply-templates select="@date" mode="time"/>
      <div>
        <xsl:apply-templates select="@icon" mode="icon"/>
        <xsl:apply-templates select="." mode="title"/>
        <xsl:apply-templates select="@rank[not(../@icon)] | awarder" mode="after"/>
        <xsl:apply-templates select="note[not(p or ul or ol)]" mode="after"/>
        <xsl:apply-templates select="note[p or ul or ol]" mode="note"/>
        <xsl:apply-templates select="self::*[link]" mode="links"/>
        <xsl:apply-templates select="." mode="item-more"/>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="@* | *" mode="after">
    <xsl:value-of select="key('s', 'list.separator')"/>
    <xsl:apply-templates select="." mode="part-text"/>
  </xsl:template>

  <!-- a short remark goes on in the line -->
  <xsl:template match="note" mode="after">
    <xsl:value-of select="key('s', 'title.separator')"/>
    <xsl:apply-templates select="." mode="line"/>
  </xsl:template>

  <!-- a medal says the place -->
  <xsl:template match="award[@rank]/@icon" mode="icon">
    <span class="icon" role="img">
      <xsl:attribute name="aria-label"><xsl:apply-templates select="../@rank" mode="word"/></xsl:attribute>
      <xsl:value-of select="."/>
    </span>
    <xsl:text> </xsl:text>
  </xsl:template>

</xsl:stylesheet>
