<?xml version="1.0" encoding="UTF-8"?>
<!--
  The groups of the site, in each other; or the head of one group's page: what
  it is, and the groups in it.

  Input:       the frame with groups (group*); or with parent* and group: name+,
               description?, link*, group*. Each group in these has @href, @n
               (how many people), name+, description? and, on the page of all,
               group*.
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/frame.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/view">
    <section class="band s-groups" id="groups" aria-labelledby="h-groups">
      <div class="rail"><h1 id="h-groups"><xsl:value-of select="key('s', 'section.groups')"/></h1></div>
      <div class="body"><xsl:apply-templates select="groups" mode="body"/></div>
    </section>
  </xsl:template>

  <xsl:template match="/view[@kind = 'group']">
    <section class="band intro s-groups" aria-labelledby="h-groups">
      <div class="body">
        <h1 id="h-groups"><xsl:apply-templates select="group/name[1]" mode="plain"/></h1>
        <xsl:apply-templates select="group/description" mode="body"/>
        <xsl:apply-templates select="group[link]" mode="links"/>
        <xsl:apply-templates select="group" mode="body-more"/>
      </div>
    </section>
    <xsl:apply-templates select="group[group]" mode="inner"/>
  </xsl:template>

  <xsl:template match="description" mode="body">
    <div class="bio"><xsl:apply-templates select="@xml:lang" mode="lang"/><xsl:apply-templates select="." mode="prose"/></div>
  </xsl:template>

  <xsl:template match="group" mode="links"><ul class="contact"><xsl:apply-templates select="link" mode="item"/></ul></xsl:template>
  <xsl:template match="link" mode="item"><li><xsl:apply-templates select="." mode="link"/></li></xsl:template>

  <xsl:template match="group" mode="inner">
    <section class="band" aria-labelledby="h-inner">
      <div class="rail"><h2 id="h-inner"><xsl:value-of select="key('s', 'section.groups')"/></h2></div>
      <div class="body"><xsl:apply-templates select="." mode="tree"/></div>
    </section>
  </xsl:template>

  <xsl:template match="groups" mode="body"><xsl:apply-templates select="." mode="tree"/></xsl:template>

  <xsl:template match="*" mode="tree"><ul class="tree"><xsl:apply-templates select="group" mode="item"/></ul></xsl:template>
  <xsl:template match="group" mode="item">
    <li>
      <xsl:apply-templates select="." mode="link"/>
      <xsl:apply-templates select="@n" mode="item"/>
      <xsl:apply-templates select="description" mode="item"/>
      <xsl:apply-templates select="self::*[group]" mode="tree"/>
    </li>
  </xsl:template>
  <xsl:template match="description" mode="item">
    <p class="what"><xsl:apply-templates select="@xml:lang" mode="lang"/><xsl:apply-templates select="." mode="excerpt"/></p>
  </xsl:template>
  <xsl:template match="group" mode="link-label"><xsl:apply-templates select="name[1]" mode="plain"/></xsl:template>
  <xsl:template match="@n" mode="item"><xsl:text> </xsl:text><span class="n"><xsl:apply-templates select="." mode="number"/></span></xsl:template>

</xsl:stylesheet>
