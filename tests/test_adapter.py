"""Whole sites, built by the hosts themselves: what a reader gets, and what a contributor is told.

One file, though long: all of it is of sites that are built once.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.command import command
from tests.hosts import EDITIONS, ENVIRONMENT, build, change, copy_edition, run_module
from tests.html import article_outline, broken_links, doubled_ids, ids, note_of, parse

WRONG = sorted(path.name for path in (EDITIONS / "wrong").iterdir())


@pytest.fixture(scope="module", params=["real", "chinese", "german"])
def built(request: pytest.FixtureRequest, root: Path, site_of: Callable[[str], Path]) -> tuple[Path, Path]:
    """A project and its site, by MkDocs."""
    return root if request.param == "real" else EDITIONS / request.param, site_of(request.param)


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """The small Chinese edition, to be spoilt."""
    return copy_edition("chinese", tmp_path / "project", root)


def sections(site: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(site.glob("article/*/index.html"))]


def test_the_article_comes_back_character_by_character(built: tuple[Path, Path]) -> None:
    project, site = built
    text = "".join(map(article_outline, sections(site)))
    manifest = (project / "annotations/edition.yml").read_text(encoding="utf-8")
    assert sha256(text.encode()).hexdigest() == re.findall(r"^sha256: (\w+)$", manifest, re.M)[0]


def test_the_heads_of_sections_on_the_whole_page_are_styled_and_a_section_loads_no_more(
    built: tuple[Path, Path],
) -> None:
    styled = 'assets/pages.css"'
    whole = (built[1] / "whole/index.html").read_text(encoding="utf-8")
    assert 'class="kicker section"' in whole and styled in whole
    assert not [page for page in sections(built[1]) if styled in page]


def test_every_link_leads_somewhere(built: tuple[Path, Path]) -> None:
    assert list(broken_links(built[1])) == []


def test_the_navigation_lists_no_page_on_which_nothing_stands(built: tuple[Path, Path]) -> None:
    project, site = built
    page = parse((site / "index.html").read_text(encoding="utf-8"))
    links = (one for one in page.iter("a") if "md-nav__link" in (one.get("class") or ""))
    listed = {(one.get("href") or "").removeprefix("./") for one in links}
    wanted = re.findall(r"([\w-]+)/index\.md", (project / "mkdocs.yml").read_text(encoding="utf-8"))
    for kind in {"bios", "fact-checks", "glosses", "sources", "variants"} & set(wanted):
        assert (f"{kind}/" in listed) is any((project / "annotations" / kind).glob("*.yml")), kind
        assert (site / kind / "index.html").is_file()  # for whoever has its address
    for path in site.glob("*/index.html"):
        links = parse(path.read_text(encoding="utf-8")).iter("a")
        follows = [one.get("href") or "" for one in links if "md-footer__link" in (one.get("class") or "")]
        assert not [href for href in follows if href.startswith("../") and href[3:] not in {*listed, "", "."}]


def test_the_navigation_marks_the_page_on_which_it_stands_and_no_other(built: tuple[Path, Path]) -> None:
    _, site = built
    for path in site.rglob("index.html"):
        links = [one for one in parse(path.read_text(encoding="utf-8")).iter("a") if one.get("class")]
        own = [one for one in links if "md-nav__link" in (one.get("class") or "").split()]
        marked = [one for one in own if one.get("aria-current") == "page"]
        here = [one for one in own if (path.parent / (one.get("href") or "")).resolve() == path.parent.resolve()]
        assert marked == here, path
        assert len(here) <= 1


def test_the_site_has_no_script_of_the_theme_s_and_its_styles_in_one_with_the_edition_s(
    built: tuple[Path, Path],
) -> None:
    site = built[1]
    assert [path.name for path in site.rglob("assets/*/*") if path.suffix in (".js", ".css", ".map")] == []
    style = (site / "assets/edition.css").read_text(encoding="utf-8")
    in_order = "html{", "[data-md-color-scheme=slate]{color-scheme:dark", "--measure:"
    places = [style.index(words) for words in in_order]
    assert places == sorted(places) and "/*" not in style
    for page in [*sections(site), (site / "index.html").read_text(encoding="utf-8")]:
        assert page.count('assets/edition.css"') == 1


def test_every_note_shows_in_a_margin_and_in_its_place(built: tuple[Path, Path]) -> None:
    project, site = built
    shown = {note_of(element) for html in sections(site) for element in parse(html).iter()} - {None}
    files = {path.stem: path for kind in ("bios", "fact-checks", "glosses", "variants")
             for path in (project / "annotations" / kind).glob("*.yml")}  # fmt: skip
    assert shown == set(files)
    for name, path in files.items():
        kind = path.parent.name
        if kind in ("bios", "fact-checks"):
            assert (site / kind / name / "index.html").is_file()
        else:
            assert name in ids((site / kind / "index.html").read_text(encoding="utf-8"))


def test_each_page_says_what_it_is_and_how_a_link_to_it_looks(built: tuple[Path, Path]) -> None:
    project, site = built
    base = ENVIRONMENT["SITE_URL"]
    titles: dict[str, str] = {}
    descriptions: dict[str, str] = {}
    for path in sorted(site.rglob("index.html")):
        page = path.relative_to(site).as_posix().removesuffix("index.html")
        head = parse(path.read_text(encoding="utf-8")).find("head")
        titles[page] = head.findtext("title")
        told = {meta.get("property") or meta.get("name"): meta.get("content") for meta in head.iter("meta")}
        linked = {link.get("rel"): link.get("href") for link in head.iter("link")}
        assert titles[page] and "edition-" not in str(told), page
        assert told["og:url"] == linked["canonical"] == base + page
        assert told["og:title"] in titles[page]
        assert (path.parent / linked["icon"]).is_file() and (path.parent / linked["apple-touch-icon"]).is_file()
        descriptions[page] = told.get("description", "")
        assert told["og:description"] == descriptions[page]
        if "og:image" in told:
            assert (site / told["og:image"].removeprefix(base)).is_file()
    assert len(set(titles.values())) == len(titles)
    if project.name not in ("chinese", "german"):
        assert all(descriptions.values())
        doubled = {page for page, text in descriptions.items() if list(descriptions.values()).count(text) > 1}
        assert not doubled


def test_no_script_waits_for_a_stylesheet_and_what_the_first_view_needs_is_asked_for_at_once(
    built: tuple[Path, Path],
) -> None:
    """A script behind a stylesheet waits until that has come, and what stands behind such a script is found late."""
    site = built[1]
    for html in [*sections(site), *((site / name).read_text(encoding="utf-8") for name in ("index.html", "404.html"))]:
        head, body = re.sub(r"<noscript>.*?</noscript>", "", html, flags=re.S).split("</head>")
        scripts = [found.start() for found in re.finditer("<script", head)]
        styles = [found.start() for found in re.finditer('<link rel="stylesheet"(?![^>]* media)', head)]
        assert scripts and styles
        assert max(scripts) < min(styles)
        preloaded = re.findall('<link rel="modulepreload" href="([^"]*)"', head)
        assert [address[address.index("assets/") :] for address in preloaded] == ["assets/edition.js"]
        assert re.findall('<script(?=[^>]* src=)(?![^>]* (?:type="module"|async|defer))[^>]*>', html) == []
        assert re.findall('<link[^>]* rel="(?:stylesheet|modulepreload)"[^>]*>', body) == []


def test_what_scripts_ask_of_the_theme_is_there_where_a_site_has_such(copy: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(copy, site).returncode == 0
    assert not [html for html in sections(site) if "__md_get" in html]
    (copy / "docs/own.js").write_text("", encoding="utf-8")
    with (copy / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nextra_javascript: [own.js]\n")
    done = build(copy, site)
    assert done.returncode == 0, done.stderr
    assert all("__md_get" in html for html in sections(site))


def test_every_source_is_listed(built: tuple[Path, Path]) -> None:
    project, site = built
    listed = ids((site / "sources/index.html").read_text(encoding="utf-8"))
    assert {path.stem for path in (project / "annotations/sources").glob("*.yml")} <= listed


def test_no_id_stands_twice_on_any_page(built: tuple[Path, Path]) -> None:
    for path in built[1].rglob("*.html"):
        assert doubled_ids(path.read_text(encoding="utf-8")) == [], path


def test_paragraphs_are_numbered_through(built: tuple[Path, Path]) -> None:
    numbers: list[int] = []
    for html in sections(built[1]):
        found = [element.get("id") for element in parse(html).iter() if element.get("id")]
        numbers += [int(name[2:]) for name in found if re.fullmatch(r"p-\d+", name)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_search_and_sitemap_know_the_notes_pages_and_not_their_shells(built: tuple[Path, Path]) -> None:
    project, site = built
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    entries = json.loads((site / "search/entries.json").read_text(encoding="utf-8"))["docs"]
    found = {entry["location"] for entry in entries}
    assert len(found) == len(entries)
    assert {f"{path.stem}/".removeprefix("index/") for path in (project / "docs").glob("*.md")} <= found
    for kind in ("bios", "fact-checks"):
        for path in (project / "annotations" / kind).glob("*.yml"):
            assert f"/{kind}/{path.stem}/</loc>" in sitemap
            assert f"{kind}/{path.stem}/" in found
    assert not [path for path in site.rglob("*") if "edition_shell" in path.as_posix()]
    assert "edition_shell" not in sitemap
    assert not [place for place in found if "edition_shell" in place]


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_no_page_is_said_to_be_skipped(copy: Path, tmp_path: Path, host: str) -> None:
    """Every page that the host renders, it writes, those of which the notes' pages are made too."""
    done = build(copy, tmp_path / "site", host)
    assert done.returncode == 0, done.stderr
    assert "Documentation built" in done.stderr
    assert "skipped" not in done.stderr


