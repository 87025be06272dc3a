"""The article's text is the one for which the manifest vouches, and every section has one."""

from __future__ import annotations

from edition.model import Edition
from edition.problems import Place, SourceFile
from edition.text import article_hash, read_section
from tests import notes
from tests.notes import joined_with


def test_a_text_without_a_manifest_is_vouched_for_by_nobody_and_every_empty_section_is_told() -> None:
    assert joined_with(Edition(), "", "<p>甲</p>")[1] == []
    manifest = notes.manifest(places={"sha256": Place(SourceFile("edition.yml"), 7)})
    assert joined_with(Edition(manifest=manifest))[1] == []
    texts = [read_section("s", html) for html in ("", "<p>甲</p>", "<p> </p>")]
    _, problems = joined_with(Edition(manifest=manifest), "", "<p>甲</p>", "<p> </p>")
    empty, changed = "the section holds no text", "the article's text is not the one this hash was taken of"
    assert [(str(item.place), item.message) for item in problems] == [
        ("docs/0.md:1:1", empty), ("docs/2.md:1:1", empty), ("edition.yml:7:1", changed),
    ]  # fmt: skip
    assert {item.remedy for item in problems[:2]} == {"Put the article's words under its front matter."}
    assert problems[2].remedy == (
        "The article's words are sacred: undo the change under docs/, which `git diff docs/` shows. "
        "Only if the publisher's text itself is otherwise, or a section was cut in two, first say "
        "`edition reanchor --old HEAD --write`: it marks the notes "
        f"that lean on changed words, and writes sha256: {article_hash(texts)}"
    )
    assert [item.rests_on for item in problems] == [
        ("docs/0.md", "docs"), ("docs/2.md", "docs"), ("docs", "docs/0.md", "docs/2.md"),
    ]  # fmt: skip
    assert [item.spoils for item in problems] == ["docs/0.md", "docs/2.md", "the article's text"]
