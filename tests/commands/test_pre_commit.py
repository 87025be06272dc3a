"""The hook for pre-commit is one that its users can install."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import yaml


def test_hook_runs_the_check_for_what_belongs_to_the_edition(root: Path) -> None:
    (repository,) = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    (hook,) = repository["hooks"]
    assert (repository["repo"], hook["language"], hook["pass_filenames"]) == ("local", "system", False)
    assert {"id", "name", "entry"} <= set(hook)
    touched = re.compile(hook["files"]).search
    assert all(map(touched, ("annotations/bios/openai.yml", "docs/article/01-lede.md", "mkdocs.yml")))
    assert not any(map(touched, ("README.md", "hooks/edition/model/notes.py", "docs/about.md")))
    ended = subprocess.run(shlex.split(hook["entry"]), cwd=root, capture_output=True, text=True, check=False)
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False), ended.stderr
