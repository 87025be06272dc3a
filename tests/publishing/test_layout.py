"""A page as it is sent: without the indents and the empty lines of the theme's templates."""

from __future__ import annotations

import re

from edition_mkdocs.layout import without_layout

MARKED = """<html>
··<head>


····<title>A  b</title>
····<script>
      const text = `one
        two`
    </script>
··</head>
··<body>
····<pre>
  as it
  stands</pre>
····<article class="x">
      <p>Its   own
      words
</article>

····<footer>Made
········with</footer>
</html>
"""
"""A dot is a space that goes, as do the empty lines."""


def test_no_line_about_the_article_is_indented_or_empty() -> None:
    sent = re.sub("\n+", "\n", MARKED.replace("·", ""))
    assert without_layout(MARKED.replace("·", " ")) == sent


def test_a_page_without_an_article_is_sent_likewise() -> None:
    assert without_layout("<p>\n\n  a\n  b</p>\n") == "<p>\na\nb</p>\n"


def test_an_icon_says_nothing_that_html_knows() -> None:
    assert without_layout('<svg xmlns="http://www.w3.org/2000/svg" width="1">') == '<svg width="1">'
