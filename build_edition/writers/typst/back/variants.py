"""Variant forms in an index: the names under which a reader may look for an entry that is filed elsewhere.

Only forms that the works of this book use are listed, and what an abbreviation stands for. A form that would
stand beside its entry is left out, and of those that would stand together the shortest is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Person
from build_edition.writers.typst.back.filing import filed

_LATIN = re.compile(r"(?:^|[;/])\s*([^;/\u0400-\u052f]+?)\s*(?=$|[;/])")
NEAR = 4  # letters: two headings that begin with so many the same stand close together


def variants(entries: Sequence[Entry], used: Mapping[str, Iterable[str]]) -> list[tuple[str, tuple[Entry, ...]]]:
    """Each variant with the entries that it leads to; `used` are the forms of each entry that the works have."""
    taken = {filed(entry.label)[:2] for entry in entries}
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    written: dict[tuple[str, str], str] = {}
    for entry in entries:
        for heading in _of_entry(entry, used.get(entry.id, ())):
            key = filed(heading)[:2]
            if key in taken or not key[0]:
                continue
            written.setdefault(key, heading)
            found[key].append(entry)
    return [(written[key], tuple(found[key])) for key in sorted(found)]


def _of_entry(entry: Entry, used: Iterable[str]) -> Iterator[str]:
    """The variants of one entry."""
    own = _near(entry.label)
    groups: dict[str, list[str]] = defaultdict(list)
    offered = [*used]
    if isinstance(entry, Term) and entry.expansion:
        offered += filter(None, (part.strip() for part in _LATIN.findall(entry.expansion)))
    for form in offered:
        heading = inverted(form) if isinstance(entry, Person) else form
        near = _near(heading)
        if not own.startswith(near) and not near.startswith(own):
            groups[near].append(heading)
    for forms in groups.values():
        yield min(forms, key=lambda form: (len(form), form))


def _near(heading: str) -> str:
    return filed(heading)[0][:NEAR]


def inverted(name: str) -> str:
    """A person's name as it is filed: "Ann Miller" as "Miller, Ann"."""
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}" if given and "," not in name else name
