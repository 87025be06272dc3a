"""The composer’s rules in JavaScript are the engine’s own: files, fields, tones and lengths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from edition import Problem
from edition.anchoring import rendering_parts
from edition.checking.quality import LINE
from edition.model import Bio, FactCheck, InterlinearParagraph
from edition.problems import SourceFile, errors
from edition.publishing.exports.composer import pages_of_forge
from edition.publishing.repository import repository_of
from edition.reading import schemas
from edition.reading.records import read_list, read_record
from edition.reading.values import Context
from edition.reading.yaml_file import compose as parse_yaml
from edition.text import count_characters, normalise, readings, with_marks
from tests.github.test_issue_forms import FORMS
from tests.hosts import Known
from tests.patience import DEADLINE
from tests.sweeping import further
from tests.text.test_pinyin import NUMBERED

LOAD = """async () => {
  const modules = await Promise.all(["fields", "rules", "hints", "proposal"].map(name => import(`/assets/${name}.js`)))
  window.rules = Object.assign({}, ...modules)
  window.rows = await import("/assets/row.js")
}"""


@pytest.fixture(scope="module")
def rules(browser: Browser, small: str) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(DEADLINE * 1000)
    page.goto(small + "404.html")
    page.evaluate(LOAD)
    yield page
    page.close()


WRITE = """texts => texts.map(text => {
  const values = {name: text, kind: "person", terms: text, summary: text, body: text, sources: "note-2026"}
  const note = rules.noteOf("bios", values, null, "begin")
  const data = {kinds: {bios: {required: [], fields: {kind: {choices: ["person"]}}}}, ids: [], terms: [], sources: {}}
  const told = rules.problemsOf("bios", "x", note, {flat: []}, data).body || ""
  return [note, rules.yamlOf("bios", {name: "x", terms: ["x"], summary: "x", ...note}), told]
})"""
hostile = st.text(
    st.one_of(st.sampled_from("\"'\\#:-{}[]()<b>/|&*!%@`,\n\r\t \u0085\u2028\u202e\ufeff\x00\x7f走é"), st.characters())
).map(lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def check_files(rules: Page, texts: list[str]) -> None:
    """Each text in every field makes a file that says just that, or the composer told of its Markdown before."""
    written: list[Any] = rules.evaluate(WRITE, texts)
    for note, text, told in written:
        found: list[Problem] = []
        file = SourceFile("x.yml", text)
        node = parse_yaml(file, found)
        assert node is not None, (text, found)
        bio = read_record(Bio, Context(file, found), node, id="x")
        assert told or not found, (text, found)  # Markdown that is not let through is told before
        assert bio is not None, (text, found)
        wanted = {"name": "x", "summary": "x", "body": "", "terms": ["x"], **note}
        assert (bio.name, bio.summary, bio.body, list(bio.terms)) == tuple(
            wanted[name] for name in ("name", "summary", "body", "terms")
        ), text


@settings(max_examples=25)
@given(texts=st.lists(hostile, min_size=1, max_size=12))
def test_whatever_is_written_the_file_says_it_and_no_more(rules: Page, texts: list[str]) -> None:
    check_files(rules, texts)


def test_whatever_an_attacker_writes_the_file_says_it_and_no_more(rules: Page, root: Path) -> None:
    payloads = (root / "tests/hostile/payloads.txt").read_text(encoding="utf-8").splitlines()
    check_files(rules, [payload for payload in payloads if payload.strip()])


WRITE_ROWS = """texts => texts.map(text => {
  const row = rules.noteOf("interlinear", {form: "x", reading: text, gloss: text, rendering: text}, null, "begin")
  return [row, rows.written(row)]
})"""


@settings(max_examples=25)
@given(texts=st.lists(hostile, min_size=1, max_size=12))
def test_whatever_is_written_of_a_word_its_row_says_it_and_no_more(rules: Page, texts: list[str]) -> None:
    for row, written in rules.evaluate(WRITE_ROWS, [*texts, "no", "NULL", "x: y", "[a, b]", "1", "#", "don’t", "a b"]):
        found: list[Problem] = []
        file = SourceFile("x.yml", f"- begins: x\n  words: [{written}]\n")
        node = parse_yaml(file, found)
        assert node is not None and not errors(found), (written, found)
        entries = read_list(InterlinearParagraph, Context(file, found), node)
        if not row.get("gloss"):
            assert found  # of what was taken out as no text nothing is left: the form has told before
            continue
        assert not found and entries, (written, found)
        (read,) = entries[0].words
        assert {"form": read.form, "reading": read.reading, "gloss": read.gloss, "rendering": read.rendering} == {
            "reading": "", "rendering": "", **row,
        }  # fmt: skip


ROW_PROBLEMS = """asked => asked.map(([row, english]) =>
  rows.problemsOfRow(row, {row: {form: row.form}, english: {flat: [...english]}}, {reading: "pinyin"}))"""
ENGLISH = "The heart, the heart of someone: it’s here, here’s the man#2 … and co-op."
RENDERINGS = [
    "The heart", "heart", "heart#2", "heart#3", "heart #1", "the heart of", "some", "someone", "man#2", "man", "man#1",
    "it … here", "it’s … here’s", "here", "here#1 … and", "the … man", "the#2 … man#2", "co", "co-op", "Here", "#1",
    "…", "heart#0", "someone#0", "someone#1", "someone#2", " … ", "the  heart", "man#2 … and",
]  # fmt: skip
READINGS = [
    ("西安", "Xī’ān"), ("西安", "Xīān"), ("玩儿", "wánr"), ("玩儿", "wán r"), ("嗯", "ng"), ("一", "yī’"),
    ("T恤衫", "T xùshān"), ("T恤衫", "xùshān"), ("绿", "lv"), ("绿", "lǜ"), ("々", "ye"), ("OpenAI", ""),
    ("OpenAI", "ou"), ("OpenAI", "x"), ("走", ""), ("走", "zou3"), ("走人", "zǒu-rén"), ("〇", "líng"),
    ("走人", "ZǑU RÉN"), ("第1次", "dì 1 cì"),
]  # fmt: skip


def test_a_row_is_refused_where_the_engine_refuses_it(rules: Page) -> None:
    rows = [{"form": "走", "reading": "zǒu", "gloss": "x", "rendering": text} for text in RENDERINGS]
    for text, told in zip(RENDERINGS, rules.evaluate(ROW_PROBLEMS, [[row, ENGLISH] for row in rows]), strict=True):
        refused = any(part.place is None for part in rendering_parts(normalise(text), ENGLISH))
        assert bool(told.get("rendering")) == refused, (text, told)
    rows = [{"form": form, "reading": spoken, "gloss": "x"} for form, spoken in READINGS]
    for row, told in zip(rows, rules.evaluate(ROW_PROBLEMS, [[row, ENGLISH] for row in rows]), strict=True):
        wanted, found = count_characters(row["form"]), len(readings(row["form"], row["reading"]))
        refused = bool(wanted) if not row["reading"] else found != wanted or not wanted
        assert bool(told.get("reading")) == refused, (row, told, found)


ISSUE = """kind => {
  const {fields, form} = rules.KINDS[kind]
  const values = {where: "here", evidence: [{source: "x", stance: "context", note: "x"}]}
  for (const name of Object.keys(fields)) values[name] ||= name === "readings" ? [] : "x"
  const note = rules.noteOf(kind, values, {exact: "x", prefix: "x"}, "begin")
  const terms = kind === "glosses" && rules.noteOf(kind, {terms: "x"}, null, "begin")
  const forge = {issue: "/issues/new?template={form}&title={title}", hasForms: true}
  return form && [form, rules.issueForm(forge, kind, "id", {...terms, ...note}).address]
}"""


@further
@pytest.mark.parametrize("kind", ["bios", "fact-checks", "glosses", "variants", "sources"])
def test_the_composer_asks_what_the_model_wants_and_fills_fields_that_the_form_has(rules: Page, kind: str) -> None:
    fields = set(rules.evaluate("kind => Object.keys(rules.KINDS[kind].fields)", kind))
    schema = schemas()[f"{kind}.json"]
    assert set(schema["required"]) <= fields
    assert fields <= set(schema["properties"])
    issue = rules.evaluate(ISSUE, kind)
    if issue:
        filled = set(parse_qs(urlsplit(issue[1]).query)) - {"template", "title"}
        form = FORMS[issue[0]]
        ids = {element["id"] for element in form["body"] if "id" in element}
        assert filled <= ids
        needed = {element["id"] for element in form["body"] if element.get("validations")}
        assert needed <= filled


PROPOSED = """forge => {
  const short = {terms: ["x"], literal: "a & b", meaning: "#c", register: "idiom"}, long = "漢".repeat(3000)
  const files = [["annotations/glosses/id.yml", "a: b & c\\n"], ["p", long]]
  return [...files.map(([path, text]) => rules.newFile(forge, path, text)),
    ...[short, {...short, note: long}].map(note => rules.issueForm(forge, "glosses", "id", note))]
}"""


@further
@pytest.mark.parametrize(
    ("address", "path", "text", "title"),
    [
        ("https://github.com/someone/edition", "filename", "value", "title"),
        ("https://gitlab.com/group/sub/edition", "file_name", "content", "issue[title]"),
        ("https://codeberg.org/someone/edition", "filename", "value", "title"),
    ],
)
def test_a_note_is_proposed_by_the_addresses_of_its_forge(
    rules: Page, address: str, path: str, text: str, title: str
) -> None:
    repository = repository_of(Known(repo_url=address, edit_uri="edit/a/b/docs/"))
    assert repository
    file, long_file, issue, long_issue = rules.evaluate(PROPOSED, pages_of_forge(repository))
    for made in (file, long_file, issue, long_issue):
        assert made["address"].startswith(address)
        assert not re.search(r"[{}]", made["address"])
        assert len(made["address"]) <= 7500
    assert [made["whole"] for made in (file, long_file, issue, long_issue)] == [True, False, True, False]
    fields = parse_qs(urlsplit(file["address"]).query)
    assert (fields[path], fields[text]) == (["annotations/glosses/id.yml"], ["a: b & c\n"])
    fields = parse_qs(urlsplit(issue["address"]).query)
    assert fields[title] == ["Gloss: id"]
    assert any("a & b" in value[0] for value in fields.values())


@further
@pytest.mark.parametrize(("written", "wanted"), NUMBERED)
def test_tones_become_marks_as_in_the_engine(rules: Page, written: str, wanted: str) -> None:
    marks = "async text => (await import('/assets/tones.js')).withMarks(text)"
    assert rules.evaluate(marks, written) == wanted


def test_every_syllable_gets_its_mark_as_in_the_engine(rules: Page) -> None:
    syllables = sorted(
        {to_normal(item) for item in {item for listed in PINYIN_DICT.values() for item in listed.split(",")}}
    )
    spoken = [syllable for syllable in syllables if re.search("[aeiouü]", syllable)]
    assert len(spoken) > 400
    written = [f"{syllable}{tone}" for syllable in spoken for tone in range(1, 5)]
    marks = (
        "async texts => { const tones = await import('/assets/tones.js'); return texts.map(t => tones.withMarks(t)) }"
    )
    answered = rules.evaluate(marks, written)
    assert answered == [with_marks(text) for text in written]


HINTS = """async ([kind, note]) => {
  const data = await (await fetch("/assets/composer.json")).json()
  return rules.hintsOf(kind, note, data).summary || ""
}"""


@further
@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize(("kind", "lines"), [("bios", Bio.lines), ("fact-checks", FactCheck.lines)])
def test_a_summary_is_too_long_for_the_margin_where_the_engine_says_so(
    rules: Page, kind: str, lines: int, more: int
) -> None:
    note = {"name": "Tworek", "name_original": "特沃", "rating": "opinion"}
    shown = len("Tworek 0000 ") if kind == "bios" else len("? opinion. ")
    note["summary"] = "漢e\u0301" + "x" * (lines * LINE - shown - 3 + more)
    hint = rules.evaluate(HINTS, [kind, note])
    assert bool(hint) == bool(more)
    assert not more or f" {lines * LINE} letters" in hint
