"""Every rule is named in the one list, so that it is asked wherever an edition is checked."""

from __future__ import annotations

import ast
from pathlib import Path

from edition.checking import rules

TAKE = {"edition: Edition", "concordance: Concordance", "concordance: Concordance, today: date"}


def test_every_rule_is_named_in_the_list(root: Path) -> None:
    found = {}
    for path in sorted((root / "hooks/edition/checking").glob("*.py")):
        for item in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(item, ast.FunctionDef) and not item.name.startswith("_") and item.returns:
                is_rule = ast.unparse(item.args) in TAKE and ast.unparse(item.returns) == "Iterator[Problem]"
                if is_rule and path.stem != "rules":
                    found[item.name] = path.stem
    named = {rule.__name__ for rule in (*rules.OF_NOTES, *rules.OF_TEXT, *rules.WARNINGS)}
    apart = {"old_checks", "unused_sources"}  # they ask for the day, and for a whole edition
    assert found.keys() == named | apart
    assert len(set(found.values())) > 5
