"""What stands beside the paragraphs and is the article's: points under the title, captions, tables, last sentences."""

from __future__ import annotations

import pytest
from lxml import html

from edition.importing.page.site_elements import chrome_of
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts
from tests.importing.test_labels_of_what_is_gone import REST, page

FIRST = "The last ferry of the island at the quay of the north, on the day on which it left."


def test_a_caption_stands_under_each_of_two_pictures_that_it_tells_of() -> None:
    figure = f"<div class=thumb><figure><img src={{}}.jpg><figcaption>{FIRST}</figcaption></figure></div>"
    between = REST + REST.replace("boat", "ship")
    inner = f"{PROSE}{figure.format('a')}{between}{figure.format('b')}{PROSE.replace('ferry', 'galley')}"
    assert texts(page(inner)).count(FIRST) == 2


def test_a_table_around_a_picture_and_a_line_holds_its_caption() -> None:
    table = "<table><tr><td><img src=a.jpg></td></tr><tr><td><p>The crew on deck</p></td></tr></table>"
    found = read_page(
        "<html lang=en><head><title>The ferry that left</title></head><body><div><h1>The ferry that left</h1>"
        f"<div class=what>{table}</div><div class=text>{PROSE}{REST}</div></div>"
    )
    assert "The crew on deck" in [block.text for block in found.blocks if block.kind == "caption"]
    button = table.replace("The crew on deck", "Send | Print")
    assert "Send | Print" not in texts(
        read_page(f"<html lang=en><title>x</title><body><h1>The ferry</h1><div>{button}</div><div>{PROSE}{REST}</div>")
    )


@pytest.mark.parametrize(
    ("heading", "is_own"),
    [
        (
            "<h4>It was on the seventh of May that she left the quay for good, "
            "and nobody there saw her go; that was long ago.</h4>",
            True,
        ),
        ("<h4>More of her</h4>", False),
    ],
)
def test_a_sentence_in_a_picture_s_caption_is_no_heading(heading: str, is_own: bool) -> None:
    figure = f"<figure><img src=a.jpg><figcaption>{heading}</figcaption></figure>"
    kinds = {block.text: block.kind for block in page(PROSE + figure + REST).blocks}
    said = heading[4:-5]
    assert (kinds.get(said) == "caption") is is_own


def test_a_line_that_says_what_the_picture_does_and_whose_it_is_is_its_caption() -> None:
    shown = (
        "<div class=shown><a href=/big><img src=a.jpg alt='The ferry at the quay. | Ferry News'></a>"
        "<ul><li><a href=/1>15 pictures</a></li></ul><div>The ferry at the quay. | Foto: Ada Brandt</div></div>"
    )
    assert "The ferry at the quay. | Foto: Ada Brandt" in texts(page(PROSE + shown + REST))


def test_a_caption_in_the_link_to_its_picture_is_no_link() -> None:
    link = "<figure><a href=/photo/A1.html><img src=a.jpg><figcaption>The quay of the north</figcaption></a></figure>"
    assert "The quay of the north" in texts(page(PROSE + link + REST))
    other = link.replace("/photo/A1.html", "/news/a")
    assert "The quay of the north" not in texts(page(PROSE + other + REST))
    twice = (
        "<div><a href=/r/a_f1400 title='The quay'><img src=a.jpg alt='The quay'></a>"
        "<a href=/r/a_f1400 title='The quay'><span class=media_desc>The quay</span></a></div>"
    )
    assert "The quay" in texts(page(PROSE + twice + REST))


def test_a_label_that_is_called_a_caption_is_one() -> None:
    shown = "<div><img src=a.jpg><label class=foto-legenda>The quay of the north, before she left</label></div>"
    assert "The quay of the north, before she left" in texts(page(PROSE + shown + REST))


def test_a_box_that_is_called_the_authors_may_hold_but_a_caption() -> None:
    told_of = "<p class=photoDesc>The crew on deck.</p><p class=photoAuthor>Foto: Ada Brandt</p>"
    assert "The crew on deck." in texts(page(f"{PROSE}<img src=a.jpg><div id=mediaAuthorBox>{told_of}</div>{REST}"))


POINTS = (
    "<li>The ferry that had gone for ninety years leaves the island for good</li><li>Nobody waved</li>"
    "<li>A museum pays for it</li>"
)


