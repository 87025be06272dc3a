"""The issue forms, by what GitHub takes (docs.github.com: “Syntax for issue forms”, “… for GitHub's form schema”)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from edition.model import RATINGS, BioKind, Register

FOLDER = Path(__file__).parent.parent.parent / ".github/ISSUE_TEMPLATE"
FORMS = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))}
SETTINGS = FORMS.pop("config.yml")
# What GitHub's own query parameters of a new issue are called: a field of such a name could not be filled in.
TAKEN = {"template", "title", "body", "labels", "assignees", "milestone", "projects", "type"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_github_takes_the_form(form: dict[str, Any]) -> None:
    assert {"name", "description", "body"} <= set(form) <= {"name", "description", "body", "title", "labels"}
    assert all(isinstance(form[key], str) and form[key] for key in ("name", "description"))
    fields = [element for element in form["body"] if element["type"] != "markdown"]
    assert fields
    for element in form["body"]:
        assert element["type"] in ATTRIBUTES  # a dropdown cannot be filled in by an address
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert set(element["attributes"]) <= ATTRIBUTES[element["type"]]
        assert all(isinstance(value, str) and value for value in element["attributes"].values())
        assert set(element.get("validations", {})) <= {"required"}
        assert element.get("validations", {}).get("required", True) is True
    for element in fields:
        assert re.fullmatch(r"[A-Za-z0-9_-]+", element["id"]) and element["id"] not in TAKEN
        assert element["attributes"]["label"]
    assert all(
        "id" not in element and element["attributes"]["value"] for element in form["body"] if element not in fields
    )
    for values in ([element["id"] for element in fields], [element["attributes"]["label"] for element in fields]):
        assert len(values) == len(set(values))


def test_every_kind_has_its_form_and_names_differ() -> None:
    assert set(FORMS) == {"bio.yml", "fact-check.yml", "gloss.yml", "report.yml", "word.yml"}
    assert len({form["name"] for form in FORMS.values()}) == len(FORMS)
    assert set(SETTINGS) <= {"blank_issues_enabled", "contact_links"}


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        ("bio.yml", "kind", get_args(BioKind)),
        ("fact-check.yml", "rating", RATINGS),
        ("gloss.yml", "register", get_args(Register)),
    ],
)
def test_a_field_that_takes_one_of_some_words_names_the_model_s(form: str, field: str, words: tuple[str, ...]) -> None:
    element = next(element for element in FORMS[form]["body"] if element.get("id") == field)
    assert element["attributes"]["description"] == f"One of {', '.join(words)}."
