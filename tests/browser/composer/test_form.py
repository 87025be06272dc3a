"""What is filled in becomes a file that the engine takes; what it would refuse is told before."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.composer.acting import FILE, compose, fill, fill_gloss, problems_with
from tests.browser.conftest import Open
from tests.patience import becomes


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
        shown = page.locator(".composer .preview .note.check")
        expect(shown).to_have_text(re.compile(r"\s*❝ Opinion\. - Nobody can know\."), use_inner_text=True)
        expect(shown).to_contain_text(re.compile(r"Checked \d{1,2} [A-Z][a-z]+ 20\d\d$"))

        page.get_by_label("Kind of note").select_option("sources")
        fill(page, title="A second note", type="webpage", URL="https://example.org/2", issued="2026-02")
        found, _ = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert found == []
        expect(page.locator(".composer .preview")).to_contain_text("A second note, February 2026.")
        fill(page, issued="2026-02-3")  # and while a day is not yet written to its end
        expect(page.locator(".composer .preview")).to_contain_text("A second note, 2026-02-3.")


def test_words_in_which_a_term_only_happens_to_stand_are_excepted(visit_small: Open, project: Path) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Gloss", "离职声明")
        fill_gloss(page, **{"except": "心还在"})
        page.locator("#compose-literal").focus()
        expect(page.locator("#compose-except-said")).to_contain_text("holds none of the note’s words")
        fill_gloss(page, terms="心", **{"except": "心 还在"})
        page.locator("#compose-literal").focus()
        assert page.locator("#compose-except").input_value() == "心还在"
        expect(page.locator("#compose-except-said")).to_contain_text("its own form is taken")
        found, note = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert note and note.all_excepted == ("心还在",)
        assert not [problem for problem in found if "心还在" in problem.message]
        page.get_by_label("in this place only").check()
        expect(page.locator("#compose-except")).to_be_hidden()
        becomes(lambda: "except:" in page.evaluate(FILE), False)

        page.keyboard.press("Escape")
        compose(page, "Bio", "离职")
        fill(page, name="X", kind="concept", summary="It says.", sources="note-2026", **{"except": "离职声明"})
        found, note = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert found == [] and note and note.all_excepted == ("离职声明",)


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
        fill_gloss(page, reading="li2zhi2 sheng1ming2")
        said = page.locator("#compose-reading-said")
        page.locator("#compose-literal").focus()
        assert said.inner_text().startswith("Tones are written as marks, not as digits: lízhí shēngmíng")
        said.get_by_role("button", name="Write it so").click()
        assert page.locator("#compose-reading").input_value() == "lízhí shēngmíng"
        assert said.inner_text() == ""
        fill(page, reading="lizhi shengming")
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


def test_signs_of_another_width_are_taken_in_the_article_s_own_form_and_told(visit_small: Open, project: Path) -> None:
    with visit_small("article/01-begin/") as page:
        compose(page, "Fact check", "人走了,心还在")
        fill(page, exact="人走了，心还在")
        expect(page.locator("#compose-exact-said, #compose-target-said").first).to_contain_text(
            "The article has , where you wrote ，: its own form is taken."
        )
        assert 'exact: "人走了,心还在"' in page.evaluate(FILE)
        page.keyboard.press("Escape")
        compose(page, "Gloss", "离职声明")
        page.get_by_label("wherever these words stand").check()
        fill_gloss(page, terms="离 职声明\n人走了，心还在")
        page.locator("#compose-literal").focus()
        assert page.locator("#compose-terms").input_value() == "离职声明\n人走了,心还在"
        expect(page.locator("#compose-terms-said")).to_contain_text("its own form is taken")
        found, _ = problems_with(project, page.locator(".composer .where").inner_text(), page.evaluate(FILE))
        assert found == []
