"""The language of a text by its letters and words, and by the tag that the page says.

What counts as Chinese is the same characters as for pinyin, whatever plane they stand in.
"""

from __future__ import annotations

import pytest

from edition.importing.lines.language import guess, settled, tag
from edition.importing.new_edition.new_sections import slug_of
from edition.importing.web_page import read_page
from edition.text import count_characters
from tests.importing.ferry import NEWS, read

CASES = [
    ("面馆", "zh-Hans", "mian-guan"),
    ("二〇二六", "zh-Hans", "er-ling-er-liu"),
    ("〇〇", "zh-Hans", "ling-ling"),
    ("㐂", "zh-Hans", ""),  # extension A, of which no reading is known
    ("𠮷", "zh-Hans", ""),  # beyond the basic plane
    ("\uf900", "zh-Hans", ""),  # a compatibility character: 豈
    ("䷀䷁", "und", ""),  # hexagrams stand between two blocks of Han
    ("ㄅㄆ", "und", ""),  # signs for sounds
    ("A1", "und", "a1"),
]


@pytest.mark.parametrize(("text", "language", "slug"), CASES)
def test_what_is_han_is_the_same_in_every_room(text: str, language: str, slug: str) -> None:
    assert guess(text) == language
    assert slug_of(text, "zh-Hans") == slug
    assert (count_characters(text) > 0) == (language == "zh-Hans")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Povjerenik je u studenom rekao da će Europska unija o tome odlučiti sljedećeg tjedna, u priopćenju.",
            "hr",
        ),
        (
            "Komesar je u novembru rekao da će evropski ministri o tome odlučiti sledeće nedelje, a takođe i opština.",
            "sr",
        ),
        (
            "Komesar je u augustu rekao da će evropski ministri o tome odlučiti sljedeće sedmice, a također i općina.",
            "bs",
        ),
    ],
)
def test_languages_that_share_most_of_their_words_are_told_by_what_one_alone_writes(text: str, wanted: str) -> None:
    assert guess(f"{text} {text}") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("jp", "ja"), ("kr", "ko"), ("cn", "zh-Hans"), ("tw", "zh-Hant"), ("zh-TW", "zh-Hant"),
        ("zh_CN", "zh-Hans"),
        ("zh-Hant-HK", "zh-Hant"), ("zh", "zh"), ("en-US", "en-US"), ("de_AT", "de-AT"), ("ua", "uk"), ("cz", "cs"),
        ("iw", "he"),
        ("eng", "en"), ("Japanese", "ja"), ("en,de", "en"), ("pt-BR", "pt-BR"), ("es-419", "es-419"),
        ("en-UK", "en-GB"), ("en-EN", "en"), ("sv-SV", "sv"), ("sr-Latn", "sr"), ("und", ""),
        ("x-default", ""),
        ("", ""), ("de-", ""), ("12", ""),
    ],
)  # fmt: skip
def test_a_tag(said: str, wanted: str) -> None:
    assert tag(said) == wanted


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Gradsko veće saopštilo je da most neće biti otvoren za vozila, rekao je gradonačelnik.", "sr", "sr-Latn"),
        ("Градско веће саопштило је да мост неће бити отворен за возила, рекао је градоначелник.", "sr-Latn", "sr"),
        ("Шаҳар кенгаши эски кўприк машиналар учун очилмаслигини айтди, деди шаҳар ҳокими.", "uz", "uz-Cyrl"),
        ("Shahar kengashi eski ko‘prik mashinalar uchun ochilmasligini aytdi, dedi hokim.", "uz-Latn", "uz"),
        ("Qalalyq keńes eski kópir kólikter úshin ashylmaıdy dep málimdedi, dedi ákim.", "kk", "kk-Latn"),
    ],
)
def test_a_language_in_the_letters_that_its_tag_does_not_mean(text: str, lang: str, wanted: str) -> None:
    assert read(text=text * 2, lang=lang).language == wanted


def test_which_signs_chinese_is_written_in_its_letters_tell_whatever_the_page_says() -> None:
    traditional = "渡輪中午就離開了碼頭，沒有人向它揮手；有人說它再也不會回來了，鑰匙現在由島上的議會保管著。" * 3
    assert read(text=traditional, lang="zh-CN").language == "zh-Hant"
    assert read(text="渡輪離開", lang="zh-CN").language == "zh-Hans"
    assert settled(["zh-Hant"], "二月二十") == "zh-Hant"


