"""What a page holds of other articles: teasers, headings over links, lines that lead on, readers' letters."""

from __future__ import annotations

import re

import pytest

from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told
from tests.importing.test_lines_of_sites import REST, page


def test_teasers_over_the_title_are_none_of_the_text() -> None:
    card = "<div class=node><h2><a href=/{0}>{1}</a></h2><div class=body><p>{1}</p></div></div>"
    cards = "".join(card.format(at, f"{text[:-1]}, {at}.") for at, text in enumerate(TEXT * 3))
    own = f"<div class=node><h2>The ferry that left</h2><div class=body>{PROSE}</div></div>"
    head = '<meta property="og:title" content="The ferry that left">'
    found = read_page(f"<html lang=en>{head}<body><div>{cards}</div><div class=main>{own}</div>")
    assert texts(found) == TEXT


def test_a_line_that_is_but_a_link_to_another_site_is_the_articles() -> None:
    head = '<link rel=canonical href=a.html><meta property=og:url content="https://www.{}/a"><title>x</title>'
    line = "<ul><li><a href='https://{}/b'>The report of the council on the ferry and its crew</a></li></ul>"
    for own, site, is_own in (
        ("ferry.example", "council.example", True),
        ("ferry.example", "sub.ferry.example", False),
        ("ferry.example", "ferry.example", False),
        ("ferry.example", "ferry.co.uk", False),
        ("bbc.example", "www.bbc.co.uk", False),
    ):
        body = f"<h1>The ferry that left</h1><div>{PROSE}{line.format(site)}{REST}</div>"
        found = read_page(f"<html lang=en><head>{head.format(own)}</head><body>{body}")
        assert ("The report of the council on the ferry and its crew" in texts(found)) == is_own


def test_what_readers_wrote_is_none_of_the_text_as_the_page_tells_machines() -> None:
    said = "".join(f"<div class=x><div>Jo Doe</div><span>{text[:-1]}, I think.</span></div>" for text in TEXT)
    kind = "https://schema.org/UserComments"
    found = page(f"{PROSE}{REST}<div itemscope itemtype='{kind}'>{said}</div>")
    assert len(texts(found)) == 2 * len(TEXT)
    assert "I think" in told(found)


def test_a_beginning_that_breaks_off_between_links_is_that_of_another_article() -> None:
    card = "<div class=z{0}><a href=/{0}>The bell of {0}</a><p>{1}</p><a href=/{0}>» Go on</a><a href=/x>More</a></div>"
    cards = "".join(card.format(at, f"{text[:-1]} ...") for at, text in enumerate(TEXT))
    assert len(texts(page(f"{PROSE}{REST}{cards}"))) == 2 * len(TEXT)
    assert f"{TEXT[0][:-1]} ..." in texts(page(f"{PROSE}<p>{TEXT[0][:-1]} ...</p>{REST}"))


def test_a_line_with_a_link_under_one_that_leads_on_is_none_of_the_text() -> None:
    link = "<a href=/b>the boat that nobody had seen in all those years</a>"
    line = f"• The council bought the boat and gave it to the museum, as was said in May: {link}"
    found = page(f"{PROSE}{REST}<p><b>Artículos relacionados</b><br>{line}</p>")
    assert len(texts(found)) == 2 * len(TEXT)
    assert len(texts(page(f"{PROSE}{REST}<p>{line}</p>"))) == 2 * len(TEXT) + 1


def test_a_heading_over_links_alone_at_the_end_is_none_of_the_text() -> None:
    links = "".join(f"<a href=/{at}>The bell of {at}</a><br>" for at in range(3))
    assert len(texts(page(f"{PROSE}{REST}<h2>Do not miss</h2>{links}"))) == 2 * len(TEXT)


def test_a_heading_under_a_link_without_words_is_that_of_another_article() -> None:
    card = "<li class=item><h2>{0}</h2><p>That is what they say of it, and more.</p><a href=/b title='{0}'></a></li>"
    cards = "".join(map(card.format, ("The bell of the island", "The lamp of the quay", "A museum of boats")))
    found = page(f"{PROSE}{REST}</div><div class=more><ul>{cards}</ul>")
    assert len(texts(found)) == 2 * len(TEXT)


