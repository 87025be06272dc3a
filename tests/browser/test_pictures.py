"""The pictures in a real browser: each a way into the notes, on a phone and on a desk, by touch and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

WIDTHS = [390, 1440]
SMALL_TARGETS = """selector => [...document.querySelectorAll(selector)].map(e => e.getBoundingClientRect())
    .filter(box => box.width < 23.5 || box.height < 23.5).length"""
OVERLAPPING = """selector => {
    const boxes = [...document.querySelectorAll(selector)].map(e => e.getBoundingClientRect())
    return boxes.some((a, i) => boxes.some((b, j) => i < j &&
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1))
}"""


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_square_is_named_by_its_verdict_and_leads_to_its_check(visit: Open, width: int, script: bool) -> None:
    with visit("", width, java_script_enabled=script) as page:
        square = page.get_by_role("link", name=re.compile(r"^Inaccurate: ")).first
        name = square.locator(".name")
        claim = (name.text_content() or "").removeprefix("Inaccurate: ")
        assert page.evaluate(SMALL_TARGETS, ".row a") == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        square.focus()
        expect(name).to_have_css("clip-path", "none")  # who goes by keyboard sees the claim too
        square.click()
        page.wait_for_url("**/fact-checks/*/")
        assert claim in (page.locator("h1").text_content() or "")
        assert "Inaccurate" in (page.locator(".lead").text_content() or "")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_mark_leads_to_its_line_and_the_line_to_its_note(visit: Open, width: int) -> None:
    with visit("pictures/", width, 900) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL_TARGETS, ".years .hit") == 0
        assert not page.evaluate(OVERLAPPING, ".years .hit")
        mark = page.get_by_role("link", name=re.compile(r"^5 January 2026\. ")).first
        mark.click()
        line = page.locator("tr:target")
        expect(line).to_be_in_viewport()
        expect(line.locator("time")).to_have_text("5 January 2026")
        line.get_by_role("link").first.click()
        page.wait_for_url("**/bios/*/#events")
        expect(page.locator("#events")).to_be_in_viewport()


def test_who_left_leads_to_the_bio_and_the_table_opens_without_script(visit: Open) -> None:
    with visit("pictures/", 390, java_script_enabled=False) as page:
        rows = page.locator(".moves > li")
        assert rows.count() >= 3
        assert page.locator(".behind td").first.is_visible() is False
        page.locator(".behind summary").first.click()
        assert page.locator(".behind tbody").first.locator("tr").count() == rows.count()
        expect(page.locator(".behind td").first).to_be_visible()
        name = rows.first.get_by_role("link").first.text_content() or ""
        rows.first.get_by_role("link").first.click()
        page.wait_for_url("**/bios/*/#events")
        assert name in (page.locator("h1").text_content() or "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_signs_can_be_read_on_their_squares(visit: Open, scheme: str) -> None:
    with visit("", 1440, color_scheme=scheme) as page:
        contrasts = page.evaluate(
            """() => [...document.querySelectorAll(".row a")].map(link => {
                const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
                const light = color => {
                    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1)
                    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255)
                        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b
                }
                const style = getComputedStyle(link)
                const [dark, bright] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b)
                return (bright + 0.05) / (dark + 0.05)
            })"""
        )
        assert min(contrasts) >= 4.5


def test_each_drawing_is_low_enough_for_paper_to_break_between_them(visit: Open) -> None:
    with visit("pictures/") as page:
        page.emulate_media(media="print")
        heights = page.evaluate(
            "[...document.querySelectorAll('.picture > svg, .picture :not(svg) > svg')].map(e => e.clientHeight)"
        )
        assert len(heights) > 10
        assert max(heights) < 300
        assert page.locator(".picture").first.evaluate("e => getComputedStyle(e).breakInside") == "auto"
