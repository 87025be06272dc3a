"""How notes share a margin: near their words, in the room there is, and none lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edition.publishing.margin import WORDS, MarginNote, height, line_of, plan, widths


def item(at: float = 0, *, wide: float = 200, most: int = 1, again: bool = False) -> MarginNote:
    return MarginNote(at, wide, wide / 2, most, again)


def test_where_there_is_room_all_is_shown_as_it_is() -> None:
    items = [item(0, wide=800, most=3), item(76, wide=400, most=2), item(152)]
    plan(items, 300, 300)
    assert [(one.lines, one.spare, one.shares) for one in items] == [(3, False, False), (2, False, False),
                                                                    (1, False, False)]  # fmt: skip


def test_where_there_is_little_the_longest_say_less_and_short_ones_share_a_line() -> None:
    items = [item(0, wide=800, most=3), item(0, wide=580, most=2), item(0), item(0)]
    plan(items, 96, 96)
    assert [one.lines for one in items] == [2, 1, 1, 1]
    assert [one.shares for one in items] == [False, False, True, True]
    assert items[2].row == items[3].row
    assert not any(one.spare for one in items)


def test_what_stood_in_a_margin_before_is_spared_first_and_then_what_says_least() -> None:
    items = [item(0, wide=260), item(0, wide=260, most=2, again=True), item(0, wide=800, most=3)]
    items[0].short = items[1].short = 260
    plan(items, 40, 0)
    assert [one.spare for one in items] == [True, True, False]


def test_where_names_and_words_are_hidden_checks_say_as_much_as_the_room_allows() -> None:
    for room, wanted in ((96, [2, 3]), (120, [3, 3]), (400, [5, 3])):
        checks = [item(0, wide=1400, most=3), item(40, wide=800, most=3)]
        words = [MarginNote(at, 280, 280, 1, stays=False) for at in (0, 0, 40, 40, 40)]
        plan([*checks[:1], *words, *checks[1:]], room, room)
        assert [check.lines_verified for check in checks] == wanted


@given(
    st.lists(st.tuples(st.floats(0, 400), st.floats(0, 900), st.integers(1, 3), st.booleans()), max_size=40),
    st.floats(0, 600),
    st.floats(0, 400),
)
def test_none_is_lost_and_each_has_its_row(
    notes: list[tuple[float, float, int, bool]], room: float, alone: float
) -> None:
    items = [item(at, wide=wide, most=most, again=again) for at, wide, most, again in sorted(notes)]
    tracks = plan(items, room, alone).split()
    for one in items:
        assert tracks[one.row - 1] == "auto"
        assert 1 <= one.lines <= one.most
        assert one.spare_alone or not one.spare
    shared = [one.row for one in items if one.shares]
    assert all(shared.count(row) == 2 for row in shared)
    assert len({one.row for one in items}) == len(items) - len(shared) // 2


def test_widths_are_of_what_is_read() -> None:
    assert widths("<b>研发</b> <i>yánfā</i>") > widths("<b>研发</b>")
    assert widths("a&amp;b") == widths("a+b")


def test_height_and_line_are_of_letters_in_a_line() -> None:
    text = "字" * 70
    assert height(text, WORDS) == 3 * WORDS.line + WORDS.under
    assert [line_of(text, offset, WORDS) for offset in (0, 29, 30, 69)] == [0, 0, WORDS.line, 2 * WORDS.line]
    assert height("", WORDS) == 0
