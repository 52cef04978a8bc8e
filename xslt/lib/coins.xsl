<?xml version="1.0" encoding="UTF-8"?>
<!--
  A publication for programs that collect references from lists: COinS, which
  is OpenURL (Z39.88-2004) in the title of an empty element.

  Input:       publication, as it stands in items.
  Output root: none, a library. Include it behind plain.xsl and meta.xsl.
  Parameters:  coins-authors, how many authors are named at most.

  Mode of publication: coins. On the page of one publication there are tags in
  the head instead: readers would find it twice.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">

  <xsl:param name="coins-authors" select="30"/>

  <!-- of each type: the format, the name of the title, the name of what it is in -->
  <xsl:variable name="coins-types" select="' journal:journal&amp;rft.genre=article;atitle;jtitle
    preprint:journal&amp;rft.genre=preprint;atitle;jtitle
    conference:book&amp;rft.genre=proceeding;atitle;btitle
    workshop:book&amp;rft.genre=proceeding;atitle;btitle
    poster:book&amp;rft.genre=proceeding;atitle;btitle
    demo:book&amp;rft.genre=proceeding;atitle;btitle
    chapter:book&amp;rft.genre=bookitem;atitle;btitle
    book:book&amp;rft.genre=book;btitle;series
    report:book&amp;rft.genre=report;btitle;series
    thesis:dissertation&amp;rft.genre=dissertation;title;inst
    patent:patent&amp;rft.genre=patent;title;co
    dataset:dc&amp;rft.type=dataset;title;source
    software:dc&amp;rft.type=computerProgram;title;source
    other:dc&amp;rft.type=document;title;source '"/>

  <xsl:template match="publication" mode="coins">
    <xsl:variable name="type" select="substring-before(substring-after($coins-types, concat(' ', @type, ':')), ' ')"/>
    <span class="Z3988" aria-hidden="true">
      <xsl:attribute name="title">
        <xsl:value-of select="concat('ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3A', substring-before($type, ';'))"/>
        <xsl:apply-templates select="title[1]" mode="kev"><xsl:with-param name="name" select="substring-before(substring-after($type, ';'), ';')"/></xsl:apply-templates>
        <xsl:apply-templates select="venue[1] | publisher[../@type = 'thesis'][1]" mode="kev">
          <xsl:with-param name="name" select="substring-after(substring-after($type, ';'), ';')"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="@date" mode="kev"/>
        <xsl:apply-templates select="authors/author[position() &lt;= $coins-authors]" mode="kev"/>
        <xsl:apply-templates select="volume | issue | pages | publisher[../@type != 'thesis'] | identifier[@type = 'isbn' or @type = 'issn']" mode="kev"/>
        <xsl:apply-templates select="." mode="rft-id"/>
      </xsl:attribute>
    </span>
  </xsl:template>

  <!-- a key and a value; without a value, nothing -->
  <xsl:template match="* | @*" mode="kev" name="kev">
    <xsl:param name="name" select="name()"/>
    <xsl:param name="value"><xsl:apply-templates select="." mode="text"/></xsl:param>
    <xsl:if test="$value != ''"><xsl:value-of select="concat('&amp;rft.', $name, '=', str:encode-uri($value, true()))"/></xsl:if>
  </xsl:template>

  <xsl:template match="@date" mode="kev"><xsl:value-of select="concat('&amp;rft.date=', .)"/></xsl:template>
  <xsl:template match="publisher" mode="kev">
    <xsl:param name="name" select="'pub'"/>
    <xsl:call-template name="kev"><xsl:with-param name="name" select="$name"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="identifier" mode="kev"><xsl:call-template name="kev"><xsl:with-param name="name" select="@type"/></xsl:call-template></xsl:template>
  <xsl:template match="venue" mode="kev">
    <xsl:param name="name"/>
    <xsl:call-template name="kev">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="value"><xsl:apply-templates select=".." mode="venue-name"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- what is not marked may be split wrongly: here it stays as it was written -->
  <xsl:template match="author" mode="kev">
    <xsl:choose>
      <xsl:when test="not(*) and . != ''"><xsl:value-of select="concat('&amp;rft.au=', str:encode-uri(normalize-space(), true()))"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="kev">
          <xsl:with-param name="name" select="'au'"/>
          <xsl:with-param name="value"><xsl:apply-templates select="self::*[family]" mode="sorted"/><xsl:apply-templates select="self::*[not(family)]" mode="text"/></xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="publication" mode="rft-id"/>
  <xsl:template match="publication[identifier/@type = 'doi']" mode="rft-id">
    <xsl:value-of select="concat('&amp;rft_id=info%3Adoi%2F', str:encode-uri(normalize-space(identifier[@type = 'doi'][1]), true()))"/>
  </xsl:template>

</xsl:stylesheet>
