"""Who may be an article's author: a person's name or a body's, and no number, placeholder, label, editor or source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from unicodedata import normalize

from edition.importing.article import tidy
from edition.importing.lines.agencies import AGENCY
from edition.importing.lines.chrome import is_chrome
from edition.importing.lines.credits import credit
from edition.importing.lines.days import without_day
from edition.importing.lines.labels import AND, IN_CASE
from edition.importing.metadata.linked_data import plain
from edition.importing.metadata.roles import OFFICE, ROLE
from edition.importing.metadata.surnames import SHORT_HAN, SURNAMES, WHOLE_HAN
from edition.text import HAN, written_in

_NONE = re.compile(
    r"(?:(?:your|author|user|full|first|last|display|nick|pen|site|the)?[\s_-]*(?:name|author|autor|auteur|autore|"
    r"autora)s?|(?:.*\s)?admin(?:istrator|istrador|istrateur)?|root|user\d*|guest|test|demo|editor(?:ial)?s?|"
    r"web[\s-]*(?:master|desk|editor)|(?:news|web|online|digital|editorial)?[\s-]*(?:staff|team|desk|room|"
    r"redaktion|redaction|rédaction|redacción|redazione)(?:[\s-]*(?:writers?|reporters?|editors?))?|unknown|"
    r"an[oóôò]n[iyí]m(?:ous|us|ous[ea]?|e|o|a|e?r)?|null|none|nil|undefined|nan|n/?a|false|true|default|example|"
    r"unbekannt|inconnu|(?:.*\s)?(?:news|nachrichten|noticias|notícias|notizie|actualités|nieuws|nyheter|nyheder|"
    r"haber(?:ler)?|новости|новини|اخبار|חדשות|समाचार|न्यूज़?|ειδήσεις|ข่าว|вести|hírek|știri|أخبار|خبر|نيوز|新闻|"
    r"ニュース|뉴스|berita|habari|tin tức|uutiset|wiadomości|zprávy|online|web(?:site)?|newsroom|staff|writers?|"
    r"reporters?|correspondents?|by|von|de|of|från|av|af|da|di|desk|bureau|team|newsroom|redaktion|redaktionen|"
    r"redactie|redakcja|redakce|redakcija|toimitus|szerkesztőség|ब्यूरो|डेस्क|ডেস্ক|প্রতিবেদক|প্রতিনিধি)|(?:(?:da|"
    r"la|a|tim|die)\s)?(?:redaktion|redaksi|redazione|rédaction|redacción|redação|redacția)(?:\s.*)?|(?:e-?)?mail|"
    r"phone|tel\.?|fax|kontakt|contact|.*\b(?:author|autoren|autores|auteurs)\b.*|(?:.*[\s-])?[^\W\d_]*team|"
    r"(?:[A-Z]\.){2,}|(?:.*\s)?(?:profile|perfil|staff (?:page|reports?))|collecti[fv]e?|(?:.*\s)?images|"
    r"(?:entretien|entrevue|interview|entrevista|intervista|gespräch|gesprek|interjú|rozmowa|rozhovor|samtal|интервью|"
    r"беседа)\s(?:avec|with|mit|con|a|com|met|z|se?|с|med)\s.*|shutterstock|pixabay|unsplash|(?:jornal|di[aá]rio|revista|portal)\s.*|colectivo|kollektiv|(?:cortes[ií]a|"
    r"courtesy|gentileza|handout)\b.*|(?-i:(?:The|El|La|Los|Las|Les|Das|Die) [A-ZÀ-Þ]\S+)|(?:.*\s)?(?:times|"
    r"\w*zeitung|rundfunk|fernsehen|tageblatt|tribune|gazette|wire|sports?)|following|by|von|par|por|visitor|"
    r"(?:posted|published|signed|firmado|publicado|erstellt)(?: on| by| por| von)?|(?:zone|rubrique|pôle|ressort|"
    r"rubrik|section|sección|sezione|seção|отдел)\s+\w[\w\s-]{2,20}|.{1,10}(?:スポーツ|スポーツ報知|ニュース|新聞|放送|テレビ|取材班|编辑部|編輯部|"
    r"采访组|報道部)|スポーツ.{1,6}|.{2,6}社(?:记者|記者)|gast|gość|host|invité|invitado|гость|ziyaretçi|misafir|"
    r"συντακτικ[ήη]\s+ομάδα|συντακτικη\s+ομαδα|ניהול|מערכת\s.*|редак[цт]\w*(?:\s.*)?|(?:.*\s)?haber merkezi|"
    r"[가-힣]*(?:팀|편집국|보도국|뉴스룸)|text size|wordpress|joomla|drupal|blogger|(?:هيئة|فريق|قسم)\s.*|تحریریه|"
    r"กองบรรณาธิการ|ban biên tập|tòa soạn|(?:صحيفة|جريدة|موقع|شبكة|قناة|روزنامه|پایگاه|سایت)\s.*|.{2,}(?:[网網报報]|"
    r"[电電][视視][台臺]|(?:通[讯訊]|[报報]|杂志)社)|special to (?:the )?\w.*|redaccion|redacao|"
    r".*\b(?:mediengruppe|verlag|gmbh|media group|ltd|llc|inc)\b.*|副?教授|研究员|院长|讲师|佚名|匿名|"
    r"未知|无|不详|管理员|小编|编辑|本站|本站原创|网站编辑|责任编辑|编辑部|作者|记者|名無し|編集部|管理人|关注|關注|搜索|登录|注册|"
    r"分享|原创|转载|[即实實][時时](?:新[聞闻])?|整合|整理|综合|报道|報道|摄影?|[实實][习習]生|来源|來源|出處|出处|관리자|기자|편집부|редакция|администратор|админ|автор|المحرر|الكاتب|"
    r"כתב|terjemahan|traducción|tradução|traduzione|übersetzung)",
    re.I,
)
_LABEL = re.compile(
    r"^By(?-i:(?=[A-Z][a-z]+ [A-Z]))|^(?:(?:written|posted|published|reported|text|story|words|photos?)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|yazan)[\s:：]+(?=\S)|^(?:作者|文|撰文|撰稿|本报记者|记者|通讯员|著者|取材・文|文・|Author|Autor(?:in)?|Auteur|Text|Автор|"
    r"الكاتب)\s*[:：|｜/]\s*|"
    r"^(?:本报|[\u4e00-\u9fff]{2,12}(?:网|社|报|台|频道)\s)?(?:记者|記者)\s*(?=.)|^(?:칼럼니스트|평론가|소설가|작가)\s+(?=.)|^(?:[^\W\d_]+\s){1,3}(?:by|par|por|"
    r"przez)\s(?=\S)|"
    r"^.*\s(?:beiträge|artikel|texte|posts|articles|artículos|artigos)\s(?:von|by|de|par|por)\s(?=\S)|"
    r"^(?:corresponsal|correspondent|korrespondent|[ck]ontribut(?:or|eur))\s[^,]{2,30},\s(?=\S)|"
    r"^(?:dal(?:la)? nostr[ao] (?:inviat[ao]|corrispondente)|de notre envoyée? spéciale?)\s(?-i:(?=[A-ZÀ-Þ]))|"
    r"^(?:aufgezeichnet|geschrieben|verfasst|protokolliert|text|interview|eine? \w+)\s+von\s(?=\S)",
    re.I,
)
_EDITED = re.compile(
    r"编辑|編輯|編集|责编|审核|校对|监制|来源|來源|出处|出典|Edit(?:ed|or)|Redaktion|Quelle|Source|Foto|Photo|Picture|版权|"
    r"copyright|©|"
    r"Translat|Übersetz|Traduit|Traduzi|Traducid|翻译|翻訳|\s(?:監?訳|译)$|(?:Develop|Design|Power|Creat|Produc)ed by",
    re.I,
)
_WITH = re.compile(r"(?:com|con|avec|mit|with|met|med|cu)\s(?-i:[A-ZÀ-Ý])", re.I)
"""What stands before the agency from which a part of the article is."""
_ADDRESS = re.compile(
    r"\S+@\S+\.\S+|https?:|www\.|\.(?:com|org|net|cn|de|html?|php)\b|(?-i:^\S+\.(?:[a-z]{2,}|[A-Z]{2,})$)", re.I
)
_FIRM = re.compile(
    r".*(?:\be\.\s?V\.)|.*\b(?:GmbH|(?:d\.|sp\.\s?z)\s?o\.\s?o|s\.\s?r\.\s?[ol]|(?-i:eG|LLC|Inc\.|Ltd))\b.*|.*(?:\b(?:Inc|Ltd|Co\.?\s?KG|"
    r"LLC|Group|Holding|Labs|Publishing|Verlag|(?:New)?[Mm]edia|GmbH|AG|Corp|Co|S\.?A|S\.?L|S\.?p\.?A|PLC|Oy|AB|A/S)\.?)|"
    r"(?:ООО|ОАО|ЗАО|ПАО|АНО|ТОВ|ТОО)\s.*|.*(?:株式会社|有限会社|有限公司).*",
    re.I,
)
_CALLING = re.compile(
    r"\s*(?:(?:선임|수습|인턴)?기자|에디터|특파원|논설위원|칼럼니스트)(?:\s*외\s*\d+명)?$|\s*/\s*(?:journalist\w*|reporter|redaktör|"
    r"redaktør)$|記者$|\s著$",
    re.I,
)
"""What stands behind a name: 기자, “/ Journalist”."""
_SITE = re.compile(
    r"\b(?:portal|site|redaç(?:ão|ao)|redacción|redazione|rédaction|redaktion|agência|agencia|agence|jornal|diario|"
    r"newspaper|magazine|revista|team|desk|tv|radio|the)\b",
    re.I,
)
"""What a publisher is called besides its name."""
_SMALL = re.compile(r"^(?:do|da|de|del|della|dal|von|from|the|of|la|le|el|il|der|die|das|het)\s", re.I)
"""A word before a publisher's name: Do UOL."""
_DOMAIN = re.compile(r"\.[a-z]{2,4}$", re.I)
"""How a publisher's name ends that is an address."""
_TAIL = re.compile(
    r"\s+(?:(?:[-–—|｜]|//)\s.*|(?-i:(?:in|aus|from) [A-ZÄÖÜ][\w-]+)|@\w+|"
    r"(?:for\s)?(?:the\s)?(?:associated|canadian|united) press)$|\s*[(（][^()（）]*[)）]$",
    re.I,
)
"""What is written behind a name: from where, for whom, what he is called elsewhere."""
_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"(?=\S*\d)(?=\S*[A-Za-z])[A-Za-z0-9_-]{6,}|[0-9a-f-]{8,}|\S*\d{3,}\S*", re.I)
_LOGIN = re.compile(r"[A-Z]{2}[a-z]+")
"""The first letter of a name and a surname, as somebody is called who puts pages in."""
_TEMPLATE = re.compile(r"[{}<>\[\]$%|=\\^#《》]|\bvar\b")
_AND = re.compile(
    rf"\s*(?:,(?:\s{AND}(?=\s))?|;|；|、|，|·|/|(?<=[{HAN}])[&＆](?=[{HAN}])|\s(?:{AND}|实习生|實習生|通讯员|通訊員|记者|記者)\s)\s*|"
    r"(?<=\w)\sو(?!(?:ليد|ائل|سام|سيم|فاء|جدي|حيد|لاء|داد|ديع|هيب|صفي|فيق|جيه|ضاح|ئام|ردة|هبة)\b)(?=\w{2,}\s\w)"
)
_OF_SITE = re.compile(r"[/©]|(?:https?|mailto):|.*[(（]\s*(?:www\.|https?:)|.*\s[-–—|]\s[\w-]+(?:\.[a-z]{2,4})+$", re.I)
"""What is an address, or ends with one."""
_MANY_WORDS, _MAX_NAME = 6, 60
_PARTICLES = frozenset("de del della di da do dos das du des la le van von der den zu zur af av y e el al bin".split())
_INITIAL = re.compile(r"(^(?:mc(?=\w))?|[-'’.])(\w)")


