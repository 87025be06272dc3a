"""Every paragraph and note can be linked to and cited: in words, as BibTeX, as CSL-JSON; and what is linked is lit."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

CLIPBOARD: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
SITE = "OpenAI 又双叒叕走人了 · an annotated edition"
DEPARTURE = "article/02-departure/"
# Which page, what has the button, what is cited, and under which address.
CITED = {
    "a paragraph": (DEPARTURE, "#p-4 .number", "¶ 4, The departure", f"{DEPARTURE}#p-4"),
    "a check": (
        f"{DEPARTURE}#note-tworek-title",
        "#note-tworek-title [data-cite]",
        "Jerry Tworek was OpenAI’s vice-president of research and development.",
        f"{DEPARTURE}#note-tworek-title",
    ),
    "a bio": (f"{DEPARTURE}#note-openai", "#note-openai [data-cite]", "OpenAI", f"{DEPARTURE}#note-openai"),
    "a gloss": (f"{DEPARTURE}#note-yanfa", "#note-yanfa [data-cite]", "研发", f"{DEPARTURE}#note-yanfa"),
    "a bio’s page": ("bios/openai/", ".kicker [data-cite]", "OpenAI", "bios/openai/"),
    "a check’s page": (
        "fact-checks/openai-age/",
        ".kicker [data-cite]",
        "OpenAI has existed for less than ten years.",
        "fact-checks/openai-age/",
    ),
    "a paragraph of the whole": (
        "whole/?show=checks",
        "#p-4 .number",
        "¶ 4, Another one clears out of OpenAI – again, and again, and again OpenAI 又双叒叕走人了",
        "whole/#p-4",
    ),
}


NOW = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)  # when it is another day on either side of the date line


def copied(page: Page, label: str) -> str:
    """What the item of the open menu copies."""
    page.get_by_role("menuitem", name=label, exact=True).click()
    page.get_by_role("menuitem", name="Copied").wait_for()
    page.keyboard.press("Escape")
    page.locator(".cite").wait_for(state="hidden")
    text: str = page.evaluate("() => navigator.clipboard.readText()")
    return text


def opened(page: Page, button: Locator) -> Locator:
    """The menu, which is placed before it takes the focus."""
    button.click()
    expect(page.locator(".cite :focus")).to_have_count(1)
    return page.get_by_role("menu", name="Link and citation")


def parse_bibtex(text: str) -> tuple[str, dict[str, str]]:
    """The key and the fields of one entry, whose values are in braces that pair up."""
    head = re.match(r"@misc\{([^\s,{}]+),\s*", text)
    assert head
    fields, rest = {}, text[head.end() :]
    while not rest.startswith("}"):
        field = re.match(r"(\w+) = \{", rest)
        assert field, rest
        depth, end = 1, field.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        fields[field[1]] = rest[field.end() : end - 1]
        rest = rest[end:].lstrip(",\n ")
    assert rest.strip() == "}"
    return head[1], fields


@pytest.mark.parametrize(("path", "button", "title", "leads_to"), CITED.values(), ids=CITED)
def test_each_form_of_a_citation_is_copied(
    visit: Open, address: str, path: str, button: str, title: str, leads_to: str
) -> None:
    with visit(path, timezone_id="UTC", **CLIPBOARD) as page:
        page.clock.set_fixed_time(NOW)
        at = page.locator(button).first
        opened(page, at)
        link = copied(page, "Copy the link")
        assert link == address + leads_to
        opened(page, at)
        assert copied(page, "Copy a citation") == f"“{title}”, in {SITE}, {link} (accessed 4 March 2026)."
        opened(page, at)
        key, fields = parse_bibtex(copied(page, "Copy BibTeX"))
        assert key == re.split("[/#]", leads_to.rstrip("/"))[-1]
        assert fields == {"title": title, "howpublished": SITE, "url": link, "urldate": "2026-03-04"}
        opened(page, at)
        (record,) = json.loads(copied(page, "Copy CSL-JSON"))
        assert record == {
            "id": link, "type": "webpage", "title": title, "container-title": SITE, "URL": link, "language": "en",
            "accessed": {"date-parts": [[2026, 3, 4]]},
        }  # fmt: skip


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Kiritimati", 5), ("Pacific/Pago_Pago", 3)])
def test_every_form_tells_the_readers_own_day(visit: Open, zone: str, day: int) -> None:
    with visit(DEPARTURE, timezone_id=zone, **CLIPBOARD) as page:
        page.clock.set_fixed_time(NOW)
        opened(page, page.locator("#p-4 .number"))
        _, fields = parse_bibtex(copied(page, "Copy BibTeX"))
        assert fields["urldate"] == f"2026-03-0{day}"
        opened(page, page.locator("#p-4 .number"))
        assert json.loads(copied(page, "Copy CSL-JSON"))[0]["accessed"]["date-parts"] == [[2026, 3, day]]


def test_a_title_with_marks_of_bibtex_is_escaped(visit: Open) -> None:
    with visit("bios/openai/", **CLIPBOARD) as page:
        page.evaluate(r"document.querySelector('h1').textContent = 'R&D_{1} \\ 100 %, {'")
        opened(page, page.locator(".kicker [data-cite]"))
        title = parse_bibtex(copied(page, "Copy BibTeX"))[1]["title"]
        assert " ".join(title.split()) == r"R\&D\_1 100 \%,"


def test_what_stands_in_a_heading_and_is_not_of_it_is_not_cited(visit: Open) -> None:
    """A heading of the article carries signs and, switched on, pinyin."""
    with visit(f"{DEPARTURE}?show=pinyin", **CLIPBOARD) as page:
        page.wait_for_selector("ruby")
        page.evaluate("() => { const title = document.querySelector('h1'), words = document.querySelector('.words p'); "
                      "title.replaceChildren(...words.cloneNode(true).childNodes) }")  # fmt: skip
        opened(page, page.locator("#p-4 .number"))
        assert copied(page, "Copy a citation").startswith("“¶ 4, OpenAI 又双叒叕走人了。”")


@pytest.mark.parametrize("width", [1440, 390])
def test_escape_closes_the_menu_and_not_the_note_from_which_it_was_opened(visit: Open, width: int) -> None:
    with visit(f"{DEPARTURE}#note-openai", width, 844) as page:
        button = page.locator(".note[data-note=openai] [data-cite]:visible")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".cite :focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator(".cite")).to_be_hidden()
        expect(button).to_be_focused()
        page.keyboard.press("Escape")
        expect(button).to_have_count(0)


def test_a_menu_opened_anew_stays_open(visit: Open) -> None:
    with visit(DEPARTURE, **CLIPBOARD) as page:
        page.clock.install(time=NOW)
        page.clock.pause_at(NOW + timedelta(days=1))
        opened(page, page.locator("#p-4 .number"))
        page.get_by_role("menuitem", name="Copy the link").click()
        page.get_by_role("menuitem", name="Copied").wait_for()
        page.keyboard.press("Escape")
        page.locator(".cite").wait_for(state="hidden")
        opened(page, page.locator("#p-5 .number"))
        page.clock.run_for(2000)
        expect(page.get_by_role("menuitem", name="Copy the link")).to_be_visible()


def test_a_menu_from_which_was_copied_closes_of_itself(visit: Open) -> None:
    with visit(DEPARTURE, **CLIPBOARD) as page:
        opened(page, page.locator("#p-4 .number"))
        page.get_by_role("menuitem", name="Copy the link").click()
        expect(page.locator(".cite")).to_be_hidden()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_menu_is_in_sight(visit: Open, width: int) -> None:
    with visit(DEPARTURE, width, 700) as page:
        for number in (page.locator(".number").first, page.locator(".number").last):
            box = opened(page, number).bounding_box()
            assert box
            assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 700
            page.keyboard.press("Escape")
            page.locator(".cite").wait_for(state="hidden")


def test_without_a_connection_the_number_still_leads_to_its_paragraph(visit: Open) -> None:
    with visit(DEPARTURE) as page:
        # An empty script has nothing to offer; a console message of the browser's own is not ours to prevent.
        page.route(
            "**/cite.js", lambda route: route.fulfill(status=200, content_type="text/javascript", body="throw 0")
        )
        page.locator("#p-4 .number").click()
        page.wait_for_function("() => location.hash === '#p-4'")
        page.evaluate("() => import('/assets/cite.js').catch(() => {})")  # until the page has seen it fail as well
