<?xml version="1.0" encoding="UTF-8"?>
<!--
  What happens to things that no template knows, and places where a theme may
  add something without taking a whole template over.

  Input:       any view.
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  An element that nobody knows is shown plainly, and said aloud: a message
  fails a golden test. The modes that end in "-more" are empty; a theme fills
  them: head-more (view, in <head>), foot-more (view, in the foot),
  body-more (a section's element, after its body), item-more (an entry).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="*" mode="unknown">
    <xsl:message>
      <xsl:text>unknown element </xsl:text>
      <xsl:value-of select="name()"/>
      <xsl:text> in </xsl:text>
      <xsl:value-of select="name(..)"/>
    </xsl:message>
  </xsl:template>

  <xsl:template match="*" mode="rich" priority="-1">
    <xsl:apply-templates select="." mode="unknown"/>
    <xsl:apply-templates mode="rich"/>
  </xsl:template>

  <xsl:template match="*" mode="flat" priority="-1">
    <xsl:apply-templates select="." mode="unknown"/>
    <xsl:apply-templates mode="flat"/>
  </xsl:template>

  <xsl:template match="*" mode="item" priority="-1">
    <xsl:apply-templates select="." mode="unknown"/>
    <li><xsl:apply-templates select="." mode="plain"/></li>
  </xsl:template>

  <xsl:template match="*" mode="body" priority="-1">
    <xsl:apply-templates select="." mode="unknown"/>
    <p><xsl:apply-templates select="." mode="plain"/></p>
  </xsl:template>

  <xsl:template match="*" mode="head-more"/>
  <xsl:template match="*" mode="foot-more"/>
  <xsl:template match="*" mode="body-more"/>
  <xsl:template match="*" mode="item-more"/>

</xsl:stylesheet>
