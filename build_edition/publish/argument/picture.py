"""The map of the argument: a line for each author, a dot for each work in its year, arrows from one to another.

An arrow is as thick as it has references.  One that ends at a dot leads to that work; one that ends on a line, at
the year in which it was written, leads to its author.  For a narrow page the same picture goes down it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.publish.argument.argument import Argument, arc_anchor
from build_edition.publish.pictures.drawing import line, number, titled, words
from build_edition.publish.pictures.lettering import shortened, width_of
from build_edition.writers.escaping import attribute

MOST_ACROSS, MOST_DOWN = 12, 5  # authors that there is room for
SIZE, ASIDE, HEAD = 13.0, 26.0, 8.0
Point = tuple[float, float]
Arc = tuple[str, str, str]  # as `Argument.arcs` has them


@dataclass(frozen=True, slots=True)
class Frame:
    """How the picture lies: time along, authors across."""

    down: bool
    start: float  # of the time
    length: float
    first: float  # of the authors
    step: float

    def along(self, share: float) -> float:
        return self.start + share * self.length

    def across(self, row: int) -> float:
        return self.first + row * self.step

    def xy(self, along: float, across: float) -> tuple[float, float]:
        return (across, along) if self.down else (along, across)


class _Map:
    def __init__(self, argument: Argument, frame: Frame, page: str) -> None:
        self.argument, self.frame, self.page = argument, frame, page
        years = [int(entry.year) for entry in argument.works.values()]
        self.first, self.span = min(years), max(max(years) - min(years), 1)
        self.rows = {author: k for k, author in enumerate(argument.authors)}
        self.room = self._placed()

    def _placed(self) -> dict[str, float]:
        """Where along the time each work is: at its year, but far enough from the one before for its arrows."""
        found: dict[str, float] = {}
        at = -1e9
        for work, entry in self.argument.works.items():
            wanted = self.frame.along((int(entry.year) - self.first) / self.span)
            at = max(wanted, at + (ASIDE if self.frame.down else 0))
            found[work] = at
        return found

    def dot(self, work: str) -> tuple[float, float]:
        return self.room[work], self.frame.across(self.rows[self.argument.author_of(work)])

    def drawn(self) -> Iterator[str]:
        for author, row in self.rows.items():
            yield from self.life(author, row)
        for k, key in enumerate(self.argument.arcs):
            before = sum(other[0] == key[0] for other in list(self.argument.arcs)[:k])
            yield self.arrow(key, before)
        for work in self.argument.works:
            yield from self.work(work)

    def life(self, author: str, row: int) -> Iterator[str]:
        """The line of an author, from the first work on, with the name before it."""
        frame, across = self.frame, self.frame.across(row)
        own = [at for work, at in self.room.items() if self.argument.author_of(work) == author]
        end = max(frame.along(1.0) + 3 * ASIDE, *self.room.values())
        yield line("life", *frame.xy(min(own), across), *frame.xy(end, across))
        name = author.partition(",")[0]
        if frame.down:
            yield words("name", across, 14, shortened(name, frame.step - 6, SIZE), "middle")
        else:
            yield words("name", 0, across + 4, shortened(name, frame.start - 16, SIZE))

    def work(self, work: str) -> Iterator[str]:
        """The dot of a work, with year and title; those stand on the side from which no arrow starts."""
        entry, (along, across) = self.argument.works[work], self.dot(work)
        x, y = self.frame.xy(along, across)
        yield f'<circle class="dot" cx="{number(x)}" cy="{number(y)}" r="4.5"/>'
        if self.frame.down:
            yield words("year", x + 7, y - 7, entry.year)
            return
        starts = any(key[0] == work for key in self.argument.arcs)
        after = [self.room[other] for other in self.beside(work) if self.room[other] > along]
        title = shortened(entry.title, min(after) - along - 10 if after else 250.0, SIZE)
        start = min(x - 4, self.frame.along(1.0) + 4 * ASIDE - width_of(title, SIZE))
        yield words("title", start, y + 20 if starts else y - 11, title)
        yield words("year", start, y + 36 if starts else y - 27, entry.year)

    def beside(self, work: str) -> Iterator[str]:
        """The works by the same author, this one among them."""
        author = self.argument.author_of(work)
        return (other for other in self.argument.works if self.argument.author_of(other) == author)

    def arrow(self, key: Arc, before: int) -> str:
        """An arrow as a link to its list; those that start from one work stand beside each other."""
        work, author, to = key
        along, across = self.dot(work)
        goal = self.frame.across(self.rows[author])
        aside = along + before * ASIDE
        if not to:
            away = 1 if goal > across else -1
            middle = (aside, (across + goal) / 2)
            ends = [(along, across), (aside, across), (aside, across + away * 22), (aside, goal - away)]
            return self.link(key, "QL", ends, middle, away)
        there = self.dot(to)[0]
        if goal == across:  # another work by the same author: a bow under the line
            low = across + 40
            bow = [(along, across + 6), (along, low), (there, low), (there, across + 7)]
            return self.link(key, "C", bow, ((along + there) / 2, across + 31), -1)
        away = 1 if goal > across else -1
        half = (across + goal) / 2
        curve = [(along, across), (aside, half), (there, half), (there, goal - away * 7)]
        return self.link(key, "C", curve, _halfway(curve), away)

    def link(self, key: Arc, shape: str, ends: list[Point], middle: Point, away: int) -> str:
        """The drawn arrow: its line, its point, and on a seat of its own the number."""
        said, count = arc_words(self.argument, key), len(self.argument.arcs[key])
        start, one, two, end = (_pair(self.frame.xy(*point)) for point in ends)
        path = f"M{start} C{one} {two} {end}" if shape == "C" else f"M{start} Q{one} {two} L{end}"
        along, stop = ends[-1]
        wings = [(along + side, stop - away * HEAD) for side in (-4.0, 4.0)]
        tip = " L".join(_pair(self.frame.xy(*point)) for point in [(along, stop), *wings])
        x, y = self.frame.xy(*middle)
        place = f"{self.page}#{arc_anchor(*key)}"
        kind = "arc to-work" if key[2] else "arc to-author"
        return (
            f'<a class="{kind}" href="{attribute(place)}" data-count="{count}" aria-label="{attribute(said)}">'
            f'{titled(said)}<path class="stem" d="{path}" stroke-width="{number(min(0.9 + 0.35 * count, 5.0))}"/>'
            f'<path class="tip" d="M{tip}Z"/><circle class="seat" cx="{number(x)}" cy="{number(y)}" r="12"/>'
            f"{words('count', x, y + 4.5, str(count), 'middle')}</a>"
        )


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _halfway(curve: list[Point]) -> Point:
    """The point in the middle of a cubic curve."""
    weights = (1, 3, 3, 1)
    sums = [sum(w * point[k] for w, point in zip(weights, curve, strict=True)) / 8 for k in (0, 1)]
    return sums[0], sums[1]


def arc_words(argument: Argument, key: Arc) -> str:
    """What an arrow says: "Hansen 1958 on Deutscher 1956: 1 reference"."""
    count = len(argument.arcs[key])
    return f"{arc_title(argument, key)}: {count} reference{'s' if count > 1 else ''}"


def arc_title(argument: Argument, key: Arc) -> str:
    work, author, to = key
    whom = short_name(argument, to) if to else " ".join(reversed([part.strip() for part in author.split(",", 1)]))
    return f"{short_name(argument, work)} on {whom}"


def short_name(argument: Argument, work: str) -> str:
    """A work by its author and year."""
    return f"{argument.author_of(work).partition(',')[0]} {argument.works[work].year}"


def argument_picture(argument: Argument, page: str = "") -> str:
    """The map for wide pages and for narrow ones; nothing where no work speaks of another.

    `page` is the way to the page of the lists, empty on that page itself.
    """
    count = len(argument.authors)
    if not argument.arcs or count < 2:
        return ""
    parts = []
    if count <= MOST_ACROSS:
        frame = Frame(False, 110, 640, 44, 88)
        parts.append(_svg("ed-across", _Map(argument, frame, page), 870, frame.across(count - 1) + 48))
    if count <= MOST_DOWN:
        frame = Frame(True, 54, 330, 36, min(264 / (count - 1), 100))
        own = _Map(argument, frame, page)
        parts.append(_svg("ed-down", own, 350, max(own.room.values()) + 4 * ASIDE))
    if not parts:
        return ""
    alone = " ed-alone" if len(parts) == 1 else ""
    return (
        f'<figure class="ed-argument added{alone}" aria-label="Map of the argument">\n'
        + "\n".join(parts)
        + "\n</figure>"
    )


def _svg(kind: str, drawn: _Map, width: float, height: float) -> str:
    box = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    name = "Works by year, with an arrow for what one says of another"
    return f'<svg class="{kind}" {box} role="group" aria-label="{name}">{"".join(drawn.drawn())}</svg>'
