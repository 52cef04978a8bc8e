<?xml version="1.0" encoding="UTF-8"?>
<!--
  Text of the data as LaTeX, for values in braces.

  Input:       elements with running text; authors, whose view has their parts
               (@given @particle @family @suffix, @plain for most of them).
  Output root: none, a library.
  Parameters:  none.

  Modes of an element:    latex (in one line).
  Modes of an address:    verbatim (BibTeX and its packages want it as it is).
  Modes of author:        tex-name ("von Last, Jr, First").

  BibTeX counts braces even behind a backslash, so a brace of the data becomes
  a command. Letters stay what they are: everybody reads UTF-8 today.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <!-- most have no markup inside -->
  <xsl:template match="*" mode="latex">
    <xsl:choose>
      <xsl:when test="*">
        <xsl:variable name="tex"><xsl:apply-templates mode="tex"/></xsl:variable>
        <xsl:value-of select="normalize-space($tex)"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="tex"><xsl:with-param name="text" select="normalize-space()"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="pages" mode="latex">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:call-template name="tex"><xsl:with-param name="text" select="str:replace($text, '–', '--')"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="node() | @*" mode="tex">
    <xsl:call-template name="tex"><xsl:with-param name="text" select="string()"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="*" mode="tex"><xsl:apply-templates mode="tex"/></xsl:template>
  <xsl:template match="prefix" mode="tex"/>
  <xsl:template match="br | p | li" mode="tex">
    <xsl:text> </xsl:text><xsl:apply-templates mode="tex"/><xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="em" mode="tex"><xsl:apply-templates select="." mode="command"><xsl:with-param name="name">emph</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="strong" mode="tex"><xsl:apply-templates select="." mode="command"><xsl:with-param name="name">textbf</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="code" mode="tex"><xsl:apply-templates select="." mode="command"><xsl:with-param name="name">texttt</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="sub" mode="tex"><xsl:apply-templates select="." mode="command"><xsl:with-param name="name">textsubscript</xsl:with-param></xsl:apply-templates></xsl:template>
  <xsl:template match="sup" mode="tex"><xsl:apply-templates select="." mode="command"><xsl:with-param name="name">textsuperscript</xsl:with-param></xsl:apply-templates></xsl:template>

  <!-- as formulas, more programs understand them -->
  <xsl:template match="sub[translate(., '0123456789+-=nijkm', '') = '']" mode="tex"><xsl:value-of select="concat('$_{', ., '}$')"/></xsl:template>
  <xsl:template match="sup[translate(., '0123456789+-=nijkm', '') = '']" mode="tex"><xsl:value-of select="concat('$^{', ., '}$')"/></xsl:template>

  <xsl:template match="*" mode="command">
    <xsl:param name="name"/>
    <xsl:value-of select="concat('\', $name, '{')"/>
    <xsl:apply-templates mode="tex"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- a formula is TeX already; one that would break out is text -->
  <xsl:template match="math[not(contains(., '$')) and not(contains(., '%'))
    and substring(., string-length()) != '\' and not(starts-with(translate(., translate(., '{}', ''), ''), '}'))
    and string-length(translate(., '{', '')) = string-length(translate(., '}', ''))]" mode="tex">
    <xsl:value-of select="concat('$', ., '$')"/>
  </xsl:template>

  <!-- what braces and backslashes become has braces and backslashes: they wait in private letters -->
  <xsl:template name="tex">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="translate($text, '\{}&amp;%$#_~^', '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="waiting" select="str:replace(str:replace(str:replace(str:replace(str:replace(translate($text,
          '\{}~^', '&#xE000;&#xE001;&#xE002;&#xE003;&#xE004;'), '&amp;', '\&amp;'), '%', '\%'), '$', '\$'), '#', '\#'), '_', '\_')"/>
        <xsl:value-of select="str:replace(str:replace(str:replace(str:replace(str:replace($waiting,
          '&#xE000;', '\textbackslash{}'), '&#xE001;', '\textbraceleft{}'), '&#xE002;', '\textbraceright{}'),
          '&#xE003;', '\textasciitilde{}'), '&#xE004;', '\textasciicircum{}')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="node() | @*" mode="verbatim">
    <xsl:value-of select="str:replace(str:replace(translate(normalize-space(), '\', '/'), '{', '%7B'), '}', '%7D')"/>
  </xsl:template>

  <!-- a name of one part, or of a group is not to be taken apart -->
  <xsl:template match="author" mode="tex-name">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="' and '"/></xsl:if>
    <xsl:if test="@particle"><xsl:call-template name="tex"><xsl:with-param name="text" select="concat(@particle, ' ')"/></xsl:call-template></xsl:if>
    <xsl:call-template name="name-part">
      <xsl:with-param name="text" select="@family"/>
      <xsl:with-param name="whole" select="not(@given or @particle)"/>
    </xsl:call-template>
    <xsl:if test="@suffix"><xsl:text>, </xsl:text><xsl:call-template name="name-part"><xsl:with-param name="text" select="@suffix"/></xsl:call-template></xsl:if>
    <xsl:if test="@given"><xsl:text>, </xsl:text><xsl:call-template name="name-part"><xsl:with-param name="text" select="@given"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:template match="author[@plain]" mode="tex-name">
    <xsl:value-of select="concat(substring(' and ', 1, 5 * (position() &gt; 1)), @family, ', ', @given)"/>
  </xsl:template>

  <xsl:template match="others" mode="tex-name"><xsl:value-of select="' and others'"/></xsl:template>

  <!-- an "and" or a small word inside would be read as what stands between parts; so would a comma, even in braces -->
  <xsl:template name="name-part">
    <xsl:param name="text"/>
    <xsl:param name="whole" select="false()"/>
    <xsl:variable name="shape" select="translate($text, 'BCDEFGHIJKLMNOPQRSTUVWXYZbcdefghijklmnopqrstuvwxyz', 'AAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaa')"/>
    <xsl:variable name="braced" select="$whole or contains($shape, ' a')"/>
    <xsl:if test="$braced"><xsl:text>{</xsl:text></xsl:if>
    <xsl:call-template name="tex"><xsl:with-param name="text" select="translate($text, ',', '')"/></xsl:call-template>
    <xsl:if test="$braced"><xsl:text>}</xsl:text></xsl:if>
  </xsl:template>

</xsl:stylesheet>
