"""Each engine's driver does what the common interface promises, or its LACKS say that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.behaviours import needs
from tests.browser.behaviours.conftest import Visit, visitor
from tests.browser.engines.page import Engine
from tests.browser.test_print import pages_of
from tests.serving import served

PAGE = """<!doctype html><meta charset=utf-8><title>page</title>
<style>body { margin: 0; height: 3000px } main { position: absolute; top: 100px } p { margin: 0 0 40px }</style>
<main class=edition><p>工作<a href=#a id=a>离职声明</a>完。<p><input id=field><button id=button>press</button></main>
<script>
  told = []
  for (const kind of ["click", "mousemove", "touchstart"]) addEventListener(kind, event => told.push(kind))
  document.documentElement.dataset.script = ""
</script>"""
MEDIA = "query => matchMedia(query).matches"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("page")
    Path(folder, "index.html").write_text(PAGE.replace("class=edition", "class=edition data-placed"), encoding="utf-8")
    Path(folder, "favicon.ico").touch()
    with served(folder) as address:
        yield address


@pytest.fixture
def look(visit: Visit, engine: Engine, place: str) -> Visit:  # noqa: ARG001, `visit` skips what the driver lacks
    return visitor(engine, place)


def test_the_size_is_the_page_s_own_and_changes(look: Visit) -> None:
    with look("", 390, 700) as page:
        assert page.run("() => [innerWidth, innerHeight]") == [390, 700]
        page.resize(320)
        page.becomes([320, 700], "() => [innerWidth, innerHeight]")
        page.resize(1920, 800)
        page.becomes([1920, 800], "() => [innerWidth, innerHeight]")


def test_zoom_leaves_the_page_fewer_pixels(look: Visit) -> None:
    with look("", 1500, 900, zoom=1.5) as page:
        assert page.run("() => [innerWidth, innerHeight]") == [1000, 600]


def test_functions_get_arguments_are_awaited_and_answer(look: Visit) -> None:
    with look("") as page:
        assert page.run("async (one, two) => ({sum: one.a + two, none: null})", {"a": 1}, 2) == {"sum": 3, "none": None}
        assert page.run("() => {}") is None


@pytest.mark.parametrize("on", [True, False])
def test_dark_and_still(look: Visit, on: bool) -> None:
    with look("", dark=on, still=on) as page:
        assert page.run(MEDIA, "(prefers-color-scheme: dark)") is on
        assert page.run(MEDIA, "(prefers-reduced-motion: reduce)") is on


@needs("forced_colours")
def test_forced_colours(look: Visit) -> None:
    with look("", forced_colours=True) as page:
        assert page.run(MEDIA, "(forced-colors: active)")


@needs("bars")
def test_a_classic_scroll_bar_takes_room(look: Visit) -> None:
    with look("", bars=True) as page:
        assert page.run("() => innerWidth - document.documentElement.clientWidth") > 8
    with look("") as page:
        assert page.run("() => innerWidth - document.documentElement.clientWidth") == 0


@needs("text")
def test_text_is_as_large_as_the_reader_has_it(look: Visit) -> None:
    with look("", text=2) as page:
        assert page.run("() => getComputedStyle(document.documentElement).fontSize") == "32px"


def test_no_letter_is_smaller_than_the_reader_has_it(look: Visit) -> None:
    small = """() => {
      const one = document.body.appendChild(document.createElement("span"))
      one.style.fontSize = "10px"
      one.textContent = "x".repeat(20)
      return one.getBoundingClientRect().width
    }"""
    widths = []
    for least in (0, 20):
        with look("", least=least) as page:
            widths.append(page.run(small))
    assert 1.9 < widths[1] / widths[0] < 2.1


@needs("script")
def test_a_page_without_script_can_be_asked(look: Visit) -> None:
    with look("", script=False) as page:
        assert page.run("() => [document.title, 'script' in document.documentElement.dataset]") == ["page", False]


def test_keys_and_mouse_are_real(look: Visit) -> None:
    with look("") as page:
        page.click("#field")
        page.type("Ab 离")
        page.becomes("Ab 离", "() => document.getElementById('field').value")
        page.keys("Tab")
        page.wait_focus("#button")
        page.keys("Shift+Tab")
        page.wait_focus("#field")
        page.hover("#button")
        page.wait("() => document.getElementById('button').matches(':hover')")
        assert "click" in page.run("() => told")


@needs("touch")
def test_a_finger_taps(look: Visit) -> None:
    with look("", touch=True) as page:
        page.tap("#button")
        page.wait("() => told.includes('touchstart') && told.includes('click')")


def test_words_are_chosen_by_dragging_and_copied(look: Visit) -> None:
    with look("") as page:
        page.choose("工作离职声明完")
        page.becomes("工作离职声明完", "() => String(getSelection())")
        assert page.copied() == "工作离职声明完"


def test_what_the_console_says_and_who_is_asked_is_told(look: Visit) -> None:
    with look("") as page:
        page.run("() => { console.error('that'); setTimeout(() => { throw new Error('this') }) }")
        page.run("() => { fetch('http://localhost:59999/elsewhere').catch(() => {}) }")
        page.wait("() => new Promise(resolve => setTimeout(() => resolve(true), 200))")
        said = page.said()
        assert all(any(part in told for told in said) for part in ("that", "this", "elsewhere")), said
        page.forget()


# What the pointer tells while things move under it, what is chosen, and what was kept.
LEFT = """async () => {
  const told = []
  for (const kind of ["mousemove", "mouseover"]) addEventListener(kind, () => told.push(kind))
  const rested = () => new Promise(resolve => setTimeout(resolve, 100))
  for (const step of [100, -100]) { scrollBy(0, step); await rested() }
  return [...told, ...document.querySelectorAll(":hover"), String(getSelection()), document.activeElement.localName,
    localStorage.a, sessionStorage.a]
}"""


def test_a_visit_finds_nothing_of_the_one_before(look: Visit) -> None:
    for _ in range(2):
        with look("", still=True) as page:
            assert page.run(LEFT) == ["", "body", None, None]
            page.run("() => { localStorage.a = sessionStorage.a = 1 }")
            page.click("#field")
            page.choose("工作离职声明完")
            page.hover("#a")
    with look("", 500, dark=True) as page:
        assert page.run(LEFT) == ["", "body", None, None]


def test_pictures_and_paper(look: Visit) -> None:
    with look("", 500, 400) as page:
        assert page.screenshot().startswith(b"\x89PNG")
        assert "press" in "".join(pages_of(page.pdf()))


def test_back_and_forward(look: Visit) -> None:
    with look("") as page:
        page.click("#a")
        page.becomes("#a", "() => location.hash")
        page.back()
        page.becomes("", "() => location.hash")
        page.forward()
        page.becomes("#a", "() => location.hash")
