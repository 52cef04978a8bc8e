<?xml version="1.0" encoding="UTF-8"?>
<!--
  A person in the terms of schema.org, as JSON-LD.

  Input:       person, and beside it education, experience and awards, if they
               are there; authors of publications.
  Output root: none, a library. Include it behind json.xsl, which keeps what is
               written here safe inside of a script element.
  Parameters:  none.

  Modes:  jsonld of person, a whole document: a page about it (ProfilePage);
          jsonld-node of person, author and organization, the object alone.
          Publications are in jsonld-publication.xsl.
  The owner of the page is HOME#person, here and among the authors. E-mail
  addresses that are hidden from harvesters are not here either.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- in the head of a document -->
  <xsl:template name="jsonld-start">
    <xsl:param name="type"/>
    <xsl:value-of select="concat('{&quot;@context&quot;: &quot;https://schema.org&quot;, &quot;@type&quot;: &quot;', $type, '&quot;')"/>
  </xsl:template>

  <xsl:template name="owner-id">
    <xsl:apply-templates select="/*/@home" mode="absolute"/><xsl:value-of select="'#person'"/>
  </xsl:template>

  <xsl:template match="person" mode="jsonld">
    <xsl:call-template name="jsonld-start"><xsl:with-param name="type">ProfilePage</xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="/*/@home" mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:apply-templates select="/*/@lang" mode="member"><xsl:with-param name="name">inLanguage</xsl:with-param><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:apply-templates select="/*/page/@updated" mode="member"><xsl:with-param name="name">dateModified</xsl:with-param><xsl:with-param name="depth" select="1"/></xsl:apply-templates>
    <xsl:value-of select="',&#10;  &quot;mainEntity&quot;: '"/>
    <xsl:apply-templates select="." mode="jsonld-node"/>
    <xsl:value-of select="'}&#10;'"/>
  </xsl:template>
  <xsl:template match="@home" mode="member-text"><xsl:apply-templates select="." mode="absolute"/></xsl:template>

  <xsl:template match="person" mode="jsonld-node">
    <xsl:value-of select="'{&quot;@type&quot;: &quot;Person&quot;'"/>
    <xsl:call-template name="json-member"><xsl:with-param name="name">@id</xsl:with-param><xsl:with-param name="text"><xsl:call-template name="owner-id"/></xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="name[1]" mode="member"/>
    <xsl:apply-templates select="name[1]" mode="jsonld-parts"/>
    <xsl:apply-templates select="name[1]/prefix" mode="member"><xsl:with-param name="name">honorificPrefix</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="self::*[name[2]]" mode="jsonld-list"><xsl:with-param name="name">alternateName</xsl:with-param><xsl:with-param name="of" select="name[position() &gt; 1]"/></xsl:apply-templates>
    <xsl:apply-templates select="/*/@home" mode="member"><xsl:with-param name="name">url</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="(bio/p | bio[not(p)])[1]" mode="member"><xsl:with-param name="name">description</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="photo[1]/@src" mode="member"><xsl:with-param name="name">image</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="position[1]" mode="member"><xsl:with-param name="name">jobTitle</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="email[not(@obfuscate = 'true' or @obfuscate = '1')][1]" mode="member"/>
    <xsl:apply-templates select="phone[1]" mode="member"><xsl:with-param name="name">telephone</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="self::*[organization]" mode="jsonld-list"><xsl:with-param name="name">affiliation</xsl:with-param><xsl:with-param name="of" select="organization"/></xsl:apply-templates>
    <xsl:apply-templates select="/*/experience[job[not(@to)][not(@kind) or @kind = 'employment']/organization][1]" mode="jsonld-list"><xsl:with-param name="name">worksFor</xsl:with-param><xsl:with-param name="of" select="/*/experience/job[not(@to)][not(@kind) or @kind = 'employment']/organization"/></xsl:apply-templates>
    <xsl:apply-templates select="/*/education[degree[@to]/organization][1]" mode="jsonld-list"><xsl:with-param name="name">alumniOf</xsl:with-param><xsl:with-param name="of" select="/*/education/degree[@to]/organization[not(. = ../preceding-sibling::degree[@to]/organization)]"/></xsl:apply-templates>
    <xsl:apply-templates select="self::*[interests/interest]" mode="jsonld-list"><xsl:with-param name="name">knowsAbout</xsl:with-param><xsl:with-param name="of" select="interests/interest"/></xsl:apply-templates>
    <xsl:apply-templates select="/*/awards[award/title][1]" mode="jsonld-list"><xsl:with-param name="name">award</xsl:with-param><xsl:with-param name="of" select="/*/awards/award/title"/></xsl:apply-templates>
    <xsl:apply-templates select="identifier[@type = 'orcid'][1]" mode="jsonld-register"/>
    <xsl:apply-templates select="self::*[link[contains($profiles, concat(' ', @rel, ' '))] | identifier]" mode="jsonld-list">
      <xsl:with-param name="name">sameAs</xsl:with-param>
      <xsl:with-param name="of" select="link[contains($profiles, concat(' ', @rel, ' '))] | identifier[@type = 'orcid' or @type = 'dblp']"/>
    </xsl:apply-templates>
    <xsl:value-of select="'}'"/>
  </xsl:template>

  <!-- links that lead to the same person -->
  <xsl:variable name="profiles" select="' homepage scholar github gitlab orcid dblp openreview semanticscholar researchgate linkedin mastodon bluesky x zhihu '"/>

  <!-- what is split is said to be -->
  <xsl:template match="name | author" mode="jsonld-parts">
    <xsl:param name="depth" select="2"/>
    <xsl:if test="@given">
      <xsl:call-template name="json-member"><xsl:with-param name="name">givenName</xsl:with-param><xsl:with-param name="text" select="@given"/><xsl:with-param name="depth" select="$depth"/></xsl:call-template>
      <xsl:call-template name="json-member"><xsl:with-param name="name">familyName</xsl:with-param><xsl:with-param name="text" select="normalize-space(concat(@particle, ' ', @family))"/><xsl:with-param name="depth" select="$depth"/></xsl:call-template>
      <xsl:call-template name="json-member"><xsl:with-param name="name">honorificSuffix</xsl:with-param><xsl:with-param name="text" select="@suffix"/><xsl:with-param name="depth" select="$depth"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="author" mode="jsonld-node">
    <xsl:value-of select="concat('&#10;      {&quot;@type&quot;: &quot;', substring('Organization', 1, 12 * (@role = 'collaboration')), substring('Person', 1, 6 * not(@role = 'collaboration')), '&quot;')"/>
    <xsl:apply-templates select="@self" mode="jsonld-owner"/>
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name">name</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="jsonld-parts"><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="@href" mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:value-of select="'}'"/>
  </xsl:template>
  <xsl:template match="@self" mode="jsonld-owner">
    <xsl:call-template name="json-member"><xsl:with-param name="name">@id</xsl:with-param><xsl:with-param name="text"><xsl:call-template name="owner-id"/></xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:call-template>
  </xsl:template>

  <!-- a member with a list: of texts, of addresses, of objects; what is empty is left out -->
  <xsl:template match="*" mode="jsonld-list">
    <xsl:param name="name"/>
    <xsl:param name="of"/>
    <xsl:variable name="list"><xsl:apply-templates select="$of" mode="jsonld-one"/></xsl:variable>
    <xsl:if test="$list != ''">
      <xsl:call-template name="json-indent"/>
      <xsl:value-of select="concat('&quot;', $name, '&quot;: [', substring($list, 2), ']')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="jsonld-one">
    <xsl:variable name="one"><xsl:apply-templates select="." mode="jsonld-node"/></xsl:variable>
    <xsl:if test="$one != '&quot;&quot;'"><xsl:value-of select="concat(',', $one)"/></xsl:if>
  </xsl:template>
  <xsl:template match="*" mode="jsonld-node"><xsl:apply-templates select="." mode="json"/></xsl:template>
  <xsl:template match="link" mode="jsonld-node"><xsl:apply-templates select="@href" mode="json"/></xsl:template>
  <xsl:template match="identifier" mode="jsonld-node">
    <xsl:call-template name="json-string"><xsl:with-param name="text"><xsl:apply-templates select="." mode="url"/></xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="organization" mode="jsonld-node">
    <xsl:value-of select="concat('{&quot;@type&quot;: &quot;', substring('Educational', 1, 11 * boolean(parent::degree)), 'Organization&quot;')"/>
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name">name</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="@short" mode="member"><xsl:with-param name="name">alternateName</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="@href" mode="member"><xsl:with-param name="name">url</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="@ror" mode="member"><xsl:with-param name="name">sameAs</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:value-of select="'}'"/>
  </xsl:template>

  <xsl:template match="identifier" mode="jsonld-register">
    <xsl:call-template name="json-indent"/>
    <xsl:value-of select="'&quot;identifier&quot;: {&quot;@type&quot;: &quot;PropertyValue&quot;'"/>
    <xsl:apply-templates select="@type" mode="member"><xsl:with-param name="name">propertyID</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="member"><xsl:with-param name="name">value</xsl:with-param><xsl:with-param name="depth" select="0"/></xsl:apply-templates>
    <xsl:value-of select="'}'"/>
  </xsl:template>

</xsl:stylesheet>
