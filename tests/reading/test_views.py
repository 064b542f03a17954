"""How a page is shown, by choice: the panel, its keys, and choices that are there before anything is seen."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.reading.by_keys import put_away

CHAPTER = "works/level-water-1987/1/"
PANEL = "dialog.ed-view-panel"
FRAME = {"exclude": [[".md-sidebar"]]}
SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shifted += one.value; })
    .observe({ type: "layout-shift", buffered: true });
}"""


def chosen(page: Any, name: str) -> str | None:
    found: str | None = page.evaluate("name => document.documentElement.dataset[name] ?? null", name)
    return found


def open_panel(page: Any) -> None:
    page.locator("body").press("v")
    page.wait_for_selector(PANEL)


def test_the_panel_opens_by_the_button_and_gives_the_focus_back(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    button = page.locator(".ed-view-button")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(PANEL)
    assert page.get_by_role("dialog", name="How to show this page").count() == 1
    put_away(page)
    assert button.evaluate("e => e === document.activeElement")


def test_a_click_beside_the_panel_closes_it(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.click(".ed-view-button")
    page.wait_for_selector(PANEL)
    page.mouse.click(200, 800)
    page.wait_for_selector(PANEL, state="detached")


@pytest.mark.parametrize(
    ("label", "name", "value"),
    [
        ("Links to glossary", "links", "off"),
        ("Page breaks", "breaks", "off"),
        ("Paragraph numbers", "numbers", "always"),
        ("Larger text", "size", "1"),
        ("Smaller text", "size", "-1"),
    ],
)
def test_a_choice_is_kept_and_set_before_any_module_runs(
    page: Any, address: str, label: str, name: str, value: str
) -> None:
    page.goto(f"{address}/{CHAPTER}")
    open_panel(page)
    control = page.locator(PANEL).get_by_label(label)
    control.focus()
    page.keyboard.press("Space")
    page.wait_for_function(
        "([name, value]) => document.documentElement.dataset[name] === value", arg=[name, value]
    )
    page.route("**/js/edition.js", lambda route: route.abort())
    page.goto(f"{address}/works/under-the-line-1989/")
    assert chosen(page, name) == value
    page.unroute("**/js/edition.js")
    page.reload()
    open_panel(page)
    page.locator(PANEL).get_by_label(
        {"Larger text": "Smaller text", "Smaller text": "Larger text"}.get(label, label)
    ).press("Space")
    assert chosen(page, name) is None
    assert page.evaluate("localStorage.getItem('edition.views')") is None


def test_the_size_has_steps_that_end_and_the_column_stays(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    sheet = page.locator(".sheet-text")
    widest = sheet.bounding_box()["width"]
    open_panel(page)
    sizes = []
    for _ in range(6):
        sizes.append(sheet.evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))
        page.locator(f"{PANEL} [aria-label='Larger text']").press("Enter")
    assert sizes[0] < sizes[1] < sizes[2] < sizes[3] == sizes[4] == sizes[5]
    assert sheet.bounding_box()["width"] <= widest + 1
    assert page.locator(f"{PANEL} output").inner_text() == "140 %"


def test_a_view_is_chosen_in_the_panel_by_arrow_keys(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.evaluate(
        "() => { window.told = []; document.addEventListener('edition:view', (e) => told.push(e.detail.view)); }"
    )
    open_panel(page)
    page.locator(f"{PANEL} input[value=reading]").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(".ed-change")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(".ed-source")
    assert page.locator(".ed-change").count() == 0
    put_away(page)
    page.locator(".ed-view-line button").click()
    page.wait_for_selector(".ed-source", state="detached")
    assert page.evaluate("told") == ["emendations", "diplomatic", "reading"]
    assert page.evaluate("localStorage.getItem('edition.views')") is None


@pytest.mark.parametrize(("view", "shows"), [("emendations", ".ed-change"), ("diplomatic", ".ed-source")])
def test_a_view_that_is_kept_comes_without_a_shift_of_the_layout(
    page: Any, address: str, view: str, shows: str
) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.evaluate("view => localStorage.setItem('edition.views', JSON.stringify({ view }))", view)
    page.add_init_script(f"({SHIFTS})()")
    page.goto(f"{address}/works/level-water-1987/2/")
    page.wait_for_selector(shows)
    page.wait_for_function(
        "document.documentElement.dataset.waiting === undefined && document.fonts.status === 'loaded'"
    )
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") < 0.02
    assert page.locator(".sheet-text").evaluate("e => getComputedStyle(e).visibility") == "visible"


def test_a_text_is_seen_where_its_view_cannot_be_fetched(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.evaluate("localStorage.setItem('edition.views', JSON.stringify({ view: 'diplomatic' }))")
    page.route("**/source.json", lambda route: route.abort())
    page.reload()
    page.wait_for_function("() => document.documentElement.dataset.waiting === undefined")
    assert chosen(page, "view") is None
    assert page.locator(".sheet-text").is_visible()


def test_a_text_is_seen_where_no_module_runs(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.evaluate("localStorage.setItem('edition.views', JSON.stringify({ view: 'diplomatic' }))")
    page.route("**/js/edition.js", lambda route: route.abort())
    page.reload()
    seen = "() => getComputedStyle(document.querySelector('.sheet-text')).visibility === 'visible'"
    page.wait_for_function(seen)


def test_a_page_without_a_text_has_no_views_of_one(page: Any, address: str) -> None:
    page.goto(f"{address}/glossary/")
    page.evaluate("localStorage.setItem('edition.views', JSON.stringify({ view: 'diplomatic' }))")
    page.reload()
    open_panel(page)
    assert page.locator(f"{PANEL} input").count() == 0
    assert page.locator(f"{PANEL} [aria-label='Larger text']").count() == 1
    assert chosen(page, "view") is None


def test_without_script_there_is_no_button_and_the_text_is_whole(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{CHAPTER}")
    assert not page.locator(".ed-view-button").is_visible()
    assert page.locator(".sheet-text p.p").first.is_visible()
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_any_view(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    page = context.new_page()
    found: list[tuple[str, str, str]] = []

    def look(state: str) -> None:
        answer = Axe().run(page, context=FRAME).response
        assert len(answer["passes"]) > 10
        found.extend((state, broken["id"], broken["nodes"][0]["html"]) for broken in answer["violations"])
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((state, "sticks out", ""))

    for path in (CHAPTER, "works/under-the-line-1989/"):
        page.goto(f"{address}/{path}")
        open_panel(page)
        look(f"{path} panel")
        put_away(page)
        for view, shows in (("e", ".ed-change"), ("d", ".ed-source")):
            page.locator("body").press(view)
            page.wait_for_selector(shows)
            look(f"{path} {view}")
            if view == "e":
                page.locator("[data-change]").first.press("Enter")
                page.wait_for_selector(".ed-change-card")
                look(f"{path} card")
                put_away(page)
        page.locator("body").press("d")
        page.wait_for_selector(".ed-source", state="detached")
    context.close()
    assert found == []
