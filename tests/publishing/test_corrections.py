"""Corrections and history as a reader meets them: on the note, on the page of changes, in the feed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree as Xml

import pytest

from edition import Host, open_project
from edition.binding import Bound, bind
from edition.history import read_log
from edition.problems import errors
from edition.publishing.pages.changes import latest
from edition.reading import html_of
from tests.history.test_history import commit
from tests.hosts import Known
from tests.html import parse

CHINESE = Path(__file__).parent.parent / "editions" / "chinese"
HEART = "annotations/fact-checks/heart.yml"
ATOM = "{http://www.w3.org/2005/Atom}"
CORRECTIONS = """
corrections:
  - {date: 2026-11-20, kind: fact, from: four, to: three, text: The note names three.}
  - {date: 2026-11-21, kind: verdict, from: opinion, to: misleading, text: It is <b>no</b> judgement & never was.}
  - {date: 2026-11-22, kind: verdict, from: misleading, to: RATING, text: A third source was found.}
"""


def made(project: Path, known: Host | None = None) -> Bound:
    bound = bind(open_project(project), html_of, lambda section: f"article/{section.slug}/", known)
    assert not errors(bound.problems), bound.problems
    return bound


def corrected(project: Path, more: str = "") -> Path:
    """The small edition with three corrections of one check."""
    shutil.copytree(CHINESE, project)
    path = project / HEART
    text = path.read_text(encoding="utf-8")
    rating = next(line for line in text.splitlines() if line.startswith("rating: ")).split()[1]
    path.write_text(text.rstrip("\n") + CORRECTIONS.replace("RATING", rating) + more, encoding="utf-8")
    return project


def words(html: str) -> str:
    return " ".join("".join(parse(html).itertext()).split())


def page(bound: Bound, kind: str, address: str) -> str:
    return next(page.html for page in bound.site.notes[kind] if page.address == address)


def test_a_correction_is_told_on_the_note_in_the_margin_and_on_the_page_of_changes(tmp_path: Path) -> None:
    site = made(corrected(tmp_path / "project")).site
    places = [
        next(note.html for note in site.notes["fact-checks"] if note.address == "fact-checks/heart/"),
        "".join(site.sections.values()),
        site.indexes["changes/"],
    ]
    for html in places:
        told = words(html)
        assert "Verdict changed on 21 November 2026 from opinion to misleading. It is <b>no</b> judgement &" in told
        assert "Corrected on 20 November 2026: it said “four”, it says “three”. The note names three." in told
        assert told.index("22 November 2026") < told.index("21 November 2026") < told.index("20 November 2026")
    assert "There are no corrections" not in site.indexes["changes/"]


def test_a_withdrawn_note_says_so_first(tmp_path: Path) -> None:
    more = "  - {date: 2026-11-23, kind: withdrawn, text: The article was changed.}\n"
    site = made(corrected(tmp_path / "project", more)).site
    summaries = [
        words(html.partition("</summary>")[0])
        for section in site.sections.values()
        for html in section.split("<summary>")[1:]
    ]
    withdrawn = {text for text in summaries if text.startswith("Withdrawn.")}
    assert len(withdrawn) == 1
    assert "Opinion." in withdrawn.pop()
    assert "Withdrawn." in words(site.indexes["fact-checks/"])


def test_a_check_whose_words_changed_says_so_beside_its_verdict(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(CHINESE, project)
    path = project / HEART
    text = path.read_text(encoding="utf-8")
    day = next(line for line in text.splitlines() if line.startswith("checked: "))
    assert "The words have changed" not in words("".join(made(project).site.sections.values()))
    for folder in ("glosses", "variants"):
        for other in (project / "annotations" / folder).glob("*.yml"):
            other.write_text(other.read_text(encoding="utf-8").rstrip("\n") + "\nfuzzy: {was: x}\n", encoding="utf-8")
    translation = project / "annotations/translations/begin.yml"
    first = translation.read_text(encoding="utf-8")
    assert first.startswith("- {")
    translation.write_text(first.replace("- {", "- {fuzzy: {was: x}, ", 1), encoding="utf-8")
    path.write_text(f"{text.rstrip()}\nfuzzy: {{was: 心还在, {day}}}\n", encoding="utf-8")
    bound = made(project)
    said = "The words have changed since this was checked."
    for html in (page(bound, "fact-checks", "fact-checks/heart/"), bound.site.indexes["fact-checks/"],
                 "".join(bound.site.sections.values())):  # fmt: skip
        assert said in words(html)
    assert "ClaimReview" not in page(bound, "fact-checks", "fact-checks/heart/")
    for name in ("glosses/", "variants/"):
        assert "The words have changed since this was written." in words(bound.site.indexes[name])
    assert "The paragraph has changed since this was translated." in words("".join(bound.site.sections.values()))
    # Looked at again: nothing is said any more, and it is a current verdict.
    path.write_text(f"{text.replace(day, 'checked: 2026-11-24').rstrip()}\nfuzzy: {{was: 心还在, {day}}}\n", "utf-8")
    assert said not in words(page(made(project), "fact-checks", "fact-checks/heart/"))


def test_without_corrections_the_page_says_so_and_invents_nothing() -> None:
    site = made(CHINESE).site
    assert "There are no corrections so far." in words(site.indexes["changes/"])
    assert "built without the history" in words(site.indexes["changes/"])
    assert 'class="corrections"' not in f"{site.sections}{site.notes}{site.indexes}"
    assert 'id="history"' not in f"{site.notes}"


def feed_of(bound: Bound) -> Xml.Element:
    root = Xml.fromstring(bound.site.data["corrections.xml"])
    check_atom(root)
    return root


def check_atom(root: Xml.Element) -> None:
    """What RFC 4287 wants of every feed and entry: sections 4.1.1, 4.1.2, 4.2.6, 4.2.7 and 3.3."""
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert (found.text or "").strip()
        assert urlsplit(element.findtext(f"{ATOM}id", "")).scheme  # an absolute IRI
        day, _, rest = element.findtext(f"{ATOM}updated", "").partition("T")
        assert len(day) == 10
        assert rest == "00:00:00Z"
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
        for author in element.findall(f"{ATOM}author"):
            assert len(author.findall(f"{ATOM}name")) == 1
    assert root.findall(f"{ATOM}author")  # the entries without one have the feed's
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")].count("self") == 1
    identifiers = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(identifiers) == len(set(identifiers))


def test_the_feed_tells_of_changed_verdicts_only_newest_first(tmp_path: Path) -> None:
    root = feed_of(made(corrected(tmp_path / "project"), Known("Ours & theirs", "https://example.org/e/")))
    updated = [entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")]
    assert updated == ["2026-11-22T00:00:00Z", "2026-11-21T00:00:00Z"]
    assert root.findtext(f"{ATOM}updated") == updated[0]
    assert root.findtext(f"{ATOM}title") == "Corrections: Ours & theirs"
    older = root.findall(f"{ATOM}entry")[1]
    assert older.findtext(f"{ATOM}title", "").startswith("Opinion → Misleading: ")
    assert older.findtext(f"{ATOM}content") == "It is <b>no</b> judgement & never was."
    addresses = {link.get("href") for link in root.iter(f"{ATOM}link")}
    assert addresses == {
        "https://example.org/e/corrections.xml",
        "https://example.org/e/changes/",
        "https://example.org/e/fact-checks/heart/",
    }


def test_an_entry_keeps_its_id_where_the_site_moves_and_where_another_is_added(tmp_path: Path) -> None:
    project = corrected(tmp_path / "project")

    def ids(known: Host) -> list[str]:
        return [element.text or "" for element in feed_of(made(project, known)).iter(f"{ATOM}id")]

    first = ids(Known())
    assert all(UUID(name.removeprefix("urn:uuid:")) for name in first)
    assert ids(Known(name="Moved", site_url="https://example.net/")) == first
    path = project / HEART
    path.write_text(
        path.read_text(encoding="utf-8") + "  - {date: 2026-11-23, kind: withdrawn, text: Gone.}\n", "utf-8"
    )
    later = ids(Known())
    assert later[2:] == first[1:]
    assert len(later) == len(first) + 1


def test_a_feed_without_entries_is_whole() -> None:
    root = feed_of(made(CHINESE))
    assert not root.findall(f"{ATOM}entry")


def log(*commits: str, repository: str = "") -> Host:
    return Known("Ours", repo_url=repository, log="".join(commits))


def test_a_notes_page_says_when_and_by_whom_it_was_written_and_what_changed() -> None:
    known = log(
        commit("b", f"M\t{HEART}", day="2026-11-24", author="Max <Muster>"),
        commit("a", f"A\t{HEART}", day="2026-11-02"),
        repository="https://github.com/someone/edition/",
    )
    html = page(made(CHINESE, known), "fact-checks", "fact-checks/heart/")
    told = words(html)
    assert "Written 2 November 2026 by Lin Yi; last changed 24 November 2026 by Max <Muster>." in told
    assert told.index("Commit b") < told.index("Commit a")
    assert f'href="https://github.com/someone/edition/commit/{"b" * 40}"' in html
    assert "/commit/" not in page(made(CHINESE, log(commit("a", f"A\t{HEART}"))), "fact-checks", "fact-checks/heart/")


def test_a_shallow_clone_is_said_to_be_one() -> None:
    known = log(commit("b", f"M\t{HEART}"), commit("a", f"A\t{HEART}", decoration="grafted"))
    told = words(page(made(CHINESE, known), "fact-checks", "fact-checks/heart/"))
    assert "shallow copy" in told
    assert "Written" not in told
    assert "Last changed 24 November 2026 by Lin Yi." in told
    assert "shallow copy" in words(made(CHINESE, known).site.indexes["changes/"])


def test_what_is_not_to_be_seen_in_a_name_is_named() -> None:
    known = log(commit("a", f"A\t{HEART}", author="Lin \u202eYi"))
    assert "Lin <U+202E>Yi" in words(page(made(CHINESE, known), "fact-checks", "fact-checks/heart/"))


@pytest.fixture(scope="module")
def concordance() -> Any:
    return made(CHINESE).concordance


GLOSS, BIO, GONE = "annotations/glosses/throne.yml", "annotations/bios/gpt.yml", "annotations/bios/gone.yml"


def told(concordance: Any, *commits: str, **limits: int) -> tuple[list[tuple[str, list[tuple[str, str, bool]]]], int]:
    """The commits by their letters, each with its notes, and how many more there are."""
    found, more = latest(concordance, read_log(log(*commits).log), **limits)
    return [
        (group.commit.subject[-1], [(each.id, each.action, each.note is not None) for each in group.notes])
        for group in found
    ], more


def test_each_commit_has_the_notes_that_it_touched_newest_first(concordance: Any) -> None:
    source = "M\tannotations/sources/note-2026.yml"
    commits = (
        commit("d", f"D\t{GONE}", f"M\t{HEART}", source),
        commit("c", source),  # it touched no note, and is not listed
        commit("b", f"M\t{HEART}", f"A\t{GONE}", f"A\t{GLOSS}", day="2026-11-25"),  # the clocks differ: as Git has it
        commit("a", f"A\t{HEART}", day="2026-11-02"),
    )
    assert told(concordance, *commits) == (
        [
            ("d", [("gone", "removed", False), ("heart", "changed", True)]),
            ("b", [("gone", "added", False), ("heart", "changed", True), ("throne", "added", True)]),
            ("a", [("heart", "added", True)]),
        ],
        0,
    )


def test_there_are_so_many_commits_and_no_more(concordance: Any) -> None:
    commits = [commit(letter, f"M\t{HEART}") for letter in "fedcb"]
    found, more = told(concordance, *commits, commit("a", f"A\t{HEART}"), limit=2)
    assert [letter for letter, _ in found] == ["f", "e"]
    assert more == 4


def test_a_renamed_note_is_told_by_its_name_now(concordance: Any) -> None:
    old = "annotations/fact-checks/soul.yml"
    found, _ = told(concordance, commit("b", f"R100\t{old}\t{HEART}"), commit("a", f"A\t{old}"))
    assert found == [("b", [("heart", "renamed", True)]), ("a", [("heart", "added", True)])]


def changes(*commits: str, repository: str = "") -> str:
    return made(CHINESE, log(*commits, repository=repository)).site.indexes["changes/"]


def test_a_commit_is_told_with_day_subject_and_author_and_leads_to_it() -> None:
    known = commit("b", f"M\t{HEART}", author="Max <Muster>")
    html = changes(known, repository="https://github.com/someone/edition")
    assert "Commit b 24 November 2026 · Max <Muster> Changed The heart has stayed." in words(html)
    assert f'href="https://github.com/someone/edition/commit/{"b" * 40}"' in html
    assert "<details" not in html
    assert "/commit/" not in changes(known)


def test_many_notes_of_a_commit_are_folded_and_very_many_counted() -> None:
    rows = [f"A\tannotations/glosses/g{number:03}.yml" for number in range(200)]
    page = parse(changes(commit("b", *rows, f"M\t{HEART}")))
    (folded,) = page.iter("details")
    assert folded.get("open") is None
    assert "".join(folded.find("summary").itertext()) == "201 notes: 200 added, 1 changed"
    listed = list(folded.iter("li"))
    assert len(listed) == 40
    assert "And 161 more." in "".join(folded.itertext())


def test_what_is_not_listed_is_counted_and_to_be_found_in_the_repository() -> None:
    commits = [commit(f"{number:02}", f"M\t{HEART}") for number in range(30)]
    address = "https://github.com/someone/edition"
    html = changes(*commits, repository=address)
    assert "10 more commits changed notes" in words(html)
    assert f'href="{address}/commits/main/annotations"' in html
    assert "/commits/" not in changes(*commits)
    assert "10 more commits changed notes" in words(changes(*commits))
    assert "more commits" not in words(changes(*commits[:3], repository=address))
    assert len(html) < 60_000
