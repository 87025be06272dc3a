"""Who wrote an article, and when, as lines at its head and at its foot say; and who is named there and did not."""

from __future__ import annotations

import pytest

from edition.importing import Article
from edition.importing.lines.credits import credit
from edition.importing.metadata.names import authors
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts


def names(article: Article) -> list[str]:
    return list(dict.fromkeys(item.value for item in article.findings["author"]))


def test_a_name_in_bold_at_the_head_is_the_authors_where_no_other_stands_so() -> None:
    body = f"<p><b>Ada Brandt</b></p>{PROSE}{{}}{PROSE.replace('ferry', 'boat')}"
    page = read_page(f"<html lang=en><title>x</title><body><h1>The ferry that left</h1>{body.format('')}")
    assert names(page) == ["Ada Brandt"]
    assert texts(page)[0] == TEXT[0]
    page = read_page(f"<html lang=en><title>x</title><body><h1>x y</h1>{body.format('<p><b>Noor Haddad</b></p>')}")
    assert names(page) == []
    assert texts(page)[0] == "Ada Brandt"
    known = '<meta name=author content="Jo Doe">'
    page = read_page(f"<html lang=en>{known}<title>x</title><body><h1>The ferry</h1>{body.format('')}")
    assert names(page) == ["Jo Doe"]


def test_the_day_is_told_under_the_text_with_the_authors_name() -> None:
    page = read(
        title='<h1>The ferry that left</h1><a rel=author href="/ada">Ada Brandt</a>',
        below="<aside>Ada Brandt — 2024-05-07 — in Islands</aside><p>Jo Doe, 2023-01-02</p>",
    )
    assert page.found("issued") == "2024-05-07"
    assert read(below="<div>发布日期：2024-05-07 所属分类：岛屿</div>").found("issued") == "2024-05-07"


@pytest.mark.parametrize(
    ("value", "publisher", "wanted"),
    [
        ("Ferry News", "ferrynews.example", []),
        ("Island Ferry", "Ferry.com", []),
        ("Ferry Notícias", "Férry Noticias", []),
        *((value, "", ["홍길동"]) for value in ("칼럼니스트 홍길동", "홍길동 칼럼니스트")),
        ("The Ferry Sport", "The Ferry", []),
        ("Der FERRY", "FERRY ONLINE", []),
        ("AFP/Ferry News", "Ferry News", []),
        ("Ferry News, Holm", "Ferry News", []),
        ("Ferry News, Holm am See", "Ferry News", []),
        ("Ada Brandt, Ferry News", "Ferry News", ["Ada Brandt"]),
        ("Ada Brandt The Associated Press", "", ["Ada Brandt"]),
        ("River GmbH, Holm, Germany", "", []),
        ("River sp. z o.o.", "", []),
        ("Zeige alle Beiträge von Ada Brandt", "", ["Ada Brandt"]),
        ("Freiin Maria Anna von Holm", "", ["Freiin Maria Anna von Holm"]),
        ("PHolm", "", []),
        ("McHolm", "", ["McHolm"]),
        ("River Flux Labs", "", []),
        ("林安鎮 實習生 黃衛平", "", ["林安鎮", "黃衛平"]),
        ("記者林安鎮／即時報導", "", ["林安鎮"]),
        ("林安鎮 整合", "", ["林安鎮"]),
        ("海港报", "", []),
        ("Kontributor Holm, Ada Brandt", "", ["Ada Brandt"]),
        ("Kontributor Holm", "", []),
        ("dalla nostra inviata ADA BRANDT", "", ["ADA BRANDT"]),
        *(
            (value, "", [])
            for value in (
                "View author page|No Author|E-mail|F.A.S.|BNTEAM|The River Times|User Admin|View my complete profile|"
                "River-Team|our Webteam|El Río|Collectif|holmén|River Staff Report|教授|חדשות|समाचार|See All Articles|"
                "More Articles|Send Email|Terjemahan"
            ).split("|")
        ),
    ],
)
def test_for_whom_somebody_writes_did_not_write_it(value: str, publisher: str, wanted: list[str]) -> None:
    assert authors(value, [publisher]) == wanted


