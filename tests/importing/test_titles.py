"""Which words of a page are its title: none of the site's, and as the page shows them."""

from __future__ import annotations

import pytest

from edition.importing import read_file
from edition.importing.web_page import read_page
from tests.importing.ferry import TEXT


@pytest.mark.parametrize(
    "said",
    [
        "The ferry - River Post",
        "River Post | The ferry",
        "The ferry-Travelㅣ River Post",
        "River Post :: The ferry",
        "The ferry | r-post",
        "The ferry - r-post.test",
    ],
)
def test_a_title_without_the_name_of_the_site_and_the_section(said: str) -> None:
    head = (
        f'<meta property="og:title" content="{said}"><meta property="og:site_name" content="River Post">'
        '<meta property="article:section" content="Travel"><meta name="application-name" content="r-post.test">'
    )
    page = f'<html lang="en"><head>{head}</head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>'
    assert read_page(page).found("title") == "The ferry"


@pytest.mark.parametrize(
    ("shown", "said", "window", "wanted"),
    [
        ("“Why?” A ferry asks", "Why? A ferry asks", "Why? A ferry asks", "“Why?” A ferry asks"),
        (
            "After the storm the ferry is free",
            "the ferry is free",
            "After the storm the ferry is free",
            "After the storm the ferry is free",
        ),
        ("Harbour The ferry is free", "The ferry is free", "The ferry is free", "The ferry is free"),
        ("Harbour The ferry is free", "Why is the ferry free?", "The ferry is free", "The ferry is free"),
        ("The ferry: ‘free’", "The ferry: 'free'", "The ferry: 'free'", "The ferry: ‘free’"),
        ("The ferry : free", "The ferry: free", "The ferry: free", "The ferry: free"),
        ("The ferry is free | Harbour", "The ferry is free", "The ferry is free | Harbour | Post", "The ferry is free"),
        ("", "» The ferry is free", "The ferry is free | Post", "The ferry is free"),
        ("<span>Harbour</span><span>:</span><span>Free</span>", "x", "x", "Harbour: Free"),
        (
            "",
            "The ferry of the island is …",
            "The ferry of the island is free | Post",
            "The ferry of the island is free | Post",
        ),
        ("Harbour The ferry is free", "The ferry is free", "Harbour: The ferry is free", "Harbour: The ferry is free"),
        ("The ferry is free（1/2 ページ）", "The ferry", "The ferry is free（1/2 ページ） - Post", "The ferry is free"),
    ],
)
def test_the_title_as_it_is_shown_and_without_the_line_over_it(shown: str, said: str, window: str, wanted: str) -> None:
    page = (
        f'<html lang="en"><head><title>{window}</title><meta property="og:title" content="{said}"></head><body>'
        f"<article><h1>{shown}</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    )
    assert read_page(page).found("title") == wanted


def test_how_a_heading_looks_is_none_of_its_words() -> None:
    style = f"<style>{'.over { color: black; margin: 0; } ' * 20}</style>"
    page = (
        "<html lang=en><head><meta property=og:title content='The ferry of the island has left'></head><body><nav>"
        "<ol><li>Home<li><h1>The ferry of the island has left</h1></ol></nav><article>"
        f"<header><h2>{style}<span>Islands</span><span>:</span><span>The ferry of the island has left</span></h2>"
        f"</header><div><p>{TEXT}</p><p>{TEXT} More.</p></div></article>"
    )
    assert [block.text for block in read_page(page).blocks] == [TEXT, f"{TEXT} More."]


def test_a_title_within_what_is_called_a_badge() -> None:
    page = (
        '<html lang="en"><head><meta property="og:title" content="The last ferry of the whole island"></head><body>'
        '<article><h1><span class="topic">Travel</span> <span class="badge--plus">The last ferry of the whole island'
        f"</span></h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    )
    assert read_page(page).found("title") == "The last ferry of the whole island"


@pytest.mark.parametrize(
    "said", ["▷ The ferry of the island", "» The ferry of the island", "post.example.com: The ferry of the island"]
)
def test_a_title_without_ornament_and_address(said: str) -> None:
    page = f"<html lang=en><head><title>{said}</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body>"
    assert read_page(page).found("title") == "The ferry of the island"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("<ul><li>{}</li></ul><article>", "<h1>Die Fähre ist fort</h1>"),
        ("<div class=breadcrumb__list>{}</div>", "<h2>On Monday the ferry left, unseen</h2>"),
        ("<div><p><a href=/a>Abroad</a></p>{}</div><article>", "<h2>On Monday the ferry left, unseen</h2>"),
    ],
)
def test_a_heading_that_ends_a_path_is_not_the_title(path: str, title: str) -> None:
    page = (
        '<html lang="de"><head><meta property="og:title" content="The ferry has left"></head><body>'
        f"{path.format('<h1>The ferry has left</h1>')}{title}<p>{TEXT}</p></body>"
    )
    assert read_page(page).found("title") == title[4:-5]


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<a href=/a>Abroad</a>", "What to see"),
        ("<a href=/a>Abroad</a>", "<a href=/b>The ferry has come</a>"),
        ("<a href=/a>Abroad</a>", "On Monday the ferry has left for the last time, and nobody has waved"),
        ("<a href=/a>Abroad</a>", "Has left"),
        ("<a href=/a>Abroad</a>", "What to see</h2><h5>On Monday the ferry has left</h5><h2>Boats"),
        ("<nav><a href=/a>Abroad</a></nav>", "On Monday the ferry has left"),
    ],
)
def test_a_heading_under_the_title_and_its_part_of_the_site_is_not_the_title(above: str, section: str) -> None:
    page = (
        f"<html lang=en><body><header>{above}<h1>The ferry has left</h1></header><article>"
        f"<h2>{section}</h2><p>{TEXT}</p></article></body>"
    )
    assert read_page(page).found("title") == "The ferry has left"


