"""Which pictures of a page are the article's, and which words are their captions."""

from __future__ import annotations

import pytest

from edition.importing import Article
from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts

SAID = "The quay of the island in the morning, and who stood there"
PICTURE = "<img src=a.png alt='{}'>"


def pictures(article: Article) -> int:
    return sum(block.kind == "picture" for block in article.blocks)


def captions(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind == "caption"]


@pytest.mark.parametrize(
    "box",
    [
        "<div class=box><a href=/b>{}<h3>The bell of the ferry</h3></a><p>It rings at noon.</p></div>",
        "<figure><a href=/b>{}<figcaption><b>The harbour letter</b> Each Thursday, for free.</figcaption></a></figure>",
        "<div class=w>{}<div><a href=/who>Ada Brandt</a></div><div>On the sea.</div><button>Follow</button></div>",
        "<button><figure>{0}<figcaption>A bell</figcaption></figure></button>"
        "<button><figure>{0}<figcaption>A bell that is seen on film</figcaption></figure></button>",
    ],
)
def test_the_picture_of_what_is_set_aside_goes_with_it(box: str) -> None:
    assert pictures(read(within=box.format(PICTURE.format("A bell")))) == 0


@pytest.mark.parametrize(
    "box",
    [
        "<figure>{}<button>Enlarge</button></figure>",
        "<div>{}<div class=share>Share</div></div>",
        "<figure>{}<figcaption>The quay at noon</figcaption></figure>",
        "{}",
        "<button>{}<figcaption>The quay at noon</figcaption></button>",
        "<aside class=image>{}<p class=caption>The quay at noon</p></aside>",
        "<div class='pic ads-top'>{}<p class=img-desc>The quay at noon</p></div>",
        "<figure>{}<div class=footer_x1><figcaption>The quay at noon</figcaption></div></figure>",
        "<div><a href=/b.jpg><small>View photo</small></a><a href=/b.jpg>{}</a></div>",
        "<figure>{}<div class=tag>View 6 images</div><figcaption>The quay at noon</figcaption></figure>",
        "<figure><span><noscript>{}</noscript></span><div class=caption>The quay</div></figure>",
        "<figure>{}<noscript>{0}</noscript></figure>".replace("{}", "{0}"),
        "<div>{}</div>".replace("{}", PICTURE.format("TOPSHOT-FERRY-QUAY-BELL-RINGING")),
    ],
)
def test_a_picture_among_the_paragraphs_stays(box: str) -> None:
    assert pictures(read(within=box.format(PICTURE.format("The quay")))) == 1


def test_a_caption_in_a_figure_is_the_articles_whatever_is_sold_beside_it() -> None:
    said = "She wore the cap of the first mate, as all of them did"
    shown = f"<figure>{PICTURE.format('A cap')}<div class=caption><p>{said}</p></div></figure>"
    sold = "<div class=shop><p>The cap</p><a href=/cap>20 €</a></div>"
    assert captions(read(within=f"<div class=row>{shown}{sold}</div>")) == [said]


def test_a_caption_whose_copy_stands_with_the_enlarged_picture_stands_once() -> None:
    said, whose = "She wore the cap of the first mate, as all of the crew once did in summer.", "Ada Brandt/Island Post"
    box = (
        "<div class=image><img src=a.png><div>Enlarge this image</div><div class=credit-caption><div class=caption>"
        f"{said} {whose}</div><div>toggle caption</div>{whose}</div>"
        f"<div class=more><img src=b.png><p class=caption>{said}</p>{whose}</div></div>"
    )
    assert [text for text in texts(read(within=box)) if text.startswith(said)] == [f"{said} {whose}"]


def test_a_picture_no_larger_than_a_letter_is_a_sign_of_the_sites() -> None:
    signs = "<p><img src=a.png width=24 height=24></p><p><img src=/icons/pen.svg></p>"
    assert pictures(read(within=f"{signs}<p><img src=b.png width=640></p>")) == 1


def test_what_a_picture_is_described_by_is_its_caption_where_a_button_stands_between() -> None:
    said = "The quay of the island in the morning of the day"
    box = f"<div class=pic>{PICTURE.format(said)}<button>Enlarge</button><p>{said} H. Rasch</p></div>"
    page = read(within=box)
    assert captions(page) == [f"{said} H. Rasch"]
    page = read(within=f"<div class=pic>{PICTURE.format('The quay')}</div><p>{said} there was a bell, and it rang.</p>")
    assert captions(page) == []


