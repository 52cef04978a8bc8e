<?xml version="1.0" encoding="UTF-8"?>
<!--
  The people of the site or of a group: ways to choose at the side, then each
  with a way to their page.

  Input:       view with query, facet*, pager? and people (group*(@slot)); or
               items with person*(@id @href, name+; group*(@href): what they
               belong to, the main one first).
  Output root: section, with an instruction <?slot items N?> for the people; or
               li* for items.
  Parameters:  those of filters.xsl.

  To change how somebody looks, override match="person" mode="item".
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/filters.xsl"/>
  <xsl:include href="../lib/years.xsl"/>
  <xsl:include href="../lib/list.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <!-- the whole list of people has letters at the top of the page -->
  <xsl:template match="view" mode="facets">
    <details class="facets">
      <summary><xsl:value-of select="key('s', 'filter.title')"/></summary>
      <xsl:apply-templates select="facet[@key != 'letter']" mode="list"/>
    </details>
  </xsl:template>

  <xsl:template match="people/group" mode="body">
    <xsl:apply-templates select="@id[. = 'alumni']" mode="heading"/>
    <ul class="people"><xsl:processing-instruction name="slot"><xsl:value-of select="@slot"/></xsl:processing-instruction></ul>
  </xsl:template>
  <!-- after all who are here -->
  <xsl:template match="@id" mode="heading"><h2 class="group"><xsl:value-of select="key('s', 'role.alumni')"/></h2></xsl:template>

  <xsl:template match="person" mode="item">
    <li class="person h-card" id="{@id}">
      <xsl:apply-templates select="." mode="portrait"/>
      <div>
        <h3>
          <a class="p-name u-url"><xsl:apply-templates select="@href" mode="href"/><xsl:apply-templates select="." mode="name"/></a>
          <xsl:apply-templates select="." mode="other-names"/>
        </h3>
        <xsl:apply-templates select="." mode="what"/>
        <xsl:apply-templates select="interests[interest]" mode="item"/>
        <xsl:apply-templates select="group[1]" mode="reach"/>
        <xsl:apply-templates select="." mode="item-more"/>
      </div>
    </li>
  </xsl:template>

  <!-- the name says who it is; picture and initials decorate -->
  <xsl:template match="person" mode="portrait">
    <span class="portrait initials" aria-hidden="true"><xsl:apply-templates select="." mode="initials"/></span>
  </xsl:template>
  <xsl:template match="person[photo]" mode="portrait">
    <img class="portrait u-photo" alt="" loading="lazy" decoding="async">
      <xsl:apply-templates select="photo[1]/@src" mode="src"/>
      <xsl:apply-templates select="photo[1]/@width | photo[1]/@height" mode="size"/>
    </img>
  </xsl:template>

  <!-- what they are: in their own words, else in those of the site, else where they are -->
  <xsl:template match="person" mode="what"><xsl:apply-templates select="organization[1]" mode="what"/></xsl:template>
  <xsl:template match="person[@role]" mode="what"><p class="what"><xsl:value-of select="key('s', concat('role.', @role))"/></p></xsl:template>
  <xsl:template match="person[position]" mode="what" priority="1"><xsl:apply-templates select="position[1]" mode="what"/></xsl:template>
  <xsl:template match="position" mode="what"><p class="what p-job-title"><xsl:apply-templates select="@xml:lang" mode="lang"/><xsl:apply-templates mode="flat"/></p></xsl:template>
  <xsl:template match="organization" mode="what"><p class="what"><xsl:apply-templates select="." mode="plain"/></p></xsl:template>

  <!-- what they work on now, else their field -->
  <xsl:template match="interests" mode="item">
    <p class="topic"><xsl:apply-templates select="interest[@level = 'focus'] | interest[not(../interest/@level = 'focus')]" mode="topic"/></p>
  </xsl:template>
  <xsl:template match="interest" mode="topic">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'list.topics')"/></xsl:if>
    <xsl:apply-templates select="." mode="plain"/>
  </xsl:template>

  <xsl:template match="group" mode="reach"><p class="reach"><xsl:apply-templates select="../group" mode="listed-link"/></p></xsl:template>
  <xsl:template match="group" mode="listed-link">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'list.separator')"/></xsl:if>
    <xsl:apply-templates select="." mode="link"/>
  </xsl:template>
  <xsl:template match="group" mode="link-label"><xsl:apply-templates select="name[1]" mode="plain"/></xsl:template>

</xsl:stylesheet>
