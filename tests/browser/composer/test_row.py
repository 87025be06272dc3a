"""The row of a word: from the word's card to the row that the engine takes, by the same form and the same ways out."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from edition import open_project
from edition.problems import errors
from tests.browser.composer.acting import FILE, REPOSITORY, better, copied, fill, leave
from tests.browser.conftest import Open
from tests.github.test_issue_forms import FORMS

ROWS = "annotations/interlinear/begin.yml"


def values(page: Page) -> list[str]:
    return [page.locator(f"#compose-{name}").input_value() for name in ("reading", "gloss", "rendering")]


def mended(page: Page, project: Path) -> list[str]:
    """What the engine says of the edition once the row stands where the form says that it goes."""
    where, _, number = page.locator(".composer .where").inner_text().partition(", line ")
    file, row = project / where, page.evaluate(FILE).strip()
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    line = lines[int(number) - 1]
    start = line.index(f"[{row[1:].partition(',')[0]},")
    lines[int(number) - 1] = line[:start] + row + line[line.index("]", start) + 1 :]
    file.write_text("".join(lines), encoding="utf-8")
    return [problem.message for problem in errors(open_project(project).joined()[1])]


def test_a_press_on_the_card_opens_the_row_and_the_engine_takes_what_is_made_of_it(
    visit_small: Open, project: Path
) -> None:
    with visit_small("article/01-begin/") as page:
        better(page, "走人了。")
        expect(page.locator("#compose-gloss")).to_be_focused()
        assert values(page) == ["zǒurén", "clear out", "loses someone"]
        assert page.locator(".word-card").is_hidden()
        fill(page, gloss="someone walks: out")
        assert page.evaluate(FILE) == '[走人, zǒurén, "someone walks: out", loses someone]\n'
        assert page.locator(".composer .preview").inner_text().split() == "走人 zǒurén someone walks: out".split()
        assert mended(page, project) == []
        page.keyboard.press("Escape")
        expect(page.locator(".composer")).to_have_count(0)
        assert page.evaluate("() => String(getSelection())") == ""
        better(page, "了。")  # has nothing that renders it
        fill(page, gloss="(now so)", rendering="again")
        assert mended(page, project) == []
        assert "[了, le, (now so), again]" not in page.evaluate(FILE)  # what is in brackets is quoted


def test_what_the_engine_would_refuse_is_told_while_it_is_written(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        better(page, "走人了。")
        said = {name: page.locator(f"#compose-{name}-said") for name in ("reading", "gloss", "rendering")}
        page.evaluate("navigator.clipboard.writeText('from before')")  # the browser and its clipboard are shared
        page.get_by_role("button", name="Copy").click()
        expect(said["gloss"]).to_have_text("This is what it says now: write what is better.")
        expect(page.locator("#compose-gloss")).to_be_focused()
        fill(page, gloss="", reading="zǒu", rendering="someone loses")
        expect(said["gloss"]).to_have_text("This is needed.")
        expect(said["reading"]).to_contain_text("1 syllable for 2 characters")
        expect(said["rendering"]).to_contain_text("“someone loses” is not in the English of the paragraph")
        fill(page, reading="", rendering="The … heart … some")  # of “some” only within a longer word
        expect(said["reading"]).to_have_text("Write how it is read here.")
        expect(said["rendering"]).to_contain_text("“some” is not in the English")
        fill(page, rendering="the")
        expect(said["rendering"]).to_have_text("")
        page.get_by_role("button", name="Copy").click()
        assert page.evaluate("navigator.clipboard.readText()") == "from before"
        fill(page, gloss="walk out", reading="zǒu rén")
        page.get_by_role("button", name="Copy").click()
        expect(page.locator(".composer .status")).to_have_text(
            "Copied: it goes in the place of [走人, zǒurén, clear out, loses someone] in line 6 of the file."
        )
        copied(page, page.evaluate(FILE))


def test_the_ways_out_are_those_of_notes_and_the_draft_is_kept(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        better(page, "人走了")  # under a claim: from the note that has the word at its head
        assert values(page)[1] == "person"
        expect(page.locator(".composer .where")).to_have_text(f"{ROWS}, line 10")
        fill(page, gloss="man & woman")
        assert leave(page, "Propose on GitHub") == f"{REPOSITORY}/edit/trunk/{ROWS}"
        page.bring_to_front()
        copied(page, '[人, rén, "man & woman", The man]\n')
        form = parse_qs(urlsplit(leave(page, "Send as an issue")).query)
        assert form.pop("template") == ["word.yml"]
        assert form.pop("title") == ["Word: 人, ¶ 1"]
        known = {element["id"]: element for element in FORMS["word.yml"]["body"] if "id" in element}
        assert set(form) <= set(known)
        assert {name for name, element in known.items() if element.get("validations")} <= set(form)
        assert (form["better"], form["paragraph"]) == (["man & woman"], ["1"])
        assert form["was"] == ["[人, rén, person, The man]"]
        page.keyboard.press("Escape")
        better(page, "走人了。")
        drafts = page.locator(".composer .drafts")
        drafts.locator("summary").click()
        drafts.get_by_role("button", name="Word: 人, ¶ 1").click()
        expect(page.locator("#compose-gloss")).to_have_value("man & woman")
        page.get_by_role("button", name="Discard it").click()
        expect(page.locator("#compose-gloss")).to_have_value("person")
        page.get_by_label("Kind of note").select_option("glosses")  # and a note on it is one choice away
        expect(page.locator("#compose-terms")).to_have_value("人")


def test_by_keyboard_from_the_word_that_is_walked_to_and_back(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        page.locator("#p-1 .number").focus()
        for key in ("ArrowRight", "ArrowRight"):
            page.keyboard.press(key)
        expect(page.locator(".word-card b")).to_have_text("走人")
        for key in ("Enter", "Enter"):
            page.keyboard.press(key)
        expect(page.locator("#compose-gloss")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#p-1 .number")).to_be_focused()


# -- the rules, and the engine's own -----------------------------------------------------------------------------------

ROWS_OF_PAGE = """async () => {
  const [{ readText, rangeOf }, { rowAt }, words] = await Promise.all(
    ["text", "row", "words"].map(name => import(`/assets/${name}.js`)))
  await words.fetchWords()
  const edition = document.querySelector(".edition"), text = readText(edition)
  return [...document.querySelectorAll(".edition .words")].map(leaf => {
    const all = words.wordsIn(leaf).filter(words.isTold)
    return all.map(word => { const { row, line } = rowAt(rangeOf(word.range, text), text); return [line, row] })
  })
}"""


def test_each_row_of_the_article_is_known_with_its_line(visit: Open, root: Path) -> None:
    sections = open_project(root).edition.interlinear["lede"].paragraphs
    wanted = [
        [[row.place.line, {name: getattr(row, name) for name in ("form", "reading", "gloss", "rendering")}]
         for row in entry.words]
        for entry in sections
    ]  # fmt: skip
    with visit("article/01-lede/") as page:
        assert page.evaluate(ROWS_OF_PAGE) == wanted