def test_the_region_is_that_which_the_page_itself_says() -> None:
    brazil = (
        "A cidade decidiu na sexta-feira que a ponte não será mais aberta ao trânsito, e isso é bom para todos. " * 2
    )
    assert read(text=brazil, lang="pt-BR").language == "pt-BR"
    assert read(text=brazil, lang="pt", head='<meta property="og:locale" content="pt_PT">').language == "pt"
    assert read({**NEWS, "inLanguage": "pt"}, text=brazil, lang="pt-BR").language == "pt-BR"


SAMPLES = {
    "de": (
        "Die Stadt hat am Freitag beschlossen, dass die Brücke nicht mehr für den Verkehr geöffnet wird, "
        "und das ist gut."
    ),
    "fr": (
        "La ville a décidé vendredi que le pont ne serait plus ouvert à la circulation, et c’est une "
        "bonne chose pour tous."
    ),
    "pt": (
        "A cidade decidiu na sexta-feira que a ponte não será mais aberta ao trânsito, e isso é bom para "
        "todos os que moram."
    ),
    "pl": (
        "Miasto zdecydowało w piątek, że most nie będzie już otwarty dla ruchu, i to jest dobre dla "
        "wszystkich mieszkańców."
    ),
    "tr": (
        "Belediye cuma günü köprünün artık trafiğe açılmayacağına karar verdi ve bu, herkes için çok iyi "
        "bir haber oldu."
    ),
    "uk": ("Місто вирішило у п’ятницю, що міст більше не буде відкритий для руху, і це добре для всіх, хто там живе."),
    "ru": (
        "Город решил в пятницу, что мост больше не будет открыт для движения, и это хорошо для всех, кто там живёт."
    ),
    "ar": "قررت المدينة يوم الجمعة أن الجسر لن يفتح بعد الآن أمام حركة المرور، وهذا أمر جيد لكل من يعيش هناك.",
    "fa": (
        "شهر روز جمعه تصمیم گرفت که پل دیگر برای رفت و آمد باز نخواهد شد و این برای همه کسانی که آنجا هستند خوب است."
    ),
    "hi": ("शहर ने शुक्रवार को फैसला किया कि पुल अब यातायात के लिए नहीं खुलेगा और यह वहां रहने वाले सभी लोगों के लिए अच्छा है।"),
    "el": "Η πόλη αποφάσισε την Παρασκευή ότι η γέφυρα δεν θα ανοίξει ξανά.",
    "he": "העיר החליטה ביום שישי שהגשר לא ייפתח עוד.",
    "th": "เมืองตัดสินใจเมื่อวันศุกร์ว่าสะพานจะไม่เปิดอีก",
    "ko": "시는 금요일에 다리를 더 이상 열지 않기로 했다.",
    "ja": "市は金曜日に橋をもう開けないと決めた。",
    "zh-Hans": "市里星期五决定这座桥不再开放。",
    "zh-Hant": "市裡星期五決定這座橋不再開放，對於這個說法還沒有人回應。",
    "ka": "ქალაქმა პარასკევს გადაწყვიტა, რომ ხიდი აღარ გაიხსნება.",
    "vi": ("Thành phố đã quyết định hôm thứ sáu rằng cây cầu sẽ không được mở cho giao thông nữa, và đó là điều tốt."),
}


@pytest.mark.parametrize("language", SAMPLES)
def test_the_letters_overrule_an_impossible_tag_and_bear_out_a_right_one(language: str) -> None:
    text = SAMPLES[language]
    assert guess(text) == language
    assert settled(["en"], text) == language
    assert settled([language], text) == language
    assert settled([], text) == language


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nobody had asked for the book.", "en"),
        ("The clerk left a note on the door", "en"),
        ("Es sind die Bücher der Stadt, sagte er", "de"),
        ("Nessuno aveva chiesto il registro della capitaneria", "it"),
        ("Ingen frågade efter boken som hon hade tagit", "sv"),
        ("Nikt nie zapytał o tę księgę", "pl"),
        ("Smith, Jones and Brown", "und"),
        ("Holm Brandt Haddad Okafor Novak Rossi", "und"),
        ("Claude joins the models in Microsoft’s office software, September 2025: its competitors", "en"),
    ],
)
def test_a_few_words_tell_where_they_are_clear(text: str, told: str) -> None:
    assert guess(text) == told
    assert settled(["zu"], text) == "zu"  # what the page says holds for so few