def test_properdocs_builds_the_same_pages(built: tuple[Path, Path], tmp_path: Path) -> None:
    project, site = built
    done = build(project, tmp_path, "properdocs")
    assert done.returncode == 0, done.stderr
    for path in site.glob("article/*/index.html"):
        other = tmp_path / path.relative_to(site)
        assert _content(other) == _content(path)


def test_the_same_input_gives_the_same_bytes(built: tuple[Path, Path], tmp_path: Path, root: Path) -> None:
    """Whatever the seed of Python's hashes and wherever one stands; a small edition also in another folder, from files
    of another age."""
    project, first = built
    if project != root:
        project = copy_edition(project.name, tmp_path / "project", root)
    second = tmp_path / "site"
    words = ("build", "--strict", "--config-file", project / "mkdocs.yml", "--site-dir", second)
    done = run_module("mkdocs", *words, cwd=tmp_path, environment={**ENVIRONMENT, "PYTHONHASHSEED": "7"})
    assert done.returncode == 0, done.stderr
    assert _bytes(first) == _bytes(second)


def test_the_command_reads_the_text_that_mkdocs_reads(root: Path) -> None:
    for project in (root, EDITIONS / "chinese", EDITIONS / "german"):
        assert command("check", root=project).status == 0  # the checksum is compared


