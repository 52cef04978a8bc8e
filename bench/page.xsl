<?xml version="1.0" encoding="UTF-8"?>
<!--
  A home page in one transform, for the XSLT processors of others.

  Input:       what join.py makes: a view with all sections in it, and in the
               groups of publications their entries.
  Output root: html, the same as the program's but for what needs the id of a
               section.
  Parameters:  year, author (ada-berg): only entries of that year, by them. The
               program chooses these before it makes a view; a sheet that is
               given everything has to choose by itself.

  The templates are the program's own, compiled together as it does; join.py
  writes where they are.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="@top@/xslt/page.xsl"/>

  <xsl:param name="year"/>
  <xsl:param name="author"/>
  <xsl:variable name="upper" select="' ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="lower" select="'-abcdefghijklmnopqrstuvwxyz'"/>

  <xsl:template match="/view"><xsl:apply-templates select="." mode="page"/></xsl:template>

  <!-- where the program fills slots, the sections themselves -->
  <xsl:template match="view" mode="slots" priority="9">
    <xsl:apply-templates select="person" mode="body"/>
    <xsl:apply-templates select="news | publications | experience | education | awards | services" mode="frame"/>
  </xsl:template>

  <!-- the query that is there belongs to the publications -->
  <xsl:template match="news" mode="heading-more" priority="9"/>
  <xsl:template match="news" mode="aside" priority="9"><xsl:apply-templates select="." mode="feeds"/></xsl:template>
  <xsl:template match="news" mode="content" priority="9"><xsl:apply-templates select="." mode="body"/></xsl:template>

  <xsl:template match="group" mode="body" priority="9">
    <xsl:variable name="shown" select="publication[$year = '' or starts-with(@date, $year)][$author = '' or authors/author[translate(normalize-space(), $upper, $lower) = $author]]"/>
    <xsl:if test="$shown">
      <h3 class="group" id="{../@id}-{@id}"><xsl:apply-templates select="." mode="label"/></h3>
      <ol class="pubs"><xsl:apply-templates select="$shown" mode="item"/></ol>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
