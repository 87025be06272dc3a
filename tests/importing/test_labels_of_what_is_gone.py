"""Lines that stand with nothing but what was set aside, or in which the site speaks of itself, by-lines and days."""

from __future__ import annotations

import pytest

from edition.importing import Article
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told

LINKS = "".join(f'<li><a href="#{at}">{words}</a></li>' for at, words in enumerate(("Past", "Crew", "Sale", "Bell")))
REST = PROSE.replace("ferry", "boat")


def page(inner: str, head: str = "", title: str = "<h1>The ferry that left</h1>") -> Article:
    return read_page(
        f"<html lang=en><head><title>The ferry that left</title>{head}</head>"
        f"<body><article>{title}<div class=text>{inner}</div></article>"
    )


@pytest.mark.parametrize(
    ("box", "label"),
    [
        (f"<div><div><p>What it tells</p></div><nav><ul>{LINKS}</ul></nav></div>", "What it tells"),
        (f"<div><h2>What it tells</h2><ul>{LINKS.replace('#', '/c')}</ul></div>", "What it tells"),
        ("<div><div>Vote with us</div><form>Yes <button>Go</button></form></div>", "Vote with us"),
    ],
)
def test_a_label_goes_with_all_that_stands_with_it(box: str, label: str) -> None:
    found = page(PROSE + box + REST)
    assert label not in texts(found)
    assert label in told(found)


@pytest.mark.parametrize(
    ("box", "line"),
    [
        ("<div><p>The crew has gone</p><p>It was told twice, by all who saw it go.</p></div>", "The crew has gone"),
        ("<section><h2>The crew</h2><span class=visually-hidden>Part 2</span></section>", "The crew"),
        ("<p>By the tram to the quay<br><a href=/q>The quay</a></p>", "By the tram to the quay"),
    ],
)  # fmt: skip
def test_a_line_stays_that_stands_with_the_articles(box: str, line: str) -> None:
    assert line in texts(page(PROSE + box + REST))


SITE = '<meta property="og:site_name" content="Die Hafenpost">'


@pytest.mark.parametrize(
    "line",
    [
        "<p>Would you like to know of what Die Hafenpost does? <a href=/n>Write to us here</a></p>",
        "<p>More of the sea in DIE HAFENPOST</p>",
        f"<p>Get the fastest subscription service of the island, Die Hafenpost. {TEXT[0]} {TEXT[1]} {TEXT[2]}</p>",
    ],
)
def test_a_last_line_that_names_its_site_and_leads_on_is_the_sites(line: str) -> None:
    found = page(PROSE + REST + line, SITE)
    assert texts(found)[-1] == TEXT[-1]
    assert "hafenpost" in told(found).casefold()


@pytest.mark.parametrize(
    "line",
    [
        "<p>It was Die Hafenpost that told of it first.</p>",
        "<p>It can be seen <a href=/p>under https://hafenpost.example/die-hafenpost</a>, they say, at noon.</p>",
        "<p>They met again on the quay, says the <a href=/n>daily of the island</a>.</p>",
        "<p>Die Hafenpost has told of it since the day on which it came, and it will tell of the day that it went.</p>",
        "<ul><li>The bell</li><li>Two years of Die Hafenpost</li></ul>",
    ],
)
def test_a_last_line_stays_that_tells_of_the_site_or_names_it_not(line: str) -> None:
    assert len(texts(page(PROSE + REST + line, SITE))) > 2 * len(TEXT)
    assert texts(page(PROSE + REST + line, SITE))[-1] != TEXT[-1]


def test_the_name_of_an_element_for_consent_is_the_sites() -> None:
    box = "<figure><div class=ConsentBannerText-x1><h4>Content</h4><p>It can be seen there.</p></div></figure>"
    assert "Content" not in texts(page(PROSE + box + REST))


def test_what_others_wrote_elsewhere_is_quoted_where_it_is_embedded() -> None:
    said = "<blockquote><p>Nobody told us that she would leave before the school was out.</p></blockquote>"
    for name, is_shown in (("social-media-embed", True), ("social-embed", True), ("social-media-links", False)):
        shown = texts(page(f"{PROSE}<div class={name}>{said}</div>{REST}"))
        assert ("Nobody told us that she would leave before the school was out." in shown) is is_shown


