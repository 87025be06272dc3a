"""Sentences, and which of a translation say the same as which of the text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.text import align_sentences, sentence_ends, sentence_pairs

SENTENCES = {
    "one without a full stop": ["王座空了"],
    "Chinese ones": ["他走了。", "为什么?", "没有人知道!"],
    "a full stop within quotes ends with them": ["他说:“我走了。”", "门关上了。"],
    "an English full stop within quotes": ["“I am leaving.”", " The door closed."],
    "a quote after the full stop, in brackets": ["(He left.)", " The door closed."],
    "several marks are one end": ["他真的走了?!", "走了。"],
    "an abbreviation before a small letter": ["The head of R&D. left in May."],
    "an abbreviation at the end of a sentence": ["He led R&D.", " Then he left."],
    "an address": ["Mr. Altman met Dr. Leike and St. Louis.", " They left."],
    "initials": ["It was J. R. Smith of the U.S. Government.", " He left."],
    "initials first": ["J. Smith left.", " So did I."],
    "a number with a point": ["GPT-4.5 came in 2025.", " It left again."],
}


@pytest.mark.parametrize("sentences", SENTENCES.values(), ids=SENTENCES)
def test_where_sentences_end(sentences: list[str]) -> None:
    text = "".join(sentences)
    assert [text[start:end] for start, end in pairwise([0, *sentence_ends(text)])] == sentences


ALIGNED = {
    "one to one": (["他走了。", "没有人知道为什么会这样。"], ["He left.", " Nobody knew why it was so."], [1, 2]),
    "two to one": (
        ["他在新年刚开工的时候走了。", "没有人知道为什么会是这样。"],
        ["When work in the new year had only just begun he left, and nobody at all knew why it should be so."],
        [1, 1],
    ),
    "one to two": (
        ["他在新年刚开工的时候走了，没有人知道为什么会是这样。", "门关上了。"],
        ["He left when work in the new year had only just begun.", " Nobody knew why it should be so.", " It shut."],
        [2, 3],
    ),
    "two to one, and then one to two": (
        ["他走了。", "她也走了。", "在新年刚开工的时候没有人知道为什么会是这样，门也关上了。"],
        ["He left, and so did she, both.", " Nobody knew at the start of the new year why it should be so.",
         " And then the door was shut, too, by somebody."],
        [1, 1, 3],
    ),
    "two, of which the translator left the second out": (
        ["他在新年刚开工的时候走了，没有人知道为什么。", "他在家里坐着看了一天的书，后来又睡着了。"],
        ["He left when work in the new year had just begun."],
        [1, 1],
    ),
    "a short one among long ones": (
        ["可以说，没有他，就没有今天能写代码的人工智能。", "真的。", "可是他在新年的第一个星期离开了这家公司。"],
        ["Without him, one may say, there would be no AI today that can write code.", " Truly.",
         " And yet he left the company in the first week of the new year."],
        [1, 2, 3],
    ),
    "no translation": (["他走了。", "门关上了。"], [], [0, 0]),
    "no text": ([], ["He left."], []),
}  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "partners"), ALIGNED.values(), ids=ALIGNED)
def test_which_sentences_say_the_same(ours: list[str], theirs: list[str], partners: list[int]) -> None:
    """`partners` says for each sentence how many of the translation's have been told when it ends."""
    ends = [len("".join(ours[: index + 1])) for index in range(len(ours))]
    told = [len("".join(theirs[:count])) for count in partners]
    assert align_sentences("".join(ours), "".join(theirs)) == list(zip(ends, told, strict=True))


PAIRED = {
    "one by one, the space with what it follows": (
        ["Er ging.  ", "Sie blieb noch lange. ", "Gut so."], ["He left. ", "She stayed for long. ", "Good."]),
    "two that one says": (
        ["他在新年刚开工的时候走了。没有人知道为什么会是这样。"],
        ["When work in the new year had only just begun he left, and nobody at all knew why it should be so."]),
    "one that two say": (
        ["他在新年刚开工的时候走了，没有人知道为什么会是这样。", "门关上了。"],
        ["He left when work in the new year had only just begun. Nobody knew why it should be so. ", "It shut."]),
    "space before and behind all": ([" 他走了。", "门关上了。 \n"], ["  He left. ", "It shut.\n"]),
    "no translation": (["他走了。门关上了。"], [""]),
    "no text": ([""], ["He left. It shut."]),
}  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs"), PAIRED.values(), ids=PAIRED)
def test_a_text_and_its_translation_are_cut_into_parts_that_say_the_same(ours: list[str], theirs: list[str]) -> None:
    one, other = "".join(ours), "".join(theirs)
    ends = zip(*sentence_pairs(one, other), strict=True)
    assert [cut(text, at) for text, at in zip((one, other), ends, strict=True)] == [ours, theirs]


def cut(text: str, ends: Iterable[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *ends])]


TEXTS = st.lists(st.sampled_from(list('。？！；”’）.!?;…") aA中国\n&')), max_size=40).map("".join)


@given(TEXTS)
def test_ends_rise_to_the_end_of_the_text(text: str) -> None:
    ends = sentence_ends(text)
    assert all(one < other for one, other in pairwise([0, *ends]))
    assert (ends[-1] if ends else 0) == len(text.rstrip())


@given(TEXTS, TEXTS)
def test_every_sentence_has_an_end_in_the_translation_and_none_goes_back(ours: str, theirs: str) -> None:
    pairs = align_sentences(ours, theirs)
    assert [one for one, _ in pairs] == sentence_ends(ours)
    assert {other for _, other in pairs} <= {*sentence_ends(theirs), len(theirs.rstrip())}
    assert all(one[1] <= other[1] for one, other in pairwise(pairs))
