<?xml version="1.0" encoding="UTF-8"?>
<!--
  A publication as an entry for BibTeX.

  Input:       publication.
  Output root: none, a library. Import it behind latex.xsl.
  Parameters:  none.

  Mode of publication:  bibtex (text without a line break at its end).
  Types and fields are those of the first BibTeX, which biblatex reads as well.
  What lacks the place that its type must have is "misc". The element bibtex of
  a publication is handed out in place of all this.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- each type has a field of its own for where it appeared, and for who printed it -->
  <xsl:variable name="place-fields"> article:journal inproceedings:booktitle incollection:booktitle book:series phdthesis:school techreport:institution misc:howpublished unpublished:howpublished </xsl:variable>
  <xsl:variable name="house-fields"> article:publisher inproceedings:publisher incollection:publisher book:publisher misc:organization </xsl:variable>
  <xsl:variable name="months">janfebmaraprmayjunjulaugsepoctnovdec</xsl:variable>

  <xsl:template match="publication" mode="bibtex">
    <xsl:variable name="type"><xsl:apply-templates select="." mode="bibtex-type"/></xsl:variable>
    <xsl:value-of select="concat('@', $type, '{', @id, ',&#10;  title', ' = {{')"/>
    <xsl:apply-templates select="title[1]" mode="latex"/>
    <xsl:text>}}</xsl:text>
    <xsl:apply-templates select="authors" mode="bibtex"/>
    <xsl:apply-templates select="." mode="bibtex-place"><xsl:with-param name="type" select="$type"/></xsl:apply-templates>
    <xsl:apply-templates select="volume[1] | issue[1] | pages[1] | @date" mode="bibtex"/>
    <xsl:apply-templates select="." mode="bibtex-note"/>
    <xsl:apply-templates select="identifier[@type = 'doi'][1] | identifier[@type = 'isbn'][1] | identifier[@type = 'issn'][1]" mode="bibtex"/>
    <xsl:apply-templates select="(identifier[@type = 'arxiv'] |
      identifier[@type = 'pmid'][not(../identifier[@type = 'arxiv'])] |
      identifier[@type = 'hal'][not(../identifier[@type = 'arxiv' or @type = 'pmid'])] |
      identifier[@type = 'handle'][not(../identifier[@type = 'arxiv' or @type = 'pmid' or @type = 'hal'])])[1]" mode="bibtex-eprint"/>
    <xsl:apply-templates select="link[1]" mode="bibtex"/>
    <xsl:apply-templates select="keyword[1]" mode="bibtex"/>
    <xsl:apply-templates select="abstract[1]" mode="bibtex"/>
    <xsl:apply-templates select="(distinction | note)[1]" mode="bibtex"/>
    <xsl:text>&#10;}</xsl:text>
  </xsl:template>

  <!-- the owner's own entry, if its braces do not swallow the next one -->
  <xsl:template match="publication[contains(bibtex, '@')][string-length(translate(bibtex, '{', ''))
    = string-length(translate(bibtex, '}', ''))]" mode="bibtex">
    <xsl:value-of select="concat('@', substring-after(bibtex, '@'))"/>
  </xsl:template>

  <!-- a field; nothing of it if there is nothing in it -->
  <xsl:template name="bibtex-field">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:if test="$name != '' and $value != ''"><xsl:value-of select="concat(',&#10;  ', $name, ' = {', $value, '}')"/></xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="bibtex">
    <xsl:param name="name" select="name()"/>
    <xsl:call-template name="bibtex-field">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="value"><xsl:apply-templates select="." mode="latex"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- what it is -->
  <xsl:template match="publication" mode="bibtex-type"><xsl:value-of select="'misc'"/></xsl:template>
  <xsl:template match="publication[@type = 'journal'][venue]" mode="bibtex-type"><xsl:value-of select="'article'"/></xsl:template>
  <xsl:template match="publication[@type = 'conference' or @type = 'workshop' or @type = 'poster' or @type = 'demo'][venue]" mode="bibtex-type"><xsl:value-of select="'inproceedings'"/></xsl:template>
  <xsl:template match="publication[@type = 'book']" mode="bibtex-type"><xsl:value-of select="'book'"/></xsl:template>
  <xsl:template match="publication[@type = 'chapter'][venue]" mode="bibtex-type"><xsl:value-of select="'incollection'"/></xsl:template>
  <xsl:template match="publication[@type = 'thesis'][venue or publisher]" mode="bibtex-type"><xsl:value-of select="'phdthesis'"/></xsl:template>
  <xsl:template match="publication[@type = 'report'][venue or publisher]" mode="bibtex-type"><xsl:value-of select="'techreport'"/></xsl:template>
  <xsl:template match="publication[@status = 'submitted' or @status = 'in-preparation'][not(venue)][@type != 'preprint']"
    mode="bibtex-type" priority="1"><xsl:value-of select="'unpublished'"/></xsl:template>

  <!-- who -->
  <xsl:template match="authors" mode="bibtex">
    <xsl:variable name="writers" select="author[not(@role = 'editor' or @role = 'translator')]"/>
    <xsl:apply-templates select="$writers[1] | author[@role = 'editor'][1] | author[@role = 'translator'][1]" mode="bibtex-people"/>
  </xsl:template>

  <xsl:template match="author" mode="bibtex-people">
    <xsl:param name="name" select="'author'"/>
    <xsl:param name="all" select="../author[not(@role = 'editor' or @role = 'translator')]"/>
    <xsl:value-of select="concat(',&#10;  ', $name, ' = {')"/>
    <xsl:apply-templates select="$all" mode="bibtex"/>
    <xsl:value-of select="substring(' and others', 1, 11 * (../others and not(preceding-sibling::author)))"/>
    <xsl:text>}</xsl:text>
  </xsl:template>
  <xsl:template match="author[@role = 'editor' or @role = 'translator']" mode="bibtex-people">
    <xsl:value-of select="concat(',&#10;  ', @role, ' = {')"/>
    <xsl:apply-templates select="../author[@role = current()/@role]" mode="bibtex"/>
    <xsl:value-of select="substring(' and others', 1, 11 * (../others and not(preceding-sibling::author)))"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

