"""Synthetic Chinese editions for the benchmark: the same text and notes in three forms, the same at every run."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from edition import SectionFile, article_hash
from edition.anchoring import read_section
from edition.commands.markdown import html_of

HAN = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
)
PARAGRAPHS = 14
SENTENCE = (18, 34)


@dataclass(frozen=True)
class Note:
    """A note in no particular form: the words it speaks of, and what it says of them."""

    id: str
    kind: str
    words: str
    text: str


@dataclass(frozen=True)
class Section:
    slug: str
    paragraphs: list[str]
    notes: list[Note]


def sections(count: int) -> list[Section]:
    """So many sections of fourteen paragraphs, each with ten notes: one name, three claims, six words."""
    random = Random(count)

    def han(length: int) -> str:
        return "".join(random.choices(HAN, k=length))

    made = []
    for number in range(1, count + 1):
        slug = f"section-{number}"
        paragraphs = []
        for _ in range(PARAGRAPHS):
            sentences = random.randint(1, 2)
            paragraphs.append("".join(han(random.randint(*SENTENCE)) + "。" for _ in range(sentences)))
        notes = []
        for index in range(10):
            kind = "bio" if index == 0 else "check" if index < 4 else "gloss"
            words = f"Nadok{number}" if kind == "bio" else han(14 if kind == "check" else 6)
            place = index + 2
            paragraphs[place] = f"{words},{paragraphs[place]}"
            text = f"A sentence on {slug}, number {index}, of about the length that a note in the margin has."
            notes.append(Note(f"{kind}-{number}-{index}", kind, words, text))
        made.append(Section(slug, paragraphs, notes))
    return made


def write(folder: Path, form: str, count: int, hook: Path) -> None:
    """The project in one of its forms: `plain`, `footnotes` or `edition`."""
    article = folder / "docs/article"
    article.mkdir(parents=True)
    width = len(str(count))
    made = sections(count)
    for number, section in enumerate(made, 1):
        paragraphs = list(section.paragraphs)
        definitions = []
        if form == "footnotes":
            for index, note in enumerate(section.notes):
                place = index + 2
                paragraphs[place] = paragraphs[place].replace(note.words, f"{note.words}[^{note.id}]", 1)
                definitions.append(f"[^{note.id}]: **{note.kind}** {note.text} {_more(note)}")
        body = "\n\n".join([*paragraphs, *definitions])
        path = article / f"{number:0{width}}-{section.slug}.md"
        path.write_text(f"---\ntitle: Section {number}\n---\n\n{body}\n", encoding="utf-8")
    (folder / "docs/index.md").write_text("# An edition\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_configuration(form, count, hook), encoding="utf-8")
    if form == "edition":
        _annotate(folder / "annotations", made)


def _more(note: Note) -> str:
    return (
        f"What the check says of “{note.id}” in two sentences more. It names its source."
        if note.kind != "gloss"
        else ""
    )


def _configuration(form: str, count: int, hook: Path) -> str:
    width = len(str(count))
    features = ["navigation.prune", *(["content.footnote.tooltips"] if form == "footnotes" else [])]
    extensions = ["attr_list", "md_in_html", "pymdownx.betterem", "pymdownx.blocks.caption",
                  *(["footnotes"] if form == "footnotes" else [])]  # fmt: skip
    lines = [
        "site_name: A synthetic edition",
        f"theme: {{name: material, font: false, features: [{', '.join(features)}]}}",
        "plugins: [search]",
        f"markdown_extensions: [{', '.join(extensions)}]",
        *([f"hooks: [{hook}]"] if form == "edition" else []),
        "nav:",
        "  - index.md",
        "  - The article:",
        *(f"      - article/{number:0{width}}-section-{number}.md" for number in range(1, count + 1)),
    ]
    return "\n".join(lines) + "\n"


def _annotate(folder: Path, made: list[Section]) -> None:
    for kind in ("bios", "fact-checks", "glosses", "sources"):
        (folder / kind).mkdir(parents=True)
    for section in made:
        source = f"source-{section.slug}"
        (folder / f"sources/{source}.yml").write_text(
            f"type: webpage\ntitle: A source of {section.slug}\nURL: https://example.org/{section.slug}\n",
            encoding="utf-8",
        )
        for note in section.notes:
            path, text = _file(note, source)
            (folder / path).write_text(text, encoding="utf-8")
    files = [SectionFile(item.slug, "", "", "\n\n".join(item.paragraphs)) for item in made]
    digest = article_hash([read_section(item.slug, html_of(item)) for item in files])
    assert len(digest) == len(sha256().hexdigest())
    (folder / "edition.yml").write_text(
        f"title: 合成\npublisher: 试验\nissued: 2026-01-06\nlanguage: zh-Hans\nrights: Made up.\nsha256: {digest}\n",
        encoding="utf-8",
    )


def _file(note: Note, source: str) -> tuple[str, str]:
    if note.kind == "bio":
        return f"bios/{note.id}.yml", (
            f"name: {note.words}\nkind: concept\nterms: [{note.words}]\nsummary: {note.text}\n"
            f"body: {_more(note)}\nsources: [{source}]\n"
        )
    if note.kind == "check":
        return f"fact-checks/{note.id}.yml", (
            f"target: {{exact: {note.words}}}\nclaim: A claim of {note.id}.\nrating: accurate\nsummary: {note.text}\n"
            f"explanation: {_more(note)}\nevidence:\n  - {{source: {source}, stance: supports, note: It shows it.}}\n"
            "checked: 2026-11-23\n"
        )
    return f"glosses/{note.id}.yml", (
        f"terms: [{note.words}]\npinyin: pīn yīn\nliteral: letters\nmeaning: {note.text[:40]}\nregister: idiom\n"
    )