def test_a_table_has_one_checksum_and_a_hook_that_changes_the_article_is_told(copy: Path, tmp_path: Path) -> None:
    section, manifest = copy / "docs/article/03-end.md", copy / "annotations/edition.yml"
    section.write_text(section.read_text(encoding="utf-8") + "\n| Version | 年 |\n|---|---|\n| o1 | 2024 |\n")
    translation = copy / "annotations/translations/end.yml"
    translation.unlink(missing_ok=True)
    proposed = re.findall(r"writes sha256: (\w+)", command("check", root=copy).err)[0]
    manifest.write_text(re.sub("sha256: .*", f"sha256: {proposed}", manifest.read_text(encoding="utf-8")))
    assert command("check", root=copy).status == 0
    done = build(copy, tmp_path / "site")
    assert done.returncode == 0, done.stderr

    (copy / "other.py").write_text(
        "def on_page_markdown(markdown, page, config, files):\n    return markdown.replace('2024', '2025')\n"
    )
    change(copy / "mkdocs.yml", "hooks: [", "hooks: [other.py, ")
    done = build(copy, tmp_path / "site")
    assert done.returncode == 1
    assert "article/03-end.md:5:1: error: the site shows “2025” where this file has “2024”" in done.stderr
    assert "\n1 error\n" in done.stderr  # and not that the checksum or an entry is wrong
    (copy / "other.py").write_text(
        "def on_page_content(html, page, config, files):\n"
        "    return f'<body>{html}</body>' if 'article/03' in page.file.src_uri else html\n"
    )
    done = build(copy, tmp_path / "site")
    assert "error: the site shows “body”" in done.stderr and "\n1 error\n" in done.stderr


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_edition_is_answered_and_no_half_of_it_published(name: str, host: str, tmp_path: Path) -> None:
    project = EDITIONS / "wrong" / name
    (tmp_path / "index.html").write_text("the last good site", encoding="utf-8")
    done = build(project, tmp_path, host)
    assert done.returncode == 1
    assert f"ERROR   -  \n{(project / 'problems.txt').read_text(encoding='utf-8')}" in done.stderr
    assert "Traceback" not in done.stderr
    left = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()}
    # What only the rendered text can tell comes after the host has emptied the folder.
    assert left == ({"index.html": "the last good site"} if name in ("notes", "navigation", "encoding") else {})


@pytest.mark.parametrize("name", WRONG)
def test_the_command_says_what_the_build_says(name: str) -> None:
    project = EDITIONS / "wrong" / name
    said = command("check", root=project)
    assert (said.status, said.err) == (1, (project / "problems.txt").read_text(encoding="utf-8"))


def test_the_last_site_stays_whole_where_a_note_is_wrong(copy: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(copy, site).returncode == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    change(copy / "annotations/bios/gpt.yml", "kind: product", "kind: produkt")
    assert build(copy, site).returncode == 1
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def _content(path: Path) -> str:
    html = path.read_text(encoding="utf-8")
    return html[html.index('<header class="head"') : html.index("</article>")]


def _bytes(site: Path) -> dict[str, bytes]:
    """Every file of a site; the sitemap, to which the host gives the day, without it."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    packed = gzip.decompress(files.pop("sitemap.xml.gz"))
    files |= {"sitemap.xml.gz, unpacked": packed}
    return {name: re.sub(rb"<lastmod>[^<]*</lastmod>", b"", data) if "sitemap" in name else data
            for name, data in files.items()}  # fmt: skip