@pytest.mark.parametrize("window", ["River Post » The ferry", "River Post: The ferry", "River Post » 2024 » The ferry"])
def test_the_name_of_the_site_over_the_title_leads_to_its_first_page(window: str) -> None:
    page = (
        f"<html lang=en><head><title>{window}</title></head><body><h1><a href=/>River Post</a></h1><div>"
        f"<h2>Monday</h2><h3><a href=/ferry>The ferry</a></h3><p>{TEXT}</p></div></body>"
    )
    assert read_page(page).found("title") == "The ferry"


def test_a_line_over_the_title_that_the_window_has_before_it_is_none() -> None:
    window = "Islands after the storm: Nobody waved at all"
    page = (
        f"<html lang=en><head><title>{window}</title></head><body><div><h4>Islands after the storm</h4>"
        f"<h1>Nobody waved at all</h1><p>{TEXT}</p><p>{TEXT} More.</p></div></body>"
    )
    article = read_page(page)
    assert article.found("title") == "Nobody waved at all"
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]


def test_of_several_headings_over_the_text_the_one_next_to_it_is_the_title() -> None:
    page = (
        '<html lang="en"><head><meta property="og:title" content="The ferry has left"></head><body><div><h1>Abroad</h1>'
        f"</div><main><h1>Nobody waved at noon</h1><div><p>{TEXT}</p><p>{TEXT} More.</p></div></main></body>"
    )
    assert read_page(page).found("title") == "Nobody waved at noon"


@pytest.mark.parametrize(
    "above",
    [
        "<ul><li>18.05.2026</li></ul><h1>{}</h1>",  # which the reader takes for the first line of the text
        "<nav><ol><li>Home<li><h1>The ferry has left</h1></ol></nav><hgroup><p>Islands</p><h2>{}</h2></hgroup>",
        "<nav><ol><li>Home<li><h1>The ferry has left</h1></ol></nav><header><div>{}</div><div>3 April</div></header>",
        "<ul><li>Islands</li><li><h1>The ferry has left</h1></li></ul><header><h2>{}</h2></header>",
    ],
)
def test_the_title_over_the_text_is_shown_in_other_words_than_the_page_says_it(above: str) -> None:
    said = "The council of the island sees what 50 years of sailing were worth to its people."
    page = (
        '<html lang="en"><head><meta property="og:title" content="The ferry has left"></head><body><article>'
        f"{above.format('Nobody waved at noon')}<div><div><p>{said}</p></div></div><p>By Ann Lee</p>"
        f"<div class=text><p>{TEXT}</p><p>{TEXT} More.</p></div></article>"
        "<div><h3><a href=/ferry>The ferry has left</a></h3><h3><a href=/b>Boats</a></h3></div></body>"
    )
    article = read_page(page)
    assert article.found("title") == "Nobody waved at noon"
    assert [block.text for block in article.blocks] == [said, TEXT, f"{TEXT} More."]


@pytest.mark.parametrize(
    ("window", "site"),
    [
        ("The ferry | River Post", "River Post"),
        ("The ferry｜河の新聞", "河の新聞"),
        ("The ferry|海港_海港新闻", "海港新闻"),
        ("The ferry | Travel | River Post", ""),
        ("The ferry", ""),
        ("River Post | The ferry", ""),
    ],
)
def test_what_stands_behind_the_title_in_that_of_the_window_is_the_publisher(window: str, site: str) -> None:
    text = f"<h1>The ferry</h1><p>{TEXT}</p><p>{TEXT} And more of it.</p>"
    page = f'<html lang="en"><head><title>{window}</title></head><body><article>{text}</article></body></html>'
    assert read_page(page).found("publisher") == site


@pytest.mark.parametrize(
    "window",
    ["RIVER POST : The ferry - a history", 'The ferry - a history / The "River.Post", 5 May', "The ferry - a history"],
)
def test_a_line_of_the_page_that_is_a_part_of_the_windows_title_is_the_title(window: str) -> None:
    page = (
        f"<html lang=en><head><title>{window}</title></head><body><p>{TEXT}</p><div>The ferry - a history</div>"
        f"<article><p>{TEXT} {TEXT}</p><p>{TEXT}</p></article></body></html>"
    )
    assert read_page(page).found("title") == "The ferry - a history"


