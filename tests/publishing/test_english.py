"""The English under a paragraph: its own words, with the signs and names of the Chinese above it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from edition.concordance import SectionSource
from edition.publishing.english import english_of
from edition.publishing.host import Unknown
from edition.publishing.render import Renderer
from tests.notes import bio, check, edition_of, evidence, joined, source, target, translation

NONE: Mapping[str, Any] = {}


def english(
    words: str,
    text: str,
    checks: Mapping[str, str] = NONE,
    names: Mapping[str, tuple[str, Sequence[str]]] = NONE,
    said: str = "",
) -> str:
    """The English of one paragraph; `checks` are claims' words by id, `names` names and terms by id.

    `said` are the words of the English that say what the checked ones say.
    """
    edition = edition_of(
        bios={
            name_id: bio(name_id, *terms, name=name, body="A thing.", sources=("post",))
            for name_id, (name, terms) in names.items()
        },
        fact_checks={
            check_id: check(check_id, claim=f"The <claim> {check_id}.", rating="accurate",
                            evidence=(evidence("post"),), target=target(exact, english=said))
            for check_id, exact in checks.items()
        },
        sources={"post": source("post")},
        translations={"s": translation("s", (words[:2], text))},
    )  # fmt: skip
    concordance, problems = joined(edition, [SectionSource("s", "S", "s.md", f"<p>{words}</p>", "s/")])
    assert problems == []
    ((html, _),) = english_of(Renderer(concordance, Unknown()), concordance.sections[0])
    assert unescape(re.sub(r'<a class="sign".*?</a>|<[^>]*>', "", html)) == text
    return html


WORDS = "他走了。没有人知道为什么会这样。门关上了。"
TEXT = "He left. Nobody knew why it was so. The door closed."
SAYS = {
    "the first sentence": ("他走了", "He left."),
    "the sentence in whose midst the claim ends": ("知道", "He left. Nobody knew why it was so."),
    "the last of several sentences": ("走了。没有人知道", "He left. Nobody knew why it was so."),
    "the last sentence": ("门关上了", TEXT),
}


def words_before_the_sign(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html.partition("<a")[0])


@pytest.mark.parametrize(("exact", "before"), SAYS.values(), ids=SAYS)
def test_a_verdict_stands_behind_the_sentence_that_says_the_same(exact: str, before: str) -> None:
    html = english(WORDS, TEXT, {"left": exact})
    assert words_before_the_sign(html) == before
    assert 'href="#note-left"' in html
    assert "The &lt;claim&gt; left." in html


def test_a_verdict_stands_behind_the_words_that_the_check_names() -> None:
    html = english(WORDS, TEXT, {"left": "没有人知道"}, said="Nobody knew")
    assert words_before_the_sign(html) == "He left. Nobody knew"


def test_a_verdict_without_a_translation_is_not_shown() -> None:
    assert english(WORDS, "", {"left": "他走了"}) == ""


def parts(html: str) -> list[str]:
    """The words of each part, which must be numbered from 1."""
    found = re.findall(r'<span class="s" style="--s:(\d+)">(.*?)</span>', html)
    assert [int(number) for number, _ in found] == list(range(1, len(found) + 1))
    return [re.sub(r"<a.*?</a>", "", part).strip() for _, part in found]


def test_each_sentence_is_a_part_of_its_own() -> None:
    assert parts(english(WORDS, TEXT, {"left": "他走了"})) == [
        "He left.",
        "Nobody knew why it was so.",
        "The door closed.",
    ]


def test_sentences_that_were_joined_in_translation_are_one_part() -> None:
    text = "Then he left and nobody at all knew why it should be so. The door closed."
    assert parts(english(WORDS, text)) == [
        "Then he left and nobody at all knew why it should be so.",
        "The door closed.",
    ]


def test_a_sentence_that_ends_within_an_element_is_no_part_of_its_own() -> None:
    words = WORDS.replace("这样。门", "<b>这样。门</b>")
    assert parts(english(words, TEXT)) == ["He left.", "Nobody knew why it was so. The door closed."]


def test_a_part_does_not_begin_within_a_name() -> None:
    html = english(
        WORDS, "He left Yahoo! Nobody knew why it was so. The door closed.", names={"he": ("Yahoo! Nobody", ["他"])}
    )
    assert linked(html) == [("he", "Yahoo! Nobody")]
    assert "Yahoo! Nobody</a></span>" in html


def linked(html: str) -> list[tuple[str, str]]:
    """Ids and words of the names that are links."""
    return re.findall(r'<a class="mark bio" data-notes="([a-z-]+)" href="#note-[a-z-]+">(.*?)</a>', html)


CASES = sorted((Path(__file__).parent.parent / "cases" / "publishing" / "names").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_names_are_found_in_the_english(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    names = {name_id: (terms[0], terms[1:]) for name_id, terms in case["names"].items()}
    assert linked(english(case["words"], case["english"], names=names)) == [tuple(link) for link in case["links"]]


def test_a_name_is_linked_where_it_first_stands() -> None:
    html = english("谷歌走了", "Google left; Google came back.", names={"google": ("Google", ["谷歌"])})
    assert linked(html) == [("google", "Google")]
    assert "</a> left; Google came back." in html


def test_a_name_is_no_part_of_a_word() -> None:
    html = english("智能走了", "BrAIn left the AI’s AIs.", names={"ai": ("AI", ["智能"])})
    assert linked(html) == [("ai", "AI")]
    assert "BrAIn left the <a" in html


def test_a_name_that_is_not_named_in_the_paragraph_is_not_linked() -> None:
    names = {"google": ("Google", ["谷歌"]), "door": ("Door", ["门"])}
    assert linked(english("谷歌走了,门没关。", "It left, and Google shut no gate.", names=names)) == [
        ("google", "Google")
    ]


def test_of_two_names_the_longer_is_taken_and_the_shorter_where_it_stands_alone() -> None:
    names = {"openai": ("OpenAI", ["欧派"]), "openai-board": ("OpenAI board", ["董事会"])}
    html = english("欧派的董事会走了", "The OpenAI board left OpenAI.", names=names)
    assert linked(html) == [("openai-board", "OpenAI board"), ("openai", "OpenAI")]


def test_names_that_lie_on_one_another_are_not_both_linked() -> None:
    names = {"open": ("Open door", ["开门"]), "door": ("door policy", ["政策"])}
    assert linked(english("开门政策走了", "An Open door policy left.", names=names)) == [("open", "Open door")]


def test_a_verdict_within_a_name_waits_for_its_end() -> None:
    text = "Who is at Yahoo! Inc asked what the closed door was for."
    html = english("谁在雅虎？公司问门为什么关上了。", text, {"left": "雅虎"}, {"yahoo": ("Yahoo! Inc", ["雅虎"])})
    assert linked(html) == [("yahoo", "Yahoo! Inc")]
    assert re.search(r'Yahoo! Inc</a><a class="sign" [^>]*href="#note-left"', html)


def test_the_text_is_escaped() -> None:
    html = english("研发走了", "R&D <b>left</b> “Q&A”.", names={"rd": ("R&D", ["研发"])})
    assert linked(html) == [("rd", "R&amp;D")]
    assert "&lt;b&gt;left&lt;/b&gt; “Q&amp;A”." in html
