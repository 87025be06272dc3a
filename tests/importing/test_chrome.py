"""What the site sets around, between and under the paragraphs, by its kind, and what is like it but the article's."""

from __future__ import annotations

import pytest

from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told
from tests.importing.test_pictures_on_pages import pictures


@pytest.mark.parametrize(
    "line",
    [
        "Tempo de leitura: 2 minutos",
        "Estimated reading time: 6 minutes",
        "Lesezeit: ca. 3 Minuten",
        "5 min read",
        "Время чтения: 4 мин.",
        "阅读时间：约3分钟",
        "Leestijd 3 - 4 min.",
        "Temps de lecture : 1 min 30 sec",
    ],
)
def test_how_long_it_takes_to_read_is_none_of_the_text(line: str) -> None:
    page = read(title=f"<h1>The ferry that left</h1><p>{line}</p>")
    assert texts(page)[0] == TEXT[0]
    assert line in told(page)


@pytest.mark.parametrize(
    "line", ["Harbour Post Staff Writer", "1 reaction", "[RELATED: All that one may say of keys.]"]
)
def test_a_word_of_the_site_over_the_text_is_none_of_it(line: str) -> None:
    page = read_page(f"<html lang=en><title>x</title><h1>The ferry that left</h1><div><p>{line}</p>{PROSE}</div>")
    assert texts(page)[0] == TEXT[0]
    assert line in told(page)


def test_a_sentence_that_the_article_links_as_a_whole_is_its_own() -> None:
    filed = "<p>// <a href=/>Holm Daily</a> // <a href=/may>5 May 2012 a.m.</a></p>"
    line = "<p><a href=/b>The keys are not gone yet.</a></p><p><a href=/c>Read also: Keys lost.</a></p>"
    page = read(within=f"{line}{filed}")
    assert "The keys are not gone yet." in texts(page)
    assert "Read also: Keys lost." in told(page)
    assert "// Holm Daily // 5 May 2012 a.m." in told(page)


def test_a_link_to_another_article_takes_no_paragraphs_with_it() -> None:
    page = read_page(
        f"<html lang=en><title>The ferry</title><body><div class=text><p>{TEXT[0]}</p><p>{TEXT[1]}</p>"
        f"<h4><a href=/b>Read also: The bell of the ferry, and who rings it</a></h4><p>{TEXT[2]}</p></div>"
    )
    assert texts(page) == TEXT


def test_where_it_was_written_is_no_title_of_a_section() -> None:
    page = read(within="<p><strong>Holm -</strong></p>")
    assert ("paragraph", "Holm -") in [(block.kind, block.text) for block in page.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Correspondent Ada Brandt may be reached at ada@example.com.",
        "Write to us: letters@example.com",
        "Follow me: twitter.com/adabrandt",
        "--(بترا)",
        "ab, dpa; Foto [M]: H. Rasch; first printed 4.4.18",
        "Photo: H. Rasch",
    ],
)
def test_how_to_reach_the_author_is_none_of_the_text(line: str) -> None:
    page = read(within="", below="")
    assert texts(page)[-1] == TEXT[2]
    page = read_page(f"<html lang=en><title>x</title><body><div>{PROSE}{PROSE.replace('f', 'b')}<p>{line}</p></div>")
    assert line not in texts(page)
    assert line in told(page)


def test_an_address_within_the_article_is_its_own() -> None:
    line = "Write to us: letters@example.com"
    assert line in texts(read(within=f"<p>{line}</p>"))


@pytest.mark.parametrize(
    "line",
    [
        "Follow The Island Post on Google News and add us as a preferred source to get our news and reviews there.",
        "Follow Holm on Instagram.",
        "Follow our full coverage of the ferry here.",
        "Διαφήμιση",
        "portrait-tablet-and-below",
        "The crew and the bell of the ferry Watch Video",
        "Podziel się",
    ],
)
def test_to_follow_a_paper_elsewhere_is_an_invitation(line: str) -> None:
    page = read(within=f"<p>{line}</p>")
    assert line in told(page)


def test_a_builder_of_pages_sets_the_first_paragraphs_in_boxes_of_their_own() -> None:
    def part(text: str, name: str) -> str:
        return f"<div class='row {name}'><div class=wrap>{text} {TEXT[1]}</p></div></div>"

    rest = "".join(part(f"<p>{text}", "wide") for text in [*TEXT, *reversed(TEXT)])
    page = read_page(
        f"<html lang=en><title>x</title><body><div class=page><p>7 May</p>{part('<p>They said it all.', 'full')}"
        f"{part('<h2>The crew</h2><p>It was not so.', 'half')}{rest}</div>"
    )
    assert texts(page)[0].startswith("They said it all.")
    assert "The crew" in texts(page)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("hi", "नाव दोपहर में चली गई और किसी ने हाथ नहीं हिलाया, वह अब वापस नहीं आएगी और चाबियाँ परिषद के पास हैं।"),
        (
            "ur",
            "کشتی دوپہر کو روانہ ہوئی اور کسی نے ہاتھ نہیں ہلایا، اب وہ واپس نہیں آئے گی اور چابیاں کونسل کے پاس ہیں۔",
        ),
        (
            "hy",
            "Լաստանավը մեկնեց կեսօրին, և ոչ ոք ձեռքով չարեց, այն այլևս չի վերադառնա, իսկ բանալիները խորհրդի մոտ են։",
        ),
    ],
)
def test_the_full_stop_of_each_script_ends_a_sentence(language: str, sentence: str) -> None:
    box = f"<div class=said><div><p>{sentence} {sentence}</p></div></div>"
    lines = "".join(f"<p>{sentence} {number}{sentence}</p>" for number in range(5))
    page = read_page(f"<html lang={language}><title>x</title><body><div class=text>{lines}{box}{lines}</div>")
    assert f"{sentence} {sentence}" in texts(page)


