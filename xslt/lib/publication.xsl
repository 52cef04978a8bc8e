<?xml version="1.0" encoding="UTF-8"?>
<!--
  The parts of a publication, as lists, CVs and its own page show them.

  Input:       publication, as it stands in items and in the frame of its page.
  Output root: none, a library. Include it behind frame.xsl.
  Parameters:  none.

  Modes of publication: meta (where it appeared), badge, reference (what a CV
  adds to it), distinctions, keywords; of teaser, note: teaser, note; of title:
  flat-line (without links, inside a link). All depend on nothing but the
  publication, the language and the base, so that they can be kept.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="title" mode="flat-line">
    <xsl:apply-templates select="@xml:lang" mode="lang"/>
    <xsl:apply-templates mode="flat"/>
  </xsl:template>

  <!-- where it appeared, and how far it is -->
  <xsl:template match="publication" mode="meta">
    <p class="where">
      <span class="venue {@type}"><xsl:apply-templates select="." mode="badge"/><xsl:text> </xsl:text>
        <time class="dt-published" datetime="{@date}"><xsl:apply-templates select="@date" mode="year"/></time></span>
      <xsl:apply-templates select="venue[1]" mode="part"/>
      <xsl:apply-templates select="volume" mode="part"/>
      <xsl:apply-templates select="issue" mode="part"/>
      <xsl:apply-templates select="pages" mode="part"/>
      <xsl:apply-templates select="publisher" mode="part"/>
      <xsl:apply-templates select="venue/rank" mode="part"/>
      <xsl:apply-templates select="@status[. != 'published']" mode="part"/>
      <xsl:apply-templates select="." mode="reference"/>
    </p>
  </xsl:template>

  <xsl:template match="publication" mode="reference">
    <xsl:apply-templates select="@selected[. = 'true' or . = '1']" mode="part"/>
  </xsl:template>

  <!-- the badge: the short name that people say, else what it is -->
  <xsl:template match="publication" mode="badge"><xsl:apply-templates select="@type" mode="badge"/></xsl:template>
  <xsl:template match="publication[venue/@short]" mode="badge"><xsl:value-of select="venue/@short"/></xsl:template>
  <xsl:template match="@type" mode="badge"><xsl:value-of select="key('s', concat('type.', .))"/></xsl:template>

  <xsl:template match="venue" mode="part"/>
  <xsl:template match="venue[name != '']" mode="part">
    <xsl:if test="not(name = @short)"><xsl:text> </xsl:text><cite><xsl:apply-templates select="." mode="link"/></cite></xsl:if>
  </xsl:template>
  <xsl:template match="publication/venue" mode="link-label"><xsl:apply-templates select="name[1]" mode="plain"/></xsl:template>

  <xsl:template match="volume | issue | pages" mode="part">
    <xsl:text> </xsl:text>
    <span>
      <xsl:apply-templates select="key('s', concat('publication.', name()))" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
    </span>
  </xsl:template>
  <xsl:template match="volume | issue | pages" mode="value"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="publisher" mode="part"><xsl:text> </xsl:text><span><xsl:apply-templates select="." mode="plain"/></span></xsl:template>

  <xsl:template match="rank" mode="part">
    <xsl:text> </xsl:text>
    <span class="rank">
      <xsl:attribute name="title">
        <xsl:apply-templates select="key('s', 'publication.rank')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
      </xsl:attribute>
      <xsl:value-of select="concat(@scheme, ' ', normalize-space())"/>
    </span>
  </xsl:template>

  <xsl:template match="@status | @selected" mode="part">
    <xsl:text> </xsl:text>
    <span class="state-{.}"><xsl:value-of select="key('s', concat(name(), '.', .))"/></span>
  </xsl:template>

  <xsl:template match="publication" mode="distinctions">
    <ul class="distinctions"><xsl:apply-templates select="distinction" mode="item"/></ul>
  </xsl:template>
  <xsl:template match="distinction" mode="item"><li><xsl:apply-templates select="." mode="link"/></li></xsl:template>
  <xsl:template match="distinction" mode="link-label"><xsl:apply-templates select="." mode="flat-span"/></xsl:template>

  <xsl:template match="note" mode="note"><div class="note"><xsl:apply-templates select="@xml:lang" mode="lang"/><xsl:apply-templates select="." mode="prose"/></div></xsl:template>

  <xsl:template match="publication" mode="keywords">
    <ul class="keywords" aria-label="{key('s', 'publication.keywords')}"><xsl:apply-templates select="keyword" mode="item"/></ul>
  </xsl:template>
  <xsl:template match="keyword" mode="item"><li><xsl:apply-templates select="." mode="link"/></li></xsl:template>
  <xsl:template match="keyword" mode="link-attributes"><xsl:attribute name="rel">nofollow</xsl:attribute></xsl:template>

</xsl:stylesheet>
