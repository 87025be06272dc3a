"""What stands in elements of its own among the paragraphs: told beside the text, pictured, offered, asked."""

from __future__ import annotations

from itertools import pairwise

import pytest

from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told
from tests.importing.test_pictures_on_pages import captions

FACTS = (
    "<h3>The ferry in numbers</h3><ul><li>Built in the year in which the second quay of the island was opened.</li>"
    "<li>Crew: nine</li></ul><p>It has carried two million people, and some of their cows, to the town and back.</p>"
)


@pytest.mark.parametrize("box", ["<aside class=box>{}</aside>", "<div role=complementary>{}</div>"])
def test_what_is_told_beside_the_text_comes_in_with_it(box: str) -> None:
    shown = texts(read(within=box.format(FACTS)))
    assert [text for text in shown if text in FACTS] == [
        "The ferry in numbers",
        "Built in the year in which the second quay of the island was opened.",
        "Crew: nine",
        "It has carried two million people, and some of their cows, to the town and back.",
    ]
    for more in ("<a href=/b>More of this</a>", "<button>Follow</button>", "<p>Related articles</p>"):
        assert "Crew: nine" not in texts(read(within=box.format(FACTS + more)))
    assert "Crew: nine" not in texts(read(below=box.format(FACTS)))


NOTE = "It has carried two million people, and some of their cows, to the town and back."


@pytest.mark.parametrize(
    "box",
    [f"<aside><h3>The ferry in numbers</h3><p>{NOTE}</p></aside>", f"<div class=alert role=alert><p>{NOTE}</p></div>"],
)
def test_a_note_among_the_paragraphs_is_the_articles(box: str) -> None:
    assert NOTE in texts(read(within=box))
    assert NOTE not in texts(read(within=box.replace("</p>", "</p><a href=/b>More of this</a>")))
    assert NOTE not in texts(read(below=box))


UNDER = "<div class=pic><div><img src=a.png></div><div><span>{}</span></div></div>"


def test_a_short_line_under_a_picture_is_its_caption() -> None:
    assert captions(read(within=UNDER.format("The quay"))) == ["The quay"]
    assert captions(read(within="<img src=a.png alt='The quay'><div><span>The quay</span></div>")) == ["The quay"]
    for other in (TEXT[0].replace("ferry", "barge"), "2:34 The quay in the morning"):
        assert captions(read(within=UNDER.format(other))) == []


def test_a_form_around_the_whole_page_asks_for_nothing() -> None:
    caption = "<table><tr><td><img src=a.png></td></tr><tr><td><p>The crew at the quay</p></td></tr></table>"
    body = f"<h1>The ferry that left</h1><div class=a>{PROSE}{caption}{PROSE.replace('ferry', 'boat')}</div>"
    for page in ("<body>{}", '<body><form id="aspnetForm" action="./a.aspx">{}</form>'):
        shown = read_page(f"<html lang=vi>{page.format(body)}")
        assert "The crew at the quay" in texts(shown)


def test_the_portrait_of_the_author_is_none_of_the_text() -> None:
    page = read(title="<h1>The ferry that left</h1><p class=author>Ada Brandt</p>", within=UNDER.format("Ada Brandt"))
    assert captions(page) == []


def test_a_caption_goes_on_where_the_description_of_the_picture_breaks_off() -> None:
    said = "The quay of the island in the morning of the day on which"
    whole = f"{said} it left for good, with all of the crew, and two cows, and the keys that the council has now."
    box = f"<div class=pic><p><img src=a.png alt='{said} …'></p><div><p>{whole}</p></div></div>"
    assert captions(read(within=box)) == [whole]


def test_a_label_over_a_picture_is_no_caption() -> None:
    assert captions(read(within="<div><p>Advert</p><p><img src=a.png></p></div>")) == []


def test_what_a_link_says_of_its_window_is_no_word_of_the_text() -> None:
    page = read(
        within="<p>The <a href=/b>report<span>, opens new tab</span></a> says so, and nobody opens a window.</p>"
    )
    assert "The report says so, and nobody opens a window." in texts(page)
    assert "opens new tab" in told(page)


