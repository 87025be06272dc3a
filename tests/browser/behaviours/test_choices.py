"""What a reader chooses to see comes at once and is kept; the address says it; the search leads to what it finds."""

from __future__ import annotations

import pytest

from tests.browser.behaviours import needs
from tests.browser.behaviours.conftest import Visit
from tests.sweeping import sweep

SECTION = "article/03-seven-years/"
SHOWN = """() => ["check", "bio", "gloss"].filter(kind => [...document.querySelectorAll(`.edition .note.${kind}`)]
  .some(note => note.getClientRects().length && note.offsetHeight > 1))"""
PRESSED = "() => [...document.querySelectorAll('[data-show][aria-pressed=true]')].map(one => one.dataset.show)"
CHOSEN = "() => document.querySelector('[data-path]:checked')?.parentElement.textContent.trim() ?? null"


def test_a_switch_works_looks_pressed_and_is_kept(visit: Visit) -> None:
    with visit(SECTION) as page:
        look = "() => getComputedStyle(document.querySelector('[data-show=words]')).backgroundColor"
        on = page.run(look)
        page.switch("words")
        page.becomes(["check", "bio"], SHOWN)
        page.switch("english")
        page.hover(".head h1")
        assert page.run(look) != on
        page.becomes(["checks", "names", "cues"], PRESSED)
        assert not page.visible(".words .en")
        page.go(page.run("() => location.href"))
        page.rest()
        assert page.run(PRESSED) == ["checks", "names", "cues"]
        assert page.run(SHOWN) == ["check", "bio"]
        page.switch("english")  # without which a margin has less room
        page.switch("words")
        page.becomes(["check", "bio", "gloss"], SHOWN)


