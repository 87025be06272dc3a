"""The adapter between MkDocs and the engine: each event in a few lines; nothing else knows MkDocs.

`on_config` reads and validates, `on_env` joins, weaves and publishes in one pass, `on_post_build` writes the rest.
What goes wrong ends a build in a sentence; while the site is served it is told in its pages.
"""

import copy
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from edition import Problem, Project, Site, open_project, render_all
from edition_mkdocs.failure import told_of
from edition_mkdocs.heap import LONG, give_back, keep_for_good
from edition_mkdocs.host import MkDocs, folder_of_pages, folder_of_project, git_log
from edition_mkdocs.layout import without_layout
from edition_mkdocs.navigation import leave_out
from edition_mkdocs.policy import address_as_html, all_as_html, as_html, policy, settings_as_html, without_tags
from edition_mkdocs.purge import purge
from edition_mkdocs.shells import SHELL, files_of, generated, keep_shell, list_notes
from edition_mkdocs.theme import (
    OVERRIDES,
    STYLE,
    covered_blocks,
    lay_over,
    missing_card,
    missing_from_theme,
    never_loaded,
    own_templates,
    theme_problems,
    with_theme,
)
from edition_mkdocs.used import Used, asked_in
from mkdocs_serving import claim_address, rebuild, watch_what_may_go

log = logging.getLogger("mkdocs.hooks.edition")
LEFT_OUT = {InclusionLevel.EXCLUDED: "exclude_docs", InclusionLevel.DRAFT: "draft_docs"}
"""The settings by which pages do not come into the site."""


@dataclass
class Build:
    """What one build knows; made anew in `on_config`, since a hook file is loaded once a process."""

    project: Project
    unreadable: Sequence[str]
    site: Site = field(init=False)
    config: MkDocsConfig = field(init=False)
    """As a theme is to have it, which takes texts for HTML."""
    shells: dict[str, str] = field(default_factory=dict)
    used: Used = field(default_factory=Used)
    """What the stylesheet is purged by."""
    found: list[Any] = field(default_factory=list)
    """What a search finds on the pages that are written by hand."""


serving = dirty_builds = False
build: Build
made_before: dict[Any, Any] = {}
"""What the engine keeps from build to build while the site is served."""


def on_startup(command: str, dirty: bool) -> None:
    global serving, dirty_builds
    serving, dirty_builds = command == "serve", dirty


def on_config(config: MkDocsConfig) -> None:
    global build
    root = folder_of_project(config)
    if serving:
        claim_address(*config.dev_addr)
    project = open_project(root, date.today(), folder_of_pages(config), made_before if serving else None)
    config.watch.append(str(project.watched))
    lay_templates(config, project)
    unread = [*project.unreadable_pages()]
    if endless := [one.problem for one in unread if one.is_endless]:
        raise PluginError("\n" + render_all(endless))
    unread = [one for one in unread if inclusion(config, one.uri) is not InclusionLevel.EXCLUDED]
    told = [*(one.problem for one in unread), *left_out(config, project)]
    project = project.with_problems([*told, *theme_problems(project, config.theme, config.extra)])
    listed = project.listed_in(config.nav, lambda uri: inclusion(config, uri) is InclusionLevel.NOT_IN_NAV)
    build = Build(listed, [one.uri for one in unread])
    if build.project.errors and not serving:
        raise PluginError("\n" + render_all(build.project.check()))
    if not serving:
        keep_for_good()


def lay_templates(config: MkDocsConfig, project: Project) -> None:
    """Put our templates over the theme's and under the site's own."""
    theme = config.theme
    own = [theme.custom_dir] if theme.name and theme.custom_dir else []
    beneath = [folder for folder in theme.dirs if folder not in own]
    theme.dirs[:] = [*own, str(OVERRIDES), *beneath]
    if missing := missing_from_theme(beneath):
        named = f"the theme “{theme.name}”" if theme.name else "the theme in “custom_dir”"
        problem = project.setting_problem(
            "theme",
            f"the edition's pages are made for Material for MkDocs; {named} has no {missing}",
            "Write “name: material” under “theme”; what a site has of its own goes into “custom_dir”, over it.",
        )
        raise PluginError("\n" + render_all([problem]))


