"""One site, two hosts and two themes: the same hook file, no warning, and the same pages."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.hosts import build, change, copy_edition
from tests.html import broken_links, doubled_ids

MATERIALX = Path(sys.prefix, "materialx")
"""Where tests/materialx/provide puts it: its package has the name of Material's."""


@pytest.mark.parametrize("theme", ["material", "materialx"])
@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
@pytest.mark.parametrize("name", ["chinese", "german"])
def test_a_site_is_the_same_under_each_host_and_theme(
    name: str, host: str, theme: str, site_of: Callable[[str], Path], tmp_path: Path, root: Path
) -> None:
    wanted, found = site_of(name), tmp_path / "found"
    done = build_with(copy_edition(name, tmp_path / "project", root), found, host, theme)
    assert done.returncode == 0, done.stderr
    assert not re.findall(r"^(?:WARNING|ERROR) .*", done.stderr, re.M)
    pages = sorted(path.relative_to(wanted) for path in wanted.rglob("index.html"))
    assert pages == sorted(path.relative_to(found) for path in found.rglob("index.html"))
    for path in pages:
        html = (found / path).read_text(encoding="utf-8")
        assert content(html) == content((wanted / path).read_text(encoding="utf-8")), path
        assert doubled_ids(html) == []
        assert 'http-equiv="Content-Security-Policy"' in html
        assert "assets/edition.js" in html
        assert '<dialog class="search"' in html  # ours, in the place of the theme's
        for dead in ('data-md-component="search"', "md-dialog", "__search", 'data-md-component="skip"'):
            assert dead not in html
        assert html.index("data-search ") < html.index("edition.colours")  # or it would move what the script shows
    assert list(broken_links(found)) == []


def test_a_plugin_that_asks_for_the_theme_again_finds_ours_over_it(tmp_path: Path, root: Path) -> None:
    project = copy_edition("german", tmp_path / "project", root)
    change(project / "mkdocs.yml", "hooks: [", "hooks: [other.py, ")
    asks = "def on_post_build(config):\n    config.theme.get_env().get_template('theme/base.html')\n"
    (project / "other.py").write_text(asks, encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr


def content(html: str) -> str:
    """What stands between the theme's own: the article of a page."""
    return re.sub(r"\s+", " ", html[html.index('id="__text"') : html.index("</article>")])


def build_with(project: Path, site: Path, host: str, theme: str) -> CompletedProcess[str]:
    if theme == "material":
        return build(project, site, host)
    if not MATERIALX.is_dir():
        pytest.skip("MaterialX is not here: tests/materialx/provide .venv/bin")
    configuration = project / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8").replace("name: material", "name: materialx")
    text = re.sub(r"^plugins: .*$", "plugins: [{search: {provider: lunr}}]", text, flags=re.M)
    configuration.write_text(text, encoding="utf-8")
    return build(project, site, host, MATERIALX)
