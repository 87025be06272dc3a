"""Small inputs as saved articles have them in the wild, each with the right values beside it (`cases/README.md`)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from edition.commands import main
from edition.importing import Block, make_edition, read_file, report
from edition.text import normalise
from tests.importing.test_nothing_is_lost import render

HERE = Path(__file__).parent / "cases"
EXPECTED: dict[str, dict[str, Any]] = {
    path.name.removesuffix(".expected.yml"): yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(HERE.glob("*.expected.yml"))
}
READ = [name for name, expected in EXPECTED.items() if expected.get("outcome", "read") == "read"]
REFUSED = [name for name in EXPECTED if name not in READ]


def given(name: str) -> Path:
    return next(path for path in HERE.glob(f"{name}.*") if not path.name.endswith(".expected.yml"))


@pytest.mark.parametrize("name", READ)
def test_an_article_has_the_right_values(name: str) -> None:
    expected = EXPECTED[name]
    source = given(name)
    article = read_file(source.name, source.read_bytes())

    def seen(text: str) -> str:
        for sign in expected.get("compare_without", ()):
            text = text.replace(sign, "")
        return normalise(text)

    def shown(block: Block) -> dict[str, str]:
        if block.kind == "row":
            return {"kind": "table-row", "part": block.part, "text": seen(block.text)}
        return {"kind": block.kind, "text": block.text if block.kind == "code" else seen(block.text)}

    assert article.language == expected["language"]
    assert seen(article.found("title")) == expected["title"]
    for field in ("publisher", "issued"):
        if field in expected:
            assert article.found(field) == ("" if expected[field] == "none" else expected[field])
    if "author" in expected:
        told = [finding.value for finding in article.findings.get("author", ())]
        assert list(dict.fromkeys(told)) == ([] if expected["author"] == "none" else expected["author"])
    blocks = [shown(block) for block in article.blocks if block.kind != "picture"]
    assert blocks == expected["blocks"]
    sections = make_edition(article, render, source.name, b"").sections
    assert "sections" not in expected or len(sections) == expected["sections"]
    aside = report(article, sections, source.name, "").partition("## What was set aside")[2]
    for words in expected["not_in_text"]:
        assert not any(words in block["text"] for block in blocks)
        assert words in aside


@pytest.mark.parametrize("name", [name for name in READ if EXPECTED[name].get("exit") == 0])
def test_the_new_edition_has_no_error(name: str, tmp_path: Path) -> None:
    assert main(["import", str(given(name)), "--into", str(tmp_path / "new")]) == 0


@pytest.mark.parametrize(
    "words",
    ["Paní Nováková se bojí. Lidé čekají.", "Straße und Çelik. Öl: Émile Ångström.", "Việt Nam. Thủ đô Hà Nội.", "Ä."],
)
def test_the_example_of_a_term_is_a_whole_word(words: str) -> None:
    article = read_file("a.txt", f"{words}\n\n{words} x\n".encode())
    notes = make_edition(article, render, "a.txt", b"").files["annotations/bios/example-bio.yml"]
    term = yaml.safe_load(notes)["terms"][0]
    assert re.search(rf"(?<!\w){re.escape(term)}(?!\w)", words)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_article_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = EXPECTED[name]
    argument = expected.get("argument") or str(given(name))
    assert main(["import", argument, "--into", str(tmp_path / "new")]) == expected.get("exit", 1)
    told = capsys.readouterr().err
    assert all(words in told for words in expected["says"])
    assert re.search("save|copy", told)
    assert list(tmp_path.iterdir()) == []
