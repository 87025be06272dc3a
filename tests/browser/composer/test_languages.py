"""What is filled in beside an article in another language becomes files that the engine takes, too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.composer.acting import FILE, REPOSITORY, better, compose, fill, problems_with
from tests.browser.composer.test_row import mended
from tests.browser.conftest import visitor
from tests.hosts import build, copy_edition
from tests.once import Once
from tests.serving import served


@dataclass(frozen=True)
class Words:
    """Words of an edition on which each kind of note is begun, and what is called so."""

    page: str
    source: str
    gloss: str
    reading: str
    name: str
    claim: str
    varies: str
    excepted: str
    row: tuple[str, str]


EDITIONS = {
    "arabic": Words(
        "01-bidaya", "wadi-2025", "الجفاف", "al-jafāf", "القرية", "رممتها في عام 2024", "ثلاثين سنة", "من الجفاف",
        ("02-arqam", "البلدية"),
    ),
    "german": Words(
        "01-anfang", "keller-1856", "Klotz am Bein", "", "Ratte", "nur die Ratte im Keller, heißt es, sei geblieben",
        "„ein Klotz", "ein Klotz am Bein", ("01-anfang", "Montag"),
    ),
    "japanese": Words(
        "01-hashi", "kawabe-2025", "担当者", "たんとうしゃ", "橋", "橋の重さは四百トンある", "深夜", "橋の重さ",
        ("02-machi", "町は"),
    ),
}  # fmt: skip
WITNESS = "witnesses:\n  - {siglum: M, title: Another copy}\n"


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest, root: Path, once: Once) -> tuple[Path, Words]:
    def make(folder: Path) -> None:
        project = copy_edition(request.param, folder, root)
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"repo_url: {REPOSITORY}\nedit_uri: edit/trunk/docs/\n")
        manifest = project / "annotations/edition.yml"
        if "witnesses" not in manifest.read_text(encoding="utf-8"):
            with manifest.open("a", encoding="utf-8") as file:
                file.write(WITNESS)
        done = build(project, project / "site", REPO_URL="")
        assert done.returncode == 0, done.stderr

    return once(f"composer {request.param}", make), EDITIONS[request.param]


@contextmanager
def opened(browser: Browser, project: Path, page: str) -> Iterator[Page]:
    with served(project / "site") as address, visitor(browser, address)(f"article/{page}/") as shown:
        yield shown


def taken(page: Page, project: Path) -> str:
    """The file that the form has made, of which the engine says nothing."""
    text: str = page.evaluate(FILE)
    found, _ = problems_with(project, page.locator(".composer .where").inner_text(), text)
    assert [str(problem.message) for problem in found] == [], text
    return text


def test_the_file_of_each_kind_is_taken_by_the_engine(browser: Browser, edition: tuple[Path, Words]) -> None:
    project, words = edition
    with opened(browser, project, words.page) as page:
        compose(page, "Gloss", words.gloss)
        fill(page, id="a-gloss", reading=words.reading, literal="literal", meaning="meaning", register="idiom")
        assert f'terms: ["{words.gloss}"]' in taken(page, project) or "target:" in page.evaluate(FILE)
        page.get_by_label("in this place only").check()
        assert f'exact: "{words.gloss}"' in taken(page, project)
        page.keyboard.press("Escape")

        compose(page, "Bio", words.name)
        fill(page, id="a-bio", name="Its name", kind="concept", summary="It says.", sources=words.source)
        fill(page, **{"except": words.excepted if words.name in words.excepted else ""})
        taken(page, project)
        page.keyboard.press("Escape")

        compose(page, "Fact check", words.claim)
        fill(page, id="a-check", claim="It is so.", rating="opinion", summary="Nobody can know.", explanation="No.")
        page.get_by_label("Source", exact=True).fill(words.source)
        page.get_by_label("What it shows", exact=True).fill("Nothing")
        assert f'exact: "{words.claim}"' in taken(page, project)

        page.get_by_label("Kind of note").select_option("sources")
        fill(page, id="a-source", title=words.claim, type="webpage", URL="https://example.org/2", issued="2026-02")
        taken(page, project)
        page.keyboard.press("Escape")

        compose(page, "Gloss", words.varies)
        page.get_by_label("Kind of note").select_option("variants")
        fill(page, id="a-variant", position="replaces")
        page.get_by_label("Its words").fill(words.gloss)
        witness, form = page.locator(".composer .row select"), page.locator(".composer .row input")
        assert witness.evaluate("one => one.offsetWidth") == form.evaluate("one => one.offsetWidth")
        taken(page, project)

        page.locator(".composer .drafts summary").click()
        draft = page.locator(".composer .drafts li", has_text="Bio:")
        expect(draft).to_have_css("direction", "ltr")  # English, in which the article's words run their own way
        expect(draft.locator("bdi")).to_have_text(words.name)
        expect(draft.locator("bdi")).to_have_attribute("lang", page.locator(".edition").get_attribute("lang") or "")


def test_the_row_of_a_word_is_taken_by_the_engine(
    browser: Browser, edition: tuple[Path, Words], tmp_path: Path
) -> None:
    project, words = edition
    page_name, word = words.row
    with opened(browser, project, page_name) as page:
        better(page, word)
        fill(page, gloss="something: else")
        assert mended(page, copytree(project, tmp_path / "copy")) == []
