"""Titles, headings, settings, authors and commits are shown as the words they are, and nothing in them runs.

In every kind of page, built with the policy and as `mkdocs serve` shows it without one.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.hostile.site import build_served, write_edition
from tests.hostile.test_in_the_browser import FOREIGN, WATCH
from tests.hosts import ENVIRONMENT, build
from tests.serving import served

TEXT = """A "quoted" 'headline' <&> AT&amp;T <script>__ran=1</script>"><img src=x onerror=__ran=1></title></script>"""
BOTH = {name: value for name, value in ENVIRONMENT.items() if name != "GIT_DIR"}


def write_project(project: Path, hook: Path, text: str) -> None:
    write_edition(project, hook, [text], ["word"])
    said = json.dumps(text)  # which is YAML, too
    page = f"---\ntitle: {said}\ndescription: {said}\nauthor: {said}\n---\n"
    (project / "docs/about.md").write_text(f"{page}\n## Words\n\nWords.\n", encoding="utf-8")
    (project / "docs/heading.md").write_text(f"# {escape(text)}\n\nWords.\n", encoding="utf-8")
    (project / "docs/named.md").write_text("# Another\n\nWords.\n", encoding="utf-8")
    section = next(project.glob("docs/article/*.md"))
    written = re.sub(
        r"^(title|description|author): .*$", lambda found: f"{found[1]}: {said}", section.read_text("utf-8"), flags=re.M
    )
    section.write_text(written, encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^site_name: .*\n", "", settings, flags=re.M).replace("name: Dark", f"name: {said}")
    group = ["about.md", "heading.md", {text: "named.md"}, {text: f"https://example.org/?a=1&b=2{text}"}]
    nav = ["index.md", f"article/{section.name}", {text: group}]
    more: dict[str, Any] = {
        "site_name": text,
        "site_description": text,
        "site_author": text,
        "copyright": text,
        "nav": nav,
    }
    more["extra"] = {"homepage": text, "alternate": [{"name": text, "link": text, "lang": text}]}
    more["extra"]["social"] = [
        {"icon": "fontawesome/brands/github", "link": f"https://example.org/{text}", "name": text}
    ]
    more["site_url"] = ENVIRONMENT["SITE_URL"]
    settings += "".join(f"{name}: {json.dumps(value)}\n" for name, value in more.items())
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    author = text.replace("<", "").replace(">", "")  # which Git takes out
    who = {f"GIT_{role}_{part}": author for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", text]):
        subprocess.run(["git", *command], cwd=project, env={**BOTH, **who}, check=True, capture_output=True)


@pytest.fixture(scope="module", params=["served", "built"])
def site(
    request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    project, folder = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("site") / "edition"
    write_project(project, root / "hooks/mkdocs_hooks.py", TEXT)
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(ENVIRONMENT, "GIT_DIR")
        if request.param == "built":
            done = build(project, folder)
            assert done.returncode == 0, done.stderr
        else:
            build_served(project, folder)
    with served(folder.parent) as address:
        yield folder, f"{address}edition/"


@pytest.fixture
def page(browser: Browser, site: tuple[Path, str]) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: dialog.dismiss())
    context.on(
        "request", lambda request: None if request.url.startswith((site[1], "data:")) else said.append(request.url)
    )
    yield page
    assert said == []
    context.close()


def told(page: Page, selector: str) -> str:
    return " ".join((page.locator(selector).first.text_content() or "").split())


def test_every_kind_of_page_says_the_words_and_runs_none(page: Page, site: tuple[Path, str]) -> None:
    folder, address = site
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        page.goto(f"{address}{name.removesuffix('index.html')}")
        assert page.evaluate("() => [window.__ran ?? null, __seen]") == [None, []], name
        assert page.evaluate(FOREIGN) == [], name
        assert TEXT in page.title(), name
        assert told(page, ".md-header__title .md-ellipsis") == TEXT
        assert told(page, ".md-nav__title") == TEXT
        assert told(page, ".md-nav__item.group > .md-nav__link") == TEXT
        assert told(page, ".md-copyright__highlight") == TEXT
        metas = page.locator("meta[name=author], meta[property='og:site_name']")
        assert set(metas.evaluate_all("all => all.map(meta => meta.content)")) == {TEXT}
        for script in page.locator("script[type='application/ld+json']").all():
            json.loads(script.text_content() or "")


def test_a_page_has_its_title_wherever_it_comes_from(page: Page, site: tuple[Path, str]) -> None:
    slug = next(path.name for path in (site[0] / "article").iterdir() if path.is_dir())
    for name in (f"article/{slug}/", "about/", "heading/", "named/"):
        page.goto(site[1] + name)
        assert page.title() == f"{TEXT} - {TEXT}"
        assert told(page, ".md-nav__link--active") == TEXT
        assert page.locator("meta[property='og:title']").get_attribute("content") == TEXT
        assert page.locator("meta[name=description], meta[property='og:description']").evaluate_all(
            "all => all.every(meta => meta.content)"
        )
    page.goto(site[1] + "about/")
    assert page.locator("meta[name=description]").get_attribute("content") == TEXT
    footer = [" ".join(words.split()) for words in page.locator(".md-footer__title .md-ellipsis").all_text_contents()]
    assert footer == [TEXT, TEXT]


def test_a_commit_and_its_author_are_words(page: Page, site: tuple[Path, str]) -> None:
    page.goto(f"{site[1]}changes/")
    assert told(page, ".changes section h3") == TEXT
    assert "AT&amp;T" in told(page, ".changes section .hint")


def test_the_search_shows_the_words(page: Page, site: tuple[Path, str]) -> None:
    page.goto(f"{site[1]}about/")
    page.keyboard.press("/")
    page.wait_for_selector("[name=query]:focus")
    page.keyboard.insert_text("headline")
    expect(page.locator(".search [role=status]")).to_contain_text("matching")
    found = page.locator(".search li h2").all_text_contents()
    titles = [" ".join(words.split()) for words in found]
    assert TEXT in titles
    assert not [title for title in titles if "&#" in title or "&quot;" in title or "&lt;" in title]
    assert page.evaluate("() => [window.__ran ?? null, __seen]") == [None, []]
