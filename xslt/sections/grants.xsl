<?xml version="1.0" encoding="UTF-8"?>
<!--
  Funding: who pays, what for, how much.

  Input:       view with grants (heading?, grant*(@id @from @to? @number? @role?,
               title, funder+, amount? link* note*)).
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="grant" mode="meta">
    <xsl:apply-templates select="." mode="line-of">
      <xsl:with-param name="names" select="'funder number amount'"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="." mode="line-of">
      <xsl:with-param name="names" select="'role'"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="@number" mode="part-text">
    <xsl:apply-templates select="key('s', 'grant.number')" mode="say"><xsl:with-param name="of" select=".."/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="amount" mode="part-text">
    <xsl:apply-templates select="key('s', 'grant.amount')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="amount" mode="value">
    <xsl:param name="name"/>
    <xsl:value-of select="@currency[$name = 'currency']"/>
    <xsl:apply-templates select="self::*[$name = 'amount']" mode="number"/>
  </xsl:template>

  <!-- a whole sum has no decimals; what is no number here is shown as it is -->
  <xsl:template match="amount" mode="number"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="amount[floor(.) = number()]" mode="number"><xsl:call-template name="number"/></xsl:template>
  <xsl:template match="amount[floor(.) &lt; number()]" mode="number">
    <xsl:call-template name="number"><xsl:with-param name="decimals">.00</xsl:with-param></xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
