"""The style of the site: one file for the screen, that a page waits for one answer only, and one for paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

STYLES = Path(__file__).parent.parent / "styles"
SCREEN = "css/site.css"
PAPER = "css/print.css"

# In the order in which they stand in the one file: what comes later may overrule what comes before.
_SHEETS = (
    "fonts",
    "edition",
    "text",
    "notes",
    "entries",
    "concordance",
    "cards",
    "moving",
    "pictures",
    "search",
    "views",
    "cite",
    "quotation",
    "since",
    "permanent",
)


def stylesheets() -> Iterator[tuple[str, str]]:
    """The two files: their paths in the site, and what they hold."""
    yield SCREEN, "\n".join(_read(name) for name in _SHEETS)
    yield PAPER, _read("print")


def _read(name: str) -> str:
    return (STYLES / f"{name}.css").read_text(encoding="utf-8")