def test_a_heading_that_is_called_a_caption_is_one() -> None:
    said = "The quay of the island in the morning of the day, as nobody will see it again."
    box = f"<figure>{PICTURE.format('')}<div><h2 class='image__caption'>{said}</h2></div></figure>"
    assert captions(read(within=box)) == [said]


def test_a_caption_with_a_button_that_enlarges_its_picture_is_the_articles() -> None:
    larger = "<div class=magnify><a href=/b><img src=m.png width=15></a></div>"
    caption = f"<div class=thumbcaption>{larger}The quay at <a href=/h>Holm</a></div>"
    box = f"<div class=thumb><div class=thumbinner>{PICTURE.format('')}{caption}</div></div>"
    assert captions(read(within=box)) == ["The quay at Holm"]


def test_the_caption_that_ends_an_article_stays_where_its_picture_is_hidden() -> None:
    picture = f"<div><img src=a.png alt='{SAID}' style='display: none'></div>"
    text = " ".join(TEXT).replace(". ", ".<br><br>")
    body = f"<article><h1>The ferry</h1>{text}<br><br><span>{picture}<em class=img_desc>{SAID}</em></span></article>"
    assert captions(read_page(f"<html lang=en><title>x</title>{body}")) == [SAID]


@pytest.mark.parametrize("box", ["<section>{}</section>", "<div class=gallery>{}</div>", "{}"])
def test_the_pictures_that_end_an_article_stay_with_their_captions(box: str) -> None:
    said = ["The quay at noon", "The bell, and who rang it", "扉"]
    shown = "<figure><div><img src={}.png></div><figcaption>{}</figcaption></figure>".format
    figures = "".join(shown(at, one) for at, one in enumerate(said))
    head = "<title>x</title><article><h1>The ferry that left</h1>"
    assert captions(read_page(f"<html lang=en>{head}{PROSE}{box.format(figures)}</article>")) == said
    linked = figures.replace("<figcaption>", "<figcaption><a href=/b>").replace("</figcaption>", "</a></figcaption>")
    assert captions(read_page(f"<html lang=en>{head}{PROSE}{box.format(linked)}</article>")) == []


def test_a_picture_that_ends_an_article_stays_where_others_stand_so_among_the_paragraphs() -> None:
    shown = "<div id=c{0}><a href={0}.png><img src={0}.png></a><small>{1}</small></div>".format
    text = PROSE + PROSE.replace("ferry", "boat")
    below = "<div><a href=/2>And the rest?</a></div><div class=ctrl>1|2</div>"
    body = f"<div class=in>{{}}{text}{shown(2, SAID)}{below}</div>"
    for first, wanted in ((shown(1, "A bell"), ["A bell", SAID]), ("", [])):
        page = f"<html lang=en><title>x</title><h1>The ferry that left</h1>{body.format(f'{PROSE}{first}')}"
        assert captions(read_page(page)) == wanted


def test_a_picture_with_a_link_that_enlarges_it_stays_with_its_caption_and_without_the_copy_of_that() -> None:
    box = (
        "<div class=side><div><img src=a.png><div><a href=/a/large.png>Enlarge this image</a></div></div>"
        "<div class=caption><p>The quay at dawn, and who was there. <b>A. Mole/Agency</b></p></div>"
        "<div class=large><img src=a/large.png><div class=image_data><p class=caption>The quay at dawn, and who was "
        "there.</p></div></div></div>"
    )
    assert captions(read(within=box)) == ["The quay at dawn, and who was there. A. Mole/Agency"]


def test_a_caption_that_stands_in_the_page_three_times_is_kept_once() -> None:
    said = "The quay of the island in the morning of the day on which it left for good"
    caption = f"<figcaption><p>{said}</p></figcaption>"
    figure = f"<figure>{PICTURE.format(said)}{caption}</figure><div class=show>{caption}</div><div>{caption}</div>"
    assert captions(read(within=figure)) == [said]


