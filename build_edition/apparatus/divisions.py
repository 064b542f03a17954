"""Divisions: the chapters and other main pieces of a work, and the keys that name every section.

A book divides at its parts and chapters (headings of levels 1 and 2); an essay, whose headings say of none that
it is a chapter, is one division, and its key is empty.  A chapter's key is its number ("4"), a part's is
"part-2", any other's the slug of its title ("preface"), and a section below a division is "4.its-title".  Keys
are unique in the work and stand in addresses and citations.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_edition.apparatus.numerals import number_in
from build_edition.work import Heading, Section, Work

CHAPTER = 2  # the deepest level of heading that begins a division
LONGEST_ESSAY = 150_000  # characters: what is longer divides at its main headings, however they are called
OPENING = 300  # characters that may stand before a title
SLUG_LENGTH = 50
_NAMED = re.compile(r"\s*(?:chapter|part|book|lecture|letter)\b", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"([0-9]{1,2}|[IVXLC]{1,6})[.:)]?\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class Division:
    """A main piece of a work: `sections` are its own, without those of the divisions within it.

    `part` is the key of the part that it stands in, `is_part` whether it is a part's own opening matter.
    """

    key: str
    sections: tuple[Section, ...]
    part: str = ""
    is_part: bool = False

    @property
    def titled(self) -> int | None:
        """Which of its sections bears the heading over the whole of it: the first, or the second after a few
        words (a byline); none where its first heading is one of several of equal rank.
        """
        for k, section in enumerate(self.sections[:2]):
            if section.heading:
                later = self.sections[k + 1 :]
                return None if any(other.level <= section.level for other in later) else k
            if section.end - section.start > OPENING:
                return None
        return None

    @property
    def heading(self) -> Heading | None:
        return None if self.titled is None else self.sections[self.titled].heading

    @property
    def label(self) -> str:
        return self.heading.label if self.heading else ""

    @property
    def title(self) -> str:
        return " ".join(self.heading.title.split()) if self.heading else ""

    @property
    def start(self) -> int:
        return self.sections[0].start

    @property
    def end(self) -> int:
        return max(below.end for section in self.sections for below in section.walk())

    def walk(self) -> Iterator[Section]:
        """All its sections, in order."""
        for section in self.sections:
            yield from section.walk()


def divisions(work: Work) -> tuple[Division, ...]:
    """The divisions of a work that has its keys, in order."""
    if not has_chapters(work):
        return (Division("", work.sections or (Section(None, (), (), 0, 0),)),)
    found: list[Division] = []
    for section in work.sections:
        if (section.level <= CHAPTER and section.heading) or not found:
            found += _split(section)
        else:  # front matter with headings of its own before any chapter
            found[-1] = replace(found[-1], sections=(*found[-1].sections, section))
    return _without_back_matter_in_parts(found)


def _without_back_matter_in_parts(found: list[Division]) -> tuple[Division, ...]:
    """Unnumbered divisions after the last numbered chapter belong to the book, not to its last part."""
    numbered = [k for k, division in enumerate(found) if division.key.isdecimal()]
    last = numbered[-1] if numbered else len(found)
    return tuple(
        replace(division, part="") if k > last and not division.is_part else division
        for k, division in enumerate(found)
    )


def has_chapters(work: Work) -> bool:
    """Whether a work divides: it has two or more main headings, and they call themselves chapters or parts,
    or the work is too long to be an essay.
    """
    heads = [s.heading for s in work.walk() if s.heading and s.level <= CHAPTER]
    length = work.sections[-1].end - work.sections[0].start if work.sections else 0
    return len(heads) > 1 and (length > LONGEST_ESSAY or any(_NAMED.match(head.label) for head in heads))


def _split(section: Section) -> list[Division]:
    """A part and its chapters as divisions; a chapter or front matter as one."""
    inner = [below for below in section.sections if below.level <= CHAPTER]
    if not inner:
        return [Division(section.key, (section,))]
    first = section.sections.index(inner[0])
    own = replace(section, sections=section.sections[:first], end=inner[0].start)
    out = [Division(section.key, (own,), section.key, is_part=True)]
    for below in section.sections[first:]:
        out += [replace(division, part=section.key) for division in _split(below)]
    return out


def give_keys(work: Work) -> Work:
    """The work with the `key` of every section set."""
    namer = _Namer(has_chapters(work))
    return replace(work, sections=tuple(namer.name(section, "") for section in work.sections))


class _Namer:
    """Gives keys in order, none twice."""

    def __init__(self, by_chapter: bool) -> None:
        self.by_chapter = by_chapter
        self.taken: set[str] = set()
        self.division = ""

    def name(self, section: Section, part: str) -> Section:
        if self.by_chapter and section.level <= CHAPTER and (section.heading or not self.taken):
            key = self.unique(self.of_division(section), part)
            self.division = key
            part = key if section.level < CHAPTER else part
        elif section.heading:
            slug = slug_of(section.heading.title or section.heading.label)
            key = self.unique(f"{self.division}.{slug}" if self.division else slug, "")
        else:
            key = ""
        return replace(section, key=key, sections=tuple(self.name(below, part) for below in section.sections))

    def of_division(self, section: Section) -> str:
        heading = section.heading
        if heading is None:
            return "front"
        number = number_in(heading.label) if heading.label else None
        if number is None and (match := _LEADING_NUMBER.match(heading.title)):
            number = number_in(match[1])
        if any(below.level == CHAPTER for below in section.sections):
            return f"part-{number}" if number is not None else slug_of(heading.title or heading.label)
        return str(number) if number is not None else slug_of(heading.title or heading.label)

    def unique(self, key: str, part: str) -> str:
        """The key, or where it is taken (chapters counted anew in each part) one that is not."""
        candidate = key if key not in self.taken or not part else f"{part}-{key}"
        count = 1
        while candidate in self.taken:
            count += 1
            candidate = f"{key}-{count}"
        self.taken.add(candidate)
        return candidate


def slug_of(title: str) -> str:
    """A title in small letters, digits and hyphens; it never begins with a digit, as passages do."""
    plain = unicodedata.normalize("NFKD", title.casefold().replace("’", "").replace("'", ""))
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= SLUG_LENGTH:
            break
        slug = f"{slug}-{word[:SLUG_LENGTH]}" if slug else word[:SLUG_LENGTH]
    if not slug:
        return "section"
    return f"s-{slug}" if slug[0].isdigit() else slug
