"""Desks, sessions and keyboards for the tests of the review, over invented texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from build_edition.edition.project import Project
from build_edition.pipeline import prepare, to_work
from build_edition.review.desk import Desk, vocabulary_of
from build_edition.review.session import Session
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

TODAY = date(2031, 5, 17)
BY = "Ann Miller"
WORK = "miller-1901"

# Every word that is not odd is an everyday one.
TEXT = """The Lamp Tax

The old orchad stood behind the mill, and in the orchad of the miller stood a lamp. He paid the tax on
the lamp twice a year, and nobody in the valley thought it just.

In the spring the miller went to the town with the lampwrightery of the valley, and he said that he had two
eyes and one lamp, and that the lamp was for reading.
"""

# One that rules suspect something in, too.
ASKED = (
    TEXT.replace("orchad", "orchard")
    + """
A lost \ufffd sign, and the lamp of the old mill went out in the
harbuor at last.
"""
)


def paragraphs(text: str) -> Iterator[Mark]:
    """A mark for each paragraph of a text, parted by blank lines."""
    at = 0
    for piece in text.split("\n\n"):
        ink = piece.strip()
        if ink:
            start = text.index(ink, at)
            yield Mark("p", start, start + len(ink))
        at += len(piece) + 2


def desk_of(text: str, marks: Iterable[Mark] = (), interventions: Iterable[Intervention] = ()) -> Desk:
    """A desk with a text that no rule has seen, in paragraphs."""
    transcript = Transcript(Source.from_text(text), tuple(interventions), (*paragraphs(text), *marks))
    return Desk(WORK, to_work(transcript), vocabulary_of({WORK: transcript.reading}))


def session_of(root: Path, *works: str) -> Session:
    """A session over the works of an edition's folder, or some of them."""
    project = Project.load(root)
    records = [record for record in project.works if not works or record.id in works]
    return Session(project, [prepare(project, record) for record in records], BY, TODAY)


def files_of(root: Path) -> dict[str, bytes]:
    """Every file of an edition, to the byte."""
    found = sorted(path for path in (root / "edition").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


class Typed:
    """A keyboard on which a test has typed: single keys, and lines as strings in a list."""

    def __init__(self, *typed: str | list[str]) -> None:
        self.typed = list(typed)
        self.begun: list[str] = []  # what each line began with

    def key(self) -> str:
        return str(self.typed.pop(0)) if self.typed else "q"

    def line(self, prompt: str, begin: str = "") -> str | None:
        self.begun.append(begin)
        (said,) = self.typed.pop(0)
        return said
