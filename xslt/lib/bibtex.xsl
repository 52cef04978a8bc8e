<?xml version="1.0" encoding="UTF-8"?>
<!--
  A publication as an entry for BibTeX.

  Input:       publication; with @owner, one of a list of many people.
  Output root: none, a library. Include it behind latex.xsl.
  Parameters:  none.

  Mode of publication:    bibtex (the entry, without a line break behind it).
  Modes of what is in it: field (name = {value}), field-name, field-value.
  Types and fields are those of the first BibTeX, which biblatex reads as well.
  What lacks the place that its type must have is "misc". The element bibtex of
  a publication is handed out in place of all this.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- for where it appeared and for who printed it, each type has fields of its own -->
  <xsl:variable name="place-fields"> article:journal inproceedings:booktitle incollection:booktitle book:series phdthesis:school techreport:institution misc:howpublished unpublished:howpublished </xsl:variable>
  <xsl:variable name="house-fields"> inproceedings:publisher incollection:publisher book:publisher misc:organization </xsl:variable>
  <!-- what else each type may have; the others would be told to be wrong -->
  <xsl:variable name="type-fields">| article editor translator volume number pages issn | inproceedings editor volume number pages isbn | incollection editor translator volume number pages isbn | book editor translator volume number pages isbn | phdthesis pages | techreport number pages | misc editor | unpublished editor |</xsl:variable>
  <xsl:variable name="registers"> arxiv:arXiv pmid:pubmed hal:HAL handle:hdl </xsl:variable>
  <xsl:variable name="months">janfebmaraprmayjunjulaugsepoctnovdec</xsl:variable>

  <xsl:template match="publication" mode="bibtex">
    <xsl:variable name="type"><xsl:apply-templates select="." mode="bibtex-type"/></xsl:variable>
    <xsl:variable name="eprint" select="(identifier[@type = 'arxiv'] |
      identifier[@type = 'pmid' or @type = 'hal' or @type = 'handle'][not(../identifier/@type = 'arxiv')])[1]"/>
    <xsl:variable name="also" select="substring-before(substring-after($type-fields, concat('| ', $type)), '|')"/>
    <xsl:value-of select="concat('@', $type, '{', @id)"/>
    <xsl:apply-templates select="title[1]" mode="field"/>
    <xsl:apply-templates select="authors/author[not(@role = 'editor' or @role = 'translator')][1]" mode="field"/>
    <xsl:apply-templates select="authors/author[@role = 'editor'][contains($also, ' editor ')][1] |
      authors/author[@role = 'translator'][contains($also, ' translator ')][1]" mode="field"/>
    <xsl:apply-templates select="." mode="bibtex-place"><xsl:with-param name="type" select="$type"/></xsl:apply-templates>
    <xsl:apply-templates select="volume[contains($also, ' volume ')][1] | pages[contains($also, ' pages ')][1] | @date |
      issue[contains($also, ' number ')][$type = 'article' or not(../volume)][1]" mode="field"/>
    <xsl:apply-templates select="self::*[@status != 'published' or venue and (@type = 'poster' or @type = 'demo')]" mode="bibtex-note"/>
    <xsl:apply-templates select="identifier[@type = 'doi'][1] |
      identifier[@type = 'isbn' or @type = 'issn'][contains($also, concat(' ', @type, ' '))][1]" mode="field"/>
    <xsl:apply-templates select="$eprint/@type" mode="field"/>
    <xsl:apply-templates select="$eprint" mode="field"><xsl:with-param name="name">eprint</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="." mode="bibtex-url"/>
    <xsl:apply-templates select="keyword[1] | abstract[1] | note[1]" mode="field"/>
    <xsl:text>&#10;}</xsl:text>
  </xsl:template>

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

  <!-- what it is -->
  <xsl:template match="publication" mode="bibtex-type"><xsl:value-of select="'misc'"/></xsl:template>
  <xsl:template match="publication[@type = 'journal' and venue[name or @short]]" mode="bibtex-type"><xsl:value-of select="'article'"/></xsl:template>
  <xsl:template match="publication[(@type = 'conference' or @type = 'workshop' or @type = 'poster' or @type = 'demo') and venue[name or @short]]"
    mode="bibtex-type"><xsl:value-of select="'inproceedings'"/></xsl:template>
  <xsl:template match="publication[@type = 'book']" mode="bibtex-type"><xsl:value-of select="'book'"/></xsl:template>
  <xsl:template match="publication[@type = 'chapter' and venue[name or @short]]" mode="bibtex-type"><xsl:value-of select="'incollection'"/></xsl:template>
  <xsl:template match="publication[@type = 'thesis' and (venue[name or @short] or publisher)]" mode="bibtex-type"><xsl:value-of select="'phdthesis'"/></xsl:template>
  <xsl:template match="publication[@type = 'report' and (venue[name or @short] or publisher)]" mode="bibtex-type"><xsl:value-of select="'techreport'"/></xsl:template>
  <xsl:template match="publication[(@status = 'submitted' or @status = 'in-preparation') and not(venue) and @type != 'preprint']"
    mode="bibtex-type" priority="1"><xsl:value-of select="'unpublished'"/></xsl:template>

  <!-- a field; one without a value is left out -->
  <xsl:template match="* | @*" mode="field" name="field">
    <xsl:param name="name"><xsl:apply-templates select="." mode="field-name"/></xsl:param>
    <xsl:param name="value"><xsl:apply-templates select="." mode="field-value"/></xsl:param>
    <xsl:if test="$name != '' and $value != ''"><xsl:value-of select="concat(',&#10;  ', $name, ' = {', $value, '}')"/></xsl:if>
  </xsl:template>

  <xsl:template match="* | @*" mode="field-name"><xsl:value-of select="name()"/></xsl:template>
  <xsl:template match="issue" mode="field-name"><xsl:value-of select="'number'"/></xsl:template>
  <xsl:template match="keyword" mode="field-name"><xsl:value-of select="'keywords'"/></xsl:template>
  <xsl:template match="note" mode="field-name"><xsl:value-of select="'annote'"/></xsl:template>
  <xsl:template match="identifier" mode="field-name"><xsl:value-of select="@type"/></xsl:template>
  <xsl:template match="identifier/@type" mode="field-name"><xsl:value-of select="'archiveprefix'"/></xsl:template>
  <xsl:template match="author[@role = 'editor' or @role = 'translator']" mode="field-name"><xsl:value-of select="@role"/></xsl:template>

  <xsl:template match="*" mode="field-value"><xsl:apply-templates select="." mode="latex"/></xsl:template>
  <xsl:template match="title" mode="field-value"><xsl:text>{</xsl:text><xsl:apply-templates select="." mode="latex"/><xsl:text>}</xsl:text></xsl:template>
  <xsl:template match="identifier" mode="field-value"><xsl:apply-templates select="." mode="verbatim"/></xsl:template>
  <xsl:template match="identifier/@type" mode="field-value"><xsl:value-of select="substring-before(substring-after($registers, concat(' ', ., ':')), ' ')"/></xsl:template>
  <xsl:template match="publication/@type | @status" mode="field-value"><xsl:apply-templates select="key('s', concat(name(), '.', .))" mode="tex"/></xsl:template>
  <xsl:template match="keyword" mode="field-value"><xsl:apply-templates select="../keyword" mode="bibtex-listed"/></xsl:template>
  <xsl:template match="venue" mode="field-value">
    <xsl:apply-templates select="name[1]" mode="latex"/>
    <xsl:apply-templates select="@short[not(../name)]" mode="tex"/>
  </xsl:template>

  <!-- all who did the same; others are more of those who come first -->
  <xsl:template match="author" mode="field-value">
    <xsl:apply-templates select="../author[not(@role = 'editor' or @role = 'translator')]" mode="tex-name"/>
    <xsl:apply-templates select="../others" mode="tex-name"/>
  </xsl:template>
  <xsl:template match="author[@role = 'editor' or @role = 'translator']" mode="field-value">
    <xsl:apply-templates select="../author[@role = current()/@role]" mode="tex-name"/>
    <xsl:apply-templates select="../others[not(current()/preceding-sibling::author)]" mode="tex-name"/>
  </xsl:template>

  <xsl:template match="keyword" mode="bibtex-listed">
    <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
    <xsl:variable name="text"><xsl:apply-templates select="." mode="latex"/></xsl:variable>
    <xsl:value-of select="translate($text, ',', '')"/>
  </xsl:template>

  <xsl:template match="@date" mode="field">
    <xsl:value-of select="concat(',&#10;  year = {', substring(., 1, 4), '}')"/>
    <xsl:if test="string-length() &gt; 4"><xsl:value-of select="concat(',&#10;  month = ', substring($months, 3 * substring(., 6, 2) - 2, 3))"/></xsl:if>
  </xsl:template>

  <!-- where: at a university or an institute, in a venue, or else what it is must do -->
  <xsl:template match="publication" mode="bibtex-place">
    <xsl:param name="type"/>
    <xsl:variable name="place" select="substring-before(substring-after($place-fields, concat(' ', $type, ':')), ' ')"/>
    <xsl:variable name="house" select="substring-before(substring-after($house-fields, concat(' ', $type, ':')), ' ')"/>
    <xsl:variable name="school" select="$type = 'phdthesis' or $type = 'techreport'"/>
    <xsl:apply-templates select="(publisher[$school] | venue[not($school and ../publisher)])[1]" mode="field"><xsl:with-param name="name" select="$place"/></xsl:apply-templates>
    <xsl:apply-templates select="@type[$type = 'misc' and . != 'other'][not(../venue)]" mode="field"><xsl:with-param name="name" select="$place"/></xsl:apply-templates>
    <!-- which degree a thesis was for, nobody knows -->
    <xsl:apply-templates select="@type[$place = 'school']" mode="field"/>
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
    <xsl:variable name="url"><xsl:apply-templates select="." mode="paper-url"/></xsl:variable>
    <xsl:call-template name="field">
      <xsl:with-param name="name">url</xsl:with-param>
      <xsl:with-param name="value" select="str:replace(str:replace($url, '{', '%7B'), '}', '%7D')" xmlns:str="http://exslt.org/strings"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
