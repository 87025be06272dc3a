"""The article is read as MkDocs reads it: configuration, extensions and front matter are held to MkDocs itself.

Every extension that Python-Markdown and pymdown-extensions ship is met with an article in its syntax: what the command
reads is what the build shows, or both refuse it with the same words at the same line.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import markdown.extensions
import pymdownx.blocks
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from edition import open_project, render_all
from edition.problems import SourceFile
from edition.reading import html_of, parts_of_file, read_dialect
from edition.text import article_hash, article_outline, read_section
from tests.examples import tried_on
from tests.hosts import Known

# -- the configuration -------------------------------------------------------------------------------------------------

CONFIGURATIONS = {
    "nothing": "",
    "a list": "markdown_extensions: [attr_list, footnotes]",
    "a list with settings": "markdown_extensions:\n  - attr_list\n  - toc: {permalink: true}\n  - footnotes:\n",
    "a mapping": "markdown_extensions:\n  toc: {permalink: '#'}\n  smarty: {}\n  tables:\n",
    "one twice": "markdown_extensions: [tables, smarty, smarty, {smarty: {smart_dashes: false}}]",
    "an empty key": "markdown_extensions:",
    "an empty list": "markdown_extensions: []",
    "the environment": "markdown_extensions:\n  - toc: {title: !ENV [NO_SUCH_NAME, Contents]}\n",
    "a name of Python": "markdown_extensions:\n  - toc: {slugify: !!python/name:pymdownx.slugs.slugify }\n",
    "a call of Python": (
        "markdown_extensions:\n  - toc:\n"
        "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
    ),
    "an anchor": "extra: &x {permalink: true}\nmarkdown_extensions:\n  - toc: *x\n",
    "a merge": "extra: &x {permalink: true}\nmarkdown_extensions:\n  toc: {<<: *x, title: T}\n",
    "inherited": "INHERIT: base.yml",
    "inherited and more": "INHERIT: base.yml\nmarkdown_extensions: {toc: {title: T}, abbr: {}}",
    "inherited and replaced": "INHERIT: base.yml\nmarkdown_extensions: [abbr]",
    "a folder beside": (
        "markdown_extensions:\n"
        "  - pymdownx.snippets: {base_path: [!relative $config_dir/notes, !relative $docs_dir/x]}\n"
    ),
    "a byte-order mark": "\ufeffmarkdown_extensions: [footnotes]",
}


def plain(value: Any) -> Any:
    """Settings that can be compared: MkDocs keeps a path that is relative to something as an object of its own."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return str(value) if hasattr(value, "__fspath__") or isinstance(value, str) else repr(value).partition(" at 0x")[0]


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_the_configuration_is_read_as_mkdocs_reads_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("docs/x", "notes"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "base.yml").write_text("markdown_extensions:\n  toc: {permalink: true}\n  footnotes: {}\n")
    text = f"{CONFIGURATIONS[name]}\nsite_name: x\nplugins: []\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    theirs = load_config(str(tmp_path / "mkdocs.yml"))
    problems: list[Any] = []
    ours = read_dialect(tmp_path, problems)
    assert ours is not None, render_all(problems)
    assert list(ours.extensions) == theirs.markdown_extensions
    assert plain(dict(ours.settings)) == plain(theirs.mdx_configs)


WRONG_CONFIGURATIONS = {
    "markdown_extensions: {a: [b]}\n": "“markdown_extensions” is a list of names",
    "markdown_extensions: text\n": "“markdown_extensions” is a list of names",
    "site_name: x\nmarkdown_extensions:\n  - atr_list\n": "mkdocs.yml:3:5: error: the Markdown extension “atr_list”",
    "markdown_extensions: [{toc: {permalnk: true}}]\n": "the Markdown extension “toc” cannot be loaded",
    "markdown_extensions: [\n": "mkdocs.yml:",
    "markdown_extensions: [{pymdownx.snippets: {base_path: [a], auto_append: [b], check_paths: true}}]\n": "together",
    "- x\n": "the configuration is no list of “key: value”",
    "INHERIT: mkdocs.yml\n": "“INHERIT” leads round in a circle",
    "INHERIT: nowhere.yml\n": "nowhere.yml:1:1: error: this cannot be read",
    "markdown_extensions: [{toc: {slugify: !!python/name:no.such }}]\n": "mkdocs.yml:1:",
    "markdown_extensions: [pymdownx.snippets]\n": "snippets come from a folder of the project",
    "markdown_extensions: [{pymdownx.snippets: {base_path: [..]}}]\n": "snippets come from a folder of the project",
    "markdown_extensions: [{pymdownx.snippets: {base_path: [/etc]}}]\n": "snippets come from a folder of the project",
    "markdown_extensions: [{pymdownx.snippets: {base_path: [.git]}}]\n": "snippets come from a folder of the project",
    "markdown_extensions: [{pymdownx.snippets: {base_path: [a], url_download: true}}]\n": "not fetched from other",
    "markdown_extensions: [{pymdownx.snippets: {base_path: [a], restrict_base_path: false}}]\n": "“base_path” alone",
}


