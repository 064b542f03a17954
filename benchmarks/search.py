"""How fast a built site is searched, and what a browser fetches of it; the same with its records many times over.

    python -m benchmarks.search SITE [--times 100]

The records are repeated with other words in place of the rare ones, so that the list of words grows as that of a
larger library does.  Times are of the test browser, bytes those that it fetched.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from build_edition.publish.engine.serve import serving
from build_edition.publish.search.index import ANY, END, FOLDER, spaced
from build_edition.publish.search.pagefind_service import running
from build_edition.publish.search.records import FILE, SUMMARY
from build_edition.publish.search.variants import FILE as VARIANTS
from build_edition.publish.search.variants import sign_of

RARE = 2  # a word that stands so often at the most is another one in each copy
ROUNDS = 7
_WORD = re.compile(r"[A-Za-z]{4,}")
_READY = """async () => {
  const js = (file) => import(new URL(`/js/${file}.js`, location.href).href);
  const start = performance.now();
  const [{ loadVariants }, { makeSearch }, { load }, { pagefindEngine }] = await Promise.all(
    [js("search/variants"), js("search/sets"), js("page"), js("search/engine-pagefind")]);
  globalThis.search = makeSearch(await pagefindEngine(), await loadVariants(), await load("data/search.json"));
  return performance.now() - start;
}"""
_ASK = """async ([query, rounds]) => {
  const times = [];
  let count = 0;
  for (let k = 0; k <= rounds; k += 1) {
    const asked = performance.now();
    const found = await globalThis.search(query);
    await found.results[0]?.data();
    times.push(performance.now() - asked);
    count = found.count;
  }
  return { query, count, first: times[0], warm: times.slice(1) };
}"""


def main() -> None:
    """Measure a site's own index, then one of its records repeated."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("--times", type=int, default=100, help="how often its records are repeated")
    parser.add_argument("--query", action="append", help="a query; several may be given")
    options = parser.parse_args()
    queries = options.query or frequent_words(options.site)
    own = measured(options.site, queries)
    own_records = sum(1 for _ in (options.site / FILE).open(encoding="utf-8"))
    show(f"{own_records:,} records, as the site has them", own, None)
    if options.times > 1:
        with tempfile.TemporaryDirectory() as folder:
            large = Path(folder) / "site"
            seconds = repeat(options.site, large, options.times)
            size = sum(path.stat().st_size for path in (large / FOLDER).rglob("*"))
            title = f"{own_records * options.times:,} records; indexed in {seconds:.0f} s, {size / 1e6:.0f} MB"
            show(title, measured(large, queries), own)


def frequent_words(site: Path) -> list[str]:
    """A frequent word, one of middle frequency, a rare one, two together, and a phrase of two."""
    texts = [record["text"].lower() for record in records_of(site)]
    ranked = [word for word, _ in Counter(word for text in texts for word in _WORD.findall(text)).most_common()]
    pairs = Counter(pair for text in texts for pair in re.findall(r"[a-z]{4,} [a-z]{4,}", text))
    first, middle, last = ranked[0], ranked[len(ranked) // 20], ranked[-1]
    return [first, middle, last, f"{first} {middle}", f'"{pairs.most_common(1)[0][0]}"']


def records_of(site: Path) -> Iterator[dict[str, Any]]:
    with (site / FILE).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def repeat(site: Path, large: Path, times: int) -> float:
    """Write a site whose index has the records `times` times; gives back the seconds that indexing took."""
    pages = shutil.ignore_patterns(FOLDER, "data", "works", "c", "dts", "downloads", "*.zip", "*.epub", "*.pdf")
    shutil.copytree(site, large, ignore=pages)
    for name in (SUMMARY, VARIANTS):
        (large / name).parent.mkdir(exist_ok=True)
        shutil.copy(site / name, large / name)
    summary = json.loads((site / SUMMARY).read_text(encoding="utf-8"))
    (large / SUMMARY).write_text(json.dumps(summary | {"runs": summary["runs"] * times}), encoding="utf-8")
    records = list(records_of(site))
    rows = json.loads((site / VARIANTS).read_text(encoding="utf-8"))["entries"]
    sign = {row[0]: sign_of(k) for k, row in enumerate(rows)}
    seen = Counter(word for record in records for word in _WORD.findall(record["text"]))
    started = time.perf_counter()
    with running() as service:
        for copy in range(times):
            for k, record in enumerate(records):
                text = in_copy(record["text"], seen, copy)
                hidden = " ".join(sign[entry] for entry in record.get("entries", ()))
                place = copy * len(records) + k
                url = json.dumps({"url": record["url"], "kind": record["kind"], "n": place})
                service.add(url, f"{spaced(text)} {END} {ANY} {hidden}", f"{place:08}")
        service.write(large / FOLDER)
    return time.perf_counter() - started


def in_copy(text: str, seen: Counter[str], copy: int) -> str:
    """The text as a copy of the records has it: with other words in the place of rare ones."""
    ending = f"{chr(97 + copy % 26)}{chr(97 + copy // 26)}" if copy else ""
    return _WORD.sub(lambda word: word[0] + ending if seen[word[0]] <= RARE else word[0], text)


def measured(site: Path, queries: list[str]) -> dict[str, Any]:
    """What a browser that comes fresh to a site measures."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"{address}/search/", wait_until="networkidle")
        fetched: list[Any] = []
        page.on("requestfinished", lambda request: fetched.append(request))
        ready = {"ms": page.evaluate(_READY), "bytes": size_of(fetched)}
        answers = [page.evaluate(_ASK, [query, ROUNDS]) | {"bytes": size_of(fetched)} for query in queries]
        browser.close()
    return {"ready": ready, "answers": answers}


def size_of(fetched: list[Any]) -> int:
    """The bytes of what was fetched since this was asked last."""
    size: int = sum(request.sizes()["responseBodySize"] for request in fetched)
    fetched.clear()
    return size


def show(title: str, found: dict[str, Any], own: dict[str, Any] | None) -> None:
    table = Table(title=title, title_justify="left")
    for name in ("query", "results", "first", "warm, median", "bytes", "warm, ratio", "bytes, ratio"):
        table.add_column(name, justify="left" if name == "query" else "right")
    ready = found["ready"]
    ratio = f"{ready['bytes'] / own['ready']['bytes']:.1f}" if own else ""
    table.add_row("to be ready", "", f"{ready['ms']:.0f} ms", "", f"{ready['bytes']:,}", "", ratio)
    for k, one in enumerate(found["answers"]):
        warm = statistics.median(one["warm"])
        before = own["answers"][k] if own else None
        times = f"{warm / statistics.median(before['warm']):.1f}" if before else ""
        size = f"{one['bytes'] / before['bytes']:.1f}" if before and before["bytes"] else ""
        table.add_row(
            one["query"],
            f"{one['count']:,}",
            f"{one['first']:.0f} ms",
            f"{warm:.1f} ms",
            f"{one['bytes']:,}",
            times,
            size,
        )
    Console(width=120, highlight=False).print(table)


if __name__ == "__main__":
    main()
