<?xml version="1.0" encoding="UTF-8"?>
<!--
  People and dates as CSL-JSON has them.

  Input:       author and @date of a publication.
  Output root: none, a library. Include it behind json.xsl.
  Parameters:  none.

  Mode of author:  people (the member with all who did the same; call it for the
                   first of them).
  Mode of @date:   issued (the member).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- who: the first of each kind stands for all of it -->
  <xsl:template match="author" mode="people">
    <xsl:value-of select="concat(',&#10;    &quot;', 'author', '&quot;: [')"/>
    <xsl:apply-templates select="../author[not(@role = 'editor' or @role = 'translator')]" mode="name"/>
    <xsl:text>]</xsl:text>
  </xsl:template>
  <xsl:template match="author[@role = 'editor' or @role = 'translator']" mode="people">
    <xsl:value-of select="concat(',&#10;    &quot;', @role, '&quot;: [')"/>
    <xsl:apply-templates select="../author[@role = current()/@role]" mode="name"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="author" mode="name">
    <xsl:if test="position() &gt; 1"><xsl:text>,</xsl:text></xsl:if>
    <xsl:value-of select="concat('&#10;      {&quot;', substring('literal', 1, 7 * not(@given or @particle)), substring('family', 1, 6 * boolean(@given or @particle)), '&quot;: ')"/>
    <xsl:call-template name="json-string"><xsl:with-param name="text" select="@family"/></xsl:call-template>
    <xsl:call-template name="json-member"><xsl:with-param name="name">given</xsl:with-param><xsl:with-param name="text" select="@given"/><xsl:with-param name="depth" select="0"/></xsl:call-template>
    <xsl:call-template name="json-member"><xsl:with-param name="name">non-dropping-particle</xsl:with-param><xsl:with-param name="text" select="@particle"/><xsl:with-param name="depth" select="0"/></xsl:call-template>
    <xsl:call-template name="json-member"><xsl:with-param name="name">suffix</xsl:with-param><xsl:with-param name="text" select="@suffix"/><xsl:with-param name="depth" select="0"/></xsl:call-template>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="@date" mode="issued">
    <xsl:value-of select="concat(',&#10;    &quot;issued&quot;: {&quot;date-parts&quot;: [[', substring(., 1, 4))"/>
    <xsl:if test="string-length() &gt; 4"><xsl:value-of select="concat(', ', number(substring(., 6, 2)))"/></xsl:if>
    <xsl:if test="string-length() &gt; 7"><xsl:value-of select="concat(', ', number(substring(., 9, 2)))"/></xsl:if>
    <xsl:text>]]}</xsl:text>
  </xsl:template>

</xsl:stylesheet>
