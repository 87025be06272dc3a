"""After each edit the site that is served is, byte for byte, what a fresh build makes: nothing outlives its cause."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.hosts import change, copy_edition, write
from tests.rebuilding import Files, fresh, rebuilding

Edit = Callable[[], object]


def state(project: Path) -> str:
    """What stands in all files of the project, by their paths."""
    files = {str(path): path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}
    return sha256(repr(files).encode()).hexdigest()


def in_turn(*edits: Edit) -> Edit:
    """All of them, before anything is built."""

    def edit() -> None:
        for one in edits:
            one()

    return edit


GLOSS = "terms: [离职]\nreading: lízhí\nliteral: leave a post\nmeaning: leave\nregister: literary\n"
BIO = "name: Leave\nkind: concept\nterms: [离职]\nsummary: To go.\nsources: [other]\n"
TEMPLATE = '{% extends "base.html" %}{% block footer %}{{ super() }}Ours{% endblock %}'
REPOSITORY = "repo_url: https://github.com/someone/else\nedit_uri: edit/trunk/docs/\n"


def of_notes(project: Path) -> dict[str, Edit]:
    notes = project / "annotations"
    bios, checks, glosses = notes / "bios", notes / "fact-checks", notes / "glosses"
    return {
        "a gloss says otherwise": lambda: change(glosses / "throne.yml", "meaning: throne", "meaning: royal chair"),
        "a bio is called otherwise": lambda: change(bios / "gpt.yml", "name: GPT", "name: GPT-4"),
        "a bio that another is related to says otherwise": lambda: change(bios / "altman.yml", "stayed", "remained"),
        "a check has another rating": lambda: change(checks / "heart.yml", "rating: opinion", "rating: accurate"),
        "a check is of a later day": lambda: change(checks / "heart.yml", "2026-11-23", "2026-11-24"),
        "a check is withdrawn": lambda: change(
            checks / "more-leave.yml",
            "checked:",
            "corrections: [{date: 2026-11-24, kind: withdrawn, text: It was no claim.}]\nchecked:",
        ),
        "a source is called otherwise": lambda: change(notes / "sources/note-2026.yml", "to my team", "to all"),
        "a source comes on which nothing rests": lambda: write(
            notes / "sources/other.yml", "type: webpage\ntitle: Another\nURL: https://example.org/other\n"
        ),
        "that source says otherwise": lambda: change(notes / "sources/other.yml", "Another", "A third"),
        "a note comes": lambda: write(glosses / "leave.yml", GLOSS),
        "another takes its words": lambda: change(glosses / "leave.yml", "terms: [离职]", "terms: [离职, 越来越]"),
        "it becomes a note of another kind": in_turn(
            (glosses / "leave.yml").unlink,
            lambda: write(bios / "leave.yml", BIO),
        ),
        "it has another name": lambda: (bios / "leave.yml").rename(bios / "leaving.yml"),
        "a note leads to it": lambda: change(bios / "openai.yml", "See [GPT](note:gpt).", "See [it](note:leaving)."),
        "it goes, and the link leads nowhere": (bios / "leaving.yml").unlink,
        "the link leads back": lambda: change(bios / "openai.yml", "[it](note:leaving)", "[GPT](note:gpt)"),
        "an event has another date": lambda: change(bios / "openai.yml", "2015-12-11", "2016-02-03"),
        "a translation says otherwise": lambda: change(notes / "translations/begin.yml", "the heart", "his heart"),
        "a row says otherwise": lambda: change(notes / "interlinear/begin.yml", "clear out", "walk out"),
        "rows move down their file": lambda: change(notes / "interlinear/begin.yml", "- begins: 他", "#\n- begins: 他"),
        "a claim has another reason": lambda: change(notes / "claims.yml", "a number", "an order"),
        "a variant reads otherwise": lambda: change(notes / "variants/heart-reading.yml", "心不在", "心已不在"),
        "the article is called otherwise": lambda: change(notes / "edition.yml", "title: 他走了\n", "title: 她走了\n"),
        "the article is of another day": lambda: change(notes / "edition.yml", "2026-01-06", "2015-01-06"),
        "the article is in other characters": lambda: change(notes / "edition.yml", "zh-Hans", "zh-Hant"),
    }  # fmt: skip


def of_pages(project: Path) -> dict[str, Edit]:
    article = project / "docs/article"
    settings, front = project / "mkdocs.yml", project / "docs/index.md"
    first, second, third = (article / f"{name}.md" for name in ("01-begin", "02-middle", "03-end"))
    return {
        "the front page says otherwise": lambda: change(front, "# A small edition", "# A small one\n\nMore."),
        "it has ids of what is shown on it": lambda: change(front, "More.", "## More {#rating-accurate}"),
        "a page comes": lambda: write(project / "docs/about.md", '# About\n\n<div data-edition="verdicts"></div>\n'),
        "a page lies deeper": in_turn(
            (project / "docs/about.md").unlink,
            lambda: write(project / "docs/more/about.md", '# About\n\n<div data-edition="verdicts"></div>\n'),
        ),
        "a section is called otherwise": lambda: change(second, "title: The middle", "title: Amid"),
        "a section has other words": lambda: change(third, "一个也没有", "两个也没有"),
        "a section has more paragraphs": lambda: change(first, "- 走的是人", "又双叒叕。\n\n- 走的是人"),
        "a section has an id of ours": lambda: change(third, "## 王座越来越空", "## 王座越来越空 {#note-throne}"),
        "another section leads to it": lambda: change(second, "的王座", "的[王座](03-end.md#note-throne)"),
        "a section has another number": in_turn(
            lambda: third.rename(article / "04-end.md"),
            lambda: change(settings, "article/03-end.md", "article/04-end.md"),
        ),
        "a section comes": in_turn(
            lambda: write(third, "---\ntitle: New\n---\n\n王座与 OpenAI。\n"),
            lambda: third.rename(article / "03-new.md"),
            lambda: change(settings, "  - article/04-end.md", "  - article/03-new.md\n  - article/04-end.md"),
        ),
        "a section goes": in_turn(
            (article / "03-new.md").unlink,
            lambda: change(settings, "  - article/03-new.md\n", ""),
        ),
        "a file comes that is no page": lambda: write(project / "docs/notes.txt", "plain\n"),
        "it says otherwise": lambda: change(project / "docs/notes.txt", "plain", "other"),
        "the site has a repository": lambda: change(settings, "nav:", f"{REPOSITORY}nav:"),
        "on another branch": lambda: change(settings, "edit/trunk/", "edit/main/"),
        "the site is called otherwise": lambda: change(settings, "site_name: A small", "site_name: The small"),
        "pages are files": lambda: change(settings, "nav:", "use_directory_urls: false\nnav:"),
        "Markdown is read otherwise": lambda: change(settings, "[attr_list, md_in_html", "[md_in_html"),
        "it is read as before": lambda: change(settings, "[md_in_html", "[attr_list, smarty, md_in_html"),
        "the site has a template": in_turn(
            lambda: write(project / "own/main.html", TEMPLATE),
            lambda: change(settings, "{name: material", "{name: material, custom_dir: own"),
        ),
        "the template says otherwise": lambda: change(project / "own/main.html", "Ours", "Yours"),
    }  # fmt: skip


def wrong(project: Path) -> dict[str, Edit]:
    notes = project / "annotations"
    throne, section = notes / "glosses/throne.yml", project / "docs/article/02-middle.md"
    text = section.read_bytes()
    return {
        "a note is no YAML": lambda: change(throne, "terms: [王座]", "terms: [王座"),
        "it is mended": lambda: change(throne, "terms: [王座", "terms: [王座]"),
        "a note lacks what it needs": lambda: change(throne, "meaning: throne\n", ""),
        "and has it again": lambda: change(throne, "literal:", "meaning: throne\nliteral:"),
        "the same fault one line further down": lambda: change(throne, "terms:", "# now\nregster: x\nterms:"),
        "and one more": lambda: change(throne, "# now\n", "# now\n# and\n"),
        "and is gone": lambda: change(throne, "# now\n# and\nregster: x\n", ""),
        "the article's manifest lacks a field": lambda: change(notes / "edition.yml", "publisher: 试验报\n", ""),
        "and has it": lambda: change(notes / "edition.yml", "issued:", "publisher: 试验报\nissued:"),
        "a claim is none": lambda: change(notes / "claims.yml", "- {quote: 第一", "- 5\n- {quote: 第一"),
        "and is one": lambda: change(notes / "claims.yml", "- 5\n", ""),
        "a section is in no encoding": lambda: section.write_bytes(text.decode().encode("gb18030")),
        "and in one": lambda: section.write_bytes(text),
        "rows are out of step": lambda: change(notes / "interlinear/begin.yml", "[走人,", "[走,"),
        "and further down": lambda: change(notes / "interlinear/begin.yml", "- begins: OpenAI", "#\n- begins: OpenAI"),
        "and in step": lambda: change(
            notes / "interlinear/begin.yml", "[走,  zǒurén".replace("  ", " "), "[走人, zǒurén"
        ),
        "a day is to come": lambda: change(notes / "fact-checks/heart.yml", "checked: 2026", "checked: 2926"),
        "and has come": lambda: change(notes / "fact-checks/heart.yml", "checked: 2926", "checked: 2026"),
        "a folder stands there": in_turn(lambda: throne.rename(notes / "throne.away"), throne.mkdir),
        "and a file": in_turn(throne.rmdir, lambda: (notes / "throne.away").rename(throne)),
    }


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.swept)])
@pytest.mark.parametrize("edits", [of_notes, of_pages, wrong])
def test_after_each_edit_the_site_is_what_a_fresh_build_makes(
    edits: Callable[[Path], dict[str, Edit]], every: int, tmp_path: Path, root: Path
) -> None:
    """What outlives its cause outlives the next edits too: a fresh build in three finds it, and the sweep has all."""
    project = copy_edition("chinese", tmp_path / "project", root)
    change(project / "mkdocs.yml", "site_url: https://example.org/edition/\n", "")
    stale, without = [], []
    made = dict[str, Files]()  # what an edit changes and the next changes back is made once
    with rebuilding(project) as server:
        before = made[state(project)] = server.files()
        told = edits(project)
        for number, (what, edit) in enumerate(told.items(), 1):
            edit()
            found = server.rebuild()
            without += [what] if found == before else []
            before = found
            if number % every and number != len(told):
                continue
            now = state(project)
            wanted = made[now] = made.get(now) or fresh(project)
            others = sorted(path for path in found.keys() | wanted.keys() if found.get(path) != wanted.get(path))
            stale += [(what, others)] if others else []
    assert not stale
    assert not without, "nothing shows these"
