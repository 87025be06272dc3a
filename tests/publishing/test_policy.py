"""The page's policy lets run what the templates write, and nothing that stands in a page besides."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

from edition import policy, prepared
from edition.publishing.policy import as_text
from tests.test_adapter import build, copy_edition


def hash_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_the_policy_names_the_scripts_by_their_hashes_each_once() -> None:
    made = policy('<script>a()</script>\n<script id="x">\n b()\n</script><script>a()</script>')
    assert f"script-src 'self' {hash_of('a()')} {hash_of(chr(10) + ' b()' + chr(10))};" in made
    assert "unsafe-inline" not in made.partition("style-src")[0]


def test_front_matter_is_shown_as_the_text_that_it_is() -> None:
    page = SimpleNamespace(meta={"title": "A <b> & c", "author": ['"><script>'], "icon": "a/b"})
    assert as_text(page).meta == {
        "title": "A &lt;b&gt; &amp; c", "author": "[&#39;&#34;&gt;&lt;script&gt;&#39;]", "icon": "a/b",
    }  # fmt: skip


def test_a_section_is_kept_from_the_host_s_search() -> None:
    assert prepared(SimpleNamespace(meta={"title": "A"})).meta == {"title": "A", "search": {"exclude": True}}


def test_a_title_is_text(tmp_path: Path, root: Path) -> None:
    project = copy_edition("chinese", tmp_path / "project", root)
    section = project / "docs/article/03-end.md"
    text = section.read_text(encoding="utf-8")
    wanted = "title: '</title><script>alert(1)</script>'"
    text = re.sub(r"^title: .*$", lambda _: wanted, text, flags=re.M)
    section.write_text(text, encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    pages = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert pages
    for html in pages.values():
        assert "<script>alert(1)" not in html
        assert html.index("http-equiv") < html.index("<script")
        assert html.encode().index(b"<meta charset") < 1024  # or a browser would not look for it
        named = re.findall(r"'sha256-[^']+'", html)
        scripts = re.findall(r"<script>(.*?)</script>", html, re.S)
        assert {hash_of(script) for script in scripts} <= set(named)
