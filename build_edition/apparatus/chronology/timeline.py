"""One timeline: the events of the register and the entries of the works' own chronologies, in the order of time.

What is the same event is one entry: where the event's record names the passage, or where a form of the event
stands in an entry of the same date.  The month in which an event began is the same date as its days; the year is
not, for a text of that year may only speak of the event.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from build_edition.apparatus.chronology.entries import DatedEntry
from build_edition.apparatus.mentions import Occurrence
from build_edition.edition.entries.registers import Event


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened. `date` is EDTF level 0, and empty where it is not known.

    `event` is its id in the register (empty where only a chronology has it), `entries` are what the works' own
    chronologies say of it, `titles` the works of the register that these name, and `passages` those that speak of
    it, the chronologies not counted. `inherited` and `cert` tell how its date was read where no event gives it.
    """

    date: str
    text: str
    event: str = ""
    entries: tuple[DatedEntry, ...] = ()
    titles: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    cert: str = "high"
    inherited: bool = False


def timeline(
    entries: Sequence[DatedEntry],
    events: Iterable[Event],
    occurrences: Mapping[str, Sequence[Occurrence]],
    alluding: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[TimelineEntry, ...]:
    """Everything that has a place in time, in order; what has no date comes last.

    Of the events those count that have a date, or that a chronology speaks of. `occurrences` are those of every
    entry of the registers, by its id; `alluding` are the passages which records say mean it without its name.
    """
    maker = _Maker(entries, occurrences, alluding)
    found = [made for event in events if (made := maker.event(event))]
    found += maker.others()
    return tuple(sorted(found, key=lambda one: span_of(one.date) if one.date else _NEVER))


class _Maker:
    """Makes the entries of a timeline; an entry of a chronology goes to one event."""

    def __init__(
        self,
        entries: Sequence[DatedEntry],
        occurrences: Mapping[str, Sequence[Occurrence]],
        alluding: Mapping[str, Sequence[str]],
    ) -> None:
        self.entries = entries
        self.occurrences, self.alluding = occurrences, alluding
        self.clauses = Counter(entry.passage for entry in entries)  # how many entries each passage makes
        self.taken: set[int] = set()
        self.titles: dict[str, list[Occurrence]] = defaultdict(list)  # by passage, where a chronology names one
        for one in (one for those in occurrences.values() for one in those):
            if one.kind == "title" and not one.within and one.place.ref in self.clauses:
                self.titles[one.place.ref].append(one)

    def event(self, event: Event) -> TimelineEntry | None:
        """An event of the register, where it has a place in time."""
        free = (k for k in range(len(self.entries)) if k not in self.taken)
        same = [k for k in free if self._is_same(event, self.entries[k])]
        if event.date is None and not same:
            return None
        self.taken |= set(same)
        own = tuple(self.entries[k] for k in same)
        titles, _ = self._named(own)
        date = event.date or own[0].date
        return TimelineEntry(date, event.shown, event.id, own, titles, self._speaking(event.id))

    def others(self) -> Iterator[TimelineEntry]:
        """What is left of the chronologies."""
        for k, entry in enumerate(self.entries):
            if k not in self.taken:
                titles, passages = self._named((entry,))
                yield TimelineEntry(
                    entry.date, entry.text, "", (entry,), titles, passages, entry.cert, entry.inherited
                )

    def _named(self, own: Sequence[DatedEntry]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The works that entries name, and the passages that speak of these."""
        named = [one.entry for entry in own for one in self.titles[entry.passage] if one.form in entry.text]
        passages = [ref for title in named for ref in self._speaking(title)]
        return tuple(dict.fromkeys(named)), tuple(dict.fromkeys(passages))

    def _speaking(self, name: str) -> tuple[str, ...]:
        """The passages, in reading order, that name an entry of the registers, then those that allude to it."""
        named = [one.place.ref for one in self.occurrences.get(name, ()) if not one.within]
        every = dict.fromkeys([*named, *self.alluding.get(name, ())])
        return tuple(ref for ref in every if ref not in self.clauses)

    def _is_same(self, event: Event, entry: DatedEntry) -> bool:
        """Whether an entry of a chronology is of this event; a record says so of the whole of a passage, or of
        that one of several entries in it whose date agrees.
        """
        if entry.passage in event.chronology:
            return self.clauses[entry.passage] == 1 or not event.date or _overlap(event.date, entry.date)
        found = self.occurrences.get(event.id, ())
        is_named = any(
            one.place.ref == entry.passage and not one.within and one.form in entry.text for one in found
        )
        return is_named and event.date is not None and _is_same_date(event.date, entry.date)


def _is_same_date(event: str, entry: str) -> bool:
    """Whether an entry's date is an event's: the very same, or the month or months in which it began."""
    if event == entry or not entry or len(entry.partition("/")[0]) == len("1921"):
        return event == entry
    begins, ends = span_of(entry)
    return begins <= span_of(event)[0] <= ends


def _overlap(one: str, other: str) -> bool:
    """Whether two dates have a day in common."""
    if not one or not other:
        return True
    (first, last), (begins, ends) = span_of(one), span_of(other)
    return begins <= last and first <= ends


def span_of(date: str) -> tuple[str, str]:
    """The first and the last day of a date of EDTF level 0, as full dates, which sort as text."""
    first, _, last = date.partition("/")
    return _day(first, last=False), _day(last or first, last=True)


def _day(date: str, last: bool) -> str:
    year, month, day = (int(part) for part in f"{date}-0-0".split("-")[:3])
    month = month or (12 if last else 1)
    return f"{year:04}-{month:02}-{day or (monthrange(year, month)[1] if last else 1):02}"


_NEVER = ("9999-12-31", "9999-12-31")
