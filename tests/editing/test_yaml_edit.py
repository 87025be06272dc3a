"""One changed value is one changed line: whatever else stands in a YAML file stays, byte for byte."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from edition.editing import CannotEdit, assign, yaml_edit
from edition.editing.yaml_edit import comments
from tests.examples import tried_on
from tests.golden import Golden


@pytest.mark.golden_test("../cases/editing/values/*.yml")
def test_value_is_written(golden: Golden) -> None:
    place = tuple(golden["path"])
    if golden.get("after") is None:
        with pytest.raises(CannotEdit, match=golden.get("says")):
            assign(golden["before"], place, golden["value"])
    else:
        assert assign(golden["before"], place, golden["value"]) == golden.out["after"]


def test_line_ends_of_windows_stay() -> None:
    before = "a: |\r\n  one\r\n  two\r\nb: x # why\r\nc: {d: e}\r\n"
    changed = assign(assign(before, ("a",), "one\nthree\n"), ("b",), "y")
    assert changed == "a: |\r\n  one\r\n  three\r\nb: y # why\r\nc: {d: e}\r\n"
    assert assign(changed, ("z",), "w") == f"{changed}z: w\r\n"
    assert assign(changed, ("a",), None) == "b: y # why\r\nc: {d: e}\r\n"
    assert assign("a: x\r\nb: y", ("c",), "z") == "a: x\r\nb: y\r\nc: z"
    assert assign("a: x # why\r\nb: y\r\n", ("c",), "z") == "a: x # why\r\nb: y\r\nc: z\r\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: b # c\n", ["# c"]),
        ("a: b#c\n", []),
        ("a: 'b # c'\nd: \"e # f\"\n", []),
        ("a: | # c\n  b # no\n # yes\nd: e\n", ["# c", "# yes"]),
        ("# 1\n{a: b, # 2\n  # 3\n c: [d # 4\n, e]}\n# 5", ["# 1", "# 2", "# 3", "# 4", "# 5"]),
        ("- a\n  # 1\n- b: c # 2\r\n  # 3\r\n", ["# 1", "# 2", "# 3"]),
    ],
)
def test_comments_are_known(text: str, wanted: list[str]) -> None:
    assert comments(text) == wanted


MARK = {"was": 'a: "b" # {c}', "checked": "2026-01-05"}
FORMS = [
    "target: {exact: x} # why\nchecked: 2026-01-05 # when\n# end\n",
    "target: {exact: x} # why\r\nchecked: 2026-01-05 # when\r\n# end\r\n",
    "target:\n  exact: x\n  # why\n\n# last\nnote: |\n  a\n\n  b\n# end",
    "{target: {exact: x}, # why\n note: b # end\n}\n",
    "note: >-\n  a\n  b\ntarget: {exact: x}",
    "targets: # why\n- exact: x # here\n  # there\n- exact: y",
]


@pytest.mark.parametrize("before", FORMS)
def test_a_mapping_comes_and_goes_and_all_else_stays(before: str) -> None:
    after = assign(before, ("fuzzy",), MARK)
    assert yaml.load(after, Loader=yaml.BaseLoader) == {**yaml.load(before, Loader=yaml.BaseLoader), "fuzzy": MARK}
    assert comments(after) == comments(before)
    taken, came = rows_around(before, after)
    assert (taken, len(came)) in ((0, 1), (1, 1))
    assert assign(assign(after, ("fuzzy",), {**MARK, "was": "z"}), ("fuzzy",), MARK) == after
    assert assign(after, ("fuzzy",), None) == before


# -- any file ----------------------------------------------------------------------------------------------------------

words = st.text(
    st.sampled_from(
        [*"ab 1~-:#,[]{}&*!|>'\"%@`?\\\n\t", "王", "座", ",", "。", "“", "é", "𠮷", "\x85", "\u2028", "\x7f"]
    ),
    max_size=12,
)
remarks = st.sampled_from(["", " # why", " # a: {b}, “c”"])
gaps = st.sampled_from(["", "\n", "# a comment: {x}\n", "\n  # indented\n"])


def double(value: str) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in written)


@st.composite
def scalars(draw: st.DrawFn, indent: str) -> tuple[str, str]:
    """A value and, in some style that it can stand in, how it is written."""
    value = draw(words)
    written = [double(value)]
    if value.isprintable():
        written.append("'" + value.replace("'", "''") + "'")
    lines = value.split("\n")
    if value.strip() and value.replace("\n", "").isprintable() and lines[0].strip() and lines[0][0] != " ":
        body = "\n".join(indent + line if line.strip() else line for line in lines)
        if all(line == line.rstrip() for line in lines) and lines[-1]:
            written += [f"|-{draw(remarks)}\n{body}", f"|2-\n{body}" if indent == "  " else f"|-\n{body}"]
        if len(lines) == 1 and value == value.strip():
            written += [f">-{draw(remarks)}\n{body}"]
    if value.isalnum() and not value[0].isdigit():
        written.append(value)
    return value, draw(st.sampled_from(written))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[tuple[str | int, ...]]]:
    """A file as people write it, and the paths of its values."""
    text = draw(gaps)
    paths: list[tuple[str | int, ...]] = []
    for number in range(draw(st.integers(1, 4))):
        key = f"k{number}"
        match draw(st.sampled_from(["scalar", "flow", "block", "list"])):
            case "scalar":
                written = draw(scalars("  "))[1]
                text += f"{key}: {written}{'' if chr(10) in written else draw(remarks)}\n"
                paths.append((key,))
            case "flow":
                space = draw(st.sampled_from(["", " ", "\n    "]))
                pairs = [f"x{n}: {double(draw(words))}" for n in range(draw(st.integers(1, 3)))]
                text += f"{key}: {{{space}{f',{space}'.join(pairs)}{space}}}{draw(remarks)}\n"
                paths += [(key, f"x{n}") for n in range(len(pairs))]
            case "block":
                text += f"{key}:{draw(remarks)}\n"
                for n in range(draw(st.integers(1, 3))):
                    text += f"  x{n}: {draw(scalars('    '))[1]}\n{draw(gaps)}"
                    paths.append((key, f"x{n}"))
            case "list":
                text += f"{key}:\n"
                for n in range(draw(st.integers(1, 3))):
                    text += f"  - x: {draw(scalars('      '))[1]}\n    y: {draw(scalars('      '))[1]}\n"
                    paths += [(key, n, "x"), (key, n, "y")]
        text += draw(gaps)
    return text, paths


def put(data: Any, path: tuple[str | int, ...], value: str | None) -> Any:
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return data


def rows_around(before: str, after: str) -> tuple[int, list[str]]:
    """How many lines were taken out, and which came in for them, between the lines that both share."""
    old, new = before.split("\n"), after.split("\n")
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return len(old) - start - end, new[start : len(new) - end]


@given(documents(), st.data(), words)
@tried_on(400)
def test_only_the_value_changes(
    document: tuple[str, list[tuple[str | int, ...]]], data: st.DataObject, value: str
) -> None:
    before, paths = document
    path = data.draw(st.sampled_from(paths))
    node: Any = yaml.compose(before, Loader=yaml.CSafeLoader)
    for step in path:
        node = node.value[step] if isinstance(step, int) else next(v for k, v in node.value if k.value == step)
    after = assign(before, path, value)
    assert yaml.safe_load(after) == put(yaml.safe_load(before), path, value)
    assert comments(after) == comments(before)
    taken, _ = rows_around(before, after)
    assert taken <= node.end_mark.line - node.start_mark.line + 1
    # Everything before the value, and everything after it, is as it was.
    assert after.startswith(before[: node.start_mark.index])
    tail = before[node.end_mark.index :]
    assert after.endswith(tail)
    assert assign(after, path, value) == after


@given(documents(), st.data(), words.filter(bool))
@tried_on(300)
def test_added_key_is_all_that_comes(
    document: tuple[str, list[tuple[str | int, ...]]], data: st.DataObject, value: str
) -> None:
    before, paths = document
    path = (*data.draw(st.sampled_from(paths))[:-1], "added")
    after = assign(before, path, value)
    assert yaml.safe_load(after) == put(yaml.safe_load(before), path, value)
    assert comments(after) == comments(before)
    taken, came = rows_around(before, after)
    assert (taken, len(came)) in ((0, 1), (1, 1))
    if not taken:
        assert "added: " in came[0]


@given(documents(), st.data())
@tried_on(300)
def test_removed_key_is_all_that_goes(document: tuple[str, list[tuple[str | int, ...]]], data: st.DataObject) -> None:
    before, paths = document
    path = data.draw(st.sampled_from(paths))
    try:
        after = assign(before, path, None)
    except CannotEdit:
        return  # the last key, or a comment stands in the way: a person does it
    assert yaml.safe_load(after) == put(yaml.safe_load(before), path, None)
    assert comments(after) == comments(before)
    assert len(after) < len(before)


def test_many_texts_are_set_at_once_and_proved() -> None:
    text = "- {a: 甲, b: 1}  # said\n- a: |\n    乙\n- {a: '丙'}\n"
    values: dict[tuple[str | int, ...], str] = {(0, "a"): "甲，", (1, "a"): "乙，\n", (2, "a"): "丙，"}
    assert yaml_edit.assign_each(text, values) == "- {a: 甲，, b: 1}  # said\n- a: |\n    乙，\n- {a: '丙，'}\n"
    for wrong in ({**values, (0, "a"): "yes"}, {**values, (3, "a"): "丁"}):
        with pytest.raises(yaml_edit.CannotEdit):
            yaml_edit.assign_each(text, wrong)
