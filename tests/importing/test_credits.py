"""What a site says of an article above and below it: set aside and told, and left where it only looks so.

Each case is a file: the text or page, the lines that are set aside, and what is known of the article by them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from edition.importing import Article
from edition.importing.plain import read_plain
from edition.importing.web_page import read_page
from tests.html import parse

CASES = sorted((Path(__file__).parent.parent / "cases/importing").glob("*.yml"))


def lines_of(case: Any) -> list[str]:
    text = "\n".join(parse(case["page"]).find("body").itertext()) if "page" in case else case["text"]
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def known(article: Article) -> dict[str, str]:
    """What the lines told, and nothing that a page's head or the letters tell."""
    names = ("title", "author", "publisher", "issued")
    return {name: article.found(name) for name in names if article.found(name)}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_reader(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    article = read_page(case["page"]) if "page" in case else read_plain(case["text"])
    asides = [aside.text for aside in article.asides]
    assert sorted(asides) == sorted(case["aside"])
    # Nothing is dropped and nothing comes in: what was not set aside is the article, in its order.
    left = lines_of(case)
    for line in asides:
        left.remove(line)
    assert sorted(block.text for block in article.blocks) == sorted(left)
    order = iter(lines_of(case))
    assert all(block.text in order for block in article.blocks)
    assert {name: value for name, value in known(article).items() if "page" not in case or name in case["found"]} == (
        case["found"]
    )
    told_by = {finding.where for findings in article.findings.values() for finding in findings}
    assert not told_by & {f"the line “{line}”" for line in case.get("untold", [])}
