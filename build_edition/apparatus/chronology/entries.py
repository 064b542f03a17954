"""The entries of a work's own chronology: their dates, and what they say.

In: a work with its passages.  Out: `DatedEntry`s in the work's order.  A chronology is a list of that type, or
what stands under a heading that says Chronology.  One sets its dates before its entries, another behind; an entry
without a date stands under that of the entry above it.  "1908 3 March: … April: …" is two entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_edition.apparatus.chronology.dates import PHRASE, PrintedDate, parse
from build_edition.apparatus.passage_index import Passage
from build_edition.rules.evidence.lines.title_words import entries_kind
from build_edition.work import Block, Container, ItemList, Work

KINDS = frozenset({"p", "item", "row"})
_LEADING = re.compile(rf"[•·*–—-]?\s*(?P<date>{PHRASE})(?!\w)")
_YEAR = re.compile(r"[•·*–—-]?\s*(?P<date>[12]\d{3})\b(?!\w)")
_TRAILING = re.compile(rf"(?<![\w(])\(?(?P<date>{PHRASE})\)?\W*$")
_CLAUSE = re.compile(rf"(?<=[.;])\s+(?={PHRASE}\s?:)")
_ENDS_SURELY = re.compile(r"(?:[\ds)]|\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z]\w+\.?)$")
_AFTER_A_MONTH = re.compile(r"\s*(?:[:,.;)–—]|$)")
_HAS_YEAR = re.compile(r"[12]\d{3}")
_PARTING = " :,.;–—-"


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """One entry: `text` is what it says without its date, `printed` the date as it stands there.

    `date` is EDTF level 0, and empty where there is none that can be read; `inherited` tells that it, or its year,
    stands with an entry above. `passage` is where it stands ("smith-1960/chronology.4").
    """

    passage: str
    text: str
    printed: str = ""
    date: str = ""
    cert: str = "high"
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A date that was found in an entry: its words, and what is left without them."""

    printed: str
    date: PrintedDate
    rest: str


def dated_entries(work_id: str, work: Work, passages: Sequence[Passage]) -> tuple[DatedEntry, ...]:
    """The entries of all chronologies of a work, in order."""
    found: list[DatedEntry] = []
    for key, listed in _chronologies(work):
        own = [
            passage
            for passage in passages
            if passage.kind in KINDS
            and passage.id
            and (passage.id in listed if listed else passage.section == key)
        ]
        found += _entries(work_id, own)
    return tuple(found)


def _chronologies(work: Work) -> Iterator[tuple[str, frozenset[str]]]:
    """The key of each section that is a chronology, or the passages of each list that is one elsewhere."""
    for section in work.walk():
        if section.heading and section.key and entries_kind(section.heading.title.strip()) == "chronology":
            yield section.key, frozenset()
            continue
        for listed in _lists(section.blocks):
            if listed.type == "chronology":
                yield section.key, frozenset(item.id for item in listed.items)


def _lists(blocks: Sequence[Block]) -> Iterator[ItemList]:
    for block in blocks:
        if isinstance(block, ItemList):
            yield block
        elif isinstance(block, Container):
            yield from _lists(block.blocks)


def _entries(work_id: str, passages: Sequence[Passage]) -> Iterator[DatedEntry]:
    """The entries of one chronology."""
    leading = sum(_leading(passage.text) is not None for passage in passages)
    trailing = sum(_trailing(passage.text) is not None for passage in passages)
    above: PrintedDate | None = None
    for passage in passages:
        ref = f"{work_id}/{passage.id}"
        dated = False  # whether a year stands in this passage
        for clause in _CLAUSE.split(passage.text):
            read = _read(clause, above, behind=trailing > leading)
            dated = dated or bool(read and _HAS_YEAR.search(read.printed))
            yield replace(_entry(ref, clause, read, above), inherited=above is not None and not dated)
            above = read.date if read else above


def _read(clause: str, above: PrintedDate | None, behind: bool) -> _Read | None:
    """The date of an entry in a chronology that sets its dates before its entries, or `behind` them.

    Where they stand before, a date at the end is the entry's only where nothing is above, or it is a month or day
    in brackets: "The rising (Feb.)".
    """
    year = above.year if above else 0
    if behind:
        return _trailing(clause, year) or _leading(clause, year)
    read = _leading(clause, year)
    if read is None and (above is None or re.search(r"\([^()\d]*(?:\d{1,2}\b[^()\d]*)?\)\W*$", clause)):
        read = _trailing(clause, year)
    return read


def _entry(ref: str, clause: str, read: _Read | None, above: PrintedDate | None) -> DatedEntry:
    if read:
        return DatedEntry(ref, read.rest, read.printed, read.date.edtf, read.date.cert)
    date, cert = (above.edtf, above.cert) if above else ("", "low")
    return DatedEntry(ref, clause.strip(), date=date, cert=cert)


def _leading(text: str, year: int = 0) -> _Read | None:
    """The date that a text begins with; a month that may be a word of the text ("May they …") is none."""
    for pattern in (_LEADING, _YEAR):
        match = pattern.match(text)
        if match is None:
            continue
        is_whole = _ENDS_SURELY.search(match["date"]) or _AFTER_A_MONTH.match(text, match.end())
        if not is_whole:
            continue
        date = parse(match["date"], year)
        if date is not None:
            return _Read(match["date"], date, text[match.end() :].lstrip(_PARTING) or text)
    return None


def _trailing(text: str, year: int = 0) -> _Read | None:
    """The date that a text ends with."""
    match = _TRAILING.search(text)
    date = parse(match["date"], year) if match else None
    if match is None or date is None:
        return None
    return _Read(match["date"], date, text[: match.start()].rstrip(_PARTING) or text)
