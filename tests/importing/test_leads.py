"""What stands in an article’s own elements and is none of it: lines over links, appeals, what nobody sees."""

from __future__ import annotations

import pytest

from edition.importing.lines.chrome import is_chrome
from edition.importing.lines.language import guess, settled
from edition.importing.metadata.names import authors
from edition.importing.web_page import read_page
from tests.importing.test_structure import ONE, SIX, TWO, article, inner, page

LINKS = '<p><a href="/d">The harbour is dredged again, at last</a></p><p><a href="/e">Two boats for sale</a></p>'


@pytest.mark.parametrize(
    "line",
    [
        "<p>From our pages:</p>",
        "<p><b>More on ferries</b></p>",
        "<p><b>Aus unserem Archiv:</b></p>",
        "<div>Vaata ka：</div>",
        "<h4>More:</h4>",
    ],
)
def test_a_line_over_links_goes_with_them(line: str) -> None:
    assert inner(article(f"<p>{SIX[0]}</p>{line}{LINKS}<p>{SIX[1]}</p>")) == [
        ("paragraph", SIX[0]),
        ("paragraph", SIX[1]),
    ]


def test_the_last_line_over_links_needs_no_colon() -> None:
    found = read_page(page(f"<article><h1>The ferry</h1><p>{ONE}</p><p>{TWO}</p><p>Older pieces</p>{LINKS}</article>"))
    assert [block.text for block in found.blocks] == [ONE, TWO]
    assert any(aside.text == "Older pieces" for aside in found.asides)
    last = "The boat costs 36 crowns, runs in winter and in summer, and has no bell"
    text = f"<p>{ONE}</p><p>{TWO} {ONE}</p>" + '<div class="img"><img src="a.png" alt="A boat"></div>' * 3
    found = read_page(page(f"<div><h1>The ferry</h1>{text}<p>{last}</p></div>{LINKS}"))
    assert [block.text for block in found.blocks if block.kind == "paragraph"] == [ONE, f"{TWO} {ONE}", last]
    dated = LINKS.replace("</p>", "</p><p>5 May 2021</p>")
    found = read_page(page(f"<article><h1>The ferry</h1><p>{ONE}</p><p>{TWO}</p><p>Older pieces</p></article>{dated}"))
    assert [block.text for block in found.blocks] == [ONE, TWO]


def test_a_line_that_ends_with_a_colon_over_words_stays() -> None:
    assert inner(article(f"<p>The captain wrote:</p><p>{SIX[0]}</p>"))[0] == ("paragraph", "The captain wrote:")


def test_a_table_of_contents_and_the_ways_back_to_it_are_set_aside() -> None:
    heads = ["Who left", "Who stayed"]
    contents = "".join(f'<p><a href="#s{at}">{head}</a></p>' for at, head in enumerate(heads))
    parts = "".join(
        f'<h2 id="s{at}">{head}</h2><p>{SIX[at]}</p><p><a href="#top">Tagasi</a></p>' for at, head in enumerate(heads)
    )
    assert inner(article(f"<div><h1>Here is</h1>{contents}</div>{parts}")) == [
        ("heading", heads[0]), ("paragraph", SIX[0]), ("heading", heads[1]), ("paragraph", SIX[1]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "appeal",
    [
        "We welcome comments that are to the point; please read our guidelines before you write one.",
        "Les opinions de nos lecteurs n’engagent que leurs auteurs, et non la rédaction du journal.",
        "Unterstützen Sie uns mit einer Spende, denn ohne Sie gäbe es uns nicht: jeder Betrag hilft.",
    ],
)
def test_an_appeal_in_a_box_of_its_own_under_the_article_is_set_aside(appeal: str) -> None:
    body = "".join(f"<p>{words}</p>" for words in [ONE, *SIX])
    found = read_page(page(f"<article><h1>The ferry</h1>{body}<div><p>{appeal}</p></div></article>"))
    assert [block.text for block in found.blocks] == [ONE, *SIX]
    within = read_page(page(f"<article><h1>The ferry</h1>{body}<p>{appeal}</p></article>"))
    assert within.blocks[-1].text == appeal  # among the paragraphs it is one of them


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Siga-nos no Telegram", True),
        ("Folgen Sie uns auf Facebook und Instagram!", True),
        ("Artikeln fortsätter efter annonsen", True),
        ("CONTINUA DEPOIS DA PUBLICIDADE", True),
        ("喜欢这篇文章？把它转给朋友吧。", True),
        ("Czytaj także:", True),
        ("CONDIVIDI SU FACEBOOK!", True),
        ("She said that readers follow us on Twitter all the time.", False),
        ("The article continues to be cited after all these years.", False),
        ("He told me to read also between the lines.", False),
    ],
)
def test_invitations_are_the_sites(line: str, is_one: bool) -> None:
    assert is_chrome(line) is is_one


def test_what_is_said_to_listeners_alone_is_no_word_of_the_line() -> None:
    figure = (
        '<figure><img src="a.jpg" alt=""><span>A. Mole</span><figcaption>'
        '<span class="off-screen">Caption</span> The quay</figcaption></figure>'
    )
    found = article(f"<p>{SIX[0]}</p>{figure}")
    assert [item for item in inner(found) if item[0] != "picture"] == [
        ("paragraph", SIX[0]), ("caption", "A. Mole"), ("caption", "The quay"),
    ]  # fmt: skip
    assert any(aside.text == "Caption" for aside in found.asides)
    drop_cap = (
        '<p><span class="sr-only">The</span><span aria-hidden="true">T</span>'
        " boat was sold, and the crew with it, they say.</p>"
    )
    assert any(text.startswith("TheT") for _, text in inner(article(f"<p>{SIX[0]}</p>{drop_cap}")))


