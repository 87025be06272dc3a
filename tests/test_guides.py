"""The guides, held to what they tell: every command in them runs, every file that they show is taken."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from edition.commands import main
from edition.commands.main import whole

ROOT = Path(__file__).parent.parent
STARTER = ROOT / "hooks/edition/importing/starter/edition"
GUIDES = sorted((STARTER / "docs").glob("*.md"))
OURS = [ROOT / f"docs/{name}.md" for name in ("contributing", "word-by-word")]
"""What this edition tells in other words, or of Chinese alone."""
PAGE = """<!doctype html><html lang="en"><head><title>The old bridge</title></head><body><article>
<h1>The old bridge</h1>
<p>These are the words of the article, and the bridge was built in 1931 by the Board, as everybody knows.</p>
<h2>What is left</h2>
<p>The bridge still stands, and many people cross it every day of the year without a thought.</p>
</article></body></html>
"""
ELSEWHERE = ("links", "card", "pdf", "upgrade main", "check --since")
"""What needs a network, a browser or a history: it is tried in tests of its own, and here has to be well said."""
MOST_WORDS = 1000
"""So many are two screens, at some 90 letters a line."""


def text_of(guide: Path) -> str:
    return guide.read_text(encoding="utf-8")


def blocks(guide: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(guide), re.S | re.M)


def said(guide: Path) -> list[list[str]]:
    """The commands of this project that a guide names, in their order: in its blocks, and in its lines."""
    shown = [line for block in blocks(guide, "sh") for line in block.splitlines()]
    prose = re.sub(r"^```.*?^```", "", text_of(guide), flags=re.S | re.M)
    found = [*shown, *re.findall(r"`([^`]+)`", prose)]
    return [
        shlex.split(line.removeprefix(".venv/bin/"), comments=True)
        for line in found
        if re.match(r"(?:\.venv/bin/)?edition [a-z]", line)
    ]


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new edition, committed, in which one stands; its article holds the words that the guides quote."""
    for name in ("article", "corrected"):
        (tmp_path / f"{name}.html").write_text(PAGE, encoding="utf-8")
    folder = tmp_path / "edition"
    assert main(["import", str(tmp_path / "article.html"), "--into", str(folder)]) == 0
    for name in ("article", "corrected"):
        shutil.copy(tmp_path / f"{name}.html", folder)
    run(folder, "git init -q && git add -A && git -c user.name=A -c user.email=a@example.org commit -qm As")
    monkeypatch.chdir(folder)
    return folder


def run(folder: Path, command: str) -> None:
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if said(guide)], ids=lambda path: path.stem)
def test_every_command_of_a_guide_runs(guide: Path, edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slugs = [path.stem.partition("-")[2] for path in sorted((edition / "docs/article").iterdir())]
    assert slugs[-1] == "what-is-left"
    for words in said(guide):
        words = [slugs[0] if word == "lede" else word for word in words[1:]]
        assert whole().parse_args(words)
        if " ".join(words).startswith(ELSEWHERE):
            continue
        status = main(words)
        told = capsys.readouterr()
        is_there = "is there already" in told.err  # a guide may name a command twice
        assert status == 0 or is_there or words[:1] == ["check"], f"{words}: {told.err}"
        assert "fault of the command" not in told.err


@pytest.mark.parametrize("guide", [*GUIDES, *OURS], ids=lambda path: path.stem)
def test_every_word_of_make_is_one(guide: Path) -> None:
    home = STARTER if guide in GUIDES else ROOT
    words = set(re.findall(r"^([a-z]+):", (home / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"(?:^|`|&& )make ([a-z]+)", text_of(guide), re.M)) <= words


def test_the_other_commands_of_the_editors_guide_run(edition: Path) -> None:
    (command,) = [line for block in blocks(STARTER / "docs/editing.md", "sh") for line in [block] if "rm " in block]
    run(edition, command)
    assert not [*edition.glob("annotations/*/example-*.yml")]
    assert main(["check"]) == 0


def test_the_files_that_are_shown_are_taken_together(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = STARTER / "docs/files.md"
    for path in [*edition.glob("annotations/*/example-*.yml"), edition / "annotations/claims.yml"]:
        path.unlink()
    for block in blocks(guide, "yaml"):
        path = edition / block.partition("\n")[0].removeprefix("# ")
        path.parent.mkdir(exist_ok=True)
        path.write_text(block, encoding="utf-8")
    (witnesses,) = re.findall(r"`(witnesses: .*?)`", text_of(guide))
    with (edition / "annotations/edition.yml").open("a", encoding="utf-8") as file:
        file.write(f"{witnesses}\n")
    status = main(["check"])
    assert status == 0, capsys.readouterr().err
    run(edition, re.findall(r"`(git mv .*?)`", text_of(guide))[0].replace("git mv", "mv"))
    assert main(["check"]) == 0


def test_the_files_for_other_hosts_are_what_they_are_to_be() -> None:
    guide = STARTER / "docs/publishing.md"
    gitlab, forgejo = (yaml.safe_load(block) for block in blocks(guide, "yaml"))
    (netlify,) = (tomllib.loads(block) for block in blocks(guide, "toml"))
    assert gitlab["pages"]["script"] == ["make build", "mv site public"]
    assert gitlab["pages"]["variables"]["SITE_URL"] == "$CI_PAGES_URL/"
    assert gitlab["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert [*forgejo["jobs"]["site"]["steps"][0]] == ["run"]
    assert netlify["build"]["publish"] == "site"
    for name in ("SITE_URL", "REPO_URL"):
        assert name in netlify["build"]["command"] and name in forgejo["jobs"]["site"]["env"]
    configured = (STARTER / "mkdocs.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"!ENV \[(\w+)", configured)) == set(re.findall(r"^\| `(\w+)`", text_of(guide), re.M))


@pytest.mark.parametrize("guide", [*GUIDES, *OURS], ids=lambda path: path.stem)
def test_a_guide_is_no_longer_than_two_screens(guide: Path) -> None:
    assert len(text_of(guide).split()) <= MOST_WORDS


@pytest.mark.parametrize(
    "named",
    ["variant", "translation", "corrections", "claims.yml", "rename", "withdraw", "events", "related", "note:"],
)
def test_what_may_be_contributed_is_told(named: str) -> None:
    assert named in "".join(map(text_of, GUIDES))
