<?xml version="1.0" encoding="UTF-8"?>
<!--
  XHTML as text, for feeds: the serializer of the feed escapes it once more.

  Input:       the same elements as rich.xsl.
  Output root: none, a library. Include it behind frame.xsl.
  Parameters:  none.

  Mode "escape" of a node writes its markup as text, with the allowed elements
  only and with absolute addresses. What is not allowed leaves its text.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <xsl:template match="text()" mode="escape">
    <xsl:value-of select="str:replace(str:replace(str:replace(., '&amp;', '&amp;amp;'),
      '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;')"/>
  </xsl:template>

  <xsl:template match="*" mode="escape"><xsl:apply-templates mode="escape"/></xsl:template>

  <xsl:template match="em | strong | code | sub | sup | p | ul | ol | li" mode="escape">
    <xsl:value-of select="concat('&lt;', name(), '&gt;')"/>
    <xsl:apply-templates mode="escape"/>
    <xsl:value-of select="concat('&lt;/', name(), '&gt;')"/>
  </xsl:template>

  <xsl:template match="math" mode="escape">
    <xsl:text>&lt;code&gt;</xsl:text>
    <xsl:apply-templates mode="escape"/>
    <xsl:text>&lt;/code&gt;</xsl:text>
  </xsl:template>

  <xsl:template match="br" mode="escape"><xsl:text>&lt;br&gt;</xsl:text></xsl:template>

  <xsl:template match="a | ref" mode="escape">
    <xsl:variable name="url"><xsl:apply-templates select="@href" mode="absolute"/></xsl:variable>
    <xsl:if test="$url != ''">
      <xsl:text>&lt;a href="</xsl:text>
      <xsl:value-of select="str:replace(str:replace(str:replace($url, '&amp;', '&amp;amp;'),
        '&lt;', '&amp;lt;'), '&quot;', '&amp;quot;')"/>
      <xsl:text>"&gt;</xsl:text>
    </xsl:if>
    <xsl:apply-templates mode="escape"/>
    <xsl:if test="$url != ''"><xsl:text>&lt;/a&gt;</xsl:text></xsl:if>
  </xsl:template>

</xsl:stylesheet>