def authors(value: str, not_these: Collection[str] = ()) -> list[str]:
    """The names in a value that may be authors; `not_these` are no authors: the publisher, the title."""
    text = _unlabelled(tidy(plain(re.sub(r"<[^>]*>", " ", plain(value)))), not_these)
    several = _CALLING.sub("", text).split()
    if len(several) > 1 and WHOLE_HAN.match(several[0]) and all(map(SHORT_HAN.fullmatch, several)):
        return [name for one in several if (name := _name(one, not_these))]
    if _is_whole(bare := _TAIL.sub("", text)):
        text = bare
    alike = {_same(other) for other in not_these}
    said_parts = [part for part in _AND.split(text) if part]
    parts = [part for part in said_parts if not (AGENCY.fullmatch(part) or _same(part) in alike)]
    if len(parts) < len(said_parts):  # for whom they write stands there too; where that comes first, a place follows
        parts = parts if said_parts[:1] == parts[:1] else []
        return [name for part in parts if _is_part(part) and (name := _name(part, not_these))]
    first, *rest = parts or [text]
    if rest and _is_whole(first) and (_is_place(text[len(first) :]) or any(_ends_as_role(part) for part in rest)):
        text, rest = first, []  # and where he writes from, or what he is
    if rest and (all(map(_is_part, parts)) or sum(map(_is_part, parts)) > 1):
        return [name for part in parts if _is_part(part) and (name := _name(part, not_these))]
    whole = _name(text, not_these)
    return [whole] if whole else []


