"""Files, folders, templates and settings that a build cannot do with: a sentence, status 1, and no traceback."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.hosts import ENVIRONMENT, copy_edition, run_module, write
from tests.html import parse
from tests.permissions import OBEYING, heeds_permissions

HOSTS = ("mkdocs", "properdocs")
Spoil = Callable[[Path], object]


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    return copy_edition("chinese", tmp_path / "project", root)


def build(project: Path, site: Path, host: str = "mkdocs", *before: str) -> subprocess.CompletedProcess[str]:
    """`before`: what the command begins with, such as `OBEYING`."""
    if not before:
        return run_module(host, "build", "--site-dir", site, cwd=project)
    command = [*before, sys.executable, "-m", host, "build", "--site-dir", str(site)]
    return subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def assert_told(done: subprocess.CompletedProcess[str], wanted: str) -> None:
    assert done.returncode == 1, done.stderr
    assert wanted in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def say(*lines: str) -> Spoil:
    """Add lines to mkdocs.yml."""

    def spoil(project: Path) -> None:
        path = project / "mkdocs.yml"
        path.write_text("\n".join([path.read_text(encoding="utf-8"), *lines, ""]), encoding="utf-8")

    return spoil


def themed(theme: str, **own: str) -> Spoil:
    """Another theme, and templates of the site's own."""

    def spoil(project: Path) -> None:
        path = project / "mkdocs.yml"
        path.write_text(re.sub(r"^theme: .*$", f"theme: {theme}", path.read_text("utf-8"), flags=re.M), "utf-8")
        (project / "own").mkdir()
        for name, text in own.items():
            write(project / f"own/{name}.html", text)

    return spoil


def page(text: str) -> Spoil:
    """One more page."""
    return lambda project: write(project / "docs/more.md", text)


def hooked(does: str) -> Spoil:
    """Another hook, after ours, that does something with the files."""

    def spoil(project: Path) -> None:
        path = project / "mkdocs.yml"
        path.write_text(re.sub(r"^(hooks: .*)\]$", r"\1, other.py]", path.read_text("utf-8"), flags=re.M), "utf-8")
        write(project / "other.py", f"def on_files(files, config):\n    {does}\n")

    return spoil


def folder(name: str) -> Spoil:
    """A folder in a file's place."""

    def spoil(project: Path) -> None:
        (project / name).unlink(missing_ok=True)
        (project / name).mkdir()

    return spoil


def pipe(name: str) -> Spoil:
    """A named pipe in a file's place, at which a reader waits for ever."""

    def spoil(project: Path) -> None:
        (project / name).unlink(missing_ok=True)
        os.mkfifo(project / name)

    return spoil


def link(name: str, target: str) -> Spoil:
    """A link in a file's place."""

    def spoil(project: Path) -> None:
        (project / name).unlink(missing_ok=True)
        (project / name).symlink_to(target)

    return spoil


def shut(name: str) -> Spoil:
    """A file or a folder that nobody may read."""
    return lambda project: (project / name).chmod(0)


