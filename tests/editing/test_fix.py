"""`edition check --fix` mends what has one right answer, and nothing else; cases under tests/cases/editing/fix."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from edition.editing import fix
from edition.text import normalise, read_section
from tests.command import command
from tests.examples import tried_on
from tests.golden import Golden
from tests.hosts import EDITIONS

ARTICLE = [
    read_section(
        "begin",
        "<p>OpenAI 又双叒叕走人了\uff0c是吗\uff1f</p><p>“AI”走人了;走人了\uff08真的\uff09。</p><p>Éclair 与 カ。</p>",
    ),
    read_section("end", "<p>离职的人越来越多\uff01</p><p>GPT 5 与 GPT5</p>"),
    read_section("models", "<p>从o1到o3。</p><p>(o1/o3 系列) 与 Web3。</p><p>GPT-4 与 o1</p>"),
    read_section("cries", "<p>\uff01\uff01 \uff01</p>"),
]


@pytest.mark.golden_test("../cases/editing/fix/*.yml")
def test_case_is_mended(golden: Golden) -> None:
    file: str = golden["file"]
    beside: dict[str, str] = golden.get("beside") or {}
    changed, done = fix({file: golden["before"], **beside}, ARTICLE)
    after = changed.get(file, golden["before"])
    assert after == golden.out["after"]
    assert [str(item) for item in done] == golden.out["says"]
    changed, done = fix({file: after, **beside}, ARTICLE)
    assert not changed
    assert all(item.left for item in done)


def test_files_that_are_no_yaml_are_passed_over() -> None:
    files = {"annotations/README.md": "a \n", "annotations/glosses/x.1.yml": "a: b \n", "annotations/z.txt": "a \n"}
    changed, done = fix(files, ARTICLE)
    assert changed == {"annotations/glosses/x.1.yml": "a: b\n"}
    assert [item.path for item in done] == ["annotations/glosses/x.1.yml"]


# -- any slip ----------------------------------------------------------------------------------------------------------

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
NARROW = {wide: code for code, wide in WIDE.items()}


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A passage of the article, and the same with other widths, other spaces and another normal form."""
    text = draw(st.sampled_from(ARTICLE)).flat
    start = draw(st.integers(0, len(text) - 1))
    passage = text[start : draw(st.integers(start + 1, len(text)))].strip()
    slip = ""
    for character in passage:
        character = character.translate(draw(st.sampled_from([{}, WIDE, NARROW])))
        kept = "" if character == " " and draw(st.booleans()) else character
        slip += kept + draw(st.sampled_from(["", "", "", " ", "\u3000"]))
    return passage, normalize(draw(st.sampled_from(["NFC", "NFD"])), slip)


@given(slips(), st.sampled_from(["target: {{exact: '{}'}} # c \nclaim: x\n", "targets:\n  - exact: |-\n      {}\n"]))
@tried_on(300)
def test_slips_of_width_and_space_are_mended(slip: tuple[str, str], form: str) -> None:
    passage, written = slip
    path = "annotations/glosses/x.yml"
    text = form.format(written.strip())
    changed, _ = fix({path: text}, ARTICLE)
    mended = changed.get(path, text)
    assert fix({path: mended}, ARTICLE) == ({}, [])
    data: Any = yaml.safe_load(mended)
    exact = data["target"]["exact"] if "target" in data else data["targets"][0]["exact"]
    places = [
        found for text in ARTICLE for found in re.finditer(f"(?={re.escape(folded(passage))})", folded(text.flat))
    ]
    if len(places) == 1:
        assert normalise(exact) == passage
    else:  # it could be either of two: a person decides
        assert normalise(exact) == normalise(written)


def folded(text: str) -> str:
    return "".join(normalize("NFKC", text).split())


PIECES = [*"ab 走:#-{}[]|>'\"\n\t\r", "e\u0301", "\ufb00", "  \n", "\ufeff", "a: ", "\n- "]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example(
    "- {quote: 离职的人越来越多, check}: more-leave}\n- {qut, says, the hote: 一, se& ion: middle, reason: a number}\n"
)
@example("name: OpenA>>>>>>> x\n\nkind: ~\nterms: [OpenAI]\nsources: [note-2026]\nterms: -->\n")
@example("a\t\r  \n")
@tried_on(300)
def test_any_file_keeps_what_it_says(text: str) -> None:
    path = "annotations/glosses/x.yml"
    changed, done = fix({path: text}, ARTICLE)
    assert any(not item.left for item in done) == bool(changed)
    if changed:
        before, after = (yaml.compose(item, Loader=yaml.CSafeLoader) for item in (text, changed[path]))
        assert normalize("NFC", yaml.serialize(before, allow_unicode=True)) == yaml.serialize(after, allow_unicode=True)
        assert fix(changed, ARTICLE) == ({}, [])


# -- the command -------------------------------------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small edition, to be worked on."""
    return Path(shutil.copytree(EDITIONS / "chinese", tmp_path / "edition"))


