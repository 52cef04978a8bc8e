<?xml version="1.0" encoding="UTF-8"?>
<!--
  The parts of a name, for files that programs read.

  Input:       author of a publication, name of a person.
  Output root: none, a library. Import it behind plain.xsl.
  Parameters:  none.

  Modes:  given, particle, family, suffix (text); name-parts, all four in this order
          with $part-end behind each: for long lists, where a name should be
          split only once. Templates: nth-part ($parts, $n).
  A name without parts is split: what stands before the last word, or before
  small words like "van der", is given; "Berg, Ada" says it itself. One word, a
  name that begins in Chinese, Japanese or Korean letters, and a collaboration
  are all family.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <xsl:variable name="small-words"> van von der den de del della di da do dos das du la le les lo ten ter te zu zum zur af av al el bin ibn ben </xsl:variable>
  <xsl:variable name="suffixes"> Jr Jr. Sr Sr. II III IV </xsl:variable>
  <xsl:variable name="part-end" select="'&#xE00F;'"/>

  <xsl:template match="*" mode="given"><xsl:apply-templates select="." mode="part"/></xsl:template>
  <xsl:template match="*" mode="particle"><xsl:apply-templates select="." mode="part"><xsl:with-param name="n" select="2"/></xsl:apply-templates></xsl:template>
  <xsl:template match="*" mode="family"><xsl:apply-templates select="." mode="part"><xsl:with-param name="n" select="3"/></xsl:apply-templates></xsl:template>
  <xsl:template match="*" mode="suffix"><xsl:apply-templates select="." mode="part"><xsl:with-param name="n" select="4"/></xsl:apply-templates></xsl:template>

  <xsl:template match="*" mode="part">
    <xsl:param name="n" select="1"/>
    <xsl:call-template name="nth-part">
      <xsl:with-param name="n" select="$n"/>
      <xsl:with-param name="parts"><xsl:apply-templates select="." mode="name-parts"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="nth-part">
    <xsl:param name="parts"/>
    <xsl:param name="n"/>
    <xsl:variable name="second" select="substring-after($parts, $part-end)"/>
    <xsl:variable name="third" select="substring-after($second, $part-end)"/>
    <xsl:choose>
      <xsl:when test="$n = 1"><xsl:value-of select="substring-before($parts, $part-end)"/></xsl:when>
      <xsl:when test="$n = 2"><xsl:value-of select="substring-before($second, $part-end)"/></xsl:when>
      <xsl:when test="$n = 3"><xsl:value-of select="substring-before($third, $part-end)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="substring-before(substring-after($third, $part-end), $part-end)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what the data says -->
  <xsl:template match="*[family]" mode="name-parts">
    <xsl:apply-templates select="given | text()[not(../given)]" mode="spaced"/><xsl:value-of select="$part-end"/>
    <xsl:apply-templates select="particle" mode="spaced"/><xsl:value-of select="$part-end"/>
    <xsl:apply-templates select="family" mode="spaced"/><xsl:value-of select="$part-end"/>
    <xsl:apply-templates select="suffix" mode="spaced"/><xsl:value-of select="$part-end"/>
  </xsl:template>

  <xsl:template match="node()" mode="spaced">
    <xsl:if test="position() &gt; 1 and normalize-space() != ''"><xsl:text> </xsl:text></xsl:if>
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>

  <!-- what has to be guessed -->
  <xsl:template match="*" mode="name-parts">
    <xsl:value-of select="concat($part-end, $part-end)"/><xsl:apply-templates select="." mode="text"/><xsl:value-of select="concat($part-end, $part-end)"/>
  </xsl:template>

  <!-- of CJK letters the first byte in UTF-8 is E3 to ED; most other names are nothing but words -->
  <xsl:template match="author[not(@role = 'collaboration') and not(family)] | name[not(family)]" mode="name-parts">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:variable name="byte" select="substring(str:encode-uri(substring($text, 1, 1), true()), 1, 3)"/>
    <xsl:variable name="words" select="str:tokenize($text, ' ')"/>
    <xsl:variable name="last" select="$words[last()]"/>
    <xsl:choose>
      <xsl:when test="string-length($byte) = 3 and contains('%E3%E4%E5%E6%E7%E8%E9%EA%EB%EC%ED', $byte)">
        <xsl:value-of select="concat($part-end, $part-end, $text, $part-end, $part-end)"/>
      </xsl:when>
      <xsl:when test="contains($text, ',') or $words[contains($small-words, concat(' ', ., ' ')) or contains($suffixes, concat(' ', ., ' '))]">
        <xsl:call-template name="split">
          <xsl:with-param name="text" select="string($text)"/>
          <xsl:with-param name="suffix" select="string($last[$words[3]][contains($suffixes, concat(' ', ., ' '))])"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(substring($text, 1, string-length($text) - string-length($last) - 1), $part-end, $part-end, $last, $part-end, $part-end)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="split">
    <xsl:param name="text"/>
    <xsl:param name="suffix"/>
    <xsl:variable name="main" select="substring($text, 1, string-length($text) - string-length($suffix) - ($suffix != ''))"/>
    <xsl:variable name="body" select="substring($main, 1, string-length($main) - (substring($main, string-length($main)) = ','))"/>
    <xsl:variable name="given">
      <xsl:value-of select="substring-after($body, ', ')"/>
      <xsl:if test="not(contains($body, ', '))">
        <xsl:call-template name="first-words"><xsl:with-param name="text" select="$body"/><xsl:with-param name="small" select="false()"/></xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="rest" select="substring-before(concat(substring($body, 1 + string-length($given) * not(contains($body, ', '))), ', '), ', ')"/>
    <xsl:variable name="particle">
      <xsl:call-template name="first-words"><xsl:with-param name="text" select="$rest"/><xsl:with-param name="small" select="true()"/></xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="concat(normalize-space($given), $part-end, normalize-space($particle), $part-end,
      substring($rest, string-length($particle) + 1), $part-end, $suffix, $part-end)"/>
  </xsl:template>

  <!-- the first words that are small ones, or that are not; never the last word -->
  <xsl:template name="first-words">
    <xsl:param name="text"/>
    <xsl:param name="small"/>
    <xsl:variable name="word" select="substring-before($text, ' ')"/>
    <xsl:if test="$word != '' and contains($small-words, concat(' ', $word, ' ')) = $small">
      <xsl:value-of select="concat($word, ' ')"/>
      <xsl:call-template name="first-words">
        <xsl:with-param name="text" select="substring-after($text, ' ')"/>
        <xsl:with-param name="small" select="$small"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
