"""Pinyin with digits for its tones, and the same with marks: the places in a file's tree and what stands there then."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from edition.editing.yaml_edit import Path, find
from edition.text import SectionText, has_syllables, with_marks


def tones_of_gloss(root: yaml.Node) -> Iterator[tuple[Path, str]]:
    """The pinyin of a gloss where it has digits for its tones."""
    words = [_value(root, path) for path in (("terms", 0), ("target", "exact"), ("targets", 0, "exact"))]
    yield from _marked(root, ("pinyin",), next(filter(None, words), ""))


def tones_of_translation(root: yaml.Node, text: SectionText) -> Iterator[tuple[Path, str]]:
    """The pinyin of a translation that is in step with the section, where it has digits for its tones."""
    for number, leaf in enumerate(text.leaves):
        yield from _marked(root, (number, "pinyin"), text.words(leaf))


def _marked(root: yaml.Node, path: Path, words: str) -> Iterator[tuple[Path, str]]:
    written = _value(root, path).rstrip("\n")
    if has_syllables(written, words) and (marked := with_marks(written, words)) != written:
        yield path, marked


def _value(root: yaml.Node, path: Path) -> str:
    node = find(root, path)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
