<?xml version="1.0" encoding="UTF-8"?>
<!--
  A publication in the terms of schema.org, as JSON-LD.

  Input:       publication with @href.
  Output root: none, a library. Include it behind jsonld.xsl.
  Parameters:  none.

  Mode of publication: jsonld, a whole document (ScholarlyArticle, Book, Thesis
  ...). A journal is named through issue and volume, as far as there are any.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:variable name="jsonld-types" select="' book:Book chapter:Chapter thesis:Thesis report:Report dataset:Dataset software:SoftwareSourceCode patent:CreativeWork other:CreativeWork '"/>

  <xsl:template match="publication" mode="jsonld">
    <xsl:variable name="own" select="substring-before(substring-after($jsonld-types, concat(' ', @type, ':')), ' ')"/>
    <xsl:variable name="title"><xsl:apply-templates select="title[1]" mode="text"/></xsl:variable>
    <xsl:call-template name="jsonld-start"><xsl:with-param name="type" select="concat($own, substring('ScholarlyArticle', 1, 16 * ($own = '')))"/></xsl:call-template>
    <xsl:apply-templates select="@href" mode="say-of"><xsl:with-param name="name">@id</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@href" mode="say-of"><xsl:with-param name="name">url</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="title[1]" mode="say-of"><xsl:with-param name="name">name</xsl:with-param></xsl:apply-templates>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">headline</xsl:with-param>
      <xsl:with-param name="text" select="concat(substring($title, 1, 110 - (string-length($title) &gt; 110)), substring('…', 1, 1 * (string-length($title) &gt; 110)))"/>
    </xsl:call-template>
    <xsl:apply-templates select="(title[1]/@xml:lang | @xml:lang[not(../title[1]/@xml:lang)] |
      /*/@lang[not(current()/@xml:lang or current()/title[1]/@xml:lang)])[1]" mode="say-of"><xsl:with-param name="name">inLanguage</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="authors[author[not(@role = 'editor' or @role = 'translator')]]" mode="jsonld-list">
      <xsl:with-param name="name">author</xsl:with-param><xsl:with-param name="of" select="authors/author[not(@role = 'editor' or @role = 'translator')]"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="authors[author/@role = 'editor']" mode="jsonld-list">
      <xsl:with-param name="name">editor</xsl:with-param><xsl:with-param name="of" select="authors/author[@role = 'editor']"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="authors[author/@role = 'translator']" mode="jsonld-list">
      <xsl:with-param name="name">translator</xsl:with-param><xsl:with-param name="of" select="authors/author[@role = 'translator']"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="@date" mode="say-of"><xsl:with-param name="name">datePublished</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@status" mode="say-of"><xsl:with-param name="name">creativeWorkStatus</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="venue[1]" mode="jsonld-part"/>
    <xsl:apply-templates select="pages[1]" mode="say-of"><xsl:with-param name="name">pagination</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="publisher[1]" mode="jsonld-publisher"/>
    <xsl:apply-templates select="identifier[@type = 'doi'][1]" mode="jsonld-register"/>
    <xsl:apply-templates select="identifier[@type = 'isbn'][1]" mode="say-of"><xsl:with-param name="name">isbn</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="self::*[identifier[@type != 'isbn' and @type != 'issn'] or link[@rel = 'paper' or @rel = 'preprint']]" mode="jsonld-list">
      <xsl:with-param name="name">sameAs</xsl:with-param>
      <xsl:with-param name="of" select="identifier[@type != 'isbn' and @type != 'issn'] | link[@rel = 'paper' or @rel = 'preprint']"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="self::*[@type = 'software']/link[@rel = 'code'][1]/@href" mode="say-of"><xsl:with-param name="name">codeRepository</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="teaser[1]/@src" mode="say-of"><xsl:with-param name="name">image</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="self::*[distinction]" mode="jsonld-list"><xsl:with-param name="name">award</xsl:with-param><xsl:with-param name="of" select="distinction"/></xsl:apply-templates>
    <xsl:apply-templates select="self::*[keyword]" mode="jsonld-list"><xsl:with-param name="name">keywords</xsl:with-param><xsl:with-param name="of" select="keyword"/></xsl:apply-templates>
    <xsl:apply-templates select="abstract[1]" mode="say-of"><xsl:with-param name="name">abstract</xsl:with-param></xsl:apply-templates>
    <xsl:value-of select="'}&#10;'"/>
  </xsl:template>

  <xsl:template match="* | @*" mode="say-of">
    <xsl:param name="name"/>
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name" select="$name"/></xsl:apply-templates>
  </xsl:template>

  <!-- what it is a part of -->
  <xsl:template match="venue" mode="jsonld-part">
    <xsl:value-of select="',&#10;    &quot;isPartOf&quot;: '"/>
    <xsl:apply-templates select="." mode="jsonld-whole"><xsl:with-param name="type">CreativeWork</xsl:with-param></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="publication[@type = 'chapter']/venue" mode="jsonld-part">
    <xsl:value-of select="',&#10;    &quot;isPartOf&quot;: '"/>
    <xsl:apply-templates select="." mode="jsonld-whole"><xsl:with-param name="type">Book</xsl:with-param></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="publication[@type = 'journal']/venue" mode="jsonld-part">
    <xsl:apply-templates select="../issue[1]" mode="jsonld-open"><xsl:with-param name="type">PublicationIssue</xsl:with-param><xsl:with-param name="name">issueNumber</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="../volume[1]" mode="jsonld-open"><xsl:with-param name="type">PublicationVolume</xsl:with-param><xsl:with-param name="name">volumeNumber</xsl:with-param></xsl:apply-templates>
    <xsl:value-of select="', &quot;isPartOf&quot;: '"/>
    <xsl:apply-templates select="." mode="jsonld-whole"><xsl:with-param name="type">Periodical</xsl:with-param></xsl:apply-templates>
    <xsl:value-of select="substring('}}', 1, count(../issue[1] | ../volume[1]))"/>
  </xsl:template>

  <xsl:template match="*" mode="jsonld-open">
    <xsl:param name="type"/>
    <xsl:param name="name"/>
    <xsl:value-of select="concat(', &quot;isPartOf&quot;: {&quot;@type&quot;: &quot;', $type, '&quot;')"/>
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name" select="$name"/><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="venue" mode="jsonld-whole">
    <xsl:param name="type"/>
    <xsl:value-of select="concat('{&quot;@type&quot;: &quot;', $type, '&quot;')"/>
    <xsl:call-template name="json-member">
      <xsl:with-param name="name">name</xsl:with-param><xsl:with-param name="depth" select="0"/>
      <xsl:with-param name="text"><xsl:apply-templates select=".." mode="venue-name"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="@short[../name]" mode="member"><xsl:with-param name="name">alternateName</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="@href" mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="../identifier[@type = 'issn'][1][$type = 'Periodical']" mode="member"><xsl:with-param name="name">issn</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:value-of select="'}'"/>
  </xsl:template>

  <xsl:template match="publisher" mode="jsonld-publisher">
    <xsl:value-of select="',&#10;    &quot;publisher&quot;: {&quot;@type&quot;: &quot;Organization&quot;'"/>
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name">name</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:value-of select="'}'"/>
  </xsl:template>

</xsl:stylesheet>
