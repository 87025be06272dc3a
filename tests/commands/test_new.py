"""`edition new` writes files that are valid but for what it says; it never writes over what is there."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
import yaml

from edition import open_project
from edition.checking import warnings
from edition.problems import errors
from tests.command import command
from tests.golden import Golden
from tests.hosts import EDITIONS, change


def new(project: Path, *words: str) -> str:
    """What the command says of the file that it writes."""
    said = command("new", *words, root=project)
    assert said.status == 0, said.err
    return said.out


def refused(project: Path, *words: str) -> str:
    """Why it writes none."""
    status, out, err = command("new", *words, root=project)
    assert (status, out, err[:21]) == (1, "", "Nothing was written. ")
    return err


def read(project: Path, path: str) -> Any:
    return yaml.safe_load((project / "annotations" / path).read_text(encoding="utf-8"))


def wrong(project: Path) -> list[str]:
    found = open_project(project).joined()[1]
    return [f"{problem.place.file.path}: {problem.message}" for problem in errors(found)]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (["bio", "奥特曼", "--source", "note-2026"], "bios/aoteman.yml"),
        (["bio", "Sam Altman", "--term", "奥特曼", "--source", "note-2026"], "bios/sam-altman.yml"),
        (["fact-check", "奥特曼没有说话", "--source", "note-2026"], "fact-checks/aoteman-meiyou-shuohua.yml"),
        (["fact-check", "心还在", "He is there.", "--source", "note-2026"], "fact-checks/he-there.yml"),
        (["gloss", "走人"], "glosses/zou-ren.yml"),
        (["gloss", "离职的人越来越多", "--section", "end"], "glosses/lizhi-de-ren-yuelaiyue-duo.yml"),
        (["variant", "留下的是王座"], "variants/liuxia-de-shi-wangzuo.yml"),
        (["source", "https://www.example.net/a/some-report.html"], "sources/example-net-some-report.yml"),
        (["source", "https://example.net/7-some-report/print"], "sources/example-net-7-some-report.yml"),
        (["source", "https://example.net/", "He has left: a report"], "sources/he-left-report.yml"),
        (["translation"], "translations/begin.yml"),
        (["interlinear"], "interlinear/begin.yml"),
    ],
)  # fmt: skip
def test_file_is_valid_and_says_what_is_to_be_written(project: Path, words: list[str], path: str) -> None:
    said = new(project, *words)
    assert said.startswith(f"{project / 'annotations' / path}\n")
    folder = path.partition("/")[0]
    text = (project / "annotations" / path).read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=../schemas/{folder}.json\n")
    assert ("status: draft  # “draft” until another person" in text) is (folder not in ("translations", "interlinear"))
    assert wrong(project) == []
    marked = [n for n, line in enumerate(text.split("\n"), 1) if "TODO" in line or "# check" in line]
    said_lines = re.findall(r"^  line (\d+)(?: and (\d+) more)?: ", said, re.M)
    assert {int(first) for first, _ in said_lines} <= {*marked}
    assert sum(1 + int(more or 0) for _, more in said_lines) == len(marked)
    assert len(said_lines) == (1 if path == "translations/begin.yml" else len(marked))  # its lines want the same
    concordance, _ = open_project(project).joined()
    told = {item.place.line for item in warnings(concordance, date.today()) if item.sort == "text still to be written"}
    assert told == {n for n, line in enumerate(text.split("\n"), 1) if '"TODO' in line or "NOT FOUND" in line}


def test_what_lacks_a_source_says_so(project: Path) -> None:
    said = new(project, "fact-check", "心还在")
    assert "`edition check` will say:\nannotations/fact-checks/xin-hai-zai.yml:7:11: error: a verdict needs" in said
    assert wrong(project) == ["annotations/fact-checks/xin-hai-zai.yml: a verdict needs evidence"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["gloss", "又双叒叕"],
            "“又双叒叕” has a gloss already: annotations/glosses/you-shuang-ruo-zhuo.yml. Mend that one",
        ),
        (["bio", "OpenAI"], "“OpenAI” has a bio already: annotations/bios/openai.yml."),
        (["bio", "openAI", "--term", "王座"], "“openAI” has a bio already: annotations/bios/openai.yml."),
        (["gloss", "OpenAI"], "“OpenAI” has a bio already: annotations/bios/openai.yml."),
        (
            ["fact-check", "离职的人越来越多", "--source", "note-2026"],
            "“离职的人越来越多” has a fact check already: annotations/fact-checks/more-leave.yml.",
        ),
    ],
)
def test_second_note_of_the_same_words_is_told_at_once_and_not_forbidden(
    project: Path, words: list[str], told: str
) -> None:
    assert told in new(project, *words, "--id", "second")
    assert list(project.glob("annotations/*/second.yml"))


def test_first_note_of_its_words_is_told_nothing(project: Path) -> None:
    assert "already" not in new(project, "gloss", "王座")


def test_words_that_hide_another_note_are_told_while_it_is_made(project: Path) -> None:
    said = new(project, "gloss", "又双叒叕走人", "--id", "again")
    assert (
        "annotations/glosses/again.yml:2:9: error: “又双叒叕走人” takes each place of “又双叒叕” from the gloss" in said
    )
    assert "in annotations/glosses/again.yml: target: {" in said


def test_target_has_the_section_and_no_more_around_it_than_is_needed(project: Path) -> None:
    new(project, "variant", "心还在", "--id", "one")
    assert read(project, "variants/one.yml")["target"] == {"section": "begin", "exact": "心还在"}
    new(project, "variant", "走了", "--section", "begin", "--nth", "2", "--id", "two")
    target = read(project, "variants/two.yml")["target"]
    assert target == {"section": "begin", "exact": "走了", "prefix": "人"}
    assert wrong(project) == []


def test_section_tells_a_quote_from_its_like_elsewhere(project: Path) -> None:
    new(project, "variant", "王座", "--section", "end", "--id", "throne")
    assert read(project, "variants/throne.yml")["target"] == {"section": "end", "exact": "王座"}


def test_rows_have_the_words_of_each_paragraph_and_their_readings(project: Path) -> None:
    new(project, "interlinear")
    entries = read(project, "interlinear/begin.yml")
    assert [entry["begins"] for entry in entries] == ["他走了", "OpenAI", "走的是人", "留下的是王座"]
    assert entries[3]["words"][-1] == ["王座", "wángzuò", "NOT FOUND"]
    assert wrong(project) == []


def test_a_reading_that_nobody_knows_is_left_to_be_written(project: Path) -> None:
    new(project, "interlinear", "end")
    assert ["𠮷", "NOT FOUND", "NOT FOUND"] in read(project, "interlinear/end.yml")[1]["words"]
    assert wrong(project) == []


def test_gloss_of_a_word_goes_by_its_term_and_has_its_pinyin(project: Path) -> None:
    new(project, "gloss", "王座", "--id", "throne")
    gloss = read(project, "glosses/throne.yml")
    assert (gloss["terms"], gloss["reading"]) == (["王座"], "wángzuò")


def test_words_that_the_locale_cannot_read_are_read_as_utf_8(project: Path) -> None:
    new(project, "gloss", "王座".encode().decode("ascii", "surrogateescape"), "--id", "throne")
    assert read(project, "glosses/throne.yml")["terms"] == ["王座"]


def test_a_bio_of_an_english_name_has_the_article_s_own_beside_it(project: Path) -> None:
    new(project, "bio", "Sam Altman", "--term", "奥特曼", "--source", "note-2026")
    assert read(project, "bios/sam-altman.yml")["name_original"] == "奥特曼"
    new(project, "bio", "The company", "--term", "OpenAI", "--id", "company")
    assert "name_original" not in read(project, "bios/company.yml")


def test_a_paragraph_is_known_by_whole_words_where_spaces_part_them(tmp_path: Path) -> None:
    project = Path(shutil.copytree(EDITIONS / "arabic", tmp_path / "arabic"))
    new(project, "interlinear", "bidaya")
    entries = read(project, "interlinear/bidaya.yml")
    assert [entry["begins"] for entry in entries[:3]] == ["بئر القرية", "قالت بلدية", "ويرى المهندس"]
    assert wrong(project) == []


def test_article_in_another_language_has_no_pinyin(project: Path) -> None:
    change(project / "annotations/edition.yml", "language: zh", "language: ja")
    new(project, "gloss", "王座", "--id", "throne")
    assert read(project, "glosses/throne.yml")["reading"].startswith("TODO")


@pytest.mark.golden_test("../cases/commands/new/*.yml")
def test_what_cannot_be_written_is_answered_and_nothing_changes(project: Path, golden: Golden) -> None:
    before, says = dict(contents(project)), ""
    for line in golden["words"].splitlines():
        says += f"{line}\n{indent(refused(project, *shlex.split(line)).replace(str(project), 'HERE'), '    ')}"
    assert dict(contents(project)) == before
    assert says == golden.out["says"]


def contents(project: Path) -> Iterator[tuple[Path, bytes]]:
    return ((path, path.read_bytes()) for path in project.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("words", "path", "key", "own", "told"),
    [
        (
            ["fact-check", "奥特曼说，人走了"],
            "fact-checks/x.yml",
            "target",
            "奥特曼说,人走了",
            "“,” where this has “，”",
        ),
        (["variant", "奥特曼说 ,　人走了"], "variants/x.yml", "target", "奥特曼说,人走了", "other spaces"),
        (["gloss", "𠮷田说：“再见"], "glosses/x.yml", "terms", "𠮷田说:“再见", "“:” where this has “：”"),
        (["gloss", '𠮷田说:"再见'], "glosses/x.yml", "terms", "𠮷田说:“再见", 'has “ where this has "'),
        (["bio", "ＯｐｅｎＡＩ"], "bios/x.yml", "terms", "OpenAI", "“O” where this has “Ｏ”"),
        (["bio", "Altman", "--term", "ＯｐｅｎＡＩ"], "bios/x.yml", "terms", "OpenAI", "“O” where this has “Ｏ”"),
    ],
)
def test_the_article_s_own_form_is_written_and_told(
    project: Path, words: list[str], path: str, key: str, own: str, told: str
) -> None:
    said = new(project, *words, "--id", "x")
    assert f"{told}: “{own}” was written." in said
    value = read(project, path)[key]
    assert (value["exact"] if key == "target" else value[0]) == own


def test_words_in_the_article_s_form_are_told_nothing(project: Path) -> None:
    assert "was written" not in new(project, "gloss", "𠮷田说:“再见", "--id", "x")


def test_a_quote_that_nobody_would_quote_is_refused(project: Path) -> None:
    said = refused(project, "fact-check", "走" * 2_001)
    assert "These are 2,001 characters; a quote has at most 2,000." in said


def test_lines_end_as_those_of_the_edition_do(project: Path) -> None:
    manifest = project / "annotations/edition.yml"
    manifest.write_bytes(manifest.read_bytes().replace(b"\n", b"\r\n"))
    new(project, "gloss", "走人")
    lines = (project / "annotations/glosses/zou-ren.yml").read_bytes().splitlines(keepends=True)
    assert all(line.endswith(b"\r\n") for line in lines)
    assert wrong(project) == []


def test_proposed_id_is_taken_by_nobody(project: Path) -> None:
    for _ in range(2):
        new(project, "bio", "OpenAI")
    assert {"openai.yml", "openai-2.yml", "openai-3.yml"} == {p.name for p in (project / "annotations/bios").iterdir()}


def test_in_japanese_the_forms_are_said_to_be_guesses_and_the_readings_to_be_wanting(tmp_path: Path) -> None:
    project = Path(shutil.copytree(EDITIONS / "japanese", tmp_path / "edition"))
    said = new(project, "interlinear", "hashi")
    assert "write how each word is read, what it says in its sentence" in said
    assert "The forms were guessed: join or cut them first" in said
    assert ["動いた", "NOT FOUND", "NOT FOUND"] in read(project, "interlinear/hashi.yml")[0]["words"]


@pytest.mark.parametrize(("asked", "term"), [("العَطَاءُ", "العطاء"), ("كلف", "كلّف"), ("كَلَّفَ", "كلّف")])
def test_in_arabic_a_word_is_found_with_its_vowels_and_without(tmp_path: Path, asked: str, term: str) -> None:
    project = Path(shutil.copytree(EDITIONS / "arabic", tmp_path / "edition"))
    said = new(project, "gloss", asked, "--id", "x")
    assert read(project, "glosses/x.yml")["terms"] == [term]
    assert "The article has other vowels over or under the letters" in said


def test_in_japanese_a_gloss_of_kanji_asks_for_its_reading(tmp_path: Path) -> None:
    project = Path(shutil.copytree(EDITIONS / "japanese", tmp_path / "edition"))
    new(project, "gloss", "深夜", "--id", "deep-night")
    assert read(project, "glosses/deep-night.yml")["reading"].startswith(
        "TODO: How it is read, in kana, the whole word"
    )
    new(project, "gloss", "メートル")
    assert "reading" not in read(project, "glosses/metoru.yml")
