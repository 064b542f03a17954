"""All that the site does is done by keys alone, and where the keyboard is can always be seen."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.reading.by_keys import Keys
from tests.reading.citing import DIALOG, clipboard
from tests.site_folder import BuiltSite

WORK = "level-water-1987"
CHAPTER = f"works/{WORK}/2/"
KINDS = (
    "", "works/", f"works/{WORK}/", CHAPTER, "works/under-the-line-1989/apparatus/", "glossary/", "people/",
    "chronology/", "argument/", "bibliography/", "concordance/?of=helmar", "search/?q=water", "quotation/",
    "downloads/", "status/",
)  # fmt: skip


@pytest.fixture
def keys(page: Any) -> Keys:
    return Keys(page)


def opened(keys: Keys, address: str, path: str) -> None:
    keys.page.goto(f"{address}/{path}")
    keys.page.wait_for_load_state("networkidle")


def held(keys: Keys) -> str:
    """What holds the keyboard, by its place on the page."""
    found: str = keys.page.evaluate(
        "() => `${[...document.querySelectorAll('*')].indexOf(document.activeElement)}: "
        "${document.activeElement.outerHTML.slice(0, 80)}`"
    )
    return found


@pytest.mark.parametrize("width", [1440, 390])
def test_every_stop_of_every_kind_of_page_is_seen(keys: Keys, address: str, width: int) -> None:
    keys.page.set_viewport_size({"width": width, "height": 900})
    for path in KINDS:
        opened(keys, address, path)
        stops = list(keys.round())
        assert len(stops) > 10, path
        assert [stop for stop in stops if stop["faults"]] == [], path


def test_the_first_stop_leads_past_the_navigation(keys: Keys, address: str) -> None:
    opened(keys, address, CHAPTER)
    keys.to("a.ed-skip", most=1)
    keys.press("Enter")
    keys.press("Tab")
    assert keys.holds(".sheet *")


def test_from_the_start_page_to_a_chapter(keys: Keys, address: str) -> None:
    opened(keys, address, "")
    keys.to(f".sheet a[href='works/{WORK}/']")
    keys.press("Enter")
    keys.page.wait_for_url(f"{address}/works/{WORK}/")
    keys.to(".md-nav a[href='part-2/']")
    keys.press("Enter")
    keys.page.wait_for_url(f"{address}/works/{WORK}/part-2/")
    keys.to(".sheet a[href='../3/']")
    keys.press("Enter")
    keys.page.wait_for_url(f"{address}/works/{WORK}/3/")
    keys.to("a.md-footer__link--next")
    keys.press("Enter")
    keys.page.wait_for_url(f"{address}/works/{WORK}/4/")


def test_to_a_note_and_back(keys: Keys, address: str) -> None:
    opened(keys, address, CHAPTER)
    keys.to("a[role=doc-noteref]")
    call = held(keys)
    keys.press("Enter")
    keys.page.wait_for_selector("li.note:target")
    keys.to("[role=doc-backlink]", most=1)
    keys.press("Enter")
    keys.page.wait_for_selector("a[role=doc-noteref]:target")
    assert held(keys) == call
    keys.seen()


def test_the_card_of_a_note_where_there_is_no_margin(keys: Keys, address: str) -> None:
    keys.page.set_viewport_size({"width": 1000, "height": 800})
    opened(keys, address, CHAPTER)
    keys.to("a[role=doc-noteref]")
    call = held(keys)
    keys.page.wait_for_selector(".ed-note-card")
    keys.press("ArrowDown")
    keys.page.wait_for_function("() => document.activeElement.matches('.ed-note-card')")
    keys.seen()
    keys.put_away()
    assert keys.page.locator(".ed-card").count() == 0
    assert held(keys) == call


def test_the_card_of_a_person_and_on_to_the_entry(keys: Keys, address: str) -> None:
    opened(keys, address, CHAPTER)
    keys.to(".sheet-text a.to-person")
    entry = keys.page.evaluate("() => document.activeElement.href")
    keys.page.wait_for_selector(".ed-card")
    keys.press("ArrowDown")
    keys.page.wait_for_function("() => document.activeElement.matches('.ed-card')")
    keys.to(".ed-card a", most=1)
    assert keys.page.evaluate("() => document.activeElement.href") == entry
    keys.press("Enter")
    keys.page.wait_for_url(entry)
    assert keys.page.locator(".entry:target").count() == 1


def test_the_view_is_changed_in_its_panel_and_by_a_key(keys: Keys, address: str) -> None:
    opened(keys, address, CHAPTER)
    keys.to(".sheet-text a.to-person")
    keys.page.wait_for_selector(".ed-card")
    before = held(keys)
    keys.press("v")
    keys.page.wait_for_selector("dialog :focus")
    assert keys.holds("dialog input[name=view]")
    keys.seen()
    keys.press("ArrowDown")
    keys.page.wait_for_selector("html[data-view=emendations]")
    keys.seen()
    keys.put_away()
    assert keys.page.locator("dialog").count() == 0
    assert held(keys).partition(": ")[2] == before.partition(": ")[2]
    keys.press("e")
    keys.page.wait_for_selector("html:not([data-view])")
    keys.to("button.ed-view-button", key="Shift+Tab")
    keys.press("Enter")
    keys.page.wait_for_selector("dialog")
    keys.put_away()
    assert keys.holds("button.ed-view-button")


def test_to_a_printed_page(keys: Keys, address: str) -> None:
    opened(keys, address, f"works/{WORK}/")
    keys.press("g")
    keys.seen()
    keys.type("9")
    keys.page.wait_for_selector(".ed-going-hits a")
    keys.press("Enter")
    keys.page.wait_for_url(f"{address}/{CHAPTER}#page-9")


def test_a_passage_is_cited_and_copied(citing: Any, address: str) -> None:
    keys = Keys(citing)
    opened(keys, address, CHAPTER)
    keys.to(".sheet-text a.pn")
    number = held(keys)
    keys.press("Enter")
    citing.wait_for_selector(DIALOG)
    assert keys.holds("[role=tab][aria-selected=true]")
    keys.seen()
    first = citing.locator(f"{DIALOG} [role=tab][aria-selected=true]").text_content()
    keys.press("ArrowRight")
    assert citing.locator(f"{DIALOG} [role=tab][aria-selected=true]").text_content() != first
    keys.to(f"{DIALOG} button[aria-label^=Copy]", most=3)
    keys.press("Enter")
    citing.locator(".ed-cite-state", has_text=" copied.").wait_for()
    words = citing.evaluate(
        "() => document.activeElement.closest('section').querySelector('.ed-citation').textContent"
    )
    assert clipboard(citing) == words
    keys.put_away()
    assert citing.locator("dialog").count() == 0
    assert held(keys) == number


def test_a_search_and_a_result(keys: Keys, address: str) -> None:
    opened(keys, address, "")
    keys.to("input[name=q]")
    keys.type("hasken")
    keys.press("Enter")
    keys.page.wait_for_selector(".ed-hit a")
    keys.press("/", "ArrowDown")
    assert keys.holds(".ed-hit a")
    keys.seen()
    result = keys.page.evaluate("() => document.activeElement.href")
    keys.press("Enter")
    keys.page.wait_for_url(result)


def test_the_filters_of_the_timeline_and_of_an_apparatus(keys: Keys, address: str) -> None:
    for path, rows in (
        ("chronology/", ".entry.dated:not([hidden])"),
        ("works/under-the-line-1989/apparatus/", "ol.apparatus > li:not([hidden])"),
    ):
        opened(keys, address, path)
        whole = keys.page.locator(rows).count()
        keys.to(".ed-filters input[type=checkbox]")
        keys.press("Space")
        assert keys.page.locator(rows).count() < whole
        keys.to(".ed-filters button")
        keys.press("Enter")
        keys.page.locator(".ed-filter-status", has_text="All ").wait_for()
        assert keys.page.locator(rows).count() == whole
        assert keys.holds(".ed-filters input, .ed-filters select")  # and not nowhere, now that the button is gone
        keys.seen()


def test_the_lines_of_an_entry_are_opened_and_sorted(keys: Keys, address: str, specimen_site: BuiltSite) -> None:
    opened(keys, address, "glossary/")
    keys.to(".entry[id=helmar] button.in-context")
    keys.press("Enter")
    keys.page.wait_for_selector("[id=helmar] .kwic")
    right = "() => [...document.querySelectorAll('[id=helmar] .kwic .right')].map((one) => one.textContent)"
    before = keys.page.evaluate(right)
    keys.to("[id=helmar] select")
    keys.press("ArrowDown")
    after = keys.page.evaluate(right)
    lines = specimen_site.result.output / "data/concordance/helmar.json"
    assert len(after) == len(json.loads(lines.read_text(encoding="utf-8"))["lines"]) > 2
    assert sorted(after) == sorted(before)
    assert after != before
    keys.to("[id=helmar] button.in-context", key="Shift+Tab")
    keys.press("Enter")
    assert keys.page.locator("[id=helmar] .kwic").count() == 0


def test_a_quotation_is_checked_and_cited(keys: Keys, address: str, specimen_site: BuiltSite) -> None:
    corpus = (specimen_site.result.output / "data/corpus.jsonl").read_text(encoding="utf-8").splitlines()
    text = next(one["text"] for one in map(json.loads, corpus) if len(one["text"].split()) > 20)
    opened(keys, address, "quotation/")
    keys.to("textarea")
    keys.type(" ".join(text.split()[:12]))
    keys.to("form.ed-check button", most=1)
    keys.press("Enter")
    keys.page.wait_for_selector(".ed-found")
    keys.to(".ed-found button[aria-label^=Cite]")
    button = held(keys)
    keys.press("Enter")
    keys.page.wait_for_selector(DIALOG)
    keys.seen()
    keys.put_away()
    assert held(keys) == button


@pytest.mark.parametrize("key", ["?", "g", "t", "v", "c"])
def test_a_dialog_keeps_the_keyboard_and_gives_it_back(keys: Keys, address: str, key: str) -> None:
    opened(keys, address, CHAPTER)
    keys.to(".sheet-text a.pb")
    before = held(keys)
    keys.press(key)
    keys.page.wait_for_selector("dialog[open] :focus")
    for _ in range(40):
        keys.press("Tab")
        # From the last stop of a dialog the browser's own window comes, and then its first stop; never the page.
        assert keys.page.evaluate(
            "() => document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        if not keys.holds("body"):
            keys.seen()
    keys.put_away()
    assert held(keys) == before
