<?xml version="1.0" encoding="UTF-8"?>
<!-- The smallest theme that shows everything: for unit tests. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:template match="/view">
    <html lang="{@lang}">
      <head>
        <title><xsl:value-of select="person/name"/></title>
        <link rel="canonical" href="{page/@canonical}"/>
        <xsl:if test="page/@noindex"><meta name="robots" content="noindex"/></xsl:if>
        <link rel="stylesheet" href="{@static}style.css"/>
      </head>
      <body class="{@kind}">
        <a href="{@base}">top</a>
        <a href="{@home}">home</a>
        <xsl:apply-templates select="." mode="slots"/>
        <p>the end</p>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="view" mode="slots">
    <xsl:processing-instruction name="slot"><xsl:value-of select="@kind"/></xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="view[@kind = 'home' or @kind = 'cv']" mode="slots">
    <xsl:processing-instruction name="slot">person</xsl:processing-instruction>
    <xsl:for-each select="sections/section">
      <xsl:processing-instruction name="slot"><xsl:value-of select="@id"/></xsl:processing-instruction>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="view[@kind = 'groups' or @kind = 'group']" mode="slots">
    <xsl:processing-instruction name="slot">groups</xsl:processing-instruction>
    <xsl:for-each select="group/section">
      <xsl:processing-instruction name="slot"><xsl:value-of select="@id"/></xsl:processing-instruction>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="view[@kind = 'section']" mode="slots">
    <xsl:processing-instruction name="slot"><xsl:value-of select="@section"/></xsl:processing-instruction>
  </xsl:template>
</xsl:stylesheet>
