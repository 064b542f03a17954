"""The elements of SVG that pictures are made of, as text."""

from __future__ import annotations

from collections.abc import Iterable

from build_edition.writers.escaping import attribute, html


def number(value: float) -> str:
    """A length to a tenth, without an idle nought."""
    return f"{value:.1f}".removesuffix(".0")


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    ends = zip(("x1", "y1", "x2", "y2"), (x1, y1, x2, y2), strict=True)
    return f'<line class="{kind}" {" ".join(f"{name}={chr(34)}{number(v)}{chr(34)}" for name, v in ends)}/>'


def words(kind: str, x: float, y: float, text: str, anchor: str = "") -> str:
    """Words at a place; `anchor` tells which part of them stands there, unless it is their beginning."""
    where = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}"{where}>{html(text)}</text>'


def group(kind: str, parts: Iterable[str], **data: str) -> str:
    """Elements that belong together; `data` are its attributes of that kind."""
    told = "".join(f' data-{name}="{attribute(value)}"' for name, value in data.items())
    return f'<g class="{kind}"{told}>{"".join(parts)}</g>'


def titled(text: str) -> str:
    """What a mouse that rests on a group is told."""
    return f"<title>{html(text)}</title>"


def picture(kind: str, width: float, height: float, name: str, parts: Iterable[str]) -> str:
    """An image with a name; without one, for the eye alone."""
    told = f'role="img" aria-label="{attribute(name)}"' if name else 'aria-hidden="true"'
    box = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    return f'<svg class="{kind}" {box} {told}>{"".join(parts)}</svg>'
