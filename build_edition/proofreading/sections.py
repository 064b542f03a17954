"""The state of a work as people look at it: section by section, and page by page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_edition.apparatus.divisions import has_chapters
from build_edition.edition.status import State
from build_edition.proofreading.parts import OPENING, Parts
from build_edition.proofreading.standing import Standing, in_words, least


@dataclass(frozen=True, slots=True)
class Row:
    """A section, or what stands before the first of them; `key` is empty where a work has none."""

    key: str
    title: str
    pages: str
    standing: tuple[Standing, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class PageState:
    """A printed page with a number: its least state, and in words what all of it is."""

    n: str
    state: State
    said: str
    section: str
    division: str


def rows_of(parts: Parts, standing: Sequence[Standing]) -> tuple[Row, ...]:
    """The rows of a work: the divisions of a book, the sections of an essay."""
    by_division = has_chapters(parts.work)
    groups: dict[str, list[Standing]] = {}
    for one in standing:
        groups.setdefault(one.stretch.division if by_division else one.stretch.section, []).append(one)
    found = [
        Row(key, _title(parts, key), pages_of(group), tuple(group), 0 if by_division else _depth(parts, key))
        for key, group in groups.items()
        if any(one.stretch.words for one in group)
    ]
    if len(found) == 1 and not found[0].key:
        return (Row("", "the whole", found[0].pages, found[0].standing),)
    return tuple(found)


def _title(parts: Parts, key: str) -> str:
    heading = parts.headings.get(key)
    if heading is None:
        return "before the first heading" if key == OPENING else "front matter"
    return " ".join((heading.title or heading.label).split())


def _depth(parts: Parts, key: str) -> int:
    """How deep a section stands below the highest of its work."""
    levels = [section.level for section in parts.sections.values()]
    return parts.sections[key].level - min(levels) if key in parts.sections else 0


def pages_of(standing: Iterable[Standing]) -> str:
    """The printed pages on which a part stands, as a reader would cite them."""
    numbers = list(dict.fromkeys(one.stretch.page for one in standing if one.stretch.page and one.stretch.words))
    if not numbers:
        return ""
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def states_of_pages(standing: Iterable[Standing]) -> tuple[PageState, ...]:
    """The state of each printed page that has a number and words, in order."""
    groups: dict[str, list[Standing]] = {}
    for one in standing:
        if one.stretch.page and one.stretch.words:
            groups.setdefault(one.stretch.page, []).append(one)
    return tuple(
        PageState(n, least(group), in_words(group), group[0].stretch.section, group[0].stretch.division)
        for n, group in groups.items()
    )
