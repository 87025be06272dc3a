"""What goes of a theme's stylesheet, and what stays: whatever a page, or a script that it loads, may come to use."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition_mkdocs.purge import purge, purged
from edition_mkdocs.used import Used, asked_in, words_of_script
from tests.golden import Golden


def used(page: str, script: str = "", css: str = "") -> frozenset[str]:
    found = Used(frozenset(asked_in(css)))
    found.add(page)
    return frozenset(found.names | words_of_script(script))


@pytest.mark.golden_test("../cases/publishing/purge/*.yml")
def test_what_no_page_can_come_to_use_goes(golden: Golden) -> None:
    stays = [purged(case["css"], used(case["page"], css=case["css"])) for case in golden["stylesheets"]]
    assert stays == golden.out["stays"]


def test_what_a_script_may_set_stays() -> None:
    css = ".open{x:y}.shut{x:y}"
    assert purged(css, used("<p>", 'note.classList.toggle("open")')) == ".open{x:y}"
    assert purged(css, used("<script>note.className = 'shut'</script>")) == ".shut{x:y}"
    assert purged("[role=a]{x:y}", used("<p>", 'note.role = "a"')) == "[role=a]{x:y}"
    assert purged("[data-a-b]{x:y}[data-c]{x:y}", used("<p>", "note.dataset.aB = 1")) == "[data-a-b]{x:y}"
    assert purged("[data-c=d]{x:y}", used("<p>", 'note.toggleAttribute("data-c")')) == "[data-c=d]{x:y}"


def test_what_is_said_to_machines_is_no_script() -> None:
    page = '<script type="application/ld+json">{"about": "a"}</script><script type="module">b</script>'
    assert purged(".a{x:y}.b{x:y}", used(page)) == ".b{x:y}"


def test_what_others_read_stays() -> None:
    assert purged(":root{--a:1;--b:2}", used('<html class="root">'), frozenset({"--b"})) == ":root{--b:2}"


def test_a_page_that_is_cut_short_takes_nothing_along() -> None:
    assert purged(".a{x:y}p{", used('<p class="a">')) == ".a{x:y}"


def test_what_stands_about_the_articles_of_several_pages_is_looked_through_once_and_nothing_is_missed() -> None:
    used = Used()
    for number in range(3):
        script = f'<script>\nconst add = () =>\n  show("late-{number}")\n</script>'
        about = f'<nav class="same"></nav>\n<p class="own-{number}"></p>\n{script}\n'
        used.add(f'{about}<article class="a"><p class="in-{number}"></p>\n</article>\n<i class="end-{number}"></i>\n')
    named = {f"{name}-{number}" for name in ("own", "in", "end", "late") for number in range(3)}
    assert used.names >= named | {"same", "a", "nav", "article", "p", "i"}


def test_the_sites_own_files_may_be_in_any_encoding_and_its_folders_have_any_name(tmp_path: Path) -> None:
    files = {"theme.css": b":root{--a:1;--b:2}.a{x:y}.b{x:y}", "own.css": b"/* caf\xe9 */p{x:var(--a)}"}
    for name, content in {**files, "own.js": b"/* caf\xe9 */ say('a')"}.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "v1.css").mkdir()
    (tmp_path / "assets" / "v1.js").mkdir(parents=True)
    used = Used()
    used.add('<html class="root"><script src="own.js"></script>')
    purge(tmp_path, "theme.css", used)
    assert (tmp_path / "theme.css").read_text() == ":root{--a:1}.a{x:y}"
