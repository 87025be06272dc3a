"""The adapter between MkDocs and the engine: each event in a few lines; nothing else knows MkDocs.

`on_config` reads and validates, `on_env` joins, weaves and publishes in one pass, `on_post_build` writes the rest.
What goes wrong ends a build in a sentence; while the site is served it is told in its pages.
"""

import copy
import logging
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from shutil import which
from traceback import extract_tb
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.utils import write_file

import edition
from mkdocs_serving import claim_address, rebuild, watch_what_may_go

log = logging.getLogger("mkdocs.hooks.edition")
LEFT_OUT = {InclusionLevel.EXCLUDED: "exclude_docs", InclusionLevel.DRAFT: "draft_docs"}
"""The settings by which pages do not come into the site."""


@dataclass
class Build:
    """What one build knows; made anew in `on_config`, since a hook file is loaded once a process."""

    project: edition.Project
    unreadable: Sequence[str]
    site: edition.Site = field(init=False)
    config: MkDocsConfig = field(init=False)
    """As a theme is to have it, which takes texts for HTML."""
    shells: dict[str, str] = field(default_factory=dict)
    found: list[edition.SearchEntry] = field(default_factory=list)
    """What a search finds on the pages that are written by hand."""


serving = dirty_builds = False
build: Build


@cache  # once a process: at the rebuilds of `serve` it would only be waited for
def git_log(root: Path) -> str:
    if not which("git"):
        return ""
    done = subprocess.run(edition.LOG, cwd=root, env=edition.log_environment(os.environ), capture_output=True)
    return "" if done.returncode else done.stdout.decode(errors="replace")


