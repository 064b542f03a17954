"""Where a PDF's works name, cite or allude to what its back matter lists: marks that Typst finds the pages of.

In: a `Whole` and the works that one PDF holds.  Out: the number of each place under what is named there, and the
same works with an empty span of the kind `PLACE` after the words, whose note is that number. So the index has the
page on which the words stand, and not that on which their paragraph begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_edition.apparatus.linking.places import PassagePlaces, source_offset
from build_edition.apparatus.passage_index import Passage, passages
from build_edition.pipeline import EditionWork
from build_edition.reading import Reading
from build_edition.tree import flatten, map_blocks, map_runs
from build_edition.whole import Whole
from build_edition.work import (
    Block,
    Container,
    Heading,
    Inline,
    ItemList,
    Link,
    NoteCall,
    Section,
    Span,
    Table,
    Text,
    Work,
    plain,
)
from build_edition.writers.markdown import notes_by_key
from build_edition.writers.typst import labels

PLACE = "place"
BIB = "bib"
_FIRST_WORD = re.compile(r"\S+")
_Run = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: its number in reading order, its work and division, and whether it stands in a note."""

    number: int
    work: str
    division: str
    is_note: bool


@dataclass(frozen=True)
class Places:
    """The places of one PDF: by the label of an entry or of a work of the bibliography, in reading order.

    `works` are the works of the PDF with their marks.
    """

    works: tuple[EditionWork, ...] = ()
    spots: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Named:
    """Words by which something is named: they end before `plain(run)[at:]` of a run of the passage at `index`."""

    index: int
    run: int
    at: int
    key: str


def places(whole: Whole, items: Iterable[EditionWork]) -> Places:
    """The places of `items`, works of `whole`.

    Words in a longer form that is another entry's do not count, unless the entry is named in no other way. Words
    that a record says to mean an entry count as its name does.
    """
    works: list[EditionWork] = []
    spots: dict[str, list[Spot]] = defaultdict(list)
    given = tuple(items)
    named = _named(whole, {item.record.id for item in given})
    count = 0
    for item in given:
        if item.work is None:
            works.append(item)
            continue
        own = named.get(item.record.id, [])
        listed = passages(item.work)
        marker = _Marker(item.work, listed)
        calling = _calling(item.work, listed)
        for one in sorted(set(own), key=lambda one: (one.index, one.run, one.at, one.key)):
            passage = listed[one.index]
            division = calling.get(passage.id, passage.division)
            spots[one.key].append(Spot(count, item.record.id, division, passage.kind == "note"))
            marker.put(count, one, passage)
            count += 1
        works.append(replace(item, work=marker.marked()))
    return Places(tuple(works), {key: tuple(found) for key, found in spots.items()})


def _named(whole: Whole, ids: set[str]) -> Mapping[str, list[_Named]]:
    """Everything that is named in the works of `ids`, by work."""
    found: dict[str, list[_Named]] = defaultdict(list)
    ways: dict[tuple[str, int], PassagePlaces] = {}
    for name, entry in whole.entries.items():
        here = [one for one in whole.occurrences.get(name, ()) if one.place.work in ids]
        key = labels.of_entry(entry.kind, name)
        for place in [one.place for one in here if not one.within] or [one.place for one in here]:
            at = (place.work, place.index)
            if at not in ways:
                ways[at] = PassagePlaces(whole.passages[place.work][place.index])
            if in_run := ways[at].in_run(place.end - 1, place.end):
                found[place.work].append(_Named(place.index, in_run[0], in_run[2], key))
    listed = {(entry.kind, name) for name, entry in whole.entries.items()}
    for one in whole.references.references:
        if one.work in ids and (one.kind == BIB or (one.kind, one.target) in listed):
            found[one.work].append(_Named(one.index, one.run, one.end, labels.of_link(one.kind, one.target)))
    return found


def _calling(work: Work, listed: Iterable[Passage]) -> Mapping[str, str]:
    """By the id of a note the division that calls it, at the foot of whose pages it is set."""
    ids = {key: note.id for key, note in notes_by_key(work).items() if note.id}
    found: dict[str, str] = {}
    for passage in listed:
        for inline in (one for run in passage.runs for one in flatten(run)):
            if isinstance(inline, NoteCall) and inline.target in ids:
                found.setdefault(ids[inline.target], passage.division)
    return found


