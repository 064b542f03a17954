"""Displayed quotations: blocks set narrower, in smaller type, farther in, or apart, that the text leads into.

Looks for what `displays.set_apart` finds where an edge, blank lines or a clear width tell displays from the text,
and for what `displays.unspaced`, `displays.narrow` and `displays.quoted` find where none of these does; and for
verse, which its own lines show (`displays.verse`). What stands so between a chapter's title and its first line is
an `epigraph` as well. A colon may also lead into a block that is all in quotation marks, or into words that
introduce a list: both are quotations of low certainty. One whose lines all ended by will (verse, a dialogue) has
`rend="lines"`, and each line of it is a `p`, as is each line of verse within another.
Leaves alone: other full lines, whatever leads into them; index entries; a quotation within a sentence.

    As the miller once said,
                                           → quote, from "no wheel" to the note number
    no wheel turns for him who only
    looks at the water.12
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.displays.in_small_type import in_small_type
from build_edition.rules.evidence.displays.narrow import Judge, Place, keeps_lines, usual_inset
from build_edition.rules.evidence.displays.quoted import is_dialogue, quoted
from build_edition.rules.evidence.displays.set_apart import set_apart
from build_edition.rules.evidence.displays.sights import DISPLAYS, Sight, sights_of
from build_edition.rules.evidence.displays.unspaced import unspaced
from build_edition.rules.evidence.displays.verse import verses, with_verse
from build_edition.rules.evidence.layout.blocks import blocks, parted
from build_edition.rules.evidence.layout.measure import Measure, measure_of, note_at_end
from build_edition.rules.evidence.layout.set_off import set_off
from build_edition.rules.evidence.lines.title_words import is_listing, is_notes
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line
from build_edition.transcript import Mark, Value

_NEAR = 4  # lines between a lead-in and its list
_TITLE = 2  # lines of a title that are not known as its


def apply(draft: Draft) -> None:
    """Mark every displayed quotation."""
    if draft.layout != "book":
        return
    measure = measure_of(draft.source)
    if not measure.full:
        return
    if marked := _marked(draft):
        _mark_displays(draft, marked, measure)
        return
    sights = sights_of(draft, measure)
    geometry = draft.source.geometry
    runs = verses(sights, measure)
    displays = in_small_type(sights, measure, geometry) if geometry else None
    if displays is None:
        displays = set_apart(sights, measure, runs)
        in_marks = unspaced(sights, measure)
        if len(in_marks) > len(displays or ()):
            displays = in_marks  # a width that hardly tells them shows the fewer
    verse = {sights[i].line.number for run in runs for i in run}
    found = with_verse(sights, displays or [], runs)
    _mark_displays(draft, [[[sights[i].line for i in part] for part in parts] for parts in found], measure, verse)
    if displays is None:
        _mark_narrow(draft, [sight for sight in sights if sight.line.number not in verse], measure)


def _marked(draft: Draft) -> list[list[list[Line]]]:
    """The displays that mark-up sets off; what stands between two paragraphs parts them."""
    taken = draft.lines_of("fw", "head", "note", "list", "table", "figure", "floatingText", "milestone")
    displays: list[list[list[Line]]] = []
    before: Line | None = None
    for part in set_off(draft):
        held = any(line.number in taken for line in part)
        if held:
            before = None
            continue
        if before is None or any(draft.has_ink(line) for line in draft.lines[before.number : part[0].number - 1]):
            displays.append([])
        displays[-1].append(part)
        before = part[-1]
    return displays


def _mark_displays(
    draft: Draft,
    displays: Sequence[Sequence[Sequence[Line]]],
    measure: Measure,
    verse: Set[int] = frozenset(),
) -> None:
    """Mark the displays that left edges, widths or verse show, each given as the lines of its paragraphs."""
    listings = _Listings(draft)
    noted = draft.lines_of("note")
    for parts in displays:
        lines = [line for part in parts for line in part]
        if not verse.isdisjoint(line.number for line in lines) or not (
            listings.holds(lines[0]) or listings.ends_title(lines) or all(is_capitals(line.ink) for line in lines)
        ):
            kept = all(line.number in verse for line in lines) or keeps_lines(lines, measure, 1.0)
            _mark(draft, parts, noted, kept=kept, epigraph=listings.under_chapter(lines[0]), verse=verse)


def _mark_narrow(draft: Draft, sights: Sequence[Sight], measure: Measure) -> None:
    """Mark the displays of a text that shows neither."""
    places = _places(draft)
    noted = draft.lines_of("note")
    dialogue = is_dialogue(sights)
    judge = Judge(measure, usual_inset(places, measure), dialogue)
    lists = {draft.source.line_number(mark.start): mark for mark in draft.marks("list")}
    whole = {
        sights[parts[0][0]].line.number: ([[sights[i].line for i in part] for part in parts], sure)
        for parts, sure in quoted(sights, measure)
        if sure or not dialogue
    }
    index = 0
    in_series = False
    while index < len(places):
        parts, sure = whole.get(places[index].block.first.number, ([], False))
        end = index if sure else judge.quotation(places, index, in_series=in_series)
        in_series = end > index or bool(parts)
        if end > index:
            lines = [line for place in places[index:end] for line in place.block.lines]
            kept = judge.keeps_lines(lines)
            _mark(draft, [lines], noted, kept=kept, epigraph=places[index].under_chapter)
        elif parts:
            _mark(draft, parts, noted, cert=None if sure else "low")
            while end < len(places) and places[end].block.first.number <= parts[-1][-1].number:
                end += 1
        elif listed := _list_within(draft, places[index], lists):
            draft.mark("quote", places[index].block.first.ink_start, listed.end, cert="low")
            in_series = True
        index = max(end, index + 1)


def _mark(
    draft: Draft,
    parts: Sequence[Sequence[Line]],
    noted: set[int],
    *,
    kept: bool = False,
    epigraph: bool = False,
    cert: str | None = None,
    verse: Set[int] = frozenset(),
) -> None:
    """Mark one quotation, given as the lines of its paragraphs, and each of these, or each line that is kept."""
    first, last = parts[0][0], parts[-1][-1]
    rend = "lines" if kept else None
    if epigraph:
        draft.mark_lines("epigraph", first, last, rend=rend)
    draft.mark_lines("quote", first, last, rend=rend, cert=cert)
    if kept:
        for line in (line for part in parts for line in part):
            draft.mark_lines("p", line, line, continues=True if line is not first else None)
    elif len(parts) > 1 or not noted.isdisjoint(range(first.number, last.number)):
        for part in parts:  # also where a note at the foot of a page parts the text
            goes_on = part[0].number in verse and part is not parts[0] and part[0].number - 1 in verse
            draft.mark_lines("p", part[0], part[-1], continues=True if goes_on else None)


def _list_within(draft: Draft, place: Place, lists: Mapping[int, Mark]) -> Mark | None:
    """The list that a quotation introduces: both have a lead-in with a colon, and a note number ends the list."""
    if place.before is None or not place.before.last.ink.endswith(":") or not place.block.last.ink.endswith(":"):
        return None
    after = range(place.block.last.number + 1, place.block.last.number + _NEAR)
    listed = next((lists[number] for number in after if number in lists), None)
    return listed if listed and note_at_end(draft.text[listed.start : listed.end]) else None


class _Listings:
    """What the heading above a line makes of it; to be asked of lines in order."""

    def __init__(self, draft: Draft) -> None:
        self._chapters: dict[int, Value] = {}
        self._divisions: list[tuple[int, bool]] = [(0, False)]
        self._at = 0
        for head in draft.marks("head"):
            self._chapters[draft.source.line_number(head.end - 1)] = head.get("level")
            self._divisions.append((head.start, _holds_none(draft.text[head.start : head.end])))

    def holds(self, line: Line) -> bool:
        """Whether the line stands in an index or the like, all short lines."""
        divisions = self._divisions
        while self._at + 1 < len(divisions) and divisions[self._at + 1][0] < line.start:
            self._at += 1
        return divisions[self._at][1]

    def ends_title(self, lines: Sequence[Line]) -> bool:
        """Whether a line or two stand tight below the lines of a heading, so that they are its last."""
        return len(lines) <= _TITLE and lines[0].number - 1 in self._chapters

    def under_chapter(self, line: Line) -> bool:
        """Whether the line stands at once below the title of a part or chapter."""
        above = next((n for n in range(line.number - 1, line.number - 5, -1) if n in self._chapters), 0)
        return self._chapters.get(above) in (1, 2)


def _holds_none(title: str) -> bool:
    """Whether what stands under a heading is all entries: an index or the like, or notes."""
    return is_listing(title) or is_notes(title)


def _places(draft: Draft) -> list[Place]:
    """The blocks that nothing else has claimed, each with its neighbours."""
    kinds = (*DISPLAYS, "quote")
    pieces = blocks(draft, "fw", "note", *kinds)
    apart = parted(draft, (block.first.start for block in pieces), kinds)
    listings = _Listings(draft)
    places = []
    for i, block in enumerate(pieces):
        before = pieces[i - 1] if i and not apart[i] else None
        after = pieces[i + 1] if i + 1 < len(pieces) and not apart[i + 1] else None
        under_chapter = listings.under_chapter(block.first)
        places.append(Place(block, before, after, under_chapter, listings.holds(block.first)))
    return places
