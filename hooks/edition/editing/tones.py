"""Pinyin with digits for its tones, and the same with marks: the places in a file's tree and what stands there then."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from edition.anchoring import SectionText, with_marks
from edition.editing.yaml_edit import Path, find


def tones(root: yaml.Node, kind: str, text: SectionText | None) -> Iterator[tuple[Path, str]]:
    """The pinyin of a gloss or (with the section's text) of a translation, where it has digits for its tones."""
    if kind == "glosses":
        words = [_value(root, path) for path in (("terms", 0), ("target", "exact"), ("targets", 0, "exact"))]
        yield from _marked(root, ("pinyin",), next(filter(None, words), ""))
    elif kind == "translations" and text is not None and isinstance(root, yaml.SequenceNode):
        for number, leaf in enumerate(text.leaves[: len(root.value)]):
            yield from _marked(root, (number, "pinyin"), text.words(leaf))


def _marked(root: yaml.Node, path: Path, words: str) -> Iterator[tuple[Path, str]]:
    written = _value(root, path).rstrip("\n")
    if (marked := with_marks(written, words)) != written:
        yield path, marked


def _value(root: yaml.Node, path: Path) -> str:
    node = find(root, path)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
