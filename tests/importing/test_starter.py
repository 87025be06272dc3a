"""What every edition is given is what this one has, which is an edition, too."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

STARTER = "hooks/edition/importing/starter/edition"


def test_this_edition_s_files_of_the_engine_are_those_that_every_edition_has(root: Path) -> None:
    """These lie at their places here, and in what every edition is given."""
    forms = [path.relative_to(root).as_posix() for path in root.glob(".github/ISSUE_TEMPLATE/*")]
    for name in (
        ".github/workflows/links.yml",
        ".pre-commit-config.yaml",
        "docs/files.md",
        "docs/editing.md",
        "docs/publishing.md",
        *forms,
    ):
        assert (root / name).read_text("utf-8") == (root / STARTER / name).read_text("utf-8"), name


OURS = {"Word by word", "Reference"}
"""Pages on Chinese and on the engine."""


def test_articles_are_read_alike_here_and_in_a_new_edition(root: Path) -> None:
    ours, theirs = (
        yaml.load(re.sub(r"!(ENV|relative) ", "", (folder / "mkdocs.yml").read_text("utf-8")), yaml.SafeLoader)
        for folder in (root, root / STARTER)
    )
    for settings in (ours, theirs):
        for name in ("site_name", "site_description", "copyright", "hooks", "extra"):
            settings.pop(name, None)
        settings["nav"][1]["The article"] = []
        settings["nav"][3]["About"] = [page for page in settings["nav"][3]["About"] if not {*page} & OURS]
    assert ours == theirs
