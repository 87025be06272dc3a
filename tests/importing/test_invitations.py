"""What sites set into a text of their own: lines that send the reader on, labels, boxes, teasers without links."""

from __future__ import annotations

import pytest

from edition.importing.lines.chrome import is_chrome
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told

REST = PROSE.replace("ferry", "boat")


@pytest.mark.parametrize(
    "line",
    [
        "Thank you! Your submission has been received!",
        "Oops! Something went wrong while submitting the form.",
        "Thank you for reading The Quay. This post is public so feel free to share it.",
        "The Quay is a reader-supported publication. To receive new posts, consider becoming a subscriber.",
        "Mehr Artikel aus dieser Rubrik gibt's hier: Inseln",
        "Mehr zur Lage auf der Insel lesen Sie in unserem Liveblog:",
        "Para leer sobre otros barcos de la isla, clic AQUÍ.",
        "Revivez le direct du départ du bateau avec vos questions.",
        "The Island Council is an invitation-only community for owners of boats. Do I qualify?",
        "If you buy something using links in our stories, we may earn a commission. Learn more.",
        "BoatFinder is a free service that links you to top-rated boats. Click here to learn more. — *ad.",
        "Next page: Harbours",
        "CONTINUE READINGShow less",
        "Advertisement 3",
        "Story continues below",
        "The bell of the ferry, and who rings it Back to video",
        "02:57 Min.. Verfügbar bis 06.05.2024.",
        "01:20 - Source: Island TV",
        "Loaded: 0%",
        "+10",
        "View fullsize",
        "Watch now",
        "Listen to this story.",
        "Voir le tweet",
        "À voir également sur La Gazette :",
        "Haberin Devamı",
        "Autoplay",
        "More photos",
        "Previous Next",
        "- 閱讀更多 -",
        "图像加注文字，",
        "Подпись к фото,",
        "※ '당신의 제보가 뉴스가 됩니다'",
        "[카카오톡] 항구뉴스 검색해 채널 추가",
        "立即報料: https://harbour.example/3",
        "你的獨家報料一旦被採用及報導，將獲得乙份獎品。",
        "• 不想錯過新船 ? 請 Follow harbour.example FB 專頁http://facebook.com/harbour/",
        "Publicidade do parceiro Hafenpost 2",
        "Check out our boats section for the latest news and analysis of the harbour.",
        "Copyright © 2006 - 2016 Reproducerea totală sau parţială a materialelor necesită acordul în scris al portului",
        "हार्बर न्यूज यूट्यूबमा पनि छ। हाम्रो च्यानल सब्स्क्राइब गर्न र फेसबुक हेर्न क्लिक गर्नुहोस्।",
        "Beschreibung anzeigen",
        "Fehler auf insel.example entdeckt?",
        "Image",
        "Bildquelle:",
        "点击上方蓝字关注海港笔记",
        "感谢关注/点赞/分享",
        "关注海港网",
        "返回海港，查看更多",
        "2、回复【船票】查看航班",
        "点击菜单栏【渡口】解锁更多服务！",
        "看都看完了，点【在看】",
        "페이스북 0",
        "이메일로 기사공유",
        "HIDE CAPTION",
        "कॉपी लिंक",
        ">>加入海港日報粉絲團",
        "想看更多新聞嗎？歡迎下載海港時報APP，看新聞抽獎：",
        "iOS載點 https://harbour.example/app",
        "本新聞文字、照片版權所有，禁止任何網站轉貼，違者必究。",
        "‘항구’ 페이스북 페이지를 열었습니다. 소식을 접하세요!(▶바로가기)",
        "Tips oss! Har du video eller bilder? Send til Øya her.",
        "Ακολουθήστε το Νησί στο Google News και μάθετε όλες τις ειδήσεις",
        "Δείτε όλες τις τελευταίες ειδήσεις από το νησί",
        "精彩视频推荐",
        "(function() { document.addEventListener('DOMContentLoaded', function() { var boats = JSON.parse('x'); }) "
        + "; var more = boats.map(one => one.name); show(more); })();",
    ],
)
def test_what_sends_readers_on_is_none_of_the_text(line: str) -> None:
    page = read(within=f"<p>{line}</p>")
    assert line not in texts(page)
    assert line in told(page)


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for reading the names of the crew aloud.",
        "If you buy something on the island, the shop has links to the boats, and the crew get a part.",
        "Mehr Artikel aus Holz gibt es auf der Insel.",
        "Related: 打胜仗 - to win a war",
        "感谢大家的支持。",
        "关注民生",
        "13:20 - Source of the fire found",
        "Weitere Informationen zur Insel gibt es hier",
    ],
)
def test_what_is_like_it_is_the_articles(line: str) -> None:
    assert not is_chrome(line)


@pytest.mark.parametrize(
    "box",
    [
        "<audio controls><p>{}</p></audio>",
        "<div class=embed_options><p>{}</p></div>",
        "<div class=image-ocr-text><p>{}</p></div>",
        "<div class=author-blurb><p>{}</p></div>",
        "<div class=print-warning><p>{}</p></div>",
        "<div class=TextToSpeech-Tip><p>{}</p></div>",
    ],
)
def test_a_box_of_the_site_is_none_of_the_text(box: str) -> None:
    line = "Your browser does not show what stands here, they say, and nobody waved."
    page = read(within=box.format(line))
    assert line not in texts(page)
    assert line in told(page)


