<?xml version="1.0" encoding="UTF-8"?>
<!--
  The list of publications: ways to choose at the side, then groups of entries.

  Input:       view with query, facet*, pager? and publications (heading?,
               group*(@key @id @label? @n @slot)); or items with publication*.
  Output root: section, with an instruction <?slot items N?> for the entries of
               every group; or li* for items.
  Parameters:  those of filters.xsl.

  Headings: the section's own is h2 on a home page, h1 on its page, where an h2
  says what the list shows. So groups are h3 and entries, which are kept for all
  pages, h4 on both.
  To change how an entry looks, override match="publication" mode="item".
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/frame.xsl"/>
  <xsl:import href="../lib/filters.xsl"/>
  <xsl:import href="../lib/years.xsl"/>
  <xsl:import href="../lib/plain.xsl"/>
  <xsl:import href="../lib/split.xsl"/>
  <xsl:import href="../lib/meta.xsl"/>
  <xsl:import href="../lib/coins.xsl"/>
  <xsl:import href="../lib/publication.xsl"/>
  <xsl:import href="../lib/entry.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/view"><xsl:apply-templates select="*[last()]" mode="frame"/></xsl:template>
  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="item"/></xsl:template>
  <xsl:template match="/items[@kind = 'cv']"><xsl:apply-templates select="publication" mode="brief"/></xsl:template>

  <xsl:template match="publications" mode="heading-more"><xsl:apply-templates select="/view[@kind != 'cv']/query/@total" mode="count"/></xsl:template>
  <xsl:template match="@total" mode="count"><xsl:text> </xsl:text><span class="total"><xsl:value-of select="."/></span></xsl:template>
  <!-- at the side: years and search for all, the rest folded on small screens -->
  <xsl:template match="publications" mode="aside"><xsl:apply-templates select="/view[query/@total &gt; 0][@kind != 'cv']" mode="aside"/></xsl:template>

  <xsl:template match="view" mode="aside">
    <div class="filter">
      <xsl:apply-templates select="facet[@key = 'year']" mode="years"/>
      <xsl:apply-templates select="query" mode="search"/>
      <xsl:apply-templates select="." mode="facets"/>
    </div>
  </xsl:template>

  <xsl:template match="view" mode="facets">
    <details class="facets">
      <summary><xsl:value-of select="key('s', 'filter.title')"/></summary>
      <xsl:apply-templates select="facet[@key != 'year']" mode="list"/>
    </details>
  </xsl:template>

  <!-- a home page offers a few, and the way to all -->
  <xsl:template match="view[@kind = 'home']" mode="facets">
    <details class="facets">
      <summary><xsl:value-of select="key('s', 'filter.title')"/></summary>
      <xsl:apply-templates select="facet[@key = 'type' or @key = 'keyword' or @key = 'selected']" mode="list"/>
      <p class="refine"><a><xsl:apply-templates select="query/reset/@href" mode="href"/><xsl:value-of select="key('s', 'list.refine')"/></a></p>
    </details>
  </xsl:template>

  <xsl:template match="publications" mode="content">
    <xsl:apply-templates select="/view/query[filter]" mode="chosen"/>
    <xsl:apply-templates select="/view[@kind = 'section']/query[not(filter)]" mode="all"/>
    <xsl:apply-templates select="/view[@kind = 'section']/query[@shown &gt; 1]" mode="choices"/>
    <xsl:apply-templates select="/view/query[@shown = 0][filter]" mode="none"/>
    <xsl:apply-templates select="/view/query[@total = 0]" mode="empty"/>
    <xsl:apply-templates select="group" mode="body"/>
    <xsl:apply-templates select="/view/pager" mode="pager"/>
    <xsl:apply-templates select="self::*[group]" mode="feeds"/>
  </xsl:template>
  <!-- a CV has nothing to choose -->
  <xsl:template match="view[@kind = 'cv']/publications" mode="content"><xsl:apply-templates select="group" mode="body"/></xsl:template>

  <!-- what is shown, in words and as filters to take away -->
  <xsl:template match="query" mode="chosen">
    <div class="state">
      <xsl:element name="h{$h + 1}"><xsl:apply-templates select="." mode="state"/></xsl:element>
      <ul class="chips" aria-label="{key('s', 'filter.active')}"><xsl:apply-templates select="filter" mode="chip"/></ul>
      <p class="reset"><a><xsl:apply-templates select="reset/@href" mode="href"/><xsl:value-of select="key('s', 'list.reset')"/></a></p>
    </div>
  </xsl:template>

  <xsl:template match="query" mode="all"><h2 class="vh"><xsl:value-of select="key('s', 'list.all')"/></h2></xsl:template>

  <xsl:template match="query" mode="none">
    <div class="none">
      <p><xsl:value-of select="key('s', 'list.none')"/></p>
      <p><xsl:value-of select="key('s', 'list.none.hint')"/></p>
      <ul class="ways"><xsl:apply-templates select="filter" mode="way-out"/></ul>
    </div>
  </xsl:template>

  <xsl:template match="group" mode="body">
    <h3 class="group" id="{../@id}-{@id}"><xsl:apply-templates select="." mode="label"/><xsl:apply-templates select="@n[../@key != 'year']" mode="count"/></h3>
    <ol class="pubs"><xsl:processing-instruction name="slot"><xsl:value-of select="@slot"/></xsl:processing-instruction></ol>
  </xsl:template>

  <!-- of years, the columns at the side tell -->
  <xsl:template match="@n" mode="count"><xsl:text> </xsl:text><span class="n"><xsl:value-of select="."/></span></xsl:template>

  <!-- the one group of a list without groups needs a heading only to be found -->
  <xsl:template match="group[@id = 'all']" mode="body">
    <h3 class="vh"><xsl:apply-templates select="." mode="label"/></h3>
    <ol class="pubs"><xsl:processing-instruction name="slot"><xsl:value-of select="@slot"/></xsl:processing-instruction></ol>
  </xsl:template>

  <xsl:template match="group[not(@label)][@id = 'all' or @id = 'none' or @id = 'forthcoming']" mode="label">
    <xsl:value-of select="key('s', concat('group.', @id))"/>
  </xsl:template>

  <xsl:template match="query" mode="choices">
    <ul class="choices" aria-label="{key('s', 'choice.label')}">
      <xsl:apply-templates select="choice[not(@key = preceding-sibling::choice/@key)]" mode="choices"/>
    </ul>
  </xsl:template>

  <!-- order and grouping: of the first of a key, all of that key -->
  <xsl:template match="choice" mode="choices">
    <li>
      <span id="{@key}-{/view/@section}"><xsl:value-of select="key('s', concat('key.', @key))"/></span>
      <ul class="line" aria-labelledby="{@key}-{/view/@section}"><xsl:apply-templates select="../choice[@key = current()/@key]" mode="item"/></ul>
    </li>
  </xsl:template>
  <xsl:template match="choice" mode="item">
    <li>
      <a rel="nofollow">
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:apply-templates select="@current" mode="current"/>
        <xsl:apply-templates select="." mode="label"/>
      </a>
    </li>
  </xsl:template>

  <!-- pages; a gap where numbers are left out -->
  <xsl:template match="pager" mode="pager">
    <nav class="pager" aria-label="{key('s', 'pager.label')}"><ol class="pages"><xsl:apply-templates select="page" mode="pager"/></ol></nav>
  </xsl:template>
  <xsl:template match="page" mode="pager">
    <li>
      <xsl:if test="@n - preceding-sibling::page[1]/@n &gt; 1"><xsl:attribute name="class">gap</xsl:attribute></xsl:if>
      <a>
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:if test="@current"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <span class="vh"><xsl:value-of select="concat(key('s', 'pager.page'), ' ')"/></span>
        <xsl:value-of select="@n"/>
      </a>
    </li>
  </xsl:template>

</xsl:stylesheet>
