"""What an article holds beyond its own paragraphs: posts of others, what goes on in its element, addresses."""

from __future__ import annotations

import pytest

from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told
from tests.importing.test_lines_of_sites import REST, page

POST = (
    "<figure class=embed><blockquote class=post><p>Nobody waved:<br>it left at noon<br>Boats on Telegram "
    "<a href='https://t.example/x'>pic.t.example/x</a></p>— Jo Doe <a href='https://t.example/y'>7 May 2024</a>"
    "</blockquote></figure>"
)


def test_a_post_of_others_among_the_paragraphs_stands_whole() -> None:
    head = '<link rel=canonical href="https://ferry.example/a"><title>The ferry that left</title>'
    for body in (f"{PROSE}{POST}{REST}", f"{PROSE}{REST}{POST}"):
        found = read_page(f"<html lang=en><head>{head}</head><body><h1>The ferry that left</h1><div>{body}</div>")
        quotes = [block.text for block in found.blocks if block.kind == "quote"]
        assert quotes == [
            "Nobody waved:",
            "it left at noon",
            "Boats on Telegram pic.t.example/x",
            "— Jo Doe 7 May 2024",
        ]


def test_what_goes_on_in_the_texts_own_element_is_the_articles() -> None:
    more = "".join(f"<div>{text[:-1]}, they say.</div>" for text in TEXT)
    inner = f"{PROSE}<img src=a.png>They waved.<div><div>{more}</div><div>Share</div></div>"
    found = texts(page(inner))
    assert found[-1] == f"{TEXT[-1][:-1]}, they say."
    assert f"{TEXT[0][:-1]}, they say." in found


@pytest.mark.parametrize(
    ("last", "own"),
    [
        ("<p>Sources:</p><div class=list><ul><li>The council’s letters</li><li>The museum</li></ul></div>", 3),
        (
            "<div class=books><p><b>The Ferry</b> Ada Brandt, translated by Bo Ray, Harbour Books, 240 pages</p>"
            "<p><b>The Quay</b> Cy Lund, Harbour Books, with many maps and pictures of it, 120 pages</p></div>",
            2,
        ),
        (
            "<h4>On it</h4><div class=x><p>The museum is open each day but Monday, the keeper of it says.</p>"
            "<p>The oldest of its boats may be seen in the yard, where it was built by hand.</p></div>",
            3,
        ),
        ("<div class=x><p>How do you cross in winter? Tell us of it, and of what you like of boats.</p></div>", 0),
        (
            "<div class=x><h3>Boats</h3><p>How do you cross in winter? Tell us of it, and of what you like.</p></div>",
            0,
        ),
        (
            "<div class=x><h3>Stand by us</h3><p>Si valoras nuestro trabajo, únete a nuestra comunidad de lectores.</p>"
            "<p>Cada aporte cuenta, y llega a todas las islas en las que vive alguien.</p><button>Sí</button></div>",
            0,
        ),
        (
            "<div class=y><a href=/b>The bell</a></div><div class=z><a href=/c>The quay</a></div><div class=x>"
            "<h3>A map</h3><ul><li>With us you see each island on one map</li><li>You have it at home</li></ul></div>",
            0,
        ),
        ("<div class=box><p>The paper tells of the islands on each day.</p><p><a href=/b>The bell</a></p></div>", 0),
    ],
)
def test_what_ends_the_element_of_the_text_is_the_articles(last: str, own: int) -> None:
    words = f"{PROSE}{REST}{REST.replace('boat', 'barge')}"
    body = f"<h1>The ferry that left</h1><div class=text>{words}<div class=share>Share</div>{last}</div>"
    found = read_page(f"<html lang=en><title>x</title><body><div>{body}<footer><p>The Harbour Post</p></footer></div>")
    assert len(texts(found)) == 3 * len(TEXT) + own


def test_a_source_on_another_site_is_no_way_to_reach_the_author() -> None:
    head = "<link rel=canonical href='https://ferry.example/a'><title>The ferry that left</title>"
    body = (
        f"<h1>The ferry that left</h1><div>{PROSE}{REST}<p>Link: <a href='https://{{}}/b'>the timetable</a>.</p></div>"
    )
    for site, is_own in (("boats.example", True), ("ferry.example", False)):
        found = read_page(f"<html lang=en><head>{head}</head><body>{body.format(site)}")
        assert (texts(found)[-1] == "Link: the timetable.") is is_own


@pytest.mark.parametrize("line", ["Film: {}", "({})", "(Bild: {})"])
def test_an_address_with_what_it_is_stands_in_the_text(line: str) -> None:
    link = "<a href='https://films.example/v?a=b'>https://films.example/v?a=b</a>"
    found = texts(page(f"{PROSE}<p>{line.format(link)}</p>{REST}"))
    assert line.format("https://films.example/v?a=b") in found


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Reuters le 02.10.2017 à 08h31", []),
        ("Par Ada Brandt le 02.10.2017 à 08h31", ["Ada Brandt"]),
    ],
)
def test_a_word_before_the_day_is_none_of_the_name(line: str, names: list[str]) -> None:
    found = page(f"<p>{line}</p>{PROSE}{REST}", "fr")
    assert [item.value for item in found.findings["author"]] == names
    assert found.found("issued") == "2017-10-02"