def test_a_line_that_is_all_of_the_windows_title_is_the_title() -> None:
    line = '<table><tr><td><font size="5"><b>The ferry that left</b></font></td></tr>'
    page = f"<html lang=en><title>The ferry that left</title><body>{line}<tr><td>{TEXT}<br><br>{TEXT} So.</table>"
    found = read_page(page)
    assert [block.text for block in found.blocks] == [TEXT, f"{TEXT} So."]
    assert found.found("title") == "The ferry that left"


@pytest.mark.parametrize("window", ["post.example - The ferry is free", "The ferry is free - Post.example"])
def test_a_title_without_the_address_of_the_site(window: str) -> None:
    page = (
        f"<html lang=en><head><title>{window}</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body>"
    )
    assert read_page(page.replace("example", "org")).found("title") == "The ferry is free"


def test_what_is_called_as_the_article_published_nothing() -> None:
    head = "".join(f'<meta property="og:{name}" content="The ferry is free">' for name in ("title", "site_name"))
    article = read_page(f"<html lang=en><head>{head}</head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body>")
    assert (article.found("title"), article.found("publisher")) == ("The ferry is free", "")


def test_a_heading_that_is_the_longest_part_of_what_the_page_says_of_its_title() -> None:
    head = '<meta property="og:title" content="Post on phones :: The old ferry of Tarn">'
    page = f"<html lang=en><head>{head}</head><body><h2>The old ferry of Tarn</h2><p>{TEXT}</p><p>{TEXT}</p>"
    assert read_page(page).found("title") == "The old ferry of Tarn"


@pytest.mark.parametrize("line", ["The old ferry of Tarn", "Pictures: The old ferry of Tarn", ""])
def test_a_heading_that_leads_to_a_section_is_not_the_title_that_the_page_says(line: str) -> None:
    head = '<meta property="og:title" content="The old ferry of Tarn | River Post">'
    body = f"<div><h1><a href=/p>Pictures</a></h1></div><div>{line}</div><article><p>{TEXT}</p><p>{TEXT} So.</p>"
    page = read_page(f"<html lang=en><head>{head}<meta property=og:site_name content='River Post'></head><body>{body}")
    assert page.found("title") == "The old ferry of Tarn"
    assert [block.text for block in page.blocks] == [TEXT, f"{TEXT} So."]


def test_the_heading_that_is_seen_before_one_that_is_hidden_and_without_the_count_of_comments() -> None:
    title = "A ferry for the whole island of Tarn"
    page = (
        f'<html lang=en><head><meta property="og:title" content="{title}"></head><body><article>'
        f"<h1>{title}<b>Comments: 12</b></h1><p>{TEXT}</p><p>{TEXT} And more.</p></article>"
        f"<div style='display:none'><h2>{title}</h2></div></body></html>"
    )
    article = read_page(page)
    assert article.found("title") == title
    assert not any("Comments" in block.text for block in article.blocks)


def test_a_title_in_an_item_that_holds_the_whole_article() -> None:
    title = "A ferry for the island of Tarn"
    page = (
        f"<html lang=en><head><title>{title}</title></head><body><h4>Harbours</h4><ul><li class=box><h1>{title}</h1>"
        f"<p>{TEXT}</p><p>{TEXT} And more of it.</p></li></ul></body></html>"
    )
    assert read_page(page).findings["title"][0].where == "<h1>"


def test_a_title_of_a_section_that_says_the_title_and_much_more_is_the_articles() -> None:
    title = "A ferry for the whole of the island"
    said = f"{title} is no easy thing, and nobody would sail it, so here is what was tried:"
    page = (
        f"<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<h3>{said}</h3><p>{TEXT}</p><p>{TEXT} And more of it.</p></article></body></html>"
    )
    assert said in [block.text for block in read_page(page).blocks]


@pytest.mark.parametrize(
    "text",
    [
        "渡し船が出た日\n\u3000船は昼に出て、だれも手を振らなかった。\n\u3000鍵は村の会議にある。\n",
        "渡し船が出た日\n==============\n船は昼に出て、だれも手を振らなかった。\n\n鍵は村の会議にある。\n",
    ],
)
def test_the_title_of_a_text_is_underlined_or_stands_over_indented_paragraphs(text: str) -> None:
    found = read_file("a.txt", text.encode())
    assert found.found("title") == "渡し船が出た日"
    assert [block.text for block in found.blocks] == ["船は昼に出て、だれも手を振らなかった。", "鍵は村の会議にある。"]


def test_the_title_of_a_section_of_a_text_is_underlined() -> None:
    found = read_file("a.txt", f"The ferry\n=====\n\n{TEXT}\n\nThe crew\n---\n\n{TEXT}\n---\n".encode())
    kinds = [(block.kind, block.level) for block in found.blocks]
    assert kinds == [("paragraph", 0), ("heading", 2), ("paragraph", 0)]
