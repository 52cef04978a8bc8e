<?xml version="1.0" encoding="UTF-8"?>
<!--
  Posts, internships and visits; and how an entry with a date at its side looks:
  the sheets of education, awards, services, teaching, talks, students, projects,
  grants and software say what is different there.

  Input:       view with experience (heading?, job*(@id @kind? @from @to?, role?
               organization* group? place? advisor* topic* note* link*)).
  Output root: section.
  Parameters:  none.

  Modes of an entry: item (a group of the <dl>), teaser, when, title, meta (the
  lines below the title), note, links. Mode "parts" joins what $names names, in
  that order: attributes as words, elements with their links; "line-of" puts
  them into a line, if there are any; "part-text" is one of them.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="experience | education | teaching | talks | projects | grants | software" mode="body">
    <dl class="rows"><xsl:apply-templates select="*[not(self::heading)]" mode="item"/></dl>
  </xsl:template>

  <xsl:template match="job | degree | course | talk | student | project | grant | package" mode="item">
    <div>
      <xsl:attribute name="id"><xsl:apply-templates select="." mode="anchor"/></xsl:attribute>
      <xsl:apply-templates select="self::job/@kind | self::degree/@kind" mode="class"/>
      <dt><xsl:apply-templates select="." mode="when"/></dt>
      <dd>
        <xsl:apply-templates select="(organization/@logo)[1] | teaser[1]" mode="teaser"/>
        <b><xsl:apply-templates select="." mode="title"/></b>
        <xsl:apply-templates select="." mode="meta"/>
        <xsl:apply-templates select="note" mode="note"/>
        <xsl:apply-templates select="self::*[link or metric or *[@href]/@ror[starts-with(., 'https://ror.org/')]]" mode="links"/>
        <xsl:apply-templates select="." mode="item-more"/>
      </dd>
    </div>
  </xsl:template>

  <!-- the kind is said where nothing else says it; a theme may want it anywhere -->
  <xsl:template match="@kind" mode="class">
    <xsl:attribute name="class"><xsl:value-of select="concat('kind-', .)"/></xsl:attribute>
  </xsl:template>

  <!-- at the side; a term must not be empty -->
  <xsl:template match="*" mode="when">
    <span class="vh"><xsl:value-of select="key('s', 'entry.undated')"/></span>
  </xsl:template>
  <xsl:template match="*[@date or @from or @to]" mode="when"><xsl:apply-templates select="." mode="period"/></xsl:template>

  <xsl:template match="*" mode="title"><xsl:apply-templates select="title[1]" mode="line"/></xsl:template>

  <!-- a post or degree: where it was; without that, what it was: a role or, without one, a kind -->
  <xsl:template match="job | degree" mode="title">
    <xsl:apply-templates select="." mode="parts">
      <xsl:with-param name="names" select="concat(name((@kind | role)[last()]), ' group place')"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="job[organization] | degree[organization]" mode="title">
    <xsl:apply-templates select="." mode="parts"><xsl:with-param name="names" select="'organization'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="job | degree" mode="meta">
    <xsl:apply-templates select="self::*[organization]" mode="line-of">
      <xsl:with-param name="names" select="concat(name((@kind | role)[last()]), ' group place')"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="advisor[1]" mode="meta"/>
    <xsl:apply-templates select="topic[1]" mode="meta"/>
  </xsl:template>

  <xsl:template match="topic" mode="meta">
    <xsl:text> </xsl:text><span class="sub"><xsl:apply-templates select="../topic" mode="topic"/></span>
  </xsl:template>
  <xsl:template match="topic" mode="topic">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'list.topics')"/></xsl:if>
    <xsl:apply-templates select="." mode="plain"/>
  </xsl:template>

  <!-- lines made of parts, in the order of $names; "other" says nothing -->
  <xsl:template match="*" mode="line-of">
    <xsl:param name="names"/>
    <xsl:if test="(@*[. != 'other'] | *)[contains(concat(' ', $names, ' '), concat(' ', name(), ' '))]">
      <xsl:text> </xsl:text>
      <span>
        <xsl:apply-templates select="." mode="parts"><xsl:with-param name="names" select="$names"/></xsl:apply-templates>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="parts">
    <xsl:param name="names"/>
    <xsl:variable name="in" select="concat(' ', $names, ' ')"/>
    <xsl:apply-templates select="(@*[. != 'other'] | *)[contains($in, concat(' ', name(), ' '))]" mode="next-part">
      <xsl:sort select="string-length(substring-before($in, concat(' ', name(), ' ')))" data-type="number"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="@* | *" mode="next-part">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'list.separator')"/></xsl:if>
    <xsl:apply-templates select="." mode="part-text"/>
  </xsl:template>

  <xsl:template match="@*" mode="part-text"><xsl:apply-templates select="." mode="word"/></xsl:template>
  <xsl:template match="*" mode="part-text"><xsl:apply-templates select="." mode="link"/></xsl:template>
  <xsl:template match="role" mode="part-text"><xsl:apply-templates select="." mode="line"/></xsl:template>
  <xsl:template match="organization" mode="part-text">
    <xsl:apply-templates select="." mode="link"/>
    <xsl:apply-templates select="@short[. != normalize-space(..)]" mode="part-text"/>
  </xsl:template>
  <xsl:template match="@short" mode="part-text"><xsl:text> </xsl:text><abbr><xsl:value-of select="."/></abbr></xsl:template>

  <!-- a register of organizations: their address, if they have no other -->
  <xsl:template match="*[not(@href) and starts-with(@ror, 'https://ror.org/') and not(parent::person)]" mode="link">
    <a><xsl:apply-templates select="@ror" mode="href"/><xsl:apply-templates select="." mode="link-label"/></a>
  </xsl:template>

  <!-- the name beside it says whose it is -->
  <xsl:template match="@logo" mode="teaser">
    <xsl:variable name="url"><xsl:apply-templates select="." mode="url"/></xsl:variable>
    <xsl:if test="$url != ''">
      <img class="logo" alt="" loading="lazy" decoding="async"><xsl:apply-templates select="." mode="src"/></img>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note | summary" mode="note">
    <div class="{name()}"><xsl:apply-templates select="@xml:lang" mode="lang"/><xsl:apply-templates select="." mode="prose"/></div>
  </xsl:template>

  <xsl:template match="*" mode="links">
    <div class="more">
      <xsl:apply-templates select="link | metric" mode="more"/>
      <xsl:apply-templates select="*[@href]/@ror[starts-with(., 'https://ror.org/')]" mode="more"/>
    </div>
  </xsl:template>
  <xsl:template match="@* | *" mode="more"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="link"/></xsl:template>
  <xsl:template match="@ror" mode="link"><a><xsl:apply-templates select="." mode="href"/><xsl:value-of select="key('s', 'ror')"/></a></xsl:template>

</xsl:stylesheet>
