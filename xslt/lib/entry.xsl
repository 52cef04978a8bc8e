<?xml version="1.0" encoding="UTF-8"?>
<!--
  One publication as a line of a list.

  Input:       publication, as it stands in items.
  Output root: li, by mode "item"; by mode "brief", for a CV: without picture,
               links and abstract, but with its register. Include it behind
               publication.xsl and coins.xsl.
  Parameters:  none.

  It depends on nothing but the publication, the language, the base, and whether
  it is for a CV, so that it can be kept and used again. Modes of publication:
  item, brief, title, meta, links.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="publication" mode="item">
    <li class="pub h-cite" id="{@id}">
      <xsl:apply-templates select="@selected[. = 'true' or . = '1']" mode="item"/>
      <xsl:apply-templates select="teaser[1]" mode="teaser"/>
      <div>
        <h4 class="p-name"><xsl:apply-templates select="." mode="title"/></h4>
        <xsl:apply-templates select="authors" mode="cite"/>
        <xsl:apply-templates select="." mode="meta"/>
        <xsl:apply-templates select="self::*[distinction]" mode="distinctions"/>
        <xsl:apply-templates select="note" mode="note"/>
        <xsl:apply-templates select="." mode="links"/>
        <xsl:apply-templates select="." mode="coins"/>
        <xsl:apply-templates select="." mode="item-more"/>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="@selected" mode="item"><xsl:attribute name="class">pub key h-cite</xsl:attribute></xsl:template>

  <xsl:template match="publication" mode="brief">
    <li class="pub h-cite" id="{@id}">
      <h4 class="p-name"><xsl:apply-templates select="." mode="title"/></h4>
      <xsl:apply-templates select="authors" mode="cite"/>
      <xsl:apply-templates select="." mode="meta"/>
      <xsl:apply-templates select="self::*[distinction]" mode="distinctions"/>
      <xsl:apply-templates select="note" mode="note"/>
    </li>
  </xsl:template>

  <!-- on paper nobody can follow a link -->
  <xsl:template match="items[@kind = 'cv']/publication" mode="reference">
    <xsl:apply-templates select="(identifier[@type = 'doi'] | identifier[@type = 'arxiv'][not(../identifier/@type = 'doi')])[1]" mode="part"/>
  </xsl:template>
  <xsl:template match="identifier" mode="part">
    <xsl:text> </xsl:text>
    <span><xsl:apply-templates select="." mode="link"><xsl:with-param name="long" select="true()"/></xsl:apply-templates></span>
  </xsl:template>

  <!-- the title leads to the page of the publication -->
  <xsl:template match="publication" mode="title"><xsl:apply-templates select="title[1]" mode="line"/></xsl:template>
  <xsl:template match="publication[@href]" mode="title">
    <a class="u-url">
      <xsl:apply-templates select="@href" mode="href"/>
      <xsl:apply-templates select="title[1]" mode="flat-line"/>
    </a>
  </xsl:template>

  <!-- what there is to open -->
  <xsl:template match="publication" mode="links">
    <div class="more">
      <xsl:apply-templates select="link" mode="link"/>
      <xsl:apply-templates select="identifier" mode="link"/>
      <xsl:apply-templates select="metric" mode="link"/>
      <xsl:apply-templates select="@href" mode="page"/>
      <xsl:apply-templates select="abstract[1]" mode="fold"/>
      <xsl:apply-templates select="." mode="fold"/>
    </div>
    <xsl:apply-templates select="self::*[keyword]" mode="keywords"/>
  </xsl:template>

  <xsl:template match="@href" mode="page"><a><xsl:apply-templates select="." mode="href"/><xsl:value-of select="key('s', 'publication.page')"/></a></xsl:template>

  <xsl:template match="abstract" mode="fold">
    <details>
      <summary><xsl:value-of select="key('s', 'publication.abstract')"/></summary>
      <div class="p-summary"><xsl:apply-templates select="@xml:lang" mode="lang"/><xsl:apply-templates select="." mode="prose"/></div>
    </details>
  </xsl:template>

  <!-- to copy; the abstract and the topics can be read above -->
  <xsl:template match="publication" mode="fold">
    <details>
      <summary><xsl:value-of select="key('s', 'publication.bibtex')"/></summary>
      <pre tabindex="0"><code translate="no"><xsl:apply-templates select="." mode="bibtex"/></code></pre>
    </details>
  </xsl:template>

</xsl:stylesheet>
