<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lines of vCard and iCalendar.

  Input:       any text.
  Output root: none, a library.
  Parameters:  none.

  Templates:  content-line ($name with its parameters, $text, already escaped:
      the whole line, folded, with CR LF; nothing if there is no text),
      fold ($text: as lines of at most 75 octets; a blank begins the next one),
      escape-value ($text: backslash, comma, semicolon and line breaks escaped),
      language (of an element with xml:lang: a parameter).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <xsl:variable name="ascii"> !"#$%&amp;'()*+,-./0123456789:;&lt;=&gt;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~</xsl:variable>

  <xsl:template name="escape-value">
    <xsl:param name="text"/>
    <xsl:variable name="escaped" select="str:replace(str:replace(str:replace($text, '\', '\\'), ',', '\,'), ';', '\;')"/>
    <xsl:value-of select="str:replace(translate($escaped, '&#13;', ''), '&#10;', '\n')"/>
  </xsl:template>

  <!-- only what a tag of a language may have, so that nothing ends the parameter -->
  <xsl:template match="@xml:lang" mode="language">
    <xsl:value-of select="concat(';LANGUAGE=', translate(., translate(.,
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-', ''), ''))"/>
  </xsl:template>

  <xsl:template name="content-line">
    <xsl:param name="name"/>
    <xsl:param name="text"/>
    <xsl:if test="$text != ''">
      <xsl:call-template name="fold"><xsl:with-param name="text" select="concat($name, ':', $text)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="fold">
    <xsl:param name="text"/>
    <xsl:param name="room" select="75"/>
    <xsl:variable name="fits">
      <xsl:call-template name="fitting"><xsl:with-param name="text" select="substring($text, 1, $room)"/><xsl:with-param name="room" select="$room"/></xsl:call-template>
    </xsl:variable>
    <!-- a backslash that is left over belongs to what follows -->
    <xsl:variable name="pairless" select="str:replace($fits, '\\', '')"/>
    <xsl:variable name="split" select="substring($pairless, string-length($pairless)) = '\'"/>
    <xsl:variable name="n" select="string-length($fits) - $split"/>
    <xsl:value-of select="concat(substring($text, 1, $n), '&#13;&#10;')"/>
    <xsl:if test="string-length($text) &gt; $n">
      <xsl:text> </xsl:text>
      <xsl:call-template name="fold"><xsl:with-param name="text" select="substring($text, $n + 1)"/><xsl:with-param name="room" select="74"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- as many characters as have room; one has at most four octets -->
  <xsl:template name="fitting">
    <xsl:param name="text"/>
    <xsl:param name="room"/>
    <xsl:variable name="long" select="translate($text, $ascii, '')"/>
    <xsl:variable name="more" select="string-length($text) - string-length($long) + string-length(str:encode-uri($long, true())) div 3 - $room"/>
    <xsl:if test="$more &lt;= 0"><xsl:value-of select="$text"/></xsl:if>
    <xsl:if test="$more &gt; 0">
      <xsl:call-template name="fitting">
        <xsl:with-param name="text" select="substring($text, 1, string-length($text) - ceiling($more div 4))"/>
        <xsl:with-param name="room" select="$room"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
