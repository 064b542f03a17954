"""The diplomatic view: every character of the source stands beside what is read, on one page or another."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.text_pages import HTML_OF_TEXT, text_pages, turn_back, turn_to
from tests.site_folder import BuiltSite

CHAPTER = "works/level-water-1987/1/"
LINES = """() => [...document.querySelectorAll(".ed-line")].map((line) =>
  [Number(line.dataset.at), Number(line.dataset.n), line.querySelector(".ed-line-text").textContent])"""
# Blocks of source beside their passages: how far to the right of the text each stands, how far its first line is
# from the passage's, and which lie over each other.
PLACES = """() => {
  const boxes = [...document.querySelectorAll(".ed-source")].map((one) => one.getBoundingClientRect());
  const over = boxes.filter((a, k) => boxes.slice(k + 1).some((b) =>
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1));
  const words = (p) => { const range = document.createRange(); const source = p.querySelector(".ed-source");
    range.setStartAfter(source); range.setEndAfter(p.lastChild); return range.getBoundingClientRect(); };
  const text = document.querySelector(".sheet-text").getBoundingClientRect();
  const inText = [...document.querySelectorAll("p.p > .ed-source")];
  return {
    over: over.length, count: boxes.length,
    beside: boxes.map((box) => box.left - text.right),
    level: inText.map((one) => one.getBoundingClientRect().top - words(one.parentElement).top),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}"""


def shown_by_work(page: Any, address: str, site: BuiltSite) -> dict[str, list[list[Any]]]:
    """By work, the pieces of lines that its pages show, each page put back as it was."""
    found: dict[str, list[list[Any]]] = {}
    for text in text_pages(site):
        page.goto(f"{address}/{text.url}")
        page.wait_for_selector(".ed-view-button:not([hidden])")
        before = page.evaluate(HTML_OF_TEXT)
        turn_to(page, "d")
        found.setdefault(text.work, []).extend(page.evaluate(LINES))
        turn_back(page, "d")
        assert page.evaluate(HTML_OF_TEXT) == before, text.url
    return found


def assert_whole(site: BuiltSite, shown: dict[str, list[list[Any]]]) -> None:
    for item in site.works:
        assert item.work is not None
        lines: dict[int, str] = {}
        for _, number, text in sorted(shown[item.record.id]):
            lines[number] = lines.get(number, "") + text
        inked = {line.number: line.text.rstrip() for line in item.work.transcript.source.lines if line.ink}
        assert {number: text.rstrip() for number, text in lines.items()} == inked


def test_the_pages_of_the_specimen_show_all_of_its_sources(
    page: Any, specimen_site: BuiltSite, address: str
) -> None:
    assert_whole(specimen_site, shown_by_work(page, address, specimen_site))


@pytest.mark.slow
def test_the_pages_of_the_five_works_show_all_of_their_sources(
    page: Any, five: BuiltSite, five_address: str
) -> None:
    assert_whole(five, shown_by_work(page, five_address, five))


@pytest.mark.parametrize("path", [CHAPTER, "works/under-the-line-1989/", "works/level-water-1987/notes/"])
def test_on_a_wide_screen_the_source_stands_beside_its_passage(page: Any, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    turn_to(page, "d")
    places = page.evaluate(PLACES)
    assert places["count"] > 5
    assert places["over"] == 0
    assert places["wide"] <= 0
    assert min(places["beside"]) >= 0
    assert all(-12 < level < 24 for level in places["level"])
    assert page.locator(".ed-sidenote:visible").count() == 0


def test_on_a_narrow_screen_the_source_stands_above_its_passage(phone: Any, address: str) -> None:
    phone.goto(f"{address}/{CHAPTER}")
    turn_to(phone, "d")
    places = phone.evaluate(PLACES)
    assert places["over"] == 0
    assert places["wide"] <= 0
    assert max(places["level"]) < 0


def test_what_was_left_out_or_changed_is_marked_in_the_source(
    page: Any, address: str, specimen_site: BuiltSite
) -> None:
    text = next(one for one in text_pages(specimen_site) if one.url == CHAPTER)
    page.goto(f"{address}/{CHAPTER}")
    turn_to(page, "d")
    for change in text.changes(("hyphen",)):
        words = page.locator(f"#line-{change['line']} .ed-was").all_inner_texts()
        assert [one.strip() for one in words] == ["-"]
    left_out = page.locator(".ed-forme, .ed-line.between .ed-line-text")
    assert left_out.count() > 2
    plain, grey = (
        page.locator(selector).first.evaluate("e => getComputedStyle(e).color")
        for selector in (".ed-line:not(.between) .ed-line-text", ".ed-forme, .ed-line.between .ed-line-text")
    )
    assert plain != grey


def test_the_passage_that_is_read_stays_where_it_is(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    passage = page.locator("p.p").nth(6)
    passage.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 100)")
    first = (
        """() => [...document.querySelectorAll("p.p[id]")].find((e) => e.getBoundingClientRect().bottom > 64).id"""
    )
    before = page.evaluate(first)
    turn_to(page, "d")
    assert page.evaluate(first) == before


def test_the_source_is_no_text_of_the_passage(page: Any, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    texts = """async () => {
      const { passages, textOf } = await import(new URL("../../../js/passages.js", location.href).href);
      return passages().map(textOf);
    }"""
    before = page.evaluate(texts)
    turn_to(page, "d")
    assert page.evaluate(texts) == before
