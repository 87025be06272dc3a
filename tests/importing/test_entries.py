"""What an article makes of links, questions, tables and boxes of its own: entries, sources, answers, key points."""

from __future__ import annotations

import pytest
from lxml import html

from edition.importing import Article, web_page
from edition.importing.bounds.readers import Extraction
from edition.importing.page.site_elements import chrome_name
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, texts, told

HEADS = ["The Kihnu", "The Hiiu and her sister", "The Muhu"]


def read(within: str = "", title: str = "<h1>The ferry that left</h1>") -> Article:
    return read_page(
        "<!DOCTYPE html><html lang=en><head><title>The ferry that left</title><link rel=canonical "
        f'href="https://harbour.example/ferry"></head><body><div class="page"><article>{title}<div class="text">{PROSE}'
        f"{within}{PROSE.replace('ferry', 'boat')}</div></article></div></body></html>"
    )


def long(name: str) -> str:
    """Three paragraphs that speak of a ship."""
    return "".join(f"<p>{text.replace('the', name)} {text.replace('they', name)}</p>" for text in TEXT)


def entries(head: str, under: str = "") -> str:
    return "".join(f"<h3>{head.format(name)}</h3>{under or long(name)}" for name in HEADS)


def test_a_heading_that_is_a_link_is_the_entrys_where_its_text_stands_under_it() -> None:
    shown = texts(read(within=entries("<a href=/ferries>{}</a>")))
    assert [text for text in shown if text in HEADS] == HEADS
    boxed = "".join(f"<div class=e>{entry}</div>" for entry in entries("<a href=/f>{}</a>").split("<h3>")[1:])
    assert {*HEADS} <= {*texts(read(within=boxed.replace("<div class=e>", "<div class=e><h3>")))}
    teasers = entries(
        "<a href=/ferries>{}</a>", "<p>She sails no more, and nobody knows the reason for that today.</p>"
    )
    assert not {*HEADS} & {*texts(read(within=teasers))}
    elsewhere = entries("<a href=https://ferries.example/>{}</a>", f"<p>{TEXT[0]}</p>")
    assert {*HEADS} <= {*texts(read(within=elsewhere))}
    card = f"<div class=card><h3><a href=/b>{HEADS[0]}</a></h3></div>{long('it')}"
    assert HEADS[0] not in texts(read(within=card * 3))


def test_what_is_told_live_is_all_of_its_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = "<article class='block {}'><div><a href=/l>4m ago</a><h2>The ferries leave {}</h2></div>{}</article>"
    heads = [f"The ferries leave {name}" for name in HEADS]
    pinned, *told = (entry.format(at, name, long(name) + long("it")) for at, name in zip("abc", HEADS, strict=True))
    told += [entry.format("b", at, long(at) + long("you")) for at in ("her", "him", "us", "them")]
    words = html.fromstring("".join([pinned, *told])).text_content()
    monkeypatch.setattr(web_page, "read", lambda *_, **__: Extraction(("".join(words.split()),)))
    page = read_page(
        "<html lang=en><title>The ferries leave, live</title><main><section><div><div><a href=/f>Ferries</a></div>"
        "<h1>The ferries leave, live</h1></div><p>It is told here who was there, and who waved at them, and who did not"
        f"</p></section><section><div><div>{pinned}</div><div>{''.join(told)}</div></div></section></main>"
    )
    assert page.found("title") == "The ferries leave, live"
    assert {*heads, "The ferries leave them"} <= {*texts(page)}


