"""Days as sites write them, in words and figures of any language; and what is none.

One file, though long: it is one table of days.
"""

from __future__ import annotations

import re

import pytest

from edition.importing import Article
from edition.importing.lines.credits import credit
from edition.importing.lines.days import DAY, day_of, is_day_first, is_weekday, month_of
from edition.importing.metadata.provenance import day
from edition.importing.web_page import read_page
from tests.importing.ferry import NEWS, TEXT, read

WRITTEN = {
    "29 juin 2019": "2019-06-29",
    "1er mars 2021": "2021-03-01",
    "11 de Outubro de 2020": "2020-10-11",
    "09 enero 2014": "2014-01-09",
    "12 settembre 2020": "2020-09-12",
    "28 ноября 2020": "2020-11-28",
    "10 листопада 2020": "2020-11-10",
    "12 Νοεμβρίου 2020": "2020-11-12",
    "10 Ağustos 2020": "2020-08-10",
    "10 KASIM 2025": "2025-11-10",
    "27 สิงหาคม 2563": "2020-08-27",
    "27 ส.ค. 2563": "2020-08-27",
    "28 نوفمبر 2020": "2020-11-28",
    "17 حزيران 2021": "2021-06-17",
    "١٧ يونيو ٢٠٢١": "2021-06-17",
    "14 במאי 2020": "2020-05-14",
    "28 नवंबर 2020": "2020-11-28",
    "১৬ ফেব্রুয়ারি ২০২০": "2020-02-16",
    "2020년 8월 27일": "2020-08-27",
    "2020年8月3日": "2020-08-03",
    "2 tháng 11 năm 2023": "2023-11-02",
    "15. srpna 2020": "2020-08-15",
    "2020. augusztus 15.": "2020-08-15",
    "2024 m. kovo 31 d.": "2024-03-31",
    "31. maaliskuuta 2020": "2020-03-31",
    "March 3, 2020": "2020-03-03",
    "25/12/2024": "2024-12-25",
    "12/25/2024": "2024-12-25",
    "12/25/24": "2024-12-25",
    "12-25-2024": "2024-12-25",
    "26, Abril, 2022": "2022-04-26",
    "۱۵ اردیبهشت ۱۴۰۳": "2024-05-04",
    "۱۵ اردیبهشت‌ماه ۱۴۰۳": "2024-05-04",
    "15 آبان ماه 1402": "2023-11-06",
    "2 تير 1399": "2020-06-22",
    "۳۰ اسفند ۱۴۰۳": "2025-03-20",
    "1403/02/15": "2024-05-04",
    "۱۴ ثور ۱۴۰۳": "2024-05-03",
    "令和6年5月4日": "2024-05-04",
    "令和元年5月1日": "2019-05-01",
    "平成三十一年四月三十日": "2019-04-30",
    "民國113年5月4日": "2024-05-04",
    "二〇二四年十二月三十一日": "2024-12-31",
    "２０２４年５月４日": "2024-05-04",
    "27 ส.ค. 63": "2020-08-27",
    "27ส.ค.2563": "2020-08-27",
    "04 آب/اغسطس 2013": "2013-08-04",
    "২১ মে ২০২৪": "2024-05-21",
    "२१ मई २०२४": "2024-05-21",
}
NONE = [
    "1445-09-15",
    "15 رمضان 1445",
    "1403-13-01",
    "30 اسفند 1402",
    "2081-01-22",
    "3 คน 20",
    "1.2.24",
    "02/12/2024",
    "12 Menschen 2019",
    "31 juin 2019",
    "7 listopada 2020",
    "1 תשרי 2020",
]
"""Of the Islamic calendar, and Nepal's; no such day; no month; either the day or the month first; October in
Croatian, and November in Polish."""


