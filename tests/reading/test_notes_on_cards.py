"""Notes where there is no margin: on cards by tap and by keyboard, and at the end of the page without script."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

from tests.reading.by_keys import put_away
from tests.site_folder import BuiltSite

FRAME = {"exclude": [[".md-sidebar"]]}
CHAPTER = "works/level-water-1987/2/"
CALL = ".sheet a[role=doc-noteref]"


def test_a_tap_on_a_telephone_shows_the_note_and_a_second_one_leads_to_it(phone: Any, address: str) -> None:
    phone.goto(f"{address}/{CHAPTER}")
    phone.wait_for_load_state("networkidle")
    call = phone.locator(CALL).first
    call.tap()
    card = phone.wait_for_selector(".ed-card")
    note = phone.locator("[id='2.n1'] p.p").inner_text().split(None, 1)[1]
    assert note in card.inner_text()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert Axe().run(phone, context=FRAME).response["violations"] == []
    call.tap()
    phone.wait_for_selector("li.note:target")


def test_the_keyboard_shows_the_note_and_escape_puts_it_away(page: Any, address: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(f"{address}/{CHAPTER}")
    page.wait_for_load_state("networkidle")
    page.locator("[id='2.2']").click(position={"x": 60, "y": 8})
    call = page.locator(CALL).first
    for _ in range(12):
        page.keyboard.press("Tab")
        if call.evaluate("e => e === document.activeElement"):
            break
    card = page.wait_for_selector(".ed-note-card")
    assert card.get_attribute("aria-label") == "Note 1"
    assert Axe().run(page, context=FRAME).response["violations"] == []
    put_away(page)
    assert page.locator(".ed-note-card").count() == 0
    assert call.evaluate("e => e === document.activeElement")


def test_a_call_without_a_note_says_so_to_all(page: Any, phone: Any, five_address: str) -> None:
    """At the top and the end of the page for all; to a hand also where it points."""
    path = f"{five_address}/works/sandle-1999/4/"
    page.goto(path)
    page.wait_for_load_state("networkidle")
    count = page.locator("sup.call.lone").count()
    assert count > 100
    assert page.locator("sup.call.lone [tabindex], sup.call.lone a, sup.call.lone[tabindex]").count() == 0
    page.locator(".belongs a[href='#lone-notes']").press("Enter")
    assert page.locator("#lone-notes:target").is_visible()
    page.locator("sup.call.lone").nth(3).hover()
    assert "no text for this note" in page.wait_for_selector(".ed-card").inner_text()
    phone.goto(path)
    phone.wait_for_load_state("networkidle")
    phone.locator("sup.call.lone").nth(3).tap()
    assert "no text for this note" in phone.wait_for_selector(".ed-card").inner_text()


def test_without_script_all_notes_stand_at_the_end(chromium: Any, address: str, specimen_site: BuiltSite) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    paths = [path for path, soup in specimen_site.pages.items() if soup.select(CALL)]
    assert paths
    for path in paths:
        page.goto(f"{address}/{path}")
        called = {call["href"].removeprefix("#") for call in specimen_site.pages[path].select(CALL)}
        for key in called:
            assert page.locator(f"[id='{key}']").is_visible(), (path, key)
        assert page.locator(".ed-sidenote").count() == 0
        assert page.locator("[role=doc-endnotes] li.note > [role=doc-footnote]").count() > 0
    context.close()