def test_a_picture_that_stands_in_the_page_again_and_again_is_the_sites() -> None:
    picture = "<figure><img src=/{0}.png alt={0}><img src=/zoom.svg alt=Enlarge></figure>"
    page = read(within="".join(map(picture.format, "abc")))
    assert [block.text for block in page.blocks if block.kind == "picture"] == ["a", "b", "c"]
    place = "<picture><source srcset='/{0}.webp 2x'><img src=/empty.gif alt={0}></picture>"
    assert pictures(read(within="".join(map(place.format, "abc")))) == 3
    assert pictures(read(within="<img src='data:image/gif;base64,R0lG' alt=a>" * 4)) == 4


@pytest.mark.parametrize(
    "picture", ["<img src=/a/werbung_3.jpg alt=x>", "<img src=/a.jpg alt=Anzeige>", "<img src=/banner/a.gif>"]
)
def test_a_picture_that_says_it_is_an_advertisement_is_the_sites(picture: str) -> None:
    assert pictures(read(within=f"<div><a href=/ads>{picture}</a></div>")) == 0


@pytest.mark.parametrize("said", ["Komentarze", "Imprimir"])
def test_a_picture_that_is_a_button_or_a_heading_of_the_site_is_none_of_the_articles(said: str) -> None:
    assert pictures(read(within=f"<div>{PICTURE.format(said)}</div>")) == 0


def opening(shown: str) -> Article:
    lines = "<div><div>12 May</div><div>3K</div></div>"
    head = f"<title>x</title><main><div class=caption><h1>The ferry that left</h1>{lines}</div>"
    return read_page(f"<html lang=en>{head}<header>{shown}</header><article>{PROSE}</article></main>")


@pytest.mark.parametrize(
    "box",
    [
        "<ul><li><div>{}</div><span class='img-info'>{}</span></li></ul>",
        "<ul><li><figure><div>{}</div><div><span class=cutline-text><p>{}</p></span></div></figure></li></ul>",
        "<div><a href=/a/big.jpg?7>{}<figcaption>{}</figcaption></a></div>",
        "<div><div>{}</div><button>Unfold</button></div><div style='display: none'>{}</div>",
        "<figure><lazy-image></lazy-image>{0:.0}<figcaption>{1}</figcaption></figure>",
        "<div id=image_news>{}<p>3K</p><div id=caption_news>{}</div></div>",
        "<div>{}<div class=leadImageCaption>{}</div><div class=leadImageCaption>{1}</div></div>",
        "<div><picture>{}</picture><div class=x1>{}</div><div class=x2>Getty Images</div></div>",
    ],
)
def test_the_caption_of_the_opening_picture_stays_wherever_it_stands(box: str) -> None:
    described = SAID if "Unfold" in box else "A quay"
    box = box.replace("{}", "{0}", 1).replace("{}", "{1}")
    assert captions(opening(box.format(PICTURE.format(described), SAID))) == [SAID]


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        (f"{SAID} (H. Rasch / Agencja Morze)", [f"{SAID} (H. Rasch / Agencja Morze)"]),
        ("20220728100606_215", []),
    ],
)
def test_the_opening_picture_stays_whatever_its_caption_says(caption: str, said: list[str]) -> None:
    page = opening(f"<figure>{PICTURE.format('A quay')}<figcaption>{caption}</figcaption></figure>")
    assert (pictures(page), captions(page), texts(page)[len(said)]) == (1, said, TEXT[0])


def test_the_opening_picture_that_is_said_to_show_what_the_title_says_needs_no_caption() -> None:
    shown = [pictures(opening(f"<div>{PICTURE.format(said)}</div>")) for said in ("The ferry that left!", "A quay")]
    assert shown == [1, 0]


def test_a_caption_without_a_picture_that_is_the_sites_is_none() -> None:
    assert texts(opening("<figure><figcaption>Powered by</figcaption></figure>"))[0] == TEXT[0]