def test_what_sends_readers_on_within_a_paragraph_is_no_word_of_it() -> None:
    lead = "<span>À LIRE AUSSI <b><a href=/b>The bell of the island</a></b></span>"
    found = read(within=f"<p>Nobody there had waved, she said.<br>{lead} Only one dog was at the quay, he said.</p>")
    assert "Only one dog was at the quay, he said." in texts(found)
    assert "À LIRE AUSSI The bell of the island" in told(found)
    kept = "<span>as one may read in <a href=/b>the letters</a></span>"
    assert f"It left, {'as one may read in the letters'}." in texts(read(within=f"<p>It left, {kept}.</p>"))


def test_a_link_and_its_day_are_one_to_another_article() -> None:
    item = "<li><a href=/{0}>The bell of the island rings no more in {0}</a>（2022年08月10日）</li>".format
    items = "".join(map(item, ("May", "June", "July")))
    for own in (items, items.replace("2022年08月10日", "08月10日 09:30")):
        assert len(texts(page(f"{PROSE}{REST}<ol>{own}</ol>"))) == 2 * len(TEXT)


def test_links_that_an_open_sentence_introduces_at_the_end_are_the_articles() -> None:
    links = "".join(
        f"<li><a href='https://council.example/{at}'>Report {at} of the council</a></li>" for at in range(3)
    )
    said = "All of it, and what the crew has said of it since May, stands in the reports of the council:"
    assert texts(page(f"{PROSE}{REST}<p>{said}</p><ul>{links}</ul>"))[-1] == "Report 2 of the council"
    assert len(texts(page(f"{PROSE}{REST}<ul>{links}</ul>"))) == 2 * len(TEXT)


def test_a_day_and_a_link_may_be_an_item_of_the_articles_own_list() -> None:
    item = "<li>{0} mai 2016 : <a href=/{0}>What the letters wrote of the ferry on that day</a></li>".format
    told_of = "All that was written of it, and that was a lot, is in this list, day by day, and may be read there"
    found = texts(page(f"{PROSE}<p>{told_of}</p><ul>{''.join(map(item, (3, 4, 5)))}</ul>{REST}", "fr"))
    assert "3 mai 2016 : What the letters wrote of the ferry on that day" in found


def test_a_list_of_links_with_their_beginnings_under_a_line_that_leads_on_is_the_sites() -> None:
    item = (
        "<li><a href=/{0}>The bell of the {0}</a> - It rang at noon, and the people of it set their clocks by it.</li>"
    )
    items = "".join(map(item.format, ("island", "quay", "church")))
    found = page(f"{PROSE}{REST}<p>Lesen Sie auch:</p><ul>{items}</ul>")
    assert len(texts(found)) == 2 * len(TEXT)
    own = items.replace("<a href=/island>The bell of the island</a>", "The bell")
    assert len(texts(page(f"{PROSE}{REST}<p>Lesen Sie auch:</p><ul>{own}</ul>"))) == 2 * len(TEXT) + 3


def test_a_list_of_terms_that_are_links_alone_is_one_of_other_articles() -> None:
    term = (
        "<dt><a href=/{0}>10:17 The bell of the {0}</a></dt><dd>It rang at noon, and they set their clocks by it.</dd>"
    )
    terms = "".join(map(term.format, ("island", "quay", "church")))
    assert len(texts(page(f"{PROSE}{REST}<dl>{terms}</dl>"))) == 2 * len(TEXT)
    own = terms.replace("<a href=/island>10:17 The bell of the island</a>", "The bell of the island")
    assert len(texts(page(f"{PROSE}{REST}<dl>{own}</dl>"))) > 2 * len(TEXT)


