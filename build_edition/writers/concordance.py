"""The concordance as data: a JSON file for each entry, and an index of all, so that a page loads what it shows.

In: a `Whole`.  Out: paths, from the root of a site, and texts.  The lines quote the sources: they are for the
built site alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_edition.apparatus.concordance import ConcordanceLine, concordance
from build_edition.edition.entries.entry import Entry
from build_edition.whole import Whole
from build_edition.writers.entries import as_json, summary

FOLDER = "data/concordance"


def concordance_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The index, then the lines of every entry; nothing for an edition without glossary and registers."""
    if not whole.entries:
        return
    entries = whole.entries.values()
    yield f"{FOLDER}/index.json", as_json({"entries": [summary(whole, entry) for entry in entries]})
    for entry in entries:
        yield f"{FOLDER}/{entry.id}.json", as_json(entry_lines(whole, entry))


def entry_lines(whole: Whole, entry: Entry) -> dict[str, Any]:
    """An entry with all its lines."""
    lines = concordance(whole.occurrences[entry.id], whole.passages)
    return {**summary(whole, entry), "lines": [line_data(one) for one in lines]}


def line_data(line: ConcordanceLine) -> dict[str, Any]:
    """A line as JSON has it; what is empty or untrue is left out."""
    place = line.occurrence.place
    fields = {
        "work": place.work,
        "passage": place.passage,
        "division": place.division,
        "page": place.page,
        "left": line.left,
        "keyword": line.keyword,
        "right": line.right,
        "heading": place.in_heading,
        "within": line.occurrence.within,
        "cut_left": line.is_cut_left,
        "cut_right": line.is_cut_right,
    }
    return {name: value for name, value in fields.items() if value or name in {"left", "right"}}
