<?xml version="1.0" encoding="UTF-8"?>
<!--
  What pages of a person are made of, in one: the libraries that header and
  sections share are compiled once for all. The sheets that are included here have
  their templates and nothing else; the others in sections/ stand for themselves.

  Input:       what the included sheets say, each for the element that it is of.
  Output root: section; div for the header, article and nav for a publication;
               li* for items.
  Parameters:  those of news.xsl and filters.xsl.

  All templates meet here, and of two that match in one mode the later one or
  the one with a predicate wins: what is meant for some elements names them. Those
  that match any element are tried from the last one, so lists with many entries
  come last.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="lib/frame.xsl"/>
  <xsl:include href="lib/cv.xsl"/>
  <xsl:include href="lib/filters.xsl"/>
  <xsl:include href="lib/years.xsl"/>
  <xsl:include href="lib/list.xsl"/>
  <xsl:include href="sections/person.xsl"/>
  <xsl:include href="sections/news.xsl"/>
  <xsl:include href="sections/experience.xsl"/>
  <xsl:include href="sections/education.xsl"/>
  <xsl:include href="sections/awards.xsl"/>
  <xsl:include href="sections/services.xsl"/>
  <xsl:include href="sections/teaching.xsl"/>
  <xsl:include href="sections/talks.xsl"/>
  <xsl:include href="sections/students.xsl"/>
  <xsl:include href="sections/projects.xsl"/>
  <xsl:include href="sections/grants.xsl"/>
  <xsl:include href="sections/software.xsl"/>
  <xsl:include href="sections/section.xsl"/>
  <xsl:include href="lib/plain.xsl"/>
  <xsl:include href="lib/meta.xsl"/>
  <xsl:include href="lib/latex.xsl"/>
  <xsl:include href="lib/field.xsl"/>
  <xsl:include href="lib/bibtex.xsl"/>
  <xsl:include href="lib/coins.xsl"/>
  <xsl:include href="lib/publication.xsl"/>
  <xsl:include href="lib/entry.xsl"/>
  <xsl:include href="sections/publications.xsl"/>
  <xsl:include href="sections/publication.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

</xsl:stylesheet>
