"""A kind of note is one class: a sixth one takes its few lines, one template, and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader

from edition import open_project
from edition.checking import coverage, warnings
from edition.commands.comparison import Snapshot, as_markdown
from edition.model import FOLDERS, BioId, Markdown, Note, Quote, SourceId, Text, kinds
from edition.model.fields import optional, required
from edition.publishing.exports.composer import composer_data
from edition.publishing.host import Unknown
from edition.publishing.render import Renderer
from edition.reading import schemas
from edition_mkdocs.shells import generated
from tests.hosts import EDITIONS, Known, copy_edition
from tests.html import note_of, parse


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOfSpeech(Note):
    """How the article says it."""

    folder = "figures-of-speech"
    heading = "Figures of speech"
    description = "How the article says what it says."
    reader_nouns = ("figure", "figures")
    css_class = "figure-of-speech"

    name: Text = required("What rhetoric calls it.")
    terms: tuple[Quote, ...] = required("The words.")
    sources: tuple[SourceId, ...] = optional("Ids of the sources it rests on.", ())
    by: BioId = optional("Who says it.")
    more: Markdown = optional("What it does here.")

    @property
    def title(self) -> str:
        return self.name


TEMPLATE = """
{% macro short(note) %}<b>{{ note.name | english }}</b>{% endmacro %}
{% macro more(note) %}{{ n.source_list(note.sources) }}{% endmacro %}
"""


@pytest.fixture
def project(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small edition with a note of a sixth kind."""
    monkeypatch.setitem(FOLDERS, FigureOfSpeech.folder, FigureOfSpeech)
    own = DictLoader({"notes/figure-of-speech.html": TEMPLATE})
    begin = Renderer.__init__

    def with_template(self: Renderer, *arguments: object) -> None:
        begin(self, *arguments)  # type: ignore[arg-type]
        assert self.environment.loader
        self.environment.loader = ChoiceLoader([own, self.environment.loader])

    monkeypatch.setattr(Renderer, "__init__", with_template)
    project = copy_edition("chinese", tmp_path, root)
    file = project / "annotations/figures-of-speech/hammer.yml"
    file.parent.mkdir()
    file.write_text("name: Synecdoche\nterms: [人走了]\nsources: [note-2026]\n", encoding="utf-8")
    return project


def test_it_is_read_woven_listed_and_found(project: Path) -> None:
    bound = open_project(project).bind(Known())
    assert not bound.problems
    site = bound
    page = parse(site.sections["begin"])
    marks = [item for item in page.iter() if "hammer" in (item.get("data-notes") or "").split()]
    assert marks
    assert all("figure-of-speech" in item.get("class", "").split() for item in marks)
    (note,) = [item for item in page.iter() if note_of(item) == "hammer"]
    assert note.get("class", "").split()[:2] == ["note", "figure-of-speech"]  # the margin may spare it
    assert note.get("data-kind") == "figures-of-speech"  # by which the page's script finds its file
    assert "Synecdoche" in "".join(note.itertext())
    assert "1 figure" in site.sections["begin"]
    listed = parse(site.indexes["figures-of-speech/"])
    assert [item.text for item in listed.iter("h1")] == ["Figures of speech"]
    assert [item.get("id") for item in listed.iter("section")] == ["hammer"]
    assert generated(open_project(project))["figures-of-speech/index.md"].startswith("---\ntitle: Figures of speech")
    assert "figures-of-speech/#hammer" in site.indexes["sources/"]
    assert {entry["title"]: entry["location"] for entry in site.search}["Figure of speech: Synecdoche"] == (
        "figures-of-speech/#hammer"
    )
    told = json.loads(composer_data(bound.concordance, None, Unknown()))
    assert told["nouns"][told["notes"]["hammer"]["kind"]] == "figure of speech"


def test_contributors_are_told_of_it_as_of_any_other(project: Path) -> None:
    assert schemas()["figures-of-speech.json"]["required"] == ["name", "terms"]
    file = project / "annotations/figures-of-speech/hammer.yml"
    file.write_text("terms: [人走]\nsources: [nobody]\nby: nobody\nmore: See [it](note:hamer).\n", encoding="utf-8")
    found = open_project(project).problems
    assert [problem.message for problem in found] == [
        "the key name is missing",
        "there is no source “nobody”",
        "a link goes to no note: “hamer”",
        "there is no bio “nobody”",
    ]
    file.write_text("name: Synecdoche\nterms: []\n", encoding="utf-8")
    assert [problem.message for problem in open_project(project).problems] == [
        "a figure of speech needs “terms” or a “target”"
    ]


def test_a_summary_and_the_coverage_know_it(project: Path) -> None:
    before, after = (Snapshot(open_project(folder).joined()[0], []) for folder in (EDITIONS / "chinese", project))
    told = as_markdown(before, after)
    assert "- **Figure of speech** `annotations/figures-of-speech/hammer.yml`" in told
    assert "Title: `Synecdoche`" in told
    assert coverage(after.concordance)
    assert {item.severity for item in warnings(after.concordance, date(2026, 11, 26))} <= {"warning"}


def test_what_a_reader_may_hide_is_named_alike_wherever_it_is_named(root: Path) -> None:
    """By the model, whose word the switch says; by what runs before the first paint; by the script and its style."""
    early = (root / "hooks/edition_mkdocs/templates/partials/early.html").read_text(encoding="utf-8")
    assets = root / "hooks/edition/publishing/assets"
    script, style = ((assets / name).read_text(encoding="utf-8") for name in ("switches.js", "edition.css"))
    before, by_paths, kept = (
        {*json.loads(re.findall(rf"const {name} = (\[.*?\])", text)[0])}
        for name, text in (("all", early), ("SET_BY_PATHS", script), ("KEPT", script))
    )
    assert before | {"cues"} == by_paths | kept
    hidden = {kind.reader_nouns[1]: kind.css_class for kind in kinds() if kind.in_browser}
    assert hidden and hidden.keys() <= by_paths
    assert {*re.findall(r"\[data-hide~=(\w+)\] \.([\w-]+)(?=[,)])", style)} >= {*hidden.items()}
