"""Woven HTML is valid, carries every mark, and holds the text as it stood."""

from __future__ import annotations

import html5lib
import pytest

from edition.publishing.fragments import around, fragment
from edition.text import SectionText, half_width_stops, read_section
from edition.weaving import Frame, Mark, weave
from tests.golden import Golden
from tests.html import article_lines, parse


def mark(text: SectionText, words: str, note: str, *, is_term: bool = False, times: int = 0) -> Mark:
    start = -1
    for _ in range(times + 1):
        start = text.flat.index(words, start + 1)
    closing = ("", "") if is_term else closed_by(note, "accurate", f"Accurate: {note}")
    kind = "gloss" if is_term else "check"
    rating = "" if is_term else "accurate"
    return Mark(start, start + len(words), note, kind, f"note-{note}", is_term, False, rating, *closing)


def closed_by(note: str, rating: str, label: str) -> tuple[str, str]:
    """The sign of a claim, and the same within a link."""
    values = (rating, "✓", label, f"note-{note}")
    return fragment("sign", *values, True), fragment("sign", *values, False)


def woven(html: str, *marks: tuple[str, str, bool]) -> str:
    text = read_section("s", html)
    return weave(text, [mark(text, words, note, is_term=term) for words, note, term in marks], {}, around)


def covered(html: str, note: str) -> str:
    """The words that carry the note's id, in order."""
    segments = (item for item in parse(html).iter() if note in (item.get("data-notes") or "").split())
    return "".join("".join(segment.itertext()) for segment in segments)


def is_valid(html: str) -> bool:
    """Whether a browser's parser finds no error in it."""
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(f"<!DOCTYPE html><html><head><title>t</title></head><body>{html}</body></html>")
    return True


@pytest.mark.golden_test("../cases/weaving/*.yml")
def test_case_is_woven(golden: Golden) -> None:
    text = read_section("s", golden["html"])
    marks = []
    for item in golden.get("marks", []):
        start, words = text.flat.index(item["words"]), item["words"]
        label = item.get("label", "")
        closing = closed_by(item["note"], item["rating"], label) if label else ("", "")
        marks.append(
            Mark(start, start + len(words), item["note"], item["kind"], f"note-{item['note']}", not label,
                 item.get("again", False), item.get("rating", ""), *closing)
        )  # fmt: skip
    for number, leaf in zip(golden.get("numbers", []), text.leaves, strict=False):
        leaf.number = number
    frames = {
        index: Frame(**{**frame, "breaks": [text.flat.index(words) for words in frame.get("breaks", [])] or None})
        for index, frame in golden.get("frames", {}).items()
    }
    signs = [(text.flat.index(words) + len(words), html) for words, html in golden.get("signs", {}).items()]
    found = half_width_stops(text.flat, golden.get("language", ""))
    assert weave(text, marks, frames, around, signs, found).rstrip("\n") + "\n" == golden.out["woven"]


OVERLAPS = {
    "nested": [("甲乙丙丁", "outer", False), ("乙丙", "inner", False)],
    "crossing": [("甲乙丙", "first", False), ("丙丁", "second", False)],
    "touching": [("甲乙", "first", False), ("丙丁", "second", False)],
    "identical": [("乙丙", "first", False), ("乙丙", "second", False)],
    "a word in a claim": [("甲乙丙丁", "claim", False), ("乙丙", "word", True)],
    "words crossing": [("甲乙丙", "first", True), ("丙丁", "second", True)],
}


@pytest.mark.parametrize("marks", OVERLAPS.values(), ids=OVERLAPS)
@pytest.mark.parametrize(
    "html",
    [
        "<p>甲乙丙丁</p>",
        "<p>甲<b>乙<i>丙</i></b>丁</p>",
        '<p>甲乙<a href="#x">丙丁</a></p>',
        "<p><code>甲乙</code>丙丁</p>",
        "<p><ruby>甲<rt>jiǎ</rt>乙<rt>yǐ</rt></ruby>丙丁</p>",
        "<ul><li>甲&#x4e59;</li></ul><p>丙丁</p>",
    ],
)
def test_marks_may_overlap_in_any_way(html: str, marks: list[tuple[str, str, bool]]) -> None:
    if "<li>" in html:  # across blocks a quote has a space
        marks = [(words.replace("乙丙", "乙 丙"), note, term) for words, note, term in marks]
    result = woven(html, *marks)
    assert is_valid(result)
    for words, note, _ in marks:
        assert covered(result, note).replace("jiǎ", "").replace("yǐ", "") == words.replace(" ", "")
    wrapped = '<div data-edition="text">{}</div>'
    assert article_lines(wrapped.format(result)) == article_lines(wrapped.format(html))


def test_one_segment_carries_all_its_notes_the_longest_first() -> None:
    result = woven("<p>甲乙丙丁</p>", ("甲乙丙丁", "long", False), ("乙丙", "mid", False), ("丙", "short", True))
    assert 'data-notes="long mid short"' in result


def test_inside_a_link_there_is_no_link() -> None:
    result = woven('<p><a href="#x">甲乙丙</a></p>', ("甲乙丙", "claim", False), ("乙", "word", True))
    document = parse(result)
    assert len(list(document.iter("a"))) == 1
    (closing,) = [element for element in document.iter("span") if element.get("class") == "sign"]
    assert "href" not in closing.attrib  # a span has none in HTML, and its label needs a role
    assert (closing.get("role"), closing.get("aria-label")) == ("group", "Accurate: claim")
    assert closing.get("data-href") == "#note-claim"  # for the script, which opens the note


