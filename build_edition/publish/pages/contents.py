"""The contents of a book, or of one of its parts, with the printed pages on which each piece stands."""

from __future__ import annotations

from collections.abc import Iterable

from build_edition.apparatus.divisions import Division
from build_edition.publish.wording import division_title, printed_pages
from build_edition.work import Work
from build_edition.writers.escaping import html


def contents(work: Work, found: Iterable[Division], upward: str = "") -> str:
    """A list of divisions as raw HTML; `upward` leads from the page to the work's own ("../")."""
    rows = "\n".join(_row(work, division, upward) for division in found)
    return f'<nav class="contents added" aria-label="Contents">\n<ol>\n{rows}\n</ol>\n</nav>' if rows else ""


def _row(work: Work, division: Division, upward: str) -> str:
    number = division.key if division.key.isdecimal() else ""
    title = html(division_title(division).removeprefix(f"{number}. "))
    pages = "" if division.is_part else html(printed_pages(work, division.start, division.end))
    shown = f'<span class="pages"><span class="unseen">printed pages </span>{pages}</span>' if pages else ""
    return (
        f'<li class="{"part" if division.is_part else "piece"}"><a href="{upward}{division.key}/">'
        f'<span class="n">{number}</span> <span class="title">{title}</span> {shown}</a></li>'
    )
