"""Nothing is let in (invariant 3): whatever stands in the files, the pages hold only what the templates write."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from edition import Site, open_project
from edition.publishing import markdown
from edition.publishing.site import ASSETS
from edition_mkdocs.shells import files_of
from tests.examples import tried_on
from tests.hostile import fields
from tests.hosts import Known, write

PAYLOADS = (Path(__file__).parent.parent / "hostile/payloads.txt").read_text(encoding="utf-8").splitlines()

TAGS = set(
    "html head body title p div section article aside header nav main h1 h2 h3 h4 ul ol li dl dt dd a b i em strong "
    "span cite code pre br mark blockquote time button details summary fieldset legend label input sup "
    "select option figure figcaption table thead tbody tr th td".split()
) | {f"{{http://www.w3.org/2000/svg}}{name}" for name in "svg title desc g a text line rect circle".split()}
"""What our templates write, and what Markdown may."""
MARKDOWN_TAGS = set("html head body p em strong code ul ol li a br span".split())  # a span: what no line parts
ATTRIBUTES = set(
    "id class href rel lang dir title datetime role type name value checked hidden open style start tabindex scope "
    "width height overflow x y x1 x2 y1 y2 cx cy r rx text-anchor aria-label aria-hidden aria-pressed aria-expanded "
    "aria-labelledby aria-describedby aria-keyshortcuts aria-controls data-apparatus data-edition data-section "
    "data-notes data-kind data-number data-rating data-show data-sign data-words data-traditional data-path "
    "data-count data-level data-cite data-compose".split()
)
STYLE = re.compile(
    r"--share: \d+|--s:\d+|(?:--row:\d+;)?--n:\d+(?:;--lines:\d+)?(?:;--verified:\d+)?"
    r"|--rows:(?:auto|\d+fr)(?: (?:auto|\d+fr))*"
)
SHELL = "<!doctype html><title>\ue000title\ue001</title><main><p>\ue000content\ue001</p></main>"


@lru_cache(maxsize=100)  # a page is looked at twice, and this takes most of the time
def elements(html: str) -> list[Element]:
    """As a browser reads it."""
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return [element for element in tree.iter() if isinstance(element.tag, str)]


def assert_harmless(html: str, tags: set[str] = TAGS) -> None:
    for element in elements(html):
        if element.tag == "script":  # our own JSON-LD (publishing/structured.py), which no browser runs
            assert element.attrib == {"type": "application/ld+json"}, f"a script {element.attrib}"
            assert json.loads(element.text or "")["@context"] == "https://schema.org"
            continue
        assert element.tag in tags, f"an element {element.tag}"
        for name, value in element.attrib.items():
            assert name in ATTRIBUTES, f"an attribute {name}={value!r}"
            if name == "href":
                scheme = re.match(r"[\x00-\x20]*([^/?#]*?):", value)
                assert scheme is None or scheme[1] in ("http", "https"), f"a link to {value!r}"
                assert not re.match(r"[\x00-\x20]*[/\\]{2}", value), f"a link to another host, {value!r}"
            if name == "style":
                assert STYLE.fullmatch(value), f"a style {value!r}"
            if name == "type":
                assert value in ("button", "radio")
            if name == "dir":  # where a language says of no script how it runs
                assert value in ("ltr", "rtl", "auto")


def notes_with(text: str, marked_up: str, term: str) -> dict[str, Any]:
    """An edition that holds the text in every field of text, the Markdown in every field of Markdown."""
    mended = {"from": text, "to": text, "text": text, "kind": "fact", "date": "2026-01-05"}
    gone = {"text": text, "kind": "withdrawn", "date": "2026-01-06"}
    found = fields.notes(text, marked_up, {"exact": term}, [term], "note", "openai", [mended, gone])
    ids = {"sources": "note", "bios": "openai", "fact-checks": "claimed", "glosses": "word", "variants": "other"}
    return {f"{folder}/{ids[folder]}.yml": note for folder, note in found.items()} | {
        "edition.yml": fields.manifest(text, marked_up, [text]),
        "translations/begin.yml": [{"begins": term, "text": text, "pinyin": text}],
        "claims.yml": [{"quote": term, "check": "claimed"}, {"quote": term, "reason": text}],
    }


class Shown(NamedTuple):
    """What a site shows and writes, made once: the composer's data alone take as long as all pages."""

    pages: list[str]
    files: Mapping[str, str]
    panel: str


def shown_with(text: str, marked_up: str, term: str) -> Shown:
    site = bound_with(text, marked_up, term)
    files = {path: "".join(pieces) for path, pieces in files_of(site, dict.fromkeys(site.notes, SHELL))}
    pages = [*site.sections.values(), *site.indexes.values(), *site.slots("").values(), site.panel]
    pages += [*site.structured.values(), *(text for path, text in files.items() if path.endswith(".html"))]
    return Shown(pages, files, site.panel)