def test_a_sign_closes_each_claim_once_even_across_blocks() -> None:
    result = woven("<p>甲乙</p><p>丙丁</p>", ("乙 丙", "claim", False))
    assert result.count("✓") == 1
    assert result.index("丙") < result.index("✓") < result.index("丁")


def test_the_sources_own_bytes_stay() -> None:
    html = "<p>甲&nbsp;&amp;  乙<!-- c --><br />丙</p>\n<p class=x>丁</p>"
    assert (
        weave(read_section("s", html), [], {}, around).replace('<div class="words">', "").replace("</div>", "") == html
    )


@pytest.mark.parametrize(
    ("html", "element"),
    [
        ("<p>甲</p>", '<p id="p-1">'),
        ("<ul><li>甲</li></ul>", '<div class="words" id="p-1">'),
        ("<figure><figcaption>甲</figcaption></figure>", '<div class="words" id="p-1">'),
        ('<p id="own">甲</p>', '<div class="words" id="p-1">'),
        ("<blockquote><p>甲</p></blockquote>", '<p id="p-1">'),
    ],
)
def test_a_paragraph_has_its_address(html: str, element: str) -> None:
    text = read_section("s", html)
    text.leaves[0].number = 1
    result = weave(
        text, [], {0: Frame("<a data-apparatus>1</a>", "<p data-apparatus>one</p>", "<aside>…</aside>")}, around
    )
    assert is_valid(result)
    assert element in result
    assert result.index("1</a>") < result.index("甲") < result.index("one") < result.index("<aside>")


def test_a_heading_has_no_number() -> None:
    assert ' id="p-' not in weave(read_section("s", "<h1>甲</h1>"), [], {}, around)


def test_a_sign_of_its_own_stands_behind_its_words() -> None:
    text = read_section("s", "<p>甲乙</p>")
    assert "甲<i data-apparatus>○</i>乙" in weave(text, [], {}, around, [(1, "<i data-apparatus>○</i>")])


def parted(html: str, breaks: list[str], *marks: tuple[str, str, bool]) -> str:
    """Woven with the words of the first leaf parted before each of `breaks`, as far as they may be."""
    text = read_section("s", html)
    offsets = [text.flat.index(words) for words in breaks]
    frame = Frame(breaks=[offset for offset in offsets if text.break_at(offset) >= 0])
    return weave(text, [mark(text, words, note, is_term=term) for words, note, term in marks], {0: frame}, around)


def parts(html: str) -> list[str]:
    spans = (element for element in parse(html.replace("<!-- c -->", "")).iter("span") if element.get("class") == "s")
    return ["".join("".join(span.itertext()).replace("✓", "").split()) for span in spans]


@pytest.mark.parametrize("marks", OVERLAPS.values(), ids=OVERLAPS)
@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>甲乙丙丁</p>", ["甲乙", "丙", "丁"]),
        ("<p>甲<b>乙</b>丙丁</p>", ["甲乙", "丙", "丁"]),
        ("<p>甲乙<b>丙</b>丁</p>", ["甲乙", "丙", "丁"]),
        ("<p>甲<b>乙丙</b>丁</p>", ["甲乙丙", "丁"]),
        ("<p><i>甲<b>乙</b></i><b>丙丁</b></p>", ["甲乙丙丁"]),
        ("<p>甲&#x4e59;<!-- c -->&#x4e19;丁</p>", ["甲乙", "丙", "丁"]),
        ("<p><ruby>甲<rt data-apparatus>jiǎ</rt></ruby>乙<a href='#x'>丙</a>丁</p>", ["甲jiǎ乙", "丙", "丁"]),
        ("<ul><li>甲乙丙丁</li></ul>", ["甲乙", "丙", "丁"]),
    ],
)
def test_words_stand_in_parts_that_no_mark_and_no_element_crosses(
    html: str, wanted: list[str], marks: list[tuple[str, str, bool]]
) -> None:
    result = parted(html, ["丙", "丁"], *marks)
    assert is_valid(result)
    assert parts(result) == wanted
    wrapped = '<div data-edition="text">{}</div>'
    assert article_lines(wrapped.format(result)) == article_lines(wrapped.format(html))


def test_a_number_stands_before_the_first_part_and_a_sign_in_the_part_that_it_closes() -> None:
    text = read_section("s", "<p>甲乙</p>")
    frame = Frame("<a data-apparatus>1</a>", breaks=[1])
    result = weave(text, [mark(text, "甲", "claim")], {0: frame}, around)
    assert result.index("1</a>") < result.index('style="--s:1"') < result.index("✓") < result.index('style="--s:2"')


def test_a_line_break_ends_a_part_and_begins_none() -> None:
    text = read_section("s", "<p>甲。<br>乙。</p>")
    assert "甲。<br></span>" in weave(text, [], {0: Frame(breaks=[text.flat.index("乙")])}, around)


def test_what_is_put_into_the_source_stands_before_the_mark_and_behind_what_ends_there() -> None:
    text = read_section("s", "<p>甲</p><p>乙</p>")
    result = weave(text, [mark(text, "乙", "word", is_term=True)], {}, around, inserts=[(8, "<i></i>"), (3, "<b></b>")])
    assert result == (
        '<div class="words"><p><b></b>甲</p></div><i></i><div class="words"><p>'
        '<a class="mark gloss" data-notes="word" href="#note-word">乙</a></p></div>'
    )
