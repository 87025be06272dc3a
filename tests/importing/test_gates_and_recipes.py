"""What a page asks over the article, who is told of it in one word, and what a recipe says to machines alone."""

from __future__ import annotations

import json

import pytest

from edition.importing.article import Span
from edition.importing.bounds.heads import names_lede
from edition.importing.lines.chrome import is_chrome
from edition.importing.metadata.names import authors
from edition.importing.page.chunks import Box, Chunk
from edition.importing.web_page import read_page
from tests.importing.test_structure import ONE, TWO, page

LONG = f"{ONE} {TWO}"


def test_what_a_dialog_asks_is_no_article() -> None:
    asked = "This page may be seen by those alone who are of age, and it may frighten others; use a filter for them."
    gate = f'<div class=gate role=dialog><h2>18+</h2><p>{asked} {asked}</p><a href="#">I am of age</a></div>'
    found = read_page(page(f"{gate}<main><h1>The ferry</h1><article><p>{LONG}</p></article></main>"))
    assert [block.text for block in found.blocks] == [LONG]


@pytest.mark.parametrize("name", ["articleLead textContent", "summary1"])
def test_a_standfirst_is_one_whose_name_has_a_capital_or_a_figure(name: str) -> None:
    day = "<p>Wednesday, 7 December 2011 (15:07)</p>"
    lead = f"<p class='{name}'>{LONG}</p>"
    body = f"<div class='articleText'><p>{ONE} Twice.</p><p>{TWO} Twice.</p><p>{LONG} Twice.</p></div>"
    found = read_page(page(f"<div><h2>The ferry</h2>{day}{lead}<div id=ad></div>{body}</div>"))
    assert found.blocks[0].text == LONG
    assert found.found("issued") == "2011-12-07"


@pytest.mark.parametrize("line", ["来源：晚报 参与互动(0)", "来源：《晚报》 手机看新闻"])
def test_what_stands_behind_a_source_is_none_of_it(line: str) -> None:
    text = "渡轮中午就离开了码头，没有人向它挥手；有人说它再也不会回来了，钥匙现在由岛上的议会保管着。"
    found = read_page(page(f"<h1>渡轮</h1><div>2012年01月12日 16:30 {line}</div><p>{text}</p><p>{text}好</p>"))
    assert found.found("publisher") == "晚报"


def test_a_label_behind_which_nothing_is_said_is_a_part_of_its_line() -> None:
    found = read_page(page(f"<article><h1>The ferry</h1><p>{ONE}</p><p>{TWO}</p><p>Forrás: MTI, fotó:</p></article>"))
    assert [block.text for block in found.blocks] == [ONE, TWO]


ITEMS = "".join(
    f"<div itemprop=recipeIngredient><dt>{much}</dt><dd>{what}</dd></div>"
    for much, what in (("40 g", "flour"), ("2", "eggs"), ("1 l", "milk"))
)


def test_what_a_recipe_takes_may_be_marked_in_the_page() -> None:
    found = read_page(
        page(f"<h1>Cake</h1><div><h2>For two</h2><dl>{ITEMS}</dl></div><div><p>{ONE}</p><p>{TWO}</p></div>")
    )
    told = [block.text for block in found.blocks]
    assert told[:7] == ["For two", "40 g", "flour", "2", "eggs", "1 l", "milk"]
    assert told[7:] == [ONE, TWO]


TAKES = ["2 dl of milk", "1 egg", "50 g butter", "salt"]
STEPS = ["Beat the eggs with the milk.", "Stir in some butter and salt, and fry it."]
SAID = {
    "@type": "Recipe",
    "name": "Cake",
    "recipeIngredient": TAKES,
    "recipeInstructions": [{"text": s} for s in STEPS],
}

CARDS = "".join(f"<div><img src=a><i>{one}</i></div>" for one in TAKES)


def items(lines: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        ("", [*TAKES, *STEPS]),  # the page says them to machines alone
        (items(STEPS), [*STEPS, *TAKES]),
        (items(TAKES), [*TAKES, *STEPS]),
        (items(["milk (2 dl)", "eggs: 1", "butter", "salt"]) + items(STEPS), None),
        (f"<div><h3>Takes</h3>{items(TAKES)}</div><div><h3>Takes</h3>{items(TAKES)}</div>{items(STEPS)}",
         ["Takes", *TAKES, *STEPS]),
        (f"<aside><h3>Takes</h3>{CARDS}</aside>{items(STEPS)}",
         ["Takes", *TAKES, *STEPS]),
    ],
)  # fmt: skip
def test_what_a_recipe_takes_comes_in_once(shown: str, wanted: list[str] | None) -> None:
    data = f'<script type="application/ld+json">{json.dumps(SAID)}</script>'
    found = read_page(page(f"<article><h1>Cake</h1><p>{ONE}</p>{shown}</article>", data))
    told = [block.text for block in found.blocks if block.kind != "picture"]
    assert told[0] == ONE
    assert told[1:] == (wanted or ["milk (2 dl)", "eggs: 1", "butter", "salt", *STEPS])
    if "ul" not in shown:
        assert [doubt.text for doubt in found.doubts][-1:] == STEPS[-1:]


