"""A reader sees which words have a note, and of which kind: by a line, a wash, a sign; and sees none that is off."""

from __future__ import annotations

import pytest

from tests.browser.behaviours import needs
from tests.browser.behaviours.conftest import Visit

# How the marks of the article look, each way once, by what they are.
LOOKS = """() => Object.fromEntries(Object.entries({
  names: ".words .mark.bio:not(.gloss)", words: ".words .mark.gloss:not(.bio)", checks: ".words .mark.check",
}).map(([name, selector]) => [name, [...new Set([...document.querySelectorAll(selector)].map(mark => {
  const style = getComputedStyle(mark)
  if (name === "checks") return style.backgroundImage === "none" ? "none" : "wash"
  return style.textDecorationLine === "none" ? "none" : `${style.textDecorationLine} ${style.textDecorationStyle}`
}))]]))"""
SEEN = {"names": ["underline solid"], "words": ["underline dotted"], "checks": ["wash"]}
OFF = {"names": ["none"], "words": ["none"], "checks": ["none"]}


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True), (1440, True), (390, False)])
def test_names_and_words_are_underlined_and_claims_washed(visit: Visit, width: int, dark: bool) -> None:
    with visit("whole/", width, dark=dark) as page:
        assert page.run(LOOKS) == SEEN


@needs("script")
def test_so_they_are_without_script(visit: Visit) -> None:
    with visit("article/02-departure/", script=False) as page:
        assert page.run(LOOKS) == SEEN
        page.click("a.mark")
        behind = "() => [...document.querySelectorAll('.note')].filter(note => "
        behind += "getComputedStyle(note).backgroundColor !== 'rgba(0, 0, 0, 0)').map(note => note.id)"
        page.becomes([page.run("() => location.hash.slice(1)")], behind)


def test_what_is_switched_off_is_not_marked(visit: Visit) -> None:
    with visit("article/02-departure/?show=english") as page:
        assert page.run(LOOKS) == OFF
        press = "() => getComputedStyle(document.querySelector('.compose')).textDecorationLine"
        assert page.run(press) == "underline"  # as the links beside it
        page.switch("names")
        page.becomes(OFF | {"names": SEEN["names"]}, LOOKS)


@needs("forced_colours")
def test_in_forced_colours_names_and_words_are_underlined_and_claims_have_their_sign(visit: Visit) -> None:
    with visit("article/02-departure/", forced_colours=True) as page:
        found = page.run(LOOKS)
        assert {name: found[name] for name in ("names", "words")} == {name: SEEN[name] for name in ("names", "words")}
        assert page.run("() => getComputedStyle(document.querySelector('.words .sign'), '::before').content")


@pytest.mark.parametrize("width", [1440, 390])
def test_what_can_be_pressed_is_large_enough(visit: Visit, width: int) -> None:
    """24 px at least, but for links that stand in a line of text (WCAG 2.2, 2.5.8)."""
    with visit("article/02-departure/", width, 844) as page:
        page.click("a.mark", 3)
        page.wait("() => [...document.querySelectorAll('.note[open]')].some(note => note.getClientRects().length)")
        page.rest()
        small = page.run("""() =>
          [...document.querySelectorAll("button, select, .number, .chip, header label, .edition summary")]
          .filter(one => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
            && !getComputedStyle(one).clipPath.startsWith("inset") && getComputedStyle(one).opacity > 0)
          .map(one => [one, one.getBoundingClientRect(), getComputedStyle(one, "::after")])
          .filter(([one, {width, height}, grown]) => width > 0 && (width < 24 || height < 24)
            && !(grown.content !== "none" && grown.position === "absolute"))
          .map(([one, {width, height}]) => [one.outerHTML.slice(0, 80), Math.round(width), Math.round(height)])""")
        assert small == []


@needs("forced_colours")
@pytest.mark.parametrize(("path", "chosen"), [
    ("fact-checks/", ".filter label:has(:checked), .leaf mark"),
    ("vocabulary/", ".filter label:has(:checked)"), ("article/02-departure/", ".paths label:has(:checked)"),
])  # fmt: skip
def test_in_forced_colours_what_is_chosen_has_the_systems_colours_for_that(
    visit: Visit, path: str, chosen: str
) -> None:
    with visit(path, forced_colours=True, still=True) as page:
        page.becomes(True, """chosen => {
          const probe = document.body.appendChild(document.createElement("i"))
          probe.style = "forced-color-adjust: none; background: Highlight; color: HighlightText"
          const found = [...document.querySelectorAll(chosen), probe].map(element => {
            const { color, backgroundColor } = getComputedStyle(element)
            return color + backgroundColor
          })
          probe.remove()
          return found.length > 1 && new Set(found).size === 1
        }""", chosen)  # fmt: skip