@pytest.mark.parametrize(
    ("points", "is_own"),
    [
        (POINTS, True),
        (POINTS.replace("</li>", " 17:56</li>"), False),
        (POINTS.replace("Nobody waved", "<a href=#a>Nobody waved</a>"), False),
        (POINTS.replace("<li>Nobody", "<li><img src=a.jpg>Nobody"), False),
        (POINTS.replace("Nobody", "Foto: Nobody"), False),
    ],
)
def test_points_stand_under_the_title_with_their_heading(points: str, is_own: bool) -> None:
    title = f"<header><h1>The ferry that left</h1></header><div class=meta><h5>Highlights</h5><ul>{points}</ul></div>"
    found = texts(page(PROSE + REST, title=title))
    assert ("Highlights" in found) is is_own
    assert (any(one.startswith("The ferry that had gone") for one in found)) is is_own


def test_a_table_of_contents_is_no_list_of_points() -> None:
    title = f"<header><h1>The ferry that left</h1></header><div class=meta><h5>Contents</h5><ul>{POINTS}</ul></div>"
    body = f"<h2>Nobody waved</h2>{PROSE}<h2>A museum pays for it</h2>{REST}"
    assert "Contents" not in texts(page(body, title=title))


def test_a_table_stays_with_its_rows_where_one_of_them_is_a_link() -> None:
    rows = "".join(f"<tr><td>{key}</td><td>{value}</td></tr>" for key, value in zip("abcde", "12345", strict=True))
    table = f"<div class=box><table><thead><tr><th>What</th><th>How much</th></tr></thead>{rows}"
    table += "<tr><td colspan=2><a href=/buy>All of it</a></td></tr></table></div>"
    found = texts(page(PROSE + table + REST))
    assert "a | 1" in found
    assert "All of it" not in found


def test_a_note_beside_the_text_may_be_a_list_under_a_heading() -> None:
    items = "".join(f"<li>{text[:-1]}</li>" for text in TEXT)
    aside = f"<aside><h3>What is it about?</h3><ul>{items}</ul></aside>"
    assert "What is it about?" in texts(page(PROSE.replace("ferry", "ship") + aside + REST))
    assert "What is it about?" not in texts(
        page(
            PROSE.replace("ferry", "ship")
            + aside.replace("<li>The", "<li><a href=/a>More of it</a></li><li>The")
            + REST
        )
    )


def test_a_last_sentence_and_several_addresses_end_the_text() -> None:
    assert texts(page(f"<div>{PROSE}{REST}Long may she float!</div>"))[-1] == "Long may she float!"
    links = "".join(f"<p><a href=https://a.example/{at}>https://a.example/{at}</a></p>" for at in "12")
    found = read_page(
        "<html lang=en><head><title>The ferry that left</title><link rel=canonical href=https://b.example/a></head>"
        f"<body><h1>The ferry that left</h1><table><tr><td>{PROSE}{REST}{links}</td></tr></table>"
    )
    assert texts(found)[-2:] == ["https://a.example/1", "https://a.example/2"]


def test_paragraphs_above_in_a_box_of_the_same_first_name_are_the_articles() -> None:
    above = "".join(f"<p>{text.replace('ferry', 'ship')} It was so for ninety years.</p>" for text in TEXT[:2])
    advertisement = "<div class=banner><a href=https://ads.example/1>An advertisement of a shop</a></div>"
    box = f"<div class='text free'><p>Short words.</p>{above}<div class=extract><p>A line set apart.</p></div></div>"
    rest = f"<div class='col main'><div class=text>{PROSE}{REST}{PROSE.replace('ferry', 'raft')}</div></div>"
    found = read_page(
        "<html lang=en><head><title>The ferry that left</title></head><body><div class=article><div class='col main'>"
        f"<h1>The ferry that left</h1>{box}</div>{advertisement}{rest}</div>"
    )
    assert texts(found)[0].startswith(TEXT[0].replace("ferry", "ship"))


@pytest.mark.parametrize("name", ["audio-player js", "player-controls-top", "widget-rightside"])
def test_the_names_of_players_and_of_bars_at_the_side_are_the_sites(name: str) -> None:
    assert TEXT[0] not in texts(
        page(f"<div class='{name}'><p>{TEXT[0]}</p></div>" + REST + REST.replace("boat", "ship"))
    )


