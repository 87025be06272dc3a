"""Nothing that stands in a note runs in a real browser, and nothing calls another host: with the policy and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.hostile.site import PAYLOADS, build_served, let_through, write_edition
from tests.hosts import build
from tests.once import Once
from tests.patience import DEADLINE
from tests.serving import served
from tests.sweeping import further, sweep

WATCH = """
window.__ran = undefined; window.__seen = []
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { __seen.push(name) }
addEventListener("securitypolicyviolation", event => __seen.push(`${event.violatedDirective} ${event.blockedURI}`))
"""
"""Before any script of the page: what a payload does leaves a trace in `__ran` (which most set) or `__seen`."""

TOUCH = """() => {
  for (const details of [...document.querySelectorAll("details")].slice(0, 200)) details.open = true
  for (const element of [...document.querySelectorAll("article a, article button, article summary")].slice(0, 200))
    for (const kind of ["mouseover", "focus", "toggle", "load", "error"]) element.dispatchEvent(new Event(kind))
}"""
"""Every note opened, and what a reader may reach told what a hand would tell it (but no click, which would leave)."""

FOREIGN = """() => {
  const ours = ["http:", "https:", ":"] // the last is that of an address which leads nowhere
  const never = "iframe, frame, object, embed, base, applet, portal, math, video, audio, image, foreignObject"
  const found = [...document.querySelectorAll(never), ...document.querySelectorAll("template:not(.search template)")]
  for (const element of document.querySelectorAll("*"))
    if ([...element.attributes].some(({ name }) => /^on/i.test(name))) found.push(element)
  for (const link of document.querySelectorAll("a[href]"))
    if (!ours.includes(link.protocol ?? "http:")) found.push(link)
  return found.map(element => element.outerHTML.slice(0, 200))
}"""
"""What no page of ours has, as the browser reads it."""


HEAD = re.compile(r"^.*<(?:title|meta (?:name|property))\b.*$", re.M)
GROUP = 63
"""So many notes' pages are opened as one, since a thousand would take minutes: heads in the head, words in the main."""


PARTS = 4
"""In so many tests the pages are opened."""


SERVED, POLICY, ALL = "as served, with what is an error", "with the policy", "as served, all"


def payloads_of(site: str) -> list[str]:
    """A quarter of them, and all with `make sweep`, on pages where no policy would keep one from running."""
    return PAYLOADS if site == ALL else PAYLOADS[::4]


def opened(folder: Path) -> list[str]:
    """The addresses of the pages that are opened: all but those of notes, which are joined."""
    pages = [path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html")]
    return sorted(f"{page}/".removeprefix("./") for page in pages if not re.match("(?:bios|fact-checks)/.", page))


class Site:
    """A built site that is served, and its pages."""

    def __init__(self, folder: Path, address: str, payloads: list[str]) -> None:
        self.address = address
        self.payloads = payloads
        self.notes = len([path for kind in ("bios", "fact-checks") for path in folder.glob(f"{kind}/*/index.html")])
        self.pages = opened(folder)


def _join_notes(folder: Path) -> None:
    for kind in ("bios", "fact-checks"):
        notes = [path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"{kind}/*/index.html"))]
        for number in range(0, len(notes), GROUP):
            _join(notes[number : number + GROUP], folder / f"joined/{kind}-{number}/index.html")


def _join(pages: list[str], path: Path) -> None:
    first = pages[0]
    start, end = first.index('<article class="leaf'), first.index("</main>")
    articles = [page[page.index('<article class="leaf') : page.index("</main>")] for page in pages]
    heads = [line for page in pages[1:] for line in HEAD.findall(page[: page.index("</head>")])]
    path.parent.mkdir(parents=True)
    head, rest = first[:start].split("</head>", 1)
    path.write_text("\n".join([head, *heads, "</head>", rest, *articles, first[end:]]), encoding="utf-8")


def _tell_on_a_few(folder: Path) -> None:
    """Leaves the panel of problems on the front page, a section and notes: it is the same on each, and most of it.

    A browser would take a third of its time to read it sixty times.
    """
    panels = set()
    for page in opened(folder):
        path = folder / page / "index.html"
        before, start, after = path.read_text(encoding="utf-8").rpartition('<section class="problems"')
        panel, end, rest = after.partition("</body>")
        panels.add(start + panel)
        if page not in ("", "article/000-s0/", "joined/bios-0/"):
            path.write_text(before + end + rest, encoding="utf-8")
    assert len(panels) == 1 and "problems in the files" in panels.pop()


