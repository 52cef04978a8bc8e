<?xml version="1.0" encoding="UTF-8"?>
<!--
  Names of people: the owner's, and lists of authors with their marks.

  Input:       person (name+), authors (author+, others?).
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  Modes:  name (person: the main name), other-names (person: the other scripts),
          initials (person), cite (authors: the list), marks (authors: the
          legend of the marks in the list, or nothing).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="person | student" mode="name">
    <xsl:apply-templates select="name[1]" mode="plain"/>
  </xsl:template>

  <xsl:template match="person | student" mode="other-names">
    <xsl:apply-templates select="name[position() &gt; 1]" mode="native"/>
  </xsl:template>

  <xsl:template match="name" mode="native">
    <xsl:text> </xsl:text>
    <span class="native">
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:value-of select="normalize-space()"/>
    </span>
  </xsl:template>

  <!-- phrases about a person may name it -->
  <xsl:template match="person" mode="value">
    <xsl:param name="name"/>
    <xsl:value-of select="normalize-space(name[1][$name = 'name'] | position[1][$name = 'position'] |
      organization[1][$name = 'organization'])"/>
  </xsl:template>

  <!-- the site has a name, too -->
  <xsl:template match="site | group" mode="value"><xsl:param name="name"/><xsl:value-of select="normalize-space(name[1][$name = 'name'])"/></xsl:template>

  <!-- of given and family name, as they stand, else of the first words -->
  <xsl:template match="person" mode="initials"><xsl:apply-templates select="name[1]" mode="initials"/></xsl:template>
  <xsl:template match="name" mode="initials">
    <xsl:value-of select="substring(normalize-space(), 1, 1)"/>
    <xsl:value-of select="substring(substring-after(normalize-space(), ' '), 1, 1)"/>
  </xsl:template>
  <xsl:template match="name[given and family]" mode="initials"><xsl:apply-templates select="given | family" mode="initials"/></xsl:template>
  <xsl:template match="given | family" mode="initials"><xsl:value-of select="substring(normalize-space(), 1, 1)"/></xsl:template>
  <!-- letters that join would be a word -->
  <xsl:template match="name[contains('آأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهويپچژکگی', substring(normalize-space(), 1, 1))]" mode="initials" priority="1"><xsl:value-of select="substring(normalize-space(), 1, 1)"/></xsl:template>

  <xsl:template match="authors" mode="cite">
    <xsl:variable name="separator"><xsl:apply-templates select="." mode="separator"/></xsl:variable>
    <p class="authors">
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates select="author | others" mode="cite"><xsl:with-param name="separator" select="string($separator)"/></xsl:apply-templates>
    </p>
    <xsl:apply-templates select="." mode="marks"/>
  </xsl:template>

  <xsl:template match="author" mode="cite">
    <xsl:param name="separator"/>
    <xsl:if test="position() &gt; 1"><xsl:value-of select="$separator"/></xsl:if>
    <xsl:apply-templates select="." mode="link"/>
    <xsl:if test="@equal or @corresponding or @role">
      <xsl:apply-templates select="@equal | @corresponding" mode="mark"/>
      <xsl:apply-templates select="@role[. = 'editor' or . = 'translator']" mode="cite"/>
    </xsl:if>
  </xsl:template>

  <!-- most have neither a page nor anything else to say -->
  <xsl:template match="author[not(@href)]" mode="link" priority="0.4"><xsl:apply-templates select="." mode="plain"/></xsl:template>

  <!-- names in the letters of another language keep its commas -->
  <xsl:template match="authors" mode="separator"><xsl:value-of select="key('s', 'list.separator')"/></xsl:template>
  <xsl:template match="authors[@xml:lang]" mode="separator"><xsl:value-of select="key('s', 'authors.separator')"/></xsl:template>

  <!-- the owner of the page needs no link -->
  <xsl:template match="author[@self]" mode="link">
    <strong><xsl:apply-templates select="." mode="plain"/></strong>
  </xsl:template>

  <!-- nobody signs with a title -->
  <xsl:template match="author[prefix]" mode="plain">
    <xsl:value-of select="normalize-space(substring-after(., prefix))"/>
  </xsl:template>

  <xsl:template match="others" mode="cite">
    <xsl:value-of select="key('s', 'authors.others')"/>
  </xsl:template>

  <!-- editors and translators say so; what an author does is plain -->
  <xsl:template match="@role" mode="cite">
    <xsl:text> </xsl:text><span class="did"><xsl:apply-templates select="." mode="word"/></span>
  </xsl:template>

  <xsl:template match="@*" mode="mark">
    <sup><xsl:value-of select="key('s', concat('mark.', name()))"/></sup>
  </xsl:template>

  <xsl:template match="authors" mode="marks"/>
  <xsl:template match="authors[@equal or @corresponding]" mode="marks">
    <p class="legend"><xsl:apply-templates select="@equal | @corresponding" mode="legend"/></p>
  </xsl:template>

  <xsl:template match="@*" mode="legend">
    <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
    <span>
      <sup><xsl:value-of select="key('s', concat('mark.', name()))"/></sup>
      <xsl:text> </xsl:text>
      <xsl:value-of select="key('s', concat('legend.', name()))"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
