<?xml version="1.0" encoding="UTF-8"?>
<!--
  layout.xsl and sections.xsl in one, compiled together for a theme that changes
  neither: a page has its parts from this. The program asks for the page around
  them by beginning in mode "page", and takes the document type from parts.

  Input:       what layout.xsl and sections.xsl take.
  Output root: what sections.xsl writes; in mode "page", html.
  Parameters:  theirs.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="lib/page.xsl"/>
  <xsl:include href="sections.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

</xsl:stylesheet>
