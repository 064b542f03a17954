"""The glossary and the registers as data: two JSON files, each entry with how often each work names it.

In: a `Whole`.  Out: paths, from the root of a site, and texts.  They hold the editors' words, and none of a source
but the forms that entries list.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.whole import Whole

GLOSSARY = "data/glossary.json"
REGISTERS = "data/registers.json"


def entry_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The glossary, then the registers; nothing of what an edition does not have."""
    terms = [entry for entry in whole.entries.values() if isinstance(entry, Term)]
    others = [entry for entry in whole.entries.values() if not isinstance(entry, Term)]
    for path, entries in ((GLOSSARY, terms), (REGISTERS, others)):
        if entries:
            yield path, as_json({"entries": [_entry(whole, entry) for entry in entries]})


def summary(whole: Whole, entry: Entry) -> dict[str, Any]:
    """What an entry is, and how often each work names it."""
    counts = Counter(one.place.work for one in whole.occurrences[entry.id])
    return {
        "id": entry.id,
        "kind": entry.kind,
        "label": entry.label,
        "count": counts.total(),
        "works": {item.record.id: counts[item.record.id] for item in whole.works if counts[item.record.id]},
    }


def as_json(data: dict[str, Any]) -> str:
    """Data as the site has it: letters as they are, and one field a line."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _entry(whole: Whole, entry: Entry) -> dict[str, Any]:
    """A summary, and all that the record says, under the names that it has in its file."""
    said = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {**summary(whole, entry), **said}