def inclusion(config: MkDocsConfig, uri: str) -> InclusionLevel:
    file = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return file.inclusion


def left_out(config: MkDocsConfig, project: Project) -> Iterator[Problem]:
    """A problem for each setting that leaves out of the site what the edition cannot do without."""
    pages = [path for path in generated(project) if SHELL not in path]
    ours = [*(one.uri for one in project.sections if one.readable), *pages, *project.assets]
    for level, setting in LEFT_OUT.items():
        if found := [uri for uri in ours if inclusion(config, uri) is level]:
            more = f" and {len(found) - 1} more" if found[1:] else ""
            message = f"“{setting}” leaves out “{found[0]}”{more}, without which the edition is not whole"
            remedy = f"Write the patterns so that they spare it; a line “!/{found[0]}” under them does."
            yield project.setting_problem(setting, message, remedy)


def on_files(files: Files, config: MkDocsConfig) -> None:
    made = [
        File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        for path, text in generated(build.project).items()
    ]
    made += [
        File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)
        for path, content in build.project.assets.items()
    ]
    taken = {file.dest_uri for file in made}
    twins = [file for file in files if file.dest_uri in taken and file.src_dir == config.docs_dir]
    message, pages = "the edition makes what stands at this file’s address itself", folder_of_pages(config)
    told = [Problem.at(f"{pages}/{file.src_uri}", message, "Give the file another name.") for file in twins]
    build.project = build.project.with_problems([*told, *missing_card(build.project, config.extra, [*files, *made])])
    for file in twins:
        files.remove(file)
    for file in made:
        files.append(file)
    for section in build.project.sections:
        if section.uri not in files.src_uris:  # a folder stands there
            files.append(File.generated(config, section.uri, content=""))
        file = files.src_uris[section.uri]
        if not section.markdown:  # it could not be read, and MkDocs would end with a traceback
            file.content_string = ""
        if file.inclusion in LEFT_OUT:
            file.inclusion = InclusionLevel.NOT_IN_NAV
    for uri in build.unreadable:
        unread = files.src_uris.get(uri)
        if unread and unread.is_documentation_page():
            unread.content_string = ""
        elif unread:
            files.remove(unread)


def on_nav(nav: Any, config: MkDocsConfig, files: Files) -> None:
    leave_out(nav, {f"{page.address}index.md" for page in build.project.pages if page.is_empty})
    items = [*nav.items]
    for item in items:  # pages have their titles when they are read
        items += item.children or ()
        if not item.is_page:
            item.title = as_html(str(item.title), {})
        if item.is_link:
            item.url = address_as_html(item.url)


