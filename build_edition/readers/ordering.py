"""The reading order that a file gives to the pieces of a page.

What the order names comes in that order; what it does not name stays after the piece that it stood after, so that
nothing is left out and nothing comes twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from xml.etree.ElementTree import Element

Piece = TypeVar("Piece")


def refs_of(element: Element, attribute: str) -> list[str]:
    """The names that a reading order holds, its groups within each other; by `index` where there is one."""
    refs: list[str] = []
    if ref := element.get(attribute):
        refs.append(ref)
    children = list(element)
    if any(child.get("index") for child in children):
        children.sort(key=lambda child: _index(child.get("index")))
    for child in children:
        refs += refs_of(child, attribute)
    return refs


def _index(value: str | None) -> int:
    try:
        return int(value or "")
    except ValueError:
        return 1 << 30


def in_order(pieces: Sequence[tuple[Sequence[str], Piece]], refs: Sequence[str]) -> list[Piece]:
    """Pieces, each with the names it goes by, as the order has them."""
    places: dict[str, int] = {}
    for place, ref in enumerate(refs):
        places.setdefault(ref, place)
    keyed: list[tuple[int, int, Piece]] = []
    last = -1
    for at, (names, piece) in enumerate(pieces):
        last = min((places[name] for name in names if name in places), default=last)
        keyed.append((last, at, piece))
    return [piece for _, _, piece in sorted(keyed, key=lambda one: one[:2])]
