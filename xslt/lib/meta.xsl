<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the sheets that speak to programs inside of a page have in common.

  Input:       author of a publication; any text.
  Output root: none, a library. Include it behind plain.xsl.
  Parameters:  none.

  Mode of author:        sorted (van Beethoven, Ludwig: as indexes have it).
  Named templates:       tag, an element <meta> with a name, and property, one
                         with a property; or nothing where there is no text.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <!-- small words stay with the family name -->
  <xsl:template match="author" mode="sorted">
    <xsl:value-of select="normalize-space(concat(@particle, ' ', @family, ' ', @suffix))"/>
    <xsl:if test="@given"><xsl:value-of select="concat(', ', @given)"/></xsl:if>
  </xsl:template>

  <xsl:template name="tag">
    <xsl:param name="name"/>
    <xsl:param name="text"/>
    <xsl:if test="$text != ''">
      <meta name="{$name}">
        <xsl:attribute name="content"><xsl:call-template name="tag-text"><xsl:with-param name="text" select="$text"/></xsl:call-template></xsl:attribute>
      </meta>
    </xsl:if>
  </xsl:template>

  <xsl:template name="property">
    <xsl:param name="name"/>
    <xsl:param name="text"/>
    <xsl:if test="$text != ''">
      <meta property="{$name}">
        <xsl:attribute name="content"><xsl:call-template name="tag-text"><xsl:with-param name="text" select="$text"/></xsl:call-template></xsl:attribute>
      </meta>
    </xsl:if>
  </xsl:template>

  <!-- why not as it is, text.xsl says at mode "attr" -->
  <xsl:template name="tag-text">
    <xsl:param name="text"/>
    <xsl:value-of select="str:replace(string($text), '&lt;!', '&lt; !')"/>
  </xsl:template>

</xsl:stylesheet>
