"""The filters of an apparatus: by kind, certainty, cause and words."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

PATH = "works/under-the-line-1989/apparatus/"
ROWS = "ol.apparatus > li:not([hidden])"


def test_a_kind_is_chosen_by_key_and_counted_aloud(page: Any, address: str) -> None:
    page.goto(f"{address}/{PATH}")
    whole = page.locator(ROWS).count()
    page.locator('.ed-filters input[name="kind"][value="slip"]').focus()
    page.keyboard.press("Space")
    rows = page.locator(ROWS)
    assert 0 < rows.count() < whole
    assert set(rows.evaluate_all("all => all.map(e => e.dataset.kind)")) == {"slip"}
    page.locator("body > [role=status]", has_text=" of ").wait_for(state="attached")
    assert page.locator("body > [role=status]").text_content() == f"{rows.count()} of {whole} decisions"
    assert page.url.endswith("?kind=slip")


@pytest.mark.parametrize("name", ["kind", "cert", "cause"])
def test_each_box_leaves_as_many_rows_as_it_says(page: Any, address: str, name: str) -> None:
    page.goto(f"{address}/{PATH}")
    boxes = page.locator(f'.ed-filters input[name="{name}"]')
    assert boxes.count() > 1
    for k in range(boxes.count()):
        box = boxes.nth(k)
        value = box.get_attribute("value")
        said = int(box.locator("xpath=..").locator(".count").text_content())
        box.check()
        assert page.locator(ROWS).count() == said
        assert page.locator(f'{ROWS}[data-{name}="{value}"]').count() == said
        box.uncheck()


def test_words_and_boxes_together_and_from_the_address(page: Any, address: str) -> None:
    page.goto(f"{address}/{PATH}?kind=slip&words=SIXTY-FIVE")
    page.wait_for_selector(".ed-filters")
    rows = page.locator(ROWS)
    assert rows.count() == 1
    assert "sixty-five" in rows.first.text_content()
    page.locator('.ed-filters input[type="search"]').fill("no such words anywhere")
    page.locator(".ed-filter-status", has_text="0 of").wait_for()
    assert rows.count() == 0
    page.locator(".ed-filters .ed-button").click()
    page.locator(".ed-filter-status", has_text="All ").wait_for()


def test_without_script_every_decision_shows(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/{PATH}?kind=slip")
    assert opened.locator(ROWS).count() == opened.locator("ol.apparatus > li").count() > 5
    assert opened.locator(".ed-filters").count() == 0
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_with_filters_set(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    opened = context.new_page()
    opened.goto(f"{address}/{PATH}?kind=emendation")
    opened.wait_for_load_state("networkidle")
    answer = Axe().run(opened, context={"exclude": [[".md-sidebar"]]}).response
    context.close()
    assert [broken["id"] for broken in answer["violations"]] == []
