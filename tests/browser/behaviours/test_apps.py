"""In the windows of other apps, on a poor line, under a stricter host: the page reads, and nothing throws."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.behaviours import only
from tests.browser.behaviours.conftest import visitor
from tests.browser.engines.page import AT_REST, Engine, Window
from tests.serving import served
from tests.sweeping import sweep

SECTION = "article/03-seven-years/"
THROWS = "Object.defineProperty(window, '%s', { get() { throw new DOMException('no', 'SecurityError') } })\n"
NULL = "Object.defineProperty(window, '%s', { value: null })\n"
WITHOUT = {
    "storage": (THROWS * 2) % ("localStorage", "sessionStorage"),
    "clipboard": "delete Navigator.prototype.clipboard; Document.prototype.execCommand = () => false",
    "popovers": "for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name]",  # noqa: E501
}
"""What each engine has of its own."""
WITHOUT_IN_ALL = {
    "storage at all": (NULL * 2) % ("localStorage", "sessionStorage"),
    "highlights": "delete CSS.highlights; delete window.Highlight",
    "reflection of ARIA": "for (const name of Object.keys(Element.prototype)) if (/^aria/.test(name)) delete Element.prototype[name]",  # noqa: E501
    "speech and idleness": "delete window.speechSynthesis; delete window.requestIdleCallback; delete Element.prototype.checkVisibility",  # noqa: E501
    "hidden words that are found": "Object.defineProperty(HTMLElement.prototype, 'hidden', { get() { return this.hasAttribute('hidden') }, set(value) { this.toggleAttribute('hidden', Boolean(value)) } })",  # noqa: E501
}
"""What is asked for in one place, and left out alike by every engine."""
ALL = "\n".join([*WITHOUT.values(), *(script for name, script in WITHOUT_IN_ALL.items() if "storage" not in name)])


@pytest.fixture
def lacking(site: Path, tmp_path: Path) -> Callable[..., Path]:
    """`lacking(change, script)`: the section's site with its HTML changed and `first.js` beside it."""

    def serve(change: Callable[[str], str], script: str = "") -> Path:
        for path in site.iterdir():
            if path.name not in ("article", "assets"):
                (tmp_path / path.name).symlink_to(path)
        (tmp_path / "assets").mkdir()
        for path in (site / "assets").iterdir():
            (tmp_path / "assets" / path.name).symlink_to(path)
        html = (site / SECTION / "index.html").read_text(encoding="utf-8")
        (tmp_path / SECTION).mkdir(parents=True)
        (tmp_path / SECTION / "index.html").write_text(change(html), encoding="utf-8")
        (tmp_path / SECTION / "words.json").symlink_to(site / SECTION / "words.json")
        (tmp_path / "first.js").write_text(script, encoding="utf-8")
        return tmp_path

    return serve


def first(html: str) -> str:
    return html.replace("<head>", '<head><script src="../../first.js"></script>', 1)


@pytest.mark.parametrize("what", ["all of these", *WITHOUT])
def test_without_something_the_page_reads_and_answers(engine: Engine, lacking: Callable[..., Path], what: str) -> None:
    reads_and_answers(engine, lacking, what)


@only("chromium")
@sweep()
@pytest.mark.parametrize("what", WITHOUT_IN_ALL)
def test_without_what_is_the_same_in_all(engine: Engine, lacking: Callable[..., Path], what: str) -> None:
    reads_and_answers(engine, lacking, what)


def reads_and_answers(engine: Engine, lacking: Callable[..., Path], what: str) -> None:
    """Goes through what a reader does, in a page that lacks something."""
    with (
        served(lacking(first, {"all of these": ALL, **WITHOUT, **WITHOUT_IN_ALL}[what])) as address,
        visitor(engine, address)(SECTION) as page,
    ):
        page.click("a.mark", 3)
        page.wait("() => !!document.querySelector('.edition .note[open], .sheet .note')")
        page.keys("Escape")
        page.wait("() => !document.querySelector('.edition .note[open], .sheet .note')")
        page.switch("words")
        page.becomes("false", "() => document.querySelector('[data-show=words]').getAttribute('aria-pressed')")
        page.switch("words")
        page.becomes("true", "() => document.querySelector('[data-show=words]').getAttribute('aria-pressed')")
        page.switch("pinyin")
        page.wait("() => !!document.querySelector('ruby')")
        page.click("#p-17 .number")
        page.wait_focus(".cite")
        page.keys("Enter")
        page.wait(
            "() => !!document.querySelector('.cite textarea')"
            if what in ("clipboard", "all of these")
            else "() => /Copied/.test(document.querySelector('.cite').textContent) || document.querySelector('.cite').hidden"  # noqa: E501
            " || !!document.querySelector('.cite textarea')"
        )
        page.keys("Escape")
        page.wait("() => document.querySelector('.cite').hidden")
        page.choose("这家公司从一个")
        page.wait("() => !!document.querySelector('.composer-menu:not([hidden])')")
        page.click(".composer-menu button", 2)
        page.wait_focus(".composer")
        page.type("gong")
        page.keys("Escape")
        page.wait("() => !document.querySelector('.composer')")
        page.click("[data-colours]:not([hidden])")
        page.wait("() => document.body.dataset.mdColorScheme === 'slate'")
        page.click("[data-search]")
        page.wait("() => document.querySelector('dialog.search').open")
        page.resize(390)
        page.wait("() => !!document.querySelector('.chip').getClientRects().length")


