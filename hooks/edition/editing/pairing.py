"""The entries of a translation, or of rows of words, beside their paragraphs: whether each has its own, and what it has
of its words as they stand there.

What leans on a paragraph (its opening words, the forms of its rows) is mended only in a file that is in step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import yaml

from edition.anchoring import Folded
from edition.model import Word
from edition.reading import YamlPath, find, text_at
from edition.text import SectionText, normalise


def out_of_step(root: yaml.Node, text: SectionText | None) -> str:
    """Why the entries of a translation cannot be paired with the section's paragraphs; empty where they can."""
    if text is None:
        return "no section has its name"
    if not isinstance(root, yaml.SequenceNode):
        return "it is no list of entries"
    for number, (leaf, _) in enumerate(zip(text.leaves, root.value, strict=False)):
        words, begins = text.words(leaf), Folded(normalise(text_at(root, (number, "begins")))).text
        if not begins or not Folded(words).text.startswith(begins):
            return f"its entry {number + 1} does not begin as the paragraph “{words[:20]}…”"
    if len(root.value) != len(text.leaves):
        return f"it has {len(root.value)} entries for {len(text.leaves)} headings and paragraphs"
    return ""


def openings(root: yaml.Node, text: SectionText) -> Iterator[tuple[YamlPath, str]]:
    """The opening words as the paragraphs have them, where the two differ only in width or spacing."""
    for number, leaf in enumerate(text.leaves):
        begins, words = text_at(root, (number, "begins")), text.words(leaf)
        if words.startswith(normalise(begins)):
            continue
        [(start, end)] = next(Folded(words).spans(begins), [(-1, 0)])
        if start == 0:
            yield (number, "begins"), words[:end]


_ROW = [item.name for item in fields(Word) if not item.metadata.get("internal")]
FORM, READING = _ROW.index("form"), _ROW.index("reading")
"""The places of a word's form and of its reading in its row."""


def forms(root: yaml.Node, text: SectionText) -> Iterator[tuple[YamlPath, str]]:
    """The forms of rows as the paragraphs have them, where the two differ only in width or spacing."""
    for number, leaf in enumerate(text.leaves):
        rows, words = find(root, (number, "words")), text.words(leaf)
        folded = Folded(words)
        for index in range(len(rows.value) if isinstance(rows, yaml.SequenceNode) else 0):
            path: YamlPath = (number, "words", index, FORM)
            form = text_at(root, path)
            if normalise(form) not in words:
                found = {words[start:end] for ((start, end),) in folded.spans(form)}
                if len(found) == 1:
                    yield path, found.pop()
