"""What has one right answer, mended: Unicode NFC, space at line ends, quotes that differ only in width or spacing,
digits for the tones of pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple
from unicodedata import normalize

import yaml

from edition.anchoring import Folded, Range, Selector, in_section, match
from edition.editing.pairing import FORM, READING, forms, openings, out_of_step
from edition.editing.tone_marks import tones_of_gloss, tones_of_rows
from edition.editing.yaml_edit import CannotEdit, assign, assign_each, data, tree_of
from edition.model import FactCheck, Gloss, Interlinear, Translation
from edition.problems import short
from edition.reading import YamlPath, find, text_at
from edition.text import SectionText, normalise

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_IN_A_ROW: Mapping[str | int, str] = {FORM: "form", READING: "reading"}
_FIELDS = ("exact", "quote", "prefix", "suffix")


class Mending(NamedTuple):
    """What was mended, or (`left`) why a file was left alone: its path, the line (from 1) and, in words, what."""

    path: str
    line: int
    what: str
    left: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def fix(files: Mapping[str, str], texts: Sequence[SectionText]) -> tuple[dict[str, str], list[Mending]]:
    """The files (path from the project's root to text) that need mending, mended, and what was done to them.

    A second run finds nothing to do. A file that is no YAML, and what leans on the paragraphs in a translation that is
    out of step with them, is left alone, which is told, too.
    """
    changed, done = {}, []
    folded = {text.slug: Folded(text.flat) for text in texts}
    # Digits are tones in Chinese alone; where nobody can say what language it is, nobody knows.
    is_chinese = _language(files).startswith("zh")
    for path, text in sorted(files.items()):
        if path.rpartition(".")[2] != "yml":
            continue
        try:
            mended, found = _fix_file(path, text, texts, folded, is_chinese=is_chinese)
        except CannotEdit as error:
            done.append(Mending(path, 1, f"{error}; `edition check` says more", left=True))
            continue
        done += found
        if mended != text:
            changed[path] = mended
    return changed, done


def _language(files: Mapping[str, str]) -> str:
    for path, text in files.items():
        if path.count("/") == 1 and path.endswith("/edition.yml"):
            try:
                return text_at(tree_of(text), ("language",))
            except CannotEdit:
                return ""
    return "zh"


def _fix_file(
    path: str, text: str, texts: Sequence[SectionText], folded: Mapping[str, Folded], *, is_chinese: bool
) -> tuple[str, list[Mending]]:
    done: list[Mending] = []
    text = _mend_lines(path, text, done)
    root = tree_of(text)
    # A copy in a folder further down is no note, and no section's translation.
    _, kind, name = path.split("/") if path.count("/") == 2 else ("", "", "")
    wanted = [mending for place in _quotes(root) for mending in _quote(root, place, texts, folded)]
    if kind in (Translation.folder, Interlinear.folder):
        section = next((item for item in texts if item.slug == name.removesuffix(".yml")), None)
        wanted += _by_paragraph(
            path, root, section, done, is_interlinear=kind == Interlinear.folder, is_chinese=is_chinese
        )
    elif kind == Gloss.folder and is_chinese:
        wanted += tones_of_gloss(root)
    elif kind == FactCheck.folder:
        text = _without_mark(path, text, root, done)
    nodes = [(place, value, find(root, place)) for place, value in wanted]
    mended = [(place, value, node) for place, value, node in nodes if isinstance(node, yaml.ScalarNode)]
    # A block that ends in a line feed goes on doing so.
    values = {place: value + node.value[len(node.value.rstrip("\n")) :] for place, value, node in mended}
    at_once = False
    if len(mended) > 1:  # a file of thousands is not read anew for each
        with suppress(CannotEdit):
            text, at_once = assign_each(text, values), True
    for place, value, node in mended:
        try:
            text = text if at_once else assign(text, place, values[place])
        except CannotEdit as error:
            what = f"{place[-1]} cannot be mended: {error}"
            done.append(Mending(path, node.start_mark.line + 1, what, left=True))
            continue
        field = _IN_A_ROW.get(place[-1], place[-1])
        what = f"{field}: “{normalise(node.value)}” is “{value}” in the article (width or spacing)"
        if place[-1] in ("reading", READING):
            what = f"{field}: “{short(node.value)}” is written “{short(value)}” (tones as marks)"
        done.append(Mending(path, node.start_mark.line + 1, what))
    return text, done


def _by_paragraph(
    path: str,
    root: yaml.Node,
    section: SectionText | None,
    done: list[Mending],
    *,
    is_interlinear: bool,
    is_chinese: bool,
) -> list[tuple[YamlPath, str]]:
    """The opening words and the rows of words as the section has them; none where its paragraphs are others."""
    reason = out_of_step(root, section)
    if reason or section is None:
        left = "opening words and rows" if is_interlinear else "opening words"
        done.append(Mending(path, 1, f"{reason}, so {left} are left as they are", left=True))
        return []
    rows = [*forms(root, section), *(tones_of_rows(root) if is_chinese else ())] if is_interlinear else []
    return [*openings(root, section), *rows]


def _without_mark(path: str, text: str, root: yaml.Node, done: list[Mending]) -> str:
    """Without the mark of a check that was looked at again since its words changed: the two days prove it."""
    mark, checked, then = find(root, ("fuzzy",)), text_at(root, ("checked",)), text_at(root, ("fuzzy", "checked"))
    if mark is None or not (_DAY.fullmatch(checked) and _DAY.fullmatch(then) and checked > then):
        return text
    line = mark.start_mark.line + 1
    try:
        text = assign(text, ("fuzzy",), None)
    except CannotEdit as error:
        done.append(Mending(path, line, f"fuzzy cannot be deleted: {error}", left=True))
    else:
        done.append(Mending(path, line, f"fuzzy: deleted, since the claim was checked again on {checked}"))
    return text


# -- lines -------------------------------------------------------------------------------------------------------------


def _mend_lines(path: str, text: str, done: list[Mending]) -> str:
    """The text in NFC and without space at line ends, as far as that leaves what it says as it is."""
    root = tree_of(text)
    says = _composed(data(root))
    for what, mend in (("composed to Unicode NFC", _compose), ("space at the end of the line deleted", _strip)):
        lines = text.split("\n")
        blocks = _block_lines(tree_of(text))
        mended = [mend(line, number in blocks) for number, line in enumerate(lines)]
        result = "\n".join(mended)
        try:
            same = _composed(data(tree_of(result))) == says
        except CannotEdit:
            same = False
        if same:
            text = result
            done += [
                Mending(path, number, what)
                for number, (before, after) in enumerate(zip(lines, mended, strict=True), 1)
                if before != after
            ]
    return text


def _compose(line: str, _in_block: bool) -> str:
    return normalize("NFC", line)


def _strip(line: str, in_block: bool) -> str:
    """In a block the space at a line's end belongs to the text: two make a line break in Markdown."""
    written = line if in_block else line.rstrip(" \t\r")
    return written + re.sub(r"[ \t]", "", line[len(written) :])


def _block_lines(node: yaml.Node) -> set[int]:
    """The lines (from 0) of the texts that are written as blocks."""
    if isinstance(node, yaml.ScalarNode):
        last = node.end_mark.line + (node.end_mark.column > 0)
        return set(range(node.start_mark.line + 1, last)) if node.style in ("|", ">") else set()
    items = node.value if isinstance(node, yaml.SequenceNode) else [item for pair in node.value for item in pair]
    return set().union(*map(_block_lines, items))


def _composed(value: Any) -> Any:
    """The data with all its texts in NFC."""
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, dict):
        return {key: _composed(item) for key, item in value.items()}
    return type(value)(_composed(item) for item in value)


