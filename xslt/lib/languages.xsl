<?xml version="1.0" encoding="UTF-8"?>
<!--
  The same page in other languages: links for visitors, and for search engines.

  Input:       the frame, with page/language*(@tag @current? @href, its name in
               itself), and page/any-language(@href) if it may be found: the
               page when no language is asked for.
  Output root: none, a library. Include it behind head.xsl.
  Parameters:  few, how many languages stand in a row; more are folded.

  Modes:  languages (page: the switch, or nothing), head (the links there).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">


  <xsl:param name="few" select="3"/>

  <xsl:template match="page" mode="languages"/>

  <xsl:template match="page[language]" mode="languages">
    <nav class="langs" aria-label="{key('s', 'key.lang')}">
      <xsl:apply-templates select="self::*[count(language) &lt;= $few]" mode="language-list"/>
      <xsl:apply-templates select="language[@current][count(../language) &gt; $few]" mode="fold"/>
    </nav>
  </xsl:template>

  <xsl:template match="language" mode="fold">
    <details>
      <summary lang="{@tag}"><span><xsl:value-of select="."/></span></summary>
      <xsl:apply-templates select=".." mode="language-list"/>
    </details>
  </xsl:template>

  <xsl:template match="page" mode="language-list"><ul><xsl:apply-templates select="language" mode="item"/></ul></xsl:template>

  <xsl:template match="language" mode="item">
    <li>
      <a lang="{@tag}" hreflang="{@tag}">
        <xsl:apply-templates select="@current" mode="language-mark"/>
        <xsl:apply-templates select="self::*[not(../any-language)]" mode="language-mark"/>
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:value-of select="."/>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="@current" mode="language-mark"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:template>
  <!-- what search engines shall not keep in one language they need not see in another -->
  <xsl:template match="language" mode="language-mark"><xsl:attribute name="rel">nofollow</xsl:attribute></xsl:template>

  <!-- whole addresses, and each page names itself, too: so search engines want it -->
  <xsl:template match="language | any-language" mode="head"/>
  <xsl:template match="page[any-language]/language" mode="head" priority="1">
    <link rel="alternate" hreflang="{@tag}"><xsl:apply-templates select="@href" mode="whole-href"/></link>
  </xsl:template>
  <xsl:template match="page[language]/any-language" mode="head" priority="1">
    <link rel="alternate" hreflang="x-default"><xsl:apply-templates select="@href" mode="whole-href"/></link>
  </xsl:template>

</xsl:stylesheet>
