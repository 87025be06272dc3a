"""The entries of a translation beside their paragraphs: whether each has its own, and its opening words as they stand.

What leans on a paragraph (its opening words, the tones of its pinyin) is mended only in a file that is in step.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import decomposition

import yaml

from edition.anchoring import SectionText, normalise
from edition.editing.yaml_edit import Path, find


def out_of_step(root: yaml.Node, text: SectionText | None) -> str:
    """Why the entries of a translation cannot be paired with the section's paragraphs; empty where they can."""
    if text is None:
        return "no section has its name"
    if not isinstance(root, yaml.SequenceNode):
        return "it is no list of entries"
    for number, (leaf, _) in enumerate(zip(text.leaves, root.value, strict=False)):
        node, words = find(root, (number, "begins")), text.words(leaf)
        begins = fold(normalise(node.value))[0] if isinstance(node, yaml.ScalarNode) else ""
        if not begins or not fold(words)[0].startswith(begins):
            return f"its entry {number + 1} does not begin as the paragraph “{words[:20]}…”"
    if len(root.value) != len(text.leaves):
        return f"it has {len(root.value)} entries for {len(text.leaves)} headings and paragraphs"
    return ""


def openings(root: yaml.Node, text: SectionText) -> Iterator[tuple[Path, str]]:
    """The opening words as the paragraphs have them, where the two differ only in width or spacing."""
    for number, leaf in enumerate(text.leaves):
        node, words = find(root, (number, "begins")), text.words(leaf)
        if not isinstance(node, yaml.ScalarNode) or words.startswith(normalise(node.value)):
            continue
        wanted, (folded, offsets) = fold(normalise(node.value))[0], fold(words)
        if folded.startswith(wanted):
            yield (number, "begins"), words[: offsets[len(wanted) - 1] + 1]


def fold(text: str) -> tuple[str, list[int]]:
    """The text in one width and without space, and where each of its characters stands."""
    kept = [(_narrow(character), offset) for offset, character in enumerate(text) if not character.isspace()]
    return "".join(character for character, _ in kept), [offset for _, offset in kept]


def _narrow(character: str) -> str:
    """A full-width or half-width form as the character that it is a form of (Unicode Standard Annex 11)."""
    kind, _, code = decomposition(character).partition(" ")
    return chr(int(code, 16)) if kind in ("<wide>", "<narrow>") else character