@pytest.fixture(scope="module", params=[SERVED, pytest.param(POLICY, marks=sweep()), pytest.param(ALL, marks=sweep())])
def hostile(request: pytest.FixtureRequest, root: Path, once: Once) -> Iterator[Site]:
    as_served = request.param != POLICY

    def make(folder: Path) -> None:
        project, site = folder / "project", folder / "site"
        payloads = payloads_of(request.param)
        marked_up = payloads if as_served else [let_through(payload) for payload in payloads]
        write_edition(project, root / "hooks/mkdocs_hooks.py", payloads, marked_up)
        if as_served:
            build_served(project, site)
        else:
            done = build(project, site)
            assert done.returncode == 0, done.stderr[-5000:]
        _join_notes(site)
        if as_served:
            _tell_on_a_few(site)

    site = once(f"hostile {request.param}", make) / "site"
    with served(site) as address:
        yield Site(site, address, payloads_of(request.param))


@pytest.fixture
def page(browser: Browser, hostile: Site) -> Iterator[Page]:
    """A page that reports what it should not do; without the policy where the site has none."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(3 * DEADLINE * 1000)  # some pages are very large
    context.add_init_script(WATCH)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def dismiss(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    context.on("page", lambda opened: said.append(f"a window {opened.url}"))
    ours = (hostile.address, "data:image/svg")
    context.on("request", lambda request: None if request.url.startswith(ours) else said.append(request.url))
    context.route(lambda url: not url.startswith(hostile.address), lambda route: route.abort())
    yield page
    assert said == []
    context.close()


def assert_quiet(page: Page) -> None:
    assert page.evaluate("() => [window.__ran ?? null, __seen]") == [None, []]
    assert page.evaluate(FOREIGN) == []


def test_there_are_payloads_enough() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 300


def test_every_payload_has_its_notes(hostile: Site) -> None:
    assert hostile.notes == 2 * len(hostile.payloads)


@further
@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_runs_what_stands_in_its_notes(page: Page, hostile: Site, part: int) -> None:
    # The whole article has what its sections have: where all payloads stand in it, it takes as long as they. To find
    # places in a margin for so many notes, over and over, would take minutes, too.
    has_all = hostile.payloads is PAYLOADS
    width = 390 if has_all else 1440
    for name in [name for name in hostile.pages if name != "whole/" or not has_all][part::PARTS]:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(hostile.address + name)
        page.evaluate(TOUCH)
        assert_quiet(page)


def test_the_search_shows_words_of_notes_as_words(page: Page, hostile: Site) -> None:
    page.goto(f"{hostile.address}changes/")
    page.keyboard.press("/")
    page.wait_for_selector("[name=query]:focus")
    told = page.locator(".search [role=status]")
    for words in ("__ran", *PAYLOADS[::48], "script"):
        page.locator("[name=query]").fill("")
        expect(told).not_to_contain_text("matching")
        page.keyboard.insert_text(words)
        expect(told).to_contain_text("matching")
    expect(page.locator(".search li a").nth(1)).to_be_attached()
    assert_quiet(page)


PREVIEW = """async ([address, payloads]) => {
  const { preview } = await import(address + "assets/preview.js")
  const { KINDS } = await import(address + "assets/fields.js")
  const data = await (await fetch(address + "assets/composer.json")).json()
  const main = document.querySelector("main")
  for (const text of payloads) for (const [kind, { fields }] of Object.entries(KINDS)) {
    const note = {}
    for (const [name, type] of Object.entries(fields)) if (type !== "choice")
      note[name] = ["lines", "ids"].includes(type) ? [text] : text
    if (note.target) note.target = { exact: text }
    if (note.readings) note.readings = [{ witness: text, text }]
    if (note.evidence) note.evidence = [{ source: text, stance: "context", note: text }]
    main.append(preview(kind, note, { data, exact: text, original: { lang: text, dir: text } }))
  }
}"""


def test_the_composers_preview_and_the_citations_show_words(page: Page, hostile: Site) -> None:
    page.goto(f"{hostile.address}joined/bios-0/")
    page.evaluate(PREVIEW, [hostile.address, hostile.payloads])
    assert_quiet(page)
    for number in range(10):
        page.locator("[data-cite]").nth(number).dispatch_event("click")
        page.wait_for_selector(".cite:not([hidden])")
        assert page.locator(".cite > *").evaluate_all("items => items.map(item => item.localName)") == ["button"] * 4
        page.keyboard.press("Escape")
        page.wait_for_selector(".cite", state="hidden")
    assert_quiet(page)
