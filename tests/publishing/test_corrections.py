"""Corrections as a reader meets them: on the note, on the page of changes, in the feed."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree as Xml

from edition import Site
from tests.hosts import Known
from tests.publishing.chinese import CHINESE, HEART, made, page, words

ATOM = "{http://www.w3.org/2005/Atom}"
CORRECTIONS = """
corrections:
  - {date: 2026-11-20, kind: fact, from: four, to: three, text: The note names three.}
  - {date: 2026-11-21, kind: verdict, from: opinion, to: misleading, text: It is <b>no</b> judgement & never was.}
  - {date: 2026-11-22, kind: verdict, from: misleading, to: RATING, text: A third source was found.}
"""


def corrected(project: Path, more: str = "") -> Path:
    """The small edition with three corrections of one check."""
    shutil.copytree(CHINESE, project)
    path = project / HEART
    text = path.read_text(encoding="utf-8")
    rating = next(line for line in text.splitlines() if line.startswith("rating: ")).split()[1]
    path.write_text(text.rstrip("\n") + CORRECTIONS.replace("RATING", rating) + more, encoding="utf-8")
    return project


def test_a_correction_is_told_on_the_note_in_the_margin_and_on_the_page_of_changes(tmp_path: Path) -> None:
    site = made(corrected(tmp_path / "project"))
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


def test_the_notes_are_as_of_the_last_day_of_which_one_tells(tmp_path: Path) -> None:
    more = "  - {date: 2026-11-24, kind: clarification, text: It is plainer.}\n"  # a day after the last check
    site = made(corrected(tmp_path / "project", more))
    assert {"Notes as of 24 November 2026." in words(html) for html in site.sections.values()} == {True}


def test_a_withdrawn_note_says_so_first(tmp_path: Path) -> None:
    more = "  - {date: 2026-11-23, kind: withdrawn, text: The article was changed.}\n"
    site = made(corrected(tmp_path / "project", more))
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
    assert "The words have changed" not in words("".join(made(project).sections.values()))
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
    for html in (page(bound, "fact-checks", "fact-checks/heart/"), bound.indexes["fact-checks/"],
                 "".join(bound.sections.values())):  # fmt: skip
        assert said in words(html)
    assert "ClaimReview" not in page(bound, "fact-checks", "fact-checks/heart/")
    for name in ("glosses/", "variants/"):
        assert "The words have changed since this was written." in words(bound.indexes[name])
    assert "The paragraph has changed since this was translated." in words("".join(bound.sections.values()))
    # Looked at again: nothing is said any more, and it is a current verdict.
    path.write_text(f"{text.replace(day, 'checked: 2026-11-24').rstrip()}\nfuzzy: {{was: 心还在, {day}}}\n", "utf-8")
    assert said not in words(page(made(project), "fact-checks", "fact-checks/heart/"))


def test_without_corrections_the_page_says_so_and_invents_nothing() -> None:
    site = made(CHINESE)
    assert "There are no corrections so far." in words(site.indexes["changes/"])
    assert "built without the history" in words(site.indexes["changes/"])
    notes = [page.html for kind in site.notes.values() for page in kind]
    assert 'class="corrections"' not in "".join([*site.sections.values(), *notes, *site.indexes.values()])
    assert notes and 'id="history"' not in "".join(notes)


def feed_of(bound: Site) -> Xml.Element:
    root = Xml.fromstring(dict(bound.data)["corrections.xml"])
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

    def ids(known: Known) -> list[str]:
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