def bound_with(text: str, marked_up: str, term: str) -> Site:
    with TemporaryDirectory() as name:
        root = Path(name)
        for path, value in notes_with(text, marked_up, term).items():
            write(root / "annotations" / path, str(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True)))
        section = root / "docs/article/01-begin.md"
        section.parent.mkdir(parents=True)
        section.write_text(f"---\ntitle: {json.dumps(text)}\n---\n\nThe article.\n", encoding="utf-8")
        return open_project(root).bind(host_with(text, f"<p>{escape(term)}</p>"))


def host_with(text: str, html: str) -> Known:
    """A host that makes such HTML, and whose repository has the text as the subject and the author of a commit."""
    paths = ("annotations/bios/openai.yml", "annotations/fact-checks/claimed.yml", "annotations/glosses/gone.yml")
    rows = "\n" + "".join(f"M\0{path}\0" for path in paths)
    day, said = "2026-01-05T08:00:00+08:00", text.replace("\0", "")
    changed, cut = (
        "\0".join((sign * 40, day, decoration, said, said, "", rows))
        for sign, decoration in (("a", ""), ("b", "grafted"))
    )
    return Known(repo_url="https://example.org/edition", log=changed + cut, made=lambda _: html)


def shape(shown: Shown) -> Counter[tuple[str, ...]]:
    """How many elements there are of each kind with each set of attributes, the problems' panel aside."""
    found: Counter[tuple[str, ...]] = Counter()
    for html in shown.pages:
        if html != shown.panel:
            found.update((element.tag, *sorted(element.attrib)) for element in elements(html.replace(shown.panel, "")))
    return found


def assert_nothing_let_in(shown: Shown) -> None:
    for html in shown.pages:
        assert_harmless(html)
    assert len(ElementTree.fromstring(shown.files["corrections.xml"]).findall("{*}entry")) == 1
    entries = json.loads(shown.files["search/entries.json"])["docs"]
    assert {"bios/openai/", "fact-checks/claimed/", "glosses/#word", "variants/#other", "sources/#note"} <= {
        entry["location"] for entry in entries
    }


@cache
def ordinary_shape(text: str) -> Counter[tuple[str, ...]]:
    return shape(shown_with(text, "words", " ".join(text.split())))


def ordinary(text: str) -> str:
    """Words of nothing but letters, as long and as wide: a headword is cut behind one of them."""
    return re.sub(r"\S", lambda sign: "x" if sign[0] < "\u2e80" else "\uff58", text)


def test_no_script_writes_html() -> None:
    """What a script fetches, as search's entries and the words' rows are, it shows as text."""
    scripts = {path.name: path.read_text(encoding="utf-8") for path in ASSETS if path.suffix == ".js"}
    assert scripts
    writers = "innerHTML outerHTML insertAdjacentHTML createContextualFragment srcdoc document.write".split()
    written = re.compile(rf"\b(?:{'|'.join(map(re.escape, writers))})")
    assert [name for name, script in scripts.items() if written.search(script)] == []


@pytest.mark.parametrize("payload", PAYLOADS[::5])  # all of them go through a browser in tests/hostile
def test_no_payload_gets_through_a_text(payload: str) -> None:
    term = " ".join(payload.split())
    shown = shown_with(payload, "words", term)
    assert_nothing_let_in(shown)
    # Text is text: it makes as many elements as any other of its words' lengths.
    assert shape(shown) == ordinary_shape(ordinary(payload))


def test_no_payload_gets_through_markdown() -> None:
    for payload in PAYLOADS:
        assert_harmless(markdown.to_html(payload, lambda note: f"../bios/{note}/", "und"), MARKDOWN_TAGS)
    size = 120  # a field has no room for all at once
    for start in range(0, len(PAYLOADS), size):
        assert_nothing_let_in(shown_with("words", "\n\n".join(PAYLOADS[start : start + size]), "words"))


hostile = st.lists(
    st.one_of(
        st.sampled_from(PAYLOADS),
        st.sampled_from(["<", ">", '"', "'", "`", "&", "\\", "\n", "\n\n", " ", "](", "![", "[", ")", "{root}"]),
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp")), max_size=8),
    ),
    min_size=1,
    max_size=6,
).map("".join)  # fmt: skip


@given(hostile.filter(str.strip), hostile.filter(str.strip))
@tried_on(40)
def test_no_mixture_gets_through(text: str, marked_up: str) -> None:
    assert_nothing_let_in(shown_with(text, marked_up, "words"))


@given(hostile)
@tried_on(300)
def test_markdown_is_harmless(text: str) -> None:
    html = markdown.to_html(text, lambda note: f"../bios/{note}/", "und")
    assert_harmless(html, MARKDOWN_TAGS)
