"""Synthetic Chinese editions for the benchmark: one text and its notes in three forms, the same at every run.

The measures are those of the real edition: paragraphs of 20 to 60 characters, ten notes a section (one or two bios,
three or four checks, five glosses) with as much to say and as many sources. Bios are named again in later sections,
some of them in hundreds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Literal, get_args

import yaml
from mkdocs.utils.yaml import yaml_load

from edition import SectionFile
from edition.reading import html_of
from edition.text import article_hash, read_section

Form = Literal["plain", "footnotes", "edition"]
FORMS: tuple[Form, ...] = get_args(Form)

ROOT = Path(__file__).resolve().parents[2]
PARAGRAPHS = 14
MENTIONS = 2
SOURCES = 8

_WORDS = (
    "公司 研究 模型 产品 团队 时间 问题 未来 市场 技术 数据 用户 资本 企业 方向 理想 竞争 对手 消息 行业 智能 系统 世界 全球 领域 速度 成本 规模 能力 机会 压力 选择 离开 加入 成立 发布 宣布 "
    "认为 表示 开始 继续 成为 超过 提高 改变 支持 推动 相信 需要 可能 已经 仍然 正在 曾经 几乎 终于 至少 目前 过去 今天 去年 内部 外部 背后 其中 同时 不过 因此 如果 虽然 这个 那些 他们 我们 自己 "
    "所有 一个 许多 真正 重要 简单 巨大 核心 创始 首席 科学 工程 商业 股东 董事 员工 人才 论文 实验 算力 芯片 融资 估值 收入 利润 的 了 在 和 与 对 从 把 被 让 就 还 也 都 又"
).split()
_IDIOM_SIGNS = "梅兰竹菊琴棋鹤鹿龙凤麟龟霜雪雷霆江湖岳峰"  # none of them in a word, so that no gloss is found by chance
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
_ENGLISH = (
    "the company said in its own report that a former head of research left after seven years while other papers of "
    "that week dated the decision to the autumn and named two more people who knew of it but gave no figures for cost"
).split()


@dataclass(frozen=True)
class Note:
    """A note in no particular form: the words it speaks of, and what its file says of them."""

    id: str
    kind: Literal["bios", "fact-checks", "glosses"]
    words: str
    fields: Mapping[str, Any]
    sources: list[str]


@dataclass
class Section:
    slug: str
    paragraphs: list[str] = field(default_factory=list)
    notes: list[tuple[int, str, Note]] = field(default_factory=list)
    """Paragraph, words and note: the section's own ten, and the bios of others that are named here again."""
    own: list[Note] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)


def sections(count: int) -> list[Section]:
    random = Random(count)
    bios: list[Note] = []
    made = []
    for number in range(1, count + 1):
        section = Section(f"section-{number}")
        section.paragraphs = [_chinese(random, random.randint(20, 60)) + "。" for _ in range(PARAGRAPHS)]
        section.sources = {f"source-{number}-{index}": _source(random, number, index) for index in range(SOURCES)}
        cited = list(section.sources)
        kinds = ["bios"] * (1 + number % 2) + ["fact-checks"] * (4 - number % 2) + ["glosses"] * 5
        section.own = [_note(random, kind, 10 * number + index, cited) for index, kind in enumerate(kinds)]
        # Early names come again most often; each is named by its last part alone.
        again = {
            note.id: note for note in (bios[int(len(bios) * random.random() ** 3)] for _ in range(MENTIONS) if bios)
        }
        spoken = [(note, note.words) for note in section.own] + [
            (note, note.words.split()[1]) for note in again.values()
        ]
        for place, (note, words) in enumerate(spoken, 1):
            section.paragraphs[place] = f"{words},{section.paragraphs[place]}"
            section.notes.append((place, words, note))
        bios += [note for note in section.own if note.kind == "bios"]
        made.append(section)
    return made


def _chinese(random: Random, length: int) -> str:
    """Clauses of some words each, with their commas."""
    text = ""
    while len(text) < length:
        text += ("," if text else "") + "".join(random.choices(_WORDS, k=random.randint(4, 9)))
    return text[:length].rstrip(",")


def _english(random: Random, length: int) -> str:
    text = "It is that"
    while len(text) < length:
        text += " " + random.choice(_ENGLISH)
    return text + "."


