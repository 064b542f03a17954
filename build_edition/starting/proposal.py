"""The record that a text is proposed, made of what it tells of itself and what a person says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from build_edition.edition.records import Layout
from build_edition.rules import transcribe
from build_edition.rules.evidence.layout.kind import detect
from build_edition.source import Source
from build_edition.starting.author import author_of, filed
from build_edition.starting.date import date_of
from build_edition.starting.guess import Guess
from build_edition.starting.opening import Opening
from build_edition.starting.title import title_of
from build_edition.transcript import Transcript

_LONGEST = 40  # letters of an id made of a title
_SMALL = frozenset({"a", "an", "and", "der", "die", "das", "in", "la", "le", "of", "on", "the", "to"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a text seems to be; each fact with the place that it was found at."""

    transcript: Transcript
    layout: Layout
    title: Guess
    author: Guess
    date: Guess


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person has said, or let stand, of a text. `authors` are as filed: “Reader, Ann”."""

    work_id: str
    title: str
    authors: tuple[str, ...]
    date: str
    layout: Layout
    origin: str

    @property
    def short_title(self) -> str:
        """For navigation: the first author's family name and the title before its colon."""
        title = re.split(r"[:?!] ", self.title)[0]
        family = self.authors[0].partition(",")[0] if self.authors else ""
        return f"{family}, {title}" if family else title


def propose(source: Source, name: str, layout: Layout = "auto") -> Proposal:
    """What the text in the file `name` seems to be, read in a layout or in the one that it looks like."""
    detected = detect(source) if layout == "auto" else layout
    transcript = transcribe(source, detected)
    opening = Opening(transcript)
    return Proposal(
        transcript, detected, title_of(transcript, opening, name), author_of(opening), date_of(opening)
    )


def id_for(title: str, authors: tuple[str, ...], date: str, taken: Collection[str] = ()) -> str:
    """An id that no work has: “reader-1909”, of a text without author or year the words of its title."""
    words = [word for word in _plain(title).split("-") if word not in _SMALL]
    name = _plain(authors[0].partition(",")[0]) if authors else ""
    stem = "-".join(filter(None, (name or "-".join(words), date[:4])))[:_LONGEST].strip("-")
    if not stem[:1].isalpha():
        stem = f"text-{stem}".strip("-")
    if stem not in taken:
        return stem
    return next(found for k in range(2, len(taken) + 3) if (found := f"{stem}-{k}") not in taken)


def _plain(words: str) -> str:
    """Words as small letters of ASCII, parted by hyphens."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", letters)).strip("-")


__all__ = ["Facts", "Proposal", "filed", "id_for", "propose"]
