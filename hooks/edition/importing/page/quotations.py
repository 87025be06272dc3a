"""The quotation marks around `q`, which a browser draws and no page has among its words."""

from __future__ import annotations

from lxml import html

from edition.importing.lines import language

_MARKS = {
    tag: marks.split("|")
    for marks, tags in {
        "“|”|‘|’": "",
        "„|“|‚|‘": "de cs sk sl bg lt is lb mk",
        "„|”|«|»": "pl ro hu",
        "„|”|‘|’": "hr bs sr",
        "„|“|«|»": "et",
        "«|»|„|“": "ru uk be hy kk ky",
        "«|»|“|”": "es it ca eu gl pt el ar",
        "«|»|‹|›": "fa sq az",
        "«|»|‘|’": "nb nn no",
        "« | »|“|”": "fr",
        "”|”|’|’": "sv fi he",
        "「|」|『|』": "ja zh-Hant",
    }.items()
    for tag in tags.split() or [""]
}
"""Of a language: the outer two, then the inner two."""
_ANY = frozenset("“”„«»‘’‚‹›「」『』\"'")


def mark_quotations(document: html.HtmlElement) -> None:
    """Puts the marks of the language around each quotation that has none, those within others by turns."""
    bare = [node for node in document.iter("q") if not _has_marks(node)]
    if not bare:
        return
    words = " ".join(node.text_content() for node in document.iter("p", "q"))
    whole = language.settled([*filter(None, [language.tag(document.get("lang", ""))])], words)
    for node in reversed(bare):  # the inner before the outer
        said = node.xpath("ancestor::*[@lang][not(self::html)][1]/@lang")
        tag = language.tag(said[0]) if said else whole
        marks = _MARKS.get(tag) or _MARKS.get(tag.split("-")[0]) or _MARKS[""]
        level = 2 * (sum(1 for _ in node.iterancestors("q")) % 2)
        for at, mark in ((0, marks[level]), (-1, marks[level + 1])):
            words = node.xpath(".//text()[normalize-space()]")[at]
            with_mark = words.rstrip() + mark if at else mark + words.lstrip()
            setattr(words.getparent(), "tail" if words.is_tail else "text", with_mark)


def _has_marks(node: html.HtmlElement) -> bool:
    """Whether a quotation has no words, or has marks already, within or before it."""
    words, before, parent = node.text_content().strip(), node.getprevious(), node.getparent()
    around = before.tail if before is not None else parent.text if parent is not None else ""
    return not words or words[0] in _ANY or (around or " ")[-1] in _ANY
