"""What is no character, or changes unseen what is seen, is refused at its place, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.reading import unreadable_pages
from tests.hosts import SMALL
from tests.reading.test_bad_input import check

GLOSS = "terms: [王座]\nliteral: x\nmeaning: {}\nregister: idiom\n"
ESCAPES = [
    "\\uFFFF",
    "\\uFFFE",
    "\\uFDD0",
    "\\U0010FFFE",
    "\\x07",
    "\\0",
    "\\x85",
    "\\N",
    "\\e",
    "\\L",
    "\\u200F",
    "\\x7f",
]
LITERALS = ["\uffff", "\ufdef", "\U0001fffe", "\x07", "\x85", "\u2028", "\u202e", "\x00", "\ufeff"]


def told(path: str, text: object) -> list[str]:
    """The problems' first lines; every one must stand in that file."""
    lines = [line for line in check({path: text}).err.splitlines() if ": error: " in line]
    assert lines and all(line.startswith(f"{path}:") for line in lines), lines
    return lines


@pytest.mark.parametrize("escape", ESCAPES)
def test_an_escape_is_refused(escape: str) -> None:
    (line,) = told("annotations/glosses/g.yml", GLOSS.format(f'"a{escape}b"'))
    assert line.startswith("annotations/glosses/g.yml:3:10: error: an escape in this text makes ")


@pytest.mark.parametrize("escape", ["\\uFFFF", "\\uD800", "\\x0B", "\\0", "\\U0010FFFE"])
@pytest.mark.parametrize(
    "setting", ["site_name: {}", "site_name: !ENV [NAME, {}]", "nav:\n- {}: index.md", "extra:\n  a: [{}]"]
)
def test_the_configuration_refuses_it(escape: str, setting: str) -> None:
    text = setting.format(f'"a{escape}b"')
    (line,) = told("mkdocs.yml", f"{text}\n")
    number, column = text.count("\n") + 1, text.rpartition("\n")[2].index('"') + 1
    assert line.startswith(f"mkdocs.yml:{number}:{column}: error: an escape in this text makes ")


@pytest.mark.parametrize("text", ['"a\\nb\\t\\u200f"', "'a\\uFFFF'", "a\\uFFFF", '"\\U0001F600"'])
def test_the_configuration_may_hold_other_escapes(text: str) -> None:
    assert check({"mkdocs.yml": f"site_name: {text}\n"}).status == 0


@pytest.mark.parametrize("text", ["\uffff", "\x0b", "\x01"])
def test_a_page_written_by_hand_refuses_it(text: str, tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text(f"# About\n\nWords{text}\n", encoding="utf-8")
    (found,) = unreadable_pages(tmp_path, "docs")
    assert str(found.problem.place) == "docs/about.md:3:6"
    (tmp_path / "about.md").write_text("# About\n\n`&#xFFFF;` \u200f\n", encoding="utf-8")
    assert list(unreadable_pages(tmp_path, "docs")) == []


@pytest.mark.parametrize("escape", ["\\uD800", "\\uDFFF", "\\U00110000"])
def test_an_escape_of_half_a_character_is_refused(escape: str) -> None:
    (line,) = told("annotations/glosses/g.yml", GLOSS.format(f'"a{escape}b"'))
    assert line.endswith("this escape names no character")


@pytest.mark.parametrize("sign", LITERALS)
def test_a_literal_is_refused(sign: str) -> None:
    (line,) = told("annotations/glosses/g.yml", GLOSS.format(f"a{sign}b"))
    assert "annotations/glosses/g.yml:3:11: error: here stands " in line


def test_half_a_character_is_no_text() -> None:
    data = GLOSS.format("a@b").encode().replace(b"@", b"\xed\xa0\x80")
    (line,) = told("annotations/glosses/g.yml", {"hex": data.hex()})
    assert "is not UTF-8" in line


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("annotations/glosses/g.yml", 'terms: ["王座\\uFFFF"]\nliteral: x\nmeaning: x\nregister: idiom\n'),
        ("annotations/glosses/g.yml", 'terms: [王座]\nliteral: x\nmeaning: x\nregister: "idiom\\uFFFF"\n'),
        ("annotations/glosses/g.yml", 'terms: [王座]\nliteral: x\nmeaning: x\nregister: idiom\nsources: ["a\\x01"]\n'),
        ("annotations/glosses/g.yml", 'terms: [王座]\nliteral: x\nmeaning: x\nregister: idiom\nnote: "a\\uFFFF"\n'),
        ("annotations/sources/s.yml", 'type: webpage\ntitle: x\nURL: "https://example.org/\\uFFFF"\n'),
        ("annotations/sources/s.yml", 'type: webpage\ntitle: x\nissued: "2026\\uFFFF"\n'),
        ("annotations/sources/s.yml", 'type: webpage\ntitle: x\nauthor: ["x\\uFFFF"]\n'),
        ("annotations/claims.yml", '- {quote: 王座, reason: "x\\uFFFF"}\n'),
        ("annotations/edition.yml", (SMALL / "annotations/edition.yml").read_text(encoding="utf-8").replace(
            "title: ", 'translated_title: "\\uFFFF"\ntitle: ', 1)),
        ("annotations/translations/begin.yml", '- {begins: "OpenAI", text: "x\\uFFFF"}\n'),
    ],
)  # fmt: skip
def test_every_kind_of_field_refuses_it(path: str, text: str) -> None:
    assert any("an escape in this text makes " in line for line in told(path, text))


def test_a_key_refuses_it() -> None:
    lines = told("annotations/glosses/g.yml", GLOSS.format("x") + '"\\uFFFF": x\n')
    assert "an escape in this text makes what is no character (U+FFFF)" in lines[0]


@pytest.mark.parametrize(
    "reference", ["&#xFFFF;", "&#65535;", "&#0;", "&#x1;", "&#xC;", "&#xD800;", "&#x110000;", "&#x202E;", "&rlm;"]
)
def test_a_reference_in_markdown_is_the_same_by_another_door(reference: str) -> None:
    (line,) = told("annotations/glosses/g.yml", GLOSS.format("x") + f"note: a {reference} b\n")
    assert line.startswith(f"annotations/glosses/g.yml:5:9: error: “note” holds “{reference}”, which makes ")


@pytest.mark.parametrize("text", ["a &amp; b", "`&#xFFFF;`", "&#20320;", "AT&T; Q&A", "&nosuch;"])
def test_other_references_are_let_through(text: str) -> None:
    assert check({"annotations/glosses/g.yml": GLOSS.format("x") + f'note: "{text}"\n'}).status == 0


@pytest.mark.parametrize("text", ["\uffff", "\x07", "\x9d", "\U0002ffff", "&#xFFFF;", "&#0;", "&#xD800;"])
def test_the_article_refuses_what_is_no_character(text: str) -> None:
    path = "docs/article/02-end.md"
    words = (SMALL / path).read_text(encoding="utf-8")
    lines = told(path, words + f"\n走{text}了\n")
    number = words.count("\n") + 2
    assert len(lines) == 1 and lines[0].startswith(f"{path}:{number}:2: error: ")


def test_the_article_may_need_what_nobody_sees() -> None:
    path = "docs/article/02-end.md"
    words = Path(SMALL, path).read_text(encoding="utf-8")
    said = check({path: words + "\n\u200fمرحبا\u200f\n"}).err
    assert "here stands" not in said
