"""What stands below and between the paragraphs and is the site's, by how it is made and not by its words."""

from __future__ import annotations

import pytest

from edition.importing import Article, web_page
from edition.importing.bounds.readers import Extraction
from edition.importing.lines.chrome import is_chrome
from edition.importing.lines.credits import credit
from edition.importing.metadata.names import authors
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told

SAID = (
    "The council says that it would have kept the ferry if only the town had paid for the paint and for the rope. "
    "Nobody has asked the town, which has neither paint nor rope, and which has a bridge of its own by now."
)


def beside(box: str) -> Article:
    """An article with a box beside its paragraphs, at their end."""
    return read_page(
        "<html lang=en><body><article><h1>The ferry that left</h1>"
        f"<div class=text>{PROSE}{PROSE.replace('ferry', 'boat')}</div>{box}</article></body></html>"
    )


@pytest.mark.parametrize("name", ["comentarios", "commentaires", "list-kommentare", "reacties", "komentarze"])
def test_what_readers_wrote_is_known_by_its_name_in_many_languages(name: str) -> None:
    page = beside(f"<div id={name}><h3>15 said</h3><ol><li><p>{SAID}</p></li></ol></div>")
    assert SAID not in texts(page)
    assert SAID in told(page)


def test_what_a_class_hides_is_none_of_the_text_but_what_a_wide_window_shows() -> None:
    assert SAID not in texts(read(within=f"<div class='pitch hidden'><p>{SAID}</p></div>"))
    assert SAID in texts(read(within=f"<div class='hidden md:block'><p>{SAID}</p></div>"))


def test_who_said_a_quotation_stands_in_its_foot() -> None:
    page = read(within=f"<blockquote><p>{SAID}</p><footer>Ada Brandt, on the quay</footer></blockquote>")
    assert "Ada Brandt, on the quay" in texts(page)


EMBEDDED = "<blockquote class=embed><p><a href=/b>The bridge that came in the spring of the year</a></p></blockquote>"


def test_another_article_of_the_site_is_no_quotation() -> None:
    page = read(within=EMBEDDED)
    assert "The bridge that came in the spring of the year" not in texts(page)
    said = EMBEDDED.replace("<p>", f"<p>{SAID}</p><p>")
    assert SAID in texts(read(within=said))


@pytest.mark.parametrize("teaser", ["The bridge that came in spring has...", "The bridge came in the spring."])
def test_a_teaser_that_is_but_a_link_is_no_sentence_of_the_article(teaser: str) -> None:
    link = f"<a href=/b>{teaser}</a>"
    inner = f"<p>{link}</p>" if "..." in teaser else f"<ul><li><h5>On bridges</h5><p>{link}</p></li></ul>"
    assert teaser not in texts(read(within=inner))


def test_cards_in_a_list_under_an_open_sentence_are_none_of_its_items() -> None:
    over = "<p>Among what else was said of the ferry on the day on which it left for good there is this, too</p>"
    card = "<li><h3><a href=/{0}>The bridge {0}</a></h3></li>"
    shown = texts(read(within=f"{over}<ul>{''.join(map(card.format, range(4)))}</ul>"))
    assert not [text for text in shown if text.startswith("The bridge")]
    item = "<li><a href=/{0}>The bridge {0}</a></li>"
    shown = texts(read(within=f"{over}<ul>{''.join(map(item.format, range(4)))}</ul>"))
    assert len([text for text in shown if text.startswith("The bridge")]) == 4


BOX = "<section class=source><div>{}</div><div class=words><p>{}</p></div><a href=/about>{}</a></section>"


@pytest.mark.parametrize(
    ("label", "button", "is_site"),
    [
        ("About this paper", "Read more", True),
        ("Two weeks: free trial", "Order it", True),
        (SAID, "Read more", False),
        ("Where it went", "Where it went, in the words of those who saw it go on the day, and of the crew", False),
    ],
)
def test_a_box_between_a_label_and_a_button_is_the_sites(label: str, button: str, is_site: bool) -> None:
    more = SAID.replace("council", "harbour")
    page = beside(BOX.format(label, more, button))
    assert (more not in texts(page)) is is_site
    assert more in texts(page) or more in told(page)