@pytest.mark.parametrize(
    ("name", "window", "around", "wanted"),
    [
        ("La Vigie du Port", "", "<footer>© 2024 La Vigie du Port. Tous droits réservés.</footer>", []),
        ("Küstenkurier", "", "<a href='https://a.example/'><img src=l.png alt=Küstenkurier></a>", []),
        ("De Vuurtoren", "", "<a href=/ title='De Vuurtoren'><svg></svg></a>", []),
        ("El Faro Diario", " - El Faro Diario", "", []),
        ("潮風タイムズ", "｜潮風タイムズ", "", []),
        ("항구소식지", "", "<footer>Copyright ⓒ 항구소식지 All rights reserved.</footer>", []),
        ("La Vigie du Port", "", "", ["La Vigie du Port"]),
        ("Ada Brandt", " | Ada Brandt", "<footer>© 2024 Ada Brandt</footer>", ["Ada Brandt"]),  # a site of her own
        ("王小明", "_王小明", "", ["王小明"]),
    ],
)
def test_the_site_is_no_author_though_no_publisher_is_known(
    name: str, window: str, around: str, wanted: list[str]
) -> None:
    head = f'<title>The ferry that left{window}</title><meta name=author content="{name}">'
    page = read_page(f"<html>{head}<body><h1>The ferry that left</h1>{PROSE}{PROSE.replace('ferry', 'boat')}{around}")
    assert names(page) == wanted
    assert wanted or page.found("publisher") == name


@pytest.mark.parametrize(
    ("head", "line", "wanted"),
    [
        ("", "<p class=author>του Γιάννη Παπαδόπουλου</p>", []),
        ("", "<p>ΤΗΣ ΜΑΡΙΑΣ ΝΙΚΟΛΑΟΥ</p>", []),
        ("", "<p>Των Γιάννη Παπαδόπουλου και Μαρίας Νικολάου</p>", []),
        ("", "<p>Από τον Γιάννη Παπαδόπουλο</p>", []),
        ("", "<p>Της <a rel=author href=/m>Μαρίας Νικολάου</a></p>", []),
        ("του Γιάννη Παπαδόπουλου", "", []),
        ("Γιάννης Παπαδόπουλος", "<p>Του Γιάννη Παπαδόπουλου</p>", ["Γιάννης Παπαδόπουλος"]),
        ("", "<p>Επιμέλεια: Μαρία Νικολάου</p>", []),
        ("", "<p>Γράφει ο Γιάννης Παπαδόπουλος</p>", ["Γιάννης Παπαδόπουλος"]),
    ],
)
def test_a_greek_name_in_the_case_of_another_is_none_to_give(head: str, line: str, wanted: list[str]) -> None:
    text = "Το λιμεναρχείο έκλεισε τις πόρτες του την Πέμπτη ύστερα από εκατόν τέσσερα χρόνια, και κανείς δεν ρώτησε."
    own = f'<meta name=author content="{head}">' if head else ""
    page = read_page(
        f"<html lang=el>{own}<title>x</title><body><h1>Το λιμεναρχείο</h1>{line}<p>{text}</p><p>{text} Ναι.</p>"
    )
    assert names(page) == wanted
    assert texts(page) == [text, f"{text} Ναι."]
    assert credit("Του ανέμου και της θάλασσας") is None


def test_in_chinese_four_signs_without_a_surname_are_a_body() -> None:
    text = "渡轮中午就离开了码头，没有人向它挥手；有人说它再也不会回来了，钥匙现在由岛上的议会保管着。"
    for name, wanted in (("水巷消息", []), ("王小明明", ["王小明明"])):
        page = read_page(f'<meta name=author content="{name}"><title>x</title><body><p>{text}</p><p>{text}好</p>')
        assert names(page) == wanted
    text = "フェリーは正午に出発し、だれも手を振りませんでした。もう戻ってこないと言われ、鍵は議会が持っています。"
    page = read_page(f'<meta name=author content="渡辺洋介"><title>x</title><body><p>{text}</p><p>{text}それだけ。</p>')
    assert names(page) == ["渡辺洋介"]


def test_who_made_a_picture_did_not_write_the_article() -> None:
    page = read(
        within="<figure><img src=a.png><figcaption>The quay <b itemprop=author>Jo Doe</b></figcaption></figure>"
    )
    assert names(page) == []
    signed = "<div class=caption>Ada Brandt ada@post.example</div>"
    assert names(read(above=f"<div class=gallery><img src=a.png>{signed}</div>")) == []
    hidden = "<div hidden><p class=author-office>Institute for Boats, EEHarbour Hospital, Tallinn, EE</p></div>"
    assert names(read(above=hidden)) == []
    below = "<div class=caption><p>The quay at dawn</p><p>Author: Jo Doe</p></div>"
    assert names(read(above=f"<img src=a.png>{below}<p>By Ada Brandt</p>")) == ["Ada Brandt"]


@pytest.mark.parametrize(
    ("known", "line"), [("Ada Brandt", "(Ada Brandt)"), ("Ada Brandt", "— Ada Brandt"), ("", "(Ada Brandt)")]
)
def test_the_authors_own_name_ends_no_text(known: str, line: str) -> None:
    text = PROSE.replace("ferry", "boat")
    page = read_page(f'<meta name=author content="{known}"><title>x</title><body><div>{PROSE}{text}<p>{line}</p></div>')
    assert texts(page)[-1] == TEXT[2]
    assert names(page) == ["Ada Brandt"]


