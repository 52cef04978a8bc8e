<?xml version="1.0" encoding="UTF-8"?>
<!--
  What pages are called.

  Input:       the frame: view with site, person?, sections?, group?, query?,
               error?.
  Output root: none, a library. Include it behind frame.xsl.
  Parameters:  none.

  Mode of view, error: title (text).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- what is shown, then whose it is -->
  <xsl:template match="view" mode="title">
    <xsl:apply-templates select="person" mode="title"/>
    <xsl:apply-templates select="site[not(name = /view/person/name)]" mode="title-end"/>
    <xsl:apply-templates select="person[name = /view/site/name]/organization[last()]" mode="description"/>
  </xsl:template>

  <xsl:template match="view[@kind = 'section']" mode="title">
    <xsl:apply-templates select="sections/section[@current][not(/view/query/filter)]" mode="section-title"/>
    <xsl:apply-templates select="query[filter]" mode="state"/>
    <xsl:apply-templates select="person | site[not(../person)]" mode="title-end"/>
  </xsl:template>

  <xsl:template match="view[@kind = 'cv']" mode="title">
    <xsl:value-of select="key('s', 'title.cv')"/>
    <xsl:apply-templates select="person" mode="title-end"/>
  </xsl:template>

  <xsl:template match="view[@kind = 'publication']" mode="title">
    <xsl:apply-templates select="publication/title[1]" mode="attr"/>
    <xsl:apply-templates select="person" mode="title-end"/>
  </xsl:template>

  <xsl:template match="view[@kind = 'people' or @kind = 'groups' or @kind = 'group']" mode="title">
    <xsl:apply-templates select="sections/section[@current][not(/view/query/filter | /view/group)]" mode="section-title"/>
    <xsl:apply-templates select="query[filter]" mode="state"/>
    <xsl:apply-templates select="group/name[1]" mode="attr"/>
    <xsl:apply-templates select="site" mode="title-end"/>
  </xsl:template>

  <xsl:template match="view[error]" mode="title" priority="1">
    <xsl:apply-templates select="error" mode="title"/>
    <xsl:apply-templates select="site" mode="title-end"/>
  </xsl:template>

  <xsl:template match="error" mode="title">
    <xsl:variable name="word" select="key('s', concat('error.', @status))"/>
    <xsl:value-of select="$word"/>
    <xsl:if test="not($word)"><xsl:value-of select="key('s', 'error.other')"/></xsl:if>
  </xsl:template>

  <xsl:template match="person | site" mode="title"><xsl:value-of select="normalize-space(name[1])"/></xsl:template>

  <!-- a person is found by all names -->
  <xsl:template match="view[@kind = 'home']/person" mode="title"><xsl:apply-templates select="name" mode="title"/></xsl:template>
  <xsl:template match="name" mode="title">
    <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="*" mode="title-end"/>
  <xsl:template match="*[name]" mode="title-end">
    <xsl:value-of select="key('s', 'title.separator')"/>
    <xsl:apply-templates select="." mode="title"/>
  </xsl:template>

</xsl:stylesheet>
