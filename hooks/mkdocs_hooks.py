"""The adapter between MkDocs and the engine: each event in a few lines; nothing else knows MkDocs.

`on_config` reads and validates, `on_env` joins, weaves and publishes in one pass, `on_post_build` writes the rest.
"""

import json
import logging
import subprocess
from dataclasses import dataclass, field
from datetime import date
from functools import cache
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
    shells: dict[str, str] = field(default_factory=dict)


serving = False
build: Build


@cache  # once a process: at the rebuilds of `serve` it would only be waited for
def git_log(file: str) -> str:
    done = subprocess.run(edition.LOG, cwd=Path(file).parent, capture_output=True) if which("git") else None
    return "" if done is None or done.returncode else done.stdout.decode(errors="replace")


def on_startup(command: str, dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    global build
    root = Path(config.config_file_path).parent
    logging.getLogger("jieba").setLevel(logging.WARNING)  # the search's word list tells of itself at every start
    config.watch.append(str(root / edition.ANNOTATIONS))
    config.theme.dirs.insert(0, str(edition.OVERRIDES))
    build = Build(
        edition.listed_in(edition.open_project(root, date.today()), json.dumps(config.nav) if config.nav else None)
    )
    if edition.errors(build.project.problems) and not serving:
        parser = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        found = edition.check(build.project, lambda section: parser.reset().convert(section.markdown))[1]
        raise PluginError("\n" + edition.render_all(found))


def on_files(files: Files, config: MkDocsConfig) -> None:
    for path, text in edition.generated(build.project.edition).items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    for asset in edition.ASSETS:
        files.append(File.generated(config, f"assets/{asset.name}", abs_src_path=str(asset)))
    for section in build.project.empty:  # it could not be read, and MkDocs would end with a traceback
        files.src_uris[section.uri].content_string = ""


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    pages: dict[str, Any] = {one.slug: edition.prepared(files.src_uris[one.uri].page) for one in build.project.sections}
    host = edition.host(config, git_log(config.config_file_path))
    bound = edition.bind(build.project, lambda item: pages[item.slug].content, lambda item: pages[item.slug].url, host)
    build.site, env.globals["policy"], env.globals["edition"] = bound.site, not serving and edition.policy, bound.site
    if edition.errors(bound.problems) and not serving:
        raise PluginError("\n" + edition.render_all(bound.problems))
    if bound.problems:
        log.log(logging.WARNING if serving else logging.INFO, "\n" + edition.render_all(bound.problems))


def on_page_context(context: Any, page: Any, config: MkDocsConfig, nav: Any) -> None:
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
