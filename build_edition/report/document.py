"""A report as a document: sections of items, each of runs of words, which Markdown and a page write in their ways.

What we say ourselves is a `Say`; what stands in a file that anybody may have written is always one of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from build_edition.apparatus.word_changes import word_changes

SAME = 12  # words that both sides have, shown before and behind what differs


@dataclass(frozen=True, slots=True)
class Say:
    """Our own words, without mark-up."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name, an id, a path, a number: a few words."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a file."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A sentence that may hold words of a file."""

    text: str


@dataclass(frozen=True, slots=True)
class Differs:
    """Words before and after, with those that stand about them."""

    before: str
    after: str
    lead: str = ""
    trail: str = ""

    def runs(self) -> Iterator[tuple[str, str]]:
        """What is `same`, `out` and `in`, word by word; of what is the same, no more than shows the place."""
        if self.lead:
            yield "same", f"… {self.lead}"
        runs = word_changes(self.before, self.after)
        for number, run in enumerate(runs):
            words = run.words
            if run.kind == "same" and len(words) > 2 * SAME + 4:
                first = words[:SAME] if number else ()
                last = words[-SAME:] if number + 1 < len(runs) else ()
                yield "same", " ".join([*first, "…", *last])
            else:
                yield run.kind, run.text
        if self.trail:
            yield "same", f"{self.trail} …"


Run = Say | Name | Quote | Prose | Differs
Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to be told: a first line, and more lines below it."""

    head: Line
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading; `level` 2 or 3. `many` is what its items are called where some must be left out."""

    title: Line
    items: tuple[Item, ...] = ()
    lead: tuple[Line, ...] = ()
    level: int = 2
    many: str = "entries"


@dataclass(frozen=True, slots=True)
class Document:
    """A title, what is said first, a table of what there is and how much, and the sections."""

    title: Line
    lead: tuple[Line, ...]
    counts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = field(default=())


def line(*runs: Run | str) -> Line:
    """A line of runs; plain strings are our own words."""
    return tuple(Say(run) if isinstance(run, str) else run for run in runs)


def joined(runs: Iterable[Line], by: str = " · ") -> Line:
    """Several lines as one, with a sign between them."""
    found: list[Run] = []
    for one in runs:
        if one:
            found += [Say(by), *one] if found else one
    return tuple(found)
