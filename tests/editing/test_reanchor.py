"""After a change of the text every quote is found again, or said to be lost; cases under tests/cases/editing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from edition.anchoring import Range, Selector, describe, match
from edition.commands.texts import texts_of
from edition.editing import reanchor
from edition.editing.difference import Difference
from edition.model import FactCheck
from edition.text import SectionText, article_hash, normalise, read_section
from tests import notes
from tests.command import command
from tests.examples import tried_on
from tests.golden import Golden
from tests.hosts import write
from tests.notes import edition_of

MANIFEST = "title: t\npublisher: p\nissued: 2026\nlanguage: zh\nrights: r\nsha256: "


def answer(case: dict[str, Any]) -> dict[str, Any]:
    """Lay the case out, run the command, and say what it printed and which files are other than before."""
    with TemporaryDirectory() as name:
        root = Path(name)
        for folder, sections in (("docs/article", case["new"]), ("old", case.get("old") or {})):
            for number, (slug, text) in enumerate(sections.items(), 1):
                write(root / folder / f"{number:02}-{slug}.md", text)
        for path, text in case["notes"].items():
            write(root / "annotations" / path, text)
        # The article's own checksum is beside the point of a case.
        found = article_hash(texts_of(root)[0])
        (root / "annotations/edition.yml").write_text(MANIFEST + found, encoding="utf-8")
        arguments = [str(root / "old") if item == "OLD" else item for item in case["arguments"].split()]
        status, said, _ = command("reanchor", *arguments, root=root)
        after: dict[str, str | None] = dict.fromkeys(case["notes"])
        for file in sorted((root / "annotations").rglob("*.yml")):
            if file.name != "edition.yml":
                after[file.relative_to(root / "annotations").as_posix()] = file.read_text(encoding="utf-8")
        changed = {path: text for path, text in after.items() if text != case["notes"].get(path)}
        return {"status": status, "says": said, "writes": changed}


@pytest.mark.golden_test("../cases/editing/reanchor/*.yml")
def test_case_is_answered(golden: Golden) -> None:
    found = answer({key: golden.get(key) for key in ("arguments", "new", "notes", "old")})
    assert found["status"] == golden.out["status"]
    assert found["says"] == golden.out["says"]
    assert found["writes"] == golden.out["writes"]


# -- any change --------------------------------------------------------------------------------------------------------

SIGNS = [*"走了人心还在王座离职OpenAI ,。说"]
sentences = st.text(st.sampled_from(SIGNS), min_size=4, max_size=24).map(normalise).filter(bool)


@st.composite
def changes(draw: st.DrawFn) -> tuple[list[SectionText], list[SectionText], Range]:
    """An old text, a new one with paragraphs put before, between and after the old ones, and an old passage."""
    paragraphs = draw(st.lists(sentences, min_size=1, max_size=5, unique=True))
    old = read_section("s", "".join(f"<p>{item}</p>" for item in paragraphs))
    others = st.lists(sentences.filter(lambda item: item not in paragraphs), max_size=2)
    html = ""
    for item in paragraphs:
        html += "".join(f"<p>{new}</p>" for new in draw(others)) + f"<p>{item}</p>"
    leaf = draw(st.sampled_from(old.leaves))
    start = draw(st.integers(leaf.start, leaf.end - 1))
    end = draw(st.integers(start + 1, leaf.end))
    return [old], [read_section("t", html)], Range("s", start, end)


@given(changes())
@tried_on(300)
def test_unchanged_words_are_carried_as_they_are(change: tuple[list[SectionText], list[SectionText], Range]) -> None:
    old, new, place = change
    words = old[0].flat[place.start : place.end].strip()
    carried = Difference(old, new).carry(place)
    if not words:
        assert carried is None
    else:
        assert carried is not None
        assert carried.similarity == 1
        assert new[0].flat[carried.range.start : carried.range.end] == words


def test_deleted_words_are_carried_nowhere() -> None:
    old, new = read_section("s", "<p>人走了。</p><p>王座还在。</p>"), read_section("s", "<p>王座还在。</p>")
    difference = Difference([old], [new])
    assert difference.carry(Range("s", 0, 4)) is None
    kept = difference.carry(Range("s", 5, 9))
    assert kept and (kept.range, kept.similarity) == (Range("s", 0, 4), 1)


@st.composite
def corrections(draw: st.DrawFn) -> tuple[list[SectionText], list[SectionText], FactCheck]:
    """An old text, a new one with paragraphs changed, deleted, doubled and moved, and a check of an old passage."""
    paragraphs = draw(st.lists(sentences, min_size=1, max_size=5, unique=True))
    after = []
    for item in paragraphs:
        at = draw(st.integers(0, len(item)))
        changed = item[:at] + draw(st.sampled_from(SIGNS)) + item[at + draw(st.integers(0, 2)) :]
        after += draw(st.sampled_from([[item], [item], [normalise(changed) or "空"], [], [item, item]]))
    if draw(st.booleans()):
        after.reverse()
    old = read_section("s", "".join(f"<p>{item}</p>" for item in paragraphs))
    leaf = draw(st.sampled_from(old.leaves))
    start = draw(st.integers(leaf.start, leaf.end - 1))
    found = describe(old, start, draw(st.integers(start + 1, leaf.end)))
    assume(found is not None and match(found, [old]))
    assert found is not None
    check = notes.check("c", target=notes.target(found.exact, prefix=found.prefix, suffix=found.suffix))
    return [old], [read_section("s", "".join(f"<p>{item}</p>" for item in after or ["空"]))], check


@given(corrections())
@tried_on(400)
def test_no_verdict_outlives_its_words(change: tuple[list[SectionText], list[SectionText], FactCheck]) -> None:
    """Invariant 6: what is neither marked nor left to a person stands in a paragraph that is as it was."""
    old, new, check = change
    target = check.target
    assert target is not None
    was = match(Selector(target.exact, target.prefix, target.suffix), old)[0]
    outcomes = reanchor(edition_of(fact_checks={"c": check}), new, old)
    if any(item.is_open or item.mark for item in outcomes):
        return
    paragraph = old[0].words(old[0].leaves[old[0].leaf_at(was.start)])
    assert paragraph in {new[0].words(leaf) for leaf in new[0].leaves}
    assert all(item.kind == "moved" and item.new == target.exact for item in outcomes)


@pytest.mark.parametrize(
    ("old", "new", "words", "now", "certain"),
    [
        ("走了。走了。", "走了。", "走了", "走了", False),  # which of the two is gone?
        ("哈哈", "哈", "哈", "哈", False),
        ("他真的走了。后来呢？", "后来呢？他真的走了。", "他真的走", "他真的走", True),
        ("在 OpenAI 里", "在 OpenAIs 里", "OpenAI", "OpenAIs", True),  # a word is not cut
        ("在 OpenAI 里", "在 xOpenAI 里", "OpenAI", "xOpenAI", True),
        ("在 OpenAI 里", "在 OpenAI 里", "penA", "penA", True),
        ("在 OpenAI 里吗", "在 OpenAI 里了", "penA", "penA", True),
        ("在 OpenAI 里吗", "在 OpenAI 里了", "penAI", "penAI", True),
        ("在OpenAI里", "在xOpenAI里", "OpenAI", "xOpenAI", True),
        ("x OpenAI y", "xy", "OpenAI", None, None),
        ("他走了。", "他跑掉不见。", "走了", "跑掉不见", True),  # what came in place of the words is theirs, all of it
        ("他走了。", "他走了吧。", "走了", "走了", True),  # what was inserted at an edge is not the words'
        ("他走了。", "他快走了。", "走了", "走了", True),
        ("他走了。", "他快要走了吗。", "走了", "走了", True),
        ("他走了。", "他跑了。", "走", "跑", True),
        # What stands once is found wherever it is, unless so little may stand anywhere.
        ("他真的走了。甲来了吗？乙来了吗？", "甲来了吗？乙来了吗？他真的走了。", "真的走了", "真的走了", True),
        ("他也走了。甲来了吗？乙来了吗？", "甲来了吗？乙来了吗？他也走了。", "也走了", None, None),
    ],
)
def test_where_words_stand_now_and_whether_that_is_certain(
    old: str, new: str, words: str, now: str | None, certain: bool | None
) -> None:
    text, later = read_section("s", f"<p>{old}</p>"), read_section("s", f"<p>{new}</p>")
    start = old.index(words)
    carried = Difference([text], [later]).carry(Range("s", start, start + len(words)))
    assert (carried and later.flat[carried.range.start : carried.range.end]) == now
    assert (carried and carried.certain) == certain


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [(0, 4, False), (5, 9, True), (1, 7, False), (0, 7, False), (1, 8, True), (2, 7, True)],
)
def test_words_are_taken_where_most_of_them_stood_outside_the_passage(start: int, end: int, taken: bool) -> None:
    text = read_section("s", "<p>甲乙丙丁</p><p>戊己庚辛</p>")
    assert Difference([text], [text]).is_taken(Range("s", start, end), Range("s", 0, 4)) == taken


def test_a_passage_of_several_paragraphs_is_carried_with_what_parts_them() -> None:
    text, later = (
        read_section("s", "<p>甲乙。</p><p>丙丁。</p>"),
        read_section("s", "<p>戊。</p><p>甲乙。</p><p>丙丁。</p>"),
    )
    carried = Difference([text], [later]).carry(Range("s", 0, 7))
    assert carried is not None
    assert (carried.range, carried.similarity, carried.certain) == (Range("s", 3, 10), 1, True)
