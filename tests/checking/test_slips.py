"""What a hand slips in, legal but surely not meant, is told as a warning."""

from __future__ import annotations

import pytest
import yaml

from tests.checking.test_warnings import CHECK, told, with_change
from tests.hosts import Write


@pytest.mark.parametrize(
    "block", ["# Head", "|a|b|", "> said", "---", "* * *", "x[^1]", "[^1]: x", "a ~~b~~ c", "a ==b== c"]
)
def test_markdown_that_notes_do_not_know_is_told(write_files: Write, block: str) -> None:
    text = yaml.safe_dump(f"Words.\n\n{block}", default_style='"').strip()
    (line,) = told(write_files(with_change(CHECK, "explanation: x", f"explanation: {text}")))
    assert ": Markdown that notes do not know: these signs will show: “" in line


@pytest.mark.parametrize(
    "plain", ["- one\n- two", "1 > 0 and a == b", "*so* **so** `# x`", "#1 of all", "a|b", "a - b"]
)
def test_markdown_of_notes_and_signs_that_are_none_are_told_nothing(write_files: Write, plain: str) -> None:
    text = yaml.safe_dump(plain, default_style='"').strip()
    assert told(write_files(with_change(CHECK, "explanation: x", f"explanation: {text}"))) == []
