"""Occurrences: where each entry is named, in all works, and whose a form is that several entries share.

A shared form is nobody's until a decision says whose it is: every place of it that none decides is `Undecided`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.linking.places import PassagePlaces
from build_edition.apparatus.mentions.deciding import Decider
from build_edition.apparatus.mentions.matcher import Hit, Matcher
from build_edition.apparatus.mentions.overlaps import covered, without_own_parts
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.entries.decisions import Decision
from build_edition.edition.entries.entry import Entry, Kind
from build_edition.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: `text[start:end]` of the passage at `index` in the list of its work's passages.

    `passage`, `division` and `section` are the ids of that passage and of what holds it (empty for a byline, and
    in an essay); `line` is the line of the source on which the words begin, `page` the printed page ("" where
    none is known). `in_heading` tells that the passage is a heading.
    """

    work: str
    index: int
    passage: str
    division: str
    section: str
    start: int
    end: int
    line: int
    page: str
    in_heading: bool

    @property
    def ref(self) -> str:
        """The place as it is cited, or as near as can be: "smith-1960/4.12"."""
        return "/".join(part for part in (self.work, self.passage or self.section) if part)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where an entry is named.

    `form` is what the text has, `listed` the form of the record that it answers to. `within` is the id of the
    entry whose longer form these words are a part of; empty where they stand for themselves.
    """

    entry: str
    kind: Kind
    form: str
    listed: str
    place: Place
    within: str = ""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A place whose words could be several entries'; `nth` counts the same words on the line of the source."""

    form: str
    entries: tuple[str, ...]
    place: Place
    nth: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that was found: `occurrences` by entry and `undecided`, each in reading order, work after work.

    `applied` are the decisions that decided something.
    """

    occurrences: Mapping[str, tuple[Occurrence, ...]] = field(default_factory=dict)
    undecided: tuple[Undecided, ...] = ()
    applied: frozenset[Decision] = frozenset()


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the entries in one work after another."""

    entries: Mapping[str, Entry]
    matcher: Matcher
    decider: Decider

    @classmethod
    def of(cls, entries: Mapping[str, Entry], decisions: Sequence[Decision]) -> Finder:
        return cls(entries, Matcher(entries.values()), Decider(decisions))

    def in_work(self, work_id: str, text: WorkToRead) -> Iterator[Occurrence | Undecided]:
        """What a work names, in reading order.

        Lines of the source that decisions give are heeded only where it is the pinned one.
        """
        lines: Counter[tuple[str, int]] = Counter()
        for index, passage in enumerate(text.passages):
            hits = without_own_parts(self.matcher.find(passage.text))
            if hits:
                places = _places(work_id, text.work, index, passage, hits)
                yield from self._whose(passage, hits, places, lines, text.pinned)

    def _whose(
        self,
        passage: Passage,
        hits: Sequence[Hit],
        places: Sequence[Place],
        lines: Counter[tuple[str, int]],
        pinned: bool,
    ) -> Iterator[Occurrence | Undecided]:
        """What the hits in a passage are; `lines` counts the forms on each line so far."""
        owned: list[tuple[Hit, Place, int]] = []
        for hit, place in zip(hits, places, strict=True):
            words = passage.text[hit.start : hit.end]
            lines[words.casefold(), place.line] += 1
            nth = lines[words.casefold(), place.line]
            where = (place.work, place.line if pinned else 0, nth)
            owner = self.decider.owner(words, hit.forms, where)
            if owner is None:
                owned.append((hit, place, nth))
            elif owner:
                owned.append((replace(hit, forms={owner: hit.forms[owner]}), place, nth))
        for (hit, place, nth), within in zip(owned, covered([hit for hit, _, _ in owned]), strict=True):
            words = passage.text[hit.start : hit.end]
            if len(hit.forms) > 1:
                yield Undecided(words, tuple(sorted(hit.forms)), place, nth)
                continue
            ((entry, listed),) = hit.forms.items()
            yield Occurrence(entry, self.entries[entry].kind, words, listed, place, within)


def _places(work_id: str, work: Work, index: int, passage: Passage, hits: Sequence[Hit]) -> list[Place]:
    way = PassagePlaces(passage)
    transcript = work.transcript
    found = []
    for hit in hits:
        at = way.in_source(hit.start, transcript.reading)
        page = work.page_at(at)
        found.append(
            Place(
                work_id,
                index,
                passage.id,
                passage.division,
                passage.section,
                hit.start,
                hit.end,
                transcript.source.line_number(at),
                (page.n or "") if page else "",
                passage.kind == "head",
            )
        )
    return found
