<?xml version="1.0" encoding="UTF-8"?>
<!--
  Addresses as attributes of XML that leaves the site.

  Input:       attributes that hold an address.
  Output root: none, a library. Include it behind link.xsl.
  Parameters:  none.

  Mode "whole-href" of an address writes href with the whole address, or nothing
  if link.xsl does not let it pass. The template of that name takes $url.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="exsl">

  <xsl:template match="@*" mode="whole-href" name="whole-href">
    <xsl:param name="url"><xsl:apply-templates select="." mode="absolute"/></xsl:param>
    <xsl:variable name="whole"><whole url="{$url}"/></xsl:variable>
    <xsl:apply-templates select="exsl:node-set($whole)/whole/@url" mode="href"/>
  </xsl:template>

</xsl:stylesheet>
