<?xml version="1.0" encoding="UTF-8"?>
<!--
  Reviewing, committees, editing: grouped by role, with the places of each.

  Input:       view with services (heading?, service*(@id @role @kind? @from? @to?
               @date?, venue+(@year? @href?), note*)).
  Output root: section.
  Parameters:  none.

  The roles come in the order of their first services.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:key name="role" match="service" use="@role"/>

  <xsl:template match="services" mode="body">
    <dl class="rows"><xsl:apply-templates select="service[count(. | key('role', @role)[1]) = 1]" mode="role"/></dl>
  </xsl:template>

  <!-- of the first of a role: all of that role -->
  <xsl:template match="service" mode="role">
    <div>
      <dt><xsl:apply-templates select="@role" mode="word"/></dt>
      <xsl:apply-templates select="key('role', @role)" mode="item"/>
    </div>
  </xsl:template>

  <xsl:template match="service" mode="item">
    <dd>
      <xsl:attribute name="id"><xsl:apply-templates select="." mode="anchor"/></xsl:attribute>
      <xsl:apply-templates select="@kind" mode="class"/>
      <xsl:apply-templates select="@kind[. != 'other'][key('role', ../@role)/@kind != .]" mode="before"/>
      <xsl:apply-templates select="venue" mode="next-part"/>
      <xsl:apply-templates select="self::*[@date or @from or @to]" mode="after"/>
      <xsl:apply-templates select="note" mode="note"/>
      <xsl:apply-templates select="." mode="item-more"/>
    </dd>
  </xsl:template>

  <!-- what it was done for, where one role was had for several kinds -->
  <xsl:template match="@kind" mode="before">
    <xsl:apply-templates select="." mode="word"/>
    <xsl:value-of select="key('s', 'list.colon')"/>
  </xsl:template>

  <xsl:template match="service" mode="after">
    <xsl:text> </xsl:text><span class="when"><xsl:apply-templates select="." mode="period"/></span>
  </xsl:template>

  <!-- "MM'23" has its year already -->
  <xsl:template match="venue" mode="part-text">
    <xsl:apply-templates select="." mode="link"/>
    <xsl:apply-templates select="@year[not(contains(.., .) or
      contains(translate(.., '’', &quot;'&quot;), concat(&quot;'&quot;, substring(., 3))))]" mode="part-text"/>
  </xsl:template>
  <xsl:template match="venue[not(node())]" mode="link-label"><xsl:value-of select="@ref"/></xsl:template>
  <xsl:template match="@year" mode="part-text"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="time"/></xsl:template>

</xsl:stylesheet>
