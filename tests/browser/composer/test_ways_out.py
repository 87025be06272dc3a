"""To GitHub, to an issue, to the clipboard; and the draft that is kept until then."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, expect

from tests.browser.composer.acting import FILE, REPOSITORY, compose, copied, fill, fill_gloss, leave, problems_with
from tests.browser.conftest import Open, rest, visitor
from tests.html import parse
from tests.serving import served


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


def test_a_draft_that_stands_in_two_windows_is_one(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill(page, meaning="a farewell")
        other = page.context.new_page()
        other.goto(page.url)
        rest(other)
        compose(other, "Gloss", "离职声明")
        fill(other, literal="leave post, statement")
        expect(page.locator("#compose-literal")).to_have_value("leave post, statement")
        page.bring_to_front()
        fill(page, meaning="a farewell note")  # what was written there is not undone here
        expect(other.locator("#compose-meaning")).to_have_value("a farewell note")
        expect(other.locator("#compose-literal")).to_have_value("leave post, statement")
        other.bring_to_front()
        other.get_by_role("button", name="Discard it").click()
        expect(page.locator("#compose-meaning")).to_have_value("")
        other.keyboard.press("Escape")
        compose(other, "Bio", "心还在")
        fill(other, name="The heart")
        expect(page.locator(".composer .drafts summary")).to_have_text("Drafts (1)")
        fill(other, name="The heart, still there")  # another draft is none of this window's
        expect(page.locator(".composer")).to_have_count(1)
        other.close()


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


def test_the_header_names_the_repository_whole(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        name = page.locator(".md-header .md-source__repository")
        expect(name).to_have_text("GitHub")
        assert name.evaluate("name => name.scrollWidth <= name.clientWidth")


def test_the_english_leads_to_its_sentence_and_to_those_who_can_better_it(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        paragraph = page.locator(".words:has(.number)").first  # a heading has none
        english = paragraph.locator(".en .s").first
        english.evaluate(
            "part => { const range = document.createRange(); range.selectNodeContents(part);"
            " getSelection().removeAllRanges(); getSelection().addRange(range) }"
        )
        page.wait_for_selector(".composer-menu:visible")
        wish = parse_qs(urlsplit(page.locator(".composer-menu a").get_attribute("href") or "").query)
        assert wish["title"] == ["Note wanted: begin"]
        assert "need a note: “" in wish["problem"][0]
        page.locator(".composer-menu").get_by_role("button", name="Gloss").click()
        page.wait_for_selector(".composer")
        page.get_by_label("in this place only").check()
        words = page.locator("#compose-exact").input_value()
        assert words and words in wish["problem"][0]
        page.keyboard.press("Escape")
        paragraph.locator(".number").click()
        page.locator(".cite a").first.wait_for()
        links = {link.inner_text(): link.get_attribute("href") for link in page.locator(".cite a").all()}
        assert links["Edit the English"] == f"{REPOSITORY}/edit/trunk/annotations/translations/begin.yml"
        form = parse_qs(urlsplit(links["Suggest a better translation"] or "").query)
        assert form["template"] == ["report.yml"]
        assert form["note"][0].startswith("paragraph ") and form["note"][0].endswith(" (begin)")
        original, rendered, better = form["problem"][0].split("\n\n")
        assert words in original and rendered and better.strip() == "Better:"


def test_what_is_told_of_a_long_paragraph_has_room_in_an_address(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        report, wish = page.evaluate(
            """async () => {
              const elsewhere = await import(new URL("../../assets/elsewhere.js", location.href).href)
              const texts = ["走𠮷".repeat(2000), "Go away. ".repeat(900)]
              const report = elsewhere.editLinksOfParagraph("1", "begin", ...texts).at(-1).href
              return [report, elsewhere.requestPage("begin", "走".repeat(9000))]
            }"""
        )
        assert max(len(report), len(wish)) < 7500
        original, rendered, better = parse_qs(urlsplit(report).query)["problem"][0].split("\n\n")
        assert original.startswith("走𠮷走") and rendered.startswith("Go away. Go") and better == "Better: "
        assert original[-1] == rendered[-1] == "…"
        assert parse_qs(urlsplit(wish).query)["problem"][0].endswith("走…”")


def test_every_source_can_be_mended_and_told_of(project: Path) -> None:
    html = (project / "site/sources/index.html").read_text(encoding="utf-8")
    for path in (project / "annotations/sources").glob("*.yml"):
        assert f'href="{REPOSITORY}/edit/trunk/annotations/sources/{path.name}"' in html
        assert f"note=sources%2F{path.stem}" in html


def test_drafts_are_listed_taken_up_again_and_marked_as_sent(visit_small: Open) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill_gloss(page)
        leave(page, "Propose on GitHub")
        page.bring_to_front()
        page.keyboard.press("Escape")
        compose(page, "Fact check", "心还在")
        fill(page, claim="The heart is still there.")
        drafts = page.locator(".composer .drafts")
        expect(drafts.locator("summary")).to_have_text("Drafts (1)")
        drafts.locator("summary").click()
        expect(drafts).to_contain_text("Gloss: 离职声明")
        expect(drafts).to_contain_text("(sent on 20")
        expect(drafts).to_have_css("border-top-width", "0px")  # no callout of the theme's
        drafts.get_by_role("button", name="Gloss: 离职声明").click()
        expect(page.locator("#compose-meaning")).to_have_value("a farewell note")
        expect(page.locator(".composer .restored")).to_contain_text("You sent this on 20")
        fill(page, meaning="a note of farewell")
        page.keyboard.press("Escape")
        page.mouse.click(2, 500)  # beside the text: the words, chosen once more as the form closed, are let go
        compose(page, "Gloss", "离职声明")
        expect(page.locator(".composer .restored")).to_contain_text("Your draft is back")
        assert page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('edition.drafts'))") == [
            "edition.drafts:/"
        ]


def test_a_variant_is_written_in_the_form(visit_small: Open, project: Path) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        page.get_by_label("Kind of note").select_option("variants")
        fill(page, id="a-letter", position="replaces")
        page.get_by_label("Its words").fill("告别信")
        page.get_by_role("button", name="One more").click()
        text = page.evaluate(FILE)
        found, note = problems_with(project, page.locator(".composer .where").inner_text(), text)
        assert found == [] and note and note.all_targets[0].exact == "离职声明"
        assert 'text: "告别信"' in text
        page.get_by_label("Its words").first.fill("")
        text = page.evaluate(FILE)
        assert "omits: true" in text
        assert problems_with(project, page.locator(".composer .where").inner_text(), text)[0] == []


def test_a_draft_of_one_edition_is_none_of_another_of_the_same_host(
    browser: Browser, project: Path, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        copytree(project / "site", tmp_path / name)
    with served(tmp_path) as address, visitor(browser, address)("one/article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill_gloss(page)
        page.goto(page.url.replace("/one/", "/two/"))
        rest(page)
        compose(page, "Gloss", "离职声明")
        expect(page.locator("#compose-meaning")).to_have_value("")
        expect(page.locator(".composer .drafts")).to_be_hidden()
        page.goto(page.url.replace("/two/", "/one/"))
        rest(page)
        compose(page, "Gloss", "离职声明")
        expect(page.locator("#compose-meaning")).to_have_value("a farewell note")
