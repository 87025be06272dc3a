"""In which encoding a file is read, and how that is told; what is no text is refused by its signature."""

from __future__ import annotations

import codecs
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from edition.commands import main
from edition.importing import UnreadableError, decoded, read_file

CHINESE = "面馆老板的最后一碗\n\n在城南开了三十二年面馆的老周，昨天煮了最后一碗面，然后把招牌摘了下来。\n"
JAPANESE = "町の時計がまた動き出した。三年のあいだ止まっていたので、子どもたちは時間を太陽で読んでいた。\n"
FOGGY = "今朝の港には白い霧がかかり、漁師たちは船を出すのを待っていました。\n"
"""Its bytes in Japanese encodings are letters of Chinese in UTF-16, and of Korean."""
NO_ZEROS = "".join(letter for letter in JAPANESE if b"\0" not in letter.encode("utf-16-le"))
GERMAN = "Über dem Fluss hängt seit Samstag wieder eine Brücke. Sie trägt Fußgänger, Räder und Kühe.\n"
RUSSIAN = "Паром ушёл в полдень, и никто не помахал ему рукой. Говорят, что он больше не вернётся сюда.\n"
KOREAN = "서울시는 다음 달부터 시내버스 요금을 올리기로 했다고 어제 밝혔다. 시민들의 반응은 엇갈린다.\n"
SPANISH = "«¿Hasta cuándo?», preguntó el niño a su señora madre; el año próximo será mañana. ¡Qué añoranza!\n"
CZECH = "Městská rada včera schválila nový most přes řeku. Starosta Jiří Dvořák řekl, že šest let stačí.\n"
VIETNAMESE = "Hội đồng thành phố hôm qua đã thông qua dự án xây cầu mới bắc qua sông Hồng, ông nói.\n"
POLISH = "Zażółć gęślą jaźń, powiedział minister i odszedł, a śnieg leżał na łące jeszcze w kwietniu.\n"
HUNGARIAN = "A régi révész a csónakjában rendezett be kertet, őszre a két rózsatő és a sütőtök is megnőtt.\n"
GREEK = "Η κυβέρνηση ανακοίνωσε χθες ότι τα νέα μέτρα θα ισχύσουν από την επόμενη εβδομάδα.\n"
ARABIC = "فتحت مكتبة القرية أبوابها صباح الأحد بعد ترميم استمر ثلاث سنوات، وحضر الافتتاح كثيرون.\n"