@pytest.mark.parametrize("text", WRITTEN)
def test_a_day_in_words(text: str) -> None:
    found = re.search(rf"(?<!\d){DAY}", text, re.I)
    assert found
    assert day_of(found[0]) == WRITTEN[text]
    assert day(f"x {text}") == WRITTEN[text]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_day_or_more_than_one(text: str) -> None:
    assert day(text) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 29 juin 2019",
        "29 Haziran 2019, 10:20",
        "суббота, 29 июня 2019, 10:20",
        "Publicerad 29 jun 2019 kl 10.23",
        "입력 2019.06.29 20:27",
        "29 de junio de 2019 a las 8:34 hs",
        "نشر في 29 يونيو 2019",
        "min5@example.com | 2019-06-29 16:52:59",
        "Опубликована: 29 Июня 2019 г. 18:00",
        "Data publikacji: 29.06.2019 19:24",
        "Ημερομηνία δημοσίευσης: 29 Ιουνίου 2019",
        "中華民國108年6月29日",
        "วันเสาร์ที่ ๒๙ มิถุนายน พ.ศ. ๒๕๖๒",
        "السبت 26 شوال 1440 هـ - 29 يونيو 2019 م",
        "السبت، ٢٩ يونيو ٢٠١٩",
        "2019年6月29日（土）午前7時",
        "公開日：2019年6月29日",
        "السبت 26 شوال 1440هـ الموافق 29 يونيو 2019م",
    ],
)
def test_a_line_of_a_site(line: str) -> None:
    found = credit(line)
    assert found
    assert [item.value for item in found.findings] == ["2019-06-29"]


@pytest.mark.parametrize(
    "line", ["Im Mai 2020 begann der Streit", "Der Streit vom 12. Mai 2020", "Le 3 juin 2019, rien."]
)
def test_a_sentence_with_a_day_is_none(line: str) -> None:
    assert credit(line) is None


def test_names_of_months_and_of_days_of_the_week() -> None:
    assert [month_of(word) for word in ("Juni", "juin", "июня", "Mai", "mai", "word")] == [6, 6, 6, 5, 5, 0]
    assert is_weekday("суббота")
    assert not is_weekday("субота-ранок")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("15 رمضان 1445 هـ - 25 مارس 2024 م", "2024-03-25"),
        ("כ״ו בניסן תשפ״ד | 4 במאי 2024", "2024-05-04"),
        ("Do 25.04.24 | 14:07 Uhr", "2024-04-25"),
        ("04/05/2024 à 10h20", "2024-05-04"),
    ],
)
def test_the_day_among_others_where_the_day_is_written_first(text: str, wanted: str) -> None:
    assert day(text, day_first=True) == wanted


def test_which_languages_write_the_day_first() -> None:
    first = {tag for tag in "en fr pt ar he vi th de ja ko zh-Hans hu sv und xx".split() if is_day_first(tag)}
    assert first == {"fr", "pt", "ar", "he", "vi", "th", "de"}


def test_a_day_and_who_wrote_in_one_line() -> None:
    found = read(above="<p>26 Abril 2022 20:04:10 | Óscar Álvarez Delgado</p>", lang="es")
    assert found.found("issued") == "2022-04-26"
    assert all("2022" not in block.text for block in found.blocks)