def test_what_a_site_keeps_from_search_engines_is_none_of_the_text_but_for_words_within_it() -> None:
    for inner, why in (("<div><p>The bank of the island.</p></div>", "within the element noindex"), ("sold", "")):
        assert chrome_of(html.fragment_fromstring(f"<noindex>{inner}</noindex>"), "noindex", "") == why
    link = "<p>It was <noindex><a rel=nofollow href=https://a.example>sold</a></noindex> to a museum that year.</p>"
    assert "It was sold to a museum that year." in texts(page(PROSE + link + REST))


def test_a_notice_of_rights_goes_with_the_paragraphs_under_its_label() -> None:
    notice = "".join(
        f"<p>{one}</p>" for one in ("反侵权公告：", "根据法律法规，" * 12 + "本报社郑重公告。", "欢迎提供线索：")
    )
    text = "".join(f"<p>{'渡轮在中午离开了海岛，没有人挥手告别。' * 4}第{at}天。</p>" for at in "一二三四五六")
    found = read_page(
        f"<html lang=zh-CN><title>渡轮离开了</title><body><article><h1>渡轮离开了</h1><div>{text}{notice}</div>"
    )
    assert texts(found)[-1].endswith("第六天。")


def test_what_follows_whose_the_text_is_under_a_heading_as_high_is_the_sites() -> None:
    films = "".join(
        f"<div><h3>Film {at}</h3><p>{text.replace('ferry', 'film')} It was shown {at} times.</p></div>"
        for at, text in enumerate((*TEXT, *TEXT))
    )
    found = read_page(
        "<html lang=en><head><title>The ferry that left</title></head><body><div><div><h1>The ferry that left</h1>"
        f"<div>{PROSE}{REST}</div><p>© Ferry News 2012</p></div><div><h1>Other news</h1>{films}</div></div>"
    )
    assert len(texts(found)) == 2 * len(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Cela vous intéressera aussi",
        "Udostępnij cytat",
        "Berlin 16:10 3. July 2022 Share on Facebook Share on Twitter Share on LinkedIn Print",
        "Flashový přehrávač se spouští.",
        "An dieser Stelle möchten wir Ihnen ein Youtube-Video zeigen. Ihre Daten liegen uns am Herzen.",
        "Follow topics and authors from this story to see more like this in your feed.",
        "Cliquez ici pour ouvrir le diaporama",
        "【更多新聞詳情請上 - 華視新聞網 】",
        "ఇవి కూడా చదవండి",
        "మరిన్ని వార్తల కోసం ఇక్కడ క్లిక్ చేయండి.",
        "और खबरों के लिए यहां क्लिक करें",
    ],
)
def test_a_line_that_leads_on_is_the_sites(line: str) -> None:
    assert len(texts(page(f"{PROSE}<p>{line}</p>{REST}"))) == 2 * len(TEXT)


def test_links_in_a_quotation_under_a_line_that_leads_on_are_the_sites() -> None:
    links = "".join(f"<p><a href=/b{at}>- {text}</a></p>" for at, text in enumerate(TEXT))
    box = f"<blockquote>{{}}{links.replace('ferry', 'raft')}</blockquote>"
    found = page(PROSE + REST + box.format("También te puede interesar"))
    assert len(texts(found)) == 2 * len(TEXT)


def test_links_to_what_others_wrote_of_programs_are_no_offers() -> None:
    items = "".join(
        f"<li><a href=https://{at}.example/>{words}</a></li>"
        for at, words in enumerate(
            ("A guide for beginners to progressive web apps", "Why you should build a progressive app before the next")
        )
    )
    canonical = "<link rel=canonical href=https://ferry.example/a>"
    assert "A guide for beginners to progressive web apps" in texts(page(f"{PROSE}<ul>{items}</ul>{REST}", canonical))


def test_a_post_in_a_box_that_is_called_social_is_quoted() -> None:
    post = "<blockquote class=twitter-tweet><p>I hope that all of the island will stand by her.</p>— Ada</blockquote>"
    found = page(f"{PROSE}<div class='box asset-social-media'>{post}</div>{REST}")
    assert "I hope that all of the island will stand by her." in texts(found)
    assert "Share it" not in texts(read(within="<div class=social><p>Share it</p></div>"))
