<?xml version="1.0" encoding="UTF-8"?>
<!--
  The one place where addresses of the data become href and src. It lets http,
  https, mailto and relative addresses pass and nothing else: what has another
  scheme is shown without a link.

  Input:       attributes that hold an address; identifier elements.
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  Modes of an address:  href, src, action (the attribute, or nothing),
                        url (the text); in absolute.xsl absolute, whole-href.
  Modes of an element:  link (an <a> around its label, or the label alone).
  Relative addresses of the data are files: the view's @static goes in front.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str">
  <xsl:include href="absolute.xsl"/>

  <!-- most are as they should be; browsers drop tabs and line breaks, so "java&#10;script:" is a scheme -->
  <xsl:template match="@*" mode="url">
    <xsl:choose>
      <xsl:when test="(starts-with(., '/') or starts-with(., 'https://')) and . = normalize-space()"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="url"><xsl:with-param name="url" select="normalize-space(translate(., '&#9;&#10;&#13;', ''))"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="url">
    <xsl:param name="url"/>
    <xsl:variable name="start" select="substring-before(concat(translate($url, '?#', '//'), '/'), '/')"/>
    <xsl:choose>
      <xsl:when test="$start = '' or starts-with($url, 'https://')"><xsl:value-of select="$url"/></xsl:when>
      <xsl:when test="contains($start, ':')">
        <xsl:variable name="scheme" select="translate(substring-before($start, ':'),
          'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
        <xsl:if test="$scheme = 'http' or $scheme = 'https' or $scheme = 'mailto'"><xsl:value-of select="$url"/></xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(/*/@static, $url)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="href">
    <xsl:choose>
      <xsl:when test="starts-with(., '/') and . = normalize-space()"><xsl:attribute name="href"><xsl:value-of select="."/></xsl:attribute></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="url"><xsl:apply-templates select="." mode="url"/></xsl:variable>
        <xsl:if test="$url != ''"><xsl:attribute name="href"><xsl:value-of select="$url"/></xsl:attribute></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="src">
    <xsl:param name="file"/>
    <xsl:variable name="url"><xsl:apply-templates select="." mode="url"/></xsl:variable>
    <xsl:if test="$url != ''"><xsl:attribute name="src"><xsl:value-of select="concat($url, $file)"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="action">
    <xsl:variable name="url"><xsl:apply-templates select="." mode="url"/></xsl:variable>
    <xsl:if test="$url != ''"><xsl:attribute name="action"><xsl:value-of select="$url"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- a file of the theme; a page of the person or the site, in the language that was asked for -->
  <xsl:template match="@static | @base | @home" mode="href">
    <xsl:param name="file"/>
    <xsl:attribute name="href"><xsl:value-of select="concat(., $file, /*/@query[name(current()) != 'static'])"/></xsl:attribute>
  </xsl:template>

  <!-- e-mail; %40 and the span keep simple harvesters away, people can use it -->
  <xsl:template match="email" mode="link">
    <a class="u-email" href="mailto:{str:encode-uri(., false())}"><xsl:value-of select="."/></a>
  </xsl:template>

  <xsl:template match="email[@obfuscate = 'true' or @obfuscate = '1']" mode="link">
    <a class="u-email" href="mailto:{str:encode-uri(substring-before(., '@'), false())}%40{str:encode-uri(substring-after(., '@'), false())}">
      <xsl:value-of select="substring-before(., '@')"/><span>@</span><xsl:value-of select="substring-after(., '@')"/>
    </a>
  </xsl:template>

  <!-- an element with an address; its label is its text -->
  <xsl:template match="*" mode="link"><xsl:apply-templates select="." mode="link-label"/></xsl:template>

  <xsl:template match="*[@href]" mode="link">
    <xsl:variable name="url"><xsl:apply-templates select="@href" mode="url"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($url)">
        <a href="{$url}">
          <xsl:apply-templates select="." mode="link-attributes"/>
          <xsl:apply-templates select="." mode="link-label"/>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="link-label"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- where a sheet adds class or rel -->
  <xsl:template match="*" mode="link-attributes"/>

  <xsl:template match="*" mode="link-label"><xsl:apply-templates select="." mode="plain"/></xsl:template>

  <!-- <link rel>: its text, or the word for what it leads to; and what kind of file -->
  <xsl:template match="link" mode="link-label">
    <xsl:apply-templates select="." mode="plain"/>
    <xsl:if test="not(node())"><xsl:apply-templates select="@rel" mode="word"/></xsl:if>
    <xsl:apply-templates select="@href[substring(., string-length() - 3) = '.pdf']" mode="file-kind"/>
  </xsl:template>

  <xsl:template match="@*" mode="file-kind">
    <xsl:text> </xsl:text><span class="kind"><xsl:value-of select="key('s', 'file.pdf')"/></span>
  </xsl:template>

  <!-- registers: the address is made from the name -->
  <xsl:template match="identifier" mode="register"/>
  <xsl:template match="identifier[@type = 'doi']" mode="register">https://doi.org/</xsl:template>
  <xsl:template match="identifier[@type = 'arxiv']" mode="register">https://arxiv.org/abs/</xsl:template>
  <xsl:template match="identifier[@type = 'pmid']" mode="register">https://pubmed.ncbi.nlm.nih.gov/</xsl:template>
  <xsl:template match="identifier[@type = 'pmcid']" mode="register">https://www.ncbi.nlm.nih.gov/pmc/articles/</xsl:template>
  <xsl:template match="identifier[@type = 'hal']" mode="register">https://hal.science/</xsl:template>
  <xsl:template match="identifier[@type = 'handle']" mode="register">https://hdl.handle.net/</xsl:template>
  <xsl:template match="identifier[@type = 'openreview']" mode="register">https://openreview.net/forum?id=</xsl:template>
  <xsl:template match="identifier[@type = 'orcid']" mode="register">https://orcid.org/</xsl:template>
  <xsl:template match="identifier[@type = 'dblp']" mode="register">https://dblp.org/rec/</xsl:template>
  <xsl:template match="person/identifier[@type = 'dblp']" mode="register" priority="1">https://dblp.org/pid/</xsl:template>

  <!-- many write the whole address -->
  <xsl:template match="identifier[starts-with(normalize-space(), 'https://') or starts-with(normalize-space(), 'http://')]" mode="register" priority="2"/>

  <xsl:template match="identifier" mode="url">
    <xsl:apply-templates select="." mode="register"/>
    <xsl:value-of select="str:encode-uri(normalize-space(), false())"/>
  </xsl:template>

  <!-- where there is room, with the name itself -->
  <xsl:template match="identifier" mode="link">
    <xsl:param name="long" select="false()"/>
    <xsl:variable name="url"><xsl:apply-templates select="." mode="url"/></xsl:variable>
    <a href="{$url}">
      <xsl:apply-templates select="@type" mode="word"/>
      <xsl:if test="$long"><xsl:value-of select="concat(' ', normalize-space())"/></xsl:if>
    </a>
  </xsl:template>

  <!-- these are for people to read -->
  <xsl:template match="identifier[@type = 'isbn' or @type = 'issn']" mode="link">
    <span><xsl:apply-templates select="@type" mode="word"/><xsl:value-of select="concat(' ', normalize-space())"/></span>
  </xsl:template>

</xsl:stylesheet>