def test_the_caption_over_the_title_stays_where_it_says_whose_the_picture_is() -> None:
    box = "<div><div><div>{}</div><div><p>{}</p></div></div>".format
    shown = f"{box(PICTURE.format('The quay'), SAID)}<div><p>Photo: H. Rasch</p></div>"
    page = f"<html lang=en><title>x</title><main><div><div>{shown}<h1>The ferry</h1></div></div>{PROSE}</div></main>"
    assert captions(read_page(page))[:1] == [SAID]


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        ("{} <i class=c>( </i><span class=c><div class=icon>Image: </div>AP)</span>", [f"{SAID} (Image: AP)"]),
        ("{}. AP <span class=share><ul><li>Share</li></ul></span>", [f"{SAID}. AP"]),
        ("{} <a href=/more>more &gt;</a>", [SAID]),
        (
            "{} (<a href='https://other.example/'>Encyclopedia of Ferries and their Quays</a>)",
            [f"{SAID} (Encyclopedia of Ferries and their Quays)"],
        ),
        ("{} Photo: <a href=/t>Facebook</a>", [f"{SAID} Photo: Facebook"]),
        ("20220728100606_215", []),
        ("View fullsize", []),
    ],
)
def test_a_caption_is_whole_and_nothing_else_is(caption: str, said: list[str]) -> None:
    box = f"<figure>{PICTURE.format('')}<figcaption>{caption.format(SAID)}</figcaption></figure>"
    assert captions(read(within=box)) == said


def test_lines_of_one_name_under_pictures_are_captions_short_or_long() -> None:
    box = "<div class=w><div>{}</div><div class=sc-x1>{}</div><div class=sc-x2>AP</div></div>"
    boxes = "".join(box.format(PICTURE.format(""), one) for one in ("The quay", "The bell of it"))
    assert captions(read(within=boxes)) == ["The quay", "The bell of it"]


def test_whose_a_picture_is_stands_once_where_its_caption_begins_with_it() -> None:
    box = "<div class=box>{0}<div class=copyright>{1}</div><p>{1} The quay of the island.</p></div>".format
    page = read(within="".join(box(PICTURE.format(""), one) for one in ("H. Rasch", "A. Brandt")))
    assert "H. Rasch" not in texts(page)
    assert "H. Rasch The quay of the island." in texts(page)


def test_the_portrait_of_who_wrote_is_no_picture_of_the_articles() -> None:
    by = "<figcaption><address>By Ada Brandt</address><p>Editor</p></figcaption>"
    page = read(within=f"<figure>{PICTURE.format('Ada Brandt')}{by}</figure>")
    assert (pictures(page), captions(page)) == (0, [])


def test_the_captions_of_a_show_of_pictures_are_captions() -> None:
    show = "<ul><li><img src=a.png><div class='cell legenda'>The quay at noon</div></li></ul>"
    assert captions(read(within=show)) == ["The quay at noon"]


def test_what_one_presses_at_a_caption_is_no_word_of_it() -> None:
    words = "The quay of the island in the morning <b class=credit>H. Rasch/AP</b>"
    pressed = "<b class='hide-caption'><b>hide caption</b></b>"
    caption = f"<div class=caption><p>{words} {pressed}</p></div><b class=toggle-caption>toggle caption</b>"
    page = read(within=f"<div class=image>{PICTURE.format('')}<a href=/a.jpg>Enlarge this image</a>{caption}</div>")
    assert captions(page) == ["The quay of the island in the morning H. Rasch/AP"]


def test_the_lines_under_a_row_of_pictures_that_lead_elsewhere_are_no_data() -> None:
    pictures = "".join(f"<td><a href=/{at}><img src={at}.png></a></td>" for at in range(3))
    names = "".join(f"<td><span>The bell of the {at}</span></td>" for at in ("island", "church", "quay"))
    page = read(below=f"<table><tr>{pictures}</tr><tr>{names}</tr></table>")
    assert not any(block.kind == "row" for block in page.blocks)


def test_a_linked_credit_under_a_picture_takes_no_heading_with_it() -> None:
    picture = "<div class=holder><picture><img src=/{0}.png></picture><a href='https://rasch.example/'>Rasch</a></div>"
    slide = f"<div class=news><h2>The bell {{0}}</h2>{picture}<div class=columns>{{1}}</div></div>"
    slides = "".join(slide.format(at, PROSE.replace("noon", at)) for at in ("one", "two", "three"))
    first = f"<div class=news><div class=columns>{PROSE}</div></div>"
    own = "<link rel=canonical href='https://ferry.example/a'>"
    found = read_page(f"<html lang=en>{own}<title>x</title><body><article><h1>The ferry</h1>{first}{slides}</article>")
    headings = [block.text for block in found.blocks if block.kind == "heading"]
    assert headings == ["The bell one", "The bell two", "The bell three"]
