<?xml version="1.0" encoding="UTF-8"?>
<!--
  Text of the data as JSON.

  Input:       any elements and attributes.
  Output root: none, a library. Include it behind plain.xsl.
  Parameters:  none.

  Modes of elements and attributes:  json ("text"), string (one of a list of
      them), member (, "name": "text"; nothing if there is no text), member-text
      (what is written there; an address is written whole).
  Templates:   json-string ($text), json-member ($name, $text, $depth),
      json-indent ($depth). A member begins with a comma, so the first one of an
      object is written without them.

  "<" is written as \u003c, so that nothing inside can end a script element.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <!-- most texts have nothing to escape -->
  <xsl:template name="json-string">
    <xsl:param name="text"/>
    <xsl:text>"</xsl:text>
    <xsl:choose>
      <xsl:when test="translate($text, '\&quot;&lt;&#9;&#10;&#13;', '') = string($text)"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="escaped" select="str:replace(str:replace(str:replace($text, '\', '\\'), '&quot;', '\&quot;'), '&lt;', '\u003c')"/>
        <xsl:value-of select="str:replace(str:replace(str:replace($escaped, '&#9;', '\t'), '&#10;', '\n'), '&#13;', '\r')"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>"</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="json">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:call-template name="json-string"><xsl:with-param name="text" select="string($text)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="@*" mode="json">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="member-text"/></xsl:variable>
    <xsl:call-template name="json-string"><xsl:with-param name="text" select="string($text)"/></xsl:call-template>
  </xsl:template>

  <!-- one of a list -->
  <xsl:template match="* | @*" mode="string">
    <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
    <xsl:apply-templates select="." mode="json"/>
  </xsl:template>

  <!-- line breaks are for people; depth is how deep the object is, 0 that it is one line -->
  <xsl:template name="json-indent">
    <xsl:param name="depth" select="2"/>
    <xsl:value-of select="concat(',', substring('&#10;                ', 1, ($depth != 0) + 2 * $depth), substring(' ', 1, 1 - $depth))"/>
  </xsl:template>

  <xsl:template name="json-member">
    <xsl:param name="name"/>
    <xsl:param name="text"/>
    <xsl:param name="depth" select="2"/>
    <xsl:if test="$text != ''">
      <xsl:call-template name="json-indent"><xsl:with-param name="depth" select="$depth"/></xsl:call-template>
      <xsl:value-of select="concat('&quot;', $name, '&quot;: ')"/>
      <xsl:call-template name="json-string"><xsl:with-param name="text" select="string($text)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="* | @*" mode="member">
    <xsl:param name="name" select="name()"/>
    <xsl:param name="depth" select="2"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="member-text"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="*" mode="member-text"><xsl:apply-templates select="." mode="text"/></xsl:template>
  <xsl:template match="@*" mode="member-text"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="@href | @src" mode="member-text"><xsl:apply-templates select="." mode="absolute"/></xsl:template>

</xsl:stylesheet>
