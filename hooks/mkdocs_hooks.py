"""The adapter between MkDocs and the engine: each event in a few lines; nothing else knows MkDocs.

`on_config` reads and validates, `on_env` joins, weaves and publishes in one pass, `on_post_build` writes the rest.
"""

import copy
import json
import logging
import os
import subprocess
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path
from shutil import which
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import write_file

import edition

log = logging.getLogger("mkdocs.hooks.edition")


@dataclass
class Build:
    """What one build knows; made anew in `on_config`, since a hook file is loaded once a process."""

    project: edition.Project
    site: edition.Site = field(init=False)
    config: MkDocsConfig = field(init=False)
    """As a theme is to have it, which takes texts for HTML."""
    shells: dict[str, str] = field(default_factory=dict)


serving = False
build: Build


@cache  # once a process: at the rebuilds of `serve` it would only be waited for
def git_log(file: str) -> str:
    if not which("git"):
        return ""
    environment = edition.log_environment(os.environ)
    done = subprocess.run(edition.LOG, cwd=Path(file).parent, env=environment, capture_output=True)
    return "" if done.returncode else done.stdout.decode(errors="replace")


def on_startup(command: str, dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    global build
    root = Path(config.config_file_path).parent
    logging.getLogger("jieba").setLevel(logging.WARNING)  # the search's word list tells of itself at every start
    config.watch.append(str(root / edition.ANNOTATIONS))
    config.theme.dirs.insert(0, str(edition.OVERRIDES))
    build = Build(edition.listed_in(edition.open_project(root), json.dumps(config.nav) if config.nav else None))
    if edition.errors(build.project.problems) and not serving:
        parser = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        found = edition.check(build.project, lambda section: parser.reset().convert(section.markdown))[1]
        raise PluginError("\n" + edition.render_all(found))


def on_files(files: Files, config: MkDocsConfig) -> None:
    made = [
        File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        for path, text in edition.generated(build.project.edition).items()
    ]
    made += [File.generated(config, f"assets/{asset.name}", abs_src_path=str(asset)) for asset in edition.ASSETS]
    taken = {file.dest_uri for file in made}
    twins = [file for file in files if file.dest_uri in taken and file.src_dir == config.docs_dir]
    build.project = edition.made_by_hand(build.project, [f"docs/{file.src_uri}" for file in twins])
    for file in twins:
        files.remove(file)
    for file in made:
        files.append(file)
    for section in build.project.empty:  # it could not be read, and MkDocs would end with a traceback
        files.src_uris[section.uri].content_string = ""


def on_nav(nav: Any, config: MkDocsConfig, files: Files) -> None:
    items = [*nav.items]
    for item in items:  # pages have their titles when they are read
        items += item.children or ()
        if not item.is_page:
            item.title = edition.as_html(str(item.title), {})


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
    pages: dict[str, Any] = {one.slug: edition.prepared(files.src_uris[one.uri].page) for one in build.project.sections}
    host = edition.host(config, git_log(config.config_file_path))
    bound = edition.bind(build.project, lambda item: pages[item.slug].content, lambda item: pages[item.slug].url, host)
    build.site, env.globals["policy"], env.globals["edition"] = bound.site, not serving and edition.policy, bound.site
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
    page.content = build.site.content(page.file.src_uri, page.content, page.url)  # after the search: it has its own
    page.meta = {**build.site.meta.get(page.file.src_uri, {}), **page.meta}


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    return edition.keep_shell(build.shells, page.file, output, build.site)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return edition.list_notes(output_content, build.site) if template_name == "sitemap.xml" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    index = Path(config.site_dir, edition.SEARCH_INDEX)
    for path, text in edition.files(build.site, build.shells, index.read_text("utf-8") if index.exists() else ""):
        write_file(text.encode(), str(Path(config.site_dir, path)))