def test_a_line_alone_with_a_picture_is_its_caption() -> None:
    found = article(f'<p>{SIX[0]}</p><div class="center"><img src="a.jpg" alt=""><br>The quay, at dawn</div>')
    assert ("caption", "The quay, at dawn") in inner(found)
    run = article(f'<div><img src="a.jpg" alt=""><br>{SIX[0]}<br><br>{SIX[1]}</div>')
    assert not any(kind == "caption" for kind, _ in inner(run))


@pytest.mark.parametrize("name", ["satter", "anónimo", "anônimo", "webredaktion"])
def test_a_login_or_nobody_is_no_author(name: str) -> None:
    assert authors(name) == []


def test_the_author_of_another_article_is_not_this_ones() -> None:
    card = '<div class="card"><h3><a href="/x">Nets</a></h3><p>By <a rel="author" href="/b">Bea Marsh</a></p></div>'
    top = '<p>By <a rel="author" href="/a">Ann Reed</a> and <a rel="author" href="/c">Cy Fenn</a></p>'
    body = f"<div><h1>The ferry</h1>{top}<p>{ONE}</p><p>{TWO}</p><div>{card}</div></div>"
    found = read_page(page(body))
    assert list(dict.fromkeys(item.value for item in found.findings["author"])) == ["Ann Reed", "Cy Fenn"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("김하나 기자 hana@example.com", "김하나"),
        ("Ana Moreno ana@example.org", "Ana Moreno"),
        ("بقلم: سلمى الحداد", "سلمى الحداد"),
    ],
)
def test_a_reporters_line_tells_the_author(line: str, author: str) -> None:
    found = read_page(page(f"<article><h1>The ferry</h1><p>{line}</p><p>{ONE}</p><p>{TWO}</p></article>"))
    assert [block.text for block in found.blocks] == [ONE, TWO]
    assert found.found("author") == author
    found = read_page(page(f"<article><h1>The ferry</h1><p>{ONE}</p><p>{TWO}</p><p>{line}</p></article>"))
    assert [block.text for block in found.blocks] == [ONE, TWO]
    assert found.found("author") == author


@pytest.mark.parametrize("zone", [0, 1])
def test_the_epoch_is_no_day_and_the_line_under_the_title_tells_it(zone: int) -> None:
    moment = "1970-01-01T00:00:00Z" if zone else "1969-12-31T16:00:00-08:00"
    head = f'<meta property="article:published_time" content="{moment}">'
    lines = "<ul><li>Autor: www.example.org</li><li>Data: 28-04-2021, 09:29</li></ul>"
    found = read_page(page(f"<article><h1>The ferry</h1>{lines}<p>{ONE}</p><p>{TWO}</p></article>", head))
    assert found.found("issued") == "2021-04-28"
    assert [block.text for block in found.blocks] == [ONE, TWO]


def test_an_article_that_quotes_some_japanese_is_in_its_own_language() -> None:
    words = f"{' '.join([ONE, TWO, *SIX])} 駅員を呼んで警察に来てもらう。必ず顔も映るようにする。"
    assert settled(["en"], words) == "en"
    assert guess("駅員 OK を呼んで警察に来てもらう。") == "ja"


@pytest.mark.parametrize(
    "window",
    [
        "The old ferry of Tarn-Northern Post",
        "The old ferry of Tarn | Northern Post",
        "Northern Post - The old ferry of Tarn - Travel",
        "The old ferry of Tarn Post_Travel",
        "Northern Post--The old ferry of Tarn",
    ],
)
def test_the_title_is_the_line_that_the_window_has_before_the_sites_name(window: str) -> None:
    body = f'<div class="t">The old ferry of Tarn</div><div><p>{ONE}</p><p>{TWO}</p></div>'
    found = read_page(f"<html lang=en><head><title>{window}</title></head><body>{body}</body></html>")
    assert found.found("title") == "The old ferry of Tarn"


def test_a_heading_that_leads_to_the_sites_first_page_is_no_title() -> None:
    body = f"<h1><a href=/>Notes</a></h1><div class=tit>The old ferry of Tarn</div><p>{ONE}</p><p>{TWO}</p>"
    head = (
        '<title>The old ferry of Tarn - Post ‘Notes’</title><meta property="og:title" content="The old ferry of Tarn">'
    )
    assert (
        read_page(f"<html lang=en><head>{head}</head><body>{body}</body></html>").found("title")
        == "The old ferry of Tarn"
    )


def test_a_heading_with_the_sites_name_is_no_title() -> None:
    head = '<meta property="og:site_name" content="Northern Post"><meta property="og:title" content="Northern Post">'
    body = f"<h1>Northern Post</h1><main><h1>The old ferry of Tarn</h1><p>{ONE}</p><p>{TWO}</p></main>"
    window = "<title>Northern Post|The old ferry of Tarn</title>"
    found = read_page(f"<html lang=en><head>{window}{head}</head><body>{body}</body></html>")
    assert found.found("title") == "The old ferry of Tarn"