def _spelled(number: int, signs: str | list[str], places: int) -> str:
    """The number in other signs, so that each is another word."""
    return "".join(signs[number // len(signs) ** place % len(signs)] for place in range(places))


def _source(random: Random, number: int, index: int) -> dict[str, Any]:
    return {
        "type": "article-newspaper",
        "title": _english(random, 60),
        "container-title": f"Paper {number % 97}",
        "issued": f"20{random.randint(15, 25)}-0{random.randint(1, 9)}-1{random.randint(0, 9)}",
        "URL": f"https://example.org/{number}/{index}",
        "language": "en",
        "accessed": "2026-11-23",
    }


def _note(random: Random, kind: str, number: int, cited: list[str]) -> Note:
    if kind == "bios":
        name = f"{random.choice('Anna Boris Carla David'.split())} {_spelled(number, _SYLLABLES, 4).capitalize()}"
        sources = random.sample(cited, 4)
        return Note(f"bio-{number}", "bios", name, {
            "name": name, "kind": "person", "terms": [name, name.split()[1]], "summary": _english(random, 80),
            "body": _english(random, 460),
            "events": [{"date": "2023-11-17", "text": _english(random, 60), "sources": sources[:1]} for _ in range(2)],
            "sources": sources,
        }, sources)  # fmt: skip
    if kind == "fact-checks":
        words = f"{_chinese(random, 8)}达到 {number} 亿美元"
        sources = random.sample(cited, 4)
        return Note(f"check-{number}", "fact-checks", words, {
            "target": {"exact": words}, "claim": _english(random, 68),
            "rating": random.choice(["accurate", "mostly-accurate", "misleading", "inaccurate", "unverifiable"]),
            "summary": _english(random, 90), "explanation": _english(random, 400),
            "evidence": [{"source": source, "stance": "supports", "note": _english(random, 50)} for source in sources],
            "checked": "2026-11-23",
        }, sources)  # fmt: skip
    words = _spelled(number, _IDIOM_SIGNS, 4)
    sources = random.sample(cited, random.choice([0, 0, 1]))
    where = {"terms": [words]} if random.random() < 0.9 else {"target": {"exact": words}}
    return Note(f"gloss-{number}", "glosses", words, where | {
        "reading": "xué fú wǔ chē", "literal": _english(random, 20), "meaning": _english(random, 25),
        "register": "idiom", "note": _english(random, 120), "sources": sources,
    }, sources)  # fmt: skip


def write(folder: Path, form: Form, count: int) -> None:
    """The project in one of its forms: `plain`, `footnotes` (by hand, as Material has them) or `edition`."""
    made = sections(count)
    (folder / "docs/article").mkdir(parents=True)
    sources = {name: source for section in made for name, source in section.sources.items()}
    pages = [_page(number, section) for number, section in enumerate(made, 1)]
    for page, section in zip(pages, made, strict=True):
        body = "\n\n".join(_with_footnotes(section, sources) if form == "footnotes" else section.paragraphs)
        title = section.slug.replace("-", " ").capitalize()
        (folder / "docs" / page).write_text(f"---\ntitle: {title}\n---\n\n{body}\n", encoding="utf-8")
    front = '# An edition\n\n<div data-edition="verdicts"></div>\n\n<div data-edition="sections-list"></div>\n'
    (folder / "docs/index.md").write_text(front, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_configuration(form, pages), encoding="utf-8")
    if form == "edition":
        for name, content in _annotations(made):
            path = folder / "annotations" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_yaml(content), encoding="utf-8")


def _page(number: int, section: Section) -> str:
    return f"article/{number:04}-{section.slug}.md"


def _configuration(form: Form, pages: list[str]) -> str:
    """The real site's, with as much taken away or put in as the form wants."""
    site: dict[str, Any] = yaml_load(
        (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!relative $config_dir/", "")
    )
    kinds = ["bios/index.md", "fact-checks/index.md", "glosses/index.md", "sources/index.md"]
    site["nav"] = ["index.md", {"The article": pages}, *(kinds if form == "edition" else [])]
    site["theme"]["features"] = ["navigation.prune", "navigation.footer"]
    site.pop("extra", None)  # the real site's picture, which is not here
    site["hooks"] = [str(ROOT / hook) for hook in site["hooks"]] if form == "edition" else []
    if form != "edition":
        site["plugins"] = ["search"]  # what Material has of itself, as the edition has its own
    if form == "footnotes":
        site["theme"]["features"].append("content.footnote.tooltips")
        site["markdown_extensions"].append("footnotes")
    return _yaml(site)


def _yaml(content: object) -> str:
    return yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def _annotations(made: list[Section]) -> Iterator[tuple[str, object]]:
    files = [SectionFile(section.slug, "", "", "\n\n".join(section.paragraphs)) for section in made]
    yield "edition.yml", {
        "title": "合成的文章", "publisher": "试验", "issued": "2026-01-06", "language": "zh-Hans", "rights": "Made up.",
        "sha256": article_hash([read_section(file.slug, html_of(file)) for file in files]),
    }  # fmt: skip
    for section in made:
        for name, source in section.sources.items():
            yield f"sources/{name}.yml", source
        for note in section.own:
            yield f"{note.kind}/{note.id}.yml", note.fields


def _with_footnotes(section: Section, sources: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The paragraphs with a reference behind each note's words, and the notes, in full, under them."""
    blocks = list(section.paragraphs)
    for place, words, note in section.notes:
        blocks[place] = blocks[place].replace(words, f"{words}[^{note.id}]", 1)
    for _, words, note in section.notes:
        says = note.fields
        cited = (f"[{sources[name]['title']}]({sources[name]['URL']}), {sources[name]['container-title']}, "
                 f"{sources[name]['issued']}" for name in note.sources)  # fmt: skip
        if note.kind == "bios":
            text = f"**{says['name']}** {says['summary']}\n\n    {says['body']}"
        elif note.kind == "fact-checks":
            text = f"**{says['rating']}** {says['summary']}\n\n    Claim: {says['claim']}\n\n    {says['explanation']}"
            shown = (item["note"] for item in says["evidence"])
            cited = (f"Supports: {source} {shows}" for source, shows in zip(cited, shown, strict=True))
        else:
            text = f"**{words}** {says['meaning']}\n\n    Literally {says['literal']}\n\n    {says['note']}"
        blocks.append(f"[^{note.id}]: {text}\n\n" + "\n".join(f"    - {source}" for source in cited))
    return blocks