def test_the_day_in_a_link_and_above_the_title() -> None:
    linked = '<p><a href="/ferry" rel="bookmark"><time>4 May 2024</time><time>5 May 2024</time></a></p>'
    assert read(above=linked).found("issued") == "2024-05-04"
    page = (
        '<html lang="hu"><head><title>A komp</title></head><body><article><p>kultúra 2020. 08. 18. 21:35</p>'
        f"<h1>A komp</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    )
    assert read_page(page).found("issued") == "2020-08-18"


@pytest.mark.parametrize(
    ("moment", "shown", "wanted"),
    [
        ("2026-03-13T17:30:00Z", "2026年3月14日 01:30", "2026-03-14"),
        ("2026-03-13T23:30:00+00:00", "14 March 2026", "2026-03-14"),
        ("2026-03-14T02:30:00.000Z", "March 13, 2026", "2026-03-13"),
        ("2026-03-13T23:17:00+09:00", "2026-03-14 00:05", "2026-03-13"),  # its own zone: what is shown is a change
        ("2026-03-10T12:00:00Z", "14 March 2026", "2026-03-10"),
        ("20260314", "", "2026-03-14"),
        ("2026-13-45", "", ""),
    ],
)
def test_the_day_that_the_page_shows(moment: str, shown: str, wanted: str) -> None:
    assert read({**NEWS, "datePublished": moment}, above=f"<p>{shown}</p>").found("issued") == wanted


@pytest.mark.parametrize(
    "shown",
    [
        '<meta name="sailthru.date" content="2024-05-04 09:00:00">',
        '<meta name="publish_date" content="2024-05-04">',
        '<meta property="og:article:published_time" content="2024-05-04T06:02:15+02:00">',
        '<p><abbr class="published" title="2024-05-04T08:00:00+02:00">Saturday</abbr></p>',
        '<p><span property="datePublished" content="2024-05-04">Saturday</span></p>',
        '<p><span itemprop="datePublished" content="2024-05-04">Saturday</span></p>',
    ],
)
def test_the_day_as_pages_write_it_for_machines(shown: str) -> None:
    assert read(above=shown).found("issued") == "2024-05-04"


def test_the_day_that_readers_see_is_believed_before_one_that_only_machines_do() -> None:
    above = '<time datetime="2019-07-03T10:18:46Z">Publié le 29 juin 2019</time>'
    assert read(above=above).found("issued") == "2019-06-29"


@pytest.mark.parametrize(
    "around",
    [
        '<nav><time datetime="2018-01-01">x</time></nav>',
        '<a href="/b"><time datetime="2018-01-01">x</time></a>',
        f'<ul><li><time datetime="2018-01-01">x</time> {TEXT}</li></ul>',
    ],
)
def test_the_day_of_another_article_is_not_this_ones(around: str) -> None:
    around += '<ul><li itemprop=itemListElement><meta itemprop=datePublished content="2018-01-01">x</li></ul>'
    own = '<p><time datetime="2020-02-02">2 February 2020</time></p>'
    assert read(above=around + own).found("issued") == "2020-02-02"


def test_the_day_of_a_comment_is_not_the_articles() -> None:
    text = "".join(f"<p>{TEXT}</p>" for _ in range(3))
    answer = "<section id=comments><p>Jo, <time datetime=2026-06-01>1 June 2026</time>: lovely.</p></section>"
    assert read_page(f"<html lang=en><body><h1>The ferry</h1>{text}{answer}").found("issued") == ""


def test_the_day_of_an_article_in_its_own_footer() -> None:
    foot = '<footer><time class="entry-date published" datetime="2020-02-02">2 February 2020</time></footer>'
    assert (
        read_page(f"<html lang=en><body><article><h1>The ferry</h1><p>{TEXT}</p>{foot}").found("issued") == "2020-02-02"
    )


def test_today_above_the_title_is_no_day_of_publication() -> None:
    page = read_page(
        "<html lang=en><body><div><div><div><div><time datetime='2024-05-05'>5 May 2024</time></div></div></div></div>"
        f"<div><div><div><article><h1>The ferry</h1><p>{TEXT}</p><p>{TEXT} More.</p></article></div></div></div>"
    )
    assert page.found("issued") == ""


def test_a_moment_of_which_the_article_tells_is_not_its_day() -> None:
    page = read(
        above=f"<p>by Ada Brandt | 2 Dec 2017</p><p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p><time>30 November 2017</time>"
    )
    assert page.found("issued") == "2017-12-02"
    printed = '<p class="is-hidden">Printed <time>11 May 2021</time></p><p>Published <time>29 April 2021</time></p>'
    assert read(above=printed).found("issued") == "2021-04-29"


def headed(line: str, lang: str, head: str = "") -> Article:
    """A page whose title and line stand in a part of their own over the article."""
    return read_page(
        f'<html lang="{lang}"><head>{head}</head><body><div><h1>The ferry</h1>{line}</div>'
        f"<div><article><p>{TEXT}</p><p>{TEXT}</p></article></div></body></html>"
    )


@pytest.mark.parametrize(
    ("line", "lang", "wanted"),
    [
        ("Jan 9, 20255:33 PM EST 9 comments", "en", "2025-01-09"),
        ("» 2019年02月22日 14時30分 公開", "ja", "2019-02-22"),
        ("Holm, 11.10.2021", "de", "2021-10-11"),
        ("Ada Brandt | 05.04.2025 - Güncelleme : 06.04.2025", "tr", "2025-04-05"),
        ("Updated 5 May 2025 | First published 5 April 2025", "en", "2025-04-05"),
        ("Updated: Monday, 5 May 2025, 3 min read, 5 April 2025", "en", "2025-04-05"),
        ("Stand: 05.05.2025, 09:00 Uhr · Veröffentlicht: 05.04.2025", "de", "2025-04-05"),
        ("Stand: 05.04.2025", "de", "2025-04-05"),
        ("<h2>Nobody waved</h2><div><a href=/2025/apr/05>April 5, 2025</a>|Ada Brandt</div>", "en", "2025-04-05"),
        ("Frissítve: 2025. május 5. | Közzétéve: 2025. április 5.", "hu", "2025-04-05"),
        ("公開日：2025年4月5日　更新日：2025年5月5日", "ja", "2025-04-05"),
        ("Modifié le 05/05/2025 à 10h00 - Publié le 05/04/2025 à 08h30", "fr", "2025-04-05"),
        ("Оновлено: 05.05.2025, 10:00 | Опубліковано: 05.04.2025, 08:30", "uk", "2025-04-05"),
        ("<h5>Ada Brandt 5/4/2025 10:00</h5>", "es", "2025-04-05"),
        ("<dl><dd>Publicado: Sábado, 5 Abril 2025 10:00</dd></dl>", "es", "2025-04-05"),
        ("<p>Nobody waved.</p><label>Publicado: Sábado 5 abril 2025 | 10:00</label>", "es", "2025-04-05"),
        (
            "5/4/2025 - Autor: Ada Brandt - Categoria: O rio e a ilha - Marcadores: barco, balsa, rio",
            "pt",
            "2025-04-05",
        ),
        ("<figure><img src=a.jpg><figcaption>A boat</figcaption></figure>5. April 2025", "de", "2025-04-05"),
    ],
)
def test_a_day_in_a_line_under_the_title(line: str, lang: str, wanted: str) -> None:
    assert headed(f"<div>{line}</div>", lang).found("issued") == wanted


@pytest.mark.parametrize(
    ("head", "lang"),
    [
        ('<meta property="article:published_time" content="05/04/2025 05:22 pm">', "es"),
        ("<title>The ferry - 05.04.2025 - River Post</title>", "en"),
    ],
)
def test_a_day_in_the_head_of_a_page(head: str, lang: str) -> None:
    assert headed("", lang, head).found("issued") == "2025-04-05"


def test_a_place_and_a_day_over_the_title() -> None:
    page = read_page(
        f'<html lang="de"><body><div><p>Holm, 11.10.2021</p><h1>The ferry</h1></div><article><p>{TEXT}</p><p>{TEXT}</p>'
        "</article></body></html>"
    )
    assert page.found("issued") == "2021-10-11"


def test_a_day_in_figures_that_the_page_shows_comes_before_one_in_utc() -> None:
    moment = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>'
    brazil = headed("<div>Holm 03/05/2022 21:44</div>", "pt-BR", moment % "2022-05-04T00:44:00Z")
    assert brazil.found("issued") == "2022-05-03"
    text = "<p>Kapal itu tidak bisa berangkat karena ombak di pelabuhan masih tinggi, kata kepala kantor.</p>" * 3
    line = "<div><h1>Kapal itu</h1><div>Holm - 01/05/2018, 05:50 WIB</div></div>"  # in a template in English
    found = read_page(f"<html lang=en>{moment % '2018-04-30T22:50:00Z'}<body>{line}<article>{text}</article>")
    assert found.found("issued") == "2018-05-01"
    assert headed("<p>06 Dicembre 2020</p>", "it", moment % "2020-12-05T23:15:0Z").found("issued") == "2020-12-06"
    said = "2020-12-05T23:01:00Z"
    assert headed(f"<time datetime={said}>06 Dicembre 2020</time>", "it", moment % said).found("issued") == "2020-12-06"
    changed = "<p>Ada Brandt | Updated: 7 December 2020, 10:00</p>"
    assert headed(changed, "en", moment % "2020-12-06T09:00:00Z").found("issued") == "2020-12-06"


@pytest.mark.parametrize(
    ("above", "lang", "issued", "doubted"),
    [
        ("<p>الأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00 (GMT+0400)</p>", "ar", "2013-08-28", ["2013-08-28"]),
        ("<p>Last updated: 28 August 2013</p>", "en", "2013-08-28", ["2013-08-28"]),
        ("<p>3 August 2013</p><p>Last updated: 28 August 2013</p>", "en", "2013-08-03", []),
        ("<p>28 August 2013</p>", "en", "2013-08-28", []),
    ],
)
def test_the_day_of_a_change_alone_is_a_doubt(above: str, lang: str, issued: str, doubted: list[str]) -> None:
    page = read(above=above, lang=lang)
    assert page.found("issued") == issued
    assert [one.text for one in page.doubts if "changed" in one.message] == doubted


def test_the_day_that_the_page_shows_stands_against_one_that_its_data_alone_tell() -> None:
    data = '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-06-23T10:00:00"}</script>'
    head = f"<html lang=en><head>{data}<title>x</title>"
    said = '<meta property="article:published_time" content="2024-05-13T10:00:00+02:00">'
    body = f"<body><h1>The ferry that left</h1><p>13 May 2024 12:12</p>{'<p>' + '</p><p>'.join(TEXT) + '</p>'}"
    assert read_page(f"{head}{said}{body}").found("issued") == "2024-05-13"
    assert read_page(f"{head}{body.replace('13 May', '24 June')}").found("issued") == "2024-06-23"
