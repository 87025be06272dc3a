"""From words chosen on the page to a note that the engine takes: the menu, the form, its file and the ways out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from edition import Problem, check, errors, open_project, schemas
from edition.anchoring import with_marks
from edition.checking.quality import LINE, LINES
from edition.commands.markdown import html_of
from edition.model import Bio, FactCheck, Note
from edition.problems import SourceFile
from edition.reading.records import read_record
from edition.reading.values import Context
from edition.reading.yaml_file import compose as parse_yaml
from tests.anchoring.test_pinyin import NUMBERED
from tests.browser.conftest import Open, rest, visitor
from tests.github.test_issue_forms import FORMS
from tests.html import parse
from tests.once import Once
from tests.patience import DEADLINE, becomes
from tests.serving import served
from tests.test_adapter import build, copy_edition

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


@pytest.fixture(scope="module")
def composed(root: Path, once: Once) -> Path:
    """The small Chinese edition, with a repository, and its site."""

    def make(folder: Path) -> None:
        project = copy_edition("chinese", folder, root)
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings_:
            settings_.write(f"repo_url: {REPOSITORY}\nedit_uri: edit/trunk/docs/\n")
        done = build(project, project / "site", REPO_URL="")
        assert done.returncode == 0, done.stderr

    return once("composer", make)


@pytest.fixture
def project(composed: Path, tmp_path: Path) -> Path:
    """A copy of its own, to which a note may be added."""
    return shutil.copytree(composed, tmp_path / "project")


@pytest.fixture(scope="module")
def small(composed: Path) -> Iterator[str]:
    """Where its site is served."""
    with served(composed / "site") as address:
        yield address


@pytest.fixture
def visit_small(browser: Browser, small: str) -> Open:
    """As `visit`, for the small edition. What GitHub would answer is an empty page."""

    def prepare(context: BrowserContext) -> None:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.route("https://github.com/**", lambda route: route.fulfill(body="<title>GitHub</title>"))

    visit = visitor(browser, small, prepare)

    @contextmanager
    def open_page(path: str, *arguments: Any, **options: Any) -> Iterator[Page]:
        with visit(path, *arguments, **options) as page:
            yield page

    return open_page


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


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        control = page.locator(f"#compose-{name}")
        if control.evaluate("control => control.localName") == "select":
            control.select_option(value)
        else:
            control.fill(value)


def fill_gloss(page: Page, **values: str) -> None:
    fill(page, **{"pinyin": "lízhí shēngmíng", "literal": "leave post, statement", "meaning": "a farewell note",
                  "register": "journalistic", **values})  # fmt: skip


def problems_with(project: Path, path: str, text: str) -> tuple[list[Problem], Note | None]:
    """What the engine says of the edition with this file, and the note that it reads there."""
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    try:
        opened = open_project(project)
        return errors(check(opened, html_of)[1]), {note.id: note for note in opened.edition.notes}.get(file.stem)
    finally:
        file.unlink()


def test_the_mouse_chooses_words_and_escape_gives_them_back(visit_small: Open) -> None:
    with visit_small("article/03-end/") as page:
        first, last = page.evaluate(CHOOSE, ["离职的人", "离职的人"])
        page.evaluate("getSelection().removeAllRanges()")
        page.mouse.move(first["left"] + 1, (first["top"] + first["bottom"]) / 2)
        page.mouse.down()
        page.mouse.move(last["right"] - 1, (last["top"] + last["bottom"]) / 2, steps=4)
        assert not page.locator(".composer-menu").is_visible()
        page.mouse.up()
        page.wait_for_function(FETCHED)
        page.locator(".composer-menu").get_by_role("button", name="Fact check").click()
        form = page.get_by_role("dialog", name="Write a note")
        expect(form.locator("#compose-exact")).to_have_value("离职的人")
        expect(form.locator("#compose-claim")).to_be_focused()
        page.keyboard.press("Escape")
        expect(form).to_have_count(0)
        becomes(lambda: page.evaluate("() => getSelection().toString()"), "离职的人")
        expect(page.locator(".words:focus")).to_contain_text("离职的人")


def test_the_keyboard_reaches_the_menu_and_the_form_and_comes_back(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        mark = page.locator("a.mark").first
        mark.focus()
        choose(page, "奥特曼")
        page.keyboard.press("a")
        menu = page.locator(".composer-menu")
        expect(menu.get_by_role("button", name="Bio")).to_be_focused()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        expect(menu.get_by_role("button", name="Fact check")).to_be_focused()
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(mark).to_be_focused()
        page.keyboard.press("a")
        expect(menu.get_by_role("button", name="Bio")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#compose-terms")).to_have_value("奥特曼")
        expect(page.locator("#compose-name")).to_be_focused()
        page.keyboard.type("a[")  # the page's own keys rest
        expect(page.locator("#compose-name")).to_have_value("a[")
        page.keyboard.press("Escape")
        expect(page.locator(".composer")).to_have_count(0)
        expect(mark).to_be_focused()


def test_without_a_selection_the_words_are_typed_and_the_place_is_chosen(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        button = page.get_by_role("button", name="Add a note")
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".composer")
        fill(page, exact="没有这样的话")
        expect(page.locator("#compose-exact-said, #compose-target-said")).to_contain_text("do not stand")
        fill(page, exact="心还在")
        places = page.get_by_label("Which of the places")
        expect(places.locator("option")).to_have_count(2)
        first = page.evaluate(FILE)
        wanted = 'target: {section: begin, exact: "心还在", suffix: ","}'
        assert wanted not in first
        places.select_option(index=1)
        becomes(lambda: wanted in page.evaluate(FILE), True)
        page.keyboard.press("Escape")
        expect(button).to_be_focused()


def test_by_touch_on_a_narrow_screen_the_form_leaves_the_words_in_sight(visit_small: Open) -> None:
    with visit_small("article/01-begin/", 390, 844, has_touch=True, is_mobile=True) as page:
        choose(page, "留下的是")
        menu = page.locator(".composer-menu")
        box = menu.bounding_box()
        assert box and box["y"] + box["height"] <= 844 and box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert all(button.bounding_box()["height"] >= 24 for button in menu.get_by_role("button").all())
        menu.get_by_role("button", name="Gloss").tap()
        form = page.locator(".composer")
        form.wait_for()
        words = page.evaluate("[...CSS.highlights.get('composed')][0].getBoundingClientRect().bottom")
        top = form.bounding_box()
        assert top and words <= top["y"] + 0.5
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        form.get_by_role("button", name="Close").tap()
        expect(form).to_have_count(0)


def test_a_selection_across_paragraphs_leaves_out_the_apparatus(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Fact check", "说,人走了,心还在", "人走了")
    with visit_small("article/02-middle/") as page:
        compose(page, "Fact check", "奥", "第二")
        exact = page.locator("#compose-exact").input_value()
        assert exact == "奥特曼 <没有> 说话。é 与 é,😀 与 𠮷。 第一 第二".replace("é", "é")


def test_the_file_of_each_kind_is_taken_by_the_engine(visit_small: Open, project: Path) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill_gloss(page, note="A *note*:\n\n- one\n- two")
        found, note = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert found == [] and note and note.all_terms == ("离职声明",)
        page.get_by_label("in this place only").check()
        becomes(lambda: "target:" in page.evaluate(FILE), True)
        found, note = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert found == [] and note and note.all_targets[0].exact == "离职声明"

        page.keyboard.press("Escape")
        compose(page, "Bio", "图:离职")
        fill(
            page, name="A “picture”: its caption", kind="concept", summary='It says: "left" \\ #1', sources="note-2026"
        )
        found, note = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert found == [] and note and note.id == "a-picture-its-caption"

        page.keyboard.press("Escape")
        compose(page, "Fact check", "心还在")
        fill(page, claim="The heart is still there.", rating="opinion", summary="- Nobody can know.", explanation="No.")
        page.get_by_label("Source", exact=True).fill("note-2026")
        page.get_by_label("What it shows", exact=True).fill("Nothing: at all")
        found, note = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert found == [] and note and note.all_targets[0].section == "begin"
        expect(page.locator(".composer .preview .note.check")).to_have_text(
            re.compile(r"\s*❝ Opinion\. - Nobody can know\."), use_inner_text=True
        )

        page.get_by_label("Kind of note").select_option("sources")
        fill(page, title="A second note", type="webpage", URL="https://example.org/2", issued="2026-02")
        found, _ = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert found == []


def test_what_the_engine_would_refuse_is_told_before(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        page.evaluate("navigator.clipboard.writeText('from before')")  # the browser and its clipboard are shared
        page.get_by_role("button", name="Copy").click()
        for name in ("literal", "meaning", "register"):
            expect(page.locator(f"#compose-{name}-said")).to_have_text("This is needed.")
        expect(page.locator("#compose-literal")).to_have_attribute("aria-invalid", "true")
        expect(page.locator("#compose-literal")).to_be_focused()
        fill_gloss(page, id="openai", note="<b>bold</b>", terms="Open")
        page.get_by_role("button", name="Copy").click()
        expect(page.locator("#compose-id-said")).to_contain_text("taken")
        expect(page.locator("#compose-note-said")).to_contain_text("HTML")
        expect(page.locator("#compose-terms-said")).to_contain_text("longer word")
        assert page.evaluate("navigator.clipboard.readText()") == "from before"
        fill_gloss(page, id="open-ai", note="`<b>`", terms="离职声明", sources="nobody")
        page.get_by_role("button", name="Copy").click()
        page.get_by_text("Copied. Save it as").wait_for()
        expect(page.locator("#compose-sources-said")).to_contain_text("Not yet in the bibliography: nobody")


def test_a_word_that_has_a_note_already_is_told_at_once_with_its_address(visit_small: Open, small: str) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "王座")
        said = page.locator("#compose-terms-said")
        assert said.inner_text().startswith("“王座” has a gloss already: throne. Mend that one")
        assert said.get_by_role("link").get_attribute("href") == f"{small}glosses/#throne"
        fill_gloss(page, id="second")
        page.get_by_role("button", name="Copy").click()
        page.get_by_text("Copied. Save it as").wait_for()  # told, and not forbidden
        page.get_by_label("in this place only").check()
        assert "“王座” has a gloss already" in page.locator("#compose-target-said").inner_text()
        page.keyboard.press("Escape")
        compose(page, "Bio", "留下的")
        assert page.locator("#compose-terms-said").inner_text() == ""
        fill(page, name="openai")
        assert "“openai” has a bio already: openai" in page.locator("#compose-terms-said").inner_text()


def test_a_longer_word_that_would_hide_another_note_is_told_while_it_is_made(visit_small: Open, project: Path) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "又双叒叕走人")
        fill_gloss(page)
        said = page.locator("#compose-terms-said")
        assert (
            "take each place of “又双叒叕” from the gloss you-shuang-ruo-zhuo, which would show nowhere"
            in said.inner_text()
        )
        found, _ = problems_with(project, "annotations/glosses/again.yml", page.evaluate(FILE))
        assert [problem.place.file.path for problem in found] == [
            "annotations/glosses/again.yml", "annotations/glosses/you-shuang-ruo-zhuo.yml",
        ]  # fmt: skip
        page.get_by_label("in this place only").check()
        assert page.locator("#compose-target-said").inner_text() == ""
        assert problems_with(project, "annotations/glosses/again.yml", page.evaluate(FILE))[0] == []
    with visit_small("article/02-middle/") as page:
        compose(page, "Gloss", "里的王座")
        said = page.locator("#compose-terms-said").inner_text()
        assert "take each place of “王座” from the gloss throne in this section; it must still show in another" in said


def test_digits_for_tones_are_told_and_mended_on_a_word(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill_gloss(page, pinyin="li2zhi2 sheng1ming2")
        said = page.locator("#compose-pinyin-said")
        page.locator("#compose-literal").focus()
        assert said.inner_text().startswith("Tones are written as marks, not as digits: lízhí shēngmíng")
        said.get_by_role("button", name="Write it so").click()
        assert page.locator("#compose-pinyin").input_value() == "lízhí shēngmíng"
        assert said.inner_text() == ""
        fill(page, pinyin="lizhi shengming")
        assert said.inner_text().startswith("No tone is marked here")


def test_a_source_in_words_is_told_what_is_wanted_and_a_new_one_is_begun_from_there(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill_gloss(page, sources="I read it in a paper")
        page.locator("#compose-literal").focus()
        told = page.locator("#compose-sources-said").inner_text()
        assert told.startswith("“I read it in a paper” is no id of a source. A source is a file of its own")
        fill(page, sources="note-2026, some-paper-2026")
        page.get_by_role("button", name="Write “some-paper-2026”").click()
        page.wait_for_selector("#compose-URL")
        assert page.locator("#compose-id").input_value() == "some-paper-2026"
        fill(page, title="Some paper", type="webpage")
        assert "sources/some-paper-2026.yml" in page.locator(".composer .where").inner_text()
        page.get_by_label("Kind of note").select_option("glosses")
        assert page.locator("#compose-meaning").input_value() == "a farewell note"
        page.get_by_role("button", name="Write “some-paper-2026”").click()
        assert page.locator("#compose-title").input_value() == "Some paper"


def leave(page: Page, words: str) -> str:
    with page.expect_popup() as popup:
        page.get_by_role("link", name=words).click()
    return popup.value.url


def copied(page: Page, text: str) -> None:
    page.bring_to_front()  # a page that is not in front may not read the clipboard
    becomes(lambda: page.evaluate("() => navigator.clipboard.readText()"), text)


def test_the_ways_out_name_the_file_fill_the_form_and_the_clipboard(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill_gloss(page, note="Words with & and # and 100% + “quotes”.")
        page.get_by_label("in this place only").check()
        text = page.evaluate(FILE)
        address = leave(page, "Propose on GitHub")
        assert address.startswith(f"{REPOSITORY}/new/trunk?filename=annotations/glosses/lizhi-shengming.yml&")
        assert parse_qs(urlsplit(address).query)["value"] == [text]
        copied(page, text)
        form = parse_qs(urlsplit(leave(page, "Send as an issue")).query)
        assert form["template"] == ["gloss.yml"]
        assert form["exact"] == ["离职声明"] and form["section"] == ["begin"] and form["meaning"] == ["a farewell note"]

        fill(page, note="漢" * 2000)
        for words in ("Propose on GitHub", "Send as an issue"):
            address = leave(page, words)
            assert len(address) <= 7500
            assert "%E6%BC%A2" not in address
            expect(page.locator(".composer .status")).to_contain_text("too long")
        copied(page, page.evaluate(FILE))


def test_without_a_repository_there_is_only_the_copy_and_no_link_to_one(visit: Open, site: Path) -> None:
    with visit("article/04-hearts/") as page:
        compose(page, "Gloss", "来解释")
        expect(page.locator(".composer .way")).to_have_text(["Copy"])
        page.keyboard.press("Escape")
        expect(page.locator(".composer")).to_have_count(0)
        page.locator(".note summary").first.click()
        expect(page.locator(".note[open]:visible")).to_have_count(1)
        page.evaluate("() => import('/assets/elsewhere.js')")  # which would have written them
        assert page.locator(".ways").count() == 0
    assert not any('class="ways"' in path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


def test_a_draft_survives_a_reload_until_it_is_discarded(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill_gloss(page)
        page.reload()
        rest(page)
        compose(page, "Gloss", "离职声明")
        expect(page.locator("#compose-meaning")).to_have_value("a farewell note")
        page.get_by_role("button", name="Discard it").click()
        expect(page.locator("#compose-meaning")).to_have_value("")
        page.keyboard.press("Escape")
        expect(page.locator(".composer")).to_have_count(0)
        expect(page.locator(".composer-menu")).to_be_hidden()  # it was sent away; the words stay chosen
        page.keyboard.press("a")
        page.locator(".composer-menu").get_by_role("button", name="Gloss").click()
        expect(page.locator("#compose-meaning")).to_have_value("")


def test_a_browser_that_keeps_nothing_composes_all_the_same(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        page.evaluate("() => { Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }}) }")
        compose(page, "Gloss", "离职声明")
        fill_gloss(page)
        assert "a farewell note" in page.evaluate(FILE)


def test_every_note_leads_to_its_file_its_history_and_a_report(visit_small: Open, project: Path) -> None:
    with visit_small("article/01-begin/") as page:
        note = page.locator(".note[data-note=openai]").first
        note.locator("summary").click()
        note.locator(".ways").wait_for()
        links = {link.inner_text(): link.get_attribute("href") for link in note.locator(".ways a").all()}
        page.locator(".note[data-note=openai] summary").first.click()
    path = "trunk/annotations/bios/openai.yml"
    assert links["Edit"] == f"{REPOSITORY}/edit/{path}" and links["History"] == f"{REPOSITORY}/commits/{path}"
    form = parse_qs(urlsplit(links["Report"] or "").query)
    assert form == {"template": ["report.yml"], "note": ["bios/openai"], "title": ["Report: bios/openai"]}
    own = parse((project / "site/bios/openai/index.html").read_text(encoding="utf-8"))
    shown = [element for element in own.iter() if element.get("class") == "ways"]
    found = {link.text: link.get("href") for link in shown[0].iter("a")}
    assert len(shown) == 1 and found["Edit"] == links["Edit"] and found["History"] == links["History"]
    assert parse_qs(urlsplit(found["Report"]).query) == form
    for kind in ("glosses", "variants"):
        files = {path.stem for path in (project / "annotations" / kind).glob("*.yml")}
        html = (project / "site" / kind / "index.html").read_text(encoding="utf-8")
        assert {name for name in files if f"/edit/trunk/annotations/{kind}/{name}.yml" in html} == files


@pytest.fixture(scope="module")
def rules(browser: Browser, small: str) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(DEADLINE * 1000)
    page.goto(small + "404.html")
    page.evaluate("async () => { window.rules = await import('/assets/note.js') }")
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


ISSUE = """kind => {
  const {fields, form} = rules.KINDS[kind]
  const values = {where: "here", evidence: [{source: "x", stance: "context", note: "x"}]}
  for (const name of Object.keys(fields)) values[name] ||= "x"
  const note = rules.noteOf(kind, values, {exact: "x", prefix: "x"}, "begin")
  const terms = kind === "glosses" && rules.noteOf(kind, {terms: "x"}, null, "begin")
  return form && [form, rules.issueForm({repository: ""}, kind, "id", {...terms, ...note}).address]
}"""


@pytest.mark.parametrize("kind", ["bios", "fact-checks", "glosses", "sources"])
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


@pytest.mark.parametrize(("written", "wanted"), NUMBERED)
def test_tones_become_marks_as_in_the_engine(rules: Page, written: str, wanted: str) -> None:
    marks = "async text => (await import('/assets/tones.js')).withMarks(text)"
    assert rules.evaluate(marks, written) == wanted


SYLLABLES = sorted({to_normal(item) for listed in PINYIN_DICT.values() for item in listed.split(",")})


def test_every_syllable_gets_its_mark_as_in_the_engine(rules: Page) -> None:
    spoken = [syllable for syllable in SYLLABLES if re.search("[aeiouü]", syllable)]
    assert len(spoken) > 400
    written = [f"{syllable}{tone}" for syllable in spoken for tone in range(1, 5)]
    marks = (
        "async texts => { const tones = await import('/assets/tones.js'); return texts.map(t => tones.withMarks(t)) }"
    )
    answered = rules.evaluate(marks, written)
    assert answered == [with_marks(text) for text in written]


HINTS = "([kind, note]) => rules.hintsOf(kind, note, {sources: {}}).summary || ''"


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize(("kind", "lines"), [("bios", LINES[Bio]), ("fact-checks", LINES[FactCheck])])
def test_a_summary_is_too_long_for_the_margin_where_the_engine_says_so(
    rules: Page, kind: str, lines: int, more: int
) -> None:
    note = {"name": "Tworek", "name_zh": "特沃", "rating": "opinion"}
    shown = len("Tworek 0000 ") if kind == "bios" else len("? opinion. ")
    note["summary"] = "漢e\u0301" + "x" * (lines * LINE - shown - 3 + more)
    hint = rules.evaluate(HINTS, [kind, note])
    assert bool(hint) == bool(more)
    assert not more or f" {lines * LINE} letters" in hint
