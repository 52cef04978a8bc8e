<?xml version="1.0" encoding="UTF-8"?>
<!--
  Facts of a publication as plain text, for files that programs read.

  Input:       publication and what is in it; name of a person.
  Output root: none, a library. Import it behind text.xsl and link.xsl.
  Parameters:  none.

  Modes of an element with running text:  text (all of it, in one line).
  Modes of author and name:  given, particle, family, suffix. A name without
      parts is split: what stands before the last word, or before small words
      like "van der", is given. One word, a name in Chinese, Japanese or Korean
      letters and a collaboration are all family.
  Modes of publication:  venue-name; paper-url (absolute; of the paper, else of
      what the publication is).
  Modes of pages:  text (1–20), first-page, last-page.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <xsl:variable name="particle-words"> van von der den de del della di da do dos das du la le les lo ten ter te zu zum zur af av al el bin ibn ben </xsl:variable>
  <xsl:variable name="suffix-words"> Jr Jr. Sr Sr. II III IV </xsl:variable>

  <xsl:template match="*" mode="text">
    <xsl:variable name="text"><xsl:apply-templates mode="words"/></xsl:variable>
    <xsl:value-of select="normalize-space($text)"/>
  </xsl:template>

  <xsl:template match="text()" mode="words"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words"/></xsl:template>
  <xsl:template match="br | p | li" mode="words">
    <xsl:text> </xsl:text><xsl:apply-templates mode="words"/><xsl:text> </xsl:text>
  </xsl:template>

  <!-- 2ⁿ is not 2n; what has no small form stays as it is -->
  <xsl:template match="sup[translate(., '0123456789+-=()ni', '') = '']" mode="words">
    <xsl:value-of select="translate(., '0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')"/>
  </xsl:template>
  <xsl:template match="sub[translate(., '0123456789+-=()nijkm', '') = '']" mode="words">
    <xsl:value-of select="translate(., '0123456789+-=()nijkm', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢⱼₖₘ')"/>
  </xsl:template>

  <!-- names: nobody signs with a title -->
  <xsl:template match="prefix" mode="words"/>

  <xsl:template match="*[family]" mode="given">
    <xsl:apply-templates select="given | text()[not(../given)]" mode="part"/>
  </xsl:template>
  <xsl:template match="*[family]" mode="particle"><xsl:apply-templates select="particle" mode="part"/></xsl:template>
  <xsl:template match="*[family]" mode="family"><xsl:apply-templates select="family" mode="part"/></xsl:template>
  <xsl:template match="*[family]" mode="suffix"><xsl:apply-templates select="suffix" mode="part"/></xsl:template>

  <xsl:template match="node()" mode="part">
    <xsl:if test="position() &gt; 1 and normalize-space() != ''"><xsl:text> </xsl:text></xsl:if>
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="*" mode="given"><xsl:apply-templates select="." mode="split"><xsl:with-param name="part" select="'given'"/></xsl:apply-templates></xsl:template>
  <xsl:template match="*" mode="particle"><xsl:apply-templates select="." mode="split"><xsl:with-param name="part" select="'particle'"/></xsl:apply-templates></xsl:template>
  <xsl:template match="*" mode="family"><xsl:apply-templates select="." mode="split"><xsl:with-param name="part" select="'family'"/></xsl:apply-templates></xsl:template>
  <xsl:template match="*" mode="suffix"><xsl:apply-templates select="." mode="split"><xsl:with-param name="part" select="'suffix'"/></xsl:apply-templates></xsl:template>

  <!-- one that is not split is all family -->
  <xsl:template match="*" mode="split" name="whole-name">
    <xsl:param name="part"/>
    <xsl:if test="$part = 'family'"><xsl:apply-templates select="." mode="text"/></xsl:if>
  </xsl:template>

  <!-- the first letter tells the script: in UTF-8, CJK letters are E3 to ED -->
  <xsl:template match="author[not(@role = 'collaboration')] | name" mode="split">
    <xsl:param name="part"/>
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:variable name="bytes" select="str:encode-uri(substring($text, 1, 1), true())"/>
    <xsl:choose>
      <xsl:when test="starts-with($bytes, '%E') and contains('3456789ABCD', substring($bytes, 3, 1))">
        <xsl:call-template name="whole-name"><xsl:with-param name="part" select="$part"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="split-name">
          <xsl:with-param name="part" select="$part"/>
          <xsl:with-param name="text" select="string($text)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="split-name">
    <xsl:param name="part"/>
    <xsl:param name="text"/>
    <xsl:variable name="suffix" select="string(str:tokenize($text, ' ')[last() &gt; 2][last()][contains($suffix-words, concat(' ', ., ' '))])"/>
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
    <xsl:if test="$word != '' and contains($particle-words, concat(' ', $word, ' ')) = $small">
      <xsl:value-of select="concat($word, ' ')"/>
      <xsl:call-template name="first-words">
        <xsl:with-param name="text" select="substring-after($text, ' ')"/>
        <xsl:with-param name="small" select="$small"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- where it appeared; the short name only if there is no other -->
  <xsl:template match="publication" mode="venue-name">
    <xsl:apply-templates select="venue[1]/name[1]" mode="text"/>
    <xsl:value-of select="venue[1][not(name)]/@short"/>
  </xsl:template>

  <!-- where it can be read; of data and programs, where they are -->
  <xsl:template match="publication" mode="paper-url"/>
  <xsl:template match="publication[link]" mode="paper-url">
    <xsl:apply-templates select="(link[@rel = 'paper'] | link[@rel = 'preprint'][not(../link[@rel = 'paper'])])[1]/@href" mode="absolute"/>
  </xsl:template>
  <xsl:template match="publication[link][not(link[@rel = 'paper' or @rel = 'preprint'])]" mode="paper-url" priority="1">
    <xsl:apply-templates select="link[contains(concat('|', ../@type, ' ', @rel, '|'),
      concat('|', ../@type, ' ', @rel, '|'))][@rel = 'data' and ../@type = 'dataset' or
      @rel = 'code' and ../@type = 'software' or @rel = ../@type][1]/@href" mode="absolute"/>
  </xsl:template>

  <!-- pages: a dash between digits is a range, one in an article number is not -->
  <xsl:template match="pages" mode="text">
    <xsl:variable name="text" select="translate(normalize-space(), '—−‐‑', '–––-')"/>
    <xsl:value-of select="str:replace($text, '--', '–')"/>
  </xsl:template>

</xsl:stylesheet>
