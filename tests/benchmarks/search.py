"""Compares engines of search on this edition: `python -m tests.benchmarks.search [--misses]`.

The queries of `search.yml` are put, in headless Chromium, to the edition's own worker, to the theme's (lunr, with
Chinese cut into words by jieba) and to Pagefind, all over the same entries. The last two are no part of the project:
`pip install jieba "pagefind[extended]"` first; what is not installed is left out, and said to be.

The worker's weights were set with these queries in sight (before, its recall was 0.93): the table compares ways of
finding words, and is no forecast for other queries.

- recall: the share of a query's expected addresses among its first ten results, in the order in which they are shown.
- first: how often the first result is an expected one.
- precision: the share of the first ten results that hold every word of the query (in Chinese, English or pinyin).
- loaded: what the browser has fetched until the first result, compressed.
- first result: milliseconds from nothing loaded to the first result; query: from then on. Medians.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import mean, median
from typing import Any, NamedTuple
from unicodedata import combining, normalize

import yaml
from playwright.sync_api import Browser, Page, Response

from edition.commands.browser import chromium
from tests.serving import served

ROOT = Path(__file__).parents[2]
QUERIES = Path(__file__).with_suffix(".yml")
SHOWN = 10
LOADS = 5

Entry = dict[str, Any]

WORKER = """
const worker = new Worker(%s)
const answers = []
worker.onmessage = ({ data }) => answers.shift()(data.data)
const ask = (type, data) => new Promise(answer => { answers.push(answer); worker.postMessage({ type, data }) })
const ready = ask(0, %s)
window.find = async query => {
  await ready
  const { items } = await ask(2, query)
  return items.flatMap(group => group.filter(item => item.score).map(item => item.location))
}
"""
"""A page that speaks to a worker as the theme's dialog does. A page's own entry, added for a heading, has no score."""
PAGEFIND = """
const engine = import("/pagefind/pagefind.js")
window.find = async query => {
  const { results } = await (await engine).search(query)
  return Promise.all(results.slice(0, %d).map(async result => (await result.data()).meta.location))
}
"""


class Outcome(NamedTuple):
    """How an engine did on one query."""

    sort: str
    query: str
    recall: float
    first: float
    precision: float
    milliseconds: float
    missed: list[str]


class Cost(NamedTuple):
    """Compressed bytes until the first result, and milliseconds."""

    size: int
    first: float


# -- the engines ------------------------------------------------------------------------------------


def build(folder: Path) -> list[Entry]:
    """Build the edition into the folder; its entries."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}, check=True)
    own = json.loads((folder / "search/entries.json").read_text(encoding="utf-8"))["docs"]
    host = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    return [*own, *({**entry, "text": re.sub("<[^>]*>", " ", entry["text"])} for entry in host)]


def with_own(folder: Path, _: list[Entry]) -> str:
    host = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))
    return WORKER % ('"/assets/search.js"', json.dumps({**host, "options": {"suggest": False}}))


def with_theme(folder: Path, found: list[Entry]) -> str:
    importlib.import_module("jieba").setLogLevel("WARNING")
    index = importlib.import_module("material.plugins.search.plugin").SearchIndex()
    docs = [
        {
            "location": entry["location"],
            "title": index._segment_chinese(entry["title"]),
            "text": index._segment_chinese(text_of(entry)),
        }
        for entry in found
    ]
    config = {
        "lang": ["en"],
        "separator": r"[\s\u200b\-,.:;!?，。：；！？「」“”（）()]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
    }
    index_file = json.dumps({"config": config, "docs": docs}, ensure_ascii=False)
    (folder / "lunr.json").write_text(index_file, encoding="utf-8")
    worker = next((folder / "assets/javascripts/workers").glob("search.*.min.js"))
    data = '{...await (await fetch("/lunr.json")).json(), options: {suggest: false}}'
    return WORKER % (json.dumps(f"/{worker.relative_to(folder)}"), data)


def with_pagefind(folder: Path, found: list[Entry]) -> str:
    pagefind = importlib.import_module("pagefind.index")

    async def write() -> None:
        config = pagefind.IndexConfig(output_path=str(folder / "pagefind"))
        async with pagefind.PagefindIndex(config=config) as index:
            for entry in found:
                await index.add_custom_record(
                    url=f"/{entry['location']}",
                    content=f"{entry['title']}. {text_of(entry)}",
                    language="zh",  # with "en" it stems English and finds less in all: 0.66
                    meta={"title": entry["title"], "location": entry["location"]},
                )

    asyncio.run(write())
    return PAGEFIND % SHOWN


ENGINES: Mapping[str, Callable[[Path, list[Entry]], str]] = {
    "the edition's own worker": with_own,
    "the theme's lunr, jieba": with_theme,
    "Pagefind, extended": with_pagefind,
}


