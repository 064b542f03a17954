"""The page of the search, as a reader uses it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.reading.searching import answers, until
from tests.site_folder import BuiltSite

HITS = ".ed-hits .ed-hit"
STATE = ".ed-find-state"


def ask(page: Any, address: str, query: str) -> None:
    """Open the address of a query, and wait until it is answered."""
    page.goto(f"{address}/search/?{query}")
    answered(page)


def answered(page: Any) -> None:
    until(page, f"/result/.test(document.querySelector('{STATE}')?.textContent)")


def count(page: Any) -> int:
    first = page.locator(STATE).text_content().split()[0]
    return {"No": 0, "One": 1}.get(first) if first in {"No", "One"} else int(first.replace(",", ""))


def test_the_field_in_the_header_leads_to_passages_and_their_words(page: Any, address: str) -> None:
    page.goto(f"{address}/works/level-water-1987/")
    page.keyboard.press("/")
    page.keyboard.type("bank-lords")
    page.keyboard.press("Enter")
    page.wait_for_selector(HITS)
    assert page.url == f"{address}/search/?q=bank-lords"
    assert page.locator(".ed-find-form input").input_value() == "bank-lords"
    assert "bank-lord" in page.locator(".ed-find-also").text_content()
    hit = page.locator(HITS).filter(has=page.locator(".where a[href*='/works/']")).first
    marked = hit.locator(".context mark").all_text_contents()
    assert marked
    assert all("bank" in words.lower() for words in marked)
    hit.locator("a").click()
    page.wait_for_url("**/works/**")
    until(page, "document.documentElement.dataset.found")
    assert urlsplit(page.url).fragment
    assert parse_qs(urlsplit(page.url).query)["mark"] == ["bank-lords"]
    ranges = page.evaluate("[...CSS.highlights.get('ed-found')].map((range) => range.toString().toLowerCase())")
    assert len(ranges) == int(page.evaluate("document.documentElement.dataset.found")) > 0
    assert all("bank" in words for words in ranges)
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    inside = (
        "(id) => [...CSS.highlights.get('ed-found')]"
        ".some((range) => document.getElementById(id).contains(range.startContainer))"
    )
    assert page.evaluate(inside, target)
    page.keyboard.press("Escape")
    assert "mark=" not in page.url
    assert not page.evaluate("CSS.highlights.has('ed-found')")


def test_what_is_typed_stands_in_the_address_and_in_the_history(page: Any, address: str) -> None:
    page.goto(f"{address}/search/")
    page.locator(".ed-find-form input").press_sequentially("water")
    until(page, "location.search === '?q=water'")
    answered(page)
    first = count(page)
    assert first > 0
    page.locator(".ed-find-form input").fill("lock")
    page.keyboard.press("Enter")
    until(
        page,
        f"location.search === '?q=lock' && !document.querySelector('{STATE}').textContent.startsWith('{first} ')",
    )
    page.go_back()
    until(page, f"document.querySelector('{STATE}').textContent.startsWith('{first} ')")
    assert page.locator(".ed-find-form input").input_value() == "water"
    page.reload()
    answered(page)
    assert count(page) == first


def test_filters_count_and_narrow(page: Any, address: str) -> None:
    ask(page, address, "q=water")
    every = count(page)
    kinds = {box.get_attribute("value"): box for box in page.locator(".ed-find-filters input[name=kind]").all()}
    told = page.locator("fieldset:has(input[name=kind]) .n").all_text_contents()
    assert sum(int(number) for number in told) == every
    assert len(kinds) > 1
    of_texts = int(page.locator("label:has(input[name=kind][value=text]) .n").text_content())
    page.locator("input[name=kind][value=text]").check()
    until(page, f"document.querySelector('{STATE}').textContent.startsWith('{of_texts} ')")
    assert page.url.endswith("?q=water&kind=text")
    work = page.locator("label:has(input[name=work])").first
    of_work = int(work.locator(".n").text_content())
    assert sum(int(n) for n in page.locator("fieldset:has(input[name=work]) .n").all_text_contents()) == of_texts
    work.locator("input").check()
    until(page, f"document.querySelector('{STATE}').textContent.split(' ')[0] === '{of_work}'")
    name = work.locator("span").first.text_content()
    while page.get_by_role("button", name="more").count():
        shown = page.locator(HITS).count()
        page.get_by_role("button", name="more").click()
        until(page, f"document.querySelectorAll('{HITS}').length > {shown}")
    assert page.locator(f"{HITS} .where b").all_text_contents() == [name] * of_work
    page.reload()
    answered(page)
    assert count(page) == of_work
    assert page.locator(".ed-find-filters input:checked").count() == 2


def test_results_come_in_portions_and_in_the_order_of_the_works(page: Any, address: str) -> None:
    (answer,) = answers(page, address, ["the"], "scan")
    ask(page, address, "q=the&order=order")
    assert count(page) == answer["count"] > 40
    assert page.locator(HITS).count() == 20
    page.get_by_role("button", name="Show 20 more").click()
    until(page, f"document.querySelectorAll('{HITS}').length === 40")
    assert page.evaluate("document.activeElement === document.querySelectorAll('.ed-hit a')[20]")
    shown = page.evaluate(
        "[...document.querySelectorAll('.ed-hit a')].map((a) => new URL(a.href)).map((u) => u.pathname + u.hash)"
    )
    assert shown == [f"/{record['url']}" for record in answer["records"][:40]]
    assert page.locator("h2.ed-find-group").first.text_content()
    page.locator("select[name=order]").select_option("relevance")
    until(page, "!location.search.includes('order') && !document.querySelector('h2.ed-find-group')")
    assert page.locator(HITS).count() == 20


def test_nothing_that_is_hidden_in_the_index_is_shown(page: Any, address: str, specimen_site: BuiltSite) -> None:
    ask(page, address, "q=pound")
    shown = page.locator(".ed-find").text_content()
    assert "zqa" not in shown
    assert not {"\ufdd0", "\ufdd1", "\ufdd2"} & set(shown)
    for record in answers(page, address, ["pound"], "pagefind")[0]["records"]:
        assert not {"\ufdd0", "\ufdd1", "\ufdd2"} & set(record["text"])
        assert "zqa" not in record["text"]


def test_a_slip_is_told_what_it_may_have_meant(page: Any, address: str) -> None:
    ask(page, address, "q=hlemar")
    assert count(page) == 0
    link = page.locator(".ed-near a")
    assert link.all_text_contents()[0] == "helmar"
    link.first.click()
    page.wait_for_selector(HITS)
    assert page.url.endswith("?q=helmar")
    assert page.locator(".ed-find-form input").input_value() == "helmar"


def test_all_hits_can_be_taken_away_as_a_table(page: Any, address: str, tmp_path: Path) -> None:
    ask(page, address, "q=water")
    every = count(page)
    assert every > 20
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download all hits as CSV").click()
    path = tmp_path / "hits.csv"
    waiting.value.save_as(path)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert len(rows) == every
    (answer,) = answers(page, address, ["water"], "pagefind", "relevance")
    assert [(row["work"], row["passage"], row["kind"]) for row in rows] == [
        (one.get("work", ""), one.get("passage", ""), one["kind"]) for one in answer["records"]
    ]
    assert [row["url"] for row in rows] == [f"{address}/{one['url']}" for one in answer["records"]]
    assert any(row["printed_page"] for row in rows)
    assert all("water" in row["context"].lower() for row in rows)


def test_no_cell_is_a_formula(page: Any, address: str) -> None:
    page.goto(f"{address}/search/")
    row = page.evaluate(
        "async () => (await import(new URL('../js/search/csv.js', location.href).href))"
        """.row(["=1+1", "+1", "-1", "@a", "\\tx", 'say "so"', "a,b", 7])"""
    )
    (cells,) = csv.reader([row])
    assert cells == ["'=1+1", "'+1", "'-1", "'@a", "'\tx", 'say "so"', "a,b", "7"]


def test_the_keyboard_alone_goes_from_the_field_to_a_passage(page: Any, address: str) -> None:
    ask(page, address, "q=hasken")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('.ed-hit a')[1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    href = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(href)


def test_without_the_index_all_is_read_through(page: Any, address: str) -> None:
    ask(page, address, "q=bank-lords&order=order")
    by_index = (count(page), page.locator(f"{HITS} .context").all_text_contents())
    ask(page, address, "q=bank-lords&order=order&engine=scan")
    assert (count(page), page.locator(f"{HITS} .context").all_text_contents()) == by_index
    page.route("**/pagefind/*", lambda route: route.abort())
    ask(page, address, "q=bank-lords&order=order")
    assert (count(page), page.locator(f"{HITS} .context").all_text_contents()) == by_index


def test_what_goes_wrong_is_told_in_a_sentence(page: Any, address: str) -> None:
    page.route("**/data/variants.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}/search/?q=water")
    until(page, f"document.querySelector('{STATE}')?.textContent.startsWith('The search did not succeed')")
    assert "data/variants.json" in page.locator(STATE).text_content()
    page.unroute("**/data/variants.json")
    page.locator(".ed-find-form input").press("Enter")
    page.wait_for_selector(HITS)


def test_nothing_of_the_search_is_loaded_before_it_is_asked_and_nothing_leaves(page: Any, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/works/level-water-1987/1/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/pagefind/" in url or "variants" in url or "search-" in url]
    ask(page, address, "q=water")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/pagefind/" in url]
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_without_scripts_the_page_leads_elsewhere(chromium: Any, address: str, specimen_site: BuiltSite) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search/?q=water")
    links = page.locator("noscript a").evaluate_all("(found) => found.map((a) => a.getAttribute('href'))")
    assert {"../works/", "../concordance/", "../glossary/"} <= set(links)
    root = specimen_site.result.output
    assert all((root / "search" / link / "index.html").resolve().is_file() for link in links)
    assert page.locator("noscript").inner_text().startswith("Searching needs scripts.")
    context.close()


def test_the_summary_names_what_is_there(five: BuiltSite) -> None:
    summary = json.loads((five.result.output / "data/search.json").read_text(encoding="utf-8"))
    works = {item.record.id: item.entry for item in five.works}
    assert {work["id"]: work["decade"] for work in summary["works"]} == {
        work: f"{entry.year[:3]}0s" for work, entry in works.items()
    }
    assert not [warning for warning in five.result.warnings if "Pagefind" in warning]


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(chromium: Any, five_address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=colours)
    page = context.new_page()
    for query in ("q=Trotskii", "q=kolhoz&order=order&kind=text", "q=trotzyk", ""):
        page.goto(f"{five_address}/search/?{query}")
        until(page, f"document.querySelector('{STATE}')?.textContent.match(/result|Write/)")
        if page.locator(".ed-find-filters summary").is_visible():
            page.locator(".ed-find-filters summary").click()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query
    context.close()
