"""The text of a work in a book: its sheets, their lines in the contents, the printed pages that begin on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.apparatus.divisions import Division, divisions
from build_edition.downloads.book.links import BookLinks
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import division_path, url_of
from build_edition.publish.pages.decisions import Decisions
from build_edition.publish.wording import division_title
from build_edition.work import Section
from build_edition.writers.epub.book import Entry, Sheet
from build_edition.writers.epub.division import WorkWriter

APPARATUS = "edition.apparatus.xhtml"  # with a full stop, which no key of a division has

NO_NUMBER = "without a number"  # what the list of pages calls one whose number is not known


@dataclass(frozen=True, slots=True)
class Placed:
    """A division, the path of its sheet in the book, and its address on the site."""

    division: Division
    path: str
    address: str
    title: str

    @property
    def name(self) -> str:
        """The name of its sheet, in the folder of the work."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Text:
    """A work as sheets, with its lines in the contents, and its pages with the address of each."""

    sheets: tuple[Sheet, ...]
    contents: tuple[Entry, ...]
    pages: tuple[tuple[str, str], ...]


def folder_of(item: EditionWork) -> str:
    """The folder of a work in a book."""
    return f"works/{item.record.id}"


def placed(item: EditionWork) -> tuple[Placed, ...]:
    """The divisions of a work that is here, in order."""
    if item.work is None:
        return ()
    return tuple(
        Placed(
            division,
            f"{folder_of(item)}/{division.key or 'text'}.xhtml",
            url_of(division_path(item.record.id, division)),
            division_title(division) if division.key else item.entry.title,
        )
        for division in divisions(item.work)
    )


def text_of(item: EditionWork, links: BookLinks, decisions: Decisions) -> Text:
    """The text of a work that is here."""
    assert item.work is not None
    places = placed(item)
    told = {shown: f"{APPARATUS}#{name}" for shown, name in decisions.shown.items()}
    writer = WorkWriter(item.work, tuple(place.name for place in places), told)
    sheets, pages = [], []
    for place in places:
        made = writer.write(place.name, place.title, links.on(place.path))
        sheets.append(Sheet(place.path, place.title, made.xhtml))
        pages += [(spot.n or NO_NUMBER, f"{place.path}#{spot.anchor}") for spot in made.pages]
    return Text(tuple(sheets), tuple(_contents(places)), tuple(pages))


def _contents(places: tuple[Placed, ...]) -> Iterator[Entry]:
    """A line for each division, the chapters of a part below the part's."""
    for place in places:
        division = place.division
        if division.part and not division.is_part:
            continue
        below = tuple(_sections(division, place.path))
        if division.is_part:
            below += tuple(
                Entry(other.title, other.path, tuple(_sections(other.division, other.path)))
                for other in places
                if other.division.part == division.key and not other.division.is_part
            )
        yield Entry(place.title, place.path, below)


def _sections(division: Division, path: str) -> Iterator[Entry]:
    """The lines of what has a heading in a division, but for its own title."""
    for k, section in enumerate(division.sections):
        if k == division.titled:
            for below in section.sections:
                yield from _section(below, path)
        else:
            yield from _section(section, path)


def _section(section: Section, path: str) -> Iterator[Entry]:
    below = tuple(entry for inner in section.sections for entry in _section(inner, path))
    heading = section.heading
    title = " ".join(f"{heading.label} {heading.title}".split()) if heading else ""
    if title and section.key:
        yield Entry(title, f"{path}#{section.key}", below)
    else:
        yield from below
