"""The place in a work: kept as one reads, offered where one comes back, and forgotten when asked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site_folder import BuiltSite

BOOK = "level-water-1987"
ESSAY = "who-owns-the-sluice-1961"
KEPT = "() => JSON.parse(localStorage.getItem('edition.positions') ?? '{}')"
LINE = ".ed-continue"
FRAME = {"exclude": [[".md-sidebar"]]}


def read_to(page: Any, passage: str) -> None:
    """Turn the wheel until the passage stands where one reads, and wait until that is kept."""
    down = "(id) => document.getElementById(id).getBoundingClientRect().top - innerHeight * 0.185"
    page.mouse.move(page.viewport_size["width"] / 2, 500)  # over the text, and not the side bar
    page.mouse.wheel(0, page.evaluate(down, passage))
    page.wait_for_function(
        f"(id) => Object.values(({KEPT})()).some((one) => one.passage === id)",
        arg=passage,
    )


def kept(page: Any) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(KEPT)
    return found


def test_the_place_is_kept_and_offered_on_three_pages(page: Any, address: str) -> None:
    page.goto(f"{address}/works/{BOOK}/2/")
    read_to(page, "2.9")
    place = kept(page)[BOOK]
    printed = page.evaluate("() => [...document.querySelectorAll('a.pb')].map((one) => one.textContent)")
    assert place["page"] in printed
    words = f"Continue reading at 2.9 (p. {place['page']})"
    page.goto(f"{address}/works/{BOOK}/")
    assert page.locator(f"{LINE} a").text_content() == words
    assert page.locator(".contents a[aria-current=location] .n").text_content() == "2"
    page.goto(f"{address}/works/")
    assert page.locator(f"ol.works li:has(a[href$='{BOOK}/']) {LINE} a").text_content() == words
    page.goto(f"{address}/")
    assert "at 2.9" in page.locator(f"{LINE} a").text_content()
    page.locator(f"{LINE} a").click()
    page.wait_for_url(f"**/works/{BOOK}/2/#2.9")


def test_to_look_at_a_page_without_reading_keeps_nothing(page: Any, address: str) -> None:
    page.goto(f"{address}/works/{BOOK}/2/#2.9")
    page.wait_for_load_state("networkidle")
    page.goto(f"{address}/works/{BOOK}/")
    assert kept(page) == {}
    assert page.locator(LINE).count() == 0


def test_an_essay_offers_its_place_at_its_own_head(page: Any, address: str) -> None:
    page.goto(f"{address}/works/{ESSAY}/")
    passage = page.evaluate("() => document.querySelectorAll('.sheet-text p.p[id]')[4].id")
    read_to(page, passage)
    page.goto(f"{address}/works/")
    page.goto(f"{address}/works/{ESSAY}/")
    assert f"passage {passage}" in page.locator(f"{LINE} a").text_content()
    page.locator(f"{LINE} a").click()
    assert page.evaluate("location.hash") == f"#{passage}"


def test_each_work_has_a_place_of_its_own_and_can_be_forgotten(page: Any, address: str) -> None:
    page.goto(f"{address}/works/{BOOK}/2/")
    read_to(page, "2.9")
    page.goto(f"{address}/works/{ESSAY}/")
    read_to(page, page.evaluate("() => document.querySelectorAll('.sheet-text p.p[id]')[4].id"))
    assert set(kept(page)) == {BOOK, ESSAY}
    page.goto(f"{address}/")
    assert page.locator(LINE).count() == 2
    first = page.locator(LINE).first
    assert "Sluice" in first.text_content()  # what was read last
    first.locator("button").focus()
    page.keyboard.press("Enter")
    assert page.locator(LINE).count() == 1
    assert set(kept(page)) == {BOOK}
    page.reload()
    assert page.locator(LINE).count() == 1


def test_the_share_is_that_of_the_passages(page: Any, address: str, specimen_site: BuiltSite) -> None:
    text = (specimen_site.result.output / "works" / BOOK / "places.json").read_text(encoding="utf-8")
    order = [name for one in json.loads(text)["divisions"] for name in one["passages"]]
    page.goto(f"{address}/works/{BOOK}/2/")
    read_to(page, "2.9")
    share = kept(page)[BOOK]["share"]
    assert share == pytest.approx((order.index("2.9") + 1) / len(order), abs=0.01)
    bar = page.locator(".ed-progress")
    assert float(bar.evaluate("e => e.style.getPropertyValue('--ed-share')")) == pytest.approx(share)
    assert bar.bounding_box()["height"] <= 3
    page.goto(f"{address}/works/{BOOK}/")
    assert f"{round(share * 100)}%" in page.locator(LINE).text_content()


def test_the_place_is_right_on_the_five_works(page: Any, five: BuiltSite, five_address: str) -> None:
    text = {
        item.record.id: json.loads((five.result.output / "works" / item.record.id / "places.json").read_text())
        for item in five.works
    }
    for work, found in text.items():
        division = max(found["divisions"], key=lambda one: len(one["passages"]))
        page.goto(f"{five_address}/{division['address']}")
        ids = page.evaluate("() => [...document.querySelectorAll('.sheet-text p.p[id]')].map((one) => one.id)")
        passage = ids[len(ids) // 2]
        read_to(page, passage)
        place = kept(page)[work]
        assert place["address"] == f"{division['address']}#{passage}"
        assert not place["page"] or place["page"] in [n for one in found["divisions"] for n in one["pages"]]


def test_without_storage_the_page_still_works(chromium: Any, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error.stack)))
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page.goto(f"{address}/works/{BOOK}/2/")
    page.mouse.move(500, 500)
    page.mouse.wheel(0, 2000)
    page.wait_for_function("() => document.querySelector('.ed-progress').style.getPropertyValue('--ed-share')")
    context.close()
    assert [error for error in errors if "/js/" in error] == []  # the theme has errors of its own


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_where_it_is_offered(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    page = context.new_page()
    page.goto(f"{address}/works/{BOOK}/2/")
    read_to(page, "2.9")
    for path in ("", "works/", f"works/{BOOK}/"):
        page.goto(f"{address}/{path}")
        page.wait_for_selector(LINE)
        answer = Axe().run(page, context={"include": [[".sheet"]], **FRAME}).response
        assert [(one["id"], one["nodes"][0]["html"]) for one in answer["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
