<?xml version="1.0" encoding="UTF-8"?>
<!--
  What all sections have in common: the band with its heading at the side.

  Input:       view with the section's element as its last child.
  Output root: none, a library. It includes the small ones, which include nothing:
               a sheet includes this one alone, and behind it what is its own.
  Parameters:  none.

  A section sheet writes mode "body" for its element. It may write mode "aside"
  (below the heading) and mode "empty" (for a section without entries).
  Headings: mode "subheading" of anything with a text, one level below the
  section's. $h is the level of the section: 2 on a home page, in a CV and on the page of a group, else 1.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="hooks.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="date.xsl"/>
  <xsl:include href="link.xsl"/>
  <xsl:include href="rich.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="count.xsl"/>
  <xsl:include href="metric.xsl"/>
  <xsl:include href="image.xsl"/>

  <xsl:variable name="h" select="1 + (/*/@kind = 'home' or /*/@kind = 'cv' or /*/@kind = 'group')"/>

  <xsl:template match="/view"><xsl:apply-templates select="*[last()]" mode="frame"/></xsl:template>

  <xsl:template match="/view/*" mode="frame">
    <section class="band s-{name()}" id="{/view/@section}" aria-labelledby="h-{/view/@section}">
      <div class="rail">
        <xsl:apply-templates select="." mode="heading"/>
        <xsl:apply-templates select="." mode="aside"/>
      </div>
      <div class="body">
        <xsl:apply-templates select="." mode="content"/>
        <xsl:apply-templates select="." mode="body-more"/>
      </div>
    </section>
  </xsl:template>

  <!-- nobody writes an empty section into a CV -->
  <xsl:template match="/view[@kind = 'cv']/*[not(*[not(self::heading)])]" mode="frame" priority="1"/>

  <xsl:template match="*" mode="content"><xsl:apply-templates select="." mode="empty"/></xsl:template>
  <xsl:template match="*[*[not(self::heading)]]" mode="content" priority="-0.25"><xsl:apply-templates select="." mode="body"/></xsl:template>

  <xsl:template match="*" mode="empty">
    <p class="empty"><xsl:value-of select="key('s', 'section.empty')"/></p>
  </xsl:template>

  <xsl:template match="*" mode="heading">
    <xsl:element name="h{$h}">
      <xsl:attribute name="id"><xsl:value-of select="concat('h-', /view/@section)"/></xsl:attribute>
      <xsl:apply-templates select="." mode="section-title"/>
      <xsl:apply-templates select="." mode="heading-more"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="*" mode="heading-more"/>

  <!-- the section's own heading, or the usual word -->
  <xsl:template match="*" mode="section-title">
    <xsl:value-of select="key('s', concat('section.', name()))"/>
  </xsl:template>
  <xsl:template match="sections/section" mode="section-title">
    <xsl:value-of select="key('s', concat('section.', @name))"/>
  </xsl:template>
  <xsl:template match="*[heading]" mode="section-title" priority="1">
    <xsl:apply-templates select="heading[1]" mode="plain"/>
  </xsl:template>

  <xsl:template match="*" mode="subheading">
    <xsl:element name="h{$h + 1}"><xsl:apply-templates select="." mode="line"/></xsl:element>
  </xsl:template>

  <!-- what a list shows: "4 of 8 publications: 2023, Code" -->
  <xsl:template match="query" mode="state">
    <xsl:variable name="own" select="key('s', concat('list.some.', @of))"/>
    <xsl:apply-templates select="$own | key('s', 'list.some')[not($own)]" mode="counted">
      <xsl:with-param name="of" select="."/>
      <xsl:with-param name="n" select="@total"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="filter" mode="state"/>
  </xsl:template>

  <xsl:template match="filter" mode="state">
    <xsl:value-of select="key('s', 'list.colon')[current()[not(preceding-sibling::filter)]] |
      key('s', 'list.separator')[current()/preceding-sibling::filter]"/>
    <xsl:apply-templates select="." mode="label"/>
  </xsl:template>

  <xsl:template match="filter[@key = 'q']" mode="label" priority="1">
    <xsl:apply-templates select="key('s', 'list.quote')" mode="say">
      <xsl:with-param name="of" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="filter" mode="value">
    <xsl:param name="name"/>
    <xsl:value-of select="@label[$name = 'q']"/>
    <xsl:apply-templates select="self::*[$name = 'label']" mode="label"/>
  </xsl:template>

  <!-- below the heading: the feeds of this section -->
  <xsl:template match="*" mode="aside">
    <xsl:apply-templates select="." mode="feeds"/>
  </xsl:template>

  <xsl:template match="*" mode="feeds">
    <xsl:apply-templates select="/view/page[alternate/@section = /view/@section]" mode="feeds"/>
  </xsl:template>

  <xsl:template match="page" mode="feeds">
    <ul class="feeds"><xsl:apply-templates select="alternate[@section = /view/@section]" mode="feeds"/></ul>
  </xsl:template>

  <xsl:template match="alternate" mode="feeds">
    <li><xsl:apply-templates select="." mode="link"/></li>
  </xsl:template>

  <!-- robots that read the page know already what its files say -->
  <xsl:template match="alternate" mode="link-attributes">
    <xsl:attribute name="rel">nofollow</xsl:attribute>
    <xsl:attribute name="type"><xsl:value-of select="substring-before(concat(@type, ';'), ';')"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="alternate" mode="link-label">
    <xsl:variable name="short" select="key('s', concat('short.', @name))"/>
    <xsl:apply-templates select="$short | key('s', @name)[not($short)]" mode="say"/>
  </xsl:template>

  <!-- an emoji before a line is decoration -->
  <xsl:template match="@icon" mode="icon">
    <span class="icon" aria-hidden="true"><xsl:value-of select="."/></span><xsl:text> </xsl:text>
  </xsl:template>

</xsl:stylesheet>
