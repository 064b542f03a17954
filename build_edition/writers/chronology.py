"""The chronology as data: one JSON file of all that has a place in time, in its order.

In: a `Whole`.  Out: a path, from the root of a site, and a text.  What only a work's own chronology has is quoted
from it: the file is for the built site alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from build_edition.apparatus.chronology import DatedEntry, TimelineEntry
from build_edition.edition.bibliography import MONTHS
from build_edition.whole import Whole
from build_edition.writers.entries import as_json

PATH = "data/chronology.json"


def chronology_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The file; none where nothing in the edition has a place in time."""
    if whole.timeline:
        yield PATH, as_json({"entries": [_entry(one) for one in whole.timeline]})


def date_words(date: str) -> str:
    """A date of EDTF level 0 for reading: "8–16 March 1921", "July–August 1903", "1958–1960"."""
    first, _, last = date.partition("/")
    if not last:
        return _words(first.split("-"))
    begins, ends = first.split("-"), last.split("-")
    shared = 0
    if len(begins) == len(ends):
        while shared < len(begins) - 1 and begins[shared] == ends[shared]:
            shared += 1
    head, tail = _words(begins, shared), _words(ends)
    dash = " – " if " " in head or (not shared and " " in tail) else "–"
    return f"{head}{dash}{tail}"


def _words(parts: Sequence[str], without: int = 0) -> str:
    """Day, month and year in words, without the first so many parts, which the end of a range gives."""
    said = [parts[0], *(MONTHS[int(month) - 1] for month in parts[1:2]), *(str(int(day)) for day in parts[2:])]
    return " ".join(reversed(said[without:]))


def _entry(one: TimelineEntry) -> dict[str, Any]:
    """An entry; what is empty, untrue or certain is left out."""
    fields = {
        "date": date_words(one.date) if one.date else "",
        "edtf": one.date,
        "inherited": one.inherited,
        "cert": one.cert if one.cert != "high" else "",
        "text": one.text,
        "event": one.event,
        "titles": list(one.titles),
        "chronologies": [_of_chronology(entry) for entry in one.entries],
        "passages": list(one.passages),
    }
    return {name: value for name, value in fields.items() if value}


def _of_chronology(entry: DatedEntry) -> dict[str, str]:
    """What a work's own chronology says."""
    work = entry.passage.partition("/")[0]
    fields = {"work": work, "passage": entry.passage, "date": entry.printed, "text": entry.text}
    return {name: value for name, value in fields.items() if value}