def test_what_stands_beside_the_line_of_rights_is_the_sites() -> None:
    page = beside("<div class=rights><p>© The Island Post</p><p>Nobody may use it but those who have asked.</p></div>")
    assert texts(page)[-1] == TEXT[-1].replace("ferry", "boat")
    assert "Nobody may use it but those who have asked." in told(page)


def test_the_last_line_that_is_but_a_link_within_the_site_is_none_of_the_text() -> None:
    line = "The news of the island is sent to those who have paid for it, and to nobody else who may want to read it."
    last = f"<div class=text>{PROSE}<p><a href=/agency>{line}</a></p></div>"
    page = read_page(f"<html lang=en><body><article><h1>The ferry that left</h1>{last}</article></body></html>")
    assert line not in texts(page)
    assert line in told(page)


def test_what_follows_on_a_line_that_sells_the_rest_is_the_offer() -> None:
    sold = "<p>This article is only for subscribers.</p><p>Those who get the paper pay nothing.</p>"
    goods = "<dl><dt>You get</dt><dd>All articles</dd><dd>A letter each day</dd></dl>"
    page = beside(f"<div class=gate>{sold}{goods}</div>")
    assert texts(page)[-1] == TEXT[-1].replace("ferry", "boat")
    inside = read(within=f"<p>This article is only for subscribers.</p><p>{SAID}</p>")
    assert SAID in texts(inside)


def test_a_line_over_the_text_that_says_for_whom_it_is_sells_none_of_it() -> None:
    sold = "<p>This article is only for subscribers.</p>"
    deck = f"<header><h1>The ferry that left</h1><p class=standfirst>{SAID}</p>{sold}</header>"
    text = [*(f"{SAID} {line}" for line in TEXT), f"{SAID} Those who subscribe to it got a letter."]
    body = f"<section class=text>{''.join(f'<p>{line}</p>' for line in text)}</section>"
    assert texts(read_page(f"<html lang=en><body><main>{deck}{body}</main></body>")) == [SAID, *text]


def test_a_heading_under_which_links_stood_alone_goes_with_them() -> None:
    cards = "".join(
        f"<article class=card><h3><a href=/{n}>The bridge {n}</a></h3><p>{SAID} {n}</p></article>" for n in range(4)
    )
    page = beside(f"<div class=more><h2>Climate and ferries</h2>{cards}</div>")
    assert "Climate and ferries" not in texts(page)
    assert "Climate and ferries" in told(page)


@pytest.mark.parametrize("sign", [">>", "→", "➤ ", "👉 "])
def test_a_line_that_points_at_another_article_is_none_of_the_text(sign: str) -> None:
    line = f"{sign}Looking for a boat? Our table of all boats shows what each of them costs."
    linked = line.replace("Our table", "<a href=/boats>Our table</a>")
    assert line not in texts(read(within=f"<p>{linked}</p>"))
    assert line in texts(read(within=f"<p>{line}</p>"))


def test_a_list_of_which_an_item_is_the_standfirst_comes_in_as_a_whole() -> None:
    items = ["The ferry of the island has left for good", "The council sold it, and the keys are in a drawer"]
    listed = f"<div class=sub><ul><li>{items[0]}</li><li>{items[1]}</li></ul></div>"
    page = read_page(
        f'<html lang=en><head><meta name=description content="{items[0]}"></head><body><article>'
        f"<h1>The ferry that left</h1>{listed}<div class=text>{PROSE}</div></article></body></html>"
    )
    assert [text for text in texts(page) if text in items] == items


def test_the_first_paragraph_in_a_bare_element_comes_in() -> None:
    part = "<section class=part>{}</section><div class=gate><button>Register</button><p>The best of it.</p></div>"
    page = read_page(
        "<html lang=en><body><article><h1>The ferry that left</h1>"
        f"{part.format(f'<div>{SAID}</div>')}{part.format(PROSE)}</article></body></html>"
    )
    assert texts(page)[0] == SAID
    listed = f"<div><p>{SAID}</p><ul><li>Boats: 3</li><li>Keys: 7</li></ul></div>"
    contents = "".join(f"<li><a href=#s{at}>{at} o’clock: bells</a></li>" for at in range(60))
    hours = "".join(f"<h2>{at} o’clock: bells</h2><div>{PROSE.replace('at', f'{at}')}</div>" for at in range(4))
    page = read_page(
        "<html lang=en><body><article><h1>The ferry that left</h1><div class=tools>3 May</div>"
        f"<div class=box>{listed}<div class=toc><ul>{contents}</ul></div>{hours}</div></article></body></html>"
    )
    assert texts(page)[:3] == [SAID, "Boats: 3", "Keys: 7"]