CHIPS = "() => [...document.querySelectorAll('.chip')].filter(chip => chip.getClientRects().length).length"
COUNTS = "() => [...document.querySelectorAll('.rest')].filter(one => one.getClientRects().length).map(one => one.hash)"
# Whether each note is shown, or counted beside its words, and all are of the margin in which this one stands.
SHOWN = """asked => {
  const isShown = one => one.checkVisibility({ contentVisibilityAuto: true }) && one.offsetHeight > 8
  const notes = [...document.querySelectorAll(".edition .note")], words = [...document.querySelectorAll(".words")]
  const apart = elements => {
    const boxes = elements.map(one => one.getBoundingClientRect())
    return boxes.every((one, at) => one.height > 8 && boxes.slice(at + 1).every(other =>
      other.top >= one.bottom - 1 || one.top >= other.bottom - 1 ||
      other.left >= one.right - 1 || one.left >= other.right - 1))
  }
  const isTold = margin => {
    const waiting = [...margin.querySelectorAll(".note")].filter(note => !isShown(note))
    const count = margin.querySelector(".rest")
    return !waiting.length || (isShown(count) && Number(count.dataset.count) === waiting.length)
  }
  const margin = asked && document.querySelector(asked).parentElement
  const seen = getComputedStyle(words[0]).visibility === "visible"
  return seen && notes.length > 20 && apart(notes.filter(isShown)) && apart(words)
    && [...document.querySelectorAll(".margin")].every(isTold)
    && (!margin || [...margin.querySelectorAll(".note")].every(isShown))
}"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*"')
FORBIDDEN = {"no script is let run": "script-src 'none'", "no inline script is let run": "script-src 'self'"}
BROKEN = {"the script does not come": None, "the script is not understood": "const = 1", "the script fails": "throw 1"}


@pytest.mark.parametrize(
    ("why", "width"),
    [(why, width) for width in (1440, 390) for why in [*BROKEN, *FORBIDDEN]],
)
def test_where_the_script_does_not_run_all_is_there(
    engine: Engine, lacking: Callable[..., Path], why: str, width: int
) -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{FORBIDDEN.get(why)}"'
    folder = lacking((lambda html: POLICY.sub(policy, html)) if why in FORBIDDEN else str)
    if why in BROKEN:
        (folder / "assets/edition.js").unlink()
        if script := BROKEN[why]:
            (folder / "assets/edition.js").write_text(script, encoding="utf-8")
    with served(folder) as address:
        page = engine.open(address + SECTION, Window(width, 900))
        try:
            page.wait(AT_REST, why == "no inline script is let run")  # the modules may run after loading
            for chip in range(page.run(CHIPS)):  # where the script runs on a narrow page, the notes are folded
                page.click(".chip", chip)
            page.wait(SHOWN)
            counted = page.run(COUNTS)
            assert bool(counted) == (width == 1440)
            for asked in counted:
                page.click(f'.rest[href="{asked}"]')
                page.wait(SHOWN, asked)
        finally:
            page.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_while_the_script_is_still_to_come_the_text_is_there(browser: Browser, address: str, width: int) -> None:
    """On a line on which it never ends coming, too: no error tells the page of that."""
    is_read = "() => [...document.querySelectorAll('.words')].every(p => p.offsetHeight > 8 && p.checkVisibility())"
    page = browser.new_page(viewport={"width": width, "height": 900})
    try:
        page.route("**/assets/edition.js", lambda _: None)
        page.goto(address + SECTION, wait_until="commit")
        page.wait_for_function("() => document.readyState === 'interactive' && document.querySelector('footer')")
        assert page.evaluate(is_read)
        told = page.locator(".chip" if width == 390 else ".note summary")
        assert any(one.is_visible() for one in told.all())
        assert not page.evaluate("() => document.querySelector('[data-placed]')")
    finally:
        page.close()