@pytest.mark.parametrize(
    ("text", "codec", "name", "known"),
    [
        (CHINESE, "utf-8", "UTF-8", "by its bytes"),
        (CHINESE, "utf-8-sig", "UTF-8", "by its byte-order mark"),
        (CHINESE, "utf-16", "UTF-16LE", "by its byte-order mark"),
        (codecs.BOM_UTF16_BE.decode("utf-16-be") + GERMAN, "utf-16-be", "UTF-16BE", "by its byte-order mark"),
        (GERMAN, "utf-32", "UTF-32LE", "by its byte-order mark"),
        (CHINESE, "utf-16-le", "UTF-16LE", "by the zeros between its bytes"),
        (GERMAN, "utf-16-be", "UTF-16BE", "by the zeros between its bytes"),
        (RUSSIAN, "utf-32-be", "UTF-32BE", "by the zeros between its bytes"),
        (
            NO_ZEROS,
            "utf-16-le",
            "UTF-16LE",
            "guessed from its bytes: read a few lines over",
        ),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP", "by its escape sequences"),
        (KOREAN, "iso2022_kr", "ISO-2022-KR", "by its escape sequences"),
        ("こんにちは、ｶﾅ丐\n", "iso2022_jp_ext", "ISO-2022-JP", "by its escape sequences"),
        (CHINESE, "hz", "HZ-GB-2312", "by its escape sequences"),
        ("In C++ ~{x} ends; so does ~{ab~}.\n", "ascii", "UTF-8", "by its bytes"),
        (SPANISH, "cp1252", "windows-1252", "guessed from its bytes: read a few lines over"),
        (CHINESE, "gb18030", "GB18030", "guessed from its bytes: read a few lines over"),
        (JAPANESE, "euc_jp", "EUC-JP", "guessed from its bytes: read a few lines over"),
        (JAPANESE, "cp932", "Shift_JIS", "guessed from its bytes: read a few lines over"),
        (FOGGY, "cp932", "Shift_JIS", "guessed from its bytes: read a few lines over"),
        (FOGGY, "euc_jp", "EUC-JP", "guessed from its bytes: read a few lines over"),
        (GERMAN, "cp1252", "windows-1252", "guessed from its bytes: read a few lines over"),
        (POLISH, "cp1250", "windows-1250", "guessed from its bytes: read a few lines over"),
        (CZECH, "iso8859_2", "ISO-8859-2", "guessed from its bytes: read a few lines over"),
        (HUNGARIAN, "iso8859_2", "windows-1250", "guessed from its bytes: read a few lines over"),  # the same letters
        (RUSSIAN, "koi8_r", "KOI8-R", "guessed from its bytes: read a few lines over"),
        (RUSSIAN, "cp866", "IBM866", "guessed from its bytes: read a few lines over"),
        (GREEK, "cp1253", "windows-1253", "guessed from its bytes: read a few lines over"),
        (ARABIC, "cp1256", "windows-1256", "guessed from its bytes: read a few lines over"),
    ],
)
def test_a_text_is_decoded_and_it_is_told_how(text: str, codec: str, name: str, known: str) -> None:
    found = decoded((text * 2).encode(codec), is_page=False)
    assert found[:3] == ((text * 2).removeprefix("\ufeff"), name, known)