def _unlabelled(text: str, not_these: Collection[str]) -> str:
    """The names without what stands before and behind them; empty where they are an editor’s, or a site’s."""
    while label := _LABEL.match(text):
        if _EDITED.search(label[0]):
            return ""
        text = text[label.end() :]
    text = re.sub(rf"(?<=\w{{4}})\.$|[／/]\s?[{HAN}]{{0,6}}(?:報導|報道|报道)$", "", without_day(text))
    for other in filter(None, not_these):
        own = re.escape(other)
        text = re.sub(rf"^{own}\s[-–—|]\s|(?<=\w)\s+(?:for|für|pour|para|per|voor|för)\s+{own}$", "", text, flags=re.I)
    if _OF_SITE.match(text) or re.match(IN_CASE, text, re.I):
        return ""
    text = re.sub(rf"^([{HAN}]{{2,5}})[・･][^・･]*(?:大学|大學|研究|教授|記者|弁護士|協会).*", r"\1", text)
    text = re.sub(r"^(?:Автор|Авторка|Автори|Авторы)\s+(?=[А-ЯЁІЇЄҐ])", "", text)
    said = re.fullmatch(rf"(?P<body>[{HAN}]{{2,6}})\s+(?P<name>[{HAN}]{{2,4}})", text)
    if said and WHOLE_HAN.match(said["name"]) and not WHOLE_HAN.match(said["body"]):
        return said["name"]  # for whom he writes stands before it
    return text


