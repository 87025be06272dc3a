"""What is said of a field suits the language of the article."""

from __future__ import annotations

import json
import re

import pytest

from edition import open_project
from edition.publishing.exports.composer import COMPOSER
from tests.hosts import EDITIONS, Known

CHINESE = re.compile("[\u3400-\u9fff]|chuàng")


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ("arabic", "How it is read, in Latin letters."),
        ("german", "How it is read, where its letters do not tell."),
        ("japanese", "How it is read, in kana, the whole word: みつかる for 見つかる."),
        ("chinese", "How it is read, in pinyin with tone marks, by word: chuàngyè, not chuang4ye4 or chuangye."),
    ],
)
def test_the_composer_tells_how_words_of_this_language_are_read(edition: str, said: str) -> None:
    kinds = json.loads(dict(open_project(EDITIONS / edition).bind(Known()).data)[COMPOSER])["kinds"]
    assert {kind["fields"]["reading"]["doc"] for kind in kinds.values() if "reading" in kind["fields"]} == {said}
    others = [field["doc"] for kind in kinds.values() for name, field in kind["fields"].items() if name != "reading"]
    assert not [doc for doc in others if CHINESE.search(doc)]
