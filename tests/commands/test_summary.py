"""`edition summary`: what changes since a commit, for a reader of a pull request by whomsoever."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.command import command
from tests.commands.published import CHECK, change, commit, git, published

project = published

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> @everyone ![i](https://evil.example/i.png) "
    "[l](javascript:alert(1)) https://evil.example www.evil.example ``` ` | --- | #1 $x$ ::error::x"
)
OURS = {
    "text", "code_inline", "softbreak", "hardbreak", "strong_open", "strong_close", "link_open", "link_close",
}  # fmt: skip


def summary(folder: Path, reference: str = "v1") -> str:
    status, out, err = command("summary", "--since", reference, root=folder)
    assert (status, err) == (0, "")
    return out


def add_gloss(folder: Path, name: str = "leave", meaning: str = "leave one’s post", **more: str) -> None:
    fields = {"terms": "[离职]", "literal": "leave post", "meaning": f'"{meaning}"', "register": "colloquial"} | more
    text = "".join(f"{key}: {value}\n" for key, value in fields.items())
    (folder / f"annotations/glosses/{name}.yml").write_text(text, encoding="utf-8")


def inline(markdown: str) -> list[tuple[str, str]]:
    """Every inline token of the Markdown with its text; no block of HTML and no fence is in it."""
    found: list[tuple[str, str]] = []
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table"]).parse(markdown):
        assert token.type not in ("html_block", "fence", "code_block")
        found += [(child.type, str(child.attrs.get("href", "")) or child.content) for child in token.children or []]
    return found


def test_nothing_changes(project: Path) -> None:
    told = summary(project)
    assert "\n0 added, 0 changed, 0 gone." in told
    assert "###" in told
    assert not re.search(r"### (Added|Changed|Gone|Translations)|own text changes", told)
    assert re.search(r"\| the whole \| \d+/\d+ \|", told)
    assert "→" not in told


def test_a_configuration_by_whatever_name_held_before_too(project: Path) -> None:
    (project / "docs").rename(project / "pages")
    (project / "properdocs.yml").write_text("docs_dir: pages\n", encoding="utf-8")
    commit(project, "Work with another host")
    told = summary(project, "HEAD")
    assert "\n0 added, 0 changed, 0 gone." in told
    assert "→" not in told


def test_a_note_is_added(project: Path) -> None:
    add_gloss(project)
    told = summary(project)
    assert "\n1 added, 0 changed, 0 gone." in told
    assert (
        "### Added (1)\n\n"
        "- **Gloss** `annotations/glosses/leave.yml`  \n"
        "  Words: `离职`  \n"
        "  Meaning: `leave one’s post`  \n"
        "  Literally: `leave post`\n"
    ) in told


def test_a_verdict_changes(project: Path) -> None:
    change(project, "rating: accurate", "rating: mostly-accurate")
    change(project, "Accurate; three left", "Mostly accurate; three left")
    told = summary(project)
    assert "### Changed (1)\n\n- **Fact check** `annotations/fact-checks/more-leave.yml`  \n" in told
    assert "Verdict: `mostly-accurate` (was `accurate`)  \n" in told
    assert "Summary: `Mostly accurate; three left in a year.` (was `Accurate; three left in a year.`)  \n" in told
    assert "Changed: `rating`, `summary`\n" in told


def test_coverage_and_warnings_before_and_after(project: Path) -> None:
    whole = summary(project)
    (project / "annotations/translations/end.yml").unlink()
    (project / CHECK).unlink()
    told = summary(project)
    assert "### Gone (1)\n\n- Fact check `annotations/fact-checks/more-leave.yml`\n" in told
    (before,) = re.findall(r"the whole \| (\d+)/(\d+) \| .* (\d+)/(\d+) \|", whole)
    assert f"the whole | {before[0]}/{before[1]} → 0/{before[1]} |" in told
    assert f"{before[2]}/{before[3]} → 0/{before[3]} |" in told
    assert re.search(r"Before: 0 errors(, \d+ warnings?)?\. Now: [1-9]\d* errors?", told)


def test_rows_of_words_are_counted_and_covered(project: Path) -> None:
    rows = "- {begins: 王座, words: [[王座, wángzuò, throne], [越来越, yuè lái yuè, ever more], [空, kōng, empty]]}\n"
    path = project / "annotations/interlinear/end.yml"
    path.parent.mkdir()
    path.write_text(rows, encoding="utf-8")
    told = summary(project)
    assert (
        "### Words (1)\n\n- **Rows of words** `annotations/interlinear/end.yml`  \n"
        "  New or changed rows: 3, the first: `王座 wángzuò: throne`\n"
    ) in told
    assert re.search(r"\| the whole \|.* 0/0 → 3/3 \| 0/\d → 1/\d \|", told)
    commit(project, "Add rows")
    path.write_text(rows.replace("throne]", f'"{HOSTILE.replace(chr(34), "")}"]'), encoding="utf-8")
    told = summary(project, "HEAD")
    assert "New or changed rows: 1, the first: " in told
    assert {kind for kind, _ in inline(told)} <= OURS


def test_what_came_to_the_base_meanwhile_is_no_part_of_it(project: Path) -> None:
    git(project.parent, "checkout", "--quiet", "-b", "base")
    add_gloss(project, "meanwhile")
    commit(project, "Add meanwhile")
    git(project.parent, "checkout", "--quiet", "-b", "theirs", "v1")
    add_gloss(project)
    commit(project, "Add ours")
    told = summary(project, "base")
    assert "1 added, 0 changed, 0 gone." in told
    assert "meanwhile" not in told


def test_the_base_may_have_no_notes(project: Path) -> None:
    git(project.parent, "checkout", "--quiet", "--orphan", "empty")
    git(project.parent, "commit", "--quiet", "--allow-empty", "--message", "Nothing")
    git(project.parent, "rm", "-r", "--cached", "--quiet", ".")
    git(project.parent, "commit", "--quiet", "--allow-empty", "--message", "Nothing at all")
    told = summary(project, "HEAD")
    assert re.search(r"^[1-9]\d* added, 0 changed, 0 gone", told, re.M)
    assert "**The article’s own text changes.**" in told


def test_a_changed_article_is_told(project: Path) -> None:
    section = next((project / "docs/article").glob("*.md"))
    section.write_text(section.read_text(encoding="utf-8") + "\n再加一句。\n", encoding="utf-8")
    assert "**The article’s own text changes.**" in summary(project)


def test_on_github_a_file_is_a_link_to_the_base_repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"SERVER_URL": "https://github.com", "REPOSITORY": "us/ours", "SHA": "0a1b",
                        "WORKSPACE": str(project.parent)}.items():  # fmt: skip
        monkeypatch.setenv(f"GITHUB_{name}", value)
    add_gloss(project)
    links = [text for kind, text in inline(summary(project)) if kind == "link_open"]
    assert links == ["https://github.com/us/ours/blob/0a1b/edition/annotations/glosses/leave.yml"]


def test_a_stranger_s_words_stay_words(project: Path) -> None:
    add_gloss(project, meaning=HOSTILE, literal=f"'{HOSTILE}'")
    change(project, "summary: Accurate; three left in a year.", f"summary: '{HOSTILE}'")
    (project / "annotations/sources/evil.yml").write_text(
        f"type: webpage\ntitle: '{HOSTILE}'\nURL: https://evil.example/<b>\n", encoding="utf-8"
    )
    (project / "annotations/glosses/<b>@everyone`.yml").write_text(f"'{HOSTILE}': x\n", encoding="utf-8")
    (project / "annotations/bios/broken.yml").write_text(f"name: '{HOSTILE}'\n{HOSTILE}\n", encoding="utf-8")
    section = next((project / "docs/article").glob("*.md"))
    (section.with_name("09-<img src=x>.md")).write_text(HOSTILE, encoding="utf-8")
    told = summary(project)
    tokens = inline(told)
    assert {kind for kind, _ in tokens} <= OURS - {"link_open", "link_close"}
    plain = "".join(text for kind, text in tokens if kind != "code_inline")
    for sign in ("<", "@", "evil", "::error", "#1", "$"):
        assert sign not in plain
    quoted = "".join(text for kind, text in tokens if kind == "code_inline")
    assert "<script>alert(1)</script>" in quoted
    assert not [line for line in told.splitlines() if line.startswith("::")]


def test_many_notes_are_counted_not_listed(project: Path) -> None:
    for number in range(45):
        (project / f"annotations/sources/s{number}.yml").write_text("type: book\ntitle: T\n", encoding="utf-8")
    told = summary(project)
    assert "### Added (45)" in told
    assert told.count("- **Source**") == 40
    assert "… and 5 more." in told
