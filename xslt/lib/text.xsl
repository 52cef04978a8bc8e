<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words of the interface, and text of the data in places where it needs care.

  Input:       any view; strings/s[@id] are the words.
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  A word without blanks to fill in:    <xsl:value-of select="key('s', 'news.older')"/>
  A phrase with names in braces, like "{shown} of {total}":
      <xsl:apply-templates select="key('s', 'list.some')" mode="say">
        <xsl:with-param name="of" select="query"/>
      </xsl:apply-templates>
  fills them with the attributes of $of; a match in mode "value" may know more
  names. The word for a code, by element, attribute and value, "talk.kind.keynote":
      <xsl:apply-templates select="@kind" mode="word"/>
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <xsl:key name="s" match="strings/s" use="@id"/>

  <!-- only the phrase is searched for braces, never what fills them -->
  <xsl:template match="s" mode="say">
    <xsl:param name="of" select="/.."/>
    <xsl:param name="text" select="string()"/>
    <xsl:choose>
      <xsl:when test="contains($text, '{')">
        <xsl:value-of select="substring-before($text, '{')"/>
        <xsl:apply-templates select="$of" mode="value">
          <xsl:with-param name="name" select="substring-before(substring-after($text, '{'), '}')"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="." mode="say">
          <xsl:with-param name="of" select="$of"/>
          <xsl:with-param name="text" select="substring-after($text, '}')"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="value">
    <xsl:param name="name"/>
    <xsl:value-of select="@*[name() = $name]"/>
  </xsl:template>

  <!-- a code of the data; one that has no word is shown as it is -->
  <xsl:template match="@*" mode="word">
    <xsl:variable name="word" select="key('s', concat(name(..), '.', name(), '.', .))"/>
    <xsl:value-of select="$word"/>
    <xsl:if test="not($word)"><xsl:value-of select="."/></xsl:if>
  </xsl:template>

  <!-- what can be chosen in a list: it has a label, or a word "KEY.ID" -->
  <xsl:template match="*[@label]" mode="label">
    <xsl:value-of select="@label"/>
  </xsl:template>
  <xsl:template match="*[@label and @xml:lang]" mode="label" priority="0.6">
    <span><xsl:apply-templates select="@xml:lang" mode="inline-lang"/><xsl:value-of select="@label"/></span>
  </xsl:template>

  <xsl:template match="*" mode="label">
    <xsl:variable name="word" select="key('s', concat(ancestor-or-self::*[@key][1]/@key, '.', @id))"/>
    <xsl:value-of select="$word"/>
    <xsl:if test="not($word)"><xsl:value-of select="@id"/></xsl:if>
  </xsl:template>

  <!--
    Text of the data inside an attribute. The HTML serializer leaves
    "<!..." with two hyphens in attributes as it is; a blank keeps it text.
  -->
  <xsl:template match="@*|*" mode="attr">
    <xsl:value-of select="str:replace(normalize-space(), '&lt;!', '&lt; !')"/>
  </xsl:template>

  <!-- the first words; a word is not cut unless it is very long -->
  <xsl:template match="*" mode="excerpt">
    <xsl:param name="max" select="160"/>
    <xsl:variable name="text" select="str:replace(normalize-space(), '&lt;!', '&lt; !')"/>
    <xsl:variable name="more" select="substring(substring-before(concat(substring($text, $max + 1), ' '), ' '), 1, 20)"/>
    <xsl:value-of select="concat(substring($text, 1, $max), $more)"/>
    <xsl:if test="string-length($text) &gt; $max + string-length($more)"><xsl:value-of select="key('s', 'text.ellipsis')"/></xsl:if>
  </xsl:template>

  <!--
    What the author wrote in another language says so; where one of the two is
    written from right to left, names and lines of text stand for themselves.
  -->
  <xsl:template match="@xml:lang" mode="lang">
    <xsl:attribute name="lang"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>
  <xsl:template match="@xml:lang" mode="inline-lang" name="inline-lang">
    <xsl:attribute name="lang"><xsl:value-of select="."/></xsl:attribute>
    <xsl:apply-templates select="." mode="dir"/>
  </xsl:template>
  <xsl:template match="name/@xml:lang | title/@xml:lang | p/@xml:lang | em/@xml:lang | a/@xml:lang" mode="lang"><xsl:call-template name="inline-lang"/></xsl:template>
  <xsl:template match="s" mode="dir"><xsl:attribute name="dir"><xsl:value-of select="."/></xsl:attribute></xsl:template>
  <xsl:template match="@*" mode="dir">
    <xsl:if test="key('s', 'dir') = 'rtl' or contains(' ar fa he ur ps yi dv ', concat(' ', substring-before(concat(., '-'), '-'), ' '))">
      <xsl:attribute name="dir">auto</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- plain text, with its language in a span if it has one of its own -->
  <xsl:template match="*" mode="plain">
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="*[@xml:lang]" mode="plain">
    <span>
      <xsl:apply-templates select="@xml:lang" mode="inline-lang"/>
      <xsl:value-of select="normalize-space()"/>
    </span>
  </xsl:template>

  <!-- one after the other, with the usual sign between -->
  <xsl:template match="*" mode="listed">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'list.separator')"/></xsl:if>
    <xsl:apply-templates select="." mode="plain"/>
  </xsl:template>

  <!-- entries without an id: by their date, counted from the oldest -->
  <xsl:template match="*[@id]" mode="anchor"><xsl:value-of select="@id"/></xsl:template>
  <xsl:template match="*" mode="anchor">
    <xsl:value-of select="concat(/*/@section, '-', @date, @from, '-', count(following-sibling::*[not(@id)]) + 1)"/>
  </xsl:template>

</xsl:stylesheet>
