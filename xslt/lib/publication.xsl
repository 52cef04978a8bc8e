<?xml version="1.0" encoding="UTF-8"?>
<!--
  One publication as a line of a list.

  Input:       publication, as it stands in items.
  Output root: li, by mode "item". Import it behind frame.xsl.
  Parameters:  none.

  It depends on nothing but the publication, the language and the base, so that
  it can be kept and used again. Modes of publication: item, title, meta, links.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="publication" mode="item">
    <li class="pub h-cite" id="{@id}">
      <xsl:apply-templates select="@selected[. = 'true' or . = '1']" mode="item"/>
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates select="teaser[1]" mode="teaser"/>
      <div>
        <h4 class="p-name"><xsl:apply-templates select="." mode="title"/></h4>
        <xsl:apply-templates select="authors" mode="cite"/>
        <xsl:apply-templates select="." mode="meta"/>
        <xsl:apply-templates select="self::*[distinction]" mode="distinctions"/>
        <xsl:apply-templates select="note" mode="note"/>
        <xsl:apply-templates select="." mode="links"/>
        <xsl:apply-templates select="." mode="item-more"/>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="@selected" mode="item"><xsl:attribute name="class">pub key h-cite</xsl:attribute></xsl:template>

  <!-- the picture; with a film behind it, if there is one -->
  <xsl:template match="teaser" mode="teaser">
    <img class="teaser" loading="lazy" decoding="async"><xsl:apply-templates select="." mode="image"/></img>
  </xsl:template>
  <xsl:template match="teaser[@video]" mode="teaser">
    <a class="teaser">
      <xsl:apply-templates select="@video" mode="href"/>
      <img loading="lazy" decoding="async"><xsl:apply-templates select="." mode="image"/></img>
      <span class="play"><xsl:value-of select="key('s', 'publication.film')"/></span>
    </a>
  </xsl:template>

  <!-- the title leads to the paper, if it is anywhere -->
  <xsl:template match="publication" mode="title"><xsl:apply-templates select="title[1]" mode="line"/></xsl:template>
  <xsl:template match="publication[link[@rel = 'paper' or @rel = 'preprint']]" mode="title">
    <a class="u-url">
      <xsl:apply-templates select="(link[@rel = 'paper'] | link[@rel = 'preprint'][not(../link[@rel = 'paper'])])[1]/@href" mode="href"/>
      <xsl:apply-templates select="title[1]" mode="flat-line"/>
    </a>
  </xsl:template>
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
      <xsl:apply-templates select="@selected[. = 'true' or . = '1']" mode="part"/>
    </p>
  </xsl:template>

  <!-- the badge: the short name that people say, else what it is -->
  <xsl:template match="publication" mode="badge"><xsl:apply-templates select="@type" mode="badge"/></xsl:template>
  <xsl:template match="publication[venue/@short]" mode="badge"><xsl:value-of select="venue/@short"/></xsl:template>
  <xsl:template match="@type" mode="badge"><xsl:value-of select="key('s', concat('type.', .))"/></xsl:template>

  <xsl:template match="venue" mode="part"/>
  <xsl:template match="venue[name != '']" mode="part">
    <xsl:if test="not(name = @short)"><xsl:text> </xsl:text><cite><xsl:apply-templates select="." mode="link"/></cite></xsl:if>
  </xsl:template>
  <xsl:template match="venue" mode="link-label"><xsl:apply-templates select="name[1]" mode="plain"/></xsl:template>

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
  <xsl:template match="distinction" mode="link-label"><xsl:apply-templates mode="flat"/></xsl:template>

  <xsl:template match="note" mode="note"><div class="note"><xsl:apply-templates select="." mode="prose"/></div></xsl:template>
  <!-- what there is to open -->
  <xsl:template match="publication" mode="links">
    <div class="more">
      <xsl:apply-templates select="link" mode="link"/>
      <xsl:apply-templates select="identifier" mode="link"/>
      <xsl:apply-templates select="metric" mode="link"/>
      <xsl:apply-templates select="@href" mode="page"/>
      <xsl:apply-templates select="abstract[1]" mode="fold"/>
      <xsl:apply-templates select="bibtex[1]" mode="fold"/>
    </div>
    <xsl:apply-templates select="self::*[keyword]" mode="keywords"/>
  </xsl:template>

  <xsl:template match="@href" mode="page"><a><xsl:apply-templates select="." mode="href"/><xsl:value-of select="key('s', 'publication.page')"/></a></xsl:template>

  <xsl:template match="abstract" mode="fold">
    <details>
      <summary><xsl:value-of select="key('s', 'publication.abstract')"/></summary>
      <div class="p-summary"><xsl:apply-templates select="." mode="prose"/></div>
    </details>
  </xsl:template>

  <xsl:template match="bibtex" mode="fold">
    <details>
      <summary><xsl:value-of select="key('s', 'publication.bibtex')"/></summary>
      <pre tabindex="0"><code translate="no"><xsl:value-of select="."/></code></pre>
    </details>
  </xsl:template>

  <xsl:template match="publication" mode="keywords">
    <ul class="keywords" aria-label="{key('s', 'publication.keywords')}"><xsl:apply-templates select="keyword" mode="item"/></ul>
  </xsl:template>
  <xsl:template match="keyword" mode="item"><li><xsl:apply-templates select="." mode="link"/></li></xsl:template>
  <xsl:template match="keyword" mode="link-attributes"><xsl:attribute name="rel">nofollow</xsl:attribute></xsl:template>

</xsl:stylesheet>
