"""From words chosen on the page to the form: by mouse, keyboard and touch."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from tests.browser.composer.acting import CHOOSE, FETCHED, FILE, choose, compose, fill
from tests.browser.conftest import Open, rest
from tests.patience import becomes


def test_the_mouse_chooses_words_and_escape_gives_them_back(visit_small: Open) -> None:
    with visit_small("article/03-end/") as page:
        for _ in range(2):  # as the menu comes for the first time, its stylesheet does as well
            first, last = page.evaluate(CHOOSE, ["离职的人", "离职的人"])
            page.evaluate("getSelection().removeAllRanges()")
            rest(page)
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


def test_on_a_slow_line_the_menu_comes_with_its_stylesheet_and_stands_under_the_words(visit_small: Open) -> None:
    held: list[Route] = []
    with visit_small("article/01-begin/") as page:
        page.route("**/composer.css", lambda route: held.append(route))
        page.evaluate(CHOOSE, ["奥特曼", "奥特曼"])
        page.wait_for_selector(".composer-menu", state="attached")
        page.wait_for_timeout(400)  # longer than the menu waits for a choice to end
        assert held and not page.locator(".composer-menu").is_visible()
        held[0].continue_()
        menu = page.locator(".composer-menu")
        expect(menu).to_be_visible()
        words = page.evaluate("() => getSelection().getRangeAt(0).getBoundingClientRect().bottom")
        box = menu.bounding_box()
        assert box and abs(box["y"] - words - 8) < 1 and box["height"] < 60


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
