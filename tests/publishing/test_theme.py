"""A site's own templates stand over the edition's, which stand over the theme's: none hides another in silence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import material
import mkdocs
import pytest
from jinja2 import Environment, FileSystemLoader

from edition import open_project, render_all
from edition_mkdocs.theme import OVERRIDES, covered_blocks, lay_over, missing_from_theme
from tests.hosts import Write

MATERIAL = [str(Path(material.__file__).parent / "templates"), str(Path(mkdocs.__file__).parent / "templates")]
MKDOCS = [str(Path(mkdocs.__file__).parent / "themes/mkdocs"), MATERIAL[1]]


def test_material_has_all_that_is_asked_of_a_theme_and_others_have_not() -> None:
    assert missing_from_theme(MATERIAL) == ""
    assert missing_from_theme(MKDOCS) == "partials/alternate.html"
    assert missing_from_theme([]) == "base.html"


def told(root: Path, *templates: str) -> str:
    environment = Environment(loader=FileSystemLoader([str(root / "own"), str(OVERRIDES), *MATERIAL]))
    lay_over(environment, MATERIAL)
    return render_all(covered_blocks(open_project(root), environment, ["main.html", *templates], [root / "own"]))


EXTENDS = '{% extends "base.html" %}\n'


@pytest.mark.parametrize(
    "files",
    [
        {"other.html": ""},
        {"main.html": EXTENDS},
        {"main.html": EXTENDS + "{% block announce %}Hear!{% endblock %}"},
        {"main.html": EXTENDS + "{% block extrahead %}<meta>{{ super() }}{% endblock %}"},
        {"main.html": EXTENDS + "{% block content %}<p>First</p>{{ page.content }}{% endblock %}"},
        {"main.html": EXTENDS + "{% block site_nav %}{% endblock %}"},
        {"main.html": '{% extends "mid.html" %}', "mid.html": EXTENDS + "{% block footer %}{% endblock %}"},
        {"partials/footer.html": "ours", "404.html": "no such page"},
        {"home.html": '{% extends "main.html" %}{% block hero %}{% endblock %}'},
    ],
)
def test_what_leaves_the_editions_parts_in_their_place_is_kept(write_files: Write, files: Mapping[str, str]) -> None:
    root = write_files({f"own/{name}": text for name, text in files.items()})
    assert told(root, "home.html", "blog-post.html") == ""  # one that the theme has


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({"main.html": EXTENDS + "\n{% block extrahead %}<meta>{% endblock %}"}, "own/main.html:3:1: error: the block"),
        ({"main.html": EXTENDS + "{% block scripts %}{% endblock %}"}, "the block “scripts” takes the place"),
        ({"main.html": EXTENDS + "{% block content %}nothing{% endblock %}"}, "the block “content” takes the place"),
        ({"main.html": "<html>"}, "own/main.html:1:1: error: this template takes the place"),
        ({"base.html": "<html>"}, "own/base.html:1:1: error: this template takes the place"),
        ({"main.html": '{% extends "mid.html" %}', "mid.html": "<html>"}, "own/mid.html:1:1: error: this template"),
        ({"home.html": EXTENDS + "{% block config %}{% endblock %}"}, "own/home.html:2:1: error: the block “config”"),
        ({"partials/footer.html": "\n{% if %}"}, "own/partials/footer.html:2:1: error: this is no template"),
        ({"main.html": "{% block x %}"}, "own/main.html:1:1: error: this is no template"),
        ({"main.html": '\n{% extends "main.html" %}'}, "own/main.html:2:1: error: this template extends itself"),
        ({"base.html": EXTENDS}, "own/base.html:1:1: error: this template extends itself"),
        (
            {"main.html": '{% extends "a.html" %}', "a.html": '{% extends "main.html" %}'},
            "own/a.html:1:1: error: this template extends itself, or one",
        ),
    ],
)
def test_what_covers_the_editions_parts_is_told_at_its_line(
    write_files: Write, files: Mapping[str, str], wanted: str
) -> None:
    root = write_files({f"own/{name}": text for name, text in files.items()})
    assert wanted in told(root, "home.html")
