"""Our templates between a site's own and its theme's: what they need of the theme, and whether the site's keep them.

A site's own `main.html` extends `base.html`, as its theme asks it to. Under that name stands ours, which extends the
theme's in turn, as `theme/base.html`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateNotFound
from jinja2 import TemplateSyntaxError as Unparsed
from jinja2.nodes import Block, Const, Extends, Getattr, Name, Template
from rjsmin import jsmin

from edition import Host, Problem, Project

OVERRIDES = Path(__file__).parent / "templates"
"""What stands over parts of the host's theme."""
_PREFIX = "theme/"
_BASE = "base.html"
_NAMED = re.compile(r'\{%-? (?:extends|include) "([^"]+)" -?%\}')
_BLOCK = re.compile(r"\{%-? block (\w+) -?%\}")
STYLE = "assets/edition.css"
"""The stylesheet of every page, by its path in the site: the theme's and the edition's in one."""
_SCRIPTS, _STYLES = "assets/javascripts/", "assets/stylesheets/"
_MAP = re.compile(r"\s*/\*# sourceMappingURL=[^*]*\*/\s*")
_NEEDLESS = re.compile(
    r'''<input\ class="md-toggle"\ data-md-toggle="search"[^>]*>
    |<div\ data-md-component="skip">.*?</div>
    |<div\ class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>
    |\ data-md-component="(?:container|main|content)"''',
    re.X | re.S,
)
"""In the theme's page: what only its own script would find and fill, or what ours has in another place."""
_FREE = {"site_nav"}
"""Blocks of ours that a site may do without: its own navigation is as good."""


def missing_from_theme(dirs: Iterable[str]) -> str:
    """The first template that ours ask of the theme, and none of its folders has; empty where all are there."""
    folders = [Path(name) for name in dirs]
    return next((name for name in _wanted() if not any((folder / name).is_file() for folder in folders)), "")


def theme_problems(project: Project, theme: Any, extra: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong in the settings of the theme, before any page is made."""
    yield from _unknown_language(project, theme)
    yield from _idle_features(project, extra)


def _unknown_language(project: Project, theme: Any) -> Iterator[Problem]:
    """A problem where the theme has no words in the language that its setting names."""
    named = str(theme["language"]) if "language" in theme else "en"
    known = {path.stem for folder in theme.dirs for path in Path(folder, "partials/languages").glob("*.html")}
    if known and named not in known:
        message = f"“language: {named}” under “theme” names none of the languages that the theme has"
        yield project.setting_problem("theme", message, "What the theme says stands beside notes in English: write en.")


def missing_card(project: Project, extra: Mapping[str, Any], files: Iterable[Any]) -> Iterator[Problem]:
    """A problem where the picture that is shown for a link to the site is none of its files."""
    card = extra.get("card")
    if card and not any(file.dest_uri == card for file in files):
        message = f"“card: {card}” is no file of the site, and would be shown for each link to it"
        remedy = "Write its path from the folder of pages, such as assets/card.png, which `edition card` draws."
        yield project.setting_problem("extra", message, remedy)


def _idle_features(project: Project, extra: Mapping[str, Any]) -> Iterator[Problem]:
    """A warning for what the theme's script would do, which the edition's pages do without."""
    for name, what, remedy in (
        ("consent", "ask for consent", "Take it out: the edition's pages keep no cookie and ask no other host."),
        ("version", "offer other versions", "Take it out, and link to other versions in the navigation."),
    ):
        if extra.get(name):
            message = f"“{name}” under “extra” has no effect: the script of the theme that would {what} is not loaded"
            yield replace(project.setting_problem("extra", message, remedy), severity="warning", sort="no effect")


def lay_over(environment: Environment, dirs: Sequence[str]) -> None:
    """Let the host's environment find the theme's own templates, in `dirs`, under `theme/`, where ours cover them."""
    environment.filters["minified"] = jsmin
    environment.lstrip_blocks = True  # a line in which it is only decided what follows needs no indent
    Host.keep_compiled(environment)
    if environment.loader:
        beneath = PrefixLoader({_PREFIX.rstrip("/"): _Theme(dirs)})
        environment.loader = ChoiceLoader([environment.loader, beneath])


class _Theme(FileSystemLoader):
    """The theme's own templates, without what no page of an edition can come to use."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_fresh = super().get_source(environment, template)
        return _NEEDLESS.sub("", source), path, is_fresh


def covered_blocks(
    project: Project, environment: Environment, templates: Iterable[str], own: Sequence[Path]
) -> Iterator[Problem]:
    """A problem for each part of ours that one of the site's own templates covers without bringing it in.

    `templates` are those that pages begin with, `own` the folders of the site's own, each of which is looked through.
    """
    broken = [*_unparsed(project, environment, own)]
    yield from broken
    if broken:
        return
    looked_at: set[str] = set()
    for name in templates:
        above: list[str] = []
        while name and name not in looked_at and (path := _path_of(environment, name)):
            if path.is_relative_to(OVERRIDES):
                break
            is_own = any(path.is_relative_to(folder) for folder in own)  # what the theme covers itself, it shows
            above.append(name)
            looked_at.add(name)
            file, _ = project.read(path)
            shown, text, tree = file.path, file.text, environment.parse(file.text)
            extended = next(
                (
                    (str(node.template.value), node.lineno)
                    for node in tree.find_all(Extends)
                    if isinstance(node.template, Const)
                ),
                None,
            )
            if extended is None:
                yield from [_stands_alone(shown, text)] if is_own else []
                break
            name, line = extended
            found = _left_out(tree, shown, text) if name not in above else [_extends_itself(shown, text, line)]
            yield from found if is_own else []


def own_templates(own: Iterable[Path]) -> str:
    """All that the site's own templates say, as they stand: the policy of its pages lets their scripts run."""
    paths = sorted(path for folder in own for path in folder.rglob("*.html"))
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file())


