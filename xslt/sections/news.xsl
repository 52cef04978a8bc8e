<?xml version="1.0" encoding="UTF-8"?>
<!--
  News: a dated list, newest first.

  Input:       view with news (heading?, item*(@id? @date @icon?, text)); of the
               whole site, view with query, facet*, pager? and news
               (group*(@slot)), or items with entry*(@href: the list that it is
               from; person+, item).
  Output root: section, or li* for items. A home page shows the first $recent,
               the others in <details>; the page of the section shows all.
  Parameters:  recent, how many a home page shows at once; those of filters.xsl.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="recent" select="5"/>

  <xsl:template match="news" mode="body">
    <ul class="dated">
      <xsl:apply-templates select="item" mode="recent">
        <xsl:sort select="@date" order="descending"/>
      </xsl:apply-templates>
    </ul>
    <xsl:apply-templates select="self::*[/view/@kind = 'home' and count(item) &gt; $recent]" mode="older"/>
  </xsl:template>

  <xsl:template match="news" mode="older">
    <details class="older">
      <summary>
        <xsl:value-of select="key('s', 'news.older')"/>
        <xsl:text> </xsl:text>
        <span class="n"><xsl:value-of select="count(item) - $recent"/></span>
      </summary>
      <ul class="dated">
        <xsl:apply-templates select="item" mode="older">
          <xsl:sort select="@date" order="descending"/>
        </xsl:apply-templates>
      </ul>
    </details>
  </xsl:template>

  <xsl:template match="item" mode="recent">
    <xsl:if test="position() &lt;= $recent or /view/@kind != 'home'">
      <xsl:apply-templates select="." mode="item"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="item" mode="older">
    <xsl:if test="position() &gt; $recent"><xsl:apply-templates select="." mode="item"/></xsl:if>
  </xsl:template>

  <xsl:template match="news/item" mode="item">
    <li>
      <xsl:attribute name="id"><xsl:apply-templates select="." mode="anchor"/></xsl:attribute>
      <xsl:apply-templates select="@date" mode="time"/>
      <div>
        <xsl:apply-templates select="@xml:lang" mode="lang"/>
        <xsl:apply-templates select="@icon" mode="icon"/>
        <xsl:apply-templates mode="rich"/>
        <xsl:apply-templates select="." mode="item-more"/>
      </div>
    </li>
  </xsl:template>

  <!-- of many people: whose it is comes first -->
  <xsl:template match="news/group" mode="body">
    <h3 class="group"><xsl:apply-templates select="." mode="label"/></h3>
    <ul class="dated"><xsl:processing-instruction name="slot"><xsl:value-of select="@slot"/></xsl:processing-instruction></ul>
  </xsl:template>

  <xsl:template match="entry" mode="item">
    <li>
      <xsl:apply-templates select="item/@date" mode="time"/>
      <div>
        <p class="by"><xsl:apply-templates select="person" mode="owner"/></p>
        <xsl:apply-templates select="item" mode="of-many"/>
      </div>
    </li>
  </xsl:template>
  <xsl:template match="person" mode="owner">
    <xsl:value-of select="key('s', 'list.separator')[current()/preceding-sibling::person]"/>
    <xsl:apply-templates select="." mode="link"/>
  </xsl:template>
  <xsl:template match="person" mode="link-label"><xsl:apply-templates select="." mode="name"/></xsl:template>

  <xsl:template match="item" mode="of-many">
    <div>
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates select="@icon" mode="icon"/>
      <xsl:apply-templates mode="rich"/>
      <xsl:apply-templates select="." mode="item-more"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
