"""How sites send their readers elsewhere, as a line of its own: to hear, to see, to read on, to follow, to write."""

from __future__ import annotations

_READING_TIME = (
    r"(?:(?:(?:estimated )?read(?:ing)? ?time|lese(?:zeit|dauer)|temps de lecture|(?:tiempo|tempo) (?:estimado )?de "
    r"(?:lectura|leitura)|tempo di lettura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania|doba čtení|"
    r"čas na čítanie|olvasási idő|okuma süresi|waktu baca|thời gian đọc|χρόνος ανάγνωσης|время чтения|час читання|"
    r"(?:وقت|مدة|زمن) القراءة|زمان مطالعه|זמן קריאה|阅读(?:时间|时长|需)|閱讀時間|読了時間|읽는 시간)"
    r"\s*[:：]?\s*(?:ca\.?|unter|under|moins d[e’']|menos de|约|約|[~≈<])?\s*"
    r"\d{1,3}\s*(?:-\s*\d{1,3}\s*)?\W{0,2}[^\W\d]{0,9}\.?(?:\s*\d{1,2}\s*s[^\W\d]{0,7})?|"
    r"\d{1,3}\s*[- ]?(?:min(?:ute)?s? (?:read|de lectura|de lecture|di lettura|de leitura|lesezeit|lesedauer|"
    r"leestijd|"
    r"läsning|lesing)|分(?:钟|鐘)阅读))"
)
"""How long the article takes to read, as a line of its own."""
_LOADING = (
    r"(?:[^\W\d_]{2,12}\s)?(?:loading(?: (?:photo )?(?:gallery|slideshow|player))?|wird geladen|lädt|memuat|"
    r"chargement(?: en cours)?|cargando|carregando|caricamento|"
    r"laddar|laster|indlæser|ladataan|wczytywanie|ładowanie|načítání|betöltés|se încarcă|yükleniyor|đang tải|"
    r"загрузка|завантаження|جار[يٍ]? التحميل|در حال بارگذاری|טוען|加载中|載入中|読み込み中|로딩 ?중)\s*(?:…|\.{1,3})?"
)
"""What stands for a moment in the place of a film or a post."""
_LISTEN = (
    r"(?:listen to (?:this|the) (?:article|story)|(?:diesen )?(?:artikel|beitrag) (?:an)?hören|"
    r"écoute[rz] (?:cet |l.)article|escuch[ae]r? (?:esta|este|la|el) (?:nota|noticia|artículo)|"
    r"ouça (?:este|esta|a|o) (?:conteúdo|matéria|artigo|notícia)|ascolta (?:l.|questo )articolo|"
    r"lyssna på (?:artikeln?|texten)|lyt til (?:artiklen|artikel)|lytt til (?:saken|artikkelen)|"
    r"kuuntele (?:juttu|artikkeli)|luister naar (?:dit|het) artikel|posłuchaj (?:tego )?artykułu|"
    r"прослушать (?:статью|новость)|استمع (?:إلى|الى) (?:المقال|الخبر)|기사 듣기|"
    r"(?:この)?記事を(?:聴く|音声で聞く)|听(?:新闻|全文))(?: (?:aquí|here|hier|ici|aqui))?"
)
"""An invitation to hear the article."""
_WATCH = (
    r"(?:simak|tonton|lihat|watch|see|zobacz|sehen sie|ver|mira|vea|veja|assista|guarda|bekijk|se|katso|regardez|"
    r"voir|"
    r"izle|смотрите|дивіться|شاهد|xem)\W+(?:[^\W\d_]{2,6}\W+)?(?:vid[eé]o|wideo|видео|відео|فيديو)\b.{0,140}"
)
"""An invitation to see a film beside the article."""
_MISTAKES = (
    r"(?:(?:have you |did you )?(?:found?|see|seen|spot(?:ted)?|noticed?) an? (?:error|mistake|typo)|"
    r"(?:haben sie |hast du )?(?:einen )?(?:tipp|rechtschreib|schreib)?"
    r"fehler (?:(?:auf|in|im) [^ ]+ )?(?:gefunden|entdeckt|melden)|"
    r"(?:vous avez )?(?:repéré|trouvé|constaté|signaler) une (?:erreur|faute|coquille)|"
    r"¿?(?:has |ha )?(?:encontrado|visto|detectado) (?:un |algún )?error|encontrou (?:um |algum )?erro|"
    r"(?:hai |avete )?(?:trovato|notato) un (?:errore|refuso)|(?:taal)?fout (?:gezien|gevonden|ontdekt)|"
    r"(?:hittat|sett) (?:ett )?fel|(?:funnet|fant du|fundet) en (?:skrive)?feil|huomasitko virheen|"
    r"(?:znalazłeś|zauważyłeś) błąd|našli jste (?:v článku )?chybu|hibát (?:talált|észlelt)|ai găsit o greșeală|"
    r"(?:если вы )?(?:нашли|заметили|увидели) (?:ошибку|опечатку)|(?:якщо ви )?(?:знайшли|помітили) помилку|"
    r"发现错误|發現錯誤|誤字・?脱字|오탈자)\W?.{0,90}"
)
"""An invitation to tell the site of a mistake."""
_BROKEN_OFF = (
    r"scroll (down )?(to|for) (continue|more)\b.{0,30}|"
    r"(the )?(article|story|text) continues (below|after) (the |this )?"
    r"(ad|advert|advertisement|video|gallery|newsletter)s?|(article|story|text) continues below|"
    r"continua (depois|após) d?[ao] (publicidade|anúncio)|continúa (después de|tras) la publicidad|"
    r"(la suite|l.article continue) après (la|cette) publicité|(lees verder|artikel gaat verder) "
    r"(na|onder) de advertentie|"
    r"(der )?(artikel|text) (wird|geht) (nach|unter) (der )?(werbung|anzeige) (fortgesetzt|weiter)|"
    r"nach der (anzeige|werbung) weiterlesen|(artikkelen|saken) fortsetter (under|etter) annonsen|"
    r"(artikeln|texten) fortsätter (under|efter) annonsen|artiklen fortsætter (under|efter) annoncen|"
    r"(juttu|artikkeli) jatkuu mainoksen (jälkeen|alla)|(ciąg dalszy|dalsza część).{0,12} pod "
    r"(reklamą|materiałem|wideo).{0,10}|(poniżej )?(dalsza część|ciąg dalszy)( artykułu| tekstu)?|"
    r"(l.articolo )?continua (a leggere )?(dopo|sotto) la pubblicità|(haberin|yazının) devamı reklam.{0,12}|"
    r"(статья продолжается|продолжение) (после|ниже).{0,10} рекламы?|(記事は)?広告の(後|下)に(も)?続きます"
)
"""What stands over an advertisement in the midst of an article."""
_PLAYER = (
    r".{0,60}\bflash\w* (?:player|přehrávač)\b.{0,80}|"
    r"\+\d{1,3}|(?:loaded|progress)\s*:\s*[\d.]+%|(?:current|remaining) time\W*[\d:]+|0?0:00|"
    r"\d\d?:\d\d(?::\d\d)?\s*[-–—|·]\s*(?:source|quelle|fuente|fonte)\s*[:：].{1,30}|"
    r"\d\d?:\d\d(?::\d\d)?\s*min\W*verfügbar bis .{4,20}|.{0,140}\bback to video"
)
"""What stands on the player of a film, and on the first picture of several: how many more there are."""
_OF_LETTERS = (
    r"(?:thanks|thank you) for reading\b.{0,60}[.!]\s*(?:this post is public|subscribe|share|upgrade)\b.{0,120}|"
    r".{2,60} is a reader-supported publication\..{0,160}|this post is public so feel free to share it|"
    r"thank you! your submission has been received|oops! something went wrong.{0,60}|"
    r".{0,700}\btrackback from your own site"
)
"""What the makers of letters and forms have put into each."""
_SENT_ON = (
    r"(?:mehr|weitere) (?:artikel|beiträge|nachrichten|meldungen)\b.{0,60}\b(?:gibt.s|gibt es|finden sie|lesen sie)\b"
    r".{0,30}\bhier\b.{0,40}|"
    r"mehr (?:zu[rm]?|über)\b.{2,80}\b(?:lesen|erfahren|finden) sie\b.{0,30}\b(?:live-?blog|newsblog|ticker|hier)\W*|"
    r"para leer (?:más|sobre|otr)\b.{2,90}\b(?:clic|click|pulse|pinche)\b.{0,10}\baquí|"
    r"(?:revivez|suivez)\b.{0,24}\b(?:direct|live)\b.{0,120}|.{10,300}\bdo (?:i|you) qualify\?|"
    r"(?:(?:next|previous) page|(?:nächste|vorherige) seite|page (?:suivante|précédente)|página (?:siguiente|anterior)|"
    r"[上下]一[页頁篇]|[次前]のページ)\s*[:：].{1,80}|continue reading\s*show (?:less|more)|"
    r".{20,600}[—–]\s*\*\s?(?:ad|advertisement|anzeige|werbung|publicité|publicidad)|"
    r"if you (?:buy|purchase|shop)\b.{0,60}\blinks?\b.{0,80}\b(?:we|i) (?:may |might |will )?(?:earn|get)\b.{0,160}|"
    r"(?:advert(?:isement)?|anzeige|werbung|publicité|publicidade?|reklama)(?: do parceiro .{2,30})? \d{1,2}"
)
"""What leads to other articles, to the next page, or to what is sold."""
_OF_ACCOUNTS = (
    r"点击(?:上方|下方|左上角|右上角|文末)?.{0,8}(?:蓝字|名片|卡片|公众号).{0,24}|"
    r"(?:感谢|谢谢|欢迎|求|请)?(?:大家|您|你)?的?(?:(?:关注|点赞|分享|转发|在看|收藏|评论|阅读|推荐|支持)[\s/／、,，和与+]*){2,}"
    r"[!！。~～]*|收录于合集.{0,40}|上一篇[^。]{0,80}下一篇[^。]{0,80}|"
    r"关注\w{1,8}(?:网|网站|公众号|客户端|微信|微博|视频号)|返回\w{1,10}[，,]\s*查看更多|"
    r"(?:\d{1,2}\s?[、.．]\s?)?(?:后台)?(?:回复|点击菜单栏)\s?[【「“][^】」”]{1,16}[】」”].{0,24}|.{0,16}点[【「“]?在看[】」”]?.{0,16}"
)
"""What accounts in Chinese networks ask of their readers."""
INVITATIONS = (
    _WATCH,
    rf"(?:[^|·•]{{0,40}}[|·•]\s*)?{_READING_TIME}(?:\s*[|·•].{{0,40}})?",
    _LOADING,
    _LISTEN,
    _MISTAKES,
    _BROKEN_OFF,
    *(rf"(?:{one})[.!。！\s]*" for one in (_PLAYER, _OF_LETTERS, _SENT_ON, _OF_ACCOUNTS)),
)
"""What such lines are, as a whole."""
