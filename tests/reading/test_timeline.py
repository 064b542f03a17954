"""The chronology's picture and filters, as a reader uses them; and the map of the argument by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.publish.test_pictures import OVERLAPS

FRAME = {"exclude": [[".md-sidebar"]]}
ENTRIES = ".entry.dated:not([hidden]), .ed-timeline-works > li:not([hidden])"
PICTURED = ".ed-across .mark:not([hidden])"


def seen(page: Any) -> tuple[set[str], set[str]]:
    """The entries of the list that show, and those that the picture shows."""
    listed = page.locator(ENTRIES).evaluate_all("all => all.map(e => e.id)")
    pictured = page.locator(PICTURED).evaluate_all("all => all.map(e => e.dataset.entry)")
    return set(listed), set(pictured)


def test_filters_work_by_keyboard_on_picture_and_list_and_stand_in_the_address(page: Any, address: str) -> None:
    page.goto(f"{address}/chronology/")
    page.locator('.ed-filters input[value="work"]').focus()
    page.keyboard.press("Space")
    listed, pictured = seen(page)
    assert listed == pictured == {name for name in listed if name.startswith("work-")} != set()
    page.locator("body > [role=status]", has_text=" of ").wait_for(state="attached")
    said = page.locator("body > [role=status]").text_content()
    assert said == page.locator(".ed-filter-status").text_content()
    assert said.startswith(f"{len(listed)} of ")
    assert page.url.endswith("?kind=work")
    assert page.locator("h2.letter:not([hidden])").count() == 0
    assert page.locator(".ed-lane:not([hidden])").count() == 1
    page.locator(".ed-filters .ed-button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/chronology/")
    assert page.locator(".ed-filter-status").text_content().startswith("All ")


def test_the_state_comes_from_the_address(page: Any, address: str) -> None:
    page.goto(f"{address}/chronology/?kind=event&from=1910&to=1920")
    page.wait_for_selector(".ed-filters")
    listed, pictured = seen(page)
    assert listed == pictured
    assert len(listed) > 2
    years = page.locator(ENTRIES).evaluate_all(
        "all => all.map(e => [e.dataset.kind, +e.dataset.from, +e.dataset.to])"
    )
    assert all(kind == "event" and first <= 1929 and last >= 1910 for kind, first, last in years)
    assert page.locator('.ed-filters input[value="event"]').is_checked()


def test_a_work_leaves_what_speaks_of_it(page: Any, address: str) -> None:
    page.goto(f"{address}/chronology/?work=who-owns-the-sluice-1961")
    page.wait_for_selector(".ed-filters")
    listed, pictured = seen(page)
    assert listed == pictured != set()
    works = page.locator(ENTRIES).evaluate_all("all => all.map(e => e.dataset.works)")
    assert all("who-owns-the-sluice-1961" in said.split() for said in works)


def test_a_mark_leads_to_its_entry(page: Any, address: str) -> None:
    page.goto(f"{address}/chronology/")
    page.wait_for_selector(".ed-filters")
    page.locator('.ed-across .mark[data-entry="plan-of-the-forty-locks"] .label').click()
    page.wait_for_selector("#plan-of-the-forty-locks:target")


def test_a_telephone_gets_the_picture_that_goes_down(phone: Any, address: str) -> None:
    phone.goto(f"{address}/chronology/")
    assert phone.locator(".ed-down").is_visible()
    assert not phone.locator(".ed-across").is_visible()
    size = phone.locator(".ed-down .label").first.evaluate("e => e.getBoundingClientRect().height")
    assert size >= 11


def test_without_script_all_of_it_is_there(chromium: Any, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/chronology/")
    assert opened.locator(".ed-filters").count() == 0
    assert opened.locator(PICTURED).count() == opened.locator(ENTRIES).count() > 10
    opened.goto(f"{address}/argument/")
    opened.locator("svg.ed-across a.arc").first.click()
    assert opened.url.partition("#")[2]
    context.close()


def test_an_arrow_is_reached_and_followed_by_key(page: Any, address: str) -> None:
    page.goto(f"{address}/argument/")
    arrow = page.locator("svg.ed-across a.arc").first
    page.locator(".sheet h1").click()
    for _ in range(30):
        page.keyboard.press("Tab")
        if arrow.evaluate("e => e === document.activeElement"):
            break
    assert arrow.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector("h2:target")


@pytest.mark.parametrize("width", [390, 1440])
def test_on_the_five_works_no_label_lies_over_another(chromium: Any, five_address: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000})
    opened = context.new_page()
    counts = []
    for path, form in (("chronology/", ".ed-timeline .label"), ("argument/", ".ed-argument text")):
        opened.goto(f"{five_address}/{path}")
        opened.evaluate("document.fonts.ready")
        count, found = opened.evaluate(OVERLAPS, form)
        counts.append(count)
        assert found == []
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    assert counts[0] > 150
    assert counts[1] > 10


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_pictures_and_lists(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    opened = context.new_page()
    found = []
    for path in ("", "chronology/", "chronology/?kind=event", "argument/", "status/", "downloads/", "works/"):
        opened.goto(f"{address}/{path}")
        opened.wait_for_load_state("networkidle")
        answer = Axe().run(opened, context=FRAME).response
        assert len(answer["passes"]) > 10
        found += [(path, broken["id"], broken["nodes"][0]["html"]) for broken in answer["violations"]]
    context.close()
    assert found == []
