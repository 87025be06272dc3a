"""What stands over, within and under an article and is none of it, by the way it stands there."""

from __future__ import annotations

import pytest

from edition.importing import Article
from edition.importing.web_page import read_page

TEXT = [
    "The ferry left at noon, and nobody waved; it will not come back, they say, and the keys are with the council.",
    "There was a time when the people of the island knew each of the crew by name, and they knew what was said.",
    "In the end the council sold it to a museum, which has no water, and where children may now ring the bell.",
]
PROSE = "".join(f"<p>{text}</p>" for text in TEXT)


def read(above: str = "", within: str = "", below: str = "", title: str = "<h1>The ferry that left</h1>") -> Article:
    return read_page(
        "<!DOCTYPE html><html lang=en><head><title>The ferry that left</title>"
        '<meta property="og:title" content="The ferry that left"></head><body><div class="page">'
        f'<article>{above}{title}<div class="text">{PROSE}{within}{PROSE.replace("ferry", "boat")}</div></article>'
        f"{below}</div></body></html>"
    )


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind != "picture"]


def told(article: Article) -> str:
    return " ".join(aside.text for aside in article.asides)


def test_an_inline_link_that_is_hidden_is_no_word_of_its_paragraph() -> None:
    page = read(within='<p>It was told twice by those who saw it go. <a href="" style="display: none">edit</a></p>')
    assert "It was told twice by those who saw it go." in texts(page)
    assert "edit" in told(page).split()


def test_a_word_that_is_there_twice_to_be_explained_is_said_once() -> None:
    twice = "<span class=tip><a href=/words/2>galley</a></span><span class=shown>galley</span>"
    assert "It was a galley of some age." in texts(read(within=f"<p>It was a {twice} of some age.</p>"))
    again = "<span>Never</span><span>Never</span>"
    assert "It was NeverNever land." in texts(read(within=f"<p>It was {again} land.</p>"))


@pytest.mark.parametrize(
    "kicker",
    [
        '<h2 class="kicker"><button title="x">Follow this</button></h2>',
        '<h3 class="kicker"><span>Minute by minute</span></h3>',
        "<h2>Our islands</h2><h3>Live</h3>",
    ],
)
def test_headings_over_the_title_are_the_sites(kicker: str) -> None:
    page = read(above=kicker)
    assert texts(page)[0] == TEXT[0]
    assert all(block.kind == "paragraph" for block in page.blocks)


def test_a_button_in_a_heading_is_none_of_its_words() -> None:
    page = read(within="<h2>The crew <button>Listen</button></h2>")
    assert "The crew" in texts(page)
    assert "Listen" in told(page)


def test_the_name_of_a_pictures_file_is_no_description_of_it() -> None:
    named = "<figure><img src=/2019/190419gak01-w1280.jpg alt='{}'></figure>"
    for alt, told_of_it in (("190419gak01", ""), ("190419gak01-w1280.jpg", ""), ("R2D2", "R2D2"), ("2019", "2019")):
        (picture,) = [block.text for block in read(within=named.format(alt)).blocks if block.kind == "picture"]
        assert picture == told_of_it


def test_a_picture_says_nothing_again_that_its_caption_says() -> None:
    page = read(within="<figure><img src=a.png alt='Leaving port'><figcaption>Leaving port (AP)</figcaption></figure>")
    assert [block.text for block in page.blocks if block.kind == "picture"] == [""]
    page = read(within="<figure><img src=a.png alt='A boat'><figcaption>Leaving port (AP)</figcaption></figure>")
    assert [block.text for block in page.blocks if block.kind == "picture"] == ["A boat"]


def test_an_article_within_a_heading_is_an_article() -> None:
    page = read_page(
        f"<html lang=en><title>The ferry</title><body><h4>The ferry</h4><h4><div class=m>{PROSE}"
        f"{PROSE.replace('ferry', 'boat')}</div></h4></body></html>"
    )
    assert texts(page)[:3] == TEXT
    assert {block.kind for block in page.blocks} == {"paragraph"}


def test_the_title_and_the_author_over_and_under_a_standfirst_are_said_once() -> None:
    lede = "The agent of 45 years worked in the guard of the harbour, it is said, and sold it for the price of a bell."
    page = read(title=f"<h1>The ferry that left</h1><p class=lead>{lede}</p><h2>The ferry that left</h2>"
                "<h5>By Ada Brandt, Holm</h5>")  # fmt: skip
    assert texts(page)[:2] == [lede, TEXT[0]]
    assert page.found("author") == "Ada Brandt"


