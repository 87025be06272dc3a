"""What sites put around an article without a name for it: offers below it, labels above it, names beside it."""

from __future__ import annotations

import pytest

from edition.importing import Article, make_edition
from edition.importing.metadata.names import authors
from edition.importing.web_page import read_page
from tests.importing.test_nothing_is_lost import render

ENGLISH = (
    "The ferry left the harbour at noon on Friday, and nobody had come down to the quay to wave it off this time.",
    "The company had told the crew in the morning, and the crew had told nobody at all, as they said on the way.",
    "It will not come back before the winter, since the island has neither the money nor the passengers for it.",
    "The mayor, who has lived there all his life, called it the end of a road that had been there for a century.",
)
JAPANESE = (
    "港の入り口にある灯台の明かりが、三十年ぶりに新しくなりました。係の人は、霧の夜ほど明かりを頼りにする船が多いと話しています。",
    "新しい明かりは電気を少ししか使わず、天気がいい夜は二十キロ先からも見えるということです。町の人たちも楽しみにしていました。",
    "灯台の階段は百八段で、日曜日には子どもも上ることができます。祖父の話を聞いて育ったという人が、案内をつとめています。",
)


def page(inner: str, language: str = "en") -> Article:
    head = '<meta property="og:site_name" content="Harbour Post"><title>The lamp of the harbour</title>'
    nav = "<nav><a href='/'>Home</a> <a href='/a'>Weather</a></nav>"
    return read_page(
        f'<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>{nav}<main><h1>The lamp of the harbour</h1>'
        f"{inner}</main></body></html>"
    )


def lines(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def words(found: Article) -> list[str]:
    return [block.text for block in found.blocks if block.kind != "picture"]


@pytest.mark.parametrize(
    ("language", "texts", "offer"),
    [
        (
            "en",
            ENGLISH,
            '<div class="x1"><p>Already a reader of our paper?</p><dl><dt>With an account</dt><dd>all stories</dd>'
            "<dd>no banners</dd></dl></div>",
        ),
        (
            "ja",
            JAPANESE,
            '<div class="k9"><dl><dt>登録すると</dt><dd>記事が読み放題</dd></dl></div>',
        ),
    ],
)
def test_an_offer_below_the_text_is_none_of_it(language: str, texts: tuple[str, ...], offer: str) -> None:
    assert words(page(f'<div class="story">{lines(*texts)}</div>{offer}', language)) == [*texts]


def test_a_short_last_sentence_belongs_to_the_text() -> None:
    assert words(page(f"<div class='story'>{lines(*ENGLISH, 'So ends the road.')}</div>")) == [
        *ENGLISH,
        "So ends the road.",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hat Ihnen dieser Artikel gefallen? Dann unterstützen Sie uns bitte mit einer Spende.", "de"),
        ("If you enjoyed this story, give us a coffee.", "en"),
    ],
)
def test_an_invitation_to_give_is_none_of_the_text(text: str, language: str) -> None:
    found = page(f"<article>{lines(*ENGLISH, text)}</article>", language)
    assert words(found) == [*ENGLISH]
    assert any(aside.text == text for aside in found.asides)


@pytest.mark.parametrize("text", ["Článek", "Artykuł", "Uppdaterad 15.59 | Publicerad 14.14", "Harbour Post"])
def test_a_label_above_the_text_is_none_of_it(text: str) -> None:
    assert words(page(f"<article>{lines(text, *ENGLISH)}</article>")) == [*ENGLISH]


@pytest.mark.parametrize("name", ["Lê Phương", "Ana Moreno"])
def test_a_name_in_bold_at_the_end_is_the_authors(name: str) -> None:
    found = page(f"<article>{lines(*ENGLISH)}<p style='text-align:right'><strong>{name}</strong></p></article>")
    assert words(found) == [*ENGLISH]
    assert found.findings["author"][0].value == name


