<?xml version="1.0" encoding="UTF-8"?>
<!--
  The script, which makes some things quicker and which nothing needs.

  Input:       the frame: view with strings and static.
  Output root: none, a library. Include it behind frame.xsl.
  Parameters:  none.

  Mode of view: script. A theme leaves it out with a template that is empty.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- its words come along: it has none of its own -->
  <xsl:template match="view" mode="script">
    <script defer="defer" data-copy="{key('s', 'copy')}" data-copied="{key('s', 'copy.done')}">
      <xsl:apply-templates select="@static" mode="src"><xsl:with-param name="file">vitae.js</xsl:with-param></xsl:apply-templates>
    </script>
  </xsl:template>

</xsl:stylesheet>
