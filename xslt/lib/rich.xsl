<?xml version="1.0" encoding="UTF-8"?>
<!--
  Running text: the small subset of XHTML that data may hold. Nothing else of
  it becomes markup.

  Input:       elements with mixed content: title, bio, note, p, item ...
  Output root: none, a library. Included by frame.xsl.
  Parameters:  none.

  Modes of the content:   rich (with links), flat (without: inside a link).
  Modes of the element:   prose (paragraphs: its own, or one around its text; who
                          puts them into an element says there which language
                          they are in), line, flat-span (its text in a line).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="em | strong | code | sub | sup | p | ul | ol | li" mode="rich">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates mode="rich"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="em | strong | code | sub | sup" mode="flat">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates mode="flat"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="br" mode="rich"><br/></xsl:template>
  <xsl:template match="br" mode="flat"><xsl:text> </xsl:text></xsl:template>

  <!-- a formula, as it was written -->
  <xsl:template match="math" mode="rich">
    <code class="math" translate="no"><xsl:value-of select="."/></code>
  </xsl:template>
  <xsl:template match="math" mode="flat">
    <code class="math" translate="no"><xsl:value-of select="."/></code>
  </xsl:template>

  <xsl:template match="a | ref" mode="rich"><xsl:apply-templates select="." mode="link"/></xsl:template>
  <xsl:template match="a | ref" mode="flat"><xsl:apply-templates mode="flat"/></xsl:template>
  <xsl:template match="a | ref" mode="link-label"><xsl:apply-templates mode="flat"/></xsl:template>
  <xsl:template match="a | ref" mode="link-attributes"><xsl:apply-templates select="@xml:lang" mode="lang"/></xsl:template>

  <!-- parts of a name -->
  <xsl:template match="prefix | given | particle | family | suffix" mode="rich"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="prefix | given | particle | family | suffix" mode="flat"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="*" mode="prose">
    <p>
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates mode="rich"/>
    </p>
  </xsl:template>

  <xsl:template match="*[p | ul | ol]" mode="prose"><xsl:apply-templates mode="rich"/></xsl:template>

  <!-- inside of a link -->
  <xsl:template match="*" mode="flat-span"><xsl:apply-templates mode="flat"/></xsl:template>
  <xsl:template match="*[@xml:lang]" mode="flat-span">
    <span>
      <xsl:apply-templates select="@xml:lang" mode="inline-lang"/>
      <xsl:apply-templates mode="flat"/>
    </span>
  </xsl:template>

  <!-- the text of an entry, not in a paragraph: a line of a list, a heading -->
  <xsl:template match="*" mode="line"><xsl:apply-templates mode="rich"/></xsl:template>

  <xsl:template match="*[@xml:lang]" mode="line">
    <span>
      <xsl:apply-templates select="@xml:lang" mode="inline-lang"/>
      <xsl:apply-templates mode="rich"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