def root_of(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").absolute().parent  # it may come from the standard input


def on_startup(command: str, dirty: bool) -> None:
    global serving, dirty_builds
    serving, dirty_builds = command == "serve", dirty


def on_config(config: MkDocsConfig) -> None:
    global build
    root = root_of(config)
    if serving:
        claim_address(*config.dev_addr)
    config.watch.append(str(root / edition.ANNOTATIONS))
    lay_templates(config)
    pages = Path(os.path.relpath(config.docs_dir, root)).as_posix()
    unreadable = [*edition.unreadable_pages(Path(config.docs_dir), pages)]
    if endless := [one.problem for one in unreadable if one.is_endless]:
        raise PluginError("\n" + edition.render_all(endless))
    unreadable = [one for one in unreadable if inclusion(config, one.uri) is not InclusionLevel.EXCLUDED]
    project = edition.open_project(root, date.today(), pages)
    project = edition.with_problems(project, [*(one.problem for one in unreadable), *left_out(config, project)])
    listed = edition.listed_in(project, config.nav, lambda uri: inclusion(config, uri) is InclusionLevel.NOT_IN_NAV)
    build = Build(listed, [one.uri for one in unreadable])
    if edition.errors(build.project.problems) and not serving:
        found = edition.check(build.project, edition.html_of)[1]
        raise PluginError("\n" + edition.render_all(found))


def lay_templates(config: MkDocsConfig) -> None:
    """Put our templates over the theme's and under the site's own."""
    theme = config.theme
    own = [theme.custom_dir] if theme.name and theme.custom_dir else []
    beneath = [folder for folder in theme.dirs if folder not in own]
    theme.dirs[:] = [*own, str(edition.OVERRIDES), *beneath]
    if missing := edition.missing_from_theme(beneath):
        named = f"the theme “{theme.name}”" if theme.name else "the theme in “custom_dir”"
        problem = edition.setting_problem(
            root_of(config),
            "theme",
            f"the edition's pages are made for Material for MkDocs; {named} has no {missing}",
            "Write “name: material” under “theme”; what a site has of its own goes into “custom_dir”, over it.",
        )
        raise PluginError("\n" + edition.render_all([problem]))


def inclusion(config: MkDocsConfig, uri: str) -> InclusionLevel:
    file = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return file.inclusion


def left_out(config: MkDocsConfig, project: edition.Project) -> Iterator[edition.Problem]:
    """A problem for each setting that leaves out of the site what the edition cannot do without."""
    pages = [path for path in edition.generated(project.edition) if edition.SHELL not in path]
    ours = [*(one.uri for one in project.sections if one.readable), *pages]
    ours += [f"assets/{asset.name}" for asset in edition.ASSETS]
    for level, setting in LEFT_OUT.items():
        if found := [uri for uri in ours if inclusion(config, uri) is level]:
            more = f" and {len(found) - 1} more" if found[1:] else ""
            message = f"“{setting}” leaves out “{found[0]}”{more}, without which the edition is not whole"
            remedy = f"Write the patterns so that they spare it; a line “!/{found[0]}” under them does."
            yield edition.setting_problem(root_of(config), setting, message, remedy)


def on_files(files: Files, config: MkDocsConfig) -> None:
    made = [
        File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        for path, text in edition.generated(build.project.edition).items()
    ]
    made += [
        File.generated(config, f"assets/{one.name}", content=edition.served(one), inclusion=InclusionLevel.INCLUDED)
        for one in edition.ASSETS
    ]
    taken = {file.dest_uri for file in made}
    twins = [file for file in files if file.dest_uri in taken and file.src_dir == config.docs_dir]
    pages = Path(os.path.relpath(config.docs_dir, root_of(config))).as_posix()
    told = edition.made_by_hand(f"{pages}/{file.src_uri}" for file in twins)
    build.project = edition.with_problems(build.project, told)
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
    items = [*nav.items]
    for item in items:  # pages have their titles when they are read
        items += item.children or ()
        if not item.is_page:
            item.title = edition.as_html(str(item.title), {})
        if item.is_link:
            item.url = edition.address_as_html(item.url)


def as_html(page: Any) -> None:
    """What a theme prints of a page as it stands, made HTML that says the same."""
    if page is None or page.title is None:
        return
    if not page.meta.get("title"):
        page.meta.pop("title", None)
    is_text = "title" in vars(page) or "title" in page.meta  # from the navigation or the front matter, not a heading
    page.title = edition.as_html(str(page.title) if is_text else unescape(page.title), page.meta)
    if page.canonical_url:
        page.canonical_url = edition.address_as_html(page.canonical_url)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    wanted = [*(one.uri for one in build.project.sections), *edition.generated(build.project.edition)]
    if taken := [uri for uri in wanted if uri not in files.src_uris]:
        raise PluginError(
            f"another hook or a plugin has taken “{taken[0]}” out of the site, without which the edition is not whole"
        )
    ours = config.theme.dirs.index(str(edition.OVERRIDES))
    own, beneath = [Path(folder) for folder in config.theme.dirs[:ours]], config.theme.dirs[ours + 1 :]
    edition.lay_over(env, beneath)
    for file in files:
        if file.page and "template" in file.page.meta:
            file.page.meta["template"] = str(file.page.meta["template"])  # YAML may make a number of it
    templates = ["main.html", *(one.page.meta.get("template", "main.html") for one in files if one.page)]
    covered = edition.covered_blocks(env, templates, own, root_of(config))
    build.project = edition.with_problems(build.project, covered)
    pages: dict[str, Any] = {one.slug: files.src_uris[one.uri].page for one in build.project.sections}
    host = edition.host(config, git_log(root_of(config)))
    bound = edition.bind(build.project, lambda item: pages[item.slug].content, lambda item: pages[item.slug].url, host)
    build.site = env.globals["edition"] = bound.site
    theirs = edition.own_templates(own)
    env.globals["policy"] = None if serving else lambda scripts: edition.policy(scripts + theirs)
    build.config = copy.copy(config)
    build.config.update(edition.settings_as_html(config))
    if "palette" in config.theme:
        config.theme["palette"] = edition.all_as_html(config.theme["palette"])
    env.filters["striptags"] = edition.without_tags
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        as_html(file.page)
    if edition.errors(bound.problems) and not serving:
        raise PluginError("\n" + edition.render_all(bound.problems))
    if bound.problems:
        log.log(logging.WARNING if serving else logging.INFO, "\n" + edition.render_all(bound.problems))


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> None:
    context.update(config=build.config, base_url=edition.address_as_html(context["base_url"]))


def on_page_context(context: Any, page: Any, config: MkDocsConfig, nav: Any) -> None:
    context["config"] = build.config
    ids = build.site.renamed(page.content, page.url)
    headings = [*page.toc]
    for heading in headings:  # the theme's links within the page
        heading.id = ids.get(heading.id, heading.id)
        headings += heading.children
    path, address, title = page.file.src_uri, page.url, unescape(str(page.title or ""))
    if edition.SHELL not in path and not (page.meta.get("search") or {}).get("exclude"):
        build.found += build.site.found_on(path, page.content, address, title)
    page.content = build.site.content(path, page.content, address)
    page.meta = {**build.site.meta.get(page.file.src_uri, {}), **page.meta}


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    told = edition.tell(output, build.site.problems) if serving else output
    return edition.keep_shell(build.shells, page.file, told, build.site)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name.endswith(".html") and serving:
        return edition.tell(output_content, build.site.problems)
    return edition.list_notes(output_content, build.site) if template_name == "sitemap.xml" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    for path, text in edition.files(build.site, build.shells, build.found):
        write_file(text.encode(), str(Path(config.site_dir, path)))


def on_build_error(error: Exception) -> None:
    """What the machine refuses, a template that is none, and what others' code raises are sentences, no tracebacks."""
    if isinstance(error, BuildError | Abort):
        return  # MkDocs tells of these itself
    if told := edition.template_problem(error):
        log.error(told)
    elif isinstance(error, OSError):
        log.error(edition.unreadable(error))
    else:
        where = extract_tb(error.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        log.error(f"A plugin, a hook or the engine cannot go on: {type(error).__name__}: {error} ({place}).")
    if serving and (found := edition.errors(build.project.problems)):  # they have not ended it, and may be why
        log.error("\n" + edition.render_all(found))
    raise Abort("Aborted with a BuildError!") from error


def on_serve(server: Any, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    server.builder = lambda: rebuild(builder, config, root_of(config), dirty_builds)
    watch_what_may_go(server, config)
