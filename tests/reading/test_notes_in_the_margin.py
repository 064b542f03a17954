"""Notes in the margin: each stands beside its call, nothing lies over anything else, and both are lit together."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site_folder import BuiltSite

FRAME = {"exclude": [[".md-sidebar"]]}
CHAPTER = "works/level-water-1987/2/"
CALL = ".sheet a[role=doc-noteref]"
SETTLED = """() => document.fonts.status === "loaded"
  && document.querySelector(".ed-sidenotes:not([hidden]) .ed-sidenote[style*=translate]")"""
# Pairs of what stands in the right margin that lie over each other, and what goes beyond the window.
CLASHES = """() => {
  const shown = (e) => e.getClientRects().length > 0;
  const all = ".ed-sidenote, .sheet a.pb, .sheet .table, .sheet figure, .sheet > p";
  const boxes = [...document.querySelectorAll(all)]
    .filter((e) => shown(e) && !(e.matches("a.pb") && e.closest(".ed-sidenotes")))
    .map((e) => ({ e, b: e.getBoundingClientRect(), margin: e.matches(".ed-sidenote, a.pb") }));
  const found = [];
  boxes.forEach((x, i) => boxes.slice(i + 1).forEach((y) => {
    if (!x.margin && !y.margin || x.e.contains(y.e) || y.e.contains(x.e)) return;
    const over = Math.min(x.b.right, y.b.right) - Math.max(x.b.left, y.b.left);
    const deep = Math.min(x.b.bottom, y.b.bottom) - Math.max(x.b.top, y.b.top);
    if (over > 0.5 && deep > 0.5) found.push([x.e.outerHTML.slice(0, 90), y.e.outerHTML.slice(0, 90), over, deep]);
  }));
  const width = document.documentElement.clientWidth;
  const out = boxes.filter((x) => x.margin && x.b.right > width).map((x) => x.e.outerHTML.slice(0, 90));
  return { found, out, wide: document.documentElement.scrollWidth - width };
}"""
BESIDE = """() => [...document.querySelectorAll(".ed-sidenote:not([hidden])")].map((side) => {
  const address = side.querySelector(".ed-whole").getAttribute("href");
  const call = document.querySelector(`.sheet a[role=doc-noteref][href="${address}"]`);
  return side.getBoundingClientRect().top - call.parentElement.getBoundingClientRect().top;
})"""


def with_notes(site: BuiltSite) -> list[str]:
    """The paths of the pages that call a note which stands on them."""
    return [path for path, page in site.pages.items() if page.select(CALL)]


def settled(page: Any, url: str) -> None:
    page.goto(url)
    page.wait_for_function(SETTLED)


def clashes(page: Any, address: str, site: BuiltSite, width: int) -> list[tuple[str, Any]]:
    """What lies over something else on the pages with notes, at a width; and that no note is missing there."""
    page.set_viewport_size({"width": width, "height": 1000})
    paths = with_notes(site)
    assert paths
    wrong: list[tuple[str, Any]] = []
    for path in paths:
        settled(page, f"{address}/{path}")
        found = page.evaluate(CLASHES)
        wrong += [(path, found)] if found["found"] or found["out"] or found["wide"] > 0 else []
        called = {call["href"] for call in site.pages[path].select(CALL)}
        shown = page.locator(".ed-sidenote:visible").count()
        wrong += [(path, f"{shown} of {len(called)} notes in the margin")] if shown != len(called) else []
    return wrong


@pytest.mark.parametrize("width", [1220, 1440, 1920])
def test_nothing_in_the_margin_lies_over_anything(
    page: Any, address: str, specimen_site: BuiltSite, width: int
) -> None:
    assert clashes(page, address, specimen_site, width) == []


@pytest.mark.parametrize("width", [1220, 1440, 1920])
def test_nor_in_the_five_works(page: Any, five_address: str, five: BuiltSite, width: int) -> None:
    assert clashes(page, five_address, five, width) == []


def test_numbers_of_pages_never_meet(page: Any, five_address: str, five: BuiltSite) -> None:
    """On pages without notes too, where nothing pushes them apart but themselves."""
    paths = [path for path, soup in five.pages.items() if soup.select("a.pb") and not soup.select(CALL)]
    assert len(paths) > 5
    for path in paths:
        page.goto(f"{five_address}/{path}")
        page.wait_for_function("() => document.fonts.status === 'loaded'")
        assert page.evaluate(CLASHES)["found"] == [], path


def test_a_note_begins_on_the_line_of_its_call(page: Any, address: str) -> None:
    settled(page, f"{address}/{CHAPTER}")
    down = page.evaluate(BESIDE)
    assert sum(abs(one) < 14 for one in down) >= len(down) - 2
    assert all(one > -14 for one in down)


def test_notes_follow_their_calls_when_the_text_the_window_or_the_letters_change(page: Any, address: str) -> None:
    settled(page, f"{address}/{CHAPTER}")
    before = page.evaluate(BESIDE)
    place = "() => document.querySelector('.ed-sidenote').getBoundingClientRect().top"
    top = page.evaluate(place)
    page.evaluate("""() => {
      const p = document.createElement("p");
      p.textContent = "What a view of the text shows besides. ".repeat(40);
      document.querySelector(".sheet h1").after(p);
    }""")
    page.wait_for_function(f"(top) => ({place})() > top + 60", arg=top)
    assert page.evaluate(BESIDE) == pytest.approx(before, abs=2)
    page.set_viewport_size({"width": 1220, "height": 1000})
    page.wait_for_function("() => document.querySelector('.ed-sidenote').getBoundingClientRect().right < 1220")
    assert page.evaluate(CLASHES)["found"] == []
    page.set_viewport_size({"width": 1000, "height": 1000})
    page.wait_for_function("() => !document.querySelector('.ed-sidenote').getClientRects().length")
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.wait_for_selector(".ed-sidenote")
    letters = "e => getComputedStyle(e.querySelector('.sheet')).fontSize"
    small = page.locator("body").evaluate(letters)
    page.add_style_tag(content=".md-typeset .sheet { font-size: 1.02rem; }")
    assert page.locator("body").evaluate(letters) != small
    page.wait_for_function(f"() => ({BESIDE})().filter((down) => down < -14 || down > 14).length <= 2")
    assert page.locator(".ed-sidenote:visible").count() == len(before)
    assert page.evaluate(CLASHES)["found"] == []


@pytest.mark.parametrize(
    ("wishes", "blocked", "floor", "tops"),
    [
        ([[10, 20], [100, 20]], [], 500, [10, 100]),  # where they wish
        ([[10, 50], [20, 20], [30, 20]], [], 500, [10, 65, 90]),  # pushed down, one by the other
        ([[10, 50], [20, 20]], [[66, 80]], 500, [10, 85]),  # and past what is taken
        ([[10, 20]], [[0, 15], [32, 40]], 500, [45]),  # a gap that is too small is left
        ([[10, 50], [20, 50], [30, 10]], [], 100, [10, None, 65]),  # none goes beyond the floor
    ],
)
def test_settling(page: Any, address: str, wishes: Any, blocked: Any, floor: int, tops: list[int | None]) -> None:
    page.goto(f"{address}/{CHAPTER}")
    asked = {
        "wishes": [{"top": top, "height": height} for top, height in wishes],
        "blocked": blocked,
        "floor": floor,
    }
    settle = """async ({ wishes, blocked, floor }) =>
      (await import(new URL("notes/margin.js", document.querySelector("script[src$='js/edition.js']").src)))
        .settle(wishes, blocked, floor, 5)"""
    assert page.evaluate(settle, asked) == tops


def test_an_over_long_note_is_cut_with_a_way_to_the_whole(page: Any, address: str) -> None:
    settled(page, f"{address}/{CHAPTER}")
    assert page.locator(".ed-sidenote.cut").count() == 0
    page.evaluate("""() => document.querySelector("li.note p.p").append(" And so it went on.".repeat(90))""")
    cut = page.locator(".ed-sidenote.cut").first
    cut.wait_for()
    assert cut.evaluate("e => e.offsetHeight") < 0.4 * 1000
    cut.locator(".ed-whole").click()
    assert page.locator("li.note:target").is_visible()
    page.locator(CALL).first.hover()
    page.wait_for_selector(".ed-card")
    assert page.locator(".ed-card").inner_text().count("so it went on") == 90


def test_margin_notes_are_no_text_and_no_stop_of_the_keyboard(page: Any, address: str) -> None:
    settled(page, f"{address}/{CHAPTER}")
    column = page.locator(".ed-sidenotes")
    assert column.get_attribute("aria-hidden") == "true"
    assert column.evaluate("e => [...e.querySelectorAll('*')].filter(x => x.tabIndex >= 0).length") == 0
    assert column.evaluate("e => e.querySelectorAll('[id], [role]').length") == 0
    assert column.locator("a").count() > 5
    passages = """async () => (await import(document.querySelector("script[src$='js/edition.js']").src
      .replace("edition.js", "passages.js"))).passages().filter((one) => one.closest(".ed-sidenotes")).length"""
    assert page.evaluate(passages) == 0
    link = column.locator("a.to-term, a.to-title, a.to-date").first
    address_of = link.evaluate("e => e.href")
    link.click()
    assert page.url == address_of


LIT = """(key) => {
  const call = document.querySelector(`[id="call-${key}"]`).parentElement;
  const sides = [...document.querySelectorAll(".ed-sidenote")];
  const side = sides.find((e) => e.querySelector(".ed-whole").hash === `#${key}`);
  return [call, document.getElementById(key), side].map((e) => e.classList.contains("ed-lit"));
}"""


def test_call_and_note_light_each_other(page: Any, address: str) -> None:
    settled(page, f"{address}/{CHAPTER}")
    key = "2.n1"
    assert page.evaluate(LIT, key) == [False] * 3
    page.locator(f"[id='call-{key}']").hover()
    assert page.evaluate(LIT, key) == [True] * 3
    page.mouse.move(5, 500)
    assert page.evaluate(LIT, key) == [False] * 3
    page.locator(".ed-sidenote:visible").first.hover()
    assert page.evaluate(LIT, key) == [True] * 3
    page.mouse.move(5, 500)
    page.locator(f"[id='{key}'] a.note-n").focus()
    assert page.evaluate(LIT, key) == [True] * 3
    assert page.evaluate(LIT, "2.n2") == [False] * 3


@pytest.mark.parametrize("anchor", ["2.n3", "call-2.n3"])
def test_an_address_lights_call_and_note(page: Any, address: str, anchor: str) -> None:
    settled(page, f"{address}/{CHAPTER}#{anchor}")
    assert page.evaluate(LIT, "2.n3") == [True] * 3
    page.evaluate("location.hash = '#call-2.n4'")
    page.wait_for_function(f"() => ({LIT})('2.n4')[0]")
    assert page.evaluate(LIT, "2.n3") == [False] * 3


def test_a_click_stays_by_the_note_and_the_keyboard_goes_to_the_end(page: Any, address: str) -> None:
    settled(page, f"{address}/{CHAPTER}")
    call = page.locator(CALL).first
    call.scroll_into_view_if_needed()
    call.click()
    assert page.url.endswith("#call-2.n1")
    assert page.evaluate("scrollY") < 1000
    call.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("li.note:target")
    assert page.url.endswith("#2.n1")
    page.locator("li.note:target a[role=doc-backlink]").press("Enter")
    page.wait_for_function("() => location.hash === '#call-2.n1'")


def test_the_source_beside_the_text_takes_the_margin(page: Any, address: str) -> None:
    settled(page, f"{address}/{CHAPTER}")
    page.locator("html").evaluate("e => { e.dataset.view = 'diplomatic' }")
    page.wait_for_function("() => !document.querySelector('.ed-sidenote').getClientRects().length")
    page.locator(CALL).first.hover()
    page.wait_for_selector(".ed-note-card")
    page.locator("html").evaluate("e => { delete e.dataset.view }")
    page.wait_for_function("() => document.querySelector('.ed-sidenote').getClientRects().length")
    assert page.evaluate(CLASHES)["found"] == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("path", [CHAPTER, "works/under-the-line-1989/", "reading/"])
def test_axe_finds_nothing_with_notes_in_the_margin(chromium: Any, address: str, path: str, colours: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, color_scheme=colours)
    page = context.new_page()
    settled(page, f"{address}/{path}#call-2.n1")
    assert Axe().run(page, context=FRAME).response["violations"] == []
    context.close()
