"""The adapter between MkDocs and the engine: each event in a few lines; nothing else knows MkDocs.

`on_config` reads and validates, `on_files` makes room for the generated pages, MkDocs renders the sections, `on_env`
joins, weaves and publishes in one pass, `on_post_build` writes the notes' own pages out of one shell for each kind.
"""

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

import edition

log = logging.getLogger("mkdocs.hooks.edition")


@dataclass
class Build:
    """What one build knows; made anew in `on_config`, since a hook file is loaded once a process."""

    project: edition.Project
    files: dict[str, File] = field(default_factory=dict)
    site: edition.Site = field(init=False)
    shells: dict[str, str] = field(default_factory=dict)


serving = False
build: Build


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
    for path, text in edition.GENERATED.items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    for asset in edition.ASSETS:
        files.append(File.generated(config, f"assets/{asset.name}", abs_src_path=str(asset)))
    build.files = {item.slug: files.src_uris[item.path.removeprefix("docs/")] for item in build.project.sections}
    for section in build.project.sections:
        if not section.markdown:  # it could not be read, and MkDocs would end with a traceback
            build.files[section.slug].content_string = ""


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    pages: dict[str, Any] = {slug: file.page for slug, file in build.files.items()}
    bound = edition.bind(build.project, lambda item: pages[item.slug].content, lambda item: pages[item.slug].url)
    build.site = bound.site
    if edition.errors(bound.problems) and not serving:
        raise PluginError("\n" + edition.render_all(bound.problems))
    if bound.problems:
        log.log(logging.WARNING if serving else logging.INFO, "\n" + edition.render_all(bound.problems))


def on_page_context(context: Any, page: Any, config: MkDocsConfig, nav: Any) -> None:
    # Only now, so that the search has indexed the article's own words; the notes come to it by themselves.
    page.content = build.site.content(page.file.src_uri, page.content, page.url)


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    if edition.SHELL not in page.file.src_uri:
        return output
    build.shells[page.file.src_uri.partition("/")[0]] = output
    return ""


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return edition.list_notes(output_content, build.site) if template_name == "sitemap.xml" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    for path, text in edition.files(build.site, build.shells):
        target = Path(config.site_dir, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    index = Path(config.site_dir, "search/search_index.json")
    if index.exists():
        index.write_text(edition.search_notes(index.read_text(encoding="utf-8"), build.site), encoding="utf-8")
