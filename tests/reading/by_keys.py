"""A reader who has a keyboard and no pointer: what is done by keys, and that each stop can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# What holds the keyboard, and what is wrong about how that shows: an outline or a rule drawn beside it, in the
# window, not under the header. The theme hides the boxes of its switch of colours and draws their label's outline.
_STOP = """() => {
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  const held = document.activeElement;
  if (!held || held === document.body || held === document.documentElement) return null;
  const shown = held.matches(".md-option") ? held.nextElementSibling : held;
  const style = getComputedStyle(shown);
  const isClear = (colour) => /,\\s*0\\)$|^transparent$/.test(colour);
  const outlined = style.outlineStyle !== "none" && !isClear(style.outlineColor)
    && (style.outlineStyle === "auto" || parseFloat(style.outlineWidth) >= 1);
  const box = shown.getBoundingClientRect();
  const head = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const isOver = held.closest(".md-header, .md-sidebar, .ed-skip, .md-top, dialog");
  const faults = [];
  if (!outlined && style.boxShadow === "none") faults.push("no outline");
  if (!shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push("not seen");
  const isIn = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!isIn) faults.push("out of the window");
  if (!isOver && box.bottom <= head) faults.push("under the header");
  const all = [...document.querySelectorAll("*")];
  return { at: all.indexOf(held), html: held.outerHTML.slice(0, 120), faults };
}"""


def put_away(page: Any) -> None:
    """Press Escape, and wait until the dialog or card that was open is gone, which is a moment after the key."""
    is_dialog = page.locator("dialog[open]").count() > 0
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog" if is_dialog else ".ed-card", state="detached")


@dataclass(frozen=True)
class Keys:
    """The keyboard of a page."""

    page: Any

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def put_away(self) -> None:
        put_away(self.page)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def holds(self, selector: str) -> bool:
        """Whether what holds the keyboard is of this kind."""
        held: bool = self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector)
        return held

    def seen(self) -> None:
        """What holds the keyboard can be seen to."""
        stop = self.page.evaluate(_STOP)
        assert stop is not None, "nothing holds the keyboard"
        assert stop["faults"] == [], stop

    def to(self, selector: str, key: str = "Tab", most: int = 250) -> None:
        """Go from stop to stop until one of this kind is reached; each is seen on the way."""
        for _ in range(most):
            self.press(key)
            if self.page.evaluate(_STOP) is None:
                continue  # from the end of the page to its beginning
            self.seen()
            if self.holds(selector):
                return
        raise AssertionError(f"no key leads to {selector}")

    def round(self, most: int = 600) -> Iterator[dict[str, Any]]:
        """Every stop of the page, until the keyboard has left it or come back to the first."""
        first = None
        for _ in range(most):
            self.press("Tab")
            stop = self.page.evaluate(_STOP)
            if stop is None or stop["at"] == first:
                return
            if first is None:
                first = stop["at"]
            yield stop
        raise AssertionError("the keyboard does not get out")
