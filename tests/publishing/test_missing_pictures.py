"""Where the original had a picture that is not reproduced, the edition says so: the file has a figure alone."""

from __future__ import annotations

import pytest

from tests.hosts import of_htmls
from tests.html import article_lines, parse

SAID = "Picture in the original, not reproduced"
FIGURES = {
    "<figure></figure>": [SAID],
    '<figure aria-label="A &amp; &lt;b&gt;"></figure>': [f"{SAID}: A & <b>"],
    "<figure id='x' aria-label='A > B'>\n<figcaption><p>图</p></figcaption>\n</figure>": [f"{SAID}: A > B"],
    "<figure></figure><figure><figcaption>图</figcaption></figure>": [SAID, SAID],
    '<figure><img src="a.png" alt="画"></figure>': [],
    "<figure><figcaption>图</figcaption><pre>码</pre></figure>": [],
    "<figure><table><tr><td>格</td></tr></table><figcaption>图</figcaption></figure>": [],
}


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("page", ["article/s/", "whole/"])
def test_a_figure_without_a_picture_says_that_one_is_missing(figure: str, page: str) -> None:
    html = f"<p>前</p>\n{figure}\n<p>后</p>"
    site = of_htmls([html])
    made = site.indexes["whole/"] if page == "whole/" else site.sections["s0"]
    shown = [item for item in parse(made).iter("p") if item.get("class") == "missing-picture"]
    assert ["".join(item.itertext()) for item in shown] == FIGURES[figure]
    assert all("data-apparatus" in item.attrib for item in shown)
    assert article_lines(made) == article_lines(f'<div data-edition="text">{html}</div>')