@pytest.mark.parametrize(
    ("said", "text", "codec", "name"),
    [
        ('<meta charset="shift_jis">', JAPANESE, "cp932", "Shift_JIS"),
        ("<meta charset=gb2312>", "朱镕基说", "gb18030", "GB18030"),  # the second letter is none of GB2312's
        ('<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">', "“Ö” – €", "cp1252", "windows-1252"),
        ('<?xml version="1.0" encoding="EUC-KR"?>', "뷁 아침", "cp949", "EUC-KR"),
        ("<META CHARSET='Big5'>", "開了三十八年的舊書店", "big5hkscs", "Big5"),
        ('<meta charset="koi8-r">', "да", "koi8_r", "koi8_r"),
        ("<!-- <meta charset=big5> --><meta charset=gbk>", CHINESE, "gb18030", "GB18030"),
        ("<meta name=description content='charset=big5'><meta charset=gbk>", CHINESE, "gb18030", "GB18030"),
        ("<meta data-charset=big5><meta charset=' gbk '>", CHINESE, "gb18030", "GB18030"),
        ("<meta charset=iso-8859-7>", GREEK, "iso8859_7", "ISO-8859-7"),
        ("<meta charset=tis-620>", "สภาเทศบาลมีมติเห็นชอบโครงการก่อสร้างสะพานข้ามแม่น้ำ", "cp874", "windows-874"),
        ("<meta charset=iso-8859-15>", GERMAN, "iso8859_15", "ISO-8859-15"),
        ("<meta charset=iso-8859-2>", CZECH, "iso8859_2", "ISO-8859-2"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_by_its_own_word(said: str, text: str, codec: str, name: str) -> None:
    page = f"{said}<html><body><p>{text}</p></body></html>"
    found = decoded(page.encode(codec))
    assert found[:3] == (page, name if name != "koi8_r" else "KOI8-R", "by what its head says")
    assert not found.doubts


def doubts(name: str, data: bytes) -> list[str]:
    return [doubt.message for doubt in read_file(name, data).doubts]


def page(head: str, words: str) -> str:
    return f"<!DOCTYPE html><html><head>{head}<title>T</title></head><body><p>{words * 3}</p></body></html>"


def test_what_is_not_sure_is_a_doubt() -> None:
    assert (
        "is windows-1252, but its bytes are UTF-8"
        in doubts("a.html", page("<meta charset=latin1>", GERMAN).encode())[0]
    )
    assert "one that no browser reads" in doubts("a.html", page("<meta charset=klingon-8>", GERMAN).encode("cp1252"))[0]
    assert "which was believed; its bytes look like" in doubts(
        "a.html", page("<meta charset=windows-1252>", RUSSIAN).encode("cp1251")
    )[0]  # fmt: skip
    assert (
        "the file does not say its encoding; windows-1252 was guessed"
        in doubts("a.txt", "Käse\n\nEin Satz, und noch einer.".encode("cp1252"))[0]
    )
    twice = GERMAN.encode().decode("cp1252", "ignore")
    assert "taken for windows-1252" in doubts("a.txt", twice.encode())[0]
    assert "stand for no letter" in doubts("a.txt", "Ein Satz\ufffd mit einem Loch.".encode())[0]


@pytest.mark.parametrize(
    ("text", "codec"),
    [(CZECH, "cp1250"), (CZECH, "iso8859_2"), (VIETNAMESE, "cp1258"), (GERMAN, "mac_roman"), (POLISH, "cp1257")],
)
@pytest.mark.parametrize("times", [1, 5, 40])
def test_a_guess_among_encodings_of_latin_letters_is_always_a_doubt(text: str, codec: str, times: int) -> None:
    data = (text * times).encode(codec, "ignore")
    assert "does not say its encoding" in decoded(data, is_page=False).doubts[0].message


@pytest.mark.parametrize(
    ("says", "text", "codec"),
    [
        ("gb2312", KOREAN, "cp949"),
        ("euc-jp", KOREAN, "cp949"),
        ("windows-1251", GREEK, "iso8859_7"),
        ("koi8-r", GERMAN, "cp1252"),
        ("windows-1251", POLISH, "cp1250"),
    ],
)
def test_a_page_whose_word_is_wrong_for_its_bytes_is_a_doubt(says: str, text: str, codec: str) -> None:
    data = page(f"<meta charset={says}>", text).encode(codec, "ignore")
    assert "which was believed; its bytes look like" in doubts("a.html", data)[0]


def test_a_page_that_says_utf_8_and_is_not_is_a_doubt() -> None:
    for says, codec in (("utf-8", "cp1251"), ("utf-8", "gb18030"), ("gb2312", "cp1252")):
        text = {"cp1251": RUSSIAN, "gb18030": CHINESE, "cp1252": GERMAN}[codec]
        (told,) = doubts("a.html", page(f"<meta charset={says}>", text * 3).encode(codec))
        assert "the page says that its encoding is " in told


def test_bytes_that_fit_in_no_letter_are_refused_in_the_words_and_told_elsewhere() -> None:
    broken = GERMAN.encode() + b"Eine \xff Stelle ist kaputt.\n"
    with pytest.raises(UnreadableError, match=r"UTF-8 .*line 2, the byte FF at .*Save it again"):
        read_file("a.txt", broken)
    beside = page("<!-- \ue000 -->", GERMAN).encode().replace("\ue000".encode(), b"\xff")
    assert doubts("a.html", beside) == ["bytes that are no UTF-8 stand outside the article’s words"]


def zipped(name: str) -> bytes:
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(name, "words")
        return file.getvalue()


def tarred() -> bytes:
    with io.BytesIO() as file:
        with tarfile.open(fileobj=file, mode="w") as archive:
            archive.addfile(tarfile.TarInfo("page.html"))
        return file.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n1 0 obj\n", "a PDF"),
        (b"\n%PDF-1.4\n", "a PDF"),
        (zipped("word/document.xml"), "docx"),
        (zipped("page.html"), "a zip archive"),
        (b"\x1f\x8b\x08\x00\x00", "gzip"),
        (b"BZh91AY&SY", "bzip2"),
        (b"\xfd7zXZ\x00\x00", "xz"),
        (b"(\xb5/\xfd\x04\x00", "Zstandard"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (tarred(), "tar"),
        (b"\x89PNG\r\n\x1a\n\0", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x1cftypavif\0", "AVIF"),
        (b"ID3\x04\0\0", "MP3"),
        (b"MZ\x90\0\x03", "a program"),
        (b"SQLite format 3\0", "SQLite"),
        (b"bplist00\xd1\x01", "Safari"),
        (b"{\\rtf1\\ansi words}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
        (b"<?xml version='1.0'?>\n<!-- -->\n<rss><channel/></rss>", "XML whose root is “rss”"),
        (b'{"title": "words"}', "JSON"),
        (b"words, and \0\x01\x02 none", "zeros between its bytes"),
    ],
)
@pytest.mark.parametrize("name", ["page.html", "text.txt"])
def test_what_is_no_text_is_refused_whatever_its_name(
    name: str, data: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["import", str(tmp_path / name), "--into", str(tmp_path / "new")]) == 1
    said = capsys.readouterr().err
    assert told in said
    assert any(word in said for word in ("ave the page", "save it as", "Give the page", "Unpack it"))
    assert not (tmp_path / "new").exists()


def test_a_message_without_a_page_is_refused() -> None:
    with pytest.raises(UnreadableError, match="without a page in it"):
        read_file("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\nwords\n--x--\n")


SAVED = (
    b"MIME-Version: 1.0\nSnapshot-Content-Location: https://example.org/a\n"
    b'Content-Type: multipart/related; start="<main>"; boundary=x\n\n'
    b"--x\nContent-Type: text/html\n%s\n\n<p>An advertisement in a frame.\n"
    b"--x\nContent-Type: text/html\n%s\n\n%s\n--x--\n"
)


@pytest.mark.parametrize(
    "ids",
    [
        (b"Content-ID: <ad>", b"Content-ID: <main>"),
        (b"Content-Location: https://example.org/ad", b"Content-Location: https://example.org/a"),
    ],
)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_of_the_parts_of_a_message_the_one_is_read_that_it_names(ids: tuple[bytes, bytes], mark: bytes) -> None:
    for name in ("a.mhtml", "a.html"):  # as it may be renamed
        article = read_file(name, mark + SAVED % (*ids, page("", GERMAN).encode()))
        assert [block.text for block in article.blocks] == [(GERMAN * 3).strip().replace("\n", " ")]


def test_a_zero_that_a_site_left_in_a_page_does_not_keep_it_out() -> None:
    article = read_file("a.html", page("", GERMAN).replace("Kühe", "Küh\0e", 1).encode())
    assert "Räder und Kühe." in article.blocks[0].text
    assert "U+0000" in article.remarks[0]


def test_zeros_in_a_page_of_an_older_encoding_are_none_of_its_letters() -> None:
    source = page("windows-1252", GERMAN).replace("Kühe", "Küh\0e", 1).encode("windows-1252")
    assert "Räder und Kühe." in read_file("a.html", source + b" " * 400).blocks[0].text


def test_the_words_that_an_element_shows_of_its_own_are_words_of_the_page() -> None:
    shown = page("", GERMAN).replace("<body>", "<body><x-text><template shadowrootmode=open>")
    article = read_file("a.html", shown.replace("</body>", "</template></x-text></body>").encode())
    assert len(article.blocks) == 1


def test_a_text_that_speaks_of_signatures_is_a_text() -> None:
    for words in (
        "PK is a form of PC.\n\nBZh",
        "MZ was the man who made it.\n\nThey signed with it.",
        "GIF is a form.",
    ):
        assert read_file("a.txt", words.encode()).blocks