def test_command_mends_the_notes_only(copy: Path) -> None:
    whole = {path: path.read_bytes() for path in copy.rglob("*.*") if path.is_file()}
    check = copy / "annotations/fact-checks/more-leave.yml"
    check.write_bytes(whole[check].replace("离职的人越来越多".encode(), "离职的人 越来越多".encode()) + b"# end \n")
    begins = copy / "annotations/translations/begin.yml"
    wide = "OpenAI".translate(WIDE)
    begins.write_bytes(whole[begins].replace(b"{begins: OpenAI,", f"{{begins: {wide},".encode()))
    article = copy / "docs/article/03-end.md"
    article.write_bytes(whole[article] + b"  \n\n")
    assert command("check", root=copy).status == 1
    status, _, said = command("check", "--fix", root=copy)
    assert status == 0
    assert "mended: annotations/fact-checks/more-leave.yml:1: exact: “离职的人 越来越多” is “离职的人越来越多”" in said
    assert f"mended: annotations/translations/begin.yml:2: begins: “{wide}” is “OpenAI”" in said
    assert check.read_bytes() == whole[check] + b"# end\n"
    assert article.read_bytes() == whole.pop(article) + b"  \n\n"
    del whole[check]
    assert all(path.read_bytes() == content for path, content in whole.items())
    said = command("check", "--fix", root=copy).err
    assert "mended" not in said


def test_command_says_which_file_it_left_alone(root: Path, tmp_path: Path) -> None:
    """The newcomer's case: without one entry, the digits of `o1/o3` in another are no tones."""
    for name in ("docs/article", "annotations"):
        shutil.copytree(root / name, tmp_path / name)
    path = tmp_path / "annotations/translations/departure.yml"
    whole = path.read_text(encoding="utf-8")
    at = whole.index("- begins: 新年刚开工")
    path.write_text(whole[:at] + whole[whole.index("\n- ", at) + 1 :], encoding="utf-8")
    before = {item: item.read_bytes() for item in tmp_path.rglob("*.yml")}
    status, _, said = command("check", "--fix", root=tmp_path)
    assert status == 1
    assert "left alone: annotations/translations/departure.yml:1: its entry " in said
    assert "mended" not in said
    assert "ō" not in said
    assert {item: item.read_bytes() for item in tmp_path.rglob("*.yml")} == before


def test_a_file_with_a_byte_order_mark_is_mended_as_any_other(copy: Path) -> None:
    check = copy / "annotations/fact-checks/more-leave.yml"
    text = check.read_text(encoding="utf-8")
    check.write_text(text.replace("离职的人越来越多", "离职的人 越来越多"), encoding="utf-8-sig")
    assert command("check", "--fix", root=copy).status == 0
    assert check.read_text(encoding="utf-8") == text


ODD: dict[str, str | bytes] = {
    "deep": "".join(f"{' ' * level}a:\n" for level in range(600)) + " " * 600 + "b\n",
    "flow": "{a: " * 600 + "b" + "}" * 600,
    "lists": "[" * 600 + "]" * 600,
    "keys": "? " * 600 + "a\n",
    "gbk": "target: {exact: 离职}\n".encode("gb18030"),
    "long": "claim: x\n" + "# y\n" * 60_000,
}


@pytest.mark.parametrize("words", [["check", "--fix"], ["reanchor", "--old", "HEAD", "--write"]], ids=lambda it: it[0])
def test_odd_files_are_told_and_the_rest_is_done(copy: Path, tmp_path: Path, words: list[str]) -> None:
    before = shutil.copytree(copy, tmp_path / "before")
    glosses = copy / "annotations/glosses"
    for name, text in ODD.items():
        (glosses / f"{name}.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    (glosses / "folder.yml").mkdir()
    os.mkfifo(glosses / "pipe.yml")
    (glosses / "loop.yml").symlink_to("loop.yml")
    (glosses / "nowhere.yml").symlink_to(tmp_path / "nowhere.yml")
    odd = [path for path in glosses.iterdir() if not (before / "annotations/glosses" / path.name).exists()]
    check = copy / "annotations/fact-checks/more-leave.yml"
    text = check.read_text(encoding="utf-8")
    is_fix = words[0] == "check"
    if is_fix:
        check.write_text(text.replace("离职的人越来越多", "离职的人 越来越多"), encoding="utf-8")
    else:
        section = next((copy / "docs/article").glob("*-end.md"))
        section.write_text(section.read_text(encoding="utf-8").replace("离职的人", "离职了的人"), encoding="utf-8")
    status, _, said = command(*[before if word == "HEAD" else word for word in words], root=copy)
    assert status == 1
    for path in odd:
        assert f"annotations/glosses/{path.name}:" in said
        assert not is_fix or f"left alone: annotations/glosses/{path.name}:" in said
    assert check.read_text(encoding="utf-8") != text or is_fix
    assert ("mended: annotations/fact-checks/more-leave.yml" in said) == is_fix
    for name, content in ODD.items():
        data = content if isinstance(content, bytes) else content.encode()
        assert (glosses / f"{name}.yml").read_bytes() == data


def test_a_file_that_may_not_be_read_is_left_and_the_rest_is_done(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = copy / "annotations/fact-checks/more-leave.yml"
    check.write_text(check.read_text(encoding="utf-8") + "# end \n", encoding="utf-8")
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "throne.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    said = command("check", "--fix", root=copy).err
    assert (
        "left alone: annotations/glosses/throne.yml:1:1: this cannot be read: its permissions do not allow it" in said
    )
    assert "mended: annotations/fact-checks/more-leave.yml" in said


def test_nothing_is_mended_while_a_section_cannot_be_read(copy: Path) -> None:
    """A quote that fits one passage of the others may be meant of one in it."""
    check = copy / "annotations/fact-checks/more-leave.yml"
    check.write_text(check.read_text(encoding="utf-8") + "# end \n", encoding="utf-8")
    (copy / "docs/article/01-begin.md").write_bytes(b"\xff\xfe")
    assert "Nothing was mended: " in command("check", "--fix", root=copy).err
    assert check.read_text(encoding="utf-8").endswith("# end \n")
