<?xml version="1.0" encoding="UTF-8"?>
<!--
  What all feeds say of themselves and of their entries.

  Input:       view of a section with site, page, person?, query?; its entries:
               item, or publication of items.
  Output root: none, a library. Include it behind frame.xsl and plain.xsl.
  Parameters:  title-length, about how many characters of an entry its title has.

  Modes of view:    feed-title, feed-description, feed-updated (RFC 3339).
  Modes of entries: entry-id, entry-title, entry-url, entry-html (text that holds
                    markup: the serializer escapes it once more).

  The id of an entry is a tag (RFC 4151). It stays the same when a site moves to
  https, to another port or below another path. Its year is when host names
  began to count for us, and never changes: readers would see all entries again.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="title-length" select="80"/>

  <xsl:variable name="host" select="substring-before(concat(translate(substring-after(/*/site/@base-url, '//'), ':', '/'), '/'), '/')"/>

  <!-- whose it is; of a choice, what is chosen -->
  <xsl:template match="view" mode="feed-title">
    <xsl:apply-templates select="key('s', 'rss.title')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="view[query/filter]" mode="feed-title">
    <xsl:variable name="state"><xsl:apply-templates select="query" mode="state"/></xsl:variable>
    <xsl:value-of select="concat($state, key('s', 'title.separator'))"/>
    <xsl:apply-templates select="." mode="value"><xsl:with-param name="name">name</xsl:with-param></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="view" mode="feed-description">
    <xsl:apply-templates select="key('s', 'rss.description')" mode="say"><xsl:with-param name="of" select="."/></xsl:apply-templates>
  </xsl:template>

  <!-- no markup in titles -->
  <xsl:template match="view" mode="value">
    <xsl:param name="name"/>
    <xsl:value-of select="normalize-space((person/name[1] | site/name[not(../../person)][1])[$name = 'name'])"/>
    <xsl:apply-templates select="*[last()][$name = 'section']" mode="feed-section"/>
  </xsl:template>
  <xsl:template match="*" mode="feed-section"><xsl:value-of select="key('s', concat('section.', name()))"/></xsl:template>
  <xsl:template match="*[heading]" mode="feed-section"><xsl:apply-templates select="heading[1]" mode="text"/></xsl:template>

  <!-- as new as its newest entry; an empty one, as the profile -->
  <xsl:template match="view" mode="feed-updated">
    <xsl:value-of select="page/@rfc3339"/>
    <xsl:if test="not(page/@rfc3339)">
      <xsl:value-of select="concat(page/@updated, substring('2024-01-01', string-length(page/@updated) + 1), 'T00:00:00Z')"/>
    </xsl:if>
  </xsl:template>

  <!-- entries: their place on the site, without the path that the site is at -->
  <xsl:template match="*" mode="entry-id">
    <xsl:value-of select="concat('tag:', $host, ',2024:', substring(/*/@home, string-length(/*/@base) + 1), /*/@section, '/')"/>
    <xsl:apply-templates select="." mode="anchor"/>
  </xsl:template>
  <xsl:template match="publication[@href]" mode="entry-id">
    <xsl:value-of select="concat('tag:', $host, ',2024:', substring-before(concat(substring(@href, string-length(/*/@base) + 1), '?'), '?'))"/>
  </xsl:template>

  <xsl:template match="entry/item" mode="entry-id">
    <xsl:value-of select="concat('tag:', $host, ',2024:', substring(../@home, string-length(/*/@base) + 1), ../@section, '/')"/>
    <xsl:apply-templates select="." mode="anchor"/>
  </xsl:template>

  <!-- in a feed of many, whose it is comes first -->
  <xsl:template match="entry/item" mode="entry-title">
    <xsl:apply-templates select="../person" mode="entry-owner"/>
    <xsl:value-of select="key('s', 'list.colon')"/>
    <xsl:apply-templates select="." mode="item-title"/>
  </xsl:template>
  <xsl:template match="person" mode="entry-owner">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'list.separator')"/></xsl:if>
    <xsl:value-of select="normalize-space(name[1])"/>
  </xsl:template>
  <xsl:template match="item" mode="entry-title"><xsl:apply-templates select="." mode="item-title"/></xsl:template>
  <xsl:template match="item" mode="item-title">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:variable name="more" select="substring(substring-before(concat(substring($text, $title-length + 1), ' '), ' '), 1, 20)"/>
    <xsl:value-of select="concat(substring($text, 1, $title-length), $more)"/>
    <xsl:if test="string-length($text) &gt; $title-length + string-length($more)"><xsl:value-of select="key('s', 'text.ellipsis')"/></xsl:if>
  </xsl:template>
  <xsl:template match="publication" mode="entry-title"><xsl:apply-templates select="title[1]" mode="text"/></xsl:template>

  <xsl:template match="item" mode="entry-url">
    <xsl:value-of select="concat(/*/page/@canonical, '#')"/>
    <xsl:apply-templates select="." mode="anchor"/>
  </xsl:template>
  <xsl:template match="entry/item" mode="entry-url">
    <xsl:apply-templates select="../@href" mode="absolute"/>
    <xsl:text>#</xsl:text>
    <xsl:apply-templates select="." mode="anchor"/>
  </xsl:template>
  <xsl:template match="publication" mode="entry-url"><xsl:apply-templates select="@href" mode="absolute"/></xsl:template>

  <xsl:template match="item" mode="entry-html"><xsl:apply-templates mode="escape"/></xsl:template>

  <!-- who wrote it, where it appeared, what it says -->
  <xsl:template match="publication" mode="entry-html">
    <xsl:value-of select="'&lt;p&gt;'"/>
    <xsl:apply-templates select="authors/author | authors/others" mode="entry-listed"/>
    <xsl:value-of select="'&lt;/p&gt;'"/>
    <xsl:apply-templates select="venue[1]/name[1]" mode="entry-paragraph"/>
    <xsl:apply-templates select="abstract[1]" mode="entry-paragraph"/>
  </xsl:template>

  <xsl:template match="author" mode="entry-listed">
    <xsl:if test="position() &gt; 1"><xsl:value-of select="key('s', 'list.separator')"/></xsl:if>
    <xsl:apply-templates select="node()[not(self::prefix or self::text()[preceding-sibling::node()[1][self::prefix]])]" mode="escape"/>
  </xsl:template>
  <xsl:template match="others" mode="entry-listed"><xsl:value-of select="key('s', 'authors.others')"/></xsl:template>

  <xsl:template match="*" mode="entry-paragraph">
    <xsl:value-of select="'&lt;p&gt;'"/>
    <xsl:apply-templates mode="escape"/>
    <xsl:value-of select="'&lt;/p&gt;'"/>
  </xsl:template>
  <xsl:template match="*[p | ul | ol]" mode="entry-paragraph"><xsl:apply-templates mode="escape"/></xsl:template>

</xsl:stylesheet>