def is_site(name: str, host: str) -> bool:
    """Whether a name is that of the site at a host: Jornal O Papel, of opapel.example."""
    bare = _SITE.sub("", name)
    is_called = bare != name or (" " not in name and not name.istitle())
    return is_called and _same(bare) == host.casefold()


def _is_whole(words: str) -> bool:
    """Whether it is a name of two words or more."""
    return " " in words and _is_part(words)


def _is_place(rest: str) -> bool:
    return bool(re.fullmatch(r"\s*[^\w\s]\s*[^\W\d_]+", rest))


def _ends_as_role(words: str) -> bool:
    """Whether words behind a name are too many for another one, or an address."""
    return len(words.split()) > _MANY_WORDS or bool(_ADDRESS.search(words) or ROLE.fullmatch(words))


def _name(words: str, not_these: Collection[str]) -> str:
    """The name; empty where it is none."""
    text = _TAIL.sub("", tidy(words)).strip(" ,;:：·|-–—《》") if not words.startswith("@") else ""
    text = _CALLING.sub("", text) or text
    alike = {_same(one) for other in not_these for one in (other, _DOMAIN.sub("", other)) if one}
    is_login = " " not in text and (text.islower() or bool(_LOGIN.fullmatch(text)))
    one_word = len(text.split()) == 1 and text.isascii()
    if (
        not _LETTER.search(text)
        or len(text) > _MAX_NAME
        or re.fullmatch(rf"[{HAN}]{{6,}}", text)  # a body, or a name with one before it
        or len(text.split()) > _MANY_WORDS
        or _NONE.fullmatch(text)
        or is_chrome(text)
        or (one_word and text.isupper() and len(text) < _MANY_WORDS)  # an agency, or initials
        or is_login
        or ROLE.fullmatch(text)
        or _FIRM.fullmatch(text)
        or AGENCY.fullmatch(text)
        or _ADDRESS.search(text)
        or _WITH.match(text)
        or OFFICE.fullmatch(text)
        or _CODE.fullmatch(text)
        or _TEMPLATE.search(text)
        or _EDITED.search(text)
        or re.search(r"[。！？!?…]|[:：]", text)
        or _same(text) in alike
        or _same(_SITE.sub("", text)) in alike
        or _same(_SMALL.sub("", text)) in alike
        or (one_word and any(_same(text) in other for other in alike))
        or any(_is_branch(text, other) or _leads_a_part(text, other) for other in not_these)
        or ((said := credit(words)) and said.kinds != ("author",) and not _LABEL.search(words))
        or len(_LETTER.findall(text)) < 2
    ):
        return ""
    return text