@pytest.mark.parametrize(
    "line",
    ["Loading...", "Player wird geladen", "Загрузка…", "加载中", "Found a mistake? Tell us.",
     "Slideshow (14 Images)", "Reply Retweet Favorite",
     "Fehler gefunden?Jetzt melden.", "Нашли опечатку? Выделите её и нажмите Ctrl+Enter.",
     "Dalsza część artykułu pod materiałem wideo"],
)  # fmt: skip
def test_what_the_site_says_within_an_article_is_none_of_it(line: str) -> None:
    page = read(within=f"<p>{line}</p>")
    assert line not in texts(page)
    assert line in told(page)


@pytest.mark.parametrize(
    "line", ["They found a mistake.", "The loading of the ferry took a day.", "Hata yapan kazandı."]
)
def test_what_is_like_it_stays(line: str) -> None:
    assert line in texts(read(within=f"<p>{line}</p>"))


def test_items_that_are_a_label_and_a_link_lead_to_other_articles() -> None:
    page = read(
        within="<ul><li>On the ferry: <a href=/b>All that is known of the bell today</a></li>"
        "<li><b>Harbour:</b> <a href=/c>Who has the keys and who wants them</a></li></ul>"
        "<ul><li>Bell: <a href=/d>Holm</a></li><li>The keys: see <a href=/e>what the council said of it</a>.</li></ul>"
    )
    assert [block.text for block in page.blocks if block.kind == "item"] == [
        "Bell: Holm", "The keys: see what the council said of it.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["SDA/sep", "(dpa)", "AFP", "Filed under: <a href=/t>Ferries</a>, <a href=/u>Bells</a> |"]
)
def test_a_short_line_at_the_end_says_whose_it_is_or_where_it_is_filed(line: str) -> None:
    page = read_page(f"<html lang=en><title>x</title><body><div>{PROSE}{PROSE.replace('f', 'b')}<p>{line}</p></div>")
    assert texts(page)[-1] == TEXT[2].replace("f", "b")


def test_the_last_paragraph_stays_with_the_address_behind_it() -> None:
    last = "It was Ada who sold it in the end.Holm, Ada Brandt ada@example.com"
    page = read_page(f"<html lang=en><title>x</title><body><div>{PROSE}{PROSE.replace('f', 'b')}<p>{last}</p></div>")
    assert texts(page)[-1] == last


def test_a_linked_line_over_what_it_says_is_kept() -> None:
    page = read(within=f"<p><a href=/b>The Island Post</a> reported:</p><p>{TEXT[0]} So it was.</p>")
    assert "The Island Post reported:" in texts(page)


def test_a_standfirst_that_names_its_author_is_kept() -> None:
    line = "We of the island can do all - but not that! A comment by Ada Brandt"
    page = read_page(
        "<html lang=en><title>The ferry</title><meta name=author content='Ada Brandt'><body>"
        f"<div class=a><h1>The ferry</h1><p class=intro>{line}</p></div>"
        f"<div class=b>{PROSE}{PROSE.replace('f', 'b')}</div>"
    )
    assert texts(page)[0] == line


def test_teasers_under_the_article_are_none_of_it() -> None:
    teaser = (
        "<div class=row><div class=pic><img src=/{0}.png alt={0}></div><div class=said>"
        "<h3><a href=/{0}>The bell {0}</a></h3><div class=text><p>The bell {0} has rung on the island since the day "
        "that the ferry left for...</p></div><div class=more><a href=/{0}>All of it</a></div></div></div>"
    )
    page = read(below=f"<div class=list>{''.join(teaser.format(at) for at in 'abcde')}</div>")
    assert not [text for text in texts(page) if "bell a" in text]
    assert pictures(page) == 0


def test_a_heading_that_opens_a_part_stands_with_its_paragraph() -> None:
    part = (
        "<div class=panel><div class=head><a><h4>What the crew said</h4></a></div><div class=body><p>{}</p></div></div>"
    )
    page = read(below=part.format(f"{TEXT[0]} {TEXT[1]}"))
    assert ("What the crew said" in texts(page)) == (f"{TEXT[0]} {TEXT[1]}" in texts(page))


