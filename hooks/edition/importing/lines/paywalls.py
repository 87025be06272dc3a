"""What a site writes where the rest of an article is sold: for whom it is, what to do to go on, how much is left."""

from __future__ import annotations

import re

_ITSELF = (
    r"(?:(?:this|the rest of (?:this|the)|our) (?:article|story|content|post|report|page|text)|cet article|"
    r"ce contenu|"
    r"(?:la suite|le reste) de (?:cet|l.)\s?article|diese[rs]? (?:artikel|beitrag|text|inhalt)|"
    r"(?:este|esta|el|la|o|a) (?:artículo|contenido|conteúdo|artigo|noticia|notícia|nota|matéria|reportagem)|"
    r"(?:contenido|contenu|contenuto|conteúdo|article|artículo|artigo|articolo|noticia)|"
    r"(?:questo|il) (?:articolo|contenuto)|(?:dit|deze) (?:artikel|inhoud)|"
    r"(?:denne |den här )?(?:artikel(?:n|en)?|artikkelen|saken|tekst(?:en)?)|tämä (?:artikkeli|juttu|sisältö)|"
    r"(?:ten|ta) (?:artykuł|tekst|treść)|tento (?:článek|článok|obsah)|ez a (?:cikk|tartalom)|"
    r"bu (?:içerik|haber|yazı|makale)|(?:этот |данный )?(?:материал|текст|контент)|(?:эта )?статья|"
    r"(?:цей )?матеріал|(?:هذا )?المحتوى|(?:هذا )?المقال|(?:هذه )?المقالة)"
)
_ONLY = (
    r"(?:only|exclusive(?:ly)?|reserved|available|for|réservée?s?|exclusi\w+|nur|s[oó]lo|somente|apenas|riservat\w|"
    r"solamente|alleen|"
    r"enkel|kun|bare|endast|för|vain|tylko|wyłącznie|pouze|jen|csak|özel\w*|sadece|только|лише|тільки|فقط|متاح)"
)
_READERS = (
    r"(?:subscribers?|members|abonnés?|abonnent(?:en|innen|er)|suscriptores|socios|assinantes|abbonati|abonnees|"
    r"prenumeranter|tilaaj(?:ille|a)|subskrybent\w+|prenumerator\w+|předplatitel\w*|predplatiteľ\w*|előfizető\w*|"
    r"abone(?:ler\w*)?|подписчик\w*|передплатник\w*|للمشتركين|للأعضاء)"
)
_GO_ON = (
    # to do so, one is to subscribe
    r"(?:please )?(?:log ?in|sign (?:in|up)|subscribe|register|join(?: \w+)?|become a (?:member|subscriber)|"
    r"create (?:an?|your) (?:free )?account)\b.{0,30}\b(?:to|and) (?:continue|keep|read|unlock|access|view|"
    r"see)\b.{0,60}",
    r"(?:in order )?to (?:continue|keep|read|unlock|access|view)\b.{0,50}\b(?:subscribe|log ?in|sign (?:in|up)|"
    r"register)\b.{0,50}",
    r"(?:abonnez|inscrivez|connectez|identifiez)-vous(?: (?:pour|afin|dès|à partir|maintenant)\b.{0,60})?",
    r"pour (?:lire|continuer|accéder|poursuivre)\b.{0,50}\b(?:abonnez|connectez|inscrivez|identifiez)-vous\b.{0,50}",
    r"weiterlesen (?:mit|nach|für)\b.{0,40}|"
    r"(?=.*\b(?:anmeld|registrier|einlogg|abo|test|zugang))"
    r".{0,60}\b(?:um|und)\b.{0,40}\bweiter(?:zu)?lesen\b.{0,10}",
    r"(?:suscr[ií]be|reg[ií]stra|inicia sesión|hazte (?:soci|suscriptor))\w*\b.{0,30}"
    r"\bpara (?:seguir|continuar|leer|acceder|ver)\b.{0,50}|para (?:seguir|continuar) (?:leyendo|lendo)\b.{0,70}",
    r"(?:assine|cadastre-se|faça (?:o )?(?:seu )?login|entre (?:na|com))\b.{0,30}"
    r"\bpara (?:continuar|ler|acessar|ver)\b.{0,50}",
    r"(?:abbonati|registrati|accedi)\b.{0,30}\bper (?:continuare|leggere|proseguire|sbloccare)\b.{0,50}|"
    r"per continuare (?:a leggere|la lettura)\b.{0,70}",
    r"(?:word abonnee|log in|neem een abonnement|registreer)\b.{0,30}\bom\b.{0,40}\blezen\b.{0,20}",
    r"(?:logg inn|log ind|logga in|bliv? (?:abonnent|prenumerant))\b.{0,30}\b(?:lese|læse|läsa)\b.{0,40}|"
    r"(?:kirjaudu|tilaa)\b.{0,30}\b(?:lue|lukeaksesi|jatka\w*)\b.{0,40}",
    r"(?:zaloguj się|wykup|zarejestruj się)\b.{0,40}\b(?:aby|by|żeby)\b.{0,10}\b(?:czytać|przeczytać|"
    r"kontynuować)\b.{0,40}|"
    r"(?:přihlaste|prihláste|registrujte) se\b.{0,40}\b(?:číst|čít\w+|pokrač\w+)\b.{0,40}",
    r"(?:войдите|авторизуйтесь|зарегистрируйтесь|оформите подписку|подпишитесь)\b.{0,30}"
    r"\bчтобы (?:читать|прочитать|продолжить|дочитать)\b.{0,40}",
    r"(?:ログイン|会員登録|無料登録|購読|有料会員).{0,12}(?:続き|全文|記事).{0,8}(?:読む|読め|閲覧|お読み).{0,12}",
    r".{0,12}会員登録(?:すると|で|が必要).{0,30}",
    r"(?:登录|打开小程序|打开app|下载app|注册)后?才?(?:可以|可|即可)?(?:查看)?.{0,10}全文哦?",
    r"(?:この先|(?:この|本)?記事の続き|この続き|続き|全文)(?:は|を(?:読む|お読みいただく|ご覧いただく)には).{0,20}"
    r"(?:会員|有料|購読|ログイン|登録).{0,24}",
    r"(?:登录|登錄|登入|订阅|訂閱|付费|付費|购买|購買|开通会员|成为会员|加入會員)(?:后|後)?(?:即可|可以?|才能|"
    r"方可)?(?:继续|繼續)?"
    r"(?:阅读|閱讀|查看|解锁|解鎖)(?:全文|全部|更多|剩余|完整|本文).{0,12}",
    r"(?:로그인|구독|회원\s?가입).{0,6}(?:후|하시면|하고|하면).{0,24}(?:이용|읽|볼|보실).{0,16}",
    r"(?:سجل|اشترك|قم بتسجيل).{0,30}(?:لقراءة|للقراءة|(?:لمتابعة|لمواصلة) القراءة).{0,30}",
)
_IS_ONE = (
    # whoever has paid is asked who he is
    r"(?:already|not (?:yet )?) an? (?:\w+ )?(?:subscriber|member)\W.{0,40}|"
    r"(?:already|do you) have (?:an account|a subscription)\W.{0,40}|"
    r"(?:vous êtes )?déjà (?:abonnée?|inscrite?|membre)\W.{0,40}|vous avez déjà un (?:abonnement|compte)\W.{0,40}|"
    r"sie haben (?:bereits|schon) ein (?:\w+-?)?(?:abo|konto|abonnement)\W.{0,40}|"
    r"(?:bereits|schon) (?:abonnent(?:in)?|registriert|kunde)\W.{0,40}|"
    r"¿?ya (?:eres|soy|es) (?:suscriptora?|soci[oa])\W.{0,40}|(?:você )?já é (?:assinante|cadastrado)\W.{0,40}|"
    r"(?:sei )?già abbonat[oa]\W.{0,40}|(?:bent u |ben je )?al abonnee\W.{0,40}|"
    r"(?:er du )?allerede (?:abonnent|kunde)\W.{0,40}|(?:är du )?redan prenumerant\W.{0,40}|"
    r"oletko jo tilaaja\W.{0,40}|masz już (?:subskrypcję|prenumeratę|konto)\W.{0,40}|"
    r"(?:už|již) (?:máte předplatné|jste předplatitel\w*)\W.{0,40}|zaten abone misiniz\W.{0,40}|"
    r"уже (?:есть подписка|подписаны)\W.{0,40}|(?:すでに)?会員の方は.{0,20}|已(?:经)?(?:是会员|订阅|"
    r"有账号).{0,4}[,，？?].{0,12}",
)
_LEFT = (
    # how much of it, or of what is free, is left
    r"you(?:.ve| have) (?:reached|used|read|hit)\b.{0,40}\b(?:free|limit)\b.{0,60}|"
    r"you(?:.ve| have) \w+ (?:free )?(?:article|stor)\w+ (?:left|remaining)\b.{0,30}",
    r"il vous reste .{0,20}% de cet article à lire",
    r"残り\s*[:：]?\s*約?[\d,，]+\s*(?:文字|字|ページ).{0,40}",
    r"(?:剩余|剩餘|余下|还有|還有)\s*(?:约|約)?[\d,.]+\s*[%％字].{0,24}",
)
_FOR_WHOM = (
    rf".{{0,8}}{_ITSELF}\b.{{0,40}}\b{_ONLY}\b.{{0,24}}\b{_READERS}(?: only| vorbehalten| dostępn\w+)?",
    rf".{{0,8}}{_ITSELF}\b.{{0,30}}\b{_READERS}.{{0,12}}\b{_ONLY}.{{0,4}}",
    rf"(?:nur für|réservée?s? aux|solo para|exclusiv[oe] para|exclusive to|solo per|alleen voor|kun for|vain|"
    rf"tylko dla)\s"
    rf"(?:our |our paying |unsere )?{_READERS}",
    r"(?:this|the rest of this) (?:article|story|content) is (?:reserved |only |available |exclusively )*(?:for|to) "
    r".{0,30}(?:subscribers|members)(?: only)?|.{0,40}réservée?s? aux abonnés",
    r"(?:以下|剩余|剩餘|余下|后续|後續|本文|此文|该文|該文|全文|本篇)(?:内容|內容|部分)?(?:为|為|仅|僅|需|需要|须|"
    r"須|属于|限|供)"
    r".{0,12}(?:付费|付費|会员|會員|订阅|訂閱|订户|訂戶).{0,20}",
    r"(?:(?:この|本)記事は)?(?:有料)?会員(?:限定|専用)(?:記事|コンテンツ)?(?:です)?|"
    r"この記事は(?:会員|有料|購読者).{0,30}",
    r"(?:이|본|해당)\s?(?:기사|콘텐츠|글)(?:는|은)\s?.{0,16}(?:회원|구독자).{0,8}(?:전용|만|에게).{0,16}",
)
_PATTERNS = tuple(re.compile(pattern, re.I) for pattern in (*_FOR_WHOM, *_GO_ON, *_IS_ONE, *_LEFT))
_SENTENCE = re.compile(r"(?<=[.!。！])(?!(?<=\d\.)\d)\s*(?=\S)")
_FEW = 3
_MAX = 240


def is_paywall(line: str) -> bool:
    """Whether each of the line's few sentences asks who reads on, or says who may."""
    sentences = [one.rstrip(".!。！ ") for one in _SENTENCE.split(line.strip())] if len(line) <= _MAX else []
    return 0 < len(sentences) <= _FEW and all(any(pattern.fullmatch(one) for pattern in _PATTERNS) for one in sentences)
