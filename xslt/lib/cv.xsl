<?xml version="1.0" encoding="UTF-8"?>
<!--
  The head of a CV: whose it is, how to reach them, what they work on, and what
  of it is left out. No portrait and no words about oneself.

  Input:       the frame of a CV, with person, and query? with filters.
  Output root: section, by mode "cv" of person. Include it behind frame.xsl; what
               is in it comes from person.xsl.
  Parameters:  none.

  Mode of query and filter: shown (in words, "since 2020, selected publications").
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="person" mode="cv">
    <section class="band intro h-card" aria-labelledby="h-person">
      <div class="body">
        <p class="what"><xsl:value-of select="key('s', 'title.cv')"/></p>
        <h1 id="h-person">
          <xsl:apply-templates select="name[1]" mode="size"/>
          <span class="p-name"><xsl:apply-templates select="." mode="name"/></span>
          <xsl:apply-templates select="." mode="other-names"/>
        </h1>
        <xsl:apply-templates select="." mode="role"/>
        <xsl:apply-templates select="." mode="contact"/>
        <xsl:apply-templates select="interests" mode="body"/>
        <xsl:apply-templates select="." mode="body-more"/>
        <xsl:apply-templates select="/view/query[filter]" mode="shown"/>
        <p class="what hint"><xsl:value-of select="key('s', 'cv.print')"/></p>
      </div>
    </section>
  </xsl:template>

  <!-- a part is shown: which, and the way to all of it -->
  <xsl:template match="query" mode="shown">
    <p class="state">
      <xsl:value-of select="key('s', 'cv.part')"/>
      <xsl:apply-templates select="filter" mode="one-shown"/>
      <xsl:text> </xsl:text>
      <a><xsl:apply-templates select="/view/@home" mode="href"><xsl:with-param name="file">cv</xsl:with-param></xsl:apply-templates><xsl:value-of select="key('s', 'cv.whole')"/></a>
    </p>
  </xsl:template>

  <xsl:template match="filter" mode="one-shown">
    <xsl:value-of select="key('s', 'list.colon')[current()[not(preceding-sibling::filter)]] |
      key('s', 'list.separator')[current()/preceding-sibling::filter]"/>
    <xsl:apply-templates select="." mode="shown"/>
  </xsl:template>

  <!-- years are those of the whole CV, all else is of publications -->
  <xsl:template match="filter" mode="shown">
    <xsl:apply-templates select="key('s', 'cv.publications')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="filter[@key = 'selected' and @id = 'true']" mode="shown"><xsl:value-of select="key('s', 'cv.selected')"/></xsl:template>
  <xsl:template match="filter[@key = 'year']" mode="shown"><xsl:apply-templates select="." mode="label"/></xsl:template>
  <xsl:template match="filter[@key = 'year' and starts-with(@id, '-')]" mode="shown" priority="1">
    <xsl:apply-templates select="key('s', 'cv.until')" mode="say"><xsl:with-param name="of" select="@id"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="filter[@key = 'year' and substring-before(@id, '-') and not(substring-after(@id, '-'))]" mode="shown" priority="1">
    <xsl:apply-templates select="key('s', 'cv.since')" mode="say"><xsl:with-param name="of" select="@id"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="filter/@id" mode="value"><xsl:value-of select="translate(., '-', '')"/></xsl:template>

</xsl:stylesheet>
