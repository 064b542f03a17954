"""Lasting ids: a passage that was published keeps its id, whatever becomes of those before it.

A published id belongs to a place of the source, which never changes.  So the passage that now holds that place
bears the id.  Where one was split, the first part keeps it and the others get it with a letter ("4.12b"); where
two were merged, the passage bears the first id and the second is its alias.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, product

from build_edition.apparatus.fingerprint import digest
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.ledger import Ledger, Published

_LETTERS = "bcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Lasting:
    """The ids that passages bear, by those that counting gives them.

    `aliases` gives the published ids that other passages now hold, by the id of each such passage; `vanished`
    are those whose place is in no passage any more.
    """

    ids: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vanished: tuple[Published, ...] = ()


def lasting_ids(counted: Sequence[Passage], ledger: Ledger, sha256: str) -> Lasting:
    """The lasting ids of passages that were counted anew, in a text whose source has the hash `sha256`.

    In another source than the ledger's, spans mean nothing, and a passage is known by its text alone.
    """
    found = [p for p in counted if p.is_citable and p.kind != "note"]
    entries = [entry for entry in ledger.entries if not _is_note(entry.id)]
    homes = _by_place(found, entries) if sha256 == ledger.sha256 else _by_text(found, entries)
    ids: dict[str, str] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    taken = set(ledger.ids)
    endings: dict[str, Iterator[str]] = defaultdict(_endings)
    prefixes = {_prefix(entry.id) for entry in entries}
    before = ""
    for passage in found:
        held = homes.get(passage.id, [])
        if held:
            name = held[0].id
        elif _prefix(passage.id) not in prefixes:
            name = passage.id  # nothing of this division was published
        else:
            follows = bool(before) and _prefix(before) == _prefix(passage.id)
            name = _beside(before if follows else passage.id, taken, endings)
        ids[passage.id] = before = name
        taken.add(name)
        if len(held) > 1:
            aliases[name] = tuple(entry.id for entry in held[1:])
    kept = {entry.id for held in homes.values() for entry in held}
    return Lasting(ids, aliases, tuple(entry for entry in entries if entry.id not in kept))


def _by_place(found: list[Passage], entries: list[Published]) -> dict[str, list[Published]]:
    """The published ids that each passage holds, that of its own beginning first."""
    found = sorted(found, key=lambda passage: passage.start)
    starts = [passage.start for passage in found]
    homes: dict[str, list[tuple[bool, int, Published]]] = defaultdict(list)
    for order, entry in enumerate(entries):
        k = bisect_right(starts, entry.start) - 1
        if k < 0 or entry.start >= found[k].end:  # its beginning is in no passage; the rest of it may be
            k += 1
            if k == len(found) or found[k].start >= entry.end:
                continue
        homes[found[k].id].append((found[k].start != entry.start, order, entry))
    return {name: [entry for *_, entry in sorted(held, key=lambda h: h[:2])] for name, held in homes.items()}


def _by_text(found: list[Passage], entries: list[Published]) -> dict[str, list[Published]]:
    """The published ids by passages whose text is the same to the letter, each taken once and in order."""
    waiting: dict[str, list[Published]] = defaultdict(list)
    for entry in reversed(entries):
        waiting[entry.digest].append(entry)
    homes = {}
    for passage in found:
        same = waiting[digest(passage.text)]
        if same:
            homes[passage.id] = [same.pop()]
    return homes


def _beside(name: str, taken: set[str], endings: Mapping[str, Iterator[str]]) -> str:
    """An id that is free, made of `name` and a letter; `endings` are those not yet tried, by what they end."""
    base = re.sub(r"(?<=\d)[a-z]+$", "", name)
    return next(base + end for end in endings[base] if base + end not in taken)


def _endings() -> Iterator[str]:
    """B … z, then bb, bc … without end."""
    return ("".join(letters) for size in count(1) for letters in product(_LETTERS, repeat=size))


def _prefix(name: str) -> str:
    return name.rpartition(".")[0]


def _is_note(name: str) -> bool:
    """Whether an id is a note's, which bears the number that is printed: "4.n12"."""
    return name.rpartition(".")[2].startswith("n")
