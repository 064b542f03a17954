"""The cover of a book, drawn of its words by Typst."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from build_edition.pipeline import EditionWork
from build_edition.publish.wording import authors, editors
from build_edition.whole import Whole

TEMPLATE = Path(__file__).with_name("cover.typ")
FEW = 6  # years that stand one below the other
INCH = 240  # dots: 1,600 by 2,400 for the page of the template
# Dark enough for light letters; a work has the one of its place in the edition, all works together the first.
GROUNDS = ("#23343f", "#5b2329", "#2c4536", "#403354", "#5a4222", "#1f4750", "#4f2f45")


def of_one_work(whole: Whole, item: EditionWork) -> bytes | None:
    """The cover of a work that is a book by itself; None where Typst is not installed."""
    edition, entry = whole.project.edition, item.entry
    return _drawn(
        {
            "author": authors(entry) if entry.authors or entry.editors else "",
            "title": entry.title,
            "subtitle": entry.container,
            "year": entry.year,
            "edition": edition.title,
            "imprint": f"Edited by {editors(edition)} · version {edition.version}",
            "ground": GROUNDS[1 + item.record.order % (len(GROUNDS) - 1)],
        }
    )


def of_all_works(whole: Whole) -> bytes | None:
    """The cover of the whole edition; None where Typst is not installed."""
    edition = whole.project.edition
    years = sorted({item.entry.year for item in whole.works if item.entry.year})
    return _drawn(
        {
            "author": "",
            "title": edition.title,
            "subtitle": edition.subtitle or "",
            "year": " ".join(years if len(years) <= FEW else (years[0], years[-1])),
            "edition": f"Edited by {editors(edition)}",
            "imprint": f"Version {edition.version}",
            "ground": GROUNDS[0],
        }
    )


def _drawn(told: Mapping[str, str]) -> bytes | None:
    try:
        import typst
    except ImportError:  # a book is whole without its cover
        return None
    drawn = typst.compile(
        TEMPLATE.read_bytes(), format="png", ppi=INCH, sys_inputs=dict(told), ignore_system_fonts=True
    )
    return bytes(drawn)
