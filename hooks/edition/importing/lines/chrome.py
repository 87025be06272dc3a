"""Words that belong to the site around an article and not to the article: buttons, counters, invitations.

A line counts only as a whole, so that an article may speak of sharing and of comments.
"""

from __future__ import annotations

import re

from edition.importing.lines.invitations import INVITATIONS
from edition.importing.lines.paywalls import is_paywall

_PHRASES = """
分享 分享到 分享至 转发 点赞 赞 收藏 喜欢 举报 投诉 评论 发表评论 写评论 暂无评论 全部评论 热门评论 原文 阅读原文
閱讀更多 阅读更多 繼續閱讀 继续阅读
查看原文 原文链接 相关标签 标签 相关阅读 相关推荐 推荐阅读 猜你喜欢 为你推荐 热门推荐
延伸阅读 更多精彩 查看更多 加载更多 展开全文
阅读全文 关注 已关注 关注我们 打开APP 打开app 下载APP 下载客户端 打开小程序
返回首页 返回顶部 首页 登录 注册 打印 责任编辑 責任編輯 微信 微博 朋友圈 QQ空间
上一篇 下一篇 复制链接 扫一扫 微信扫一扫 版权声明 免责声明 广告
share tweet print email save comment comments like follow subscribe advert advertisement sponsored home menu search
login|log in|sign in|sign up|register|read more|show more|load more|more stories|related articles|related stories
related|recommended|most read|trending|copy link|leave a comment|add a comment|join the conversation|newsletter
sign up for our newsletter|skip to content|skip to main content|back to top|cookie settings|accept all
share this article|share|sponsored links|スポンサード リンク|スポンサードリンク|スポンサーリンク
share on facebook|share on twitter|share on x|facebook|twitter|linkedin|whatsapp|reddit|read original|view original
report|report this
publicité|passer la publicité|werbung|anzeige|anzeigen|publicidad|pubblicità|publicidade|reklama|reklam|reklame|annonse
annons|advertentie|mainos|реклама|广告|廣告|広告|광고|إعلان|تبلیغات|passend zum artikel|mehr zum thema
διαφήμιση|προβολή|oglas|inzerce|hirdetés|publicitate|iklan|โฆษณา|विज्ञापन|বিজ্ঞাপন|פרסומת
lire aussi|à lire aussi|à voir également|à voir aussi
weiterlesen|weitere videos|weitere artikel|top stories|don't miss|also read|انتهای پیام
weitere newsletter|leggi anche|lee también|les også|läs också|lees ook|читайте также|baca juga|اقرأ أيضا|xem thêm
read also|must read|read next|see also|keep reading|you may also like|more on this|lesen sie auch|lies auch|mehr dazu
you might also like|también te puede interesar|sugiere una corrección|polub nas|udostępnij cytat|zitat teilen
share quote|share this quote|cela vous intéressera aussi|cela peut vous intéresser|vous aimerez aussi
au sommaire|à lire également|sur le même sujet|lire la suite|seguir leyendo|leer más|te puede interesar|te recomendamos
leia mais|leia também|veja também|leggi tutto|per approfondire|potrebbe interessarti|lees meer|lees verder
les også|les mer|læs også|læs mere|läs mer|läs vidare|lue myös|lue lisää|lue seuraavaksi|lue aiheesta lisää
czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|przeczytaj także|przečtěte si také|čtěte také
mohlo by vás zajímat|prečítajte si aj|olvasd el ezt is|kapcsolódó cikkek|citește și|vezi și|pročitajte i
preberite tudi|loe ka|lasi arī|taip pat skaitykite|διαβάστε επίσης|διαβάστε ακόμη|σχετικά άρθρα|прочетете още
читайте по теме|смотрите также|по теме|читайте також|ilgili haberler|bunlar da ilginizi çekebilir
baca selengkapnya|simak juga
bài liên quan|tin liên quan|เรื่องที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة
اقرأ المزيد|مطالب مرتبط|بیشتر بخوانید|קראו גם|עוד בנושא|관련기사|관련 기사|यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें
ఇవి కూడా చదవండి|మరిన్ని వార్తలు|இதையும் படிங்க|மேலும் படிக்க|ഇതും വായിക്കുക|കൂടുതൽ വായിക്കുക|આ પણ વાંચો|વધુ વાંચો
हेही वाचा|आणखी वाचा|ಇದನ್ನೂ ಓದಿ|ਇਹ ਵੀ ਪੜ੍ਹੋ|තවත් කියවන්න|یہ بھی پڑھیں|مزید پڑھیں
আরও পড়ুন|আরো পড়ুন|あわせて読みたい|次に読む|soma pia|mwisho|end of article
图像加注文字|圖像加注文字|视频加注文字|視頻加注文字|你的器材不支持播放多媒体材料
image caption|video caption|pie de foto|legenda da foto
légende photo|подпись к фото|підпис до фото|التعليق على الصورة|तस्वीर का कैप्शन|इमेज कैप्शन|ছবির ক্যাপশন
画像説明|写真説明|사진 설명
keterangan gambar|chú thích hình ảnh|คำบรรยายภาพ|توضیح تصویر|listen to this story|listen to this article
autoplay|previous next|prev next|access full article|haberin devamı|最新影片推介
close|caption|schließen|fermer|cerrar|fechar|chiudi|sluiten|stäng|lukk|sulje|zamknij|zavřít
embed|článek|artikel|article|artículo|articolo|artigo
artykuł|статья|стаття|cikk|artikkel|artikkeli|makale|기사
tags etiquetas étiquettes schlagwörter schlagworte stichworte nyckelord avainsanat tagi štítky címkék etiketler
теги метки rss-лента
palabras clave|palavras-chave|mots-clés|mots clés|parole chiave|słowa kluczowe|klíčová slova|ключевые слова
kommentarer kommentarar comentarios comentários commentaires commenti reacties komentarze komentáře hozzászólások
yorumlar комментарии коментарі التعليقات تعليقات نظرات תגובות ความคิดเห็น 댓글
teilen merken drucken imprimir imprimer kommentare anzeige startseite anmelden abonnieren
kommentar schreiben|mehr zum thema|artikel drucken|artikel teilen|zur startseite|auch interessant
das könnte sie auch interessieren|das könnte sie auch interessieren
シェア シェアする ツイート ブックマーク コメント コメントする 関連記事 おすすめ記事 人気記事 ログイン 会員登録
notas relacionadas|noticias relacionadas|artículos relacionados|contenido relacionado|publicaciones relacionadas
notícias relacionadas|matérias relacionadas|articoli correlati|verwandte artikel|ähnliche artikel|ähnliche beiträge
articles similaires|articles liés|powiązane artykuły|související články|похожие материалы|похожие статьи|benzer haberler
您可能感兴趣的文章|您可能感兴趣|你可能感兴趣|您可能也喜欢|推薦|推薦閱讀|延伸閱讀|相關新聞|相關文章|相关新闻|相关文章
after newsletter promotion|powered by|
most popular|more on this story|meistgelesen|am meisten gelesen|meistgelesene artikel|les plus lus|lo más leído
lea también|más leídas|mais lidas|mais lidos|i più letti|più letti|meest gelezen|gerelateerde artikelen|mest läst
relaterade artiklar|mest læste|relaterede artikler|mest lest|relaterte artikler|luetuimmat|najczęściej czytane
nejčtenější|najčítanejšie|súvisiace články|legolvasottabb|cele mai citite|articole similare|най-четени|свързани статии
τα πιο διαβασμένα|δείτε ακόμη|δείτε επίσης|διαβάστε ακόμα|самое читаемое|найпопулярніше|en çok okunanlar|الأكثر قراءة
اقرأ أيضًا|اقرأ أيضاً
پربازدیدترین|הנקראות ביותר|アクセスランキング|点击排行|热门文章|熱門文章|相關閱讀|热门新闻|最新文章|往期回顾|往期推荐
精彩推荐|많이 본 뉴스|많이 본 기사|인기기사|인기 기사|추천 기사|đọc nhiều|terpopuler|berita terkait|artikel terkait
zoom
view fullsize|view full size|view photo|view this image|image|author|bildquelle|scan to follow
recent articles|recent posts|latest articles|common topics
more photos|more pictures|weitere bilder|weitere fotos|más fotos|mais fotos|plus de photos|altre foto
video player|now playing|watch now|精彩视频推荐|视频推荐|lesermeinungen
bild vergrößern|bildbeschreibung einblenden|beschreibung anzeigen|enlarge image|enlarge this image|open image|view image
ampliar foto|toggle caption|ampliar imagen|agrandir|hide caption
zobrazit fotogalerii|写真を拡大|拡大する|拡大
スポンサーリンク スポンサードリンク 関連エントリ 関連エントリー
続きを読む 印刷 保存 通報 トップへ戻る ホーム
partager partagez compartir compartilhar condividi podijeli sdílet zdieľať megosztom distribuie paylaş bagikan
कॉपी लिंक|लिंक कॉपी करें
oceń|podziel się|udostępnij|поделиться|поділитися|сподели|κοινοποίηση|مشاركة|شارك|اشتراک‌گذاری|שתפו|शेयर करें|แชร์|공유하기
"""
_NETWORKS = (
    r"(?:telegram|whatsapp|facebook|twitter|instagram|youtube|tik\s?tok|linkedin|threads|viber|"
    r"google (?:news|discover)|spotify|вконтакте|дзен|телеграм|ютуб|微信|微博|公众号|"
    r"فيسبوك|تويتر|تليجرام|تلغرام|واتساب|انستغرام|يوتيوب|페이스북|유튜브|"
    r"फ[़]?ेसबुक|यूट्यूब|ट्विटर|व्हाट्सऐ?प|इन्?स्टाग्राम|ফেসবুক|ইউটিউব)"
)
NETWORK = re.compile(_NETWORKS, re.I)
"""Where people and papers post, by its name."""
_FOLLOW = (
    r"(\b(follow|join) (us|our)|^(follow|like)(?! (these|those|this) )(?= .{2,40} on )|\bsubscribe to|"
    r"\bsiga[- ]nos|\bsíg[au]e?nos|\binscreva-se|\bsuscr[ií]b[ea](te|se)|"
    r"\búnete|\bsuivez[- ](nous|le|la)|\babonnez-vous|\brejoignez|\bfolge(n sie)? uns|\babonniere(n sie)?|\bseguici|"
    r"\biscriviti|\bvolg ons|\bföljs? oss|\bfølg oss|\bseuraa meitä|\bobserwuj nas|\bsledujte n[aá]s|"
    r"\bkövess (minket|bennünket)|\burmărește-ne|подписывайтесь|підписуйтесь|присоединяйтесь|"
    r"\btakip ed|\bακολουθήστε|\babone ol|\bikuti|theo dõi|ติดตาม|تابعونا|"
    r"تابعنا|اشترك|עקבו אחרינו|フォロー|チャンネル登録|关注我们|扫码关注|팔로우|구독)"
)
_INVITED = rf"(.{{0,80}}?[.!?…,;|।]\s*)?{_FOLLOW}.{{0,100}}?{_NETWORKS}.{{0,240}}"
"""An invitation to follow the site elsewhere: to do so, and where."""
_LAST_SAID = r"(?:सब्स्क्राइब|सब्सक्राइब|फॉलो क|সাবস্ক্রাইব|ফলো ক)"
"""To follow the site, in languages that say so at the end."""
_INVITED_AT_END = rf"(?=.{{0,300}}{_LAST_SAID}).{{0,160}}?{_NETWORKS}.{{0,400}}"
CODE_LANGUAGE = (
    r"(?:code(?: |-)?(?:language|sprache|taal)|langage du code|lenguaje del código|linguaggio del codice|"
    r"linguagem do código|язык кода|代码语言|程式語言|コード言語)\s*[:：]\s*[\w+#./ -]{1,24}\s?\([\w+#.-]{1,24}\)"
)
"""What a builder of pages writes under code."""
_PAID_LINK = (
    r"(?:(?:affiliate|partner|provisions)[ -]?links?|liens? (?:d.)?affili\w+|(?:enlaces?|links?) (?:de |di )?aff?il\w+)"
)
DISCLOSURE = re.compile(
    r"\b(?:this|our|dieser?|cet|este|questo|deze|denne|det här) \w+ (?:may |kann )?(?:contains?|includes?|enthält|"
    r"contient|contiene|contém|bevat|indeholder|inneholder|innehåller)\b"
    rf".{{0,60}}\b{_PAID_LINK}|\b{_PAID_LINK}.{{0,90}}\b(?:we|i|wir|ich|nous|je) (?:may |will |can )?"
    rf"(?:earn|receive|get|erhalten?|bekommen?|percevons)\b|\bbrought to you (?:by|in partnership with)\b",
    re.I,
)
"""What a line has that says who pays for the links of an article, or for it."""
RIGHTS = re.compile(
    r"[©ⓒ℗]|\b(?:copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|"
    r"todos os direitos|tutti i diritti|wszelkie prawa|všechna práva|все права|tüm hakları)\b|"
    r"版权|无断転載|저작권|حقوق",
    re.I,
)
"""What a line has that says whose the words are."""
_NOTICE = re.compile(
    r"[\W_]*(?:(?:免责|免責|特别|郑重|版[权權]|原创|重要|严正|作者|平台|网站?|本[站网報报刊社号]|风险提示及|[与與和及]|"
    r"\w{1,6}[网網站報报社])*"
    r"(?:声明|聲明|版[权權](?:说明|說明|保护|保護))|反侵[权權](?:公告|声明|聲明)|notice|disclaimer|haftungsausschluss|avertissement|"
    r"aviso (?:importante|legal)|avvertenza|uyarı|отказ от ответственности)\s*[:：】\])）]|"
    r"\W*(?:本文|以上|文章|文中|上述)\w{0,30}?(?:不代表|仅代表|不构成)|[\W\d]*凡(?:是|在)?(?:本\w{1,3})?[注註]明|"
    r"\W*(?:the )?(?:views|opinions)(?: and \w+)? (?:expressed|presented|stated|published) (?:here|in|by|are|on)\b|"
    r"\W*(?:les|las|as|le) (?:opin\w+|ideas) (?:exprim|expres|vertidas|emitid|espress|publicad|contenid)|"
    r"\W*(?:die|der) (?:hier |in \w+ \w+ )?(?:geäußerten?|vertretenen?|wiedergegebenen?) (?:meinung|ansicht)|"
    r"\W*(?:при |любое )?(?:использовани[еи]|перепечатк[аеи]|цитировани[еи]) (?:любых )?материалов\b|\W*żadna część\b|"
    r"\W*(?:griežtai )?draudžiama\b.{0,60}\b(?:naudoti|platinti|kopijuoti)|"
    r"\W*(?:reproducerea|preluarea) (?:total|integral|\w+ de pe)\w*|"
    r"\W*zabranjeno (?:je )?(?:svako )?(?:prenošenje|preuzimanje|kopiranje)\b|\W*all content created by\b|"
    r"\W*except for the headline\b|\W*(?:الآراء|آراء)\s(?:الواردة|المنشورة)|\W*мнени[ея]\s\w+\s(?:может|могут|не)\b",
    re.I,
)
"""How a line begins that says whose the opinions and the rights are."""
_CHROME = frozenset(
    phrase.strip().casefold()
    for line in _PHRASES.strip().splitlines()
    for phrase in (line.split("|") if "|" in line else line.split())
)
_LEADS = tuple(phrase for phrase in _CHROME if " " in phrase or (len(phrase) > 3 and phrase > "\u3000"))
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(登录|打开小程序|打开app|下载app|注册)后?(才)?(可以|可|即可)?(发布|发表|查看|参与)?.{0,10}(评论|"
        r"内容)哦?[!！。]?",
        r"(?=(?:\D*\d){5})\S+\.(?:mp[34]|m4v|mov|m3u8|jpe?g|png)",
        r"\W*有?\s*\d+\s*人参与.{0,24}|字号\s*[:：].{0,12}",
        r"(评论|点赞|赞|收藏|转发|阅读|浏览|分享)\s*[((]?\s*[\d,.万千kK+]+\s*[))]?",
        r"(페이스북|트위터|구글플러스|카카오스토리|댓글|공감|\d+자평|더보기|이메일로 기사공유)(\s*\d+)?",
        r".{0,20}(扫码|长按|扫描).{0,12}(关注|二维码).{0,40}",
        r"([\d,.]+|no)\s*(comments?|shares?|likes?|views?|reactions?|kommentare|コメント)(\s*\|.{0,30})?",
        r"(share|tweet|teilen|print|send)( (this|article|e-?mail|on [a-z]+|auf [a-z]+))+|reply retweet( \w+){1,2}",
        r"(condivid\w+|compart\w+|partag\w+|del|dela|deel|udostępnij|поделиться) (\w+ )?(su|en|no|na|sur|på|op|в) "
        rf"{_NETWORKS}\W*",
        r"(sign up|subscribe|log in|register)( now| today)? (to|for) .{0,60}",
        r"[<(\[【]?\s*(copyright|©|ⓒ|\(c\))(.{0,80}|\W*\d{4}\s*[-–]\s*\d{4}\b.{0,300})",
        r"[<(\[【]?.{0,24}(저작권자|무단\s?전재|재배포\s?금지).{0,50}",
        r"(?=.{0,60}(©|ⓒ|\(c\)|copyright|저작권)).{0,120}(all rights reserved|무단\s?전재|재배포).{0,130}",
        r".{0,40}(all rights reserved|alle rechte vorbehalten|版权所有|無断転載.{0,10})[.。]?",
        r"(foto|photo|bild|image|imagen|picture)?\s*\d{1,3}\s*(de|of|von|sur|di|da|av|af|van|из|/)\s*\d{1,3}"
        r"(\s*(fotos?|photos?|bilder|images?)?\s*©.{0,60})?|placeholder( image)?[- ]?\d*|"
        r"((see|view|read) )?(recommended|related|more|all) (videos|articles|stories|news|posts)",
        r"(audio|video|podcast|film)?\W*\d{1,2}:\d{2}\s*(min\.?|minuten|minutes?|std\.?)\W*(\|.{0,60})?",
        r"(view|show|see|open|voir|ver|mostra|zobacz|lihat|xem|alle)( (all|the|todas|toutes|tutte|les|las|as|le))*"
        r"( \d{1,3})?( (photos?|images?|pictures?|fotos?|bilder|imágenes|imagens|gallery|galería|galerie|full ?size))"
        r"( (ansehen|anzeigen))?|(show|view|see) all \d{1,3}|slide ?show\W+\d+ images\W*|"
        r"(この)?(記事の)?(画像|写真)を(すべて|もっと|全て)?見る.{0,8}|"
        r"(purchase|buy)( this)? (licensing rights|photos?|prints?)|more|vergrößern des bildes",
        rf".{{0,60}}?(?:\b(?:sdílet|zdieľať|share|teilen|partager|compartir|compartilhar|condividi|dela|"
        rf"del|udostępnij|deli) (?:na|on|auf|sur|en|no|su|på|w) {_NETWORKS}\w*\W+){{2,}}.{{0,80}}",
        r"this site uses cookies.{0,120}",
        r"(.{0,60}\b(requires?|enable|activate|aktivier\w+|erfordert|activ\w+|habilit\w+|attiv\w+|włącz\w*|"
        r"включите)\b)?"
        r".{0,30}\bjavascript\b(?(1)|.{0,30}\b(disabled|deaktiviert|désactivé|desactivado|disattivato)\b).{0,120}",
        r".{0,60}\b(views?|vues|visitas|lecturas|visualizza\w+|visualiza\w+|просмотр\w*|перегляд\w*|wyświetle\w*|"
        r"okunma|"
        r"dibaca|阅读|浏览|閲覧)\s*[:：]?\s*\d[\d.,\s]*(k|тыс\.?)?",
        r"(view|see|sieh dir|ver|voir|bekijk|visualizza|посмотреть)\b.{0,30}\b(post|beitrag|publicación|publication|"
        r"bericht|публикацию)\b.{0,12}\binstagram\b.{0,12}|"
        r"(an?|une?|ein) \w+ (shared by|partagée par|geteilt von) .{2,60}\(@[\w.]+\).{0,40}",
        r"(visit|go to) .{2,60} for more (stories|news|articles)\b.{0,30}",
        r"поделит(есь|ься) .{0,60}(сет[ьи]|друз|блог).{0,60}",
        r"this audio (is|was) (ai[- ])?generated.{0,60}",
        r"返回\w{0,10}(首页|列表|频道)\W*|(点击|點擊|更多|查看|进入|進入).{2,60}(>>|》》|»).{0,8}",
        r"分享让更多人看到|\W*加入.{2,16}粉[絲丝][團团].{0,16}|.{0,40}歡迎下載.{2,20}app\b.{0,60}|"
        r"(ios|android)\s?(載點|下載|下载)\W.{0,60}|.{2,60}페이스북 페이지.{0,60}바로가기\W*",
        r"(?=.{0,60}版[權权]所有).{0,60}(禁止|未[經经]|不得).{0,80}|tips oss\b.{0,120}|"
        r"δείτε όλες τις τελευταίες ειδήσεις\b.{0,120}",
        r"\[related: .{0,200}\]|(please )?(send|e-?mail) (us )?your (pictures|photos|videos|comments)\b.{0,240}",
        r".{0,24}\btrackback\b.{0,80}|свежие (статьи|новости|материалы) .{0,200}",
        r"[a-z]+(-[a-z]+){3,}",  # for which screens something is
        r".{4,90}[^\W_] watch (the )?video",
        r"(follow|read|see|catch|find)( all)?( of)? (our|the) (full|complete|entire|live|latest) coverage\b.{0,60}",
        r"hat (ihnen|dir|euch) (dieser|der|unser) (artikel|beitrag|text) gefallen\?.{0,400}",
        _INVITED,
        _INVITED_AT_END,
        rf".{{0,40}}\b(nuestr[oa]s?|noss[oa]s?|our|unser\w*|notre|nos|nostr[oaie])\b.{{0,20}}\b{_NETWORKS}\W{{0,3}}",
        r"(skip|jump) (past|to|over) .{0,30}|zum (haupt)?inhalt springen|aller au contenu.{0,12}|"
        r"(saltar|ir) al contenido.{0,12}",
        r"انتهای پیام\W*\w{0,3}",
        r"\W*당신의 제보가 뉴스가 됩니다\W*",
        r"(voir|see|view|ver|mostrar|bekijk) (le |the |el |de |het )?(tweet|post|posteo|publication)",
        r"check out our .{3,30} section for .{10,200}",
        r"\[(카카오톡|전화|메일|온라인 제보)\].{0,60}|(立即|你的獨家)報料.{0,40}",
        r".{0,24}\bfollow .{2,40}(專頁|\bfacebook\b|\bfb\b).{0,60}",
        r"à voir (également|aussi) (sur|dans) .{2,30}",
        *INVITATIONS,
        r"\(function\s?\(.{100,}\)\s?\(.{0,20}\)\s?\)?;?",  # a script left open
        r"喜欢(这篇|本|此)(文章|报道|文).{0,60}|(この|本)記事が(気に入|お役に).{0,60}|"
        r"(この|本)(記事|ニュース)をシェア.{0,6}|이 기사가 (마음에|좋았).{0,60}",
        r"¿?(vous avez aimé|(te|le|os) (ha )?gustado|(te|le) gustó|ti è piaciut[oa]|gostou d)"
        r".{0,12}\b(article|artículo|nota|articolo|artigo|noticia|notícia|matéria|texto)\b.{0,160}",
        r"(转载|引用|转发|轉載)请?(注明|标明|保留).{0,40}|.{0,30}如有侵权.{0,30}|.{0,60}(不得|禁止|请勿)(擅自)?(转载|"
        r"轉載).{0,60}",
        r"for (more|the (full|whole)) (stor(y|ies)|news|articles?)\b.{0,40}\b(check|visit|see|click|head|go|subscribe)"
        r"\b.{0,60}|"
        r"get in touch with (us|our)\b.{0,40}\be-?mail.{0,60}|have (some|any)thing to add to (this|"
        r"the) story\?.{0,80}",
        r"(cliquez|appuyez) ici pour .{0,60}|"
        r"click here to (open|view) .{0,20}(gallery|slide ?show|photos|pictures).{0,20}|"
        r"an dieser stelle möchten wir .{0,60}\bzeigen\b.{0,400}|datenschutzhinweis für \w+|"
        r"\w+[ -]videos? ab jetzt direkt anzeigen|\W*更多(新聞|新闻)?(詳情|详情)?請?请?上\W.{0,30}",
        r"మరిన్ని .{2,60}క్లిక్ చేయండి\W*|மேலும் .{2,60}கிளிக் செய்யவும்\W*|अधिक .{2,60}क्लिक (करें|करा)\W*|"
        r"વધુ .{2,60}ક્લિક કરો\W*|और .{2,60}क्लिक करें\W*",
        r"有話要說\W*投稿.{0,20}",
        r"follow topics and authors from this story\b.{0,140}|#\w+\s?polub nas",
        r"(like|love|enjoy(ed)?) this\?.{0,80}|(did you (like|enjoy)|if you (liked|enjoyed)|like|love) "
        r"(this|the|our) (article|story|post|piece).{0,160}",
        r"(?:(?:updated|published|aktualisiert|veröffentlicht|uppdaterad|publicerad|oppdatert|publisert|opdateret|"
        r"offentliggjort|päivitetty|julkaistu|aktualizováno|mis à jour|publié|actualizado|publicado|aggiornato|"
        r"pubblicato)"
        r"\s*(?:at|um|kl\.?|à|a las|alle)?[:\s]*\d{1,2}[.:h]\d\d\s*[|·,]?\s*)+",
        r"\d{1,2}:\d\d ?[A-Z]{2,4}, [A-Z][a-z]+ \d{1,2}, \d{4}",
        CODE_LANGUAGE,
        r"(jetzt|hier) (abonnieren|weiterlesen|registrieren).{0,60}",
    )
)


def is_chrome(text: str) -> bool:
    """Whether the line, as a whole, is what sites write around articles."""
    line = text.strip(" _\t:：|·•>»›→↓⬇▼⤵👇^↑↩\ufe0f-\u00ad\u200b\u200d\u2060").casefold()
    bare = line.rstrip(".…!,，،") or line
    label, bar, _ = line.partition("|")  # over another article
    leads = bool(bar) and label.strip() in ("read", *_LEADS)
    return (
        not line
        or leads
        or bare in _CHROME
        or is_paywall(line)
        or any(pattern.fullmatch(line) for pattern in _PATTERNS)
    )


def leads_on(text: str) -> bool:
    """Whether the line begins as one that sends the reader to another article."""
    return text.lstrip('«“„"‹ ').casefold().startswith(_LEADS)


def is_notice(text: str, *, whole: bool = False) -> bool:
    """Whether the line begins as one that says whose the opinions and the rights are; `whole`: it is but the label."""
    return bool((_NOTICE.fullmatch if whole else _NOTICE.match)(text))
