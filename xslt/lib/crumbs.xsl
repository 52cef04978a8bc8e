<?xml version="1.0" encoding="UTF-8"?>
<!--
  Where the page is: the site, then a person or a section of the site, then what
  is in it.

  Input:       the frame.
  Output root: none, a library. Include it behind frame.xsl.
  Parameters:  none.

  Mode of view: place (nav). Modes crumb: one step of it, as a link unless the
  page itself is meant.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="view" mode="place">
    <nav class="crumbs" aria-label="{key('s', 'nav.place')}">
      <ol>
        <xsl:apply-templates select="site[name][not(/view/person) or /view/@home != /view/@base]" mode="crumb"/>
        <xsl:apply-templates select="person" mode="crumb"/>
        <xsl:apply-templates select="self::*[@kind != 'error']/sections/section[@current]" mode="crumb"/>
        <xsl:apply-templates select="parent | group" mode="crumb"/>
        <xsl:apply-templates select="self::*[@kind = 'cv']" mode="crumb"/>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="site" mode="crumb">
    <li>
      <a>
        <xsl:apply-templates select="/view/@base" mode="href"/>
        <xsl:apply-templates select="logo[1]" mode="crumb"/>
        <xsl:apply-templates select="name[1]" mode="plain"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="logo" mode="crumb"><img class="mark"><xsl:apply-templates select="." mode="image"/></img><xsl:text> </xsl:text></xsl:template>

  <xsl:template match="person" mode="crumb">
    <li><a><xsl:apply-templates select="/view/@home" mode="href"/><xsl:apply-templates select="." mode="name"/></a></li>
  </xsl:template>
  <xsl:template match="view[@kind = 'home']/person" mode="crumb">
    <li aria-current="page"><xsl:apply-templates select="." mode="name"/></li>
  </xsl:template>

  <xsl:template match="view" mode="crumb"><li aria-current="page"><xsl:value-of select="key('s', 'title.cv')"/></li></xsl:template>
  <xsl:template match="section" mode="crumb"><li aria-current="page"><xsl:apply-templates select="." mode="section-title"/></li></xsl:template>
  <xsl:template match="view[@kind = 'publication' or @kind = 'group']/sections/section" mode="crumb">
    <li><a><xsl:apply-templates select="@href" mode="href"/><xsl:apply-templates select="." mode="section-title"/></a></li>
  </xsl:template>

  <xsl:template match="parent" mode="crumb">
    <li><a><xsl:apply-templates select="@href" mode="href"/><xsl:apply-templates select="name[1]" mode="plain"/></a></li>
  </xsl:template>
  <xsl:template match="group" mode="crumb"><li aria-current="page"><xsl:apply-templates select="name[1]" mode="plain"/></li></xsl:template>

</xsl:stylesheet>