@pytest.mark.parametrize(
    "line", ["（本文经海岛新闻授权转载）", "来源：海岛新闻 2017-02-26 15:18 作者：海岛大学历史学院陈明"]
)
def test_who_allowed_an_article_to_stand_here_is_said_of_it(line: str) -> None:
    assert credit(line) is not None


@pytest.mark.parametrize("name", ["Special to The Island Post", "Redaccion"])
def test_for_whom_or_by_which_desk_is_no_author(name: str) -> None:
    assert not authors(name)


def test_a_list_of_where_to_find_the_site_elsewhere_is_none_of_the_text() -> None:
    items = "".join(
        f"<li>{name}: <a href=https://{name}.example>Island Post</a></li>" for name in ("Facebook", "TikTok")
    )
    shown = texts(read(within=f"<p><b>Stay connected:</b></p><ul>{items}</ul>"))
    assert not [text for text in shown if "Island Post" in text or text.startswith("Stay")]


@pytest.mark.parametrize(
    "line",
    [
        "This post contains affiliate links. If you buy one of the boats, a part of the price goes to the island.",
        "Disclosure: if you buy through affiliate links, I may earn a small commission, and so may the island.",
        "Dieser Beitrag enthält Affiliate-Links. Wer ein Boot kauft, gibt der Insel einen Teil davon.",
    ],
)
def test_who_pays_for_the_links_is_said_by_the_site(line: str) -> None:
    page = f"<html lang=en><body><article><h1>The ferry that left</h1><div class=text>{{}}{PROSE}{PROSE}</div>"
    assert line not in texts(read_page(page.format(f"<p>{line}</p>")))
    assert line in texts(read(within=f"<p>{line}</p>"))


@pytest.mark.parametrize("line", ["Island Team | 5 min read", "5 min read · Ferries"])
def test_how_long_it_takes_to_read_stands_between_bars(line: str) -> None:
    assert is_chrome(line)


def test_what_is_said_of_the_author_needs_no_bold_type() -> None:
    last = f"<div class=text>{PROSE}<p>About the author:</p><p>{SAID}</p></div>"
    shown = texts(read_page(f"<html lang=en><body><article><h1>The ferry that left</h1>{last}</article></body></html>"))
    assert shown == TEXT


def test_who_reviewed_an_article_is_said_of_it() -> None:
    assert credit("Medically reviewed by Ada Brandt, MD, Editor in Chief, Island Health Watch") is not None
    assert credit("Reviewed by the council, it was sold.") is None


def test_the_rights_to_a_picture_take_no_paragraph_with_them() -> None:
    said = "It has a quay, and a shed, and the people who live there sell in it what they have grown."
    figure = "<figure><img src=a.png><figcaption>© Island Post</figcaption></figure>"
    card = f"<article class=card>{figure}<h3>11 The last</h3><div class=words><p>{said}</p></div></article>"
    assert said in texts(beside(card))


def test_where_an_article_stood_in_its_own_language_is_said_of_it() -> None:
    assert credit("Dieser Artikel erschien im Original auf Inselpost.com.") is not None
    assert is_chrome("_______")


@pytest.mark.parametrize(("said", "names"), [("FUNKE Mediengruppe", []), ("新华网黑龙江频道 记者 伊琳", ["伊琳"])])
def test_a_house_is_no_author_and_its_reporter_is_one(said: str, names: list[str]) -> None:
    assert [*authors(said)] == names


def under(lines: str) -> Article:
    """An article with lines in its own element, below its paragraphs."""
    return read_page(f"<html lang=en><title>The ferry</title><article><h1>The ferry</h1>{PROSE}{lines}</article>")


