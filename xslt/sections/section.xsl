<?xml version="1.0" encoding="UTF-8"?>
<!--
  A section of one's own: paragraphs, lists, and parts with headings.

  Input:       view with section (heading?, p* ul* ol* subsection*(heading, p* ul* ol*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="section" mode="body">
    <xsl:apply-templates select="*[not(self::heading)]" mode="block"/>
  </xsl:template>

  <xsl:template match="*" mode="block"><xsl:apply-templates select="." mode="rich"/></xsl:template>

  <!-- parts have no id of their own, so they are counted -->
  <xsl:template match="subsection" mode="block">
    <div class="part" id="{/view/@section}-{count(preceding-sibling::subsection) + 1}">
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates select="heading[1]" mode="subheading"/>
      <xsl:apply-templates select="*[not(self::heading)]" mode="block"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
