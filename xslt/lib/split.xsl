<?xml version="1.0" encoding="UTF-8"?>
<!--
  The parts of a name, for files that programs read.

  Input:       author of a publication, name of a person.
  Output root: none, a library. Import it behind plain.xsl.
  Parameters:  none.

  Modes:  given, particle, family, suffix (text).
  A name without parts is split: what stands before the last word, or before
  small words like "van der", is given; "Berg, Ada" says it itself. One word, a
  name that begins in Chinese, Japanese or Korean letters, and a collaboration
  are all family.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <xsl:variable name="small-words"> van von der den de del della di da do dos das du la le les lo ten ter te zu zum zur af av al el bin ibn ben </xsl:variable>
  <xsl:variable name="suffixes"> Jr Jr. Sr Sr. II III IV </xsl:variable>

  <!-- what the data says -->
  <xsl:template match="*[family]" mode="given"><xsl:apply-templates select="given | text()[not(../given)]" mode="part"/></xsl:template>
  <xsl:template match="*[family]" mode="particle"><xsl:apply-templates select="particle" mode="part"/></xsl:template>
  <xsl:template match="*[family]" mode="family"><xsl:apply-templates select="family" mode="part"/></xsl:template>
  <xsl:template match="*[family]" mode="suffix"><xsl:apply-templates select="suffix" mode="part"/></xsl:template>

  <xsl:template match="node()" mode="part">
    <xsl:if test="position() &gt; 1 and normalize-space() != ''"><xsl:text> </xsl:text></xsl:if>
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>

  <!-- what has to be guessed -->
  <xsl:template match="*" mode="given"><xsl:apply-templates select="." mode="split"><xsl:with-param name="part">given</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="*" mode="particle"><xsl:apply-templates select="." mode="split"><xsl:with-param name="part">particle</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="*" mode="family"><xsl:apply-templates select="." mode="split"><xsl:with-param name="part">family</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="*" mode="suffix"><xsl:apply-templates select="." mode="split"><xsl:with-param name="part">suffix</xsl:with-param></xsl:apply-templates></xsl:template>

  <xsl:template match="*" mode="split">
    <xsl:param name="part"/>
    <xsl:if test="$part = 'family'"><xsl:apply-templates select="." mode="text"/></xsl:if>
  </xsl:template>

  <!-- of CJK letters the first byte in UTF-8 is E3 to ED -->
  <xsl:template match="author[not(@role = 'collaboration')] | name" mode="split">
    <xsl:param name="part"/>
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:variable name="byte" select="substring(str:encode-uri(substring($text, 1, 1), true()), 1, 3)"/>
    <xsl:variable name="whole" select="string-length($byte) = 3 and contains('%E3%E4%E5%E6%E7%E8%E9%EA%EB%EC%ED', $byte)"/>
    <xsl:if test="$whole and $part = 'family'"><xsl:value-of select="$text"/></xsl:if>
    <xsl:if test="not($whole)">
      <xsl:call-template name="split">
        <xsl:with-param name="part" select="$part"/>
        <xsl:with-param name="text" select="string($text)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="split">
    <xsl:param name="part"/>
    <xsl:param name="text"/>
    <xsl:variable name="suffix" select="string(str:tokenize($text, ' ')[last() &gt; 2][last()][contains($suffixes, concat(' ', ., ' '))])"/>
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
    <xsl:choose>
      <xsl:when test="$part = 'given'"><xsl:value-of select="normalize-space($given)"/></xsl:when>
      <xsl:when test="$part = 'particle'"><xsl:value-of select="normalize-space($particle)"/></xsl:when>
      <xsl:when test="$part = 'suffix'"><xsl:value-of select="$suffix"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="substring($rest, string-length($particle) + 1)"/></xsl:otherwise>
    </xsl:choose>
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