def test_a_notice_of_the_rights_ends_the_text_with_how_to_reach_the_site() -> None:
    notice = (
        "声明：凡本网注明“来源：渡口晚报”的作品，版权均属渡口晚报。",
        "电话：0101-2345 转 67",
        "[责任编辑：阿明] 标签：渡口 轮船",
    )
    lines = "".join(f"<p>{line}</p>" for line in notice)
    assert texts(under(lines)) == TEXT
    assert texts(under(f"{lines}<p>{SAID}</p>"))[-1] == SAID
    assert texts(under("<h3>Disclaimer</h3><p>Disclaimer: the ferry may not sail, and nobody is to blame.</p>")) == TEXT
    rights = "凡本网注明“渡口晚报”的所有作品，版权均属于渡口晚报，未经授权不得转载、摘编或利用其它方式使用。" * 2
    assert texts(under(f"<h3>版权</h3><p>1、{rights}</p><p>2、如需同本网联系的，请在30日内进行。</p>")) == TEXT
    assert texts(under("<p>При использовании материалов сайта ссылка на него обязательна.</p>")) == TEXT
    assert texts(under("<p>渡口晚报版权说明：未经本报许可，不得使用本网登载的内容。</p>")) == TEXT


def test_a_link_with_its_day_and_hour_leads_to_another_article() -> None:
    links = "".join(f"<li><a href=/{n}>The harbour is dredged, part {n}</a> 27/4/2009 15:4{n}</li>" for n in range(3))
    assert texts(under(f"<ul>{links}</ul>")) == TEXT
    links = "".join(f"<li><a href=/{n}>The harbour is dredged, part {n}</a> 18 maja 12, 06:5{n}</li>" for n in range(3))
    assert texts(under(f"<ul>{links}</ul>")) == TEXT


def test_a_list_that_a_reader_takes_in_place_of_the_text_is_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    items = [f"{at} 渡口的第{at}口钟在中午敲响了，没有人知道是谁敲的 4390{at}" for at in range(9)]
    ranks = "".join(f"<li><a href=/b>{item[:-5]}</a>{item[-5:]}</li>" for item in items)
    rights = "При использовании материалов сайта ссылка на него обязательна; все права на знак и название защищены."
    taken = Extraction(("".join(f"{''.join(items)}{rights}".split()),))
    monkeypatch.setattr(web_page, "read", lambda *_, **__: taken)
    told = "轮船在中午离开了渡口，没有一个人挥手，镇上的人都说它再也不会回来了，而钥匙还在会议室的抽屉里。"
    page = (
        f"<html lang=zh><title>x</title><div class=end><p>{told}</p></div><div class=col><ul>{ranks}</ul></div></html>"
    )
    assert texts(read_page(page)) == [told]
    page = f"<html lang=zh><title>x</title><div class=end><p>{told}</p></div><div class=foot><p>{rights}</p></div>"
    assert texts(read_page(page)) == [told]


def test_the_items_of_a_list_are_told_where_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    said = f"{SAID.partition(' for the paint')[0]} for its paint."
    taken = {True: "".join(TEXT), False: "".join((*TEXT, said, "Mind the quay."))}
    monkeypatch.setattr(web_page, "read", lambda _, strict=False: Extraction(("".join(taken[strict].split()),)))
    assert texts(under(f"<ul><li>{said}</li><li>Mind the quay.</li></ul>"))[-1] == "Mind the quay."
    assert "Mind the quay." not in texts(under("<p>Mind the quay.</p>"))


def test_sentences_before_a_way_back_to_the_site_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "轮船在中午离开了渡口，没有一个人挥手，镇上的人都说它再也不会回来了，而钥匙还在会议室的抽屉里。" * 6
    last = "船长把帽子挂在墙上，坐下来喝了一杯茶。后来他锁上了门，回家去了，谁也没有问他为什么这样做。"
    taken = {True: told, False: f"{told}{last}返回渡口，查看更多"}
    monkeypatch.setattr(web_page, "read", lambda _, strict=False: Extraction((taken[strict],)))
    page = f"<html lang=zh><title>x</title><article><p>{told}</p><p>{last}{last}<a href=/>查看更多</a></p></article>"
    assert texts(read_page(page))[1:] == [f"{last}{last}查看更多"]
