"""Emendations shown: each changed word bears a sign, its card tells all, and nothing of it stays afterwards."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.reading.by_keys import put_away
from tests.reading.text_pages import HTML_OF_TEXT, TextPage, text_pages, turn_back, turn_to
from tests.site_folder import BuiltSite

ESSAY = "works/under-the-line-1989/"
CARD = ".ed-change-card"
# By the number of its passage in the data, the words that are marked in each.
MARKED = """async (root) => {
  const { elementsOf, pageIndex } = await import(new URL(`${root}js/views/page-files.js`, location.href).href);
  const { textNodes } = await import(new URL(`${root}js/passages.js`, location.href).href);
  const { passages } = await pageIndex();
  return elementsOf(passages).map((element) => (element ? textNodes(element) : [])
    .filter((node) => node.parentElement.matches(".ed-change"))
    .map((node) => node.data).join("").replace(/\\s+/gu, ""));
}"""


def expected(text: TextPage) -> list[str]:
    said = []
    for passage in text.index["passages"]:
        own = [change for change in passage.get("changes", ()) if change["kind"] != "dress"]
        said.append("".join("".join(change["reading"].split()) for change in own))
    return said


def gone_through(page: Any, address: str, site: BuiltSite) -> int:
    """Every text page with its emendations shown and put away; gives back how many were shown."""
    count = 0
    for text in text_pages(site):
        page.goto(f"{address}/{text.url}")
        page.wait_for_selector(".ed-view-button:not([hidden])")
        before = page.evaluate(HTML_OF_TEXT)
        said = turn_to(page, "e")
        assert page.evaluate(MARKED, "../" * text.url.count("/")) == expected(text), text.url
        anchors = page.locator(".sheet-text [data-change]:not(.ed-sidenotes *)").evaluate_all(
            "all => all.map((e) => Number(e.dataset.change))"
        )
        assert sorted(anchors) == list(range(len(text.changes()))), text.url
        number = str(len(anchors)) if len(anchors) > 1 else "One" if anchors else "No"
        assert said.startswith(number), said
        turn_back(page, "e")
        assert page.evaluate(HTML_OF_TEXT) == before, text.url
        count += len(anchors)
    return count


def test_every_change_of_the_specimen_is_shown_and_put_away(
    page: Any, specimen_site: BuiltSite, address: str
) -> None:
    assert gone_through(page, address, specimen_site) > 30


@pytest.mark.slow
def test_every_change_of_the_five_works_is_shown_and_put_away(
    page: Any, five: BuiltSite, five_address: str
) -> None:
    assert gone_through(page, five_address, five) > 150


def test_a_card_tells_what_was_changed_by_whom_and_why(page: Any, address: str, specimen_site: BuiltSite) -> None:
    text = next(one for one in text_pages(specimen_site) if one.url == ESSAY)
    change = next(one for one in text.changes() if one["by"] != "rule")
    page.goto(f"{address}/{ESSAY}")
    turn_to(page, "e")
    sign = page.locator(f"[data-change]:has-text('{change['reading']}')").first
    sign.focus()
    page.keyboard.press("Enter")
    card = page.locator(CARD)
    said = card.inner_text()
    assert all(
        words in said for words in (change["source"], change["reading"], change["by"], f"Line {change['line']}")
    )
    assert card.evaluate("e => e.contains(document.activeElement)")
    put_away(page)
    assert sign.evaluate("e => e === document.activeElement")
    page.keyboard.press("Enter")
    card.get_by_role("link", name="In the apparatus").click()
    page.wait_for_url("**/apparatus/#l*")
    assert page.locator(f"[id='{page.url.partition('#')[2]}']").is_visible()


def test_a_card_leads_to_the_line_of_the_source(page: Any, address: str, specimen_site: BuiltSite) -> None:
    text = next(one for one in text_pages(specimen_site) if one.url == "works/level-water-1987/1/")
    change = text.changes()[0]
    page.goto(f"{address}/{text.url}")
    turn_to(page, "e")
    page.locator("[data-change]:not(.ed-sidenotes *)").first.hover()
    page.wait_for_selector(CARD)
    assert "a hyphen at the end of a line dropped" in page.inner_text(CARD)
    page.get_by_role("button", name=f"Line {change['line']} of the source").click()
    page.wait_for_selector(f"#line-{change['line']}:focus")
    assert change["source"].split()[0] in page.inner_text(f"#line-{change['line']}")
    assert page.locator(".ed-change").count() == 0


def test_a_tap_shows_a_card_on_a_telephone(phone: Any, address: str) -> None:
    phone.goto(f"{address}/works/level-water-1987/1/")
    turn_to(phone, "e")
    phone.locator("[data-change]:not(.ed-sidenotes *)").first.tap()
    phone.wait_for_selector(CARD)


def test_words_within_a_link_or_across_its_edge_are_shown(
    page: Any, address: str, specimen_site: BuiltSite
) -> None:
    text = next(one for one in text_pages(specimen_site) if one.url == "works/level-water-1987/1/")
    data = json.loads(json.dumps(text.index))
    passage = next(one for one in data["passages"] if one["kind"] == "p" and one.get("links"))
    link = passage["links"][0]
    made = {"source": "x", "kind": "word", "by": "rule", "rule": "spacing", "cert": "low", "line": 1}
    ahead = link["start"] - 2
    for one in data["passages"]:
        one["changes"] = []
    for start, end in ((ahead, link["start"] + 2), (link["start"] + 2, link["end"])):
        passage["changes"].append({**made, "start": start, "end": end, "reading": passage["text"][start:end]})
    page.route("**/1/index.json", lambda route: route.fulfill(json=data))
    page.goto(f"{address}/{text.url}")
    before = page.evaluate(HTML_OF_TEXT)
    assert turn_to(page, "e").startswith("2 places")
    inside = page.locator(f"[id='{passage['id']}']")
    assert inside.locator("a .ed-change").count() >= 2
    assert inside.locator("a [role=button], a button").count() == 0
    assert inside.locator(".ed-change.low").count() == inside.locator(".ed-change").count()
    sign = inside.locator("a + button.ed-change-sign")
    assert sign.count() == 1
    sign.press("Enter")
    assert "a conjecture" in page.inner_text(CARD)
    put_away(page)
    turn_back(page, "e")
    assert page.evaluate(HTML_OF_TEXT) == before


def test_where_nothing_was_changed_the_page_says_so(page: Any, address: str, specimen_site: BuiltSite) -> None:
    bare = next(one for one in text_pages(specimen_site) if not one.changes())
    page.goto(f"{address}/{bare.url}")
    assert "No word of this page was changed" in turn_to(page, "e")
    announced = "() => document.querySelector('[role=status]').textContent.startsWith('No word')"
    page.wait_for_function(announced)