@pytest.mark.parametrize("text", WRONG_CONFIGURATIONS)
def test_a_configuration_that_cannot_be_used_is_told(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    problems: list[Any] = []
    assert read_dialect(tmp_path, problems) is None
    assert WRONG_CONFIGURATIONS[text] in render_all(problems)
    assert render_all(problems).endswith("1 error")


# -- front matter ------------------------------------------------------------------------------------------------------

HEADS = st.lists(
    st.sampled_from(
        ["---", "---", "--- ", "...", "title: x", "Update: 人", "- a", "a", "", "人走了", "    more", "# c", "a: [",
         "d: 2026-13-45", "https://example.org/", "\ttab", "***", "? a", "title: !x y", "x: &a 1"]
    ),
    max_size=7,
)  # fmt: skip


@tried_on(500)
@given(HEADS)
def test_front_matter_is_what_mkdocs_takes_for_it_or_an_error(lines: list[str]) -> None:
    text = "\n".join(lines)
    theirs, fields = meta.get_data(text)
    problems: list[Any] = []
    parts = parts_of_file(SourceFile("docs/article/01-x.md", text), problems)
    assert (parts is None) == bool(problems)
    if parts is not None:
        assert parts.markdown == theirs.lstrip("\n")
        assert set(parts.fields) <= set(fields)
        assert "\n".join(text.split("\n")[parts.line - 1 :]) == parts.markdown or not parts.markdown
        # No word of the article is lost: all that is left out stands between lines of hyphens.
        assert text.startswith("---") or text.strip("\n") == parts.markdown.strip("\n")


# -- the extensions ----------------------------------------------------------------------------------------------------


def shipped() -> list[str]:
    """Every extension of the two packages that is installed here."""
    names = {point.value.partition(":")[0] for point in entry_points(group="markdown.extensions")}
    for package in (markdown.extensions, pymdownx, pymdownx.blocks):
        names |= {f"{package.__name__}.{item.name}" for item in pkgutil.iter_modules(package.__path__)}
    ours = sorted(name for name in names if name.startswith(("markdown.", "pymdownx.")))
    return [name for name in ours if hasattr(import_module(name), "makeExtension")]


EVERYTHING = (Path(__file__).parent / "everything.md").read_text(encoding="utf-8")
"""What any of the extensions makes something of."""
PIECES = [piece for piece in EVERYTHING.split("\n\n") if piece.strip()]


def project(root: Path, extension: str, article: str = "") -> MkDocsConfig:
    """A project with one more extension; the configuration as MkDocs has it."""
    values = {"pymdownx.snippets": "{base_path: [annotations]}"}.get(extension, "{}")
    (root / "docs/article").mkdir(parents=True)
    (root / "annotations").mkdir()
    (root / "mkdocs.yml").write_text(
        f"site_name: x\nplugins: []\nmarkdown_extensions: [attr_list, md_in_html, {{{extension}: {values}}}]\n",
        encoding="utf-8",
    )
    write(root, article)
    return load_config(str(root / "mkdocs.yml"))


def write(root: Path, article: str) -> None:
    (root / "docs/article/01-x.md").write_text(f"---\ntitle: X\n---\n{article}", encoding="utf-8")


def as_mkdocs(config: MkDocsConfig) -> str:
    """The HTML that MkDocs itself makes of the section."""
    file = File("article/01-x.md", config.docs_dir, config.site_dir, use_directory_urls=True)
    page = Page(None, file, config)
    page.read_source(config)
    page.render(config, Files([file]))
    return str(page.content)


def of_article(problems: Any) -> list[Any]:
    return [problem for problem in problems if problem.place.file.path.startswith("docs/")]


@pytest.mark.parametrize("extension", shipped())
def test_the_command_and_the_build_read_one_text(
    extension: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    accepted = 0
    config = project(tmp_path, extension)
    for article in [*PIECES, EVERYTHING]:
        write(tmp_path, article)
        read = open_project(tmp_path)
        assert not of_article(read.problems)
        html = as_mkdocs(config)
        ours, theirs = (
            of_article(read.joined(Known(made=render))[1]) for render in (html_of, {read.sections[0]: html}.__getitem__)
        )
        assert render_all(ours) == render_all(theirs)
        here, there = read_section("x", html_of(read.sections[0])), read_section("x", html)
        assert article_outline([here]) == article_outline([there])
        assert [here.words(leaf) for leaf in here.leaves] == [there.words(leaf) for leaf in there.leaves]
        accepted += not ours
    assert accepted > len(PIECES) // 3


def test_the_extensions_are_all_here() -> None:
    assert len(shipped()) > 45
    assert {"markdown.extensions.footnotes", "pymdownx.blocks.tab", "pymdownx.tilde"} <= set(shipped())


def test_a_build_tells_where_it_shows_other_words_than_the_file(tmp_path: Path) -> None:
    project(tmp_path, "smarty", "甲。\n\n乙。\n")
    read = open_project(tmp_path)
    made = read.bind(Known(made=lambda item: html_of(item).replace("乙", "丙")))
    told = next(problem for problem in made.problems if problem.place.file.path.startswith("docs/"))
    assert str(told.place) == "docs/article/01-x.md:4:1"
    assert told.remedy == (
        "A plugin or another hook changes the article: let it leave the article alone, or do without it."
    )


def test_a_table_has_one_checksum(tmp_path: Path) -> None:
    """Also where the project says nothing of tables: MkDocs adds them."""
    config = project(tmp_path, "smarty", "| Version | Year |\n|---|---|\n| o1 | 2024 |\n")
    read = open_project(tmp_path)
    text = read_section("x", as_mkdocs(config))
    assert [text.words(leaf) for leaf in text.leaves] == ["Version", "Year", "o1", "2024"]
    assert article_outline([text]) == "table\n tr\n  th\n\tVersion\n  th\n\tYear\n tr\n  td\n\to1\n  td\n\t2024\n\n"
    assert article_hash([text]) == article_hash([read_section("x", html_of(read.sections[0]))])
