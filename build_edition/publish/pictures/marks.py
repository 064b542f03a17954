"""What the timeline shows: each entry of the chronology in its lane, and the works of the edition in theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_edition.apparatus.chronology import TimelineEntry
from build_edition.edition.entries.registers import Event
from build_edition.publish.pictures.scale import years_of
from build_edition.publish.wording import siglum
from build_edition.whole import Whole

# The lanes in the order of the picture, and what each holds.
LANES: Mapping[str, str] = {
    "work": "The works of this edition",
    "war": "Wars and revolutions",
    "congress": "Congresses and conferences",
    "plan": "Plans and reforms",
    "event": "Other events",
    "text": "Texts",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something with a place in time: from which year to which; `anchor` is its place in the list."""

    lane: str
    label: str
    anchor: str
    begins: float
    ends: float
    sure: bool = True
    siglum: str = ""  # of a work of the edition


def lane_of(whole: Whole, one: TimelineEntry) -> str:
    """The lane of an entry: what the register says of its event, or a text where a chronology names one."""
    event = whole.entries.get(one.event)
    if isinstance(event, Event):
        return event.type or "event"
    return "text" if one.titles else "event"


def works_of(one: TimelineEntry) -> tuple[str, ...]:
    """The works that speak of an entry, in the order in which they do."""
    refs = [*(entry.passage for entry in one.entries), *one.passages]
    return tuple(dict.fromkeys(ref.partition("/")[0] for ref in refs))


def label_of(whole: Whole, one: TimelineEntry) -> str:
    """What an entry is called: its event, or the text that it names, else its own words."""
    own = one.event or len(one.titles) != 1
    label = one.text if own else whole.entries[one.titles[0]].shown
    return label[:1].upper() + label[1:]


def entry_marks(whole: Whole, anchored: Iterable[tuple[TimelineEntry, str]]) -> Iterator[Mark]:
    """A mark for every entry that has a date, with its anchor in the list."""
    for one, anchor in anchored:
        if one.date:
            sure = one.cert != "low"
            yield Mark(lane_of(whole, one), label_of(whole, one), anchor, *years_of(one.date), sure)


def work_anchor(work: str) -> str:
    """The anchor of a work of the edition in the list."""
    return f"work-{work}"


def work_marks(whole: Whole) -> Iterator[Mark]:
    """A mark for every work of the edition, at the year in which it was published."""
    entries = [(whole.project.entry(record), record) for record in whole.project.works]
    for entry, record in sorted(entries, key=lambda one: (one[0].date, one[1].order)):
        if entry.year.isdecimal() and len(entry.year) == 4:
            year = float(entry.year)
            short = siglum(entry)
            yield Mark("work", record.title, work_anchor(record.id), year, year, siglum=short)