@pytest.mark.parametrize(("first", "second"), [("body -bottom-4", "body"), ("part one", "part two")])
def test_the_parts_between_advertisements_are_one_text(first: str, second: str) -> None:
    one, other = lines(*ENGLISH[:2]), lines(*ENGLISH[2:])
    marked = [part.replace("<p>", '<p class="text">') for part in (one, other)]
    inner = (
        f'<div class="content"><div class="{first}">{marked[0]}</div></div><div class="ad-slot">Advertisement</div>'
        f'<div class="content"><div class="{second}">{marked[1]}</div></div>'
    )
    assert words(page(inner)) == [*ENGLISH]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Corresponsal en Atenas", []),
        ("Korrespondentin in Wien", []),
        ("Envoyé spécial à Tirana", []),
        ("Harbour Media Inc.", []),
        ("株式会社みなと", []),
        ("김하나 기자", ["김하나"]),
        ("박준석 기자 외 1명", ["박준석"]),
        ("Mathias Hagen / Journalist", ["Mathias Hagen"]),
        ("Ana Moreno", ["Ana Moreno"]),
    ],
)
def test_a_calling_and_a_firm_are_no_names(value: str, names: list[str]) -> None:
    assert authors(value) == names


def test_the_text_keeps_what_cannot_be_seen() -> None:
    words = "Der Bür\u00adger\u00admeister von Sel\u00addwyla hat am Montag den Hut genommen, und niemand war da."
    files = make_edition(page(f"<article>{lines(words)}</article>", "de"), render, "a.html", b"").files
    assert any(words in text for path, text in files.items() if path.startswith("docs/article/"))


@pytest.mark.parametrize(
    "line",
    [
        "For the latest news of the islands, sign up for our <a href=/n>newsletter</a> .",
        "¿Sabías que tenemos canal de Telegram? Únete desde tu celular en <a href=/t>este enlace</a>.",
        "If you have seen the lamp, leave us a comment below with what you thought of it.",
        "Additional reporting by Ada Brandt; Editing by Bo Ray",
        "Ada Brandt contributed reporting from Holm.",
        "Reporting by Ada Brandt; additional reporting by Bo Ray, Cy Lund and Di Moe Hansen-Petersen in Holm and "
        "Eve Ness, Fay Olsen and Gro Pettersen in Vik; Editing by Hal Quist, Ida Ranum and Jan Solberg",
        "Dieser Text erschien zuerst in der Hafenpost.",
        "Do you know the lamp? Email: a.brandt@holm.example",
        "Mit Material von dpa und der Hafenpost",
        "翻訳者：山田",
        "Have a tip? Ada Brandt may be reached at a.brandt@holm.example. Follow her on Twitter @adab.",
        "(kb)", "mit dpa", "- THE END -", "___",
        "This slideshow requires JavaScript.",
        "Loading Photo Gallery",
        "Ada Brandt lives on the island. You can leave a response, or trackback from your own site.",
        "For the full story and more pictures, subscribe now.",
        "You may also like...",
    ],
)  # fmt: skip
def test_the_last_line_is_the_sites(line: str) -> None:
    assert words(page(f'<div class="story">{lines(*ENGLISH, line)}</div>')) == [*ENGLISH]


@pytest.mark.parametrize(
    "line",
    [
        "The lamp was “the first newsletter of the sea”, and one could subscribe to it with a lantern, she said.",
        'She wrote of it <a href="/c">in her comments</a> to the council.',
        "And that was the end.",
        "Editing by hand takes a year.",
        "Anyone with news of the lamp is asked to write to the council of the island at lamp@holm.example.",
        "The council met again in May, and nobody spoke. (Reporting by Ada Brandt; Editing by Bo Ray)",
    ],
)
def test_the_last_line_is_the_articles(line: str) -> None:
    assert words(page(f'<div class="story">{lines(*ENGLISH, line)}</div>'))[-1] == " ".join(
        line.replace('<a href="/c">', "").replace("</a>", "").split()
    )


