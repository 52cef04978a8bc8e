<?xml version="1.0" encoding="UTF-8"?>
<!--
  What went wrong, and ways on.

  Input:       the frame with error (@status @key? @list? @of?; near*(@href, title):
               what may have been meant).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/titles.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/view">
    <section class="band failed" aria-labelledby="h-error">
      <div class="rail"><p class="status"><xsl:value-of select="error/@status"/></p></div>
      <div class="body">
        <h1 id="h-error"><xsl:apply-templates select="error" mode="title"/></h1>
        <xsl:apply-templates select="error" mode="body"/>
        <xsl:apply-templates select="error[near]" mode="near"/>
        <xsl:apply-templates select="page[alternate/@section][../error[@status = 404][not(@key) and not(near)]]" mode="formats"/>
        <xsl:apply-templates select="error/@list[../@status = 400 or ../@status = 414 or ../@key]" mode="ways"/>
        <xsl:apply-templates select="self::*[site/name]" mode="ways"/>
      </div>
    </section>
  </xsl:template>

  <xsl:template match="error" mode="body">
    <p><xsl:value-of select="key('s', concat('error.', @status, '.hint'))"/></p>
  </xsl:template>

  <!-- a key of the query is to blame: what it takes -->
  <xsl:template match="error[@key]" mode="body">
    <p>
      <xsl:apply-templates select="key('s', 'error.key')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
      <xsl:text> </xsl:text>
      <xsl:value-of select="key('s', 'error.accepts')"/>
    </p>
    <p class="accepts"><xsl:value-of select="key('s', concat('accepts.', @key))"/></p>
  </xsl:template>

  <xsl:template match="error[@key and @status = 404]" mode="body">
    <p><xsl:value-of select="key('s', 'error.404.page')"/></p>
  </xsl:template>

  <xsl:template match="error" mode="near">
    <p><xsl:value-of select="key('s', 'error.near')"/></p>
    <ul class="ways"><xsl:apply-templates select="near" mode="ways"/></ul>
  </xsl:template>
  <xsl:template match="near" mode="ways"><li><xsl:apply-templates select="." mode="link"/></li></xsl:template>
  <xsl:template match="near" mode="link-label"><xsl:apply-templates select="title[1]" mode="flat-span"/></xsl:template>

  <!-- the section is there, but not in this format -->
  <xsl:template match="page" mode="formats">
    <p><xsl:value-of select="key('s', 'error.formats')"/></p>
    <ul class="feeds"><xsl:apply-templates select="alternate[@section]" mode="feeds"/></ul>
  </xsl:template>

  <xsl:template match="@list" mode="ways">
    <p><a class="way"><xsl:apply-templates select="." mode="href"/><xsl:apply-templates select="." mode="list-word"/></a></p>
  </xsl:template>

  <xsl:template match="@list" mode="list-word">
    <xsl:variable name="own" select="key('s', concat('list.all.', ../@of))"/>
    <xsl:value-of select="$own | key('s', 'error.list')[not($own)]"/>
  </xsl:template>

  <!-- the home page and the sections of the person, or the people -->
  <xsl:template match="view" mode="ways">
    <ul class="ways">
      <xsl:apply-templates select="person" mode="ways"/>
      <xsl:apply-templates select="sections/section[not(@nomenu)]" mode="ways"/>
      <xsl:apply-templates select="site[/view/@home != /view/@base or not(/view/person or /view/sections/section/@name = 'people')]" mode="ways"/>
    </ul>
  </xsl:template>

  <xsl:template match="person" mode="ways">
    <li><a><xsl:apply-templates select="/view/@home" mode="href"/><xsl:apply-templates select="." mode="name"/></a></li>
  </xsl:template>
  <xsl:template match="section" mode="ways">
    <li><a><xsl:apply-templates select="@href" mode="href"/><xsl:apply-templates select="." mode="section-title"/></a></li>
  </xsl:template>
  <xsl:template match="site" mode="ways">
    <li><a><xsl:apply-templates select="/view/@base" mode="href"/><xsl:apply-templates select="name[1]" mode="plain"/></a></li>
  </xsl:template>

</xsl:stylesheet>