def test_a_paragraph_in_a_box_with_an_appeal_stays() -> None:
    said = f"{TEXT[0]} {TEXT[1]}"
    box = (
        f"<section><h3>What they say</h3><p>{said}</p><button>Give</button><p>Support us with a donation!</p></section>"
    )
    page = read_page(f"<html lang=en><title>x</title><article><section>{PROSE * 2}{PROSE}</section>{box}</article>")
    assert texts(page)[-2:] == ["What they say", said]


def test_a_heading_of_what_is_registered_is_no_offer() -> None:
    table = "<table><tr><th>Who<th>What<tr><td>1<td>Two cows<tr><td>2<td>A bell</table>"
    part = f"<div class=b><h2>What was found (Register)</h2>{table}</div>"
    found = read_page(f"<html lang=en><title>x</title><article><h1>The ferry</h1><div class=a>{PROSE}</div>{part}")
    assert "What was found (Register)" in texts(found)


def test_the_text_that_goes_on_under_a_heading_to_read_on_is_no_offer() -> None:
    rest = "".join(f"<p>{one.replace('ferry', 'barge')} {two}</p>" for one, two in pairwise(TEXT))
    page = read_page(
        f"<html lang=en><title>x</title><body><article><h1>The ferry that left</h1><div class=a>{PROSE}</div>"
        f"<h4>Continue reading</h4><div class=b>{rest}</div></article>"
    )
    assert len(texts(page)) == len(TEXT) + 3


def test_what_asks_for_consent_needs_no_button() -> None:
    ask = (
        "To show what is embedded we need your consent, since its makers set cookies and have a privacy notice that "
        "says what they do with all of that."
    )
    page = read(within=f"<figure><div class=a><div>{ask}</div></div></figure>")
    assert ask not in texts(page)
    assert ask in texts(read(within=f"<p>{ask}</p>"))
    form = f"<form><div><h1>The ferry</h1>{PROSE * 3}<div>{PROSE}<p>{ask}</p></div></div></form>"
    assert ask in texts(read_page(f"<html lang=en><title>x</title>{form}"))


@pytest.mark.parametrize("line", ["Read also Jo Doe, <a href=/b>The bell of the island</a>, in June", ""])
def test_a_line_that_begins_as_one_that_leads_on_and_links_is_the_sites(line: str) -> None:
    page = read(
        within=f"<p>{line}</p><p>Read also what is <a href=/b>said</a> of it in the letters of the council to us.</p>"
    )
    assert not [text for text in texts(page) if text.startswith("Read also Jo")]
    assert [text for text in texts(page) if text.startswith("Read also what")]


def test_a_standfirst_stands_under_the_day_too() -> None:
    lede = "Some say that nobody waved, and some that they did."
    page = read(title=f"<h1>The ferry that left</h1><div>7 May 2024</div><p>{lede}</p>")
    assert texts(page)[:2] == [lede, TEXT[0]]


def test_whose_a_picture_is_that_did_not_come_in_is_none_of_the_text() -> None:
    page = read_page(
        f"<html lang=en><title>x</title><body><div><h1>The ferry that left</h1><p>Photo: AFP</p>{PROSE}"
        f"{PROSE.replace('ferry', 'boat')}</div>"
    )
    assert texts(page)[0] == TEXT[0]


def test_a_long_paragraph_that_stands_in_the_text_again_is_kept_once() -> None:
    page = read_page(
        f"<html lang=en><title>x</title><body><div>{'<p>' + ' '.join(TEXT) + '</p>'}{PROSE}<p>{' '.join(TEXT)}"
    )
    assert texts(page).count(" ".join(TEXT)) == 1


def test_a_caption_with_the_name_of_who_made_it_may_be_longer() -> None:
    said = "The quay of the island in the morning of the day on which it left for good, and so. Photo: A. Rasch / AP"
    assert captions(read(within=UNDER.format(said))) == [said]