def test_a_name_in_capitals_alone_at_the_end_is_the_authors() -> None:
    mail = "<p>ADA BRANDT<br><a href='mailto:ada@example.com'>ada@example.com</a></p>"
    for line, wanted in (
        ("<p>ADA BRANDT</p>", ["Ada Brandt"]),
        (mail, ["Ada Brandt"]),
        ("<p>THE FERRY</p>", []),
        ("<li>ADA BRANDT", []),
    ):
        page = read_page(f"<html lang=en><title>x</title><body><div>{PROSE}{line}</div>")
        assert names(page) == wanted


def test_the_day_is_told_under_the_standfirst_too() -> None:
    lede = (
        "Some say that nobody waved, and some that they did; all of them have been asked by the council of the island."
    )
    page = read(title=f"<h1>The ferry that left</h1><p>{lede}</p><label>Published: Tuesday 7 May 2024</label>")
    assert page.found("issued") == "2024-05-07"


@pytest.mark.parametrize("title", ["<h2>The bell of the island rings</h2>", "<dt>The bell of the island rings</dt>"])
@pytest.mark.parametrize("site", ["Ada’s notes", "Notes by Ada"])
def test_the_title_stands_under_the_sites_name(title: str, site: str) -> None:
    page = read_page(
        f"<html lang=en><title>Ada’s notes » Archive » The bell of the island rings</title><body><h1>{site}</h1>"
        f"<div>{title}{PROSE}{PROSE.replace('ferry', 'boat')}</div>"
    )
    assert page.found("title") == "The bell of the island rings"
    assert texts(page)[0] == TEXT[0]


def test_what_parts_a_title_from_a_section_that_is_missing_is_no_sign_of_it() -> None:
    for said in ("| The ferry", "The ferry -"):
        page = read_page(f'<meta property="og:title" content="{said}"><title>x</title><body>{PROSE}')
        assert page.found("title") == "The ferry"


@pytest.mark.parametrize(
    "line", ["Ada Brandt, Associated Press", "Von Ada Brandt", "Ada Brandt, Island Affairs Writer"]
)
@pytest.mark.parametrize(
    "lede", ["", "<p>Some say that nobody waved, and some that they did, as they were asked by the council.</p>"]
)
def test_who_wrote_it_stands_next_to_the_title_or_under_the_standfirst(line: str, lede: str) -> None:
    page = read_page(
        f'<meta name=author content="ADA BRANDT"><title>x</title><body><div><h1>The ferry</h1>{lede}<p>{line}</p>'
        f"{PROSE}{PROSE.replace('ferry', 'boat')}</div>"
    )
    assert line not in texts(page)
    assert names(page) == ["Ada Brandt"]


