"""What goes of a theme's stylesheet, and what stays: whatever a page, or a script that it loads, may come to use."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition_mkdocs.purge import purge, purged
from edition_mkdocs.used import Used, asked_in, words_in


def used(page: str, script: str = "", css: str = "") -> frozenset[str]:
    found = Used(frozenset(asked_in(css)))
    found.add(page)
    return frozenset(found.names | words_in(script))


@pytest.mark.parametrize(
    ("css", "page", "kept"),
    [
        (".a{x:y}.b{x:y}", '<p class="a">', ".a{x:y}"),
        (".a,.b{x:y}", "<p class='b c'>", ".b{x:y}"),
        (".a .b{x:y}.a.c{x:y}", '<p class="a"><i class="c">', ".a.c{x:y}"),
        ("p>em{x:y}table td{x:y}", "<p><em>", "p>em{x:y}"),
        ("@media print{.a{x:y}.b{x:y}}@media screen{.b{x:y}}", '<p class="a">', "@media print{.a{x:y}}"),
        (".a:not(.b){x:y}.a:is(.b,.c){x:y}", '<p class="a">', ".a:not(.b){x:y}.a:is(.b,.c){x:y}"),
        (".a::before{content:'} .b{'}", '<p class="a">', ".a::before{content:'} .b{'}"),
        (r".w\:b{x:y}.w\:c{x:y}", '<p class="w:b">', r".w\:b{x:y}"),
        ("[data-md-colour=red]{x:y}[data-md-colour=blue]{x:y}", '<body data-md-colour="red">',
         "[data-md-colour=red]{x:y}"),
        ("[hidden]{x:y}[title=he] .a{x:y}", '<p class="a">', "[hidden]{x:y}[title=he] .a{x:y}"),
        (".a[data-b]{x:y}[data-c=d] p{x:y}:not([data-c]){x:y}", '<p class="a" data-b>',
         ".a[data-b]{x:y}:not([data-c]){x:y}"),
        ("[lang]{x:y}[lang|=zh]{x:y}[lang=ja]{x:y}[lang|=he],[lang|=z]{x:y}:not([lang|=he]){x:y}",
         '<p lang="zh-Hans"><p lang="ja">', "[lang]{x:y}[lang|=zh]{x:y}[lang=ja]{x:y}:not([lang|=he]){x:y}"),
        ("[dir=rtl] .a{x:y}[dir=ltr] .a{x:y}", '<p class="a" dir="ltr">', "[dir=ltr] .a{x:y}"),
        ("[role=b]{x:y}[for=c]{x:y}[role='a']{x:y}p[for=d]{x:y}img{x:y}", '<p role="a"><i role="img" for=d>',
         "[role='a']{x:y}p[for=d]{x:y}"),
        (":root{--a:1;--b:2}p{x:var(--a)}", "<p>", ":root{--a:1}p{x:var(--a)}"),
        (":root{--a:var(--b);--b:2}p{x:var(--a)}.c{x:var(--c)}", "<p>", ":root{--a:var(--b);--b:2}p{x:var(--a)}"),
        (":root{--a:var(--b);--b:url('data:,;}')}", "<p>", ""),
        ("@keyframes go{0%{x:y}}@keyframes stay{0%{x:y}}p{animation:go 1s}", "<p>",
         "@keyframes go{0%{x:y}}p{animation:go 1s}"),
        ("@charset \"UTF-8\";@font-face{src:url(a;b)}#i{x:y}#j{x:y}", '<p id="i">',
         "@charset \"UTF-8\";@font-face{src:url(a;b)}#i{x:y}"),
        (".a{.b{x:y;--a:1}.c{--b:2}}.d{.e{x:y}}", '<p class="a">', ".a{.b{x:y;--a:1}.c{--b:2}}"),
        ("@supports (x:y){@media print{.b{x:y}}}", "<p>", ""),
    ],
)  # fmt: skip
def test_what_no_page_can_come_to_use_goes(css: str, page: str, kept: str) -> None:
    assert purged(css, used(page, css=css)) == kept


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
