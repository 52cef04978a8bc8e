<?xml version="1.0" encoding="UTF-8"?>
<!--
  Publications in our own vocabulary, for other sites and for scripts.

  Input:       view of a list, then items with publication*.
  Output root: publications, with the slot "items"; of items, publication*. There
               is no XML declaration, so that both fit.
  Parameters:  none.

  What comes out is a section as the grammar (profile.rnc) has it: put between
  the tags of a profile, it is valid. It stands by itself: venues are spelt out,
  authors are what is printed, and what only the page knows is gone, like ids of
  people, projects and grants. Links are whole; a reference to a publication is
  a link to its page. Pictures stay as the grammar wants them, files of the site.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/link.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:template match="/view">
    <publications>
      <xsl:processing-instruction name="slot">items</xsl:processing-instruction>
      <xsl:text>&#10;</xsl:text>
    </publications>
  </xsl:template>

  <xsl:template match="/items"><xsl:apply-templates select="publication" mode="xml"/></xsl:template>

  <xsl:template match="publication" mode="xml">
    <xsl:variable name="own" select="@id | @type | @date | @status | @selected"/>
    <xsl:text>&#10;  </xsl:text>
    <publication>
      <xsl:copy-of select="$own"/>
      <xsl:apply-templates select="*" mode="child"/>
      <xsl:text>&#10;  </xsl:text>
    </publication>
  </xsl:template>

  <!-- a line for each; only what the grammar has -->
  <xsl:template match="*" mode="child"/>
  <xsl:template match="title | authors | venue | volume | issue | pages | publisher | identifier | abstract |
    keyword | teaser | metric | distinction | note | bibtex" mode="child">
    <xsl:text>&#10;    </xsl:text>
    <xsl:apply-templates select="." mode="xml"/>
  </xsl:template>

  <!-- a link has an address -->
  <xsl:template match="link" mode="child">
    <xsl:variable name="url"><xsl:apply-templates select="@href" mode="url"/></xsl:variable>
    <xsl:if test="$url != ''">
      <xsl:text>&#10;    </xsl:text>
      <xsl:apply-templates select="." mode="xml"/>
    </xsl:if>
  </xsl:template>

  <!-- what the view adds is not in this list: href of an author, n of authors ... -->
  <xsl:template match="*" mode="xml" name="element">
    <xsl:variable name="own" select="@xml:lang | @type | @rel | @short | @scheme | @as-of | @value | @source | @date |
      @self | @corresponding | @equal | @role | @src | @alt | @width | @height | @video"/>
    <xsl:element name="{name()}">
      <xsl:apply-templates select="." mode="language"/>
      <xsl:copy-of select="$own"/>
      <xsl:apply-templates select="self::venue/@href | self::link/@href | self::metric/@href | self::distinction/@href | self::a/@href" mode="whole-href"/>
      <xsl:apply-templates mode="xml"/>
    </xsl:element>
  </xsl:template>

  <!-- nobody signs with a title, nor with the blank behind it -->
  <xsl:template match="text()" mode="xml"><xsl:value-of select="self::text()[not(preceding-sibling::node()[1][self::prefix])]"/></xsl:template>

  <!-- the grammar has no language of a publication, only of its texts -->
  <xsl:template match="*" mode="language"/>
  <xsl:template match="publication[@xml:lang]/title | publication[@xml:lang]/abstract | publication[@xml:lang]/note |
    publication[@xml:lang]/keyword" mode="language">
    <xsl:attribute name="xml:lang"><xsl:value-of select="../@xml:lang"/></xsl:attribute>
  </xsl:template>

  <xsl:template match="authors" mode="xml">
    <authors>
      <xsl:apply-templates select="author | others" mode="person"/>
      <xsl:text>&#10;    </xsl:text>
    </authors>
  </xsl:template>
  <xsl:template match="*" mode="person"><xsl:text>&#10;      </xsl:text><xsl:apply-templates select="." mode="xml"/></xsl:template>

  <xsl:template match="prefix" mode="xml"/>

  <!-- inside a link there are no links -->
  <xsl:template match="ref" mode="xml">
    <a><xsl:apply-templates select="@href" mode="whole-href"/><xsl:apply-templates select="." mode="text"/></a>
  </xsl:template>
  <xsl:template match="ref[not(@href)]" mode="xml"><xsl:apply-templates select="." mode="text"/></xsl:template>
  <xsl:template match="a" mode="xml">
    <xsl:variable name="url"><xsl:apply-templates select="@href" mode="url"/></xsl:variable>
    <xsl:if test="$url = ''"><xsl:apply-templates mode="xml"/></xsl:if>
    <xsl:if test="$url != ''"><xsl:call-template name="element"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
