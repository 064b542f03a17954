"""The dialog from which a passage is cited, as the tests work it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.passage_index import Passage, passages
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import division_path, url_of
from tests.site_folder import BuiltSite

WORK = "level-water-1987"
CHAPTER = f"works/{WORK}/2/"
DIALOG = "dialog.ed-cite"

# Selects from one letter of a passage's own words to one of another's.
SELECT = """async ([root, first, from, last, to]) => {
  const { textNodes } = await import(root + "js/passages.js");
  const point = (id, offset) => {
    let left = offset;
    for (const node of textNodes(document.getElementById(id))) {
      if (left <= node.data.length) return [node, left];
      left -= node.data.length;
    }
    throw new Error(`${id} has no ${offset}`);
  };
  const own = (id) => textNodes(document.getElementById(id)).reduce((sum, node) => sum + node.data.length, 0);
  const range = document.createRange();
  range.setStart(...point(first, from));
  range.setEnd(...point(last, to < 0 ? own(last) : to));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def clipboard(page: Any) -> str:
    text = page.evaluate("navigator.clipboard.readText()")
    assert isinstance(text, str)
    return text


def press_copy(page: Any, name: str) -> str:
    """What a button of the dialog puts on the clipboard."""
    page.evaluate("document.querySelector('.ed-cite-state').textContent = ''")
    page.locator(f"{DIALOG} button", has_text=name).or_(page.get_by_role("button", name=name)).first.click()
    page.locator(".ed-cite-state", has_text=" copied.").wait_for()
    return clipboard(page)


def opened(page: Any, address: str, path: str, passage: str) -> None:
    """The dialog for a passage, by its handle."""
    page.goto(f"{address}/{path}#{passage}")
    page.locator(f'[id="{passage}"] > a.pn, [id="{passage}"] a.pn').first.dispatch_event("click")
    page.wait_for_selector(DIALOG)


def select(page: Any, root: str, first: str, start: int, last: str, end: int) -> None:
    page.evaluate(SELECT, [root, first, start, last, end])


def samples(site: BuiltSite) -> Iterator[tuple[EditionWork, str, Passage]]:
    """Of each work a passage in its middle, with the address of its page."""
    for item in site.works:
        assert item.work is not None
        urls = {one.key: url_of(division_path(item.record.id, one)) for one in divisions(item.work)}
        found = [one for one in passages(item.work) if one.is_citable and one.kind == "p"]
        middle = found[len(found) // 2]
        yield item, urls[middle.division], middle
