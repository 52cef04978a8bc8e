<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tags in the head of the page of one publication that search engines for
  papers and reference managers read (Highwire Press tags). They belong on no
  other page: a list would be taken for one paper.

  Input:       the frame of a publication: view with publication, page, site.
  Output root: none, a library. Include it behind meta.xsl.
  Parameters:  none.

  Mode of publication: highwire. Modes of what is in it: tag-name, tag.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- who printed it is called by what it is -->
  <xsl:variable name="tag-names" select="' journal:journal_title conference:conference_title workshop:conference_title poster:conference_title demo:conference_title chapter:inbook_title thesis:dissertation_institution report:technical_report_institution '"/>

  <xsl:template match="publication" mode="highwire">
    <xsl:variable name="written" select="authors/author[not(@role = 'editor' or @role = 'translator')]"/>
    <xsl:variable name="edited" select="authors/author[@role = 'editor']"/>
    <xsl:apply-templates select="title[1]" mode="tag"/>
    <!-- without authors those who edited it sign, or else those who translated it -->
    <xsl:apply-templates select="$written | $edited[not($written)] | authors[not($written | $edited)]/author" mode="tag"/>
    <xsl:apply-templates select="$edited[$written]" mode="tag">
      <xsl:with-param name="name">citation_editor</xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="@date" mode="tag"/>
    <xsl:apply-templates select="." mode="tag-place"/>
    <xsl:apply-templates select="volume[1]" mode="tag"/>
    <xsl:apply-templates select="issue[1]" mode="tag"/>
    <xsl:apply-templates select="pages[1]" mode="tag-pages"/>
    <xsl:apply-templates select="identifier" mode="tag"/>
    <xsl:apply-templates select="keyword" mode="tag"/>
    <xsl:apply-templates select="(@xml:lang | /view/@lang)[last()]" mode="tag-language"/>
    <xsl:apply-templates select="abstract[1]" mode="tag"/>
    <xsl:apply-templates select="/view/page/@canonical" mode="tag"/>
    <xsl:apply-templates select="self::*[/view/site/@base-url]" mode="tag-pdf"/>
  </xsl:template>

  <xsl:template match="* | @*" mode="tag">
    <xsl:param name="name"><xsl:apply-templates select="." mode="tag-name"/></xsl:param>
    <xsl:variable name="text"><xsl:apply-templates select="." mode="tag-value"/></xsl:variable>
    <xsl:if test="$name != ''">
      <xsl:call-template name="tag">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="* | @*" mode="tag-name"><xsl:value-of select="concat('citation_', name())"/></xsl:template>
  <xsl:template match="@date" mode="tag-name"><xsl:value-of select="'citation_publication_date'"/></xsl:template>
  <xsl:template match="@canonical" mode="tag-name"><xsl:value-of select="'citation_abstract_html_url'"/></xsl:template>
  <xsl:template match="keyword" mode="tag-name"><xsl:value-of select="'citation_keywords'"/></xsl:template>
  <xsl:template match="publication[@type = 'report']/issue" mode="tag-name"><xsl:value-of select="'citation_technical_report_number'"/></xsl:template>
  <!-- of registers, those that have a tag -->
  <xsl:template match="identifier" mode="tag-name"/>
  <xsl:template match="identifier[@type = 'doi' or @type = 'isbn' or @type = 'issn' or @type = 'pmid']" mode="tag-name">
    <xsl:value-of select="concat('citation_', @type)"/>
  </xsl:template>
  <xsl:template match="identifier[@type = 'arxiv']" mode="tag-name"><xsl:value-of select="'citation_arxiv_id'"/></xsl:template>

  <xsl:template match="*" mode="tag-value"><xsl:apply-templates select="." mode="text"/></xsl:template>
  <xsl:template match="author" mode="tag-value"><xsl:apply-templates select="." mode="sorted"/></xsl:template>
  <xsl:template match="author[@role = 'collaboration']" mode="tag-value"><xsl:apply-templates select="." mode="text"/></xsl:template>
  <xsl:template match="@*" mode="tag-value"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="@date" mode="tag-value"><xsl:value-of select="translate(., '-', '/')"/></xsl:template>

  <!-- where it appeared; of a thesis or a report, the house is the place -->
  <xsl:template match="publication" mode="tag-place">
    <xsl:variable name="place" select="substring-before(substring-after($tag-names, concat(' ', @type, ':')), ' ')"/>
    <xsl:variable name="house" select="contains($place, 'institution')"/>
    <xsl:variable name="venue"><xsl:apply-templates select="." mode="venue-name"/></xsl:variable>
    <xsl:if test="$place != ''">
      <xsl:call-template name="tag">
        <xsl:with-param name="name" select="concat('citation_', $place)"/>
        <xsl:with-param name="text"><xsl:value-of select="normalize-space(publisher[$house])"/><xsl:if test="not($house and publisher)"><xsl:value-of select="$venue"/></xsl:if></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="publisher[not($house)][1]" mode="tag"/>
  </xsl:template>

  <xsl:template match="pages" mode="tag-pages">
    <xsl:call-template name="tag">
      <xsl:with-param name="name">citation_firstpage</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="first-page"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="tag">
      <xsl:with-param name="name">citation_lastpage</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="last-page"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="@*" mode="tag-language">
    <xsl:call-template name="tag">
      <xsl:with-param name="name">citation_language</xsl:with-param>
      <xsl:with-param name="text" select="string()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- the paper itself, if it lies on this host: of several, the first -->
  <xsl:template match="publication" mode="tag-pdf">
    <xsl:variable name="urls"><xsl:apply-templates select="link[@rel = 'paper']" mode="tag-pdf"/><xsl:apply-templates select="link[@rel = 'preprint']" mode="tag-pdf"/></xsl:variable>
    <xsl:call-template name="tag">
      <xsl:with-param name="name">citation_pdf_url</xsl:with-param>
      <xsl:with-param name="text" select="substring-before($urls, '&#10;')"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="link" mode="tag-pdf">
    <xsl:variable name="url"><xsl:apply-templates select="@href" mode="absolute"/></xsl:variable>
    <xsl:variable name="base" select="/view/site/@base-url"/>
    <xsl:variable name="host" select="concat('//', substring-before(concat(substring-after($base, '//'), '/'), '/'), '/')"/>
    <xsl:if test="starts-with(substring-after($url, ':'), $host) and
      translate(substring($url, string-length($url) - 3), 'PDF', 'pdf') = '.pdf'">
      <xsl:value-of select="concat($url, '&#10;')"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