def test_a_long_linked_heading_among_such_as_lead_nowhere_is_another_articles_title() -> None:
    other = "The council of the island has sold the last ferry to a museum on the mainland"
    within = (
        entries("{}") + f"<h3><a href=/b>{other}</a></h3>{long('it')}<h3><a href=/c>7) The Vormsi</a></h3>{long('she')}"
    )
    shown = texts(read(within=within))
    assert "7) The Vormsi" in shown
    assert other not in shown


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("<ul><li>Nine crew</li><li>Two cows</li><li><a href=/keys>The keys of the council</a></li></ul>", True),
        (
            "<h3>More</h3><ul><li>One: <a href=/list>the list of ferries</a></li><li><a href=/b>Another</a></li>"
            "<li>Two: <a href=/c>a list of the boats</a></li></ul>",
            False,
        ),
        ("<ul><li><a href=https://ferries.example/list>A list of ferries</a></li></ul>", True),
        ("<p>Source: <a href=https://ferries.example/list>the list of all ferries</a></p>", True),
        ("<p>Source: <a href=/list>the list of all ferries</a></p>", False),
        ("<p><a href=https://letters.example/1>In a letter each day: the list of all ferries | Sign up</a></p>", False),
        ("<p>12. <a href=https://ferries.example/list>A list of all</a></p>", True),
        ("<p>– <a href=https://ferries.example/list>A list of all</a></p>", True),
        ("<p>12. <a href=/list>A list of all</a></p>", False),
        ("<ul><li><a href=https://shop.example/1>The ferry as a toy, for $19</a></li></ul>", False),
        ("<ul><li><a href=https://ferries.example/list>A list of boats for $5M</a></li></ul>", True),
        ("<ul><li><a href=https://facebook.com/ferry>Facebook</a></li></ul>", False),
    ],
)
def test_a_line_that_is_a_link_is_the_articles_where_it_names_what_it_speaks_of(line: str, is_kept: bool) -> None:
    shown = " ".join(texts(read(within=line)))
    words = "The keys of the council" if "keys" in line else "list of" if "list" in line else line.split(">")[-4][:-3]
    assert (words in shown) is is_kept


def test_sentences_that_are_headings_over_pictures_and_what_others_wrote_are_the_article() -> None:
    quoted = "<blockquote><p><a href=https://net.example/1>Jo</a></p><p>So it is</p></blockquote>"
    said = [f"{text[:-1]}, as {at} of them said." for at, text in enumerate(TEXT + TEXT)]
    parts = "".join(
        f"<div class=part><div class='piece k{'xy'[at % 2]}'><h2>{one}</h2>{quoted if at % 2 else '<img src=a.png>'}"
        "</div></div>"
        for at, one in enumerate(said)
    )
    page = read_page(f"<html lang=en><title>x</title><article><h1>The ferry that left</h1><div>{parts}</div></article>")
    assert [text for text in texts(page) if text in said] == said


def test_cards_that_lead_to_other_sites_are_the_articles() -> None:
    card = "<div class=card><h4>{0}</h4><p>{1}</p><a href=https://{2}/1>See it there</a></div>"
    cards = "".join(card.format(name, text, "ferries.example") for name, text in zip(HEADS, TEXT, strict=True))
    assert {*HEADS} <= {*texts(read(within=cards))}


ASKED = ["Did it leave at noon?", "¿Quién la compró?", "誰が買いましたか？"]
FLAT = "".join(
    f"<div><button>{ask}</button><div class=a><p>{text} So.</p></div></div>"
    for ask, text in zip(ASKED, TEXT, strict=True)
)
SECTION = (
    '<section class="more"><h2>Questions</h2><form><button>Write to us</button></form>'
    '<div class="faq">{}</div></section>'
)


def test_questions_that_unfold_their_answers_under_the_text_are_the_articles() -> None:
    body = f'<article><h1>The ferry that left</h1><div class="text">{PROSE}</div>{SECTION.format(FLAT)}</article>'
    page = read_page(f"<html lang=en><head><title>The ferry that left</title></head><body>{body}</body></html>")
    assert [text for text in texts(page) if text in ASKED] == ASKED
    assert all(f"{text} So." in texts(page) for text in TEXT)
    assert "Write to us" in told(page)
    poll = body.replace(f"<p>{TEXT[1]} So.</p>", f"<label>{TEXT[1]} So.</label>")
    page = read_page(f"<html lang=en><head><title>The ferry that left</title></head><body>{poll}</body></html>")
    assert ASKED[1] not in texts(page)
    footer = body.replace(SECTION.format(FLAT), f"<footer>{SECTION.format(FLAT)}</footer>")
    page = read_page(f"<html lang=en><head><title>The ferry that left</title></head><body>{footer}</body></html>")
    assert not {*ASKED} & {*texts(page)}


def test_the_text_goes_on_behind_a_long_table() -> None:
    rows = "".join(f"<tr><td>Boat {at}</td><td>{at} cows</td></tr>" for at in range(20))
    parts = f"<div class=rich>{PROSE}<div class=embed><table><tbody>{rows}</tbody></table></div>{long('she')}</div>"
    page = read_page(f"<html lang=en><body><div><h1>The ferry that left</h1>{parts}</div></body></html>")
    assert texts(page)[-1] == long("she")[:-4].rpartition("<p>")[2]


def test_what_matters_most_stands_over_the_text_in_a_box_with_a_heading() -> None:
    points = "".join(f"<li>{text}</li>" for text in TEXT)
    page = read(
        title=f"<h1>The ferry that left</h1><div class=key><div><h4>Key points</h4><ul>{points}</ul></div></div>"
    )
    assert texts(page)[:4] == ["Key points", *TEXT]


