"""The words by which sites in many languages say what a line tells: who wrote, where it stood before, on which day."""

import re

LABELS = {
    "author": r"作者|文字|撰文|撰稿|本报记者|记者|通讯员|著者|文|Author|Autorin|Autor|Auteur|Autore|Autora|Auteure|"
    r"Forfatter|Författare|Szerző|Yazar|Penulis|Автор|Текст|글|الكاتب|بقلم|كتب|كتبت|حوار|نویسنده|כתב|Tác giả|ผู้เขียน|"
    r"\b(?:By|Von|Par|Por|Door|Di|Av|Af|Oleh|Írta|Napsal|Yazan|Skriven av|Skrevet av|Kirjoittanut)|"
    r"Συντάκτης|Γράφει|מאת|به قلم|โดย|द्वारा|লেখক|文責",
    "source": r"文章来源|稿件来源|信息来源|来源|稿源|转载自|转自|出典|提供|Source|Quelle|Publisher|"
    r"Fuente|Fonte|Źródło|Zdroj|Forrás|Kaynak|Bron|Kilde|Källa|Lähde|Sumber|Источник|Джерело|Πηγή|المصدر|منبع|Nguồn|출처",
    "title": r"(?:本文)?原标题|原文标题|原题|Original title|Originaltitel",
    "editor": (
        r"Mitarbeit|Contributing|Faktencheck|Übersetzung|Translation|Traduction|Traducción|Traduzione|翻訳者?|翻译|译者|"
        r"供稿|来稿|摄影|攝影|摄像|图片|图文|圖|图|供图|视频|剪辑|设计|制作|策划|统筹|统稿|写真|撮影|"
        r"责任编辑|值班编辑|本文编辑|编辑|責任編輯|編輯|編集|责编|编审|编译|审核|审校|校对|校審|监制|主编|排版|美编|[一二三初复终]审|"
        r"Editors?|Copy editor|Edited by|Editing by|Redaktion"
    ),
    "later": r"Ultimo aggiornamento|Última actualización|Última atualização|Dernière mise à jour(?: le)?|"
    r"(?:Letzte|Zuletzt) (?:Aktualisierung|Änderung|aktualisiert|geändert)(?: am)?|Laatst bijgewerkt(?: op)?|"
    r"(?:Senast|Sist|Sidst) (?:uppdaterad|oppdatert|opdateret)|Ostatnia aktualizacja|Poslední aktualizace|"
    r"Ultima actualizare|Utolsó frissítés|Последнее обновление|Son güncelleme(?: tarihi)?|Terakhir diperbarui|"
    r"Cập nhật(?: lần cuối)?|Posljednja izmjena|Zadnja sprememba|Güncelleme|Güncellenme|"
    r"Actualizado|Mis à jour le|Aggiornato(?: il)?|Atualizado(?: em)?|"
    r"Обновлено|Oppdatert|Opdateret|Uppdaterad|Päivitetty|Aktualizováno|Aktualizacja|Diperbarui|최종수정|수정|"
    r"Τελευταία (?:ενημέρωση|ανανέωση)|آخر تحديث|最后更新|更新时间|更新于|更新|最終更新|"
    r"Last updated(?: on)?|Updated(?: on)?|Last modified|Aktualisiert(?: am)?",
    "day": (
        r"发布时间|发表时间|發表時間|發佈時間|发布日期|发布于|发表于|发布|时间|日期|公開|掲載|"
        r"First published(?: on)?|Published(?: on)?|Posted(?: on)?|"
        r"(?:Date|Data|Fecha|Datum|Дата|Ημερομηνία)(?: (?:de |di |da )?[^\W\d]{5,14})?|Créé(?: le)?|Dato|Dátum|Tarih|"
        r"التاريخ|Ngày|Stand|Publié le|"
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
    "author": r"(?:Kritik|Rezension|Kommentar|Bericht) von|(?:Review|Analysis|Commentary) by|"
    r"Written by|Reporting by|(?:Text|Words) by|By|Von|Par|Por|Door|Oleh|[\u4e00-\u9fff]{0,6}(?:记者|記者)",
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
