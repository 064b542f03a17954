"""What a setting of a book has found, for the next setting of the same book: where its marks stand, and the heads.

In: the marks of a setting in the order of its pages, as Typst tells them.  Out: the file `found.json`, on which
`book.typ` draws. A mark has names, by which links lead to it, or tells what the head of its page is to say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

FILE = "found.json"
WHOLE = "all"
# What Typst is asked when all is set: each mark with its page and its place there in points. The last mark is the
# end of the book. (A loop, for what a function gave for each mark would be kept.)
QUESTION = """{
  let told = ()
  for one in query(<mark>) {
    let place = one.location().position()
    told.push((one.value, place.page, calc.round(place.x.pt(), digits: 2), calc.round(place.y.pt(), digits: 2)))
  }
  told
}"""
NEAR = 0.05  # points: two settings differ in the last digit of a sum
LONG = 28  # letters of an entry that fit into the head of a page
_CUT = ",;:–- "

Place = tuple[int, float, float]  # a page of the PDF, and the place on it in points from the left and from above


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says: a work, a division of it, and beside them pages or the words of entries."""

    work: str = ""
    running: str = ""
    beside: str = ""
    are_words: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a setting has found; `pages` is how many it has."""

    places: Mapping[str, Place] = field(default_factory=dict)
    heads: Mapping[int, Head] = field(default_factory=dict)
    pages: int = 0

    @classmethod
    def of(cls, told: Sequence[Sequence[Any]]) -> Found:
        """What Typst answers to the question."""
        places: dict[str, Place] = {}
        for names, *place in told:
            if isinstance(names, list):  # what is repeated, as the head of a table is, has its first place
                for name in names:
                    places.setdefault(name, (place[0], place[1], place[2]))
        pages = told[-1][1] if told else 1
        said = ((page, value) for value, page, _, _ in told if isinstance(value, dict))
        return cls(places, _heads(said, pages), pages)

    @classmethod
    def read(cls, written: str) -> Found:
        """What a file says."""
        known = json.loads(written)
        heads = {int(page): Head(*head) for page, head in known["heads"].items()}
        places = {name: (page, x, y) for name, (page, x, y) in known["places"].items()}
        return cls(places, heads, known["pages"])

    def followed_by(self, behind: Found) -> Found:
        """These pages and then others, that were set alone, but on a page of the same side as they will have."""
        before = self.pages - self.pages % 2
        places = {name: (page + before, x, y) for name, (page, x, y) in behind.places.items()}
        heads = {page + before: head for page, head in behind.heads.items()}
        return Found({**places, **self.places}, {**heads, **self.heads}, before + behind.pages)

    def agrees(self, other: Found) -> bool:
        """Whether both have everything in the same place, so that what was set by one is true of the other."""
        return (
            self.heads == other.heads
            and self.places.keys() == other.places.keys()
            and all(_are_near(place, other.places[name]) for name, place in self.places.items())
        )

    def as_file(self, part: str) -> str:
        """The file for the setting of a part; of the whole, a place that it lacks is a fault."""
        heads = {
            str(page): [head.work, head.running, head.beside, head.are_words] for page, head in self.heads.items()
        }
        written = {"places": self.places, "heads": heads, "pages": self.pages, "part": part}
        return json.dumps(written, ensure_ascii=False)


def _are_near(one: Place, other: Place) -> bool:
    return one[0] == other[0] and abs(one[1] - other[1]) < NEAR and abs(one[2] - other[2]) < NEAR


def _heads(said: Iterable[tuple[int, Mapping[str, str]]], pages: int) -> dict[int, Head]:
    """The head of each page that has one: a page on which a division begins has none."""
    by_page = {page: [value for _, value in group] for page, group in groupby(said, lambda one: one[0])}
    work = running = printed = ""
    heads: dict[int, Head] = {}
    is_behind = False
    for page in range(1, pages + 1):
        words: list[str] = []
        before, begins = printed, False
        for value in by_page.get(page, ()):
            match value:
                case {"printed": n}:
                    printed = n
                case {"word": word}:
                    words.append(word)
                case {"work": title}:
                    work, running, begins, is_behind = title, "", True, False
                case {"division": title}:
                    running, begins, is_behind = title, True, False
                case {"part": title}:
                    work, running, begins, is_behind = title, title, True, True
        if not begins and (work or running):
            beside = f"[{_span(before or printed, printed, '–')}]" if printed and not is_behind else ""
            beside = _span(_clipped(words[0]), _clipped(words[-1]), " – ") if is_behind and words else beside
            heads[page] = Head(work, running, beside, is_behind)
    return heads


def _span(first: str, last: str, dash: str) -> str:
    return first if first == last else f"{first}{dash}{last}"


def _clipped(word: str) -> str:
    """An entry's words, as far as they have room, without what stands in parentheses."""
    kept = word.split(" (")[0]
    if len(kept) <= LONG:
        return kept
    cut = kept[: LONG - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(_CUT) + "…"
