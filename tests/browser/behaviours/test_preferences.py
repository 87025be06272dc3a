"""The text is read as a reader has set the browser: without script, without motion, at an address of a paragraph."""

from __future__ import annotations

import pytest

from tests.browser.behaviours import needs, only
from tests.browser.behaviours.conftest import Visit
from tests.browser.test_margin import NOTES, overlapping


@pytest.mark.parametrize(("path", "width"), [
    ("whole/#p-90", 1440), ("article/07-outlook/#p-90", 390), ("article/07-outlook/#p-90", 1440),
    ("whole/#p-90", 390),
])  # fmt: skip
def test_an_address_of_a_paragraph_shows_it_lit(visit: Visit, path: str, width: int) -> None:
    with visit(path, width, 844) as page:
        page.wait("""() => { const one = document.getElementById("p-90"), {top} = one.getBoundingClientRect()
          return top >= document.querySelector("header").offsetHeight && top < innerHeight - 20
            && getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)" && location.hash === "#p-90" }""")


# Where the page is at once after a click on its last sign, and where it is some frames later: not half-way.
JUMP = """async () => {
  [...document.querySelectorAll(".words a.sign")].at(-1).click()
  const there = scrollY
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame)
  return [there, scrollY]
}"""


def test_with_reduced_motion_nothing_moves(visit: Visit) -> None:
    with visit("article/04-hearts/#note-schulman-left-when", still=True) as page:
        page.run("() => scrollTo(0, 0)")
        page.rest()
        there, then = page.run(JUMP)
        assert there != 0
        assert then == there
        assert page.run("() => document.getAnimations().filter(one =>"
                        " one.effect.getComputedTiming().activeDuration > 0).length") == 0  # fmt: skip


@needs("script")
@pytest.mark.parametrize(
    ("section", "width"),
    [
        ("02-departure", 1440),
        ("05-exodus", 1024),
        ("05-exodus", 390),
        ("05-exodus", 1440),
        ("02-departure", 1024),
        ("02-departure", 390),
    ],
)
def test_without_script_every_note_is_in_its_place(visit: Visit, section: str, width: int) -> None:
    with visit(f"article/{section}/", width, script=False) as page:
        found = page.run(NOTES)
        assert any(note["shown"] for note in found)
        assert all(note["shown"] or (note["spare"] and width > 960) for note in found)  # which the count brings
        found = [note for note in found if note["shown"]]
        for note in found:
            if width > 960:
                assert note["left"] >= note["wordsRight"] - 0.5, note
                assert note["top"] >= note["wordsTop"] - 1, note
            else:
                assert note["top"] >= note["wordsBottom"] - 0.5, note
        assert overlapping(found) == []
        assert page.run("() => document.documentElement.scrollWidth") <= width


# The colours of all that shows, but for what only a script fills.
COLOURS = """() => [...document.querySelectorAll("body, body *")].filter(one => one.getClientRects().length
  && !one.closest("header")).map(one => {
    const { color, backgroundColor, borderTopColor, fill, colorScheme } = getComputedStyle(one)
    return [one.localName, one.className, color, backgroundColor, borderTopColor, fill, colorScheme].join(" ")
})"""


@pytest.mark.parametrize("path", ["files/", "pictures/", "reference/"])
def test_without_script_a_dark_machine_has_the_same_dark_page(visit: Visit, path: str) -> None:
    with visit(path, dark=True) as page:
        colours = page.run(COLOURS)
    with visit(path, dark=True, script=False) as page:
        assert page.run(COLOURS) == colours
    with visit(path, script=False) as page:
        assert page.run(COLOURS) != colours


def test_a_page_that_was_left_by_a_link_of_the_drawer_is_come_back_to_with_the_drawer_shut(visit: Visit) -> None:
    drawer = "() => document.querySelector('.md-sidebar--primary').getBoundingClientRect().right > 0"
    with visit("article/02-departure/", 390, 844, still=True) as page:
        page.click(".md-header [for=__drawer]")
        page.wait(drawer)
        page.rest()
        page.click(".md-nav a[href*='03-seven']")
        page.wait("() => location.pathname.endsWith('/03-seven-years/')")
        page.rest()
        page.back()
        page.wait("() => location.pathname.endsWith('/02-departure/')")
        page.rest()
        page.becomes(False, drawer)


# What a window is told of what another keeps.
TOLD = "value => dispatchEvent(new StorageEvent('storage', {key: 'edition.colours', newValue: value}))"


@only("firefox", "webkit")  # Chromium's driver keeps no page that was left
def test_a_page_that_is_come_back_to_has_what_was_chosen_since(visit: Visit) -> None:
    with visit("article/02-departure/") as page:
        page.go(page.run("() => new URL('../03-seven-years/', location).href"))
        page.rest()
        page.click("[data-colours]:not([hidden])")
        page.becomes("slate", "() => document.body.dataset.mdColorScheme")
        page.click(".more-switches")
        page.click("[data-show=names]")
        page.becomes("false", "() => document.querySelector('[data-show=names]').getAttribute('aria-pressed')")
        page.back()
        page.wait("() => location.pathname.endsWith('/02-departure/')")
        page.becomes("slate", "() => document.body?.dataset.mdColorScheme")
        page.becomes("false", "() => document.querySelector('[data-show=names]')?.getAttribute('aria-pressed')")
        page.rest()
        # and the one that stands open in another window, at once
        kept = page.run("() => localStorage.getItem('edition.colours')")
        page.click("[data-colours]:not([hidden])")
        page.becomes("default", "() => document.body.dataset.mdColorScheme")
        page.run(TOLD, kept)
        page.becomes("slate", "() => document.body.dataset.mdColorScheme")
        assert page.visible("[data-colours][data-scheme=slate]") and not page.visible("[data-scheme=default]")
