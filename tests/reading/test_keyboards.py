"""What an input method writes instead of a sign that YAML knows is named, with what is written instead."""

from __future__ import annotations

import pytest

from tests.golden import Golden
from tests.reading.test_bad_input import check

REST = "literal: x\nmeaning: x\nregister: idiom\n"


@pytest.mark.golden_test("../cases/reading/keyboards/*.yml")
def test_a_sign_of_another_keyboard_is_named(golden: Golden) -> None:
    found = [check({"annotations/glosses/g.yml": f"{text}\n{REST}"}).err for text in golden["written"]]
    assert found == golden.out["problems"]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("{exact: '𠮷田说:\"再见'}", 'The article has “ where this has "'),
        ("{exact: 奥特曼 说,人走了}", "The article has other spaces"),
        ("{exact: 人走了, prefix: '说，', section: begin}", "has “,” where this has “，”: there it reads “说,人走了”."),
        ("{exact: 人走了, suffix: '，心', section: begin}", "has “,” where this has “，”: there it reads “人走了,心”."),
    ],
)
def test_a_quote_in_other_signs_is_told_the_articles_own(target: str, told: str) -> None:
    text = f"target: {target}\nclaim: x\nrating: opinion\nsummary: x\nexplanation: x\nchecked: 2026-11-20\n"
    evidence = "evidence: [{source: note-2026, stance: supports}]\n"
    assert told in check({"annotations/fact-checks/a.yml": text + evidence}).err


def test_a_claim_and_an_opening_in_other_signs_are_told_the_articles_own() -> None:
    said = check({"annotations/claims.yml": "- {quote: 奥特曼说，人走了, reason: x}\n"}).err
    assert 'write quote: "奥特曼说,人走了"; `edition check --fix` does that by itself.' in said
    opening = "- {begins: 他走了, text: x}\n- {begins: ＯｐｅｎＡＩ, text: x}\n"
    assert "`edition check --fix` mends it" in check({"annotations/translations/begin.yml": opening}).err