def as_shown(page: Any) -> None:
    """What a theme prints of a page as it stands, made HTML that says the same."""
    if page is None or page.title is None:
        return
    if not page.meta.get("title"):
        page.meta.pop("title", None)
    is_text = "title" in vars(page) or "title" in page.meta  # from the navigation or the front matter, not a heading
    page.title = as_html(str(page.title) if is_text else unescape(page.title), page.meta)
    if page.canonical_url:
        page.canonical_url = address_as_html(page.canonical_url)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    wanted = [*(one.uri for one in build.project.sections), *generated(build.project), STYLE]
    if taken := [uri for uri in wanted if uri not in files.src_uris]:
        raise PluginError(f"another hook or a plugin has taken “{taken[0]}” out of the site, which is not whole then")
    ours = config.theme.dirs.index(str(OVERRIDES))
    own, beneath = [Path(folder) for folder in config.theme.dirs[:ours]], config.theme.dirs[ours + 1 :]
    lay_over(env, beneath)
    config.theme.get_env = lambda: env  # type: ignore[method-assign] # a plugin that asks again, is to find ours, too
    theirs = own_templates(own)
    style = files.src_uris[STYLE]
    style.content_string = with_theme(style.content_string, files, beneath)
    for file in never_loaded(files, beneath, f"{theirs}{config.extra_javascript}"):
        files.remove(file)
    if not serving:
        build.used = Used(frozenset(asked_in(style.content_string)))
    for file in files:
        if file.page and "template" in file.page.meta:
            file.page.meta["template"] = str(file.page.meta["template"])  # YAML may make a number of it
    templates = ["main.html", *(one.page.meta.get("template", "main.html") for one in files if one.page)]
    project = build.project = build.project.with_problems(covered_blocks(build.project, env, templates, own))
    pages: dict[str, Any] = {one.uri: files.src_uris[one.uri].page for one in project.sections}
    build.site = env.globals["edition"] = project.bind(MkDocs(config, pages, git_log(folder_of_project(config))))
    env.globals["lists"] = {}  # the navigation's, by the way from a page to the site's root
    env.globals["own_scripts"] = bool(config.extra_javascript) or "<script" in theirs
    env.globals["policy"] = None if serving else lambda scripts: policy(scripts + theirs)
    build.config = copy.copy(config)
    build.config.update(settings_as_html(config))
    if "palette" in config.theme:
        config.theme["palette"] = all_as_html(config.theme["palette"])
    env.filters["striptags"] = without_tags
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        as_shown(file.page)
    tell_problems(build.site)
    if not serving:
        keep_for_good()


def tell_problems(site: Site) -> None:
    """End the build with what is wrong, or tell of it where the site is served, and of warnings."""
    if site.errors and not serving:
        raise PluginError("\n" + render_all(site.problems))
    if site.problems:
        log.log(logging.WARNING if serving else logging.INFO, "\n" + render_all(site.problems))


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> None:
    context.update(config=build.config, base_url=address_as_html(context["base_url"]))


def on_page_context(context: Any, page: Any, config: MkDocsConfig, nav: Any) -> None:
    context["config"] = build.config
    path, title = page.file.src_uri, unescape(str(page.title or ""))
    if SHELL not in path and not (page.meta.get("search") or {}).get("exclude"):
        build.found += build.site.found_on(path, page.content, page.url, title)
    made = build.site.page(path, page.content, page.url)
    headings = [*page.toc]
    for heading in headings:  # the theme's links within the page
        heading.id = made.ids.get(heading.id, heading.id)
        headings += heading.children
    page.content = made.html
    if made.description:
        page.meta.setdefault("description", escape(made.description))


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    told = build.site.tell(output) if serving else without_layout(output)
    if not serving:
        build.used.add(told)
    page.content = ""  # it is written, and all of them together are what weighs most
    if len(output) > LONG and not serving:
        give_back()
    return keep_shell(build.shells, page.file, told, build.site)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name.endswith(".html") and serving:
        return build.site.tell(output_content)
    build.used.add(output_content)
    return list_notes(output_content, build.project) if template_name == "sitemap.xml" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    shown: Callable[[str], object] = (lambda _: None) if serving else build.used.add
    for name, pieces in files_of(build.site, build.shells, build.found, shown):
        path = Path(config.site_dir, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(piece.encode() for piece in pieces)
    if not serving:
        purge(Path(config.site_dir), STYLE, build.used)


def on_build_error(error: Exception) -> None:
    """What the machine refuses, a template that is none, and what others' code raises are sentences, no tracebacks."""
    if isinstance(error, BuildError | Abort):
        return  # MkDocs tells of these itself
    log.error(told_of(error))
    if serving and (found := build.project.errors):  # they have not ended it, and may be why
        log.error("\n" + render_all(found))
    raise Abort("Aborted with a BuildError!") from error


def on_serve(server: Any, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    server.builder = lambda: rebuild(builder, config, build.project, dirty_builds)
    watch_what_may_go(server, config)
