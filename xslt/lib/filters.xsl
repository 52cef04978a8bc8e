<?xml version="1.0" encoding="UTF-8"?>
<!--
  Ways to choose from a list: search, facets, active filters. All of them are
  links, or a form that sends a query string. Years are in years.xsl.

  Input:       query and facet* of a list's view.
  Output root: none, a library. Include it behind frame.xsl.
  Parameters:  shown-values, how many values of a facet are seen at once.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="shown-values" select="6"/>

  <xsl:template match="query" mode="search">
    <form role="search" method="get">
      <xsl:apply-templates select="@action" mode="action"/>
      <label for="q-{/view/@section}"><xsl:apply-templates select="." mode="list-word"><xsl:with-param name="word">search.label</xsl:with-param></xsl:apply-templates></label>
      <div class="field">
        <input id="q-{/view/@section}" name="q" type="search" maxlength="256" autocomplete="off">
          <xsl:apply-templates select="@q" mode="search"/>
        </input>
        <button type="submit"><xsl:value-of select="key('s', 'search.button')"/></button>
      </div>
      <xsl:apply-templates select="param" mode="search"/>
    </form>
  </xsl:template>

  <xsl:template match="@q" mode="search">
    <xsl:attribute name="value"><xsl:apply-templates select="." mode="attr"/></xsl:attribute>
  </xsl:template>

  <!-- a search keeps what is chosen already -->
  <xsl:template match="param" mode="search">
    <input type="hidden" name="{@key}">
      <xsl:attribute name="value"><xsl:apply-templates select="@value" mode="attr"/></xsl:attribute>
    </input>
  </xsl:template>

  <xsl:template match="node() | @*" mode="current"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:template>

  <!-- the other keys as lists; long ones are folded -->
  <xsl:template match="facet" mode="list">
    <xsl:element name="h{$h + 1}">
      <xsl:attribute name="class">fh</xsl:attribute>
      <xsl:value-of select="key('s', concat('key.', @key))"/>
    </xsl:element>
    <xsl:apply-templates select="self::*[@key = 'type'][value[2]][value/@n &gt; 0]" mode="chart"/>
    <ul class="facet">
      <xsl:apply-templates select="value[position() &lt;= $shown-values or @current]" mode="item"/>
    </ul>
    <xsl:apply-templates select="self::*[value[position() &gt; $shown-values][not(@current)]]" mode="rest"/>
  </xsl:template>

  <!-- the kinds as parts of a whole; the list of links below says the same -->
  <xsl:template match="facet" mode="chart">
    <svg class="kinds" width="100%" height="6" aria-hidden="true" focusable="false">
      <xsl:apply-templates select="value" mode="chart"><xsl:with-param name="percent" select="sum(value/@n) div 100"/></xsl:apply-templates>
    </svg>
  </xsl:template>
  <xsl:template match="value" mode="chart">
    <xsl:param name="percent"/>
    <rect class="{@id}" x="{round(10 * sum(preceding-sibling::value/@n) div $percent) div 10}%" width="{round(10 * @n div $percent) div 10}%" height="6"/>
  </xsl:template>

  <xsl:template match="facet" mode="rest">
    <xsl:variable name="rest" select="value[position() &gt; $shown-values][not(@current)]"/>
    <details class="rest">
      <xsl:apply-templates select="." mode="rest-summary"><xsl:with-param name="rest" select="$rest"/></xsl:apply-templates>
      <ul class="facet"><xsl:apply-templates select="$rest" mode="item"/></ul>
      <xsl:apply-templates select="@more" mode="rest"/>
    </details>
  </xsl:template>

  <!-- rare ones are not listed: searching finds them -->
  <xsl:template match="@more" mode="rest">
    <p class="n"><xsl:apply-templates select="key('s', 'filter.unlisted')" mode="say"><xsl:with-param name="of" select=".."/></xsl:apply-templates></p>
  </xsl:template>

  <xsl:template match="facet" mode="rest-summary">
    <xsl:param name="rest"/>
    <summary>
      <xsl:apply-templates select="." mode="rest-title"/>
      <xsl:text> </xsl:text>
      <span class="n"><xsl:value-of select="count($rest)"/></span>
    </summary>
  </xsl:template>

  <xsl:template match="facet" mode="rest-title">
    <xsl:value-of select="key('s', 'filter.more')"/>
    <span class="vh"><xsl:value-of select="concat(' ', key('s', concat('key.', @key)))"/></span>
  </xsl:template>
  <xsl:template match="facet[@key = 'year']" mode="rest-title"><xsl:value-of select="key('s', 'years.earlier')"/></xsl:template>

  <xsl:template match="facet/value" mode="item">
    <li>
      <xsl:apply-templates select="@id[../../@key = 'type']" mode="class"/>
      <a rel="nofollow">
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:apply-templates select="@current" mode="current"/>
        <xsl:apply-templates select="." mode="label"/><xsl:text> </xsl:text>
        <span class="n"><xsl:apply-templates select="@n" mode="number"/></span>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="@id" mode="class"><xsl:attribute name="class"><xsl:value-of select="."/></xsl:attribute></xsl:template>

  <!-- what is chosen, each with a way back -->
  <xsl:template match="filter" mode="chip">
    <li>
      <a rel="nofollow">
        <xsl:apply-templates select="@href" mode="href"/>
        <span class="vh"><xsl:value-of select="concat(key('s', 'filter.remove'), ' ')"/></span>
        <xsl:apply-templates select="." mode="label"/>
      </a>
    </li>
  </xsl:template>

  <!-- nothing matches: what would be there without this filter, if that can be said of it alone -->
  <xsl:template match="filter" mode="way-out">
    <li>
      <a rel="nofollow">
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:apply-templates select="key('s', 'list.without')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
      </a>
      <xsl:apply-templates select="@would[count(../../filter[@key = current()/@key]) = 1]" mode="way-out"/>
    </li>
  </xsl:template>
  <xsl:template match="@would" mode="way-out"><xsl:text> </xsl:text><span class="n"><xsl:value-of select="."/></span></xsl:template>

</xsl:stylesheet>
