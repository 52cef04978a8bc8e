<?xml version="1.0" encoding="UTF-8"?>
<!--
  What lists have in common that visitors can choose from: publications, people
  and news of many.

  Input:       view with query, facet*, pager? and the list: heading?,
               group*(@key @id @label? @n @slot).
  Output root: none, a library. Include it behind frame.xsl, filters.xsl and
               years.xsl.
  Parameters:  none.

  Modes of the list: heading-more, aside, content of frame.xsl; a sheet writes
  mode "body" of group, and mode "item" of what is in items, which it applies in
  mode "entry". Words that differ have the name of the list behind
  their id: "list.all.people".
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="publications | people | news[/view/query]" mode="heading-more"><xsl:apply-templates select="/view[@kind != 'cv' and @kind != 'group']/query/@total | /view[@kind = 'group']/query/@shown" mode="count"/></xsl:template>
  <xsl:template match="@total | @shown" mode="count"><xsl:text> </xsl:text><span class="total"><xsl:apply-templates select="." mode="number"/></span></xsl:template>
  <!-- at the side: years and search for all, the rest folded on small screens -->
  <xsl:template match="publications | people | news[/view/query]" mode="aside"><xsl:apply-templates select="/view[query/@total &gt; 1][@kind != 'cv']" mode="aside"/></xsl:template>

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

  <!-- the page of a group offers nothing but the way to all -->
  <xsl:template match="view[@kind = 'group']" mode="aside"><xsl:apply-templates select="query[@shown &gt; sum(../*[last()]/group/@n)]/@href" mode="all"/></xsl:template>
  <xsl:template match="@href" mode="all">
    <p class="refine"><a><xsl:apply-templates select="." mode="href"/><xsl:apply-templates select=".." mode="list-word"/></a></p>
  </xsl:template>

  <!-- a home page offers a few, and the way to all -->
  <xsl:template match="view[@kind = 'home']" mode="facets">
    <details class="facets">
      <summary><xsl:value-of select="key('s', 'filter.title')"/></summary>
      <xsl:apply-templates select="facet[@key = 'type' or @key = 'keyword' or @key = 'selected']" mode="list"/>
      <p class="refine"><a><xsl:apply-templates select="query/reset/@href" mode="href"/><xsl:value-of select="key('s', 'list.refine')"/></a></p>
    </details>
  </xsl:template>

  <xsl:template match="publications | people | news[/view/query]" mode="content">
    <xsl:apply-templates select="/view/query[filter]" mode="chosen"/>
    <xsl:apply-templates select="/view[@kind = 'section' or @kind = 'people']/query[not(filter) and @total &gt; 0]" mode="all"/>
    <xsl:apply-templates select="/view[@kind = 'section']/query[choice][@shown &gt; 1]" mode="choices"/>
    <xsl:apply-templates select="/view/query[@shown = 0][filter]" mode="none"/>
    <xsl:apply-templates select="/view/query[@total = 0]" mode="empty"/>
    <xsl:apply-templates select="." mode="letters"/>
    <xsl:apply-templates select="group" mode="body"/>
    <xsl:apply-templates select="/view/pager" mode="pager"/>
    <xsl:apply-templates select="self::*[group]" mode="feeds"/>
  </xsl:template>

  <!-- a part of a group's page is what it is -->
  <xsl:template match="view[@kind = 'group']/*" mode="content" priority="1"><xsl:apply-templates select="group" mode="body"/></xsl:template>

  <!-- before the entries, where they are in order of the alphabet -->
  <xsl:template match="*" mode="letters"/>
  <xsl:template match="people[/view/facet[@key = 'letter']]" mode="letters">
    <nav class="az" aria-label="{key('s', 'nav.letters')}">
      <ul class="letters"><xsl:apply-templates select="/view/facet[@key = 'letter']/value[@id != 'other']" mode="letters"/><xsl:apply-templates select="/view/facet[@key = 'letter']/value[@id = 'other']" mode="letters"/></ul>
    </nav>
  </xsl:template>
  <xsl:template match="value" mode="letters">
    <li><a rel="nofollow"><xsl:apply-templates select="@href" mode="href"/><xsl:apply-templates select="@current" mode="current"/><xsl:apply-templates select="." mode="label"/></a></li>
  </xsl:template>

  <!-- what is shown, in words and as filters to take away -->
  <xsl:template match="query" mode="chosen">
    <div class="state">
      <xsl:element name="h{$h + 1}"><xsl:apply-templates select="." mode="state"/></xsl:element>
      <ul class="chips" aria-label="{key('s', 'filter.active')}"><xsl:apply-templates select="filter" mode="chip"/></ul>
      <p class="reset"><a><xsl:apply-templates select="reset/@href" mode="href"/><xsl:value-of select="key('s', 'list.reset')"/></a></p>
    </div>
  </xsl:template>

  <xsl:template match="query" mode="all"><h2 class="vh"><xsl:apply-templates select="." mode="list-word"/></h2></xsl:template>

  <xsl:template match="query" mode="none">
    <div class="none">
      <p><xsl:apply-templates select="." mode="list-word"><xsl:with-param name="word">list.none</xsl:with-param></xsl:apply-templates></p>
      <xsl:apply-templates select="self::*[filter/@would &gt; 0]" mode="ways-out"/>
    </div>
  </xsl:template>
  <!-- only where there is something then -->
  <xsl:template match="query" mode="ways-out">
    <p><xsl:value-of select="key('s', 'list.none.hint')"/></p>
    <ul class="ways"><xsl:apply-templates select="filter[@would &gt; 0]" mode="way-out"/></ul>
  </xsl:template>

  <!-- a list of its own words -->
  <xsl:template match="query" mode="list-word">
    <xsl:param name="word" select="'list.all'"/>
    <xsl:variable name="own" select="key('s', concat($word, '.', @of))"/>
    <xsl:value-of select="$own | key('s', $word)[not($own)]"/>
  </xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication | person | entry | unread" mode="entry"/></xsl:template>

  <!-- the slot says where an entry ends, so that each can be kept -->
  <xsl:template match="items/*" mode="entry">
    <xsl:apply-templates select="." mode="item"/>
    <xsl:processing-instruction name="slot">end</xsl:processing-instruction>
  </xsl:template>
  <!-- somebody's file is being written just now -->
  <xsl:template match="unread" mode="item"/>

  <xsl:template match="group[not(@label) and (@id = 'all' or @id = 'none' or @id = 'forthcoming')]" mode="label">
    <xsl:value-of select="key('s', concat('group.', @id))"/>
  </xsl:template>

  <!-- pages; a gap where numbers are left out -->
  <xsl:template match="pager" mode="pager">
    <nav class="pager" aria-label="{key('s', 'pager.label')}"><ol class="pages"><xsl:apply-templates select="page" mode="pager"/></ol></nav>
  </xsl:template>
  <!-- what robots shall not find has no next page for them -->
  <xsl:template match="@noindex" mode="pager"><xsl:attribute name="rel">nofollow</xsl:attribute></xsl:template>
  <xsl:template match="page" mode="pager">
    <li>
      <xsl:if test="@n - preceding-sibling::page[1]/@n &gt; 1"><xsl:attribute name="class">gap</xsl:attribute></xsl:if>
      <a>
        <xsl:apply-templates select="/view/page/@noindex" mode="pager"/>
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:if test="@current"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <span class="vh"><xsl:value-of select="concat(key('s', 'pager.page'), ' ')"/></span>
        <xsl:value-of select="@n"/>
      </a>
    </li>
  </xsl:template>

</xsl:stylesheet>
