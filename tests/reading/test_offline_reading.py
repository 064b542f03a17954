"""Reading a copy from disk: what scripts offer on a page works there as it does on a server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.reading.by_keys import put_away
from tests.reading.citing import CHAPTER, DIALOG, WORK
from tests.reading.from_disk import url
from tests.reading.test_reading_position import LINE, read_to
from tests.site_folder import BuiltSite

CARD = ".ed-card .ed-link-card"
TEXT = ".sheet-text"


def opened(disk: Any, copy: Path, path: str) -> None:
    """A page of the copy, when its scripts have run."""
    disk.goto(url(copy, path))
    disk.wait_for_selector(".ed-view-button:not([hidden])")


@pytest.mark.parametrize("kind", ["term", "person", "place", "passage", "date"])
def test_a_link_shows_its_card_which_leads_to_a_file(disk: Any, disk_copy: Path, kind: str) -> None:
    pages = sorted(disk_copy.glob("works/**/index.html"))
    path = next(path for path in pages if f"to-{kind}" in path.read_text(encoding="utf-8"))
    disk.goto(path.as_uri())
    disk.locator(f"{TEXT} a.to-{kind}").first.focus()
    disk.wait_for_selector(CARD)
    links = disk.locator(f"{CARD} a").evaluate_all("links => links.map((link) => link.href)")
    own = [link for link in links if link.startswith("file:")]
    assert own
    assert all(urlsplit(link).path.endswith("/index.html") for link in own)


def test_a_link_within_the_page_shows_its_card_after_a_search_too(disk: Any, disk_copy: Path) -> None:
    for path in sorted(disk_copy.glob("works/**/index.html")):
        if "to-passage" not in path.read_text(encoding="utf-8"):
            continue
        disk.goto(f"{path.as_uri()}?mark=the")
        link = disk.locator(f"{TEXT} a.to-passage[href^='#']")
        if link.count():
            link.first.focus()
            disk.wait_for_selector(CARD)
            return
    pytest.fail("no page links to itself")


def test_a_call_shows_its_note(disk: Any, disk_copy: Path) -> None:
    disk.set_viewport_size({"width": 1000, "height": 800})
    opened(disk, disk_copy, CHAPTER)
    disk.locator(".sheet a[role=doc-noteref]").first.focus()
    note = disk.locator("[id='2.n1'] p.p").inner_text().split(None, 1)[1]
    assert note in disk.wait_for_selector(".ed-note-card").inner_text()


@pytest.mark.parametrize(
    ("key", "view", "mark"), [("e", "emendations", ".ed-change"), ("d", "diplomatic", ".ed-source")]
)
def test_the_views_are_turned_to_and_kept(disk: Any, disk_copy: Path, key: str, view: str, mark: str) -> None:
    opened(disk, disk_copy, "works/under-the-line-1989/")
    disk.locator("body").press(key)
    disk.wait_for_selector(mark)
    assert disk.evaluate("document.documentElement.dataset.view") == view
    disk.reload()
    disk.wait_for_selector(mark)
    disk.locator("body").press(key)
    disk.wait_for_selector(mark, state="detached")


def test_going_to_a_page_of_the_print_and_to_another_work(disk: Any, disk_copy: Path) -> None:
    opened(disk, disk_copy, f"works/{WORK}/4/")
    for typed, reached in (
        ("p. 6", f"works/{WORK}/1/#page-6"),
        ("who-owns-the-sluice-1961/3", "works/who-owns-the-sluice-1961/#3"),
    ):
        disk.keyboard.press("g")
        disk.locator(".ed-going input").fill(typed)
        disk.wait_for_selector(".ed-going-hits a")
        disk.keyboard.press("Enter")
        disk.wait_for_url(url(disk_copy, reached))
        disk.wait_for_selector(".ed-view-button:not([hidden])")


def test_the_apparatus_knows_its_work_and_the_contents_lead_to_files(disk: Any, disk_copy: Path) -> None:
    opened(disk, disk_copy, "works/under-the-line-1989/apparatus/")
    disk.keyboard.press("t")
    disk.wait_for_selector(".ed-going-contents a")
    links = disk.locator(".ed-going-contents a").evaluate_all("links => links.map((link) => link.href)")
    told = json.loads(
        (disk_copy / "works/under-the-line-1989/places.json.js").read_text(encoding="utf-8").split(", ", 1)[1][:-3]
    )
    assert links == [url(disk_copy, one["address"]) for one in told["divisions"]]


def test_the_place_is_kept_as_on_a_server_and_offered_on_three_pages(disk: Any, disk_copy: Path) -> None:
    opened(disk, disk_copy, CHAPTER)
    read_to(disk, "2.9")
    kept = disk.evaluate("JSON.parse(localStorage.getItem('edition.positions'))")
    assert kept[WORK]["address"] == f"{CHAPTER}#2.9"
    for path in (f"works/{WORK}/", "works/", ""):
        opened(disk, disk_copy, path)
        assert "at 2.9" in disk.locator(f"{LINE} a").text_content()
    disk.locator(f"{LINE} a").click()
    disk.wait_for_url(url(disk_copy, f"{CHAPTER}#2.9"))
    disk.evaluate("localStorage.clear()")


@pytest.mark.parametrize("has_clipboard", [True, False])
def test_a_citation_is_copied_with_or_without_a_clipboard(
    disk: Any, disk_copy: Path, specimen_site: BuiltSite, has_clipboard: bool
) -> None:
    if not has_clipboard:
        disk.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })")
    opened(disk, disk_copy, f"{CHAPTER}#2.2")
    assert disk.evaluate("Boolean(navigator.clipboard)") == has_clipboard
    disk.locator("[id='2.2'] a.pn").first.dispatch_event("click")
    disk.wait_for_selector(DIALOG)
    disk.get_by_role("tab", name="BibTeX").click()
    wanted = disk.locator(f"{DIALOG} pre").text_content()
    address = specimen_site.project.edition.address
    assert address is not None
    assert f"{address.rstrip('/')}/c/{WORK}/2.2@" in wanted
    assert "file:" not in wanted
    disk.get_by_role("button", name="Copy: BibTeX").click()
    disk.locator(".ed-cite-state", has_text="BibTeX copied.").wait_for()
    put_away(disk)
    assert pasted(disk) == wanted


def pasted(disk: Any) -> str:
    """What the clipboard holds, as a field takes it."""
    disk.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))")
    disk.locator("#paste").focus()
    disk.keyboard.press("Control+v")
    found: str = disk.locator("#paste").input_value()
    return found


def test_the_concordance_opens_by_its_address_and_under_an_entry(disk: Any, disk_copy: Path) -> None:
    lines = ".concordance-lines .kwic"
    opened(disk, disk_copy, "concordance/?of=pound")
    disk.wait_for_selector(lines)
    count = disk.locator(lines).count()
    links = disk.locator(f"{lines} a.source").evaluate_all("links => links.map((link) => link.href)")
    assert all(urlsplit(link).path.endswith("/index.html") for link in links)
    opened(disk, disk_copy, "glossary/")
    disk.locator("#pound button.in-context").click()
    disk.wait_for_selector(lines)
    assert disk.locator(lines).count() == count > 0
    disk.locator(".concordance-alone a").click()
    disk.wait_for_url(url(disk_copy, "concordance/?of=pound"))


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("chronology/", "work", ".entry.dated:not([hidden]), .ed-timeline-works > li:not([hidden])"),
        ("works/under-the-line-1989/apparatus/", "slip", "ol.apparatus > li:not([hidden])"),
    ],
)
def test_filters_work_and_stand_in_the_address(
    disk: Any, disk_copy: Path, path: str, value: str, shown: str
) -> None:
    opened(disk, disk_copy, path)
    whole = disk.locator(shown).count()
    disk.locator(f'.ed-filters input[name="kind"][value="{value}"]').check()
    disk.wait_for_url(url(disk_copy, f"{path}?kind={value}"))
    count = disk.locator(shown).count()
    assert 0 < count < whole
    disk.reload()
    disk.wait_for_selector(".ed-filters")
    assert disk.locator(shown).count() == count
