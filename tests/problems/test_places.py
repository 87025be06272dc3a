"""Places are kept as numbers, and come out as they went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.problems import Place, Places, SourceFile

FILE = SourceFile("annotations/bios/a.yml", "id: a\n名: 乙\r\ud800")
NUMBERS = st.integers(1, 200_000)


@given(st.dictionaries(st.text(max_size=5), st.tuples(NUMBERS, NUMBERS, NUMBERS), max_size=6))
def test_places_are_a_mapping_of_places(given_: dict[str, tuple[int, int, int]]) -> None:
    assert dict(Places(FILE, given_)) == {name: Place(FILE, *numbers) for name, numbers in given_.items()}


def test_what_has_no_place_is_missed() -> None:
    places = Places(FILE, {"terms": (2, 1, 3)})
    assert "name" not in places
    assert places.get("name") is None
    with pytest.raises(KeyError, match="name"):
        places["name"]


def test_a_file_has_its_text_and_lines_as_they_were_read() -> None:
    assert FILE.text == "id: a\n名: 乙\r\ud800"
    assert FILE.lines == ["id: a", "名: 乙\r\ud800"]
    assert (FILE.line(2), FILE.line(3), FILE.line(0)) == ("名: 乙\r\ud800", "", "")
    assert SourceFile("a", "x") == SourceFile("a", "y")