def test_the_title_of_an_article_that_the_page_links_elsewhere_is_none_of_the_text() -> None:
    title = "The bell of the ferry: who rang it, and what was heard on the island that day"
    film = f"<div class=film><span>350</span><div class=x><span>{title}</span></div></div>"
    listed = f"<aside><a href=/bell>{title}</a></aside>"
    assert title in texts(page(f"{PROSE}{film}{REST}"))
    assert title not in texts(page(f"{PROSE}{film}{REST}</div>{listed}<div>"))


def test_a_heading_in_brackets_under_which_nothing_is_left_goes_with_it() -> None:
    assert len(texts(page(f"{PROSE}{REST}<p>＜See also＞</p><p><a href=/b>The bell of the ferry</a></p>"))) == 2 * len(
        TEXT
    )


def test_a_copy_of_the_text_that_is_hidden_is_none_of_it() -> None:
    copy = re.sub("<[^>]*>", " ", PROSE + REST)
    said = f'{{"@type": "NewsArticle", "articleBody": "{copy}"}}'
    head = f"<html lang=en><title>x</title><script type=application/ld+json>{said}</script>"
    found = read_page(f'{head}<h1>x</h1><div>{PROSE}{REST}</div><div style="display:none">{copy}</div>')
    assert len(texts(found)) == 2 * len(TEXT)


def test_a_menu_with_bars_is_none_of_the_text_however_long_it_is() -> None:
    menu = " | ".join(f"<a href=/{at}>The ferries and their bells, part {at}</a>" for at in range(9))
    assert len(texts(page(f"<div>{menu}</div>{PROSE}{REST}<div>{menu}</div>"))) == 2 * len(TEXT)


def test_the_address_of_the_page_itself_is_none_of_the_text() -> None:
    own = "https://www.ferry.example/a"
    head = f'<link rel=canonical href="{own}"><title>x</title>'
    for line in (own, f"Permanent address: {own}"):
        found = read_page(f"<html lang=en><head>{head}</head><body><h1>x</h1><div>{PROSE}<p>{line}</p>{REST}</div>")
        assert len(texts(found)) == 2 * len(TEXT)


TITLES = ["Why the bell rings a minute late", "The council sells its lamp?", "A school for crews opens"]


@pytest.mark.parametrize(
    "box",
    [
        "<div><h2>Most read</h2><ol>{items}</ol></div>{rest}",
        "{rest}<div><h3>Mehr zum Thema</h3><ul>{dated}</ul></div>",
        "{rest}<p>[相关阅读]</p>{lines}",
        "<h4>Δείτε ακόμη</h4><ul>{items}</ul>{rest}",
        "{rest}<div><p>Meest gelezen</p>{cards}</div>",
        "<div><b>Läs mer:</b>{lines}</div>{rest}",
        "{rest}<h4>I più letti</h4><ul><li><a>{items}</a></li></ul>",
        "<p><b>Lea también: A school for crews opens</b></p>{rest}",
        "<p>À lire aussi : A school for crews opens</p>{rest}",
    ],
)
def test_titles_under_a_line_that_leads_on_are_none_of_the_text_though_they_have_no_links(box: str) -> None:
    items = "".join(f"<li>{title}</li>" for title in TITLES)
    dated = "".join(f"<li><span>1{at}.03.2024</span> {title}</li>" for at, title in enumerate(TITLES))
    lines = "".join(f"<p>{title}</p>" for title in TITLES)
    cards = "".join(f"<div><i>{at}</i><p>{title}</p></div>" for at, title in enumerate(TITLES))
    found = page(f"{PROSE}{box.format(items=items, dated=dated, lines=lines, cards=cards, rest=REST)}")
    assert len(texts(found)) == 2 * len(TEXT)


@pytest.mark.parametrize(
    "part",
    [
        "<button>Read more</button><ul>{items}</ul>{rest}",  # it unfolds the text
        "{rest}<h3>Further reading</h3><ul>{items}</ul>",
        "{rest}<h3>What it sold</h3><ul>{items}</ul>",
    ],
)
def test_a_list_of_the_article_stays(part: str) -> None:
    items = "".join(f"<li>{title}</li>" for title in TITLES)
    assert {*TITLES} <= {*texts(page(f"{PROSE}{part.format(items=items, rest=REST)}"))}
