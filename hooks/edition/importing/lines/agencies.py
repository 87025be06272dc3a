"""Agencies, which send an article to many newspapers; and how a line says that one did, and from where."""

from __future__ import annotations

import re

from edition.importing.lines.days import DAY
from edition.text import HAN

_AS_WRITTEN = (
    r"(?-i:ANP|NTB|STT|ČTK|CTK|MTI|PAP|APA|apa|SDA|sda|ATS|ats|HINA|BTA|ELTA|LETA|ANSA|EFE|Efe|PTI|ANI|IANS|UNB|BSS|"
    r"ANKA|DHA|IHA|KNA|kna|EPD|epd|SID|sid|DPA|dpa|AFP|afp|AP|ap|UPI|WAM|SPA|QNA|CNN|PETRA|MEHR|TASR)"
)
"""Those whose names in other capitals are words, or people: Petra, Ani and Sid."""
_NAMES = (
    rf"(?:{_AS_WRITTEN}|associated press|agence france-presse|europa press|reuters|bloomberg|xinhua|オリコン|"
    r"ria novosti|yonhap|kyodo|jiji|tass|interfax|ukrinform|lusa|belga|ritzau|tanjug|"
    r"agerpres|adnkronos|askanews|antara|bernama|tasnim|irna|isna|fars|"
    r"тасс|интерфакс|укринформ|укрінформ|унн|риа(?: новости)?|"
    r"新华网|新华社|新華社|中新社|共同|時事|中央社|路透社?|法新社|美联社|美聯社|德新社|塔斯社|彭博社?|聯合報|연합뉴스|뉴시스|뉴스1|"
    r"ا\s?ف\s?ب|أ\.?\s?ف\.?\s?ب|رويترز|واس|وام|ایسنا|ایرنا|تسنیم|فارس)"
)
AGENCY = re.compile(
    rf"(?:the\s+)?(?:{_NAMES}|(?:united|australian associated|canadian) press|press association|"
    r"(?:thomson\s)?reuters(?:\s(?:videos?|life!?))?)"
    r"(?:[\s/-]+(?:staff|deutschland|france|dpa|afx|sda|ats|keystone|infoline|apa|news|afp|ap|in\s.*|em\s.*|"
    r"à\s.*))*|(?:dpa|afp|reuters|xinhua)\s(?-i:[A-ZÀ-Þ]\w+)|"
    r"(?:news\s|wire\s)?(?:agenc(?:y|ies)|services)|agencias|agenzie|agências|agences|agenturen|"
    r".*(?:\bpresse?[\s-]?agentur|nachrichtenagentur|news agency|agence\b.*|\bagencia\b.*|\bagência\b.*|"
    r"\bagenzia\b.*|"
    r"ajansı|nyhetsbyrå|nyhedsbureau|persbureau|uutistoimisto|agencja\b.*|агентство|інформагентство|通讯社|通訊社|"
    r"通信社|"
    r"통신|وكالة\s.*|وکالة\s.*|خبرگزاری.*|सूचना एजेंसी|एजेंसी|thông tấn xã.*|สำนักข่าว.*)",
    re.I,
)
"""Who sent it to many newspapers; none of them says who wrote it."""

_SHORT = rf"(?i:{_NAMES}|(?:news )?agencies|agencias|agenturen|dpa[-/][a-z]+)"
"""Those that a line may name alone."""
_ALL = rf"{_SHORT}(?:\s?[/,+-]\s?{_SHORT})*"
_PLACE = rf"(?:[A-ZÀ-ÞА-Я][\w.’'-]*(?:\s[A-ZÀ-ÞА-Я][\w.’'-]*){{0,3}}|[{HAN}]{{2,6}}|[가-힣]{{2,6}})"
_SENT = re.compile(
    r"(?:(?:By|Von|Par|Por|Door|Source\s?:|Quelle\s?:|Fuente\s?:|Fonte\s?:)\s)?(?:"
    rf"[(（\[]?(?P<alone>{_ALL})[)）\]]?|"
    rf"[(（\[](?P<before>{_ALL})[)）\]]\s*[-–—,|/·]?\s*{_PLACE}|(?P<first>{_ALL})\s?[,/|·–—-]\s?{_PLACE}|"
    rf"(?P<spaced>[{HAN}]{{2,3}}社)\s{_PLACE}|"
    rf"{_PLACE}(?:,\s(?:{DAY}|{_PLACE}\s\d{{1,2}}))?\s?[-–—,|/·]?\s?[(（\[](?P<behind>{_ALL})[)）\]]"
    r")"
)


def sender(line: str) -> str:
    """The agency that a whole line names, alone or with the place from where it writes; empty where it is none."""
    found = _SENT.fullmatch(line)
    return next(filter(None, found.groups()), "") if found else ""
