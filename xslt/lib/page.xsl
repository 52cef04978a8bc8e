<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page around its parts: head, top line, slots for the parts, foot.

  Input:       the frame: view with site, page, strings, person?, sections?,
               group?, query?, error?.
  Output root: html, by mode "page" of view, with an instruction <?slot NAME?> for
               every part: person, people, groups, publication, error, or the id
               of a section. Include it behind frame.xsl, plain.xsl and meta.xsl.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="titles.xsl"/>
  <xsl:include href="head.xsl"/>
  <xsl:include href="languages.xsl"/>
  <xsl:include href="highwire.xsl"/>
  <xsl:include href="opengraph.xsl"/>
  <xsl:include href="json.xsl"/>
  <xsl:include href="jsonld.xsl"/>
  <xsl:include href="jsonld-publication.xsl"/>
  <xsl:include href="linked-many.xsl"/>
  <xsl:include href="linked.xsl"/>
  <xsl:include href="script.xsl"/>
  <xsl:include href="crumbs.xsl"/>

  <xsl:template match="view" mode="page">
    <html lang="{@lang}">
      <xsl:apply-templates select="key('s', 'dir')[. != 'ltr']" mode="dir"/>
      <xsl:apply-templates select="." mode="head"/>
      <body class="{@kind}-page">
        <a class="skip" href="#main"><xsl:value-of select="key('s', 'skip')"/></a>
        <xsl:apply-templates select="site/navigation[link]" mode="nav"/>
        <header class="top">
          <xsl:apply-templates select="self::*[site/name or person]" mode="place"/>
          <xsl:apply-templates select="sections[section[not(@nomenu)]][/view/@kind != 'cv']" mode="nav"/><xsl:apply-templates select="page" mode="languages"/>
        </header>
        <main id="main"><xsl:apply-templates select="." mode="slots"/></main>
        <xsl:apply-templates select="." mode="foot"/><xsl:apply-templates select="." mode="script"/>
      </body>
    </html>
  </xsl:template>

  <!-- what the site says about where else to go -->
  <xsl:template match="navigation" mode="nav">
    <nav class="elsewhere" aria-label="{key('s', 'nav.site')}"><ul><xsl:apply-templates select="link" mode="foot"/></ul></nav>
  </xsl:template>

  <xsl:template match="sections" mode="nav">
    <nav class="jump" aria-label="{key('s', 'nav.sections')}"><ul><xsl:apply-templates select="section[not(@nomenu)]" mode="nav"/></ul></nav>
  </xsl:template>

  <xsl:template match="section" mode="nav">
    <li>
      <a>
        <xsl:apply-templates select="@href" mode="href"/>
        <xsl:apply-templates select="@current[/view/@kind = 'section' or not(/view/person)]" mode="nav"/>
        <xsl:apply-templates select="." mode="section-title"/>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="@current" mode="nav"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:template>

  <!-- parts that are filled in later -->
  <xsl:template match="view" mode="slots"/>
  <xsl:template match="view[@kind = 'home' or @kind = 'cv']" mode="slots">
    <xsl:processing-instruction name="slot">person</xsl:processing-instruction>
    <xsl:apply-templates select="sections/section" mode="slots"/>
  </xsl:template>

  <xsl:template match="view[@kind = 'section']" mode="slots">
    <xsl:if test="person"><xsl:processing-instruction name="slot">person</xsl:processing-instruction></xsl:if>
    <xsl:processing-instruction name="slot"><xsl:value-of select="@section"/></xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="view[@kind = 'publication']" mode="slots">
    <xsl:processing-instruction name="slot">person</xsl:processing-instruction>
    <xsl:processing-instruction name="slot">publication</xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="view[@kind = 'people']" mode="slots">
    <xsl:processing-instruction name="slot">people</xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="view[@kind = 'groups' or @kind = 'group']" mode="slots">
    <xsl:processing-instruction name="slot">groups</xsl:processing-instruction>
    <xsl:apply-templates select="group/section" mode="slots"/>
  </xsl:template>

  <xsl:template match="view[@kind = 'error']" mode="slots">
    <xsl:processing-instruction name="slot">error</xsl:processing-instruction>
  </xsl:template>

  <xsl:template match="section" mode="slots"><xsl:processing-instruction name="slot"><xsl:value-of select="@id"/></xsl:processing-instruction></xsl:template>

  <!-- the foot -->
  <xsl:template match="view" mode="foot">
    <footer class="foot">
      <xsl:apply-templates select="page/@updated" mode="foot"/>
      <xsl:apply-templates select="site/footer" mode="prose"/>
      <xsl:apply-templates select="site[name]" mode="foot"/>
      <xsl:apply-templates select="." mode="foot-more"/>
    </footer>
  </xsl:template>

  <xsl:template match="@updated" mode="foot">
    <p>
      <xsl:value-of select="key('s', 'foot.updated')"/>
      <xsl:text> </xsl:text>
      <time datetime="{.}"><xsl:apply-templates select="." mode="long-date"/></time>
    </p>
  </xsl:template>

  <xsl:template match="link" mode="foot"><li><xsl:apply-templates select="." mode="link"/></li></xsl:template>

  <xsl:template match="@home" mode="foot">
    <li><a><xsl:apply-templates select="." mode="href"><xsl:with-param name="file">cv</xsl:with-param></xsl:apply-templates><xsl:value-of select="key('s', 'title.cv')"/></a></li>
  </xsl:template>

  <xsl:template match="@people" mode="foot">
    <li><a><xsl:apply-templates select="." mode="href"/><xsl:value-of select="key('s', 'section.people')"/></a></li>
  </xsl:template>

  <xsl:template match="site" mode="foot">
    <ul>
      <xsl:apply-templates select="/view[person][@kind != 'cv']/@home" mode="foot"/><xsl:apply-templates select="/view/page/alternate[not(@section)]" mode="feeds"/>
      <xsl:apply-templates select="link" mode="foot"/>
      <xsl:apply-templates select="/view[person]/@people" mode="foot"/>
      <li><a><xsl:apply-templates select="/view/@base" mode="href"/><xsl:apply-templates select="name[1]" mode="plain"/></a></li>
    </ul>
  </xsl:template>

</xsl:stylesheet>
