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

  <xsl:template match="items[@kind = 'cv']/publication" mode="entry">
    <xsl:apply-templates select="." mode="brief"/>
    <xsl:processing-instruction name="slot">end</xsl:processing-instruction>
  </xsl:template>

  <!-- a CV has nothing to choose -->
  <xsl:template match="view[@kind = 'cv']/publications" mode="content"><xsl:apply-templates select="group" mode="body"/></xsl:template>

  <xsl:template match="publications/group" mode="body">
    <h3 class="group" id="{../@id}-{@id}"><xsl:apply-templates select="." mode="label"/><xsl:apply-templates select="@n[../@key != 'year' and not(/view/pager)]" mode="count"/></h3>
    <ol class="pubs"><xsl:processing-instruction name="slot"><xsl:value-of select="@slot"/></xsl:processing-instruction></ol>
  </xsl:template>

  <!-- of years, the columns at the side tell; a page of several has only a part -->
  <xsl:template match="@n" mode="count"><xsl:text> </xsl:text><span class="n"><xsl:apply-templates select="." mode="number"/></span></xsl:template>

  <!-- the one group of a list without groups needs a heading only to be found -->
  <xsl:template match="publications/group[@id = 'all']" mode="body">
    <h3 class="vh"><xsl:apply-templates select="." mode="label"/></h3>
    <ol class="pubs"><xsl:processing-instruction name="slot"><xsl:value-of select="@slot"/></xsl:processing-instruction></ol>
  </xsl:template>

  <xsl:template match="query" mode="choices">
    <ul class="choices" aria-label="{key('s', 'choice.label')}"><xsl:apply-templates select="choice[not(@key = preceding-sibling::choice/@key)]" mode="choices"/></ul>
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

</xsl:stylesheet>
