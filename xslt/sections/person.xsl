<?xml version="1.0" encoding="UTF-8"?>
<!--
  The header of a person: on the home page name, place, portrait, words about
  the person and ways to reach them; in a CV what cv.xsl says; on other pages
  one line with the way back.

  Input:       the frame, with person; in a CV with query?.
  Output root: section on a home page and in a CV, else div.
  Parameters:  none.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="/view[person]"><xsl:apply-templates select="person" mode="compact"/></xsl:template>
  <xsl:template match="/view[@kind = 'home' and person]"><xsl:apply-templates select="person" mode="body"/></xsl:template>
  <xsl:template match="/view[@kind = 'cv' and person]"><xsl:apply-templates select="person" mode="cv"/></xsl:template>

  <xsl:template match="person" mode="body">
    <section class="band intro h-card" aria-labelledby="h-person">
      <div class="rail"><xsl:apply-templates select="." mode="portrait"/></div>
      <div class="body">
        <h1 id="h-person">
          <xsl:apply-templates select="name[1]" mode="size"/>
          <span class="p-name"><xsl:apply-templates select="." mode="name"/></span>
          <xsl:apply-templates select="." mode="other-names"/>
        </h1>
        <xsl:apply-templates select="." mode="role"/>
        <xsl:apply-templates select="bio" mode="body"/>
        <xsl:apply-templates select="interests" mode="body"/>
        <xsl:apply-templates select="." mode="contact"/>
        <xsl:apply-templates select="." mode="body-more"/>
      </div>
    </section>
  </xsl:template>

  <!-- a name that takes more than a line or two is set in smaller letters -->
  <xsl:template match="name" mode="size"/>
  <xsl:template match="name[string-length(normalize-space()) &gt; 40]" mode="size"><xsl:attribute name="class">long</xsl:attribute></xsl:template>

  <!-- on the other pages the picture decorates -->
  <xsl:template match="person" mode="compact">
    <div class="who">
      <xsl:apply-templates select="photo[1]" mode="compact"/>
      <div>
        <p class="name">
          <a><xsl:apply-templates select="/view/@home" mode="href"/><xsl:apply-templates select="." mode="name"/></a>
          <xsl:apply-templates select="." mode="other-names"/>
        </p>
        <xsl:apply-templates select="." mode="role"/>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="photo" mode="compact">
    <img class="portrait" alt=""><xsl:apply-templates select="@src" mode="src"/><xsl:apply-templates select="@width | @height" mode="size"/></img>
  </xsl:template>

  <!-- without a photo, the initials -->
  <xsl:template match="person" mode="portrait">
    <span class="portrait initials" aria-hidden="true"><xsl:apply-templates select="." mode="initials"/></span>
  </xsl:template>
  <xsl:template match="person[photo]" mode="portrait">
    <img class="portrait u-photo" fetchpriority="high"><xsl:apply-templates select="photo[1]" mode="image"/></img>
  </xsl:template>

  <xsl:template match="person" mode="role">
    <ul class="role">
      <xsl:apply-templates select="position" mode="role"/>
      <xsl:apply-templates select="organization" mode="role"/>
      <xsl:apply-templates select="place" mode="role"/>
      <xsl:apply-templates select="pronouns" mode="role"/>
    </ul>
  </xsl:template>

  <xsl:template match="position" mode="role"><li class="p-job-title"><xsl:apply-templates select="." mode="line"/></li></xsl:template>
  <xsl:template match="organization" mode="role"><li class="p-org"><xsl:apply-templates select="." mode="link"/></li></xsl:template>
  <xsl:template match="place | pronouns" mode="role"><li class="{name()}"><xsl:apply-templates select="." mode="plain"/></li></xsl:template>

  <!-- the first paragraph is set in large type by the style -->
  <xsl:template match="bio" mode="body">
    <div class="bio p-note">
      <xsl:apply-templates select="@xml:lang" mode="lang"/>
      <xsl:apply-templates select="." mode="prose"/>
    </div>
  </xsl:template>

  <xsl:template match="interests" mode="body">
    <dl class="interests">
      <xsl:apply-templates select="interest[@level = 'field'][1]" mode="level"/>
      <xsl:apply-templates select="interest[@level = 'focus'][1]" mode="level"/>
      <xsl:apply-templates select="interest[@level = 'also' or not(@level)][1]" mode="level"/>
    </dl>
  </xsl:template>

  <!-- of the first of a level: all of that level -->
  <xsl:template match="interest" mode="level">
    <div>
      <dt><xsl:value-of select="key('s', concat('interest.level.', @level))"/></dt>
      <dd><ul class="line"><xsl:apply-templates select="../interest[@level = current()/@level]" mode="item"/></ul></dd>
    </div>
  </xsl:template>
  <xsl:template match="interest[@level = 'also' or not(@level)]" mode="level">
    <div>
      <dt><xsl:value-of select="key('s', 'interest.level.also')"/></dt>
      <dd><ul class="line"><xsl:apply-templates select="../interest[@level = 'also' or not(@level)]" mode="item"/></ul></dd>
    </div>
  </xsl:template>

  <xsl:template match="interest" mode="item">
    <li><xsl:apply-templates select="." mode="plain"/><xsl:apply-templates select="@short" mode="item"/></li><xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="@short" mode="item"><xsl:text>&#160;</xsl:text><abbr><xsl:value-of select="."/></abbr></xsl:template>

  <!-- ways to reach the person, here and elsewhere -->
  <xsl:template match="person" mode="contact">
    <xsl:apply-templates select="self::*[email or link or identifier or metric]" mode="contact-list"/>
    <xsl:apply-templates select="self::*[address or phone]" mode="address"/>
  </xsl:template>

  <xsl:template match="person" mode="contact-list">
    <ul class="contact">
      <xsl:apply-templates select="email" mode="contact"/>
      <xsl:apply-templates select="link[@rel != 'cv' or /view/@kind != 'cv']" mode="contact"/>
      <xsl:apply-templates select="identifier[not(@type = ../link/@rel)]" mode="contact"/>
      <xsl:apply-templates select="metric" mode="contact"/>
    </ul>
  </xsl:template>

  <xsl:template match="*" mode="contact"><li><xsl:apply-templates select="." mode="link"/></li></xsl:template>

  <xsl:template match="person" mode="address">
    <address>
      <xsl:apply-templates select="address" mode="address"/>
      <xsl:apply-templates select="phone" mode="address"/>
    </address>
  </xsl:template>
  <xsl:template match="address | phone" mode="address"><p class="{name()}"><xsl:apply-templates select="." mode="plain"/></p></xsl:template>

</xsl:stylesheet>
