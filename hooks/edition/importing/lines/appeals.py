"""How a site speaks to its readers beside its articles: what it sells, offers, asks for, answers for."""

from __future__ import annotations

import re

OFFER = re.compile(
    r"\b(subscri(be|ptions?)|sign up|register(?! *\))|free trial|continue reading|read the (rest|full)|"
    r"abonne[zr]|abonnement|abonnier\w*|inscrivez|réservée? aux|lire la suite|weiterlesen|"
    r"kostenlos testen|jetzt testen|suscr[ií]b\w+|subscriu\w*|fes-te|"
    r"hazte (suscriptor|socio)|seguir leyendo|assine|assinante|continue lendo|abbona\w*|continua a leggere|"
    r"fuld adgang|læs resten|få adgang|full tilgang|les resten|prenumerera|läs vidare|tilaa|lue koko|word abonnee|"
    r"lees verder|wykup|wypróbuj|prenumerat\w*|subskry[bp]\w+|czytaj dalej|předplat\w+|előfizet\w+|abone ol)\b|"
    r"подпи(ш|с)\w+|купить доступ|اشترك|اشتراك|会員登録|有料会員|購読|订阅|付费阅读|구독",
    re.I,
)
"""What the heading of an offer says."""
APPEALS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # rules for comments
        r"\b(comments?|comentarios?|comentários?|commentaires?|kommentare?n?|kommenter\w*|commenti|reacties|"
        r"komentarz[ey]?|komentar\w+|yorum\w*)\b"
        r".*\b(guidelines|terms|rules|modera\w+|norm[ae]s|regras|règles|charte|regeln|netiquette|spelregels|"
        r"retningslinje\w*|riktlinje\w*|regulamin\w*|"
        r"kurallar\w*|responsab\w+)|"
        r"\b(neatsako už|nezodpovedá za|neodpovídá za|ne odgovara za) \w*komentar|"
        r"\bnie ponosi odpowiedzialności za (wypowiedzi|komentarze|treść)\b|"
        r"تعليق.*(إرشادات|شروط)|комментари.*правил|コメント.*(規約|ルール|ガイドライン)|"
        r"评论.*(规则|规定|条款)",
        # whose the opinions are
        r"\b(opinions?|views|opiniones|opiniões|opinioni|meinungen|opinie|meningen)\b.{0,120}"
        r"\b(do(es)? not|don.t|no|não|non|nicht|"
        r"n.engagent|nie|niet)\b|(الآراء|آراء).{0,60}لا (تعبر|تمثل)|мнени.{0,60}не совпадать|"
        r"(观点|看法).{0,30}(不代表|仅代表)",
        # a request for money
        r"\b(support (us|our|independent)|donat(e|ion)|become a (member|supporter)|apoi[ae]\w*|doaç\w+|apóya\w*|"
        r"donaci\w+|hazte soci\w+|soutenez|faites un don|spenden?|unterstütze[nt]? (?:sie )?(uns|unser\w*)|"
        r"jetzt unterstützen|sostieni(ci)?|dona ora|steun ons|doneer|støtt oss|stöd oss|"
        r"tue meitä|wesprzyj|podpořte|podporte|támogass|destek ol\w*|"
        r"ap[oó]y[ae] nuestro|(join|únete a|únase a|rejoignez) (our|nuestra|notre) com?muni\w+)\b|"
        r"поддержите|пожертвован|підтримайте|ادعم|تبرع|ご支援|寄付|支持我们|捐款|후원",
    )
)
"""What a site says to its readers under an article, in a box of its own."""
PROMOTION = re.compile(
    r"(?=.*\b(newsletters?|premium|podcasts?|whatsapp|telegram|apps?|e-?mails?|inbox|posteingang|postfach|probe-?abo\w*|"
    r"abonnement)\b)"
    r".*\b(sign(ing)?[- ]up|subscrib\w+|download|follow|anmeld\w*|abonnier\w*|kostenlos\w*|gratis|inscr\w+|iscriv\w+|"
    r"suscr\w+|abonne[rz]\w*|recev\w+|recib\w+|receba|ricev\w+|descarg\w+|baixe|télécharg\w+|scarica|laden|"
    r"aanmeld\w*|únete|click(?:ing)? here|tilaa|prenumer\w*|zapisz|odbier\w*|pobierz|stáhn\w+|iratkoz\w+|"
    r"indir\w*|đăng ký)\b|"
    r"подпи(шит|сыва)|установите|підпи(шіт|суй)|نشرتنا|اشترك في|メールマガジン|メルマガ|アプリ.*ダウンロード|"
    r"app(?=\W|[\u4e00-\u9fff]).{0,120}(?:下載|下载|更新版|最新版|影片)|"
    r"公众号.*关注|关注.*公众号|订阅.*邮件|뉴스레터.*구독",
    re.I,
)
"""What a site offers its readers beside its articles, and how they get it; such a line leads there."""
COMMENT = re.compile(
    r"\b(?:leave|drop|post|share|write) (?:me |us )?(?:an? |your )[^.]{0,40}\bcomments?\b|"
    r"\b[ck]omm?ent\w*\b.{0,140}\bmodera\w+|\bcomments? (?:section |box )?below\b|コメント.{0,10}(?:ください|お待ち)|"
    r"\bdeix[ea] .{0,40}(?:comentário|opini)|\bdéj[ae](?:me|nos)? .{0,30}comentario|\blaissez? .{0,30}commentaire|"
    r"\b(?:lass|hinterlass|verrat)\w* .{0,60}\bkommentar|(?:пишите|делитесь) .{0,40}комментари|можете комментировать|"
    r"удалить ваши комментарии|"
    r"\bkommentare zu (?:diesem|dem) \w+ .{0,60}\bhinterlass|\bvoit keskustella ",
    re.I,
)
"""How a site asks its readers to write below an article."""


def invites(text: str) -> bool:
    """Whether the words offer what the site has beside its articles, or ask for something."""
    return any(pattern.search(text) for pattern in (OFFER, PROMOTION, *APPEALS))


def is_appeal(text: str) -> bool:
    """Whether the words are such as a site says to its readers beside its articles."""
    return any(pattern.search(text) for pattern in APPEALS)