def test_a_list_that_ends_as_another_does_stays_whole() -> None:
    first, second = ["Open the box.", *STEPS, "Serve it."], ["Close the box.", *STEPS, "Serve it."]
    found = read_page(page(f"<article><h1>Cake</h1><p>{LONG}</p>{items(first)}<p>{TWO}</p>{items(second)}</article>"))
    assert [block.text for block in found.blocks] == [LONG, *first, TWO, *second]


@pytest.mark.parametrize("key", ["articleBody", "reviewBody"])
def test_a_page_that_shows_nothing_is_read_by_what_it_says_to_machines(key: str) -> None:
    data = {"@type": "Review", "headline": "The ferry", key: f"<p>{ONE}</p><p>{TWO} &amp;c.</p>"}
    said = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    found = read_page(page("<div id=app></div>", said))
    assert [block.text for block in found.blocks] == [ONE, f"{TWO} &c."]
    assert [doubt.text for doubt in found.doubts] == [ONE]
    assert len(read_page(page(f"<article><h1>The ferry</h1><p>{LONG}</p></article>", said)).blocks) == 1
    nothing = read_page(page("<div id=app></div>"))
    assert not nothing.blocks
    assert "Next to no text was found" in nothing.remarks[-1]


KEPT = f"<p>{LONG} {ONE}</p><h2>The crew</h2><p>{TWO} {LONG}</p>"
FIGURE = "<figure><img src=/a.png><figcaption>The quay at noon, with the ferry and its crew.</figcaption></figure>"


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        (f"<script type=application/ld+json>{json.dumps({'@type': 'Article', 'articleBody': KEPT})}</script>", True),
        (f"<script>window.__DATA__ = {json.dumps({'a': 1, 'body': KEPT})}</script>", True),
        (f"<script>self.push([1,{json.dumps(json.dumps({'body': KEPT}))}])</script>", True),
        (f"<div data-consent><!-- {KEPT} --></div>", True),
        (f"<!-- <ul>{f'<li><a href=/a>{LONG}</a></li>' * 9}</ul><p>More</p><p>Less</p> -->", False),
        (f"<script>var banner = {json.dumps(KEPT.replace('crew', 'cookies'))}</script>", False),
    ],
)
@pytest.mark.parametrize("shown", ["", FIGURE, "<p>false</p>"])
def test_an_article_that_stands_in_the_data_of_a_page_that_shows_captions_alone(
    head: str, shown: str, taken: bool
) -> None:
    found = read_page(page(f"<article><h1>The ferry</h1>{shown}</article>", head))
    told = [f"{LONG} {ONE}", "The crew", f"{TWO} {LONG}"]
    assert ([block.text for block in found.blocks] == told) == taken
    assert any("crew." in aside.text for aside in found.asides) == (taken and shown == FIGURE)


def test_how_something_is_made_is_read_step_by_step() -> None:
    steps = [{"@type": "HowToStep", "name": f"Step {at}", "itemListElement": {"text": f"<p>{say}</p>"}}
             for at, say in enumerate(STEPS)]  # fmt: skip
    data = json.dumps({"@type": "HowTo", "name": "Cake", "step": steps})
    found = read_page(page("<h1>Cake</h1>", f"<script type=application/ld+json>{data}</script>"))
    assert [block.text for block in found.blocks] == ["Step 0", STEPS[0], "Step 1", STEPS[1]]


BIO = "Ada Brandt is a writer of letters and the author of several books about the ferry and its crew, she says."


def test_who_stands_alone_under_the_title_and_is_introduced_below_the_text_wrote_it() -> None:
    head = "<header><h1>The ferry</h1><div class=bar><a href=/ada>{}</a></div></header>"
    body = f"<div><p>{LONG}</p><p>{TWO} Twice.</p><p>{ONE} Twice.</p></div>"
    bio = f"<blockquote>{BIO}</blockquote>"
    found = read_page(page(f"<article>{head.format('Ada Brandt')}{body}{bio}</article>"))
    assert found.found("author") == "Ada Brandt"
    assert BIO not in [block.text for block in found.blocks]
    found = read_page(page(f"<article>{head.format('Noor Haddad')}{body}{bio}</article>"))
    assert found.found("author") == ""


