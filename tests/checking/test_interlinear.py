"""Rows of words in editions of several languages; what they cover; whether they say the same as the notes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from edition import Problem, open_project
from edition.checking import Share, coverage, distinct_words, warnings
from edition.concordance import Concordance
from tests.hosts import Write


def edition(language: str, article: str, translation: str, rows: str, **notes: str) -> dict[str, str]:
    return {
        "docs/article/01-begin.md": f"{article}\n",
        "annotations/edition.yml": (
            f"{{title: x, publisher: x, issued: 2026, language: {language}, rights: x, sha256: x}}\n"
        ),
        "annotations/translations/begin.yml": translation,
        "annotations/interlinear/begin.yml": rows,
        **{f"annotations/glosses/{name}.yml": text for name, text in notes.items()},
    }


def checked(root: Path) -> tuple[Concordance, list[Problem]]:
    return open_project(root).joined()


def told(root: Path) -> list[str]:
    return [f"{item.place}: {item.message}" for item in checked(root)[1] if "/interlinear/" in item.place.file.path]


JAPANESE = edition(
    "ja",
    "彼は OpenAI を去った。",
    "- {begins: 彼, text: He left OpenAI.}\n",
    "- begins: 彼\n  words:\n    - [彼, かれ, he, He]\n    - [は, '', (topic)]\n"
    "    - [を, '', (object)]\n    - [去った, さった, left, left]\n",
)
GERMAN = edition(
    "de",
    "Er ging 2026 in den *Vor*stand.",
    "- {begins: Er, text: He joined the board in 2026.}\n",
    "- begins: Er\n  words:\n    - [Er, '', he, He]\n    - [ging, '', went, joined]\n"
    "    - [in, '', into]\n    - [den, '', the, the]\n    - [Vorstand, '', board, board]\n",
)
CHINESE = edition(
    "zh-Hans",
    "他走了。",
    "- {begins: 他, text: 'He is gone, and for good.'}\n",
    "- begins: 他\n  words:\n    - [他, tā, he, He]\n    - [走, zǒu, be gone, is gone]\n    - [了, le, NOT FOUND]\n",
)
ROWS, PATH = "annotations/interlinear/begin.yml", "annotations/interlinear/begin.yml"


def test_a_paragraph_whose_rows_nobody_began_may_wait(write_files: Write) -> None:
    files = {**JAPANESE, ROWS: "- {begins: 彼, words: []}\n"}
    root = write_files(files)
    assert told(root) == []
    (item,) = coverage(checked(root)[0])
    assert (item.words, item.paragraphs) == (Share(0, 0), Share(0, 1))


@pytest.mark.parametrize("files", [JAPANESE, GERMAN, CHINESE], ids=["ja", "de", "zh"])
def test_rows_are_right_in_every_language(write_files: Write, files: dict[str, str]) -> None:
    assert told(write_files(files)) == []


@pytest.mark.parametrize(
    ("files", "right", "wrong", "message"),
    [
        (JAPANESE, "かれ", "''", "3:11: “彼” has no reading"),
        (JAPANESE, "    - [は, '', (topic)]\n", "", "4:8: “は OpenAI” has no row"),
        (JAPANESE, "さった", "さった さった", ""),  # nobody can count what a kana reads
        (GERMAN, "    - [in, '', into]\n", "", "5:8: “in” has no row"),
        (GERMAN, "[Vorstand,", "[Stand,", "7:8: “Stand” does not go on where the row before it ends: "
                                         "here stands “Vorstand.”"),
        (CHINESE, CHINESE[ROWS], "- begins: 他\n  words: [[走, zǒu, x], [了, le, x], [他, tā, x]]\n",
         "2:12: “走” does not go on where the row before it ends: here stands “他走了。”"),
        (CHINESE, "[走, zǒu", "[走, zǒule", "4:11: “zǒule” has 2 syllables for the 1 character of “走”"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_every_language(
    write_files: Write, files: dict[str, str], right: str, wrong: str, message: str
) -> None:
    assert right in files[ROWS]
    root = write_files({**files, ROWS: files[ROWS].replace(right, wrong, 1)})
    assert told(root) == ([f"{PATH}:{message}"] if message else [])


def test_coverage_counts_words_paragraphs_and_the_english_that_is_reached(write_files: Write) -> None:
    concordance, _ = checked(write_files(CHINESE))
    (item,) = coverage(concordance)
    # “gone” is reached, “good” is not; the other words carry no sense of their own.
    assert (item.words, item.paragraphs, item.rendered) == (Share(2, 3), Share(1, 1), Share(1, 2))
    assert distinct_words(concordance) == Share(2, 3)


def test_without_rows_nothing_is_covered(write_files: Write) -> None:
    files = {path: text for path, text in CHINESE.items() if path != ROWS}
    (item,) = coverage(checked(write_files(files))[0])
    assert (item.words, item.paragraphs, item.rendered) == (Share(0, 0), Share(0, 1), Share(0, 2))


GLOSS = "terms: [走了]\nreading: zǒu le\nliteral: %s\nmeaning: %s\nregister: colloquial\nstatus: reviewed\n"


@pytest.mark.parametrize(
    ("literal", "meaning", "is_told"),
    [
        ("has walked", "is gone", False),
        ("has walked", "goner", False),  # the same word but for its ending
        ("has walked", "left", True),
        ("be it so", "to be", True),  # a small word alone says nothing
    ],
)
def test_a_row_that_says_otherwise_than_a_note_is_told(
    write_files: Write, literal: str, meaning: str, is_told: bool
) -> None:
    files = {**CHINESE, ROWS: CHINESE[ROWS].replace("NOT FOUND", "(done)")}
    root = write_files({**files, "annotations/glosses/zou-le.yml": GLOSS % (literal, meaning)})
    found = [item for item in warnings(checked(root)[0], date(2026, 11, 26)) if item.sort == "gloss unlike its note"]
    assert [str(item.place) for item in found] == ([f"{PATH}:4:16"] if is_told else [])


def test_a_gloss_that_is_still_to_be_written_is_told(write_files: Write) -> None:
    found = [item for item in warnings(checked(write_files(CHINESE))[0], date(2026, 11, 26)) if "NOT" in item.message]
    assert [str(item.place) for item in found] == [f"{PATH}:5:15"]
