"""What a reader does with the composer, and what the engine says of what comes of it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from edition import Problem, open_project
from edition.model import Note
from edition.problems import errors
from tests.hosts import write
from tests.patience import becomes

REPOSITORY = "https://github.com/someone/edition"

CHOOSE = """([first, last]) => {
  const texts = [], walker = document.createTreeWalker(document.querySelector(".edition"), NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("[data-apparatus]")) texts.push(walker.currentNode)
  const all = texts.map(text => text.data).join("")
  const from = all.indexOf(first), to = all.indexOf(last, from) + last.length
  const range = document.createRange()
  let at = 0
  for (const text of texts) {
    if (from >= at && from < at + text.length) range.setStart(text, from - at)
    if (to > at && to <= at + text.length) range.setEnd(text, to - at)
    at += text.length
  }
  getSelection().removeAllRanges()
  getSelection().addRange(range)
  const boxes = [...range.getClientRects()]
  return [boxes[0], boxes.at(-1)].map(({left, right, top, bottom}) => ({left, right, top, bottom}))
}"""
FILE = "() => document.querySelector('.composer .file textarea').value"

# What the composer has to have before it can open the form at once.
FETCHED = """() => ["composer.json", "composer.css"].every(name =>
  performance.getEntriesByType("resource").some(entry => entry.name.endsWith(name)))"""


def choose(page: Page, first: str, last: str | None = None) -> None:
    page.evaluate(CHOOSE, [first, last or first])
    page.wait_for_selector(".composer-menu:visible")
    page.wait_for_function(FETCHED)


def compose(page: Page, kind: str, first: str, last: str | None = None) -> None:
    choose(page, first, last)
    page.locator(".composer-menu").get_by_role("button", name=kind).click()
    page.wait_for_selector(".composer")


def better(page: Page, words: str) -> None:
    """Opens the composer on the row of the word with which these words begin, from its card, or its note."""
    box, _ = page.evaluate(CHOOSE, [words, words])
    page.evaluate("() => getSelection().removeAllRanges()")
    page.mouse.click(box["left"] + 4, (box["top"] + box["bottom"]) / 2)
    page.get_by_role("button", name="A better gloss?").last.click()
    page.wait_for_selector(".composer")


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        control = page.locator(f"#compose-{name}")
        if control.evaluate("control => control.localName") == "select":
            control.select_option(value)
        else:
            control.fill(value)


def fill_gloss(page: Page, **values: str) -> None:
    fill(page, **{"reading": "lízhí shēngmíng", "literal": "leave post, statement", "meaning": "a farewell note",
                  "register": "journalistic", **values})  # fmt: skip


def problems_with(project: Path, path: str, text: str) -> tuple[list[Problem], Note | None]:
    """What the engine says of the edition with this file, and the note that it reads there."""
    file = project / path
    write(file, text)
    try:
        opened = open_project(project)
        return errors(opened.joined()[1]), {note.id: note for note in opened.edition.notes}.get(file.stem)
    finally:
        file.unlink()


def leave(page: Page, words: str) -> str:
    with page.expect_popup() as popup:
        page.get_by_role("link", name=words).click()
    return popup.value.url


def copied(page: Page, text: str) -> None:
    page.bring_to_front()  # a page that is not in front may not read the clipboard
    becomes(lambda: page.evaluate("() => navigator.clipboard.readText()"), text)