def test_a_standfirst_under_the_name_of_a_series_is_the_articles() -> None:
    lede = "Half of those who were on the ferry say that they did not hear it! They trust no bell ... (and no clock)"
    lead = f"<h2>On bells</h2><div class=article_lead>{lede}</div>"
    page = read(title=f"<h3>The ferry that left</h3><div class=text>{lead}{PROSE}</div>")
    assert texts(page)[:3] == ["On bells", lede, TEXT[0]]


def test_a_title_may_stand_in_an_item_with_more_and_a_path_to_the_page_ends_with_none() -> None:
    head = "<h2>Latest</h2><ul><li><div>12 May 2024 (08:20)</div><h1>The ferry that left</h1></li></ul>"
    meta = '<meta property="og:title" content="LOOK: The ferry that left"><title>The ferry that left</title>'
    page = read_page(f"<html lang=en><head>{meta}</head><body>{head}<div class=text>{PROSE}</div>")
    assert (page.found("title"), page.found("issued")) == ("The ferry that left", "2024-05-12")
    path = "<ul><li>Home</li><li><h1><img src=/a.png alt=Ferries></h1></li></ul>"
    assert read(above=path).found("title") == "The ferry that left"


def test_the_days_in_a_bar_beside_the_title_are_of_other_articles() -> None:
    bar = "<div class=commonSidebar><div>The bell</div><div>2024-05-12 06:51</div></div>"
    line = "<p>2012-01-06 12:47 Source: Harbour Post</p><h1>The ferry that left</h1>"
    title = "<title>The ferry that left</title>"
    page = read_page(f"<html lang=en>{title}<body><div>{bar}<div class=narrow>{line}{PROSE}</div></div>")
    assert page.found("issued") == "2012-01-06"


def test_a_list_that_is_called_related_stays_out() -> None:
    page = read(above='<ul aria-label="Contenido relacionado"><li>Mar <a href="/b">The bell of the ferry</a></li></ul>')
    assert "The bell" not in " ".join(texts(page))


def test_a_number_under_the_text_is_the_sites() -> None:
    page = read_page(f"<html lang=en><title>x</title><body><div>{PROSE}{PROSE.replace('f', 'b')}<div>17302</div></div>")
    assert "17302" in told(page)
    assert "17302" not in texts(page)


def test_the_name_of_a_part_of_the_site_is_no_author() -> None:
    page = read_page(
        "<html lang=zh><title>海上的船</title><body><nav><a href=/g>股市行情</a></nav><h1>海上的船离开了港口</h1>"
        "<p class=author>股市行情</p>"
        + "<p>渡轮在中午离开了港口，没有人挥手告别，他们说它不会再回来了，钥匙在市议会手里。</p>"
        * 4
    )
    assert page.found("author") == ""


def test_comments_that_are_longer_than_the_article_stay_out() -> None:
    said = "What a story, I was on that ferry as a child and I have to say that it was never on time, not even once."
    comments = "".join(
        f'<div class="row"><p class="who">Reader {at}</p><div class="x_comment_text"><p>{said} {at}.</p></div></div>'
        for at in range(12)
    )
    page = read(below=f'<div class="list">{comments}</div>')
    assert not [text for text in texts(page) if "as a child" in text]
    assert told(page).count("as a child") == 12


def test_a_caption_for_small_and_one_for_large_windows_is_one() -> None:
    caption = "<figcaption class='{}'><p>Leaving port</p><p>Photo: A. Brandt</p></figcaption>"
    page = read(within=f"<div><figure><img src=a.png>{caption.format('a')}</figure>{caption.format('b')}</div>")
    assert texts(page).count("Photo: A. Brandt") == texts(page).count("Leaving port") == 1
    assert told(page).count("Photo: A. Brandt") == 1


@pytest.mark.parametrize("line", ["Foto: Ada Brandt | Lizenz: CC BY", "Photo by Ada Brandt", "写真：ブラント"])
def test_a_bold_line_under_a_picture_that_says_whose_it_is_is_its_caption(line: str) -> None:
    page = read(within=f"<p><img src=a.png></p><p><strong>{line}</strong></p>")
    assert [block.kind for block in page.blocks if block.text == line] == ["caption"]


def test_a_standfirst_of_two_sentences_is_no_title_of_a_section() -> None:
    lede = (
        "The agent of 45 years worked in the guard of the harbour. He is said to have sold it for the price of a bell"
    )
    page = read(title=f"<h1>The ferry that left</h1><h2>{lede}</h2>")
    assert [block.kind for block in page.blocks if block.text == lede] == ["paragraph"]


