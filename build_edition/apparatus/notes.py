"""Notes: which call belongs to which note.

A note answers the calls of its number that stand before it in the same division and since the last note of that
number, so notes at the foot of pages, counted anew on each, and notes at the end of a chapter both find theirs.
Where some of those calls stand on its own page, a note at the foot of it answers these alone: a call of the same
number on a page before has lost its own note. A division of nothing but notes (endnotes at the back) is matched
by its own headings, or where it has none by its numbers beginning again, to the divisions that have calls
without notes. A call without a note and a note without a call stay as they are.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace

from build_edition.apparatus.divisions import Division, divisions, slug_of
from build_edition.apparatus.numerals import number_in
from build_edition.tree import flatten, inlines_of, map_inlines, map_run
from build_edition.work import Block, Container, Inline, ItemList, NoteCall, Section, Work

SIGNS = {  # in a key, which is an id
    "*": "-star",
    "†": "-dagger",
    "‡": "-double-dagger",
    "§": "-section",
    "‖": "-parallels",
    "¶": "-paragraph",
}
MOSTLY_NOTES = 0.8  # of the blocks of a division, for it to be the endnotes of others


def numbered_notes(blocks: tuple[Block, ...]) -> list[Container]:
    """The numbered notes among blocks, at any depth, in order."""
    found: list[Container] = []
    for block in blocks:
        if isinstance(block, Container):
            if block.kind == "note" and block.n and not block.type:
                found.append(block)
            found += numbered_notes(block.blocks)
        elif isinstance(block, ItemList):
            found += numbered_notes(tuple(block.items))
    return found


def number_of(n: str) -> str:
    """A note's number without the print's ornament: "¹", "1." and "[1]" are "1"."""
    return unicodedata.normalize("NFKC", n).strip(" .,:;()[]")


def is_counted(note: Container) -> bool:
    """Whether a note is one of a series, by number or letter; an asterisk or dagger only points nearby."""
    return number_of(note.n).isalnum()


def is_endnotes(division: Division) -> bool:
    """Whether a division is made up of numbered notes."""
    blocks = [block for section in division.walk() for block in section.blocks]
    own = sum(1 for b in blocks if isinstance(b, Container) and b.kind == "note" and b.n and not b.type)
    return own > 0 and own >= MOSTLY_NOTES * len(blocks)


@dataclass(slots=True)
class _Links:
    """What was found: the key of each note by its start, the target of each call by its start and number."""

    keys: dict[int, str] = field(default_factory=dict)
    targets: dict[tuple[int, str], str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def key(self, division: str, n: str) -> str:
        name = "".join(SIGNS.get(letter, letter if letter.isalnum() else "-") for letter in n)
        wanted = f"{division}.n{name}" if division else f"n{name}"
        key, count = wanted, 1
        while key in self.taken:
            count += 1
            key = f"{wanted}-{count}"
        self.taken.add(key)
        return key


def link_notes(work: Work) -> Work:
    """The work with the `key` of every numbered note and the `target` of every call that has one."""
    links = _Links()
    waiting: list[tuple[Division, list[NoteCall]]] = []
    endnotes: list[Division] = []
    feet = _Feet.of(work)
    for division in divisions(work):
        if is_endnotes(division) and waiting:
            endnotes.append(division)
            continue
        left = _link_within(division, links, feet)
        if left:
            waiting.append((division, left))
    for division in endnotes:
        _link_endnotes(division, waiting, links)
    return replace(work, sections=tuple(_apply(section, links) for section in work.sections))


@dataclass(frozen=True, slots=True)
class _Feet:
    """Where the pages begin, and the notes at their feet."""

    pages: list[int]
    notes: frozenset[int]

    @classmethod
    def of(cls, work: Work) -> _Feet:
        notes = (mark.start for mark in work.transcript.of_kind("note") if mark.get("place") == "foot")
        return cls([page.at for page in work.pages], frozenset(notes))

    def answered(self, note: int, calls: list[NoteCall]) -> list[NoteCall]:
        """Those of the calls of its number that a note answers."""
        page = bisect_right(self.pages, note)
        own = [call for call in calls if bisect_right(self.pages, call.start) == page]
        return own if own and note in self.notes else calls


def _link_within(division: Division, links: _Links, feet: _Feet) -> list[NoteCall]:
    """Link the notes of one division; gives back the calls that are left."""
    calls, notes = _calls_and_notes(division)
    open_calls: dict[str, list[NoteCall]] = defaultdict(list)
    lost: list[NoteCall] = []
    events: list[NoteCall | Container] = sorted([*calls, *notes], key=lambda event: event.start)
    for event in events:
        n = number_of(event.n)
        if isinstance(event, NoteCall):
            open_calls[n].append(event)
            continue
        key = links.keys[event.start] = links.key(division.key, n)
        waiting = open_calls.pop(n, [])
        own = feet.answered(event.start, waiting)
        for call in own:
            links.targets[call.start, call.n] = key
        lost += [call for call in waiting if call not in own]
    return [*lost, *(call for left in open_calls.values() for call in left)]


def _calls_and_notes(division: Division) -> tuple[list[NoteCall], list[Container]]:
    notes = [note for section in division.walk() for note in numbered_notes(section.blocks)]
    own_numbers = {note.start for note in notes}  # a note may begin with its number, marked as a call
    calls = []
    for section in division.walk():
        blocks: tuple[Block, ...] = section.blocks
        runs = [section.heading.inlines] if section.heading else []
        runs += [run for block in blocks for run in inlines_of(block)]
        calls += [i for run in runs for i in flatten(run) if isinstance(i, NoteCall)]
    return [call for call in calls if call.supplied or call.start not in own_numbers], notes


def _link_endnotes(endnotes: Division, waiting: list[tuple[Division, list[NoteCall]]], links: _Links) -> None:
    """Link a division of notes, group by group, to the divisions whose calls wait."""
    groups = _groups(endnotes)
    named = {id(group): _named_in(group.heading, waiting) for group in groups}
    in_order = len(groups) == len(waiting) and not any(named.values())
    for k, group in enumerate(groups):
        found = waiting[k] if in_order else named[id(group)]
        if found is None and len(waiting) == len(groups) == 1:
            found = waiting[0]
        division, calls = found or (endnotes, [])
        for note in group.notes:
            n = number_of(note.n)
            key = links.keys[note.start] = links.key(division.key, n)
            links.targets.update(((call.start, call.n), key) for call in calls if number_of(call.n) == n)


@dataclass(slots=True)
class _Group:
    """A run of endnotes and the heading above it."""

    heading: str
    notes: list[Container]


def _groups(endnotes: Division) -> list[_Group]:
    sections = [s for s in endnotes.walk() if numbered_notes(s.blocks)]
    if len(sections) > 1:
        return [_Group(f"{s.heading.label} {s.heading.title}" if s.heading else "", numbered_notes(s.blocks))
                for s in sections]  # fmt: skip
    groups: list[_Group] = []
    last = 0
    for note in (n for section in sections for n in numbered_notes(section.blocks)):
        n = number_in(number_of(note.n)) or last + 1
        if n <= last or not groups:
            groups.append(_Group("", []))
        groups[-1].notes.append(note)
        last = n
    return groups


def _named_in(
    heading: str, waiting: list[tuple[Division, list[NoteCall]]]
) -> tuple[Division, list[NoteCall]] | None:
    """The division that a heading over endnotes names by number or by title."""
    slug = slug_of(heading)
    words = heading.split()
    number = number_in(" ".join(words[:2])) or (number_in(words[0]) if words else None)
    for division, calls in waiting:
        if division.title and slug_of(division.title) in slug:
            return division, calls
        if number is not None and division.key == str(number):
            return division, calls
    return None


def _apply(section: Section, links: _Links) -> Section:
    """The section with what was found written into its calls and notes."""

    def call(inline: Inline) -> Inline:
        if isinstance(inline, NoteCall) and (inline.start, inline.n) in links.targets:
            return replace(inline, target=links.targets[inline.start, inline.n])
        return inline

    heading = replace(section.heading, inlines=map_run(section.heading.inlines, call)) if section.heading else None
    blocks = tuple(_keyed(map_inlines(block, call), links) for block in section.blocks)
    below = tuple(_apply(inner, links) for inner in section.sections)
    return replace(section, heading=heading, blocks=blocks, sections=below)


def _keyed(block: Block, links: _Links) -> Block:
    """The block with the key of each numbered note in it."""
    match block:
        case Container():
            is_numbered = block.kind == "note" and block.n and not block.type
            inner = tuple(_keyed(child, links) for child in block.blocks)
            return replace(block, blocks=inner, key=links.keys.get(block.start, "") if is_numbered else "")
        case ItemList():
            items = tuple(
                replace(item, blocks=tuple(_keyed(child, links) for child in item.blocks)) for item in block.items
            )
            return replace(block, items=items)
        case _:
            return block
