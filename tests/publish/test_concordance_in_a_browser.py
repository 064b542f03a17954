"""The concordance in a real browser: every line that the index counts, in the order asked for, with its link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from build_edition.publish.wording import siglum
from build_edition.whole import Whole
from build_edition.writers.concordance import FOLDER
from tests.site_folder import BuiltSite

LINES = ".concordance-lines .kwic"


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000})
    yield context.new_page()
    context.close()


def index(site: BuiltSite) -> list[dict[str, Any]]:
    text = (site.result.output / FOLDER / "index.json").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)["entries"]
    return found


def choose(page: Any, label: str, count: int) -> None:
    """Type the name of an entry as a reader does, and wait for its lines."""
    page.locator("input[name=of]").fill(label)
    page.keyboard.press("Enter")
    page.wait_for_function(
        "([label, count]) => document.querySelector('[name=of]').value === label"
        f" && document.querySelectorAll('{LINES}').length === count"
        " && document.querySelector('.concordance-state').textContent.startsWith(`${count} `)",
        arg=[label, count],
    )


def test_an_entry_shows_as_many_lines_as_the_index_says(page: Any, address: str, specimen_site: BuiltSite) -> None:
    page.goto(f"{address}/concordance/")
    page.wait_for_load_state("networkidle")
    assert page.locator(LINES).count() == 0
    entries = [entry for entry in index(specimen_site) if entry["count"]]
    assert len(entries) > 5
    for entry in entries:
        choose(page, entry["label"], entry["count"])
        boxes = page.locator(".concordance-works label").all_text_contents()
        assert sum(int(box.rpartition(" ")[2]) for box in boxes) == entry["count"]
        assert page.url.endswith(f"?of={entry['id']}")


def test_an_address_opens_an_entry(page: Any, address: str, whole: Whole) -> None:
    page.goto(f"{address}/concordance/?of=pound")
    page.wait_for_selector(LINES)
    assert page.locator(LINES).count() == len(whole.occurrences["pound"])
    assert page.locator("input[name=of]").input_value() == "pound"
    shown = page.locator(f"{LINES}.within").count()
    assert shown == sum(bool(one.within) for one in whole.occurrences["pound"]) > 0
    assert "In lighter type" in page.locator(".concordance-state").text_content()


def test_works_can_be_left_out(page: Any, address: str, whole: Whole) -> None:
    page.goto(f"{address}/concordance/?of=pound")
    page.wait_for_selector(LINES)
    works = {item.record.id: siglum(item.entry) for item in whole.works}
    left = sum(one.place.work != "level-water-1987" for one in whole.occurrences["pound"])
    page.get_by_label(works["level-water-1987"]).uncheck()
    assert page.locator(LINES).count() == left > 0
    assert page.locator(".concordance-state").text_content().startswith(f"{left} of ")
    sources = page.locator(f"{LINES} .source").all_text_contents()
    assert not [source for source in sources if source.startswith(works["level-water-1987"])]
    page.get_by_label(works["level-water-1987"]).check()
    assert page.locator(LINES).count() == len(whole.occurrences["pound"])


def test_lines_can_be_put_in_the_order_of_their_context(page: Any, address: str) -> None:
    page.goto(f"{address}/concordance/?of=pound")
    page.wait_for_selector(LINES)
    of_texts = page.locator(f"{LINES} .right").all_text_contents()
    page.locator("select[name=order]").select_option("right")
    by_right = page.locator(f"{LINES} .right").all_text_contents()
    assert sorted(by_right) == sorted(of_texts)
    assert by_right != of_texts
    first = [re.findall(r"\w+", text)[:1] for text in by_right]
    in_order = "(words) => words.every(([word], k) => !k || words[k - 1][0].localeCompare(word) <= 0)"
    assert page.evaluate(in_order, [words for words in first if words])
    page.locator("select[name=order]").select_option("left")
    last = [re.findall(r"\w+", text)[-1:] for text in page.locator(f"{LINES} .left").all_text_contents()]
    assert page.evaluate(in_order, [words for words in last if words])


def test_every_link_leads_to_a_passage_that_exists(page: Any, address: str, specimen_site: BuiltSite) -> None:
    for entry in index(specimen_site):
        if not entry["count"]:
            continue
        page.goto(f"{address}/concordance/?of={entry['id']}")
        page.wait_for_selector(LINES)
        for href in page.evaluate(f"[...document.querySelectorAll('{LINES} a.source')].map((a) => a.href)"):
            target = urlsplit(href)
            shown = specimen_site.pages[f"{target.path.lstrip('/')}index.html"]
            assert not target.fragment or shown.find(id=unquote(target.fragment)), href


def test_a_line_leads_to_the_words_it_quotes(page: Any, address: str) -> None:
    page.goto(f"{address}/concordance/?of=bank-lord")
    page.wait_for_selector(LINES)
    line = page.locator(LINES).nth(1)
    right = " ".join(line.locator(".right").text_content().split()[:4])
    line.locator("a.source").click()
    page.wait_for_load_state()
    assert right in " ".join(page.locator(":target").text_content().split())


def test_an_unknown_entry_is_told(page: Any, address: str) -> None:
    page.goto(f"{address}/concordance/?of=nothing-at-all")
    page.wait_for_function(
        "() => document.querySelector('.concordance-state').textContent.includes('nothing-at-all')"
    )
    page.locator("input[name=of]").fill("zzz")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.concordance-state').textContent.includes('zzz')")
    assert page.locator(LINES).count() == 0


@pytest.mark.parametrize("width", [390, 1440])
def test_no_request_leaves_and_nothing_sticks_out(
    chromium: Any, address: str, specimen_site: BuiltSite, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    for path in (
        "concordance/?of=pound",
        "glossary/",
        "people/",
        "events/",
        "works/under-the-line-1989/apparatus/",
    ):
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert failed == []
    context.close()


def test_without_scripts_the_page_lists_its_data(chromium: Any, address: str, specimen_site: BuiltSite) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/concordance/")
    assert not page.locator(".concordance-form").is_visible()
    links = page.locator("noscript a, .sheet li a").evaluate_all("(found) => found.map((a) => a.href)")
    wanted = {f"{address}/{FOLDER}/{entry['id']}.json" for entry in index(specimen_site) if entry["count"]}
    assert set(links) == wanted
    context.close()
