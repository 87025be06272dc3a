"""What a reader sees of a section's HTML besides its words: how its blocks stand, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.text.section import normalise

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table "
    "tbody td tfoot th thead tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""The elements that have no end."""
_UNNAMED = frozenset("col colgroup div section tbody tfoot thead".split())
"""What is left out of the outline: it changes nothing of what a reader sees."""
_COUNTED = {
    "ol": ("start", "reversed", "type"),
    "li": ("value",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
}
"""Attributes that a reader sees as signs before the words, or by which cells may come to lie on others."""
_BESIDE = ("alt", "aria-label", "title", "dir")
"""Attributes whose words reach a reader beside the text, or (“3 : 5” reads 5 : 3 from right to left) turn it."""


def outlined(tag: str, attrs: Sequence[tuple[str, str | None]], above: Sequence[str]) -> Iterator[str]:
    """The lines of the outline for an element that begins; `above` are the blocks in which it stands."""
    values = {name: value or "" for name, value in reversed(attrs)}
    if (tag in BLOCKS or tag == "img") and tag not in _UNNAMED:
        depth = sum(block not in _UNNAMED for block in above)
        counted = [f" {name}={values[name]}" for name in _COUNTED.get(tag, ()) if name in values]
        yield " " * depth + tag + "".join(counted)
    yield from (f"\t{name}\t{words}" for name in _BESIDE if (words := normalise(values.get(name, ""))))