def test_the_title_of_a_section_is_called_so() -> None:
    assert "What she weighed" in texts(page(f"{PROSE}<section class=x_subheadline>What she weighed</section>{REST}"))
    assert "What she weighed" not in texts(page(f"{PROSE}<section class=x_extra>What she weighed</section>{REST}"))


def test_a_label_in_italics_before_a_short_link_leads_on() -> None:
    line = "<p>{}Before this on the island: <a href=/b>Nobody waved there</a>{}</p>"
    assert "Nobody waved there" in told(page(PROSE + line.format("<em>", "</em>") + REST))
    assert "Before this on the island: Nobody waved there" in texts(page(PROSE + line.format("", "") + REST))


def test_a_label_of_a_field_is_none_of_the_text() -> None:
    box = '<div class="field"><div class="field-label">Lede of it:&nbsp;</div></div>'
    assert "Lede of it:" not in texts(page(box + PROSE + REST))


def test_a_link_to_edit_a_section_is_no_word_of_its_title() -> None:
    heading = '<h2><span class="editsection">[<a href=/e>edit</a>]</span> The crew</h2>'
    assert "The crew" in texts(page(PROSE + heading + REST))


def test_the_paragraphs_that_a_builder_numbers_with_letters_are_of_one_flow() -> None:
    row = '<div id=tdi_{0} class="tdc-row"><div class="vc_column tdi_{0}_{1}"><div class=text>{2}</div></div></div>'
    last = "<p>The bell of it is small, and the museum has no water; the keys are with the council, who wave.</p>"
    rows = [row.format(at, tail, inner) for at, (tail, inner) in enumerate(
        [("611", PROSE), ("", "<video></video>"), ("425", REST), ("9", "<a href=/x>The shop</a>"), ("a45", last)]
    )]  # fmt: skip
    found = read_page(f"<html lang=en><title>x</title><body><h1>The ferry</h1><main>{''.join(rows)}</main>")
    assert texts(found)[-1].startswith("The bell of it")


def test_an_agency_that_writes_itself_small_is_a_source() -> None:
    found = page(f"<p>Quelle: dpa-AFX</p><byline>Von Ada Brandt, dpa</byline>{PROSE}{REST}")
    assert texts(found)[0] == TEXT[0]
    assert [item.value for item in found.findings["author"]] == ["Ada Brandt"]
    assert "dpa-AFX" in [item.value for item in found.findings["publisher"]]


@pytest.mark.parametrize("label", ["Δημοσίευση", "ΔΗΜΟΣΙΕΥΘΗΚΕ"])
def test_what_greek_pages_say_of_their_articles(label: str) -> None:
    lines = f"<p>{label}: 05 Ιαν. 2012, 13:36 | Τελευταία ενημέρωση: 06 Ιαν. 2012, 13:47</p>"
    found = page(f"{lines}{PROSE}{REST}<p>Πηγή: e-post.gr</p>", "el")
    assert texts(found) == texts(page(f"{PROSE}{REST}"))
    assert (found.found("issued"), found.found("publisher")) == ("2012-01-05", "e-post.gr")


def test_who_wrote_and_who_translated_it_stands_at_its_end() -> None:
    found = page(f"{PROSE}{REST}<p>TEXT BY ADA BRANDT</p><p>TRANSLATION BY CHIHIRO OKA</p>")
    assert texts(found)[-1] == TEXT[-1]
    assert found.found("author").casefold() == "ada brandt"


def test_the_site_of_the_window_is_no_author_where_the_page_names_one() -> None:
    by = "<meta name=author content='Holm Daily'><title>The ferry that left - Holm Daily</title>"
    named = "<span itemprop=author>Ada Brandt</span>"
    found = read_page(f"<html lang=en><head>{by}</head><body><h1>The ferry that left</h1>{named}{PROSE}{REST}")
    assert [item.value for item in found.findings["author"]] == ["Ada Brandt"]


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("", "<div>3 July 2020 | <a href=/w>Of walks and of other things on the island</a></div>"),
        (
            "<p class=lead>It will not come back to the island, and nobody can say who has the keys of it now.</p>",
            "<div>By <a href=/ada>Ada Brandt</a>, Holm Daily on 3 July 2020 in <a href=/w>Of walks</a></div>",
        ),
    ],
)
def test_the_day_in_a_line_of_links_under_the_title(above: str, line: str) -> None:
    found = page(PROSE + REST, "<meta name=author content='Ada Brandt'>", f"<h1>The ferry that left</h1>{above}{line}")
    assert found.found("issued") == "2020-07-03"


