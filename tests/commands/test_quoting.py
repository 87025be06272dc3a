"""Words of others in Markdown stay words: whatever they are, a reader of Markdown finds one code span, and nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from edition.commands.quoting import as_link, code

PAYLOADS = (Path(__file__).parent.parent / "hostile/payloads.txt").read_text(encoding="utf-8").splitlines()
LONG = 100_000


def spans(markdown: str) -> list[tuple[str, str]]:
    """The inline tokens of the Markdown, each with its type and text."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    blocks = [token for token in reader.parse(markdown) if token.type not in ("paragraph_open", "paragraph_close")]
    assert [token.type for token in blocks] == ["inline"]
    return [(token.type, token.content) for token in blocks[0].children or []]


SIGNS = st.sampled_from("`` \n\t\r<>&[]()!*_~|\\#@$:/.-=+a1好\u202e\u200b\0\u2028")


@given(st.text(st.one_of(SIGNS, st.characters(exclude_categories=["Cs"])), max_size=60))
def test_any_text_is_one_code_span(text: str) -> None:
    shown = code(text, LONG)
    if not text.split():
        assert shown == ""
        return
    assert "\n" not in shown
    assert [kind for kind, _ in spans(f"said {shown} there")] == ["text", "code_inline", "text"]
    plain = "".join(sign for sign in " ".join(text.split()) if sign.isprintable() and sign != "\ufffd")
    told = "".join(sign for sign in spans(shown)[0][1] if sign.isprintable() and sign != "\ufffd")
    assert told == plain


@pytest.mark.parametrize("payload", [line for line in PAYLOADS if line.strip() and not line.startswith("# ")][:400])
def test_a_payload_is_one_code_span(payload: str) -> None:
    assert [kind for kind, _ in spans(f"- {code(payload)}".removeprefix("- "))] == ["code_inline"]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\x1b", "\x00", "\ufeff"])
def test_signs_that_act_on_what_follows_are_taken_out(sign: str) -> None:
    assert code(f"a{sign}b") == "`a\ufffdb`"


def test_a_long_text_is_cut() -> None:
    assert code("好" * 700, 10) == f"`{'好' * 9}…`"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a?b=c&d=(e)%20f#g", "<https://example.org/a?b=c&d=(e)%20f#g>"),
        ("https://example.org/<b>", "`https://example.org/<b>`"),
        ("https://example.org/a b", "`https://example.org/a b`"),
        ("javascript:alert(1)", "`javascript:alert(1)`"),
    ],
)
def test_only_an_address_is_a_link(address: str, shown: str) -> None:
    assert as_link(address) == shown
