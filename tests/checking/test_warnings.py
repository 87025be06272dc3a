"""What is legal but poor is told as a warning, at its place, with what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from edition import open_project
from edition.checking import unwritten_pages, warnings
from edition.checking.bibliography import poor_sources
from edition.problems import errors
from tests.golden import Golden
from tests.hosts import Write

TODAY = date(2026, 11, 25)

BIO = "annotations/bios/openai.yml"
CHECK = "annotations/fact-checks/leaves.yml"
FILES = {
    "docs/article/01-first.md": "OpenAI 走人了。他说走人了。\n",
    BIO: "name: OpenAI\nname_original: 开放\nkind: organization\nterms: [OpenAI]\nsummary: A firm.\nsources: [s]\n",
    CHECK: (
        "target: {exact: OpenAI 走人了}\nclaim: x\nrating: misleading\nsummary: x\nexplanation: x\n"
        "checked: 2026-01-05\n"
        "evidence:\n  - {source: s, stance: supports}\n  - {source: t, stance: contradicts}\n"
    ),
    "annotations/sources/s.yml": "{type: webpage, title: x, issued: 2026}\n",
    "annotations/sources/t.yml": "{type: webpage, title: x, issued: 2026}\n",
}
BARE = "annotations/edition.yml"


def told(root: Path, today: date = TODAY, whole: bool = True) -> list[str]:
    concordance, problems = open_project(root).joined()
    assert [problem.place.file.path for problem in errors(problems)] == [BARE]
    found = warnings(concordance, today, whole=whole)
    assert {problem.severity for problem in found} <= {"warning"}
    assert all(problem.sort and problem.remedy for problem in found)
    return [f"{item.place}: {item.sort}: {item.message}" for item in found]


def with_change(path: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES[path]
    return {**FILES, path: FILES[path].replace(old, new)}


@pytest.mark.golden_test("../cases/checking/warnings/*.yml")
def test_what_is_poor_is_told(golden: Golden, write_files: Write) -> None:
    assert told(write_files({**FILES, **golden["files"]})) == golden.out["told"]


def test_what_leans_on_changed_words_is_told_until_somebody_has_looked(write_files: Write) -> None:
    def marked(day: str) -> list[str]:
        return told(
            write_files(with_change(CHECK, "claim: x", f"claim: x\nfuzzy: {{was: OpenAI 走了, checked: {day}}}"))
        )

    wanted = f"{CHECK}:3:8: words changed since: the words have changed since this was checked; they were “OpenAI 走了”"
    assert marked("2026-01-05") == [wanted]
    assert marked("2026-01-06") == [wanted]
    over = "somebody has looked since the words changed: “checked” is later than “fuzzy” says"
    assert marked("2026-01-04") == [f"{CHECK}:3:8: mark left over: {over}"]


@pytest.mark.parametrize(
    ("checked", "last_good", "first_old"),
    [("2026-01-05", "2027-01-05", "2027-01-06"), ("2024-02-29", "2025-02-28", "2025-03-01")],
)
def test_check_is_good_for_a_year(write_files: Write, checked: str, last_good: str, first_old: str) -> None:
    root = write_files(with_change(CHECK, "2026-01-05", checked))
    assert told(root, date.fromisoformat(last_good)) == []
    assert told(root, date.fromisoformat(first_old)) == [
        f"{CHECK}:6:10: check older than a year: nobody has looked at this check since {checked}, more than a year"
    ]


def test_withdrawn_check_is_left_alone(write_files: Write) -> None:
    files = with_change(CHECK, "stance: contradicts", "stance: context")
    files[CHECK] += "corrections: [{date: 2026-02-01, kind: withdrawn, text: x}]\n"
    assert told(write_files(files), date(2030, 1, 1)) == []


def test_summary_is_held_to_what_the_margin_holds(write_files: Write) -> None:
    fits = 90 - len("OpenAI ") - len("开放 ") - 2  # a Han character is as wide as two letters
    assert told(write_files(with_change(BIO, "A firm.", "x" * fits))) == []
    (line,) = told(write_files(with_change(BIO, "A firm.", "x" * (fits + 1))))
    assert line == (
        f"{BIO}:5:10: summary too long for the margin: the margin has 2 lines for it, some 90 letters; "
        "with the name it has 91"
    )
    fits = 135 - len("? misleading. ")
    files = with_change(CHECK, "summary: x", f"summary: {'x' * fits}")
    assert told(write_files(files)) == []
    files[CHECK] = files[CHECK].replace("summary: x", "summary: xx")
    assert [line.partition(": ")[0] for line in told(write_files(files))] == [f"{CHECK}:4:10"]


def test_unused_source_is_told_only_of_an_edition_that_is_whole(write_files: Write) -> None:
    root = write_files({**FILES, "annotations/sources/u.yml": "{type: webpage, title: x, issued: 2026}\n"})
    assert told(root) == ["annotations/sources/u.yml:1:1: unused source: no note names this source"]
    assert told(root, whole=False) == []


SOURCES = yaml.safe_load((Path(__file__).parents[1] / "cases/checking/sources.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SOURCES, ids=lambda case: str(case["case"]))
def test_poor_sources(write_files: Write, case: Mapping[str, Any]) -> None:
    files = {BARE: "{}\n", "docs/article/01-first.md": "OpenAI 走人了。\n"}
    evidence = [{"source": id_, "stance": stance} for id_, stance in case.get("evidence", {}).items()]
    if evidence:
        note: dict[str, Any] = {
            "target": {"exact": "OpenAI 走人了"},
            "claim": "x",
            "rating": "accurate",
            "summary": "x",
        }
        note |= {"explanation": "x", "checked": "2026-01-05", "evidence": evidence}
        files["annotations/fact-checks/check.yml"] = yaml.safe_dump(note, allow_unicode=True)
    for id_, fields in case["sources"].items():
        files[f"annotations/sources/{id_}.yml"] = yaml.safe_dump({"type": "webpage", **fields}, allow_unicode=True)
    concordance = open_project(write_files(files)).joined()[0]
    found = [f"{Path(item.place.file.path).stem}: {item.sort}" for item in poor_sources(concordance)]
    assert found == case.get("told", [])


GLOSS = "annotations/glosses/leave.yml"


def gloss(**fields: str) -> dict[str, str]:
    values = {"terms": "[走人]", "literal": "walk person", "meaning": "leave", "register": "colloquial", **fields}
    return {**FILES, GLOSS: "".join(f"{key}: {value}\n" for key, value in values.items())}


def test_pinyin_without_tones_is_told_with_a_proposal(write_files: Write) -> None:
    root = write_files(gloss(reading="Zouren"))
    assert told(root) == [f"{GLOSS}:5:10: pinyin without tones: no tone is marked in “Zouren”"]
    concordance, _ = open_project(root).joined()
    assert [item.remedy for item in warnings(concordance, TODAY)] == ["Perhaps “Zǒurén”; check it."]


def test_what_an_import_left_to_be_written_is_told_until_it_is(write_files: Write) -> None:
    root = write_files(
        {
            "mkdocs.yml": 'site_name: x\nsite_description: "TODO: one sentence"\n# TODO: a comment\n',
            "docs/index.md": "# Title\n\nTODO: write here, in a few sentences.\n",
            "docs/about.md": "What is to do is marked TODO; nothing is here.\n",
            "docs/article/01-a.md": "TODO: the article may say this.\n",
        }
    )
    assert [f"{item.place}: {item.sort}" for item in unwritten_pages(root)] == [
        "mkdocs.yml:2:20: text still to be written",
        "docs/index.md:3:1: text still to be written",
    ]
    assert [item.message for item in unwritten_pages(root)] == [
        "here stands “TODO: one sentence”",
        "here stands “TODO: write here, in a few sentences.”",
    ]
    (root / "mkdocs.yml").unlink()
    (root / "docs/index.md").write_bytes(b"\xff\xfe")
    assert [*unwritten_pages(root)] == []
