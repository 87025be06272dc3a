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


def test_a_gloss_a_claim_and_a_translation_say_that_their_words_changed(write_files: Write) -> None:
    mark = "fuzzy: {was: x}\n"
    more = {
        "annotations/glosses/left.yml": f"target: {{exact: 他说}}\nliteral: x\nmeaning: x\nregister: idiom\n{mark}",
        "annotations/claims.yml": f"- quote: 他说\n  reason: x\n  {mark}",
        "annotations/translations/first.yml": f"- begins: OpenAI\n  text: x\n  {mark}",
    }
    found = told(write_files({**FILES, **more}))
    assert [item.partition(":")[0] for item in found] == sorted(more)
    assert all("words changed since: the words have changed since this was written; they were “x”" in x for x in found)


@pytest.mark.parametrize(
    ("old", "new", "lacking"),
    [
        ("stance: contradicts", "stance: context", "one source"),
        ("source: t", "source: s", "one source"),
        ("supports}\n  - {source: t, stance: contradicts", "context}\n  - {source: t, stance: context", "no source"),
    ],
)
def test_disputed_verdict_wants_two_sources_that_tell(write_files: Write, old: str, new: str, lacking: str) -> None:
    found = [line for line in told(write_files(with_change(CHECK, old, new))) if "unused" not in line]
    assert found == [
        f"{CHECK}:8:3: disputed verdict without two sources: "
        f"“misleading” rests on {lacking} that supports or contradicts the claim"
    ]


@pytest.mark.parametrize(
    ("checked", "last_good", "first_old"),
    [("2026-01-05", "2027-01-05", "2027-01-06"), ("2024-02-29", "2025-03-01", "2025-03-02")],
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


@pytest.mark.parametrize(
    ("accessed", "reviewed", "places"),
    [
        ("2026-01-04", "2026-01-04", ["6:10"]),
        ("2026-01-05", "2026-01-06", ["11:11"]),
        ("2026-01-04", "2026-01-06", ["6:10", "11:11"]),
        ("2026-01-06", "2026-01-06", []),
        ("", "2026-01-06", []),
    ],
)
def test_day_later_than_the_last_reading_of_a_source_is_told(
    write_files: Write, accessed: str, reviewed: str, places: list[str]
) -> None:
    source = f"{{type: webpage, title: x, issued: 2026{accessed and f', accessed: {accessed}'}}}\n"
    check_ = f"{FILES[CHECK]}status: reviewed\nreviewed: {{date: {reviewed}}}\n"
    found = told(write_files({**FILES, CHECK: check_, "annotations/sources/t.yml": source}))
    assert [line.partition(": ")[0] for line in found] == [f"{CHECK}:{place}" for place in places]
    assert all(": day later than a reading: " in line and f"“t” on {accessed}" in line for line in found)


def test_day_later_than_the_reading_of_a_source_of_an_event_is_told(write_files: Write) -> None:
    read = "status: reviewed\nreviewed: {date: 2026-01-06}\n"
    bio = f"{FILES[BIO]}events: [{{date: 2026, text: x, sources: [t]}}]\n{read}"
    source = "{type: webpage, title: x, issued: 2026, accessed: 2026-01-05}\n"
    (line,) = told(write_files({**FILES, BIO: bio, "annotations/sources/t.yml": source}))
    assert line.startswith(f"{BIO}:9:11: day later than a reading: “reviewed” says 2026-01-06")


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


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (BIO, "summary: A firm.", "summary: 'TODO: a sentence'", "5:10"),
        (BIO, "sources: [s]", "events: [{date: 2026, text: TODO, sources: [s]}]\nsources: [s]", "6:29"),
        (BIO, "sources: [s]", "sources: [s]\ncontributors: [a, TODO]", "7:19"),
        ("annotations/sources/s.yml", "title: x", "title: TODO", "1:24"),
    ],
)
def test_text_still_to_be_written_is_told_wherever_it_stands(
    write_files: Write, path: str, old: str, new: str, place: str
) -> None:
    (line,) = told(write_files(with_change(path, old, new)))
    assert line.startswith(f"{path}:{place}: text still to be written: here stands “TODO")


