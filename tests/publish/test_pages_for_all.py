"""The pages of the editorial layer for those who see little, use no mouse, or print."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site_folder import BuiltSite

PAGES = (
    "glossary/", "people/", "events/", "chronology/", "bibliography/", "concordance/?of=pound",
    "works/under-the-line-1989/apparatus/", "works/under-the-line-1989/", "works/level-water-1987/", "reading/",
)  # fmt: skip
# Material marks the navigation of a section with the same label twice; the side bars are its own.
FRAME = {"exclude": [[".md-sidebar"]]}
ENTRY_LINKS = ".sheet-text a:is(.to-term, .to-person, .to-place)"


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    page = context.new_page()
    found = []
    for path in PAGES:
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
        answer = Axe().run(page, context=FRAME).response
        assert len(answer["passes"]) > 10
        found += [(path, broken["id"], broken["nodes"][0]["html"]) for broken in answer["violations"]]
    context.close()
    assert found == []


def test_a_link_to_an_entry_is_reached_by_key_and_seen(chromium: Any, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/works/who-owns-the-sluice-1961/")
    link = page.locator(ENTRY_LINKS).first
    quiet = link.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e.parentElement).color]")
    assert quiet[0] == quiet[1]
    page.locator(".belongs a[href='#about-this-text']").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if link.evaluate("e => e === document.activeElement"):
            break
    assert link.evaluate("e => e === document.activeElement")
    style = "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.textDecorationStyle] }"
    assert link.evaluate(style) == ["solid", "solid"]
    page.keyboard.press("Enter")
    page.wait_for_selector(".entry:target")
    assert "/people/#quillan" in page.url
    context.close()


def test_on_paper_links_to_entries_are_plain_words(chromium: Any, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/works/who-owns-the-sluice-1961/")
    page.emulate_media(media="print")
    lines = page.locator(ENTRY_LINKS).evaluate_all("all => all.map(e => getComputedStyle(e).textDecorationLine)")
    assert len(lines) > 3
    assert set(lines) == {"none"}
    context.close()


def test_a_run_in_heading_stands_close_to_its_text(chromium: Any, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/works/who-owns-the-sluice-1961/")
    gap = page.evaluate(
        """() => {
          const head = document.querySelector('.run-in > h2, .run-in > h3');
          const own = document.createRange(), next = document.createRange();
          own.selectNodeContents(head.firstChild);
          const words = [...head.nextElementSibling.childNodes].find(n => n.nodeType === 3 && n.data.trim());
          next.setStart(words, 0); next.setEnd(words, 1);
          return (next.getBoundingClientRect().left - own.getBoundingClientRect().right)
            / parseFloat(getComputedStyle(head).fontSize);
        }"""
    )
    assert 0 <= gap < 0.5
    context.close()


def test_no_page_of_entries_is_heavy(specimen_site: BuiltSite) -> None:
    for folder in ("glossary", "people", "places", "organisations", "events", "titles"):
        page = specimen_site.result.output / folder / "index.html"
        entries = len(specimen_site.pages[f"{folder}/index.html"].select(".entry"))
        assert page.stat().st_size < 40_000 + 2_500 * entries
