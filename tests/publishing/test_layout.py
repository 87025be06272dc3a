"""A page as it is sent: without the indents and the empty lines of the theme's templates."""

from __future__ import annotations

from edition_mkdocs.layout import without_layout

PAGE = """<html>
  <head>


    <title>A  b</title>
    <script>
      const text = `one
        two`
    </script>
  </head>
  <body>
    <pre>
  as it
  stands</pre>
    <article class="x">
      <p>Its   own
      words
</article>

    <footer>Made
        with</footer>
</html>
"""
SENT = """<html>
<head>
<title>A  b</title>
<script>
      const text = `one
        two`
    </script>
</head>
<body>
<pre>
  as it
  stands</pre>
<article class="x">
      <p>Its   own
      words
</article>
<footer>Made
with</footer>
</html>
"""


def test_no_line_about_the_article_is_indented_or_empty() -> None:
    assert without_layout(PAGE) == SENT


def test_a_page_without_an_article_is_sent_likewise() -> None:
    assert without_layout("<p>\n\n  a\n  b</p>\n") == "<p>\na\nb</p>\n"


def test_an_icon_says_nothing_that_html_knows() -> None:
    assert without_layout('<svg xmlns="http://www.w3.org/2000/svg" width="1">') == '<svg width="1">'
