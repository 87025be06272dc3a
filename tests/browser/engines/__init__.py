"""Chromium, Firefox and WebKit, each driven its own way, behind one common `Page`.

How a behaviour is written: a test in `tests/browser/behaviours/` that asks for `visit` and touches nothing of an
engine's own. Its first case, the one most likely to break, runs in each of the three; its further cases (widths, zooms,
dark, sections) run with `make sweep`, as those of every test that opens a browser do: `tests/sweeping.py`.

    @needs("touch")  # only where an engine's driver may lack something: the names of `lacks` in `engines/*.py`
    def test_a_tap_opens_the_note(visit: Visit) -> None:
        with visit("article/02-departure/", 390, 844, touch=True) as page:
            page.tap("a.mark", nth=3)
            page.wait("() => document.querySelector('.sheet:not([hidden]) .note[open]')")
            page.keys("Escape")
            page.wait_focus("a.mark")

- `visit(path, width, height, **window)`: a window with the page at rest, and nothing left in it of an earlier visit (an
  engine uses its windows again, for to begin one takes longer than most pages do); `window` is what `Window` (page.py)
  has: zoom, text, least, dark, still, forced_colours, bars, touch, script. At the end of the block the console must be
  empty and no other host asked for anything.
- `page.run(function, *arguments)` calls a function of JavaScript, given as text, and answers with JSON; `page.wait`
  calls it until it is true; `page.becomes(wanted, function)` until it is what is wanted. Nothing may depend on how fast
  a machine is: what comes of an action in its own time is waited for. `PATIENCE=6 pytest …` waits that many seconds.
- `page.keys("Shift+Tab", "Enter")`, `page.click(selector, nth)`, `page.hover`, `page.tap`, `page.drag(points)`,
  `page.choose("words")` (drags over them) are real input, and hit what lies on top. `page.copied()` copies and pastes.
- What takes long and is the same in every engine is marked `@only("chromium")`.
"""