class _Marker:
    """Puts marks into one work.

    Nothing is put into a heading, which the contents and the heads of pages say again, nor where the tree has no
    such run of its own (a label): the mark then follows the first word of what comes next.
    """

    def __init__(self, work: Work, listed: Sequence[Passage]) -> None:
        self.work = work
        headings = {id(run) for section in work.walk() for run in _headings(section)}
        self.free: list[_Run] = []  # the runs that take marks, in reading order
        self.starts: list[tuple[int, int]] = []  # of each the passage and its run
        in_tree = {id(run) for section in work.walk() for block in section.blocks for run in _runs(block)}
        for index, passage in enumerate(listed):
            for k, run in enumerate(passage.runs):
                if id(run) in in_tree and id(run) not in headings and plain(run).strip():
                    self.free.append(run)
                    self.starts.append((index, k))
        self.put_in: dict[int, list[tuple[int, int]]] = defaultdict(list)  # by the run: where, and the number

    def put(self, number: int, one: _Named, passage: Passage) -> None:
        """Put the mark of a number after the words that are named."""
        k = bisect_left(self.starts, (one.index, one.run))
        if k < len(self.free) and self.free[k] is passage.runs[one.run]:
            insort(self.put_in[id(self.free[k])], (one.at, number))
        elif self.free:
            run = self.free[min(k, len(self.free) - 1)]
            word = _FIRST_WORD.search(plain(run))
            insort(self.put_in[id(run)], (word.end() if word else 0, number))

    def marked(self) -> Work:
        """The work with its marks."""
        reading = self.work.transcript.reading

        def change(run: _Run) -> _Run:
            found = self.put_in.get(id(run))
            return tuple(_with_marks(run, found, 0, reading)) if found else run

        sections = tuple(map_blocks(one, lambda block: map_runs(block, change)) for one in self.work.sections)
        return replace(self.work, sections=sections)


def _with_marks(run: _Run, marks: Sequence[tuple[int, int]], here: int, reading: Reading) -> Iterator[Inline]:
    """The inlines of a run that begins at `here`, with a mark after so many characters each."""
    for inline in run:
        size = len(plain((inline,)))
        own = [(at, number) for at, number in marks if here < at <= here + size]
        if not own:
            yield inline
        elif isinstance(inline, Text):
            yield from _parted(inline, [(at - here, number) for at, number in own], reading)
        elif isinstance(inline, Span | Link):
            yield replace(inline, inlines=tuple(_with_marks(inline.inlines, own, here, reading)))
        here += size


def _parted(text: Text, marks: Iterable[tuple[int, int]], reading: Reading) -> Iterator[Inline]:
    done, begins = 0, text.start
    for at, number in marks:
        ends = text.end if at == len(text.text) else source_offset(text, at, reading)
        if at > done:
            yield Text(text.text[done:at], begins, ends)
        yield Span(PLACE, (), ends, ends, note=str(number))
        done, begins = at, ends
    if done < len(text.text):
        yield Text(text.text[done:], begins, text.end)


def _headings(section: Section) -> Iterator[_Run]:
    if section.heading:
        yield section.heading.inlines
    for block in section.blocks:
        yield from _headings_in(block)


def _headings_in(block: Block) -> Iterator[_Run]:
    match block:
        case Heading():
            yield block.inlines
        case Container():
            for child in block.blocks:
                yield from _headings_in(child)
        case ItemList():
            for item in block.items:
                yield from _headings_in(item)
        case Table(heading=Heading() as heading):
            yield heading.inlines


def _runs(block: Block) -> Iterator[_Run]:
    """The runs of inlines that the tree itself holds."""
    match block:
        case Container():
            for child in block.blocks:
                yield from _runs(child)
        case ItemList():
            for item in block.items:
                yield from _runs(item)
        case Table():
            yield from (cell.inlines for row in block.rows for cell in row.cells)
        case _ if not isinstance(block, Heading) and hasattr(block, "inlines"):
            yield block.inlines
