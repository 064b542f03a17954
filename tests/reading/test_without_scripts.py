"""Where no scripts run: texts, notes, entries and citations are there, and nothing shows that does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from tests.site_folder import BuiltSite

WORK = "level-water-1987"
CHAPTER = f"works/{WORK}/2/"
CONTROLS = "button, input, select, textarea, form, [role=button], [role=tab], [role=slider]"


@pytest.fixture
def still(chromium: Any) -> Iterator[Any]:
    """A page in which no script runs."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 1000})
    yield context.new_page()
    context.close()


def words(text: str) -> list[str]:
    return text.split()


def test_every_passage_is_shown_with_all_its_words(still: Any, address: str, specimen_site: BuiltSite) -> None:
    still.goto(f"{address}/{CHAPTER}")
    shown = words(still.locator(".sheet-text").inner_text())
    written = words(specimen_site.pages[f"{CHAPTER}index.html"].select_one(".sheet-text").get_text(" "))
    # Letters that stand as capitals, and marks set apart from their word, are the same text.
    assert "".join(shown).casefold().replace("¶", "") == "".join(written).casefold().replace("¶", "")
    assert len(shown) > 500


def test_a_note_and_back(still: Any, address: str) -> None:
    still.goto(f"{address}/{CHAPTER}")
    call = still.locator("a[role=doc-noteref]").first
    key = call.get_attribute("href").removeprefix("#")
    call.click()
    assert urlsplit(still.url).fragment == key
    note = still.locator(f"[id='{key}']")
    assert note.is_visible()
    note.locator("[role=doc-backlink]").click()
    assert urlsplit(still.url).fragment == f"call-{key}"
    assert call.is_visible()


@pytest.mark.parametrize("kind", ["term", "person", "place", "date", "passage"])
def test_a_link_leads_to_its_entry(still: Any, address: str, specimen_site: BuiltSite, kind: str) -> None:
    path, link = next(
        (path, link)
        for path, page in specimen_site.pages.items()
        for link in page.select(f".sheet-text a.to-{kind}[href]")
    )
    still.goto(f"{address}/{path}")
    still.locator(f".sheet-text a.to-{kind}").first.click()
    assert still.url == urljoin(f"{address}/{path}", link["href"])
    still.wait_for_load_state()  # a click waits for the address, not for the page that it leads to
    name = urlsplit(still.url).fragment
    assert name == "" or still.locator(f"[id='{name}']").count() == 1  # a year's anchor is empty


def test_the_record_tells_how_to_cite(still: Any, address: str) -> None:
    still.goto(f"{address}/{CHAPTER}")
    told = still.locator(".record .citations").inner_text()
    assert f"passage {WORK}/2.1" in told
    assert still.locator(".record .citations > li").count() > 2
    assert still.locator(".record .citations").is_visible()


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("chronology/", ".entry.dated"), ("chronology/", ".ed-across .mark"), ("argument/", "ul.ed-bonds > li"),
        ("works/under-the-line-1989/apparatus/", "ol.apparatus > li"), ("glossary/", ".entry"),
        ("people/", ".entry"), ("bibliography/", ".sheet li, .sheet .entry"), (f"works/{WORK}/", ".contents a"),
    ],
)  # fmt: skip
def test_what_scripts_filter_is_all_shown(
    still: Any, address: str, specimen_site: BuiltSite, path: str, seen: str
) -> None:
    still.goto(f"{address}/{path}")
    all_of_it = still.locator(seen)
    assert all_of_it.count() == len(specimen_site.pages[f"{path}index.html"].select(seen)) > 2
    assert [one for one in all_of_it.all() if not one.is_visible()] == []


@pytest.mark.parametrize("path", ["search/?q=water", "quotation/", "concordance/"])
def test_a_page_of_scripts_says_what_else_there_is(
    still: Any, address: str, specimen_site: BuiltSite, path: str
) -> None:
    still.goto(f"{address}/{path}")
    said = still.locator(".sheet noscript")
    assert said.is_visible()
    assert "needs scripts" in said.inner_text()
    links = specimen_site.pages[f"{path.partition('?')[0]}index.html"].select("noscript a[href]")
    assert links
    for link in links:
        target = urlsplit(urljoin(f"{address}/{path}", link["href"])).path.lstrip("/")
        file = specimen_site.result.output / target
        assert (file / "index.html" if target.endswith("/") else file).is_file(), link["href"]


def test_a_permanent_address_leads_to_its_passage(still: Any, address: str) -> None:
    still.goto(f"{address}/c/{WORK}/2.2/")
    still.wait_for_url(f"{address}/{CHAPTER}index.html#2.2")  # the page leads on by itself
    assert still.locator("[id='2.2']").is_visible()


def test_a_permanent_address_has_a_link_that_is_seen(chromium: Any, address: str) -> None:
    """Where a browser follows no refresh either."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    found = context.request.get(f"{address}/c/{WORK}/2.2/").text()
    page.route(
        "**/c/**",
        lambda route: route.fulfill(body=found.replace('http-equiv="refresh"', ""), content_type="text/html"),
    )
    page.goto(f"{address}/c/{WORK}/2.2/")
    page.locator("main a").last.click()
    assert page.url == f"{address}/{CHAPTER}index.html#2.2"
    context.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_no_control_is_shown_that_does_nothing(
    chromium: Any, address: str, specimen_site: BuiltSite, width: int
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in specimen_site.pages:
        if path == "404.html":
            continue
        page.goto(f"{address}/{path}")
        shown = [one.evaluate("e => e.outerHTML") for one in page.locator(CONTROLS).all() if one.is_visible()]
        assert shown == [], path
        assert page.locator("a.ed-to-search").is_visible(), path
    context.close()
