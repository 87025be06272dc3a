"""The words by which sites in many languages say what a line tells: who wrote, where it stood before, on which day."""

from __future__ import annotations

import re

from edition.text import HAN

AND = r"(?:&|and|und|et|e|y|i|a|en(?=\s\S+\s\S)|og|och|ja|ve|si|și|és|и|і|та|й|και|و|dan|và|ile|with|mit|avec|con|med)"
"""What stands between two names."""
PICTURES = r"(?:Photo(?:graph)?|Foto|Picture|Image|Illustration|Bild(?:er|material|quelle)?|Video|Kuva|Фото)s?"
"""What leads to whoever made the pictures, and wrote nothing where no more is said."""
LABELS = {
    "author": rf"(?:Text[eo]?|Tekst|Testo|Words)(?: {AND} \w+)?|Teksti|"
    r"作者|文字|撰文|撰稿|执笔|執筆|采写|採寫|本报记者|记者|通讯员|著者|文|Author|Autorin|Autorka|Авторка|लेखक|लेखिका|Autor|Auteur|Autore|Autora|Auteure|"
    r"Forfatter|Författare|Szerző|Yazar|Penulis|Автор|Текст|글|الكاتب|بقلم|كتب|كتبت|حوار|نویسنده|כתב|Tác giả|ผู้เขียน|"
    r"\b(?:By|Von|Par|Por|Door|Di|Av|Af|Oleh|Írta|Napsal|Yazan|Skriven av|Skrevet av|Kirjoittanut)|"
    r"(?:Un )?[Aa]rticol de|Jornalista|Repórter|Reportagem|Periodista|Giornalista|Pewarta|"
    r"Piše|Haber|Συντάκτης|Γράφει|מאת|به قلم|โดย|द्वारा|লেখক|文責",
    "source": r"文章来源|稿件来源|信息来源|来源于?|稿源|转载自|转自|出典|提供|Source|Quelle|Publisher|"
    r"Fuente|Fonte|Źródło|Zdroj|Forrás|Kaynak|Bron|Kilde|Källa|Lähde|Sumber|Источник|Джерело|Πηγή|المصدر|منبع|Nguồn|출처",
    "title": r"(?:本文)?原标题|原文标题|原题|Original title|Originaltitel",
    "editor": (
        r"Mitarbeit|Contributing|Faktencheck|Übersetzung|Translation|Traduction|Traducción|Traduzione|翻訳者?|翻译|译者|"
        r"供稿|来稿|摄影|攝影|摄像|图片|图文|圖|图|供图|视频|剪辑|设计|制作|策划|统筹|统稿|写真|撮影|"
        r"责任编辑|值班编辑|本文编辑|编辑|責任編輯|編輯|編集|责编|编审|编译|审核|审校|校对|校審|监制|主编|排版|美编|[一二三初复终]审|"
        r"Editors?|Copy editor|Edited by|Editing by|Redakt(?:ion|ur)|Επιμέλεια(?: \w+)?"
    ),
    "pictures": PICTURES,
    "later": r"Ultimo aggiornamento|Última actualización|Última atualização|Dernière mise à jour(?: le)?|"
    r"(?:Letzte|Zuletzt) (?:Aktualisierung|Änderung|aktualisiert|geändert)(?: am)?|Laatst bijgewerkt(?: op)?|"
    r"(?:Senast|Sist|Sidst) (?:uppdaterad|oppdatert|opdateret)|Ostatnia aktualizacja|Poslední aktualizace|"
    r"Ultima actualizare|Utolsó frissítés|Последнее обновление|Son güncelleme(?: tarihi)?|Terakhir diperbarui|"
    r"Cập nhật(?: lần cuối)?|Posljednja izmjena|Zadnja sprememba|Güncelleme|Güncellenme|"
    r"Actualizado|Mis à jour le|Aggiornato(?: il)?|Atualizado(?: em)?|"
    r"Обновлено|Oppdatert|Opdateret|Uppdaterad|Päivitetty|Aktualizováno|Aktualizacja|Diperbarui|최종수정|수정|"
    r"Frissítve|Ažurirano|Posodobljeno|Actualizat|Оновлено|Обновен[ао]|Modifi(?:é|cado|cato)(?: le| el| il| em)?|"
    r"Gewijzigd|Bijgewerkt|Redigerad|Endret|(?:Τελευταία )?(?:[Εε]νημέρωση|ανανέωση)|Ενημερώθηκε|آخر تحديث|تحديث|"
    r"به‌?روزرسانی|עודכן|อัปเดต|अपडेट|আপডেট|最后更新|更新[时時][间間]|更新[于於]|更新日時?|更新|最終更新|"
    r"Last updated(?: on)?|Updated(?: on)?|Last modified|Aktualisiert(?: am)?|Stand",
    "day": (
        r"发布时间|发表时间|發表時間|發佈時間|发布日期|发布于|发表于|发布|时间|日期|公開日?時?|掲載日?|投稿日?|作成日|"
        r"First published(?: on)?|Published(?: on)?|Posted(?: on)?|"
        r"(?:Date|Data|Fecha|Datum|Дата|Ημερομηνία)(?: (?:de |di |da )?[^\W\d]{5,14})?|Créé(?: le)?|Dato|Dátum|Tarih|"
        r"Giriş(?: [Tt]arihi)?|التاريخ|Ngày|Publié le|"
        r"(?:Veröffentlicht|Publiziert)(?: am)?|"
        r"Publicado(?: el| em)?|Pubblicato(?: il)?|Opublikowano|Добавлено|Опубликован[ао]|"
        r"Опублікован[ао]|Gepubliceerd(?: op)?|Erschienen(?: am)?|"
        r"Publicerad|Publisert|Offentliggjort|Udgivet|Julkaistu|Publikováno|Közzétéve|"
        r"Publicat(?: el| pe)?|Objavljeno|Δημοσ[ίι]ευση|Δημοσιε[ύυ]θηκε|"
        r"Yayın(?:lanma)?(?: tarihi)?|Diterbitkan|Đăng|เผยแพร่|วันที่|"
        r"نشر في|نُشر في|تاريخ النشر|منتشر شده|تاریخ انتشار|פורסם|प्रकाशित|प्रकाशन|প্রকাশ(?:িত)?|Publish(?:ed)? date|"
        r"기사입력|입력|등록|게시"
    ),
}
"""By what they tell; a colon or its like stands behind them."""
BARE = {
    "author": r"(?:Eine? )?(?:Kritik|Rezension|Kommentar|Bericht|Artikel|Beitrag|Reportage|Kolumne|Essay|Text) von|"
    r"(?:An? )?(?:Review|Analysis|Commentary|Reporting|Article|Column|Essay|Report) by|"
    r"(?:Text|Words) by|By|Von|Par|Por|Door|Oleh|[\u4e00-\u9fff]{0,6}(?:记者|記者)|"
    r"通讯员|通訊員|(?:Written|Posted|Created|Erstellt|Geschrieben|Verfasst|Publicado|Escrito|Firmado|Elaborado|Redactado|Écrit|Publié|Geschreven|Geplaatst|Scritto|"
    r"Pubblicato|Skriven|Skrevet|Publicerad|Publisert) (?:by|von|par|por|door|da|av|af)|取材・文|Γράφει (?:ο|η)|โดย|"
    r"Napsal[ai]?|Napisał[ai]?|Scris de|"
    r"מאת|بقلم|به قلم|^كتبت?(?=(?:\s\S+){2,3}$)|^(?-i:Av|AV|Af|AF|Di|DI|De(?=.*\d))(?=(?:\s[\w.'’-]+){2})",
    "pictures": rf"{PICTURES} (?:by|von|par|por|de|di|av|af|door)",
    "editor": r"Edited by|Editing by|编辑|责编|校对|编审|监制|Translat(?:ed|ion)(?: from (?:the )?\w+)? by|"
    r"Übersetz(?:t|ung)(?: aus \w+ \w+)? von|Traduit (?:de \S+ )?par|Traduction (?:de|par)|"
    r"Traduc(?:ción|ido)(?: del? \w+)?(?: por| de)?|Tradu(?:ção|zido)(?: d[eo] \w+)?(?: por| de)?|"
    r"Tra(?:duzione|dotto)(?: da\w* \w+)? (?:di|da)|Verta(?:ling|ald)(?: uit \w+ \w+)?(?: door| van)?|"
    r"Tłumaczenie|Przekład|Přelož(?:il|ila|ili)|Перевод(?: с \w+)?|Översättning|Övers(?:att|ättning) av|Oversatt av|"
    r"Çeviren|Çeviri",
    "source": r"(?:First |Originally )?Published (?:in|by)",
}
"""Words that need no colon behind them."""
UNSAID = re.compile(r"(?<=\w)\s?[,;，、]\s?[^\W\d_]{2,12}\s?[:：]$")
"""A label at the end behind which nothing is said."""
FROM = (
    re.compile(
        r"(?:编者按\s*[:：]\s*)?本文(?:内容)?系?(?:来自|来源于?|转载自|转自|首发于|原载于?)\s*[:：]?\s*(?:微信)?(?:公众号)?\s*[:：]?\s*"
        r"(?P<value>[“\"「『《【][^”\"」』》】]{2,30}[”\"」』》】]|[^“”\"「」『』《》()（），,。:：;；|\s一这那我你他她的对]{2,16}(?=$|[()（），,。;；|\s]))"
        r"[^。！？!?]{0,90}。?"
    ),
    re.compile(r"本文(?:已?经|由)(?P<value>[^，,。\s]{2,16}?)(?:授权|許可|许可)(?:本\w{1,4})?(?:转载|轉載|发布|刊发)。?"),
    re.compile(
        r"(?:This (?:article|story|piece)(?: was| has been)?|(?=First|Originally))(?: ?[Ff]irst| ?[Oo]riginally)* "
        r"(?:appeared|published|reprinted|ran) (?:in|on|by|at) (?P<value>[A-Z0-9][^.,;:!?]{1,50}?)(?: on .{6,30})?"
        r"(?:,? and is .{4,60})?\.?(?: Read the original .{4,20})?"
    ),
    re.compile(
        r"D(?:iese|e)r (?:Artikel|Text|Beitrag) (?:ist|erschien|wurde) (?:zuerst|ursprünglich|im Original) \w{2,3} "
        r"(?:de[rm] )?(?P<value>\W?[A-Z\d](?:[^.,;:!?]|\.\b){1,40}?)(?: erschienen| veröffentlicht(?: worden)?)?\.?"
    ),
)  # fmt: skip
"""Where it stood before, as a whole line says."""
IN_CASE = r"(?:Του|Της|Των|Τους|Από (?:τ[οη]ν?|τους))(?=\s)"
"""What stands in Greek before a name that is none as it stands, but in the case of another: of whom, or by whom."""
HELPED = re.compile(
    rf"(?i:{IN_CASE})(?:\s(?:[Α-ΩΆ-Ώ][\w.'’-]*|και|ΚΑΙ)){{2,8}}|"
    r"[\W_]*(?:[Mm]edically )?(?:[Rr]eviewed|[Ff]act[- ][Cc]hecked) by [A-Z].{1,140}[^.]|"
    r"[\W_]*(?:[Ww]ith |[Aa]dditional )*(?:[Rr]eport(?:ing|s) (?:by|from)|Photography by) [A-Z].{1,60}|"
    r"(?:Aus dem [A-Z]\w+|Mit (?:Material|Informationen|Agenturmaterial)) (?:von|der) .{2,160}|"
    r"[\W_]*[A-Z][^.!?]{2,80} contributed (?:reporting|(?:\w+ )?to (?:this|the) (?:report|story))(?: from .{2,30})?\.?|"
    r"\W*[Aa]vec [^.]{2,200}(?:pour le service français|édité par)[^.]{0,60}|"
    r"(?i:dall[ao] nostr[ao] (?:corrispondente|inviat[ao])|de notre (?:correspondante?|envoyée?)|"
    r"von unser(?:em|er) korrespondent(?:en|in)|from our (?:own )?correspondent|de nuestr[oa] corresponsal)\b.{0,30}|"
    r"(?:[^.!?]|\b[A-Z]\.){0,160}eporting by .+; .*diting by .+"
)
"""Who else had a part in the article."""
SIGNED = (
    re.compile(
        r"(?:[가-힣]{2,6}\s?[=/]\s?)?(?P<value>[가-힣]{2,4})\s*(?:[가-힣]{0,6}기자|특파원|논설위원)(?:\s*[(=]?\s*[\w.+-]+@[\w.-]+\)?)?"
    ),
    re.compile(
        rf"(?:(?:[{HAN}]{{2,8}}[／/])?記者\s?)?(?P<value>[{HAN}]{{2,4}})(?<![社報台網部心])\s?[／/]\s?[{HAN}]{{0,6}}(?:報導|電)"
    ),
    re.compile(rf"[{HAN}]{{2,6}}記者(?P<value>[{HAN}]{{3}})[{HAN}]{{2,8}}\d{{1,2}}日[{HAN}]*電"),
    re.compile(rf"(?P<value>[{HAN}\u3040-\u30ff]{{3,7}})(?<![社報台局])(?:記者|編集委員|論説委員|特派員)"),
    re.compile(
        rf"[{HAN}·]{{0,16}}(?:记者|記者)\s?(?P<value>[{HAN}]{{2,4}})\s?[／/]\s?文(?:[\s／/、]?[{HAN}]{{0,5}}图)?"
    ),
    re.compile(r"(?:[가-힣]{2,8}\s)?에디터\s(?P<value>[가-힣]{2,4})"),
    re.compile(rf"(?:(?:整合|综合|綜合)\s?)?[{HAN}·]{{3,16}}(?:记者|記者)\s(?P<value>[{HAN}]{{2,3}})"),
    re.compile(r"(?P<value>[가-힣]{2,4}\s?기자(?:\s?[,·]\s?[가-힣]{2,4}\s?기자)+)"),
    re.compile(rf"(?P<at>《[^》]{{1,12}}》\s*(?:作者|记者|記者)\s*)?(?P<value>[{HAN}]{{2,4}})(?(at)|\s(?:撰稿|文))"),
    re.compile(rf"(?P<value>(?!记者|記者|本报|本報|消息)[{HAN}]{{2,3}}) [发發]自 [{HAN}]{{2,6}}"),
    re.compile(
        r"(?P<value>[^\W\d_a-z][\w.'’-]+(?:\s[\w.'’-]+){1,3})\s?[-–—|]\s?(?i:(?:staff |special )?(?:repórter|reporter|"
        r"jornalista|periodista|journaliste?|giornalista|correspond[ea]nte?|corresponsal|korrespondent(?:in)?|redakteur(?:in)?|"
        r"redactor[ae]?)\b.{0,60})"
    ),
    re.compile(r"(?P<value>[^\W\d_][^@(<|/,=]{2,40}?)\s*[(<|/,=]*\s*(?a:[\w.+-]+@[\w-]+\.[\w.-]+)[)>]?"),
)
"""A reporter’s name as it stands alone in a line: with what he is, with his address."""
