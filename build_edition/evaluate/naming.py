"""Saying in words what stands on a line, the same for a transcript and for a truth."""

from __future__ import annotations

from collections.abc import Mapping

NAMES = {
    "fw": "forme work", "quote": "quotation", "item": "list item", "hi": "emphasis", "floatingText": "sidebar",
    "milestone": "break", "row": "table row",
}  # fmt: skip


def block_name(kind: str, attrs: Mapping[str, object], first: int, last: int) -> str:
    """What a mark, or a block of a truth, is: `attrs` are its attributes, `last` the line it ends on."""
    to = f", to line {last}" if last > first else ""
    if kind == "pb":
        return f"page {attrs.get('n') or 'without a number'} begins"
    if kind == "head":
        return f"heading, level {attrs.get('level') or 'unknown'}{to}"
    if kind == "p":
        return f"paragraph {'resumes' if attrs.get('continues') else 'begins'}{to}"
    if kind == "note" and attrs.get("n"):
        return f"note {attrs['n']}{to}"
    return f"{NAMES.get(kind, kind)}{to}"


def page_name(line: int, pages: Mapping[int, str]) -> str:
    """The page that begins on a line."""
    return block_name("pb", {"n": pages.get(line)}, line, line)


def call_name(key: tuple[int, object]) -> str:
    """A note call by its line and number."""
    return f"note call {key[1]}"


def note_name(key: tuple[int, object]) -> str:
    """A note by its line and number."""
    return f"note {key[1]}"


def extent_name(key: tuple[int, int]) -> str:
    """A quotation by its first and last line."""
    return block_name("quote", {}, *key)
