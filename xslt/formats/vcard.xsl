<?xml version="1.0" encoding="UTF-8"?>
<!--
  A person as a vCard 4.0 (RFC 6350), for address books.

  Input:       view with site, page (@canonical, @updated) and person.
  Output root: text. Lines end with CR LF and are folded.
  Parameters:  none.

  All e-mail addresses are here: a contact card is fetched to write to somebody.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/link.xsl"/>
  <xsl:include href="../lib/plain.xsl"/>
  <xsl:include href="../lib/fold.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/view">
    <xsl:text>BEGIN:VCARD&#13;&#10;VERSION:4.0&#13;&#10;</xsl:text>
    <xsl:apply-templates select="page/@canonical" mode="address"><xsl:with-param name="name">UID</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="page/@updated" mode="revised"/>
    <xsl:apply-templates select="person/name" mode="line"><xsl:with-param name="name">FN</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="person/name[1]" mode="parts"/>
    <xsl:apply-templates select="person/organization" mode="line"><xsl:with-param name="name">ORG</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="person/position" mode="line"><xsl:with-param name="name">TITLE</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="person/email" mode="line"><xsl:with-param name="name">EMAIL</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="person/phone" mode="line"><xsl:with-param name="name">TEL</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="person/address" mode="street"/>
    <xsl:apply-templates select="page/@canonical" mode="address"><xsl:with-param name="name">URL</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="person/link[@rel = 'homepage']/@href" mode="address"><xsl:with-param name="name">URL</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="person/identifier[@type = 'orcid']" mode="address"/>
    <xsl:apply-templates select="person/photo[1]/@src" mode="address"><xsl:with-param name="name">PHOTO</xsl:with-param></xsl:apply-templates>
    <xsl:text>END:VCARD&#13;&#10;</xsl:text>
  </xsl:template>

  <!-- a text, in its language -->
  <xsl:template match="*" mode="line">
    <xsl:param name="name"/>
    <xsl:call-template name="content-line">
      <xsl:with-param name="name"><xsl:value-of select="$name"/><xsl:apply-templates select="@xml:lang" mode="language"/></xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="escaped"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="escaped">
    <xsl:call-template name="escape-value"><xsl:with-param name="text"><xsl:apply-templates select="." mode="text"/></xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- family;given;others;before;behind -->
  <xsl:template match="name" mode="parts">
    <xsl:call-template name="content-line">
      <xsl:with-param name="name">N</xsl:with-param>
      <xsl:with-param name="text">
        <xsl:call-template name="escape-value"><xsl:with-param name="text" select="normalize-space(concat(@particle, ' ', @family))"/></xsl:call-template>
        <xsl:text>;</xsl:text>
        <xsl:call-template name="escape-value"><xsl:with-param name="text" select="@given"/></xsl:call-template>
        <xsl:text>;;</xsl:text>
        <xsl:call-template name="escape-value"><xsl:with-param name="text" select="normalize-space(prefix)"/></xsl:call-template>
        <xsl:text>;</xsl:text>
        <xsl:call-template name="escape-value"><xsl:with-param name="text" select="@suffix"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- nobody knows which part of it is the street -->
  <xsl:template match="address" mode="street">
    <xsl:call-template name="content-line">
      <xsl:with-param name="name"><xsl:text>ADR</xsl:text><xsl:apply-templates select="@xml:lang" mode="language"/></xsl:with-param>
      <xsl:with-param name="text"><xsl:text>;;</xsl:text><xsl:apply-templates select="." mode="escaped"/><xsl:text>;;;;</xsl:text></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- a URI is not a text: nothing of it is escaped -->
  <xsl:template match="@*" mode="address">
    <xsl:param name="name"/>
    <xsl:call-template name="content-line">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="absolute"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="identifier" mode="address">
    <xsl:call-template name="content-line">
      <xsl:with-param name="name">URL</xsl:with-param>
      <xsl:with-param name="text"><xsl:apply-templates select="." mode="url"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- the first moment of the day, the month or the year -->
  <xsl:template match="@updated" mode="revised">
    <xsl:call-template name="content-line">
      <xsl:with-param name="name">REV</xsl:with-param>
      <xsl:with-param name="text" select="concat(translate(., '-', ''), substring('20240101', string-length(translate(., '-', '')) + 1), 'T000000Z')"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
