<?xml version="1.0" encoding="UTF-8"?>
<!--
  Any section without a sheet of its own, shown plainly: its paragraphs and
  lists as they are, its entries as a dated list of what they say.

  Input:       view with the section's element as its last child.
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/frame.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <!-- a heading that nobody gave and nobody knows: the name of the element -->
  <xsl:template match="/view/*[not(heading)]" mode="section-title">
    <xsl:variable name="word" select="key('s', concat('section.', name()))"/>
    <xsl:value-of select="$word"/>
    <xsl:if test="not($word)"><xsl:value-of select="name()"/></xsl:if>
  </xsl:template>

  <xsl:template match="/view/*" mode="body">
    <xsl:apply-templates select="p | ul | ol | subsection" mode="block"/>
    <xsl:apply-templates select="self::*[*[not(self::heading or self::p or self::ul or self::ol or self::subsection)]]" mode="entries"/>
  </xsl:template>

  <xsl:template match="p | ul | ol" mode="block"><xsl:apply-templates select="." mode="rich"/></xsl:template>

  <xsl:template match="subsection" mode="block">
    <div class="part">
      <xsl:apply-templates select="heading[1]" mode="subheading"/>
      <xsl:apply-templates select="p | ul | ol" mode="rich"/>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="entries">
    <ul class="dated">
      <xsl:apply-templates select="*[not(self::heading or self::p or self::ul or self::ol or self::subsection)]" mode="item"/>
    </ul>
  </xsl:template>

  <xsl:template match="*" mode="item">
    <li>
      <xsl:attribute name="id"><xsl:apply-templates select="." mode="anchor"/></xsl:attribute>
      <span class="when"><xsl:apply-templates select="." mode="period"/></span>
      <div>
        <xsl:apply-templates select="@xml:lang" mode="lang"/>
        <xsl:apply-templates select="@icon" mode="icon"/>
        <xsl:apply-templates select="text()[normalize-space()] | *" mode="part"/>
        <xsl:apply-templates select="." mode="item-more"/>
      </div>
    </li>
  </xsl:template>

  <!-- its parts one after the other; what has an address is a link -->
  <xsl:template match="text() | *" mode="part">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'title.separator')"/></xsl:if>
    <xsl:apply-templates select="." mode="part-text"/>
  </xsl:template>

  <xsl:template match="text()" mode="part-text"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="part-text"><xsl:apply-templates select="." mode="plain"/></xsl:template>
  <xsl:template match="*[@href]" mode="part-text"><xsl:apply-templates select="." mode="link"/></xsl:template>

</xsl:stylesheet>