def prepare(folder: Path, found: list[Entry]) -> dict[str, str]:
    """Write an index and a page for each engine that is installed: engine to the page's name."""
    pages = {}
    for number, (engine, write) in enumerate(ENGINES.items()):
        try:
            script = write(folder, found)
        except ModuleNotFoundError as missing:
            sys.stderr.write(f"{engine}: left out, since {missing.name} is not installed\n")
            continue
        pages[engine] = f"bench-{number}.html"
        html = f"<!doctype html><html lang=zh><meta charset=utf-8><script type=module>{script}</script>"
        (folder / pages[engine]).write_text(html, encoding="utf-8")
    return pages


def text_of(entry: Entry) -> str:
    """All that can be found of an entry; its pinyin apart and in one."""
    spoken = entry.get("spoken", "")
    joined = spoken.replace(" ", "")
    return " ".join((*entry.get("names", ()), entry.get("original", ""), spoken, joined, entry.get("text", "")))


# -- measuring --------------------------------------------------------------------------------------


def judge(sort: str, query: str, expected: list[str], shown: list[str], took: float, texts: dict[str, str]) -> Outcome:
    ten = shown[:SHOWN]
    missed = [address for address in expected if address not in ten]
    holds = [holds_all(query, texts.get(address, "")) for address in ten]
    return Outcome(
        sort,
        query,
        1 - len(missed) / len(expected),
        float(bool(ten) and ten[0] in expected),
        mean(holds) if holds else 0.0,
        took,
        missed,
    )


def holds_all(query: str, text: str) -> bool:
    """Whether a text holds each word of the query, or its letters as pinyin."""
    whole = folded(query)
    together = re.sub(r"[\s-]", "", whole)
    return all(word in text for word in re.findall(r"\w+", whole)) or (
        together.isascii() and together in text.replace(" ", "")
    )


def folded(text: str) -> str:
    return "".join(c for c in normalize("NFD", text) if not combining(c)).lower()


def ask(page: Page, query: str) -> tuple[list[str], float]:
    script = "async query => { const start = performance.now(); return [await find(query), performance.now() - start] }"
    shown, took = page.evaluate(script, query)
    return shown, took


def load(browser: Browser, address: str, query: str) -> Cost:
    """A new window, to its first result."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []

    def count(response: Response) -> None:
        body = response.body()
        sizes.append(min(len(body), len(gzip.compress(body, 9, mtime=0))))

    page.on("requestfinished", lambda request: count(found) if (found := request.response()) else None)
    page.goto(address)
    page.wait_for_function("() => window.find")
    page.evaluate("query => find(query)", query)
    since_start = page.evaluate("performance.now()")
    page.wait_for_timeout(200)
    context.close()
    return Cost(sum(sizes), since_start)


def table(outcomes: Mapping[str, list[Outcome]], costs: Mapping[str, Cost]) -> list[str]:
    lines = [
        f"{'':28}{'queries':>8}{'recall':>8}{'first':>8}{'precision':>10}{'loaded':>10}{'first result':>13}{'query':>9}"
    ]
    for engine, found in outcomes.items():
        for sort in ("", *dict.fromkeys(outcome.sort for outcome in found)):
            part = [outcome for outcome in found if sort in ("", outcome.sort)]
            figures = "".join(
                f"{mean(values):{width}.2f}"
                for width, values in (
                    (8, [outcome.recall for outcome in part]),
                    (8, [outcome.first for outcome in part]),
                    (10, [outcome.precision for outcome in part]),
                )
            )
            cost = costs[engine]
            took = median(outcome.milliseconds for outcome in part)
            spent = "" if sort else f"{cost.size / 1000:7.0f} KB{cost.first:10.0f} ms"
            lines.append(f"{f'  {sort}' if sort else engine:28}{len(part):8}{figures}{spent:23}{took:6.1f} ms")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="name what was not found")
    arguments = parser.parse_args()
    queries = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    outcomes: dict[str, list[Outcome]] = {}
    costs: dict[str, Cost] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = build(folder)
        texts = {entry["location"]: folded(f"{entry['title']} {text_of(entry)}") for entry in found}
        wanted = {address for items in queries.values() for item in items for address in item["expected"]}
        if unknown := sorted(wanted - set(texts)):
            raise SystemExit(f"{QUERIES.name} expects what the edition does not have: {', '.join(unknown)}")
        pages = prepare(folder, found)
        with served(folder) as address, chromium("start") as browser:
            for engine, path in pages.items():
                loads = [load(browser, address + path, "奥特曼") for _ in range(LOADS)]
                costs[engine] = Cost(loads[0].size, median(cost.first for cost in loads))
                page = browser.new_page()
                page.goto(address + path)
                page.wait_for_function("() => window.find")
                ask(page, "OpenAI")
                outcomes[engine] = [
                    judge(sort, item["query"], item["expected"], *ask(page, item["query"]), texts)
                    for sort, items in queries.items()
                    for item in items
                ]
                page.close()
    lines = table(outcomes, costs)
    if arguments.misses:
        lines += [
            f"{engine}: {found.query}: first {found.first:.0f}, precision {found.precision:.2f}, missed {found.missed}"
            for engine, results in outcomes.items()
            for found in results
            if found.missed or found.precision < 1 or not found.first
        ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
