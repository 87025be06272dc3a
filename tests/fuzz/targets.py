"""What is fuzzed: rooms of the engine, each as a function of bytes. Only what a room says that it raises may come."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import yaml

from edition import SectionFile, files, fix, html_of, open_project, reanchor, render_all
from edition.anchoring import SectionText, Selector, align_sentences, describe, match, nearest, read_section
from edition.binding import bind
from edition.editing import CannotEdit, assign
from edition.editing.yaml_edit import find
from edition.editing.yaml_edit import read as read_yaml
from edition.importing import UnreadableError, decoded, make_edition, read_page, read_plain
from edition.importing.markdown import LostWordsError
from edition.model import Edition
from edition.reading import read_edition

EDITION = Path(__file__).parent.parent / "editions/chinese"
PATHS = sorted(path.relative_to(EDITION).as_posix() for path in EDITION.rglob("*.yml") if path.name != "mkdocs.yml")
"""The files of a small edition, which an input replaces one by one; the first byte says which."""
SECTIONS = sorted(path.relative_to(EDITION).as_posix() for path in EDITION.glob("docs/article/*.md"))
LONGEST = 50_000
"""Bytes of an input; a file of notes may have four times as many."""
SHELL = "<title>\ue000title\ue001</title><p>\ue000content\ue001</p>"


@cache
def _project() -> Path:
    folder = Path(mkdtemp(prefix="fuzz-"))
    shutil.copytree(EDITION, folder, dirs_exist_ok=True)
    return folder


def _replaced(paths: list[str], data: bytes) -> Path:
    """The small edition with one of the files at `paths` replaced by the input; what was replaced before is whole."""
    root = _project()
    for path in (*PATHS, *SECTIONS):
        original = (EDITION / path).read_bytes()
        if (root / path).read_bytes() != original:
            (root / path).write_bytes(original)
    (root / paths[data[0] % len(paths)]).write_bytes(data[1:])
    return root


def reading(data: bytes) -> None:
    """Any bytes as a file of notes, and every problem as it is shown."""
    edition, problems = read_edition(_replaced(PATHS, data) / "annotations")
    assert isinstance(edition, Edition)
    assert "Traceback" not in render_all(problems)


def anchoring(data: bytes) -> None:
    """Any HTML and any quote: what is found is there, and what is described is found again."""
    html, exact, prefix, suffix = ([*data.decode("utf-8", "replace").split("\x00"), "", "", ""])[:4]
    text = read_section("s", html)
    for found in match(Selector(exact, prefix=prefix, suffix=suffix), [text])[:50]:
        selector = describe(text, found.start, found.end)
        assert selector is None or found in match(selector, [text])
    nearest(exact, [text])
    align_sentences(exact, html)


def weaving(data: bytes) -> None:
    """Any bytes as a file of a small edition: all of it is woven and published, whatever is wrong."""
    project = open_project(_replaced([*PATHS, *SECTIONS], data))
    bound = bind(project, html_of, lambda section: f"article/{section.slug}/")
    render_all(bound.problems)
    for _ in files(bound.site, dict.fromkeys(bound.site.notes, SHELL)):
        pass


def importing(data: bytes) -> None:
    """Any bytes as an article, by the first byte as a page or as plain text."""
    source = data[1:]
    try:
        text = decoded(source, is_page=bool(data[0] % 2)).text
        article = read_page(text) if data[0] % 2 else read_plain(text)
        made = make_edition(article, _rendered, "article.txt", source)
    except (LostWordsError, UnreadableError):
        return
    for path in made.files:
        assert not path.startswith("/")
        assert ".." not in path.split("/")


def editing(data: bytes) -> None:
    """Any value at any place of any file of notes: the file then says that value and else what it said."""
    where, value, text = ([*data[1:].decode("utf-8", "replace").split("\x00", 2), "", ""])[:3]
    path = PATHS[data[0] % len(PATHS)]
    texts = _texts()
    changed, _ = fix({path: text}, texts)
    for again in changed.values():
        fix({path: again}, texts)
    try:
        places = list(_places(read_yaml(text)))
        place = places[len(where) % len(places)] if places else ()
        written = assign(text, place, value or None)
    except CannotEdit:
        return
    if value and place:
        node = find(read_yaml(written), place)
        assert node is not None
        assert node.value == value


def moving(data: bytes) -> None:
    """The text of a section replaced by another: every quote is moved, kept or given up."""
    edition, _ = read_edition(EDITION / "annotations")
    new = list(_texts())
    index = data[0] % len(new)
    new[index] = read_section(new[index].slug, data[1:].decode("utf-8", "replace"))
    reanchor(edition, new, _texts() if data[0] & 128 else ())


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    function.__name__: function for function in (reading, anchoring, weaving, importing, editing, moving)
}


def run(name: str, data: bytes) -> None:
    """One input to one target."""
    TARGETS[name](data[:LONGEST] or b"\0")


@cache
def _texts() -> tuple[SectionText, ...]:
    sections = open_project(EDITION).sections
    return tuple(read_section(section.slug, html_of(section)) for section in sections)


def _rendered(markdown: str) -> str:
    return html_of(SectionFile("s", "docs/s.md", "S", markdown))


def _places(node: yaml.Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths to all scalars."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield from _places(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _places(value, (*path, index))
    else:
        yield path
