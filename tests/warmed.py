"""What is the same for every build and takes each long: made once, in the process of which builds begin as copies.

Only what other libraries keep for themselves, such as the patterns of Markdown; nothing that is known of an edition.
"""

from __future__ import annotations

from markdown import Markdown

from edition.text import traditional

traditional("离职")
Markdown(extensions=["attr_list", "md_in_html", "tables", "fenced_code", "pymdownx.superfences", "pymdownx.betterem"])