def with_theme(css: str, files: Iterable[Any], dirs: Iterable[str]) -> str:
    """The edition's stylesheet behind those that the theme has in its folders `dirs`: asked for once, they come sooner,
    and what they have in common is compressed once. What a site has in the place of one of the theme's stands for it.
    """
    folders = [Path(name) for name in dirs]
    theirs = {
        file.src_uri: _MAP.sub("", file.content_string)
        for file in files
        if file.src_uri.endswith(".css") and any((folder / file.src_uri).is_file() for folder in folders)
    }
    return "".join(theirs[uri] for uri in sorted(theirs)) + css  # the colours (“palette”) come behind the rest (“main”)


def never_loaded(files: Iterable[Any], dirs: Collection[str], named: str) -> list[Any]:
    """Those of the files in the theme's folders `dirs` that no page loads: its scripts, and its stylesheets.

    What the site's own templates and settings say is `named`: a folder of the theme that stands in it stays.
    """
    unnamed = [folder for folder in (_SCRIPTS, _STYLES) if folder not in named]
    return [file for file in files if file.src_dir in dirs and any(folder in file.src_uri for folder in unnamed)]


@cache
def _wanted() -> list[str]:
    ours = {path.relative_to(OVERRIDES).as_posix(): path for path in OVERRIDES.rglob("*.html")}
    named = {
        name.removeprefix(_PREFIX)
        for path in ours.values()
        for name in _NAMED.findall(path.read_text(encoding="utf-8"))
        if name.startswith(_PREFIX) or name not in ours
    }
    return sorted(named - {"main.html"})


@cache
def _blocks() -> frozenset[str]:
    return frozenset(_BLOCK.findall((OVERRIDES / _BASE).read_text(encoding="utf-8"))) - _FREE


def _unparsed(project: Project, environment: Environment, own: Sequence[Path]) -> Iterator[Problem]:
    for path in sorted(path for folder in own for path in folder.rglob("*.html")):
        file, problems = project.read(path)
        yield from problems
        try:
            environment.parse(file.text)
        except Unparsed as error:
            remedy = "Mend it as https://jinja.palletsprojects.com says."
            message = f"this is no template: {error.message}"
            yield Problem.at(file.path, message, remedy, text=file.text, line=error.lineno)


def _path_of(environment: Environment, name: str) -> Path | None:
    """Where a template stands; None where there is none."""
    try:
        path = environment.loader.get_source(environment, name)[1] if environment.loader else None
    except TemplateNotFound:
        return None
    return Path(path) if path else None


def _left_out(tree: Template, path: str, text: str) -> Iterator[Problem]:
    for block in tree.find_all(Block):
        brings = any(node.name == "super" for node in block.find_all(Name))
        shows = any(node.attr == "content" for node in block.find_all(Getattr)) and block.name == "content"
        if block.name in _blocks() and not brings and not shows:
            message = f"the block “{block.name}” takes the place of the edition's own"
            remedy = "Write {{ super() }} in it, which brings the edition's in."
            yield Problem.at(path, message, remedy, text=text, line=block.lineno)


def _extends_itself(path: str, text: str, line: int) -> Problem:
    message = "this template extends itself, or one that extends it"
    remedy = "A main.html of the site's own begins with {% extends \"base.html\" %}, which is the edition's."
    return Problem.at(path, message, remedy, text=text, line=line)


def _stands_alone(path: str, text: str) -> Problem:
    message = "this template takes the place of the edition's own, without which the notes have no form"
    remedy = 'Make it a main.html that begins with {% extends "base.html" %} and fills in blocks.'
    return Problem.at(path, message, remedy, text=text)
