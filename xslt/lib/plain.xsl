<?xml version="1.0" encoding="UTF-8"?>
<!--
  Facts of a publication as plain text, for files that programs read.

  Input:       publication and what is in it.
  Output root: none, a library. Include it behind text.xsl and link.xsl.
  Parameters:  none.

  Mode of an element with running text:  text (all of it, in one line).
  Modes of pages:        text (1–20), first-page, last-page.
  Modes of publication:  venue-name; paper-url (absolute; of the paper, else of
                         the data or the program that the publication is).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <!-- most have no markup inside -->
  <xsl:template match="*" mode="text">
    <xsl:choose>
      <xsl:when test="*">
        <xsl:variable name="text"><xsl:apply-templates mode="words"/></xsl:variable>
        <xsl:value-of select="normalize-space($text)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="words"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words"/></xsl:template>
  <xsl:template match="br | p | li" mode="words">
    <xsl:text> </xsl:text><xsl:apply-templates mode="words"/><xsl:text> </xsl:text>
  </xsl:template>

  <!-- nobody signs with a title -->
  <xsl:template match="prefix" mode="words"/>

  <!-- 2ⁿ is not 2n; what has no small form stays as it is -->
  <xsl:template match="sup[translate(., '0123456789+-=()ni', '') = '']" mode="words">
    <xsl:value-of select="translate(., '0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')"/>
  </xsl:template>
  <xsl:template match="sub[translate(., '0123456789+-=()nijkm', '') = '']" mode="words">
    <xsl:value-of select="translate(., '0123456789+-=()nijkm', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢⱼₖₘ')"/>
  </xsl:template>

  <!-- a hyphen between numbers is a range, one in the number of an article is not -->
  <xsl:template match="pages" mode="text">
    <xsl:value-of select="str:replace(translate(normalize-space(), '—−‐‑', '–––-'), '--', '–')"/>
  </xsl:template>
  <xsl:template match="pages[translate(., ' 0123456789', '') = '-']" mode="text">
    <xsl:value-of select="translate(translate(., ' ', ''), '-', '–')"/>
  </xsl:template>

  <xsl:template match="pages" mode="first-page">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:value-of select="normalize-space(substring-before(concat($text, '–'), '–'))"/>
  </xsl:template>
  <xsl:template match="pages" mode="last-page">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:value-of select="normalize-space(substring-after($text, '–'))"/>
  </xsl:template>

  <!-- where it appeared; the short name only if there is no other -->
  <xsl:template match="publication" mode="venue-name">
    <xsl:apply-templates select="venue[1]/name[1]" mode="text"/>
    <xsl:value-of select="venue[1][not(name)]/@short"/>
  </xsl:template>

  <xsl:template match="publication" mode="paper-url">
    <xsl:apply-templates select="link[@rel = ../@type or @rel = 'data' and ../@type = 'dataset' or
      @rel = 'code' and ../@type = 'software'][1]/@href" mode="absolute"/>
  </xsl:template>
  <xsl:template match="publication[link[@rel = 'preprint']]" mode="paper-url" priority="1">
    <xsl:apply-templates select="link[@rel = 'preprint'][1]/@href" mode="absolute"/>
  </xsl:template>
  <xsl:template match="publication[link[@rel = 'paper']]" mode="paper-url" priority="2">
    <xsl:apply-templates select="link[@rel = 'paper'][1]/@href" mode="absolute"/>
  </xsl:template>

</xsl:stylesheet>