def test_how_to_follow_the_site_elsewhere_is_a_section_of_none() -> None:
    site = '<meta property="og:site_name" content="Daily Ferry">'
    heading = "<h3>Join the {} WhatsApp community!</h3>"
    told = f"<p>{ONE} Get it sent to your messages.</p><p>{TWO} To leave it, press the name of it at the top.</p>"
    body = "".join(f"<p>{LONG} {at}.</p>" for at in ("Once", "Twice", "Thrice", "Again"))
    found = read_page(page(f"<article><h1>The ferry</h1>{body}{heading.format('Daily Ferry')}{told}</article>", site))
    assert len(found.blocks) == 4
    found = read_page(page(f"<article><h1>The ferry</h1>{body}{heading.format('old')}{told}</article>", site))
    assert len(found.blocks) == 7


@pytest.mark.parametrize(
    "line",
    [
        "Like this? You might also be interested in...",
        f"Hat dir dieser Artikel gefallen? Dann würde es uns sehr freuen, wenn du uns hilfst. {'Mehr davon. ' * 9}",
        "This audio is generated by an AI tool.",
        "点击进入《晚报全程报道》专题 >>了解更多",
    ],
)
def test_lines_that_ask_for_more(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize(
    ("value", "wanted"), [("ByAda Brandt", ["Ada Brandt"]), ("Byron Holm", ["Byron Holm"]), ("Posted on", [])]
)
def test_a_label_without_a_space_behind_it_is_none_of_the_name(value: str, wanted: list[str]) -> None:
    assert authors(value) == wanted


def test_the_credits_of_pictures_at_the_end_are_the_sites_in_any_language() -> None:
    body = f"<p>{ONE}</p><p>{TWO}</p><p>{LONG} Twice.</p>"
    for line in ("Fotó: Ferry.hu", "Φωτο: Ράδιο Νήσος", "फोटो: ferry.in"):
        found = read_page(page(f"<article><h1>The ferry</h1>{body}<p>Forrás: MTI</p><p>{line}</p></article>"))
        assert len(found.blocks) == 3, line


def test_the_pages_own_address_over_the_text_is_the_sites() -> None:
    url = '<link rel=canonical href="https://ferry.example/2020/05/left">'
    over = "<div class=who><img src=/w.png><div>https://ferry.example/2020/05/left</div></div>"
    found = read_page(page(f"<article><h1>The ferry</h1>{over}<p>{LONG}</p><p>{TWO} Twice.</p></article>", url))
    assert [block.text for block in found.blocks if block.kind != "picture"] == [LONG, f"{TWO} Twice."]


def test_who_wrote_a_review_stands_behind_the_word_for_it() -> None:
    foot = "<p>Kritik von <a href=/w>Ada Brandt</a></p>"
    found = read_page(page(f"<article><h1>The ferry</h1><p>{LONG}</p><p>{TWO} Twice.</p>{foot}</article>"))
    assert found.found("author") == "Ada Brandt"


def test_a_short_line_that_is_called_a_standfirst_is_one() -> None:
    said = "<p class=sub-title>Nobody waved on the quay</p>"
    found = read_page(page(f"<article><div><h1>The ferry</h1></div>{said}<p>{LONG}</p><p>{TWO} Twice.</p></article>"))
    assert found.blocks[0].text == "Nobody waved on the quay"


def test_what_is_sold_without_advertisements_is_offered_by_the_site() -> None:
    offer = "<p><em>Try Ferry <a href=/b>Premium for FREE</a> by clicking here for no ads and fun puzzles.</em></p>"
    found = read_page(page(f"<article><h1>The ferry</h1><p>{LONG}</p><p>{TWO} Twice.</p>{offer}</article>"))
    assert len(found.blocks) == 2


def test_when_a_page_was_put_in_and_that_one_may_comment_is_said_by_the_site() -> None:
    foot = "<p>Добавлено: 09.12.2011 09:01 | RSS-лента</p><div>Вы можете комментировать материалы газеты.</div>"
    found = read_page(page(f"<article><h1>The ferry</h1><p>{LONG}</p><p>{TWO} Twice.</p>{foot}</article>"))
    assert len(found.blocks) == 2
    assert found.found("issued") == "2011-12-09"


def test_what_is_called_the_lower_part_of_a_heading_is_a_standfirst() -> None:
    assert names_lede(Chunk((Span("The keys of it are with the council"),), "div", (Box("div", "article-head-sub"),)))
    assert not names_lede(Chunk((Span("The keys of it are with the council"),), "div", (Box("div", "article-head"),)))
