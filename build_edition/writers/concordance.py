"""The concordance as data: a JSON file for each entry, and an index of all, so that a page loads what it shows.

In: a `Whole`.  Out: paths, from the root of a site, and texts.  The lines quote the sources: they are for the
built site alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_edition.apparatus.concordance import ConcordanceLine, concordance
from build_edition.whole import Whole

FOLDER = "data/concordance"


def concordance_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The index, then the lines of every entry; nothing for an edition without glossary and registers."""
    if not whole.entries:
        return
    yield f"{FOLDER}/index.json", _json({"entries": [_summary(whole, entry) for entry in whole.entries]})
    for entry in whole.entries:
        lines = concordance(whole.occurrences[entry], whole.passages)
        yield (
            f"{FOLDER}/{entry}.json",
            _json({**_summary(whole, entry), "lines": [line_data(one) for one in lines]}),
        )


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
    }
    return {name: value for name, value in fields.items() if value or name in {"left", "right"}}


def _summary(whole: Whole, entry_id: str) -> dict[str, Any]:
    """What an entry is, and how often each work names it."""
    entry = whole.entries[entry_id]
    counts = Counter(one.place.work for one in whole.occurrences[entry_id])
    return {
        "id": entry.id,
        "kind": entry.kind,
        "label": entry.label,
        "count": counts.total(),
        "works": {item.record.id: counts[item.record.id] for item in whole.works if counts[item.record.id]},
    }


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
