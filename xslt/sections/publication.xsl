<?xml version="1.0" encoding="UTF-8"?>
<!--
  One publication on a page of its own: all that is known of it, the abstract
  open, an entry to copy, and the publications before and behind it.

  Input:       the frame, with publication, previous? and next?(@href, title).
  Output root: article, then nav.
  Parameters:  none.

  Each part is a band with its heading at the side: mode "band" of what it is
  made of, which needs a name, and mode "inside".
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="/view[publication]">
    <xsl:apply-templates select="publication" mode="page"/>
    <xsl:apply-templates select="self::*[previous or next]" mode="near"/>
  </xsl:template>

  <xsl:template match="publication" mode="page">
    <article class="paper h-cite" aria-labelledby="h-publication">
      <div class="band">
        <div class="rail"><xsl:apply-templates select="/view/sections/section[@current]" mode="back"/></div>
        <div class="body">
          <h1 class="p-name" id="h-publication">
            <xsl:apply-templates select="title[1]" mode="line"/>
          </h1>
          <xsl:apply-templates select="authors" mode="cite"/>
          <xsl:apply-templates select="." mode="meta"/>
          <xsl:apply-templates select="self::*[distinction]" mode="distinctions"/>
          <xsl:apply-templates select="note" mode="note"/>
          <xsl:apply-templates select="self::*[link]" mode="links"/>
          <xsl:apply-templates select="teaser[1]" mode="teaser"/>
        </div>
      </div>
      <xsl:apply-templates select="abstract[1]" mode="band"><xsl:with-param name="name">abstract</xsl:with-param></xsl:apply-templates>
      <xsl:apply-templates select="." mode="band"><xsl:with-param name="name">page</xsl:with-param></xsl:apply-templates>
      <xsl:apply-templates select="/view/page" mode="band"><xsl:with-param name="name">cite</xsl:with-param></xsl:apply-templates>
      <xsl:apply-templates select="." mode="body-more"/>
    </article>
  </xsl:template>

  <xsl:template match="section" mode="back">
    <p class="back"><a><xsl:apply-templates select="@href" mode="href"/><xsl:apply-templates select="." mode="section-title"/></a></p>
  </xsl:template>

  <!-- what there is to open, the paper first -->
  <xsl:template match="view/publication" mode="links">
    <ul class="open" aria-label="{key('s', 'publication.links')}">
      <xsl:apply-templates select="link[@rel = 'paper']" mode="item"/>
      <xsl:apply-templates select="link[@rel != 'paper']" mode="item"/>
    </ul>
  </xsl:template>
  <xsl:template match="link" mode="item"><li class="to-{@rel}"><xsl:apply-templates select="." mode="link"/></li></xsl:template>

  <!-- the picture is what one came for: it does not wait -->
  <xsl:template match="view/publication/teaser[not(@video)]" mode="teaser">
    <img class="teaser"><xsl:apply-templates select="." mode="image"/></img>
  </xsl:template>

  <xsl:template match="*" mode="band">
    <xsl:param name="name"/>
    <section class="band" aria-labelledby="h-{$name}">
      <div class="rail"><h2 id="h-{$name}"><xsl:value-of select="key('s', concat('publication.', $name))"/></h2></div>
      <div class="body"><xsl:apply-templates select="." mode="inside"/></div>
    </section>
  </xsl:template>

  <xsl:template match="abstract" mode="inside">
    <div class="p-summary">
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates select="." mode="prose"/>
    </div>
  </xsl:template>

  <!-- what has not been said above -->
  <xsl:template match="publication" mode="inside">
    <dl class="rows">
      <xsl:apply-templates select="@date" mode="row"><xsl:with-param name="word" select="key('s', 'publication.date')"/></xsl:apply-templates>
      <xsl:apply-templates select="@type" mode="row"><xsl:with-param name="word" select="key('s', 'key.type')"/></xsl:apply-templates>
      <xsl:apply-templates select="identifier[1]" mode="row"><xsl:with-param name="word" select="key('s', 'publication.identifiers')"/></xsl:apply-templates>
      <xsl:apply-templates select="metric[1]" mode="row"><xsl:with-param name="word" select="key('s', 'publication.numbers')"/></xsl:apply-templates>
      <xsl:apply-templates select="keyword[1]" mode="row"><xsl:with-param name="word" select="key('s', 'publication.keywords')"/></xsl:apply-templates>
    </dl>
  </xsl:template>

  <xsl:template match="@* | *" mode="row">
    <xsl:param name="word"/>
    <div><dt><xsl:value-of select="$word"/></dt><xsl:apply-templates select="." mode="row-value"/></div>
  </xsl:template>

  <xsl:template match="@date" mode="row-value"><dd><time datetime="{.}"><xsl:apply-templates select="." mode="long-date"/></time></dd></xsl:template>
  <xsl:template match="@type" mode="row-value"><dd><xsl:apply-templates select="." mode="badge"/></dd></xsl:template>
  <xsl:template match="keyword" mode="row-value"><dd><xsl:apply-templates select=".." mode="keywords"/></dd></xsl:template>
  <!-- of the first of a kind: all of that kind -->
  <xsl:template match="*" mode="row-value"><xsl:apply-templates select="../*[name() = name(current())]" mode="datum"/></xsl:template>

  <xsl:template match="identifier" mode="datum">
    <dd><xsl:apply-templates select="." mode="link"><xsl:with-param name="long" select="true()"/></xsl:apply-templates></dd>
  </xsl:template>
  <xsl:template match="metric" mode="datum">
    <dd><div><xsl:apply-templates select="." mode="link"/><xsl:apply-templates select="self::*[@source or @as-of]" mode="counted"/></div></dd>
  </xsl:template>
  <xsl:template match="metric" mode="counted">
    <xsl:text> </xsl:text>
    <small>
      <xsl:value-of select="@source"/>
      <xsl:value-of select="key('s', 'list.separator')[current()/@source and current()/@as-of]"/>
      <xsl:apply-templates select="@as-of" mode="time"/>
    </small>
  </xsl:template>

  <!-- to copy, and as files; the abstract and the topics can be read above -->
  <xsl:template match="page" mode="inside">
    <pre><code translate="no"><xsl:apply-templates select="/view/publication" mode="bibtex"/></code></pre>
    <xsl:apply-templates select="self::*[alternate]" mode="feeds"/>
  </xsl:template>

  <xsl:template match="view" mode="near">
    <nav class="band" aria-label="{key('s', 'publication.near')}">
      <ul class="near"><xsl:apply-templates select="previous | next" mode="near"/></ul>
    </nav>
  </xsl:template>

  <xsl:template match="previous | next" mode="near">
    <li class="{name()}">
      <a rel="{substring(name(), 1, 4)}">
        <xsl:apply-templates select="@href" mode="href"/>
        <span class="what"><xsl:value-of select="key('s', concat('publication.', name()))"/></span><xsl:text> </xsl:text>
        <b><xsl:apply-templates select="title[1]" mode="flat-line"/></b>
      </a>
    </li>
  </xsl:template>

</xsl:stylesheet>
