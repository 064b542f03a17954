"""The pages of texts of a built site, with the data beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.site_folder import BuiltSite

WORDS = ("word", "hyphen")  # the kinds of changes that the view of emendations shows
# The text on a page, without what the margin has copies of.
HTML_OF_TEXT = """() => {
  const copy = document.querySelector(".sheet-text").cloneNode(true);
  for (const one of copy.querySelectorAll(".ed-sidenotes")) one.remove();
  for (const one of copy.querySelectorAll("a.pb")) one.removeAttribute("style");
  for (const one of copy.querySelectorAll("[data-beside]")) one.removeAttribute("data-beside");
  return copy.innerHTML;
}"""


@dataclass(frozen=True)
class TextPage:
    """A page of a text: its address from the root, what stands beside it."""

    url: str
    index: dict[str, Any]

    @property
    def work(self) -> str:
        return str(self.index["work"])

    def changes(self, kinds: tuple[str, ...] = WORDS) -> list[dict[str, Any]]:
        found = (change for passage in self.index["passages"] for change in passage.get("changes", ()))
        return [change for change in found if change["kind"] in kinds]


def text_pages(site: BuiltSite) -> Iterator[TextPage]:
    """Every page of a text, in no order."""
    root = site.result.output
    for path in sorted(root.glob("works/**/index.json")):
        yield TextPage(f"{path.parent.relative_to(root)}/", json.loads(path.read_text(encoding="utf-8")))


def turn_to(page: Any, key: str) -> str:
    """Press the key of a view, and wait until it is shown; gives back what the page says of it."""
    page.locator("body").press(key)
    page.wait_for_selector(".ed-view-line")
    return str(page.inner_text(".ed-view-line"))


def turn_back(page: Any, key: str) -> None:
    page.locator("body").press(key)
    page.wait_for_selector(".ed-view-line", state="detached")
