<?xml version="1.0" encoding="UTF-8"?>
<!--
  How many publications each year has, as a chart of links.

  Input:       query and the facet of years of a list's view.
  Output root: none, a library. Include it behind filters.xsl.
  Parameters:  shown-values of filters.xsl: how many rows are seen at once.

  Up to seven years are columns; more would be too narrow to hit, they are rows.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- a few years are columns, the highest 44 px -->
  <xsl:template match="facet" mode="years">
    <xsl:variable name="most"><xsl:apply-templates select="." mode="most"/></xsl:variable>
    <nav>
      <xsl:apply-templates select="/view/query" mode="years-label"/>
      <ol class="hist">
        <xsl:apply-templates select="/view/query" mode="years"/>
        <xsl:apply-templates select="value" mode="years"><xsl:with-param name="most" select="number($most)"/></xsl:apply-templates>
      </ol>
    </nav>
  </xsl:template>

  <!-- nothing matches in any: nothing to draw -->
  <xsl:template match="facet[not(value/@n &gt; 0)]" mode="years" priority="1"/>

  <xsl:template match="facet" mode="most">
    <xsl:for-each select="value">
      <xsl:sort select="@n" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="@n"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="query" mode="years-label">
    <xsl:attribute name="aria-label"><xsl:apply-templates select="." mode="list-word"><xsl:with-param name="word">years.label</xsl:with-param></xsl:apply-templates></xsl:attribute>
  </xsl:template>

  <!-- many are rows, newest first, the longest 96 px; the older ones are folded -->
  <xsl:template match="facet[value[8]]" mode="years">
    <xsl:variable name="most"><xsl:apply-templates select="." mode="most"/></xsl:variable>
    <nav>
      <xsl:apply-templates select="/view/query" mode="years-label"/>
      <ol class="hist many">
        <xsl:apply-templates select="/view/query" mode="years"/>
        <xsl:apply-templates select="value[position() &gt; last() - $shown-values or @current]" mode="years">
          <xsl:sort select="@id" order="descending"/>
          <xsl:with-param name="most" select="number($most)"/>
        </xsl:apply-templates>
      </ol>
      <details class="rest">
        <xsl:apply-templates select="." mode="rest-summary">
          <xsl:with-param name="rest" select="value[position() &lt;= last() - $shown-values][not(@current)]"/>
        </xsl:apply-templates>
        <ol class="hist many">
          <xsl:apply-templates select="value[position() &lt;= last() - $shown-values][not(@current)]" mode="years">
            <xsl:sort select="@id" order="descending"/>
            <xsl:with-param name="most" select="number($most)"/>
          </xsl:apply-templates>
        </ol>
      </details>
    </nav>
  </xsl:template>

  <!-- all years; for screens that have no room for a chart -->
  <xsl:template match="query" mode="years">
    <li class="all">
      <a>
        <xsl:apply-templates select="reset/@href" mode="href"/>
        <xsl:apply-templates select="self::*[not(filter)]" mode="current"/>
        <span class="y"><xsl:value-of select="key('s', 'years.all')"/></span><xsl:text> </xsl:text>
        <span class="n"><xsl:apply-templates select="@total" mode="number"/></span>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="value" mode="years">
    <xsl:param name="most"/>
    <li>
      <a rel="nofollow">
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:apply-templates select="@current" mode="current"/>
        <span class="y"><xsl:apply-templates select="." mode="label"/></span><xsl:text> </xsl:text>
        <xsl:apply-templates select="@n" mode="bar"><xsl:with-param name="part" select="@n div ($most + ($most = 0))"/></xsl:apply-templates>
        <span class="n"><xsl:apply-templates select="@n" mode="number"/></span>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="@n" mode="bar">
    <xsl:param name="part"/>
    <svg width="44" height="{round(44 * $part) + 1}" aria-hidden="true" focusable="false"/>
  </xsl:template>
  <xsl:template match="facet[value[8]]/value/@n" mode="bar">
    <xsl:param name="part"/>
    <svg width="{round(96 * $part) + 1}" height="8" aria-hidden="true" focusable="false"/>
  </xsl:template>

</xsl:stylesheet>