@pytest.mark.parametrize("line", ["twitter.com/adabrandt", "@adabrandt"])
def test_where_the_author_is_met_is_none_of_the_text(line: str) -> None:
    page = read_page(
        f"<title>x</title><body><div>{PROSE}{PROSE.replace('f', 'b')}<p>ada@ferry.example</p><p>{line}</p></div>"
    )
    assert texts(page)[-1] == TEXT[2].replace("f", "b")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        # Letters beyond Western Europe's, Greek ones, and those of scripts without capitals.
        ("Autor: Łukasz Śliwa, 2 kwietnia 2026", ["Łukasz Śliwa", "2026-04-02"]),
        ("Tác giả: Đỗ Thị Ánh, 02/04/2026", ["Đỗ Thị Ánh", "02/04/2026"]),
        ("Автор: Ґалаґан Євгенія", ["Ґалаґан Євгенія"]),
        ("Συντάκτης: Νίκος Θυραίος", ["Νίκος Θυραίος"]),
        # A particle within a name leads to no other name.
        ("Von Anna von Halder, 2. April 2026", ["Anna von Halder", "2026-04-02"]),
        ("Por Rui Falésia e Marta Giz, 2 de abril de 2026", ["Rui Falésia e Marta Giz", "2026-04-02"]),
        ("Door Bram Sluis en Joke Vaart, 2 april 2026", ["Bram Sluis en Joke Vaart", "2026-04-02"]),
        # What leads to a name with no colon behind it, in other languages.
        ("Av Greta Gångjärn", ["Greta Gångjärn"]),
        ("Av Siri Fyr – publisert 02.04.2026 kl. 08.15", ["Siri Fyr", "2026-04-02"]),
        ("Af Mads Ringvej, 2. april 2026", ["Mads Ringvej", "2026-04-02"]),
        ("Di Nino Rotaia", ["Nino Rotaia"]),
        ("De Ioana Vrabie, 2 aprilie 2026", ["Ioana Vrabie", "2026-04-02"]),
        *((f"{wrote} Jan Novák", ["Jan Novák"]) for wrote in ("Napsal", "Napisał", "Scris de")),
        ("Γράφει ο Νίκος Θυραίος · 2 Απριλίου 2026", ["Νίκος Θυραίος", "2026-04-02"]),
        ("מאת נועה ספסלי, 2 באפריל 2026", ["נועה ספסלי", "2026-04-02"]),
        ("بقلم سالم الحبال", ["سالم الحبال"]),
        ("كتبت سلمى الحبال", ["سلمى الحبال"]),
        ("Geschrieben von Jost Halder am 2. April 2026", ["Jost Halder", "2026-04-02"]),
        ("Publicado por Inés Arrabal el 2 de abril de 2026", ["Inés Arrabal", "2026-04-02"]),
        ("Erstellt von Jost Halder", ["Jost Halder"]),
        ("Ein Artikel von Jost Halder | 02.04.2026 - 08:00", ["Jost Halder", "2026-04-02"]),
        ("ByAda Quill", ["Ada Quill"]),  # a link with no space before it
        ("By Ada Quill with Piet Marsh", ["Ada Quill with Piet Marsh"]),
        ("โดย สมชาย ท่าเรือ", ["สมชาย ท่าเรือ"]),
        ("Piše: Željko Đurić, 2.4.2026.", ["Željko Đurić", "2026-04-02"]),
        ("（中央社記者林薄荷台北2日電）", ["林薄荷"]),
        ("坂本はるか記者", ["坂本はるか"]),
        # In the feminine, and for the text alone.
        ("Autorka: Věra Zastávková | 2. dubna 2026", ["Věra Zastávková", "2026-04-02"]),
        ("Авторка: Оксана Грушева, 2 квітня 2026", ["Оксана Грушева", "2026-04-02"]),
        ("लेखक: अनिल पुलकर, 2 अप्रैल 2026", ["अनिल पुलकर", "2026-04-02"]),
        ("Teksti: Aino Löyly 2.4.2026", ["Aino Löyly", "2026-04-02"]),
        # What somebody is behind a name, and then the day.
        ("서다리 기자 2026.04.02 09:10", ["서다리", "2026-04-02"]),
        ("문화부 서다리 기자 | 입력 2026.04.02", ["서다리 기자", "2026-04-02"]),
        ("記者 林薄荷／報導 2026-04-02", ["林薄荷", "2026-04-02"]),
        ("◎ 記者林薄荷/採訪報導", ["林薄荷"]),
        ("本报记者 江篱 通讯员 何架 2026-04-02 08:00", ["江篱", "何架", "2026-04-02"]),
        ("文・坂本はるか 2026年4月2日", ["坂本はるか", "2026-04-02"]),
        ("取材・文 坂本はるか", ["坂本はるか"]),
        ("采写：海港记者 江篱 何架", ["江篱 何架"]),
        ("<서다리 기자 seo@harbour.example>", ["서다리"]),
    ],
)
def test_a_line_of_any_language_names_who_wrote_it_and_when(line: str, wanted: list[str]) -> None:
    said = credit(line)
    assert said
    assert [finding.value for finding in said.findings] == wanted
    assert {*said.kinds} <= {"author", "day", "short"}


@pytest.mark.parametrize(
    "line",
    ["Text: Jost Halder, Fotos: Kim Treppe, 2. April 2026", "Text: Jost Halder | Illustration: Kim Treppe",
     "Text von Jost Halder Illustration von Kim Treppe", "Text und Fotos: Jost Halder",
     "By Jost Halder, Photographs by Kim Treppe"],
)  # fmt: skip
def test_who_made_the_pictures_stands_in_the_authors_line(line: str) -> None:
    said = credit(line)
    assert said
    named = [finding.value for kind, finding in zip(said.kinds, said.findings, strict=True) if kind == "author"]
    assert named == ["Jost Halder"]


@pytest.mark.parametrize(
    "line",
    ["De Brug", "De Nederlandse Bank", "Di notte tutti i gatti", "Av", "Bytes Per Second", "Porto Alegre", "( )",
     "Foto: Kim Treppe", "Photo by Kim Treppe", "Publicado el 27 Marzo, 2020 por ACN en Nacionales",
     "发送邮件至boat@ferry.example申请加入海港号", "[표지이야기/ 나루, 다시 뜨는 배]"],
)  # fmt: skip
def test_a_line_that_begins_alike_names_nobody(line: str) -> None:
    assert credit(line) is None
