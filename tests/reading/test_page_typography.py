"""The text page as a page of a book: its measure, figures, paragraphs and columns, and how it is printed."""

from __future__ import annotations

import shutil
import subprocess
from functools import partial
from statistics import mean
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import skip_or_fail
from tests.site_folder import BuiltSite

FRAME = {"exclude": [[".md-sidebar"]]}
CHAPTER = "works/level-water-1987/2/"
READY = "() => document.fonts.status === 'loaded'"
# The characters of every full line: all but the first and the last of paragraphs of three lines or more.
FULL_LINES = """() => {
  const full = [];
  for (const p of document.querySelectorAll(".sheet-text > p.p")) {
    const lines = [];
    let top = -Infinity;
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("a.pn, a.pb, sup")) continue;
      for (let k = 0; k < node.data.length; k += 1) {
        const range = document.createRange();
        range.setStart(node, k);
        range.setEnd(node, k + 1);
        const box = range.getClientRects()[0];
        if (box?.width && box.top > top + 8) { lines.push(0); top = box.top; }
        if (lines.length) lines[lines.length - 1] += 1;
      }
    }
    if (lines.length > 2) full.push(...lines.slice(1, -1));
  }
  return full;
}"""


def opened(page: Any, url: str, width: int | None = None) -> None:
    if width:
        page.set_viewport_size({"width": width, "height": 1000})
    page.goto(url)
    page.wait_for_function(READY)


def style(page: Any, selector: str, name: str) -> str:
    return str(page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e)[name]", name))