def test_translation_still_to_be_written_is_told(write_files: Write) -> None:
    path = "annotations/translations/first.yml"
    (line,) = told(write_files({**FILES, path: "- {begins: OpenAI, text: 'TODO: x'}\n"}))
    assert line.startswith(f"{path}:1:26: text still to be written")


GLOSS = "annotations/glosses/leave.yml"


def gloss(**fields: str) -> dict[str, str]:
    values = {"terms": "[走人]", "literal": "walk person", "meaning": "leave", "register": "colloquial", **fields}
    return {**FILES, GLOSS: "".join(f"{key}: {value}\n" for key, value in values.items())}


def test_pinyin_without_tones_is_told_with_a_proposal(write_files: Write) -> None:
    root = write_files(gloss(reading="Zouren"))
    assert told(root) == [f"{GLOSS}:5:10: pinyin without tones: no tone is marked in “Zouren”"]
    concordance, _ = open_project(root).joined()
    assert [item.remedy for item in warnings(concordance, TODAY)] == ["Perhaps “Zǒurén”; check it."]


@pytest.mark.parametrize("fields", [{"reading": "zǒuren"}, {"terms": "[了]", "reading": "le"}])
def test_pinyin_with_a_tone_or_of_particles_is_not_told(write_files: Write, fields: dict[str, str]) -> None:
    assert told(write_files(gloss(**fields))) == []


def test_pinyin_without_tones_is_told_of_a_paragraph(write_files: Write) -> None:
    path = "annotations/interlinear/first.yml"
    rows = "[[走人, zouren, leave], [了, le, (done)], [他, ta, he], [说, shuo, say], [走人了, zourenle, left]]"
    lines = told(write_files({**FILES, path: f"- begins: OpenAI\n  words: {rows}\n"}))
    assert lines == [f"{path}:2:16: pinyin without tones: no tone is marked in “zouren le ta shuo zourenle”"]


def test_text_in_curly_quotation_marks_is_told_unless_yaml_has_its_own(write_files: Write) -> None:
    sort = "quotation marks around a whole text"
    root = write_files(gloss(meaning="“leave”"))
    assert told(root) == [f"{GLOSS}:3:10: {sort}: these quotation marks will show: ““leave””"]
    assert told(write_files(gloss(meaning='"“leave”"', literal="“walk” “person”"))) == []


def test_markdown_is_told_where_it_would_show_as_it_stands(write_files: Write) -> None:
    path = "annotations/translations/first.yml"
    english = (
        "- {begins: OpenAI, text: 'OpenAI **has left**. He says [it](https://example.org/) has left 2 ** 3 times.'}\n"
    )
    sort = "signs of Markdown in a plain text"
    assert told(write_files({**gloss(note="from **leave**"), path: english})) == [
        f"{path}:1:26: {sort}: these signs will show: “**has left**”"
    ]


def test_a_text_that_a_sign_of_comments_cuts_short_is_told(write_files: Write) -> None:
    path = "annotations/translations/first.yml"
    english = "- begins: OpenAI\n  text: OpenAI, the #1 firm, has left.\n"
    files = {**gloss(note='"#1 stays" #1\n# #a comment\nsources: [s] # a comment'), path: english}
    files[BIO] = FILES[BIO].replace("A firm.", "A firm # of which much is said")
    assert told(write_files(files)) == [
        f"{path}:2:9: text that ends before a “#”: to YAML the text ends before “#1 firm, has left.”, where a comment "
        "begins"
    ]


def test_what_an_import_did_not_find_is_told(write_files: Write) -> None:
    manifest = "title: x\npublisher: NOT FOUND\nissued: 1000-01-01\nlanguage: zh\nrights: x\nsha256: " + "0" * 64
    lines = told(write_files({**FILES, BARE: manifest}))
    assert [line.partition(": here")[0] for line in lines] == [
        f"{BARE}:2:12: text still to be written",
        f"{BARE}:3:9: text still to be written",
    ]


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
    (root / "mkdocs.yml").unlink()
    (root / "docs/index.md").write_bytes(b"\xff\xfe")
    assert [*unwritten_pages(root)] == []