@pytest.mark.parametrize(
    ("spoil", "wanted"),
    [
        (folder("docs/article/02-middle.md"), "docs/article/02-middle.md:1:1: error: this is a folder"),
        (pipe("docs/article/02-middle.md"), "docs/article/02-middle.md:1:1: error: this is no file"),
        (pipe("docs/more.md"), "docs/more.md:1:1: error: this is no file"),
        (link("docs/index.md", "index.md"), "docs/index.md:1:1: error: this cannot be read: its links lead in a"),
        (link("docs/again", "."), "docs/again:1:1: error: this link leads back to “docs”"),
        (lambda project: (project / "docs/index.md").write_bytes(b"a\xff"), "docs/index.md:1:2: error: byte 0xff"),
        (lambda project: shutil.rmtree(project / "annotations"), "annotations/edition.yml:1:1: error: the file is"),
        (lambda project: shutil.rmtree(project / "docs/article"), "docs/article:1:1: error: the article has no"),
        (say("exclude_docs: article/02-middle.md"), "mkdocs.yml:19:1: error: “exclude_docs” leaves out “article/02-mi"),
        (say("draft_docs: |", "  article/"), "mkdocs.yml:19:1: error: “draft_docs” leaves out “article/01-begin.md”"),
        (say("exclude_docs: bios/"), "“exclude_docs” leaves out “bios/index.md”, without which"),
        (say("exclude_docs: '*.css'"), "“exclude_docs” leaves out “assets/"),
        (say("extra: {card: assets/none.png}"), "mkdocs.yml:19:1: error: “card: assets/none.png” is no file of"),
        (say("extra: {card: 'https://example.org/card.png'}"), "mkdocs.yml:19:1: error: “card: https://example.org/card"),
        (themed("{name: material, language: jp}"), "mkdocs.yml:4:1: error: “language: jp” under “theme” names none of"),
        (themed("{name: null, custom_dir: own}", main="x"), "the theme in “custom_dir” has no base.html"),
        (themed("{name: material, custom_dir: own}", main="x"), "own/main.html:1:1: error: this template takes the"),
        (
            themed("{name: material, custom_dir: own}", main='{% extends "base.html" %}{% include "gone.html" %}'
                   '{% block footer %}{% include "gone.html" %}{% endblock %}'),
            "own/main.html:1: there is no template “gone.html”",
        ),
        (
            themed("{name: material, custom_dir: own}", **{"404": "\n{{ a.b }}"}),
            "own/404.html:2: this template cannot be filled in: 'a' is",
        ),
        (
            themed("{name: material, custom_dir: own}", **{"partials/footer": '{% include "partials/footer.html" %}'}),
            "own/partials/footer.html:1: this template takes in itself, or one that does",
        ),
        (page("---\ntemplate: 5\n---\nWords"), "There is no template “5”, which a page's front matter or a setting"),
        (page("- " * 1000 + "x"), "cannot go on: RecursionError: maximum recursion depth exceeded"),
        (page("---\nsearch: yes\n---\nWords"), "cannot go on: AttributeError: 'bool' object has no attribute 'get'"),
        (lambda project: (project / "docs/more.mkd").write_bytes(b"a\xff"), "docs/more.mkd:1:2: error: byte 0xff"),
        (hooked("import json; json.loads('{')"), "project/other.py:2)."),
        (hooked("raise OSError('no such host')"), "cannot go on: OSError: no such host ("),
        (hooked("files.remove(files.src_uris['article/03-end.md'])"), "has taken “article/03-end.md” out of the"),
    ],
)  # fmt: skip
def test_what_a_build_cannot_do_with_is_told(project: Path, tmp_path: Path, spoil: Spoil, wanted: str) -> None:
    spoil(project)
    # Both hosts answer alike; the other, which takes twice as long to begin, meets some of the cases.
    assert_told(build(project, tmp_path / "site", HOSTS[len(wanted) % 3 == 0]), wanted)


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_theme_for_which_no_page_is_made_is_named(project: Path, tmp_path: Path, theme: str) -> None:
    themed(theme)(project)
    wanted = f"mkdocs.yml:4:1: error: the edition's pages are made for Material for MkDocs; the theme “{theme}” has no "
    assert_told(build(project, tmp_path / "site"), wanted)


@heeds_permissions
@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("annotations", "annotations:1:1: error: this folder cannot be read: its permissions do not allow it"),
        ("annotations/bios", "annotations/bios:1:1: error: this folder cannot be read"),
        ("annotations/bios/gpt.yml", "annotations/bios/gpt.yml:1:1: error: this cannot be read: its permissions"),
        ("docs/article", "docs/article:1:1: error: this folder cannot be read"),
        ("docs/index.md", "docs/index.md:1:1: error: this cannot be read"),
    ],
)
def test_what_may_not_be_read_is_the_one_thing_told(project: Path, tmp_path: Path, name: str, wanted: str) -> None:
    (project / name).chmod(0)
    done = build(project, tmp_path / "site", HOSTS[len(name) % 3 == 0], *OBEYING)
    (project / name).chmod(0o755)
    assert_told(done, wanted)
    assert "\n1 error\n" in done.stderr


@heeds_permissions
def test_a_site_that_may_not_be_written_is_left_as_it_was(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site / "index.html", "the last good site")
    site.chmod(0o555)
    assert_told(
        build(project, site, "mkdocs", *OBEYING),
        "site/index.html” could not be read or written: its permissions do not allow it.",
    )
    assert (site / "index.html").read_text(encoding="utf-8") == "the last good site"
    site.chmod(0o755)