@pytest.mark.parametrize("width", [768, 1000, 1220, 1440, 1920])
def test_a_line_has_sixty_to_seventy_characters(page: Any, five_address: str, width: int) -> None:
    counts = []
    for path in ("works/sandle-1999/4/", "works/hansen-1958/", "works/schapiro-1960/"):
        opened(page, f"{five_address}/{path}", width)
        counts += page.evaluate(FULL_LINES)
    assert len(counts) > 300
    assert 60 <= mean(counts) <= 70
    ordered = sorted(counts)
    assert ordered[len(ordered) // 20] >= 56
    assert ordered[-len(ordered) // 20] <= 75


def test_figures_are_old_style_in_text_and_lining_in_tables_and_numbers(page: Any, address: str) -> None:
    opened(page, f"{address}/works/under-the-line-1989/")
    assert "oldstyle-nums" in style(page, ".sheet-text > p.p", "fontVariantNumeric")
    for selector in (".sheet table", "sup.call", ".sheet a.pb", ".note-n"):
        assert "lining-nums" in style(page, selector, "fontVariantNumeric"), selector


def test_paragraphs_are_set_apart_by_indent_and_hyphenated(page: Any, address: str) -> None:
    opened(page, f"{address}/{CHAPTER}")
    first = page.locator("h2 + p.p").first
    second = page.locator("h2 + p.p + p.p").first
    assert first.evaluate("e => parseFloat(getComputedStyle(e).textIndent)") == 0
    assert second.evaluate("e => parseFloat(getComputedStyle(e).textIndent)") > 15
    gap = "([a, b]) => b.getBoundingClientRect().top - a.getBoundingClientRect().bottom"
    assert page.evaluate(gap, [first.element_handle(), second.element_handle()]) < 1
    assert style(page, "p.p", "hyphens") == "auto"
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_three_columns_fit_side_by_side(page: Any, address: str) -> None:
    boxes = """() => [".md-sidebar--primary", ".sheet", ".ed-sidenotes"].map((s) => {
      const b = document.querySelector(s).getBoundingClientRect();
      return [b.left, b.right];
    })"""
    for width, least in ((1220, 180), (1440, 240), (1920, 240)):
        opened(page, f"{address}/{CHAPTER}", width)
        page.wait_for_selector(".ed-sidenotes:not([hidden]) .ed-sidenote")
        (_, nav), (left, right), (from_, to) = page.evaluate(boxes)
        assert nav + 30 < left < right < from_ - 30, width
        assert to <= width, width
        assert to - from_ >= least, width


def test_passage_numbers_show_as_the_reader_chose(page: Any, phone: Any, address: str) -> None:
    number = "p.p > a.pn"
    opened(page, f"{address}/{CHAPTER}")
    assert style(page, number, "opacity") == "0"
    page.locator("html").evaluate("e => { e.dataset.numbers = 'always' }")
    page.wait_for_function("() => getComputedStyle(document.querySelector('p.p > a.pn')).opacity === '1'")
    opened(phone, f"{address}/{CHAPTER}")
    assert not phone.locator(number).first.is_visible()
    phone.locator("html").evaluate("e => { e.dataset.numbers = 'always' }")
    assert phone.locator(number).first.is_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_page_numbers_and_links_can_be_put_away(page: Any, address: str) -> None:
    opened(page, f"{address}/{CHAPTER}")
    assert page.locator(".sheet a.pb:visible").count() > 3
    page.locator("html").evaluate("e => { e.dataset.breaks = 'off'; e.dataset.links = 'off'; }")
    assert page.locator(".sheet a.pb:visible").count() == 0
    term = page.locator(".sheet-text p a.to-term").first
    line = """e => {
      const [its, about] = [e, e.parentElement].map((one) => getComputedStyle(one));
      return [its.textDecorationLine, its.color === about.color];
    }"""
    assert term.evaluate(line) == ["none", True]
    page.keyboard.press("Tab")
    term.focus()
    assert term.evaluate(line)[0] == "underline"


@pytest.mark.parametrize("width", [320, 390, 1220])
def test_nothing_sticks_out(page: Any, five_address: str, five: BuiltSite, width: int) -> None:
    for path, soup in five.pages.items():
        if soup.select_one(".sheet-text"):
            opened(page, f"{five_address}/{path}", width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_wide_table_scrolls_in_a_region_of_its_own(page: Any, five_address: str) -> None:
    opened(page, f"{five_address}/works/deutscher-1965/", 320)
    regions = page.locator(".sheet .table[role=region][tabindex='0'][aria-label]")
    assert regions.count() == page.locator(".sheet .table").count() > 0
    page.locator(".sheet .table td").first.evaluate("e => e.append('1234567890\\u00a0'.repeat(9))")
    assert regions.first.evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


WATCH = """new PerformanceObserver((list) => {
  const values = list.getEntries().filter((one) => !one.hadRecentInput).map((one) => one.value);
  window.shifted = values.reduce((sum, value) => sum + value, window.shifted ?? 0);
}).observe({ type: "layout-shift", buffered: true });"""


def _hold(waiting: list[Any], route: Any) -> None:
    waiting.append(route)


def _has_fallback() -> bool:
    if shutil.which("fc-list") is None:
        return False
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    return any(name in listed for name in ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman"))


@pytest.mark.parametrize(("is_late", "bound"), [(False, 0.02), (True, 0.1)])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_page_hardly_moves_while_it_loads(
    chromium: Any, address: str, width: int, is_late: bool, bound: float
) -> None:
    """Neither by what scripts add, nor by letters that come late, when the page has been painted in others.

    A line or two may then break elsewhere, which stays below what counts as good (0.1) where the machine has
    a font of the widths that the fallback reckons with.
    """
    if is_late and not _has_fallback():
        skip_or_fail("no font of the widths of Times (Debian: fonts-liberation) is on this machine")
    for path in (CHAPTER, "works/under-the-line-1989/"):
        context = chromium.new_context(viewport={"width": width, "height": 1000})
        page = context.new_page()
        page.add_init_script(WATCH)
        waiting: list[Any] = []
        if is_late:
            page.route("**/*.woff2", partial(_hold, waiting))
        page.goto(f"{address}/{path}", wait_until="domcontentloaded")
        page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
        assert bool(waiting) == is_late
        for route in list(waiting):
            route.continue_()
        page.wait_for_function("() => document.fonts.check('16px \"Edition Serif\"')")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("window.shifted ?? 0") < bound, path
        context.close()


def test_on_paper_it_is_a_book(page: Any, address: str) -> None:
    opened(page, f"{address}/{CHAPTER}", 1440)
    page.wait_for_selector(".ed-sidenote")
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-sidebar", ".md-footer", ".ed-sidenotes", "a.pn", ".headerlink", ".ed-tools"):
        assert page.locator(f"{gone}:visible").count() == 0, gone
    assert page.locator("[role=doc-endnotes] li.note:visible").count() == 9
    assert style(page, "p.p a.to-term", "textDecorationLine") == "none"
    inline = page.locator("li a.pb").first
    assert inline.is_visible()
    assert style(page, "li a.pb", "position") == "static"
    brackets = "e => ['::before', '::after'].map((one) => getComputedStyle(e, one).content)"
    assert inline.evaluate(brackets) == ['"["', '"]"']
    assert page.locator("a[href]").first.evaluate("e => getComputedStyle(e, '::after').content") in ("none", '""')
    for heading in ("h1", ".sheet h2", ".sheet h3", ".pb-line"):
        assert style(page, heading, "breakAfter") == "avoid", heading
    assert style(page, "p.p", "orphans") == "2"
    page.emulate_media(media="print", color_scheme="dark")
    assert style(page, "p.p", "color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_with_all_numbers_shown(chromium: Any, address: str, width: int, colours: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=colours)
    page = context.new_page()
    opened(page, f"{address}/{CHAPTER}#page-10")
    page.locator("html").evaluate("e => { e.dataset.numbers = 'always'; e.dataset.links = 'off'; }")
    page.wait_for_function("() => document.getAnimations().every((one) => one.playState !== 'running')")
    assert Axe().run(page, context=FRAME).response["violations"] == []
    context.close()
