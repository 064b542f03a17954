"""Searching a copy from disk, and checking a quotation there; both also in the five works, and in what time."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

from tests.reading.from_disk import url
from tests.reading.misquoting import Line, corpus
from tests.reading.searching import answers
from tests.reading.test_quotation import FOUND, check
from tests.site_folder import BuiltSite

HITS = ".ed-hits .ed-hit"
ANSWERED = "() => /result/.test(document.querySelector('.ed-find-state')?.textContent)"
LONGEST = """() => { window.longest = 0; new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.longest = Math.max(window.longest, one.duration);
}).observe({ type: "longtask", buffered: true }); }"""


def ask(disk: Any, copy: Path, query: str) -> None:
    disk.goto(url(copy, f"search/?q={query}"))
    disk.wait_for_function(ANSWERED)


def test_the_field_in_the_header_leads_to_marked_words(disk: Any, disk_copy: Path) -> None:
    disk.goto(url(disk_copy, "works/level-water-1987/"))
    disk.keyboard.press("/")
    disk.keyboard.type("bank-lords")
    disk.keyboard.press("Enter")
    disk.wait_for_selector(HITS)
    assert disk.url == url(disk_copy, "search/?q=bank-lords")
    assert "bank-lord" in disk.locator(".ed-find-also").text_content()
    links = disk.locator(f"{HITS} a").evaluate_all("links => links.map((link) => link.href)")
    assert all(re.search(r"/index\.html([?#]|$)", link) for link in links)
    disk.locator(HITS).filter(has=disk.locator(".where a[href*='/works/']")).first.locator("a").click()
    disk.wait_for_url("**/works/**")
    disk.wait_for_function("() => document.documentElement.dataset.found")
    ranges = disk.evaluate("[...CSS.highlights.get('ed-found')].map((range) => range.toString().toLowerCase())")
    assert ranges
    assert all("bank" in words for words in ranges)
    disk.keyboard.press("Escape")
    disk.wait_for_function("() => !document.documentElement.dataset.found")
    assert "mark=" not in disk.url


def test_a_search_finds_what_it_finds_on_a_server(
    disk: Any, disk_copy: Path, page: Any, address: str, specimen_site: BuiltSite
) -> None:
    queries = ["pound", "bank-lords", "water", '"the canal"', "water -canal", "sluic*", "lodestone"]
    for query, there in zip(queries, answers(page, address, queries, "scan"), strict=True):
        ask(disk, disk_copy, query)
        assert disk.locator(".ed-find-state").text_content().split()[0] in {
            "One" if there["count"] == 1 else "No" if not there["count"] else f"{there['count']:,}"
        }, query


def test_filters_and_words_typed_stand_in_the_address(disk: Any, disk_copy: Path) -> None:
    ask(disk, disk_copy, "water")
    before = disk.locator(".ed-find-state").text_content()
    disk.locator('.ed-find-filters input[name="kind"]').first.check()
    disk.wait_for_url("**/search/index.html?q=water&kind=*")
    disk.wait_for_function(
        "(before) => document.querySelector('.ed-find-state').textContent !== before", arg=before
    )
    disk.go_back()
    disk.wait_for_function(
        "(before) => document.querySelector('.ed-find-state').textContent === before", arg=before
    )
    with disk.expect_download() as download:
        disk.locator(".ed-csv").click()
    rows = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == int(before.split()[0].replace(",", "")) + 1


def some_words(lines: list[Line]) -> tuple[Line, str]:
    """A passage in the middle of a corpus, and its first twelve words with one of them left out."""
    long = [line for line in lines if line["kind"] == "p" and len(line["text"].split()) > 30]
    line = long[len(long) // 2]
    words = line["text"].split()[:12]
    return line, " ".join(words[:5] + words[6:])


def quotation_is_found(disk: Any, copy: Path, lines: list[Line]) -> None:
    line, words = some_words(lines)
    disk.goto(url(copy, "quotation/"))
    check(disk, words)
    links = disk.locator(f"{FOUND} h2 a").evaluate_all("links => links.map((link) => link.href)")
    assert url(copy, line["url"]) in {link.partition(":~:")[0] for link in links}
    disk.locator(f"{FOUND} h2 a").first.click()
    disk.wait_for_url("**/works/**")


def test_a_quotation_is_found(disk: Any, disk_copy: Path, specimen_site: BuiltSite) -> None:
    quotation_is_found(disk, disk_copy, corpus(specimen_site.result.output))


def test_the_five_works_are_searched_at_once(disk: Any, five_copy: Path, five: BuiltSite) -> None:
    """The first search, from the opening of its address to its results: with the reading of all data from disk."""
    entry = max(five.result.output.glob("data/concordance/*.json"), key=lambda path: path.stat().st_size).stem
    disk.add_init_script(f"({LONGEST})()")
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        ask(disk, five_copy, entry)
        took.append(time.perf_counter() - begun)
    longest = disk.evaluate("window.longest")
    print(f"first search from disk: {min(took) * 1000:.0f} ms, longest task {longest:.0f} ms")
    assert disk.locator(HITS).count() > 0
    assert min(took) < 1.5
    quotation_is_found(disk, five_copy, corpus(five.result.output))