@pytest.mark.parametrize("called", ["class=manchet", "class=mainsubtitle", "id=lede"])
def test_a_title_that_is_no_heading_is_known_and_the_standfirst_under_it(called: str) -> None:
    page = read_page(
        "<html lang=da><title>The ferry that left - Post</title><meta property=og:title content='The ferry that left'>"
        f"<body><div class=a><div class=top>The ferry that left</div><p>Island life</p><div {called}>"
        "<p>Nobody waved as it went away, as they say.</p></div><div>7 May</div>"
        f"<div class=text>{PROSE}{PROSE.replace('f', 'b')}</div></div>"
    )
    assert texts(page)[0] == "Nobody waved as it went away, as they say."


def test_a_heading_over_a_paragraph_of_the_article_is_kept_in_a_box_of_its_own() -> None:
    part = "<div class=part><div class=head><h2>{}</h2></div><div class=body>{}</div></div>"
    parts = "".join(
        part.format(f"Part {at}?", f"<p>{TEXT[at]} {at}</p><p>{TEXT[at]} {at} again.</p>") for at in range(3)
    )
    page = read_page(f"<html lang=en><title>The ferry</title><body><main><h1>The ferry</h1>{parts}</main>")
    assert [block.text for block in page.blocks if block.kind == "heading"] == ["Part 0?", "Part 1?", "Part 2?"]


def test_the_article_under_the_title_is_the_article_whatever_else_is_longer() -> None:
    notices = "".join(f"<div class=slide>{TEXT[at % 3]} {at} They mourn: all the family.</div>" for at in range(40))
    page = read_page(
        "<html lang=en><title>The ferry</title><body><header><h1>The ferry</h1></header><article><div class=text>"
        f"{PROSE}{PROSE.replace('f', 'b')}</div></article><div class=list><a href=/b>The bell</a>{notices}</div>"
    )
    assert texts(page)[:3] == TEXT
    assert not [text for text in texts(page) if "mourn" in text]


@pytest.mark.parametrize("tag", ["p", "h2"])
def test_what_stands_next_to_the_title_and_reads_like_a_sentence_is_the_standfirst(tag: str) -> None:
    head = "<div class=top><h1>The ferry that left</h1>{}<p>By Ada Brandt, 7 May 2024</p></div>"
    line = "It was kept a secret by her sister and the council"
    assert line in texts(read(title=head.format(f"<{tag}>{line}</{tag}>")))
    for other in (f"<p><a href=/c>{line}</a></p>", "<p>Photo: H. Rasch of the Post</p>"):
        assert texts(read(title=head.format(other)))[0] == TEXT[0]


def test_a_byline_that_is_a_heading_is_no_section() -> None:
    page = read(title="<h1>The ferry that left</h1><h5>By Ada Brandt, Holm</h5>")
    assert "By Ada Brandt, Holm" not in texts(page)
    page = read(
        title="<h1>The ferry that left</h1>", within="<h2>By the sea</h2><p>It is quiet there now, they say.</p>"
    )
    assert "By the sea" in texts(page)


def test_a_box_that_asks_for_consent_is_none_of_the_text() -> None:
    ask = (
        "<div class=embed><div><b>One click for privacy</b></div><div>To show this film we need your consent. Your "
        "address is sent to others; see their privacy notice for what they do with it.</div><button>Show</button></div>"
    )
    page = read(within=ask)
    assert "consent" not in " ".join(texts(page))
    assert "One click for privacy" in told(page)
    again = read(within=f"{ask}<p>It sails on, they say, and nobody has seen it since the autumn.</p>{ask}")
    assert "One click for privacy" not in texts(again)
    said = "The council wants consent, and privacy for all who were on the ferry; consent is what they ask for."
    assert said in texts(read(within=f"<div class=said><div>{said}</div></div>"))


@pytest.mark.parametrize(
    "line",
    ["Escucha esta nota aquí", "Listen to this article", "Like us on Facebook", "Follow Ada I. Brandt on Twitter @ada",
     "\u200b", "<저작권자ⓒ섬일보사. 무단전재-재배포 금지>", "スポンサーリンク", "Pictures: Getty"],
)  # fmt: skip
def test_what_the_site_adds_at_the_end_is_none_of_the_text(line: str) -> None:
    shown = line.replace("<", "&lt;")
    page = read_page(f"<html lang=en><title>x</title><body><div>{PROSE}{PROSE.replace('f', 'b')}<p>{shown}</p></div>")
    assert texts(page)[-1] == TEXT[2].replace("f", "b")


def test_cards_of_other_articles_are_known_by_standing_side_by_side() -> None:
    card = (
        "<div class=tile><div><img src=/{0}.jpg alt={0}></div><div>7.5.2024</div><div>"
        "<a href=/{0}>What became of {0}</a></div><div>"
        "<p>The council has decided that the bell {0} rings on the island at noon, and they</p></div></div>"
    )
    cards = "".join(card.format(at) for at in ("ropes", "oars", "sails", "masts"))
    page = read(within=f"<div class=view>{cards}</div>")
    assert not [text for text in texts(page) if "rings on the island" in text]
    assert pictures(page) == 0
    books = "".join(f"<li><a href=/{at}>A book of {at}</a><p>{TEXT[0]} {at}</p></li>" for at in ("ropes", "oars"))
    assert len([text for text in texts(read(within=f"<ul>{books}</ul>")) if text.startswith(TEXT[0])]) == 3
