"""The style of the site, on a screen and on paper: one file, so that a page waits for one answer only."""

from __future__ import annotations

from pathlib import Path

STYLES = Path(__file__).parent.parent / "styles"
PATH = "css/site.css"

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
    "correct",
    "quotation",
    "since",
    "permanent",
    "takeaway",
    "proofreading",
    "print",
)


def stylesheet() -> tuple[str, str]:
    """The file: its path in the site, and what it holds."""
    return PATH, "\n".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in _SHEETS)
