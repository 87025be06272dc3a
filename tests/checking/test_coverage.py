"""What of an edition is covered is counted in the words of its own text."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import open_project
from edition.checking import Share, coverage, without_source
from edition.concordance import Concordance
from tests.hosts import Write

FILES = {
    "docs/article/01-first.md": (
        "# 标题\n\nOpenAI 走人了。奥特曼呢?Anthropic 说:“没有。”\n\nChatGPT 也走了!\n\n- 一\n- 二\n"
    ),
    "docs/article/02-second.md": "没有人说话。DeepMind 在等。\n",
    "annotations/edition.yml": "{title: x, publisher: x, issued: 2026, language: zh-Hans, rights: x, sha256: x}\n",
    "annotations/bios/openai.yml": "{name: OpenAI, kind: organization, terms: [OpenAI], summary: x, sources: [s]}\n",
    "annotations/glosses/chatgpt.yml": "{terms: [ChatGPT], literal: x, meaning: x, register: technical}\n",
    "annotations/fact-checks/leaves.yml": (
        "{target: {exact: 走人了}, claim: x, rating: accurate, summary: x, explanation: x, checked: 2026-01-05,\n"
        " evidence: [{source: s, stance: supports}]}\n"
    ),
    "annotations/sources/s.yml": "{type: webpage, title: x}\n",
    "annotations/translations/first.yml": (
        "- {begins: 标题, text: Title}\n- {begins: OpenAI, text: They leave.}\n- {begins: ChatGPT, text: It leaves.}\n"
    ),
    "annotations/claims.yml": (
        "- {quote: OpenAI 走人了, check: leaves}\n- {quote: 也走了, check: nowhere}\n"
        "- {quote: 没有人说话, section: second, reason: rhetoric}\n"
    ),
}


def checked(root: Path) -> Concordance:
    return open_project(root).joined()[0]


@pytest.fixture
def joined(write_files: Write) -> Concordance:
    return checked(write_files(FILES))


def test_sentences_count_as_translated_with_their_paragraph(joined: Concordance) -> None:
    # One heading, three sentences, one, and two list items that have no English.
    assert [item.sentences for item in coverage(joined)] == [Share(5, 7), Share(0, 2)]


def test_what_is_still_to_be_written_is_no_translation(write_files: Write) -> None:
    path = "annotations/translations/first.yml"
    files = {**FILES, path: FILES[path].replace("text: They leave.", "text: 'TODO: The English.'")}
    assert coverage(checked(write_files(files)))[0].sentences == Share(2, 7)


def test_names_are_those_in_latin_letters(joined: Concordance) -> None:
    assert [item.names for item in coverage(joined)] == [Share(2, 3, ("Anthropic",)), Share(0, 1, ("DeepMind",))]


def test_claims_with_a_reason_need_no_check(joined: Concordance) -> None:
    assert [item.claims for item in coverage(joined)] == [Share(1, 2, ("也走了",)), Share(0, 0)]


def test_every_section_is_counted_in_order(joined: Concordance) -> None:
    assert [item.section for item in coverage(joined)] == ["first", "second"]


def test_notes_without_a_source_are_named(write_files: Write) -> None:
    check, bio = "annotations/fact-checks/leaves.yml", "annotations/bios/openai.yml"
    bare = {check: FILES[check].replace("[{source: s, stance: supports}]", "[]"), bio: FILES[bio].replace("[s]", "[]")}
    assert without_source(checked(write_files({**FILES, **bare}))) == ["openai", "leaves"]