@pytest.mark.parametrize("byline", ["Ada Brandt", "By Ada Brandt"])
def test_an_author_in_the_heading_is_no_part_of_the_title(byline: str) -> None:
    page = read(title=f"<h1>The ferry that left<br><small>{byline}</small></h1>")
    assert page.found("title") == "The ferry that left"
    assert byline in told(page)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Inscrivez-vous gratuitement", "<ul><li>Une sélection de newsletters</li></ul>"),
        (
            "Få fuld adgang og læs resten",
            "<p>For at læse denne artikel skal du have et digitalt abonnement hos os.</p>",
        ),
        ("Subscribe to read the rest", "<p>For one pound a month you read all that we write, wherever you may be.</p>"),
    ],
)
def test_an_offer_in_place_of_the_rest_is_none_of_the_text(heading: str, said: str) -> None:
    page = read(below=f'<div class="xb"><h2>{heading}</h2>{said}</div>')
    assert heading not in texts(page)
    assert texts(page)[-1].startswith("In the end")
    assert heading in told(page)


def test_a_section_about_subscriptions_stays() -> None:
    page = read(within="<h2>Why they subscribe</h2><p>They subscribe for the ferry’s sake, and for the bell.</p>")
    assert "Why they subscribe" in texts(page)


def test_a_teaser_in_the_midst_is_none_of_the_text() -> None:
    link = '<h2><a href="/bell">The bell of the ferry</a></h2>'
    page = read(within=f'<div class="x">{link}<p>Children ring it, so often that...</p></div>')
    assert not [text for text in texts(page) if "Children ring it" in text]
    assert "Children ring it" in told(page)


def test_tables_that_hold_nothing_but_a_link_are_none_of_the_text_and_tables_of_data_are() -> None:
    link = '<a href="/b">The bell of the ferry, and who rings it</a>'
    offers = f"<table><tr><th>Read:</th></tr><tr><td></td><td>{link}</td></tr></table>"
    data = "<table><tr><th>Island</th><th>Boats</th></tr><tr><td><a href=/i>Holm</a></td><td>4</td></tr></table>"
    page = read(within=offers + data)
    assert not [text for text in texts(page) if "who rings it" in text]
    assert [text for text in texts(page) if "Holm" in text]


@pytest.mark.parametrize("classes", ["label abo", "badge", "article__premium-flag premium"])
def test_a_badge_in_the_title_is_no_part_of_it(classes: str) -> None:
    page = read(title=f'<h1>The ferry that left <span class="{classes}">Members</span></h1>')
    assert page.found("title") == "The ferry that left"
    assert "Members" in told(page)


def test_a_long_heading_alone_under_the_title_is_the_standfirst() -> None:
    said = "Those who knew her best say that the sea had no part in it, and that the council had"
    page = read(title=f"<h1>The ferry that left</h1><h2>{said}</h2>")
    assert [block.kind for block in page.blocks if block.text == said] == ["paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Holm, 2. November 2021",
        "Submitted on Tue, 2021-11-02 13:49",
        "发布日期：2021-11-02 14:34:05 所属分类：<a>海</a>",
    ],
)
def test_the_day_between_title_and_text_is_found_whatever_else_the_line_says(line: str) -> None:
    assert read(title=f"<h1>The ferry that left</h1><p class=x>{line}</p>").found("issued") == "2021-11-02"


def test_a_day_with_its_hour_over_the_text_is_found_without_a_title() -> None:
    above = "<div>Ada Brandt | ada@example.org | 2021-11-02 16:52:59</div>"
    page = read_page(f"<html lang=en><title>News</title><body>{above}<div>{PROSE}{PROSE.replace('f', 'b')}</div>")
    assert page.found("issued") == "2021-11-02"


def test_of_two_days_between_title_and_text_neither_is_guessed() -> None:
    lines = "<p>Holm, 2. November 2021</p><p>Seen 3. November 2021 by many</p>"
    assert read(title=f"<h1>The ferry that left</h1>{lines}").found("issued") == ""


def test_a_hidden_heap_of_words_does_not_keep_a_page_out() -> None:
    heap = "spam " * 30_000
    page = read(below=f'<div style="display:none">{heap}</div>')
    assert texts(page)[0] == TEXT[0]
    assert len(told(page)) > 100_000


def test_a_copy_of_a_paragraph_is_one_though_a_dash_stands_before_it() -> None:
    long = [f"{one} {other}" for one, other in zip(TEXT, (*TEXT[1:], TEXT[0]), strict=True)]
    own = "".join(f"<p>{text}</p>" for text in long)
    long.append(TEXT[0])
    own = f"{own}<p>{TEXT[0]}</p>"
    again = (
        f"<h2>Read also</h2><div class=text><p>{long[0]}</p><p>- {long[1]}</p><p>{long[2]}</p><p>{long[3]}</p></div>"
    )
    page = read_page(f"<html lang=en><title>x</title><body><h1>The ferry</h1><div class=text>{own}</div>{again}</body>")
    assert texts(page) == long
