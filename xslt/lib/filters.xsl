<?xml version="1.0" encoding="UTF-8"?>
<!--
  Ways to choose from a list: search, years, facets, active filters. All of
  them are links, or a form that sends a query string.

  Input:       query and facet* of a list's view.
  Output root: none, a library. Import it behind frame.xsl.
  Parameters:  shown-values, how many values of a facet are seen at once;
               many-years, from how many years on their labels do not fit.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="shown-values" select="6"/>
  <xsl:param name="many-years" select="8"/>

  <xsl:template match="query" mode="search">
    <form role="search" method="get">
      <xsl:apply-templates select="@action" mode="action"/>
      <label for="q-{/view/@section}"><xsl:value-of select="key('s', 'search.label')"/></label>
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

  <!-- years as columns; the highest is 44 px -->
  <xsl:template match="facet" mode="histogram">
    <xsl:variable name="most" select="value[not(@n &lt; ../value/@n)][1]/@n"/>
    <nav aria-label="{key('s', 'years.label')}">
      <ol class="hist">
        <xsl:if test="count(value) &gt;= $many-years"><xsl:attribute name="class">hist many</xsl:attribute></xsl:if>
        <li class="all">
          <a>
            <xsl:apply-templates select="/view/query/reset/@href" mode="href"/>
            <xsl:apply-templates select="/view/query[not(filter)]" mode="current"/>
            <span class="y"><xsl:value-of select="key('s', 'years.all')"/></span><xsl:text> </xsl:text>
            <span class="n"><xsl:value-of select="/view/query/@total"/></span>
          </a>
        </li>
        <xsl:apply-templates select="value" mode="histogram">
          <xsl:with-param name="most" select="$most"/>
        </xsl:apply-templates>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="value" mode="histogram">
    <xsl:param name="most"/>
    <li>
      <a rel="nofollow">
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:apply-templates select="@current" mode="current"/>
        <span class="y"><xsl:apply-templates select="." mode="label"/></span><xsl:text> </xsl:text>
        <svg width="44" height="{round(44 * @n div $most) + 1}" aria-hidden="true" focusable="false"/>
        <span class="n"><xsl:value-of select="@n"/></span>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="node() | @*" mode="current"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:template>

  <!-- the other keys as lists; long ones are folded -->
  <xsl:template match="facet" mode="list">
    <h3 class="fh"><xsl:value-of select="key('s', concat('key.', @key))"/></h3>
    <ul class="facet">
      <xsl:apply-templates select="value[position() &lt;= $shown-values or @current]" mode="item"/>
    </ul>
    <xsl:apply-templates select="self::*[value[position() &gt; $shown-values][not(@current)]]" mode="rest"/>
  </xsl:template>

  <xsl:template match="facet" mode="rest">
    <details class="rest">
      <summary>
        <xsl:value-of select="key('s', 'filter.more')"/>
        <span class="vh"><xsl:value-of select="concat(' ', key('s', concat('key.', @key)))"/></span>
        <xsl:text> </xsl:text>
        <span class="n"><xsl:value-of select="count(value[position() &gt; $shown-values][not(@current)])"/></span>
      </summary>
      <ul class="facet"><xsl:apply-templates select="value[position() &gt; $shown-values][not(@current)]" mode="item"/></ul>
    </details>
  </xsl:template>

  <xsl:template match="facet/value" mode="item">
    <li>
      <a rel="nofollow">
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:apply-templates select="@current" mode="current"/>
        <xsl:apply-templates select="." mode="label"/><xsl:text> </xsl:text>
        <span class="n"><xsl:value-of select="@n"/></span>
      </a>
    </li>
  </xsl:template>

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