def test_a_section_that_is_called_as_its_own_heading_is_none_of_the_sites() -> None:
    part = f'<div id="menu-of-the-ferry"><h2>Menu of the ferry</h2>{long("she")}</div>'
    assert "Menu of the ferry" in texts(read(within=part))


def test_a_box_of_several_paragraphs_and_one_link_is_the_articles() -> None:
    box = (
        f"<div class=part><h3>Her crew</h3>{long('she')}<ul><li>Nine</li><li><a href=/b>The captain</a></li></ul></div>"
    )
    assert "Her crew" in texts(read(within=box))
    assert "Her crew" not in texts(read(within="<div class=part><h3>Her crew</h3><a href=/b>The captain</a></div>"))


def test_a_box_of_sentences_that_asks_for_consent_is_none_of_the_articles() -> None:
    asks = "<div class=text><div class=ask><h4>A film</h4>{}<label>Show films</label></div></div>"
    lines = [
        "Here is a film of another site that goes with what you have read.",
        "You may show it with one click, and hide it again, as you please.",
        "I agree that what another site has to show is shown to me in here.",
    ]
    within = entries("{}") + entries("The other: {}") + asks.format("".join(f"<p>{line}</p>" for line in lines))
    assert not {*lines} & {*texts(read(within=within))}
    assert {*lines} <= {*texts(read(within=within.replace("<label>Show films</label>", "")))}


@pytest.mark.parametrize("names", ["wrapper no-footer", "has-sidebar", "layout with-sidebar-right", "without_ads"])
def test_what_an_element_has_beside_it_or_not_it_is_not(names: str) -> None:
    assert chrome_name(names) == ""
    assert chrome_name(names.split("-")[-1].split("_")[-1] + " footer")


@pytest.mark.parametrize("names", ["even sect_commentlinks", "commentlist", "news_right_bar_one", "author-block__pic"])
def test_what_stands_around_an_article_is_known_by_its_names(names: str) -> None:
    assert chrome_name(names)


def test_a_sections_title_like_the_windows_is_not_the_articles_where_the_h1_says_it_in_other_words() -> None:
    page = read_page(
        "<html lang=en><head><title>Ferries of the islands in 2026</title></head><body><main>"
        f"<h1>Five ferries of the islands that you should know</h1><div>{PROSE}"
        f"<h2>Ferries of the islands in 2026</h2>{long('she')}</div></main></body></html>"
    )
    assert page.found("title") == "Five ferries of the islands that you should know"
    assert texts(page)[0] == TEXT[0]


def test_what_stands_between_the_title_and_what_the_reader_took_is_the_article_where_it_is_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = "".join(f"<section><div class={name.split()[1]}>{long(name)}</div></section>" for name in HEADS)
    last = "The cows went with it, and so did the keys, and that was that for all of the people of the island."
    last += f" {TEXT[0]} {TEXT[1]}"
    monkeypatch.setattr(web_page, "read", lambda *_, **__: Extraction(("".join(last.split()),)))
    parts += f"<section><div class=end><p>{last}</p></div></section>"
    page = read_page(f"<html lang=en><body><h1>The ferry that left</h1>{parts}</body></html>")
    assert texts(page)[-1] == last
    assert len(texts(page)) == 1 + len(HEADS) * len(TEXT)


def test_the_first_entries_are_the_articles_where_the_reader_has_the_last_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(web_page, "read", lambda *_, **__: Extraction(("".join(TEXT[-1].split()),)))
    entry = "<section><h2>{}</h2><div class=text><p>{}</p></div><div><img src=a.png></div></section>".format
    parts = "".join(entry(name, text) for name, text in zip(HEADS, TEXT, strict=True))
    page = read_page(f"<html lang=en><body><article><h1>The ferry that left</h1>{parts}</article></body></html>")
    assert [*filter(None, texts(page))] == [one for pair in zip(HEADS, TEXT, strict=True) for one in pair]


def test_the_titles_of_chapters_that_are_no_headings_stand_in_elements_of_one_name() -> None:
    head = "<div class=part><header class=head><span>{}</span> <span>{}</span></header></div>"
    parts = "".join(
        head.format(at, name) + f"<div class='text t{at}'>{long('it')}</div>" for at, name in enumerate(HEADS)
    )
    assert {f"{at} {name}" for at, name in enumerate(HEADS)} <= {*texts(read(within=parts))}
