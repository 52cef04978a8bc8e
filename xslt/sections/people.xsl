<?xml version="1.0" encoding="UTF-8"?>
<!--
  The people of the site, each with a way to their page.

  Input:       the frame with people (person*(@id @href)) as its last child.
  Output root: section.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/frame.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/view">
    <section class="band dir" id="people" aria-labelledby="h-people">
      <div class="rail">
        <h1 id="h-people"><xsl:value-of select="key('s', 'section.people')"/></h1>
        <p class="aside"><xsl:apply-templates select="site/name[1]" mode="plain"/></p>
      </div>
      <div class="body"><xsl:apply-templates select="people" mode="content"/></div>
    </section>
  </xsl:template>

  <!-- by family name, as far as names say which it is -->
  <xsl:template match="people" mode="body">
    <ul class="people">
      <xsl:apply-templates select="person" mode="item">
        <xsl:sort select="concat(name[1]/family, ' ', name[1])"/>
      </xsl:apply-templates>
    </ul>
  </xsl:template>

  <xsl:template match="people/person" mode="item">
    <li class="person h-card" id="{@id}">
      <xsl:apply-templates select="." mode="portrait"/>
      <div>
        <h2>
          <a class="p-name u-url"><xsl:apply-templates select="@href" mode="href"/><xsl:apply-templates select="." mode="name"/></a>
          <xsl:apply-templates select="." mode="other-names"/>
        </h2>
        <xsl:apply-templates select="position[1] | organization[1]" mode="item"/>
        <xsl:apply-templates select="interests[interest]" mode="item"/>
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

  <xsl:template match="position" mode="item"><p class="what"><xsl:apply-templates select="@xml:lang" mode="lang"/><xsl:apply-templates mode="flat"/></p></xsl:template>
  <xsl:template match="organization" mode="item"><p class="what"><xsl:apply-templates select="." mode="plain"/></p></xsl:template>

  <!-- what they work on now, else their field -->
  <xsl:template match="interests" mode="item">
    <p class="topic"><xsl:apply-templates select="interest[@level = 'focus'] | interest[not(../interest/@level = 'focus')]" mode="listed"/></p>
  </xsl:template>

</xsl:stylesheet>