def test_what_unfolds_a_caption_or_a_box_is_no_word_of_it() -> None:
    figure = "<figure><img src=a.png><figcaption>The quay <span role=button>Vis mer</span></figcaption></figure>"
    assert captions(read(within=figure)) == ["The quay"]
    shown = texts(read(within=f"<aside>{FACTS}<div>Vis mer</div></aside>"))
    assert "Crew: nine" in shown


def test_a_list_of_links_that_ends_the_page_under_a_heading_of_the_sites_is_none_of_the_text() -> None:
    item = "<li>The bell of the {0} rings no more. <a href=/{0}>So it is, they say</a></li>"
    more = f"<p class=promo>More great stories</p><ul>{''.join(map(item.format, ('quay', 'bay', 'sea')))}</ul>"
    page = read_page(
        f"<html lang=en><title>x</title><body><div>{PROSE}{PROSE.replace('ferry', 'boat')}{{}}</div>".format(more)
    )
    assert texts(page)[-1] == TEXT[2]


def test_lines_of_one_form_between_the_paragraphs_are_heads_of_the_text() -> None:
    heads = ("The first year", "A second quay", "Nobody waved")
    line = "<div class=b>{}</div>".format
    text = "".join(f"{line(head)}{PROSE.replace('ferry', head)}" for head in heads)
    page = "<html lang=en><title>x</title><body><div class=text>{}{}</div>"
    assert [one for one in texts(read_page(page.format(PROSE, text))) if one in heads] == list(heads)
    same = "".join(f"{line('Advertising')}{PROSE.replace('ferry', head)}" for head in heads)
    assert "Advertising" not in texts(read_page(page.format(PROSE, same)))


def choices(kind: str) -> str:
    return "".join(f"<{kind}><input type=radio>{answer}</{kind}>" for answer in ("Yes", "No", "I do not care"))


PRESSED = "<button>Two metres</button><button>Three metres</button>"


@pytest.mark.parametrize(
    "box",
    [
        f"<h3>Poll</h3><p>Should the lamp stay?</p>{choices('div')}<span>1,204 votes</span>",
        f"<p>投票：铜灯应该保留吗？</p><ul>{choices('li')}</ul><p>已有1204人参与</p><button>提交</button>",
        f"<h3>Quiz: how well do you know it?</h3><p>1 of 5</p><p>How high is the tide in May?</p>{PRESSED}",
        "<p>Faut-il garder la lampe ?</p><ul><li>Oui 62 %</li><li>Non 38 %</li></ul><p>1 204 votes</p>",
        "<p>Πρέπει να μείνει η λάμπα;</p><ul><li>Ναι</li><li>Όχι</li></ul><p>Ψηφίστε</p>",
    ],
)
def test_what_readers_are_asked_is_none_of_the_text(box: str) -> None:
    assert texts(read(within=f"<div class=q>{box}</div>")) == texts(read())


@pytest.mark.parametrize(
    "box",
    [
        "<p>What is left of it?</p><ul><li>A lamp</li><li>A book</li></ul>",
        "<p>The vote in the council:</p><ul><li>Holm: 12 votes</li><li>Brandt: 9 votes</li></ul>",
        f"<input type=radio>{PROSE}",
    ],
)
def test_what_is_asked_in_the_text_stays(box: str) -> None:
    found = read(within=f"<div class=q>{box}</div>")
    assert not [aside for aside in found.asides if aside.text in box]


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3><button aria-expanded=false aria-controls=x>{}<svg></svg></button></h3><p id=x hidden>{}</p></div>",
        "<dl><dt><button aria-expanded=true>{}</button></dt><dd>{}</dd></dl>",
        "<details><summary><h3>{}</h3></summary><p>{}</p></details>",
    ],
)
def test_a_heading_that_unfolds_what_stands_under_it_is_one_and_that_is_of_the_text(box: str) -> None:
    said = ["Will the lamp stay?", "Nobody has said so, and the fishermen were told to write a letter."]
    assert [text for text in texts(read(within=box.format(*said))) if text in said] == said
    pressed = "<h3><button aria-expanded=false>Share this</button></h3><a href=/f>Facebook</a>"
    assert texts(read(within=f"<div>{pressed}</div>")) == texts(read())