@pytest.mark.parametrize(
    "line",
    [
        "<p class=text-muted>11.12.2019 - Ada Brandt</p>",
        "<div>24. März 2004, 19:49 | Ada</div>",
        "<div class='story-meta top'><span>Holm</span> <span>26, Abril, 2022</span></div>",
        "<dl class=article-info><dt>Details</dt><dd>Published: Monday</dd></dl>",
        "<h2>Islands (1 / 1) 06.11.2023 13:30 von Ada</h2>",
        "<figure><img src=a.png><figcaption><address>Ada</address><p>Chief</p></figcaption></figure>",
    ],
)
def test_who_wrote_when_above_the_text_is_none_of_it(line: str) -> None:
    page = read_page(f"<html lang=de><body><h1>The ferry that left</h1><div class=text>{line}{PROSE}{REST}</div>")
    assert texts(page)[0] == TEXT[0]


def test_a_line_over_the_text_in_a_table_of_layout_tells_when_it_was() -> None:
    line = "<p>2 hours ago in <a href=/i>Islands</a>, no comment</p>"
    page = read_page(f"<html lang=en><body><table><tr><td><h1>The ferry that left</h1>{line}{PROSE}{REST}</table>")
    assert texts(page)[0] == TEXT[0]
    path = "<table><tr><td>Here: <a href=/>Home</a> &gt;&gt; <a href=/i>Islands</a> &gt;&gt; Text</table>"
    page = read_page(f"<html lang=en><body>{path}<table><tr><td><div>{PROSE}{REST}</div></table>")
    assert texts(page)[0] == TEXT[0]


def test_a_label_goes_with_the_one_link_under_it_that_leads_on() -> None:
    page = read(within="<p><b>Read also on the Quay<br>&gt;&gt;</b> <a href=/b>The bell of the ferry</a></p>")
    assert "Read also on the Quay" in told(page)
    assert "Read also on the Quay" not in texts(page)


def test_a_quote_that_is_but_a_link_to_another_article_is_none_of_the_text() -> None:
    line = "Read also Ada Brandt, The bell of the ferry, May 2018."
    page = read(
        within=f"<div><q>{line.replace('The bell of the ferry', '<a href=/b>The bell of the ferry</a>')}</q></div>"
    )
    assert not [text for text in texts(page) if "The bell" in text]


def test_a_post_of_which_the_page_holds_but_the_frame_says_nothing() -> None:
    post = "<blockquote><p><a href=https://posts.example/p>A post of others</a></p>{}</blockquote>"
    page = f"<html lang=en><link rel=canonical href=https://island.example/f><body><div>{PROSE}{post}{REST}</div>"
    assert "A post of others" not in texts(read_page(page.format("")))
    said = "<p>The ferry has left, and nobody waved.</p>"
    assert {"A post of others", "The ferry has left, and nobody waved."} <= {*texts(read_page(page.format(said)))}


SMALL = "<article><div><img src={0}.png></div><div><h3>The bell {0}</h3><p>What it rings for</p></div></article>"


def test_small_articles_beside_the_text_are_none_of_it_though_they_have_no_links() -> None:
    cards = "".join(map(SMALL.format, "abc"))
    page = read_page(f"<html lang=en><body><div class=page>{PROSE}<div>{cards}</div>{REST}</div>")
    assert not [text for text in texts(page) if "bell a" in text or "rings for" in text]
    assert "The bell a" in texts(read(within=f"<div>{cards}</div>"))


def test_a_teaser_whose_title_stands_in_a_box_of_its_own_goes_with_it() -> None:
    page = read(
        within="<div class=box><div class=t><div class=h><h2><a href=/b>The bell of the ferry, and who rings it"
        "</a></h2>"
        "</div><div class=x><p>It has rung on the island since the day on which the ferry left.</p></div></div></div>"
    )
    assert not [text for text in texts(page) if "has rung" in text]


def test_teasers_in_lists_go_with_the_label_over_them() -> None:
    teaser = "<ul><li><a href=/{0}>The bell of {0}</a></li></ul><p>The bell of {0} has rung since the ferry left.</p>"
    teasers = teaser.format("Hiiu") + teaser.format("Muhu")
    page = read(within=f"<div class=end><h2>Das könnte Sie auch interessieren:</h2><div>{teasers}</div></div>")
    assert len(texts(page)) == 2 * len(TEXT)


def test_rules_of_comments_stand_under_a_heading_that_is_their_word() -> None:
    page = read(below="", within=f"{PROSE}<h2>Kommentare</h2><p>To write here you must be known to the council.</p>")
    assert "To write here you must be known to the council." not in texts(page)


def test_tables_that_stand_twice_stand_once() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>".format
    tables = "".join(
        f"<table>{row('Boat', 'Place')}{row(name, 1)}{row(name * 2, 2)}{row(name * 3, 3)}</table>" for name in "ab"
    )
    page = read(within=f"<div>{tables}</div><p>Nobody waved.</p><div>{tables}</div>")
    assert texts(page).count("Boat | Place") == 2
    assert texts(page).count("bb | 2") == 1


def test_rights_in_two_lines_of_one_element_are_none_of_the_text() -> None:
    line = "All that is said here is the property of the council of the island, and may be told by nobody else."
    end = f"<div class=c>© The council, 2021<br>{line}</div>"
    assert line not in texts(read_page(f"<html lang=en><body><h1>The ferry</h1><div>{PROSE}{REST}{end}</div>"))