@pytest.mark.parametrize("host", HOSTS)
def test_a_site_under_a_file_cannot_be(project: Path, tmp_path: Path, host: str) -> None:
    write(tmp_path / "file", "")
    wanted = "file/site” could not be read or written: a file stands where a folder is wanted."
    assert_told(build(project, tmp_path / "file/site", host), wanted)


def test_a_disk_that_takes_no_more_is_told(project: Path, tmp_path: Path) -> None:
    limited = ("sh", "-c", 'ulimit -f 60; exec "$@"', "sh")
    assert_told(build(project, tmp_path / "site", "mkdocs", *limited), "so large a file may not be written there.")


@heeds_permissions
def test_a_project_that_may_only_be_read_is_built_elsewhere(project: Path, tmp_path: Path) -> None:
    places = [project, *project.rglob("*")]
    for path in places:
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = build(project, tmp_path / "site", "mkdocs", *OBEYING)
    for path in places:
        path.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/article/03-end/index.html").is_file()


@pytest.mark.parametrize("host", HOSTS)
def test_pages_in_a_folder_of_another_name_are_the_same_pages(project: Path, tmp_path: Path, host: str) -> None:
    assert build(project, tmp_path / "one", host).returncode == 0
    (project / "docs").rename(project / "text")
    say("docs_dir: text")(project)
    done = build(project, tmp_path / "other", host)
    assert done.returncode == 0, done.stderr
    for name in ("index.html", "article/02-middle/index.html", "bios/openai/index.html", "corrections.xml"):
        assert (tmp_path / "other" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()


@pytest.mark.parametrize(
    ("spoil", "host"),
    [
        (say("exclude_docs: /other.md", "draft_docs: '*.draft.md'"), "mkdocs"),
        (say("not_in_nav: article/03-end.md"), "properdocs"),
    ],
)
def test_settings_that_leave_the_edition_whole_are_followed(
    project: Path, tmp_path: Path, spoil: Spoil, host: str
) -> None:
    write(project / "docs/other.md", "other words")
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("article/02-middle.md", "./article//02-middle.md")
    path.write_text(re.sub(r"  - article/03-end.md\n", "" if host == "properdocs" else r"\g<0>", text), "utf-8")
    spoil(project)
    done = build(project, tmp_path / "site", host)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/article/03-end/index.html").is_file()
    assert (tmp_path / "site/other/index.html").exists() == (host == "properdocs")


def test_a_sites_own_templates_stand_beside_ours(project: Path, tmp_path: Path) -> None:
    themed("{name: material, font: false, custom_dir: own}", **{
        "main": '{% extends "base.html" %}{% block announce %}Hear!{% endblock %}'
                '{% block extrahead %}{{ super() }}<meta name="own" content="yes"><script>"own"</script>{% endblock %}',
        "404": "<html><body>Our own: nothing here</body></html>",
        "partials/footer": "<footer>Our own footer</footer>",
        "partials/nav": "<nav>Our own way</nav>",
    })(project)  # fmt: skip
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for name in ("article/03-end", "bios/openai", "fact-checks"):
        html = (tmp_path / "site" / name / "index.html").read_text(encoding="utf-8")
        for own in ("Hear!", '<meta name="own" content="yes">', "Our own footer", "Our own way"):
            assert own in html
        for ours in ("assets/edition.css", "assets/edition.js", "Content-Security-Policy", "og:title"):
            assert ours in html
        assert b64encode(sha256(b'"own"').digest()).decode() in html  # the policy lets their script run
        assert parse(html).findtext("head/title")
    assert (tmp_path / "site/404.html").read_text(encoding="utf-8") == "<html><body>Our own: nothing here</body></html>"


def test_a_site_whose_own_template_names_the_themes_scripts_has_them(project: Path, tmp_path: Path) -> None:
    script = """<script src="{{ 'assets/javascripts/x.js' | url }}"></script>"""
    own = f'{{% extends "base.html" %}}{{% block libs %}}{script}{{% endblock %}}'
    themed("{name: material, font: false, custom_dir: own}", main=own)(project)
    assert build(project, tmp_path / "site").returncode == 0
    assert [*(tmp_path / "site/assets/javascripts").glob("bundle.*.js")]