def test_an_author_marked_as_such_below_the_text_signs_it() -> None:
    found = read(below="")
    assert not found.findings["author"]
    signed = page(f"{PROSE}{REST}</div><div class='text authors'><p class=author>Ada Brandt</p>")
    assert signed.found("author") == "Ada Brandt"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<div>Oleh : <b>Maya Sofia</b></div>", "Maya Sofia"),
        ("<div>Von Ada Brandt publiziert am 30. Juli 2018</div>", "Ada Brandt"),
        ("<p>By <a href=/ada>Ada Brandt</a></p>", "Ada Brandt"),
    ],
)
def test_who_wrote_it_stands_under_the_standfirst(line: str, name: str) -> None:
    lede = "<p class=lead>It will not come back to the island, and nobody can say who has the keys of it now.</p>"
    found = page(PROSE + REST, title=f"<h1>The ferry that left</h1>{lede}{line}")
    assert [item.value for item in found.findings["author"]] == [name]


@pytest.mark.parametrize("line", ["<p>- THE END -</p><p>责任编辑：王五</p>", "<p>题图来自 Hater</p>"])
def test_signs_of_the_end(line: str) -> None:
    picture = "<p><img src=a.png></p>" if "END" in line else ""
    assert texts(page(PROSE + REST + picture + line))[-1] == TEXT[-1]


def test_a_word_beside_the_title_is_the_sites() -> None:
    head = "<header><h2><span>The ferry that left</span></h2><span>Yesterday</span></header>"
    found = read_page(f"<html lang=en><title>The ferry that left</title><body><div>{head}{PROSE}{REST}")
    assert texts(found)[0] == TEXT[0]
    song = "".join(f"<p>{line}</p>" for line in ("Ferry, ferry", "Come back", "To the quay", "Ferry"))
    found = read_page(
        f"<html lang=en><title>The ferry that left</title><body><div><h2>The ferry that left</h2>{song}{PROSE}"
    )
    assert texts(found)[:4] == ["Ferry, ferry", "Come back", "To the quay", "Ferry"]


def test_a_last_line_that_leads_to_two_networks_is_the_sites() -> None:
    line = "<p>Talk with her - on <a href=https://x.example>{}</a> or on <a href=https://y.example>{}</a>!</p>"
    assert texts(page(PROSE + REST + line.format("Twitter", "Instagram")))[-1] == TEXT[-1]


def test_a_translator_in_a_line_of_his_own_is_no_author() -> None:
    names = "<div class=author><span>{}</span></div><div>翻訳者</div><div class=author><span>{}</span></div>"
    found = page(PROSE + REST, title=f"<h1>The ferry that left</h1>{names.format('Ada Brandt', '中村 真子')}")
    assert [item.value for item in found.findings["author"]] == ["Ada Brandt"]


def test_the_id_of_a_heading_is_its_words_and_says_nothing_of_the_site() -> None:
    heading = "<h2 id=a-sharing-system>A sharing system <a href=#a-sharing-system>#</a></h2>"
    assert "A sharing system" in texts(page(PROSE + heading + REST))


def test_an_order_to_do_something_is_no_invitation_to_follow_the_site() -> None:
    lede = "Follow these steps shared on Twitter to catch the ferry safely on the island."
    assert lede in texts(page(PROSE + f"<p>{lede}</p>" + REST))
    assert "Follow Ada Brandt on Twitter" not in texts(page(PROSE + REST + "<p>Follow Ada Brandt on Twitter</p>"))


def test_when_the_page_was_made_stands_last() -> None:
    found = page(f"{PROSE}{REST}<p>Créé: 12.12.2019, 07h36</p>")
    assert texts(found)[-1] == TEXT[-1]
    assert found.found("issued") == "2019-12-12"