def _is_branch(name: str, body: str) -> bool:
    """Whether a name is that of a body with more behind it, or its first word, as a branch and an account have."""
    bare = (_SMALL.sub("", _DOMAIN.sub("", one)).casefold() for one in (name, body))
    words, others = (re.findall(r"[^\W_]{2,}", one) for one in bare)
    if re.match(rf"{re.escape(name)}(?:\s*[.:]\s|(?:\s+[^\W\dA-Z_]\S*){{1,2}}\s(?:\S+\s){{2,}})", body):
        return False  # a title with its author's name before it
    return bool(words and others) and (
        any("".join(words[:many]) == "".join(others) for many in range(1, len(words) + 1))
        or (words[-1:] == others and bool(_DOMAIN.search(body)))
        or (len(words) > 1 and others[: len(words)] == words)
        or (words == others[:1] and len(name.split()) > 1)
    )


def _leads_a_part(name: str, title: str) -> bool:
    """Whether a part of a window's title begins with the name and goes on, as a site's with its section: …_网易科技.

    Or is the first part of the name: 网易科技-综合.
    """
    first, *rest = re.split("[-–—]", name)
    behind = r"(?=[\s_|｜-]|$)" if rest else r"[^\s_|｜-]"
    return not name.isascii() and bool(re.search(rf"[_|｜-]\s*{re.escape(first)}{behind}", title))


def may_write(name: str, language: str, lines: Iterable[str] = ()) -> bool:
    """Whether a name may be a person's in its language: in Chinese four signs without a surname are a body's.

    In a script that is not Latin a Latin name that no line of the page shows is that of whoever put the page in, and
    words in small letters that none shows so are a section. In Vietnamese `Theo` is said before a source.
    """
    if written_in(language) != "Latn" and name.isascii():
        return any(name.casefold() in line.casefold() for line in lines)
    if name.islower() and " " in name:
        return any(name in line for line in lines)
    nobody = {"vi": "Theo ", "zh": rf"(?![{''.join(SURNAMES)}])[{HAN}]{{4,}}$"}.get(language[:2])
    return not (nobody and re.match(nobody, name))


def cased(name: str, shown: Iterable[str] = ()) -> str:
    """A name that stands in capitals or small letters alone, as CSL wants it: as the page shows it, or “John Smith”."""
    words = name.split()
    if len(words) < 2 or not (name.isupper() or name.islower()) or not all(map(_LETTER.match, words)):
        return name
    for line in shown:
        for found in re.finditer(re.escape(name), line, re.I):
            if all(word in _PARTICLES or word[:1].isupper() for word in found[0].split()) and not found[0].isupper():
                return found[0]
    if name.islower():
        return name  # it may be what somebody calls himself
    return " ".join(
        word.lower() if at and word.lower() in _PARTICLES else _capitals(word) for at, word in enumerate(words)
    )


def _capitals(word: str) -> str:
    return _INITIAL.sub(lambda found: f"{found[1].capitalize()}{found[2].upper()}", word.lower())


def _is_part(words: str) -> bool:
    """Whether it is a whole name among several: of two words or more, or of two to four signs of Han, or no name."""
    return bool(
        re.fullmatch(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}", words)
        or re.fullmatch(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af・·]{2,8}", words)
        or _NONE.fullmatch(words)
        or _ADDRESS.search(words)
    )


def _same(words: str) -> str:
    return re.sub(r"\W+|^the\b|[\u0300-\u036f]", "", normalize("NFD", words.casefold()))
