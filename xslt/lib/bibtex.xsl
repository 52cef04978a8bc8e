<?xml version="1.0" encoding="UTF-8"?>
<!--
  A publication as an entry for BibTeX.

  Input:       publication; with @owner, one of a list of many people.
  Output root: none, a library. Include it behind latex.xsl
               and field.xsl.
  Parameters:  none.

  Modes of publication: bibtex (the entry, without a line break behind it);
  bibtex-more, where a sheet adds fields.
  Types and fields are those of the first BibTeX, which biblatex reads as well.
  What lacks the place that its type must have is "misc". The element bibtex of
  a publication is handed out in place of all this.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- of each type: the field for where it appeared, for who printed it, and what else it may have; the others would be told to be wrong -->
  <xsl:variable name="types" select="'
    |article:journal:: editor translator volume number pages issn
    |inproceedings:booktitle:publisher: editor volume number pages isbn
    |incollection:booktitle:publisher: editor translator volume number pages isbn
    |book:series:publisher: editor translator volume number pages isbn
    |phdthesis:school:: pages
    |techreport:institution:: number pages
    |misc:howpublished:organization: editor
    |unpublished:howpublished:: editor |'"/>

  <xsl:template match="publication" mode="bibtex">
    <xsl:variable name="kind"><xsl:apply-templates select="." mode="bibtex-type"/></xsl:variable>
    <xsl:variable name="type" select="string($kind)"/>
    <xsl:variable name="fields" select="substring-before(substring-after($types, concat('|', $type, ':')), '|')"/>
    <xsl:variable name="also" select="substring-after(substring-after($fields, ':'), ':')"/>
    <xsl:value-of select="concat('@', $type, '{', @id)"/>
    <xsl:apply-templates select="title[1]" mode="field"/>
    <xsl:apply-templates select="authors" mode="field"><xsl:with-param name="also" select="$also"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="bibtex-place">
      <xsl:with-param name="type" select="$type"/>
      <xsl:with-param name="place" select="substring-before($fields, ':')"/>
      <xsl:with-param name="house" select="substring-before(substring-after($fields, ':'), ':')"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="@date" mode="field"/>
    <xsl:apply-templates select="volume[contains($also, ' volume ')][1] | pages[contains($also, ' pages ')][1] |
      issue[contains($also, ' number ')][$type = 'article' or not(../volume)][1]" mode="field"/>
    <xsl:apply-templates select="self::*[@status != 'published' or venue and (@type = 'poster' or @type = 'demo')]" mode="bibtex-note"/>
    <xsl:if test="identifier">
      <xsl:variable name="eprint" select="(identifier[@type = 'arxiv'] |
        identifier[@type = 'pmid' or @type = 'hal' or @type = 'handle'][not(../identifier/@type = 'arxiv')])[1]"/>
      <xsl:apply-templates select="identifier[@type = 'doi'][1] |
        identifier[@type = 'isbn' or @type = 'issn'][contains($also, concat(' ', @type, ' '))][1]" mode="field"/>
      <xsl:apply-templates select="$eprint/@type" mode="field"/>
      <xsl:apply-templates select="$eprint" mode="field"><xsl:with-param name="name" select="'eprint'"/></xsl:apply-templates>
    </xsl:if>
    <xsl:apply-templates select="." mode="bibtex-url"/>
    <xsl:apply-templates select="." mode="bibtex-more"/>
    <xsl:text>&#10;}</xsl:text>
  </xsl:template>

  <!-- what a file has besides; on a page it can be read above -->
  <xsl:template match="publication" mode="bibtex-more"/>

  <!-- the owner's own entry, if its braces do not swallow the next one -->
  <xsl:template match="publication[contains(bibtex, '@') and string-length(translate(bibtex, '{', ''))
    = string-length(translate(bibtex, '}', ''))]" mode="bibtex">
    <xsl:variable name="entry" select="substring-after(bibtex, '@')"/>
    <xsl:variable name="head" select="substring-before($entry, ',')"/>
    <!-- among those of many its key must be one that nobody else chose -->
    <xsl:variable name="keyed" select="@owner and normalize-space(substring-after($head, '{')) and translate($head, '(=}&quot;', '') = $head"/>
    <xsl:if test="$keyed"><xsl:value-of select="concat('@', substring-before($head, '{'), '{', @id, ',', substring-after($entry, ','))"/></xsl:if>
    <xsl:if test="not($keyed)"><xsl:value-of select="concat('@', $entry)"/></xsl:if>
  </xsl:template>

  <!-- what it is; what lacks the place that it must have is misc -->
  <xsl:template match="publication" mode="bibtex-type">
    <xsl:variable name="type" select="substring-before(substring-after(' journal:article conference:inproceedings workshop:inproceedings
      poster:inproceedings demo:inproceedings chapter:incollection book:book thesis:phdthesis report:techreport ', concat(' ', @type, ':')), ' ')"/>
    <xsl:choose>
      <xsl:when test="(@status = 'submitted' or @status = 'in-preparation') and not(venue) and @type != 'preprint'"><xsl:value-of select="'unpublished'"/></xsl:when>
      <xsl:when test="$type = 'book' or $type != '' and venue[name or @short]"><xsl:value-of select="$type"/></xsl:when>
      <xsl:when test="publisher and ($type = 'phdthesis' or $type = 'techreport')"><xsl:value-of select="$type"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="'misc'"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- where: at a university or an institute, in a venue, or else what it is must do -->
  <xsl:template match="publication" mode="bibtex-place">
    <xsl:param name="type"/>
    <xsl:param name="place"/>
    <xsl:param name="house"/>
    <xsl:variable name="school" select="$type = 'phdthesis' or $type = 'techreport'"/>
    <xsl:apply-templates select="(publisher[$school] | venue[not($school and ../publisher)])[1]" mode="field"><xsl:with-param name="name" select="$place"/></xsl:apply-templates>
    <xsl:if test="$type = 'misc'">
      <xsl:apply-templates select="@type[. != 'other'][not(../venue)]" mode="field"><xsl:with-param name="name" select="$place"/></xsl:apply-templates>
    </xsl:if>
    <!-- which degree a thesis was for, nobody knows -->
    <xsl:if test="$place = 'school'"><xsl:apply-templates select="@type" mode="field"/></xsl:if>
    <xsl:apply-templates select="publisher[1]" mode="field"><xsl:with-param name="name" select="$house"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="publication" mode="bibtex-note">
    <xsl:variable name="kind"><xsl:apply-templates select="@type[. = 'poster' or . = 'demo'][../venue]" mode="field-value"/></xsl:variable>
    <xsl:variable name="state"><xsl:apply-templates select="@status[. != 'published']" mode="field-value"/></xsl:variable>
    <xsl:call-template name="field">
      <xsl:with-param name="name">note</xsl:with-param>
      <xsl:with-param name="value" select="concat($kind, substring('; ', 1, 2 * ($kind != '' and $state != '')), $state)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="publication" mode="bibtex-url">
    <xsl:variable name="paper"><xsl:apply-templates select="." mode="paper-url"/></xsl:variable>
    <xsl:variable name="url" select="string($paper)"/>
    <xsl:choose>
      <xsl:when test="contains(translate($url, '}', '{'), '{')">
        <xsl:value-of select="concat(',&#10;  url = {', str:replace(str:replace($url, '{', '%7B'), '}', '%7D'), '}')" xmlns:str="http://exslt.org/strings"/>
      </xsl:when>
      <xsl:when test="$url != ''"><xsl:value-of select="concat(',&#10;  url = {', $url, '}')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
