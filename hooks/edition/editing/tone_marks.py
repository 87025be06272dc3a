"""Pinyin with digits for its tones, and the same with marks: the places in a file's tree and what stands there then."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from edition.editing.pairing import FORM, READING
from edition.reading import YamlPath, find, text_at
from edition.text import has_syllables, with_marks


def tones_of_gloss(root: yaml.Node) -> Iterator[tuple[YamlPath, str]]:
    """The pinyin of a gloss where it has digits for its tones."""
    words = [text_at(root, path) for path in (("terms", 0), ("target", "exact"), ("targets", 0, "exact"))]
    yield from _marked(root, ("reading",), next(filter(None, words), ""))


def tones_of_rows(root: yaml.Node) -> Iterator[tuple[YamlPath, str]]:
    """The readings of an interlinear's words where they have digits for their tones."""
    for number, entry in enumerate(root.value if isinstance(root, yaml.SequenceNode) else ()):
        rows = find(entry, ("words",))
        for index in range(len(rows.value) if isinstance(rows, yaml.SequenceNode) else 0):
            path: YamlPath = (number, "words", index)
            yield from _marked(root, (*path, READING), text_at(root, (*path, FORM)))


def _marked(root: yaml.Node, path: YamlPath, words: str) -> Iterator[tuple[YamlPath, str]]:
    written = text_at(root, path).rstrip("\n")
    if has_syllables(written, words) and (marked := with_marks(written, words)) != written:
        yield path, marked