def test_who_stands_with_the_day_over_the_title_and_is_told_of_below_is_the_author() -> None:
    line = "<p>Ada Brandt / 07.11.2023 / 09:30 / 23 /</p>"
    bio = "<p>Ada Brandt is a journalist, and has written of islands for as long as there were any.</p>"
    body = "<html lang=en><title>The ferry that left</title><body><div>{}<h2>The ferry that left</h2>{}</div>"
    found = read_page(body.format(line, f"{PROSE}{REST}{bio}"))
    assert found.found("author") == "Ada Brandt"
    assert texts(found)[-1] == TEXT[-1]
    assert not read_page(body.format(line, f"{PROSE}{REST}")).findings["author"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("(Avec Ada Brandt et Bo Ray à Holm; Cy Lund pour le service français)", "fr"),
        ("返回海港网首页>>", "zh"),
    ],
)
def test_who_helped_and_what_leads_back_is_none_of_the_text(line: str, language: str) -> None:
    found = page(f"{PROSE}{REST}<p>{line}</p>", language)
    assert texts(found)[-1] == TEXT[-1]
    assert line in told(found)


def test_of_two_titles_that_are_the_same_the_last_one_stands_over_the_text() -> None:
    title = "<h1>Whose is the ferry?</h1>"
    head = '<meta property="og:title" content="A fight over a boat">'
    intro = "<p class=intro>They all want it now.</p>"
    found = read_page(
        f"<html lang=en>{head}<body><article><div class=bar>{title}</div><header>{title}{intro}</header>"
        f"<div class=text>{PROSE}{REST}</div></article>"
    )
    assert found.found("title") == "Whose is the ferry?"
    assert len(texts(found)) >= 2 * len(TEXT)


CAPTION = "The ferry at the quay of the museum, where it has no water"


@pytest.mark.parametrize(
    ("behind", "is_kept"),
    [
        (f"<section><div class=x></div><figcaption>{CAPTION}</figcaption></section>", True),
        (f"<p>Follow us on Facebook</p><section><p><figcaption>{CAPTION}</figcaption></section>", True),
        (f"<section><a href=/b><img src=b.png><figcaption>{CAPTION}</figcaption></a></section>", False),
    ],
)
def test_a_caption_right_behind_the_last_paragraph_is_the_articles(behind: str, is_kept: bool) -> None:
    found = page(f"<section><div>{PROSE}</div></section>{behind}")
    assert (CAPTION in texts(found)) is is_kept


def test_what_is_read_last_may_be_a_link_to_what_the_article_speaks_of() -> None:
    plans = "<p>Here are the plans, all of them:</p><p><a href={0}>{0}</a></p>".format("https://ferries.example/plans")
    assert texts(page(f"{PROSE}{plans}"))[-2:] == ["Here are the plans, all of them:", "https://ferries.example/plans"]
    named = f"{PROSE}{plans}".replace("<p>", "<p class=MsoNormal>")
    assert texts(page(named))[-1] == "https://ferries.example/plans"
    said = "More of the ferries of the island is told here: https://quay.example/ferries"
    line = f"<p><a href=https://quay.example/ferries>{said}</a></p>"
    assert said in texts(read(within=line, above="<link rel=canonical href=https://quay.example/a>"))
    assert texts(page(f"{PROSE}{plans}<p><a href=/b>The bell</a></p>"))[-1] == "https://ferries.example/plans"
    assert texts(page(f"{PROSE}<p>Follow us on Facebook:</p>{plans.partition('</p>')[2]}"))[-1] == TEXT[-1]


@pytest.mark.parametrize(("name", "is_kept"), [("news-errata-view", True), ("correction", True), ("box", False)])
def test_what_was_wrong_in_an_article_stands_below_it(name: str, is_kept: bool) -> None:
    said = "The ferry had two engines, and not one as this article said first; the council has told us so since then."
    box = f"<div class=slot><div class={name}><b>The text was mended</b><div>{said}</div></div></div>"
    found = page(f"<div class=text>{PROSE}</div></div><div class=aside><h4>Most read</h4><a href=/b>A bell</a>{box}")
    assert (said in texts(found)) is is_kept


def test_the_points_that_stand_first_in_the_texts_own_element_are_its_own() -> None:
    points = ["- It left at noon.", "- Nobody waved to those who left the island that day, and none will come back."]
    assert texts(page(f"<div class=init>{'<br>'.join([*points, TEXT[0]])}</div><div>{PROSE}</div>"))[:2] == points


def test_what_asks_for_readers_in_brackets_between_paragraphs_is_the_sites() -> None:
    asks = "[<b>All the islands read us.</b> <a href=/n>Subscribe to our newsletter today</a>]"
    found = page(f"{PROSE}<p>{asks}</p>{PROSE.replace('ferry', 'boat')}")
    assert not any("islands read us" in text for text in texts(found))
    assert "islands read us" in told(found)


def test_lines_in_an_element_that_is_called_a_subtitle_are_the_standfirst() -> None:
    lines = ["ㆍNobody waved to the ferry", "ㆍIts keys are with the council"]
    head = f"<h1>The ferry that left</h1><p>By Ada Brandt</p><div class=art_subtit>{'<br>'.join(lines)}</div>"
    found = texts(read_page(f"<html lang=en><title>x</title><body>{head}<div class=art>{PROSE}{REST}</div>"))
    assert found[:2] == lines