def test_a_page_that_names_no_language_has_that_of_the_words_around_its_text() -> None:
    page = "<title>x</title><nav>{}</nav><article><h1>Crew</h1><p>Holm, Brandt, Haddad.</p></article>"
    around = "What is new in the town and what the people of it say"
    assert read_page(page.format(around)).language == "en"
    assert read_page(page.format("")).language == "und"
    assert read_page(f"<html lang=eo>{page.format(around)}").language == "eo"


@pytest.mark.parametrize(("lang", "other"), [("zh-CN", "zh-Hant"), ("zh-Hant-HK", "zh-Hans")])
def test_a_tag_of_the_other_script_of_chinese_is_overruled(lang: str, other: str) -> None:
    text = {"zh-Hant": SAMPLES["zh-Hant"], "zh-Hans": "说这座桥还没有开的时候，镇上的人们都从旁边的门过。"}
    assert read(text=text[other] * 2, lang=lang).language == other


def test_a_language_of_which_nothing_is_known_is_left_as_the_page_says() -> None:
    text = "Kubukeka kukude phambili amaphara edla umzila eThekwini, kusho abahlali bendawo namhlanje ekuseni. "
    assert settled(["zu"], text) == "zu"
    assert settled(["en"], text * 12) == "und"
    assert settled(["en", "vi-VN"], "Chiec pha cuoi cung da roi dao vao luc binh minh hom qua. " * 12) == "vi-VN"


def test_a_few_traditional_letters_tell_the_script() -> None:
    assert guess("討論區 精華區 訪客簿 推薦連結 影像館") == "zh-Hant"
    assert guess("讨论区 精华区 访客簿 推荐连接 影像馆") == "zh-Hans"
    quoted = "他们说这座桥还没有开的时候，镇上的人们都从旁边的门过，现在车都能过了。" * 3
    assert guess(f"{quoted}他們說這座橋還沒有開。") == "zh-Hans"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("जनवरी में लगातार छठे महीने निर्यात गिरा है और इस दौरान आयात में भी गिरावट आई है, यह सरकार की ओर से कहा गया है।", "hi"),
        ("नगर परिषद्ले पुरानो पुल सवारी साधनका लागि नखुल्ने बताएको छ र यो निर्णय सबैका लागि राम्रो हुन्छ।", "ne"),
    ],
)
def test_languages_that_share_their_frequent_words(text: str, wanted: str) -> None:
    assert guess(text) == wanted


def test_names_numbers_and_code_do_not_tell_the_language() -> None:
    text = "The following table lists all of those who gave something to the museum in the year in which it was opened."
    row = "<tr><td>$250</td><td>Jari Hämäläinen ja Mark Joki, on ei se</td></tr>"
    page = (
        f"<html lang=en><title>x</title><body><div><p>{text}</p><p>{text} So it is.</p><table>{row * 40}</table></div>"
    )
    assert read_page(page).language == "en"
    code = "ja se on ei oli hän; " * 40
    page = f"<title>x</title><body><div><p>{text}</p><pre>{code}</pre><p>{text} So it is.</p></div>"
    assert read_page(page).language == "en"
    short = "We maybe take it for granted, and we live in this time when things have been changing for decades of that."
    assert guess(short) == "en"
    assert read_page("<title>x</title><body><p>Suggestions for improving text processing</p>").language == "und"
    said = "De veerboot vertrok om twaalf uur en niemand van het eiland zwaaide; hij komt niet meer terug, zeggen ze."
    items = "<li>tdf#162480 Insert-&gt;Text crashes Writer, ODT</li>" * 30
    page = f"<html lang=nl><title>x</title><body><article><p>{said}</p><p>{said}</p><ul>{items}</ul></article></body>"
    assert read_page(page).language == "nl"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kepala kantor mengatakan bahwa kapal itu tidak bisa berangkat karena ombak di pelabuhan masih tinggi.", "id"),
        ("Menurut penelitian itu, kapal yang dibuat dari kayu hitam berkaitan dengan pulau, dan dr. Brandt.", "id"),
        ("Ketua pejabat berkata bahawa kapal itu tidak boleh bertolak kerana ombak di pelabuhan masih tinggi.", "ms"),
        ("La bisa sopla desde el norte de la isla y no deja que el barco salga del puerto hasta la noche.", "es"),
    ],
)
def test_of_two_languages_that_are_alike_what_only_one_writes_tells(text: str, told: str) -> None:
    assert guess(text) == told