# -- quotes ------------------------------------------------------------------------------------------------------------


def _quotes(node: yaml.Node, path: YamlPath = ()) -> Iterator[YamlPath]:
    """The paths of all mappings that hold a quote of the article."""
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            if isinstance(item, yaml.MappingNode):
                yield from _quotes(item, (*path, number))
    elif isinstance(node, yaml.MappingNode):
        keys = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
        if (path and path[0] in ("target", "targets") and "exact" in keys) or (len(path) == 1 and "quote" in keys):
            yield path
        elif not path:
            for key, value in node.value:
                if key.value in ("target", "targets"):
                    yield from _quotes(value, (key.value,))


def _quote(
    root: yaml.Node, place: YamlPath, texts: Sequence[SectionText], folded: Mapping[str, Folded]
) -> list[tuple[YamlPath, str]]:
    """The fields of a quote as the article has them, where it fits nowhere but is one passage in another width."""
    values = {key: normalise(text_at(root, (*place, key))) for key in ("section", *_FIELDS)}
    exact = values["exact"] or values["quote"]
    within = in_section(values["section"], texts)
    if match(Selector(exact, values["prefix"], values["suffix"]), within):
        return []
    found = [
        (text, spans)
        for text in within
        for spans in folded[text.slug].spans(values["prefix"], exact, values["suffix"])
        if exact
    ]
    if len(found) != 1:
        return []
    text, spans = found[0]
    before, own, after = (text.flat[start:end] for start, end in spans)
    if match(Selector(own, before, after), within) != [Range(text.slug, *spans[1])]:
        return []
    pairs = (("quote" if values["quote"] else "exact", own), ("prefix", before), ("suffix", after))
    return [((*place, key), value) for key, value in pairs if values[key] and values[key] != value]