def test_a_path_sets_the_switches(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.becomes("Understand", CHOSEN)
        page.click(".paths label", 1)
        page.becomes(["check"], SHOWN)
        assert page.visible(".words .en")
        page.click(".paths label", 2)
        page.becomes(["bio", "gloss"], SHOWN)
        page.becomes("Learn", CHOSEN)
        page.switch("names")
        page.becomes(None, CHOSEN)
        page.go(page.run("() => location.href"))
        page.rest()
        assert page.run(CHOSEN) is None
        page.click(".paths label")
        page.becomes(["check", "bio", "gloss"], SHOWN)
        page.becomes("Understand", CHOSEN)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_choice_of_a_path_is_one_line_and_the_switches_are_one_press_away(visit: Visit, width: int) -> None:
    with visit(SECTION, width) as page:
        height = "() => document.querySelector('.switches').offsetHeight"
        closed = page.run(height)
        assert closed < 48
        assert page.run("() => document.documentElement.scrollWidth") <= width
        assert not page.visible("[data-show]")
        page.click(".more-switches")
        page.wait("() => document.querySelector('.more-switches').ariaExpanded === 'true'")
        assert page.visible("[data-show=english]")
        page.click(".more-switches")
        page.becomes(closed, height)
        page.click(".paths label")
        page.keys("ArrowRight")
        page.becomes("Verify", CHOSEN)


def test_the_address_sets_the_switches_and_overwrites_nothing(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.switch("names")
        address = page.run("() => location.href")
        for asked, pressed, shown in (
            ("?show=checks,english", ["checks", "english", "cues"], ["check"]),
            ("", ["checks", "words", "english", "cues"], ["check", "gloss"]),
            ("?show=", ["cues"], []),
        ):
            page.go(address + asked)
            page.becomes(pressed, PRESSED)
            page.becomes(shown, SHOWN)
            assert page.visible(".words .en") == ("english" in pressed)


def test_pinyin_and_sentences_come_and_go(visit: Visit) -> None:
    with visit("article/01-lede/") as page:
        page.switch("pinyin")
        page.wait("() => document.querySelector('rt')?.getClientRects().length")
        page.switch("pinyin")
        page.wait("() => !document.querySelector('rt').getClientRects().length")
        page.switch("sentences")
        page.wait("() => getComputedStyle(document.querySelector('.words')).display === 'grid'")
        page.go(page.run("() => location.href"))
        page.wait("() => getComputedStyle(document.querySelector('.words')).display === 'grid'")
        page.rest()
        page.switch("english")
        page.wait("() => getComputedStyle(document.querySelector('.words')).display === 'block'")
        assert not page.visible("[data-show=sentences]")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_first_press_changes_the_colours_and_they_stay(visit: Visit, dark: bool) -> None:
    with visit(SECTION, dark=dark) as page:
        scheme = "() => document.body.dataset.mdColorScheme"
        other = "default" if dark else "slate"
        assert page.run(scheme) == ("slate" if dark else "default")
        page.click("[data-colours]:not([hidden])")
        page.becomes(other, scheme)
        page.go(page.run("() => location.href"))
        page.becomes(other, scheme)


LINK = ".search li a"


@pytest.mark.parametrize("width", [1440, 390])
def test_the_search_finds_and_leads_there(visit: Visit, width: int) -> None:
    with visit("bios/openai/", width, 844) as page:
        page.click("[data-search]")
        page.wait_focus("[name=query]")
        page.type("xisikongji")
        page.wait(f"() => [...document.querySelectorAll('{LINK}')].some(one => one.href.includes('#xi-si-kong-ji'))")
        page.rest()
        page.click(f"{LINK}[href*='#xi-si-kong-ji']")
        page.wait("() => location.hash === '#xi-si-kong-ji'")
        page.wait("""() => { const found = document.getElementById("xi-si-kong-ji")
                             const {top, bottom} = found?.getBoundingClientRect() ?? {}
                             return top > 40 && top < innerHeight && bottom > 0 }""")


@sweep("firefox")
def test_the_search_is_worked_by_keys_and_gives_the_focus_back(visit: Visit) -> None:
    with visit("") as page:
        for _ in range(2):
            page.keys("/")
            page.wait_focus("[name=query]")
            page.type("Tworek")
            page.wait(f"() => document.querySelector('{LINK}')")
            page.wait("() => /matching documents/.test(document.querySelector('.search [role=status]').textContent)")
            page.wait(f"() => document.querySelector('{LINK}').href.includes('jerry-tworek')")  # for the whole word
            page.keys("ArrowDown")
            page.wait_focus(LINK)
            page.keys("ArrowUp")
            page.wait_focus("[name=query]")
            page.keys("Escape")
            page.wait("() => !document.activeElement.closest('dialog')")  # a moment after it is closed, in Chromium
        page.keys("Tab")
        page.wait("() => document.activeElement !== document.body")


def test_a_pointer_that_passes_over_the_search_opens_and_chooses_nothing(visit: Visit) -> None:
    states = "() => [!!document.querySelector('dialog.search').open, document.activeElement.localName, location.hash]"
    with visit(SECTION) as page:
        page.hover("a.md-logo")
        page.hover("[data-search]")
        page.hover(".words a.mark")
        page.run("() => new Promise(done => setTimeout(done, 300))")
        assert page.run(states) == [False, "body", ""]
        page.click("[data-search]")
        page.wait_focus("[name=query]")
        page.type("openai")
        page.wait("() => document.querySelectorAll('.search li').length > 2")
        for nth in (1, 2):
            page.hover(".search li a", nth)
        page.run("() => new Promise(done => setTimeout(done, 300))")
        assert page.run(states) == [True, "input", ""]


@needs("touch")
def test_narrow_the_drawer_opens_by_a_tap(visit: Visit) -> None:
    with visit(SECTION, 390, 844, touch=True) as page:
        page.tap("label[for=__drawer].md-header__button")
        page.wait("() => document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")


def test_the_ledger_is_filtered_by_verdict(visit: Visit) -> None:
    ratings = """() => [...new Set([...document.querySelectorAll(".claims > li")]
      .filter(one => one.getClientRects().length).map(one => one.dataset.rating))].sort()"""
    with visit("fact-checks/#show-inaccurate") as page:
        page.becomes(["inaccurate"], ratings)
        page.click(".filter label")  # all
        page.wait(f"() => ({ratings})().length > 3")
