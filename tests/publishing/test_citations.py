"""What a reader is told of a source beside its title."""

from typing import Any

import pytest

from edition.model import Source
from edition.problems import Place, SourceFile
from edition.publishing import citations


def source(**fields: Any) -> Source:
    return Source(
        id="one", type="article-journal", title="Title", place=Place(SourceFile("one.yml")), places={}, **fields
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        ({"volume": "3", "issue": "2", "page": "1-9"}, "vol. 3, no. 2, pp. 1-9"),
        ({"page": "17"}, "p. 17"),
        ({"ISBN": "978-3-16-148410-0"}, "ISBN 978-3-16-148410-0"),
        ({"DOI": "10.1000/182"}, ""),
        ({"DOI": "10.1000/182", "URL": "https://example.org/"}, "DOI 10.1000/182"),
    ],
)
def test_each_number_by_which_it_is_found_is_told_once(fields: dict[str, str], told: str) -> None:
    assert citations.parts(source(**fields)) == told


def test_signs_of_a_doi_that_an_address_cannot_have_are_written_otherwise() -> None:
    assert (
        citations.link(source(DOI="10.1002/(SICI)1<1::AID>3#4")) == "https://doi.org/10.1002/(SICI)1%3C1::AID%3E3%234"
    )


@pytest.mark.parametrize(
    ("words", "stop"), [("A title", "."), ("Why?", ""), ("“Why?”", ""), ("何時か。", ""), ("Ann Lee et al.", "")]
)
def test_words_end_with_one_sign(words: str, stop: str) -> None:
    assert citations.stop_behind(words) == stop