def test_a_list_of_what_the_site_offers_is_none_of_the_article_with_what_stands_over_it() -> None:
    offers = (
        "<ul><li>The post on your phone? Here is <a href=/a>our app</a>, for all islands.</li>"
        "<li>News at noon: <a href=/n>Sign up for the newsletter</a> of the harbour.</li>"
        "<li>Tell us <a href=/t>what you think</a> of all that.</li></ul>"
    )
    inner = (
        f'{lines(*ENGLISH[:2])}<div class="info"><p><b>What to know of us</b></p>{offers}</div>{lines(*ENGLISH[2:])}'
    )
    assert words(page(f'<div class="story">{inner}</div>')) == [*ENGLISH]


def test_a_list_is_taken_with_its_short_items_and_with_what_links_stand_below() -> None:
    summary = (
        f'<ul class="sum"><li>{ENGLISH[0]}</li><li>{ENGLISH[1]}</li><li>{ENGLISH[2]}</li><li>All are well.</li></ul>'
    )
    found = words(page(f'<div class="story">{summary}{lines(*ENGLISH)}</div>'))
    assert found[:4] == [*ENGLISH[:3], "All are well."]
    told = [f"{text[:-1]}; for more of it see the link below:" for text in ENGLISH[:3]]
    cards = "".join(f"<li>{text}<br><b><a href=/{at}>The lamp of {at}</a></b></li>" for at, text in enumerate(told))
    found = words(
        page(f'<div class="story">{lines(*ENGLISH)}<ol>{cards}</ol>{lines(ENGLISH[0][:-1] + " again.")}</div>')
    )
    assert found[4:7] == told


def test_two_links_under_a_heading_that_sends_on_are_other_articles() -> None:
    links = (
        "<ul><li>2019-01-14: <a href=/1>The lamp is lit again</a></li><li>2018-01-06: <a href=/2>A night</a></li></ul>"
    )
    found = words(page(f'<div class="story">{lines(*ENGLISH)}<h3>Mehr zum Thema auf hafen.example</h3>{links}</div>'))
    assert found == [*ENGLISH]


def test_where_the_site_files_it_and_its_day_under_the_standfirst_are_none_of_the_text() -> None:
    inner = f"<p>Home >> The islands >> News</p>{lines(ENGLISH[0])}<p>Veröffentlicht am 26. Oktober 2023</p>"
    found = page(f'<div class="story">{inner}{lines(*ENGLISH[1:])}</div>')
    assert words(found) == [*ENGLISH]
    assert found.found("issued") == "2023-10-26"


def test_an_office_with_its_address_wrote_nothing() -> None:
    found = page(f'<div class="story">{lines(*ENGLISH, "Hafen Wache webmaster@hafen.example")}</div>')
    assert words(found) == [*ENGLISH]
    assert not found.findings["author"]


def test_a_list_of_labels_and_links_after_a_quotation_in_german_marks_leads_to_other_articles() -> None:
    links = "".join(f"<li><b>Hafen {at}:</b> <a href=/{at}>Was die Leute dazu noch sagen</a></li>" for at in range(4))
    quoted = (
        "„Das Licht ist teuer, und darum wird es am Ende gehen“, sagt sie. „Es ist neu und brennt die ganze Nacht.“"
    )
    found = words(page(f'<div class="story">{lines(*ENGLISH, quoted)}<ul>{links}</ul>{lines(ENGLISH[0])}</div>', "de"))
    assert found == [*ENGLISH, quoted, ENGLISH[0]]


def test_of_two_bold_lines_the_name_at_the_head_is_the_authors_and_the_title_of_a_section_none() -> None:
    inner = f"<p><b>Ada Brandt</b></p>{lines(*ENGLISH[:2])}<p><b>Winter Money</b></p>{lines(*ENGLISH[2:])}"
    found = page(f'<div class="story">{inner}</div>')
    assert words(found) == [*ENGLISH[:2], "Winter Money", *ENGLISH[2:]]
    assert found.found("author") == "Ada Brandt"
