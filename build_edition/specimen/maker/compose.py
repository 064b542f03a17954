"""From the elements of a master to the blocks of its truth: notes are numbered and gathered.

Those of a book are numbered by chapter, those of an essay through the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.evaluate.truth import Block, Call, Emphasis
from build_edition.specimen.maker.inline import Run
from build_edition.specimen.maker.master import Element, Master

CHAPTER, SECTION = 2, 3


@dataclass(frozen=True, slots=True)
class Composed:
    """A block as it will be printed; `short` is its form in running heads."""

    block: Block
    short: str | None = None


def compose(master: Master) -> list[Composed]:
    """The blocks of a work in reading order."""
    return list(_Composer(by_chapter=master.meta.get("layout") != "essay").blocks(master.elements))


class _Composer:
    """Numbers note calls as the elements pass, and keeps the notes of each chapter."""

    def __init__(self, *, by_chapter: bool) -> None:
        self.by_chapter = by_chapter
        self.chapters: list[tuple[str, list[Run]]] = [("", [])]

    def blocks(self, elements: tuple[Element, ...]) -> Iterator[Composed]:
        for element in elements:
            if element.kind == "NOTES":
                yield from self._notes()
                continue
            if self.by_chapter and _opens_chapter(element):
                title = f"{element.label.capitalize()}: {element.run.text}" if element.label else element.run.text
                self.chapters.append((_each_word_capital(title, element.label), []))
            yield Composed(self._block(element), element.short)

    def _block(self, element: Element) -> Block:
        calls = []
        notes = self.chapters[-1][1]
        for at, note in element.run.notes:
            notes.append(note)
            calls.append(Call(str(len(notes)), at))
        return Block(
            element.kind,
            element.run.text,
            level=element.level,
            label=element.label,
            run_in=element.role == "run-in",
            continues=element.continues,
            n=element.marker if element.role == "table" else None,
            ordered=element.marker not in ("•", None) if element.kind == "item" else None,
            marker=element.marker,
            within=element.within,
            role=None if element.role == "run-in" else element.role,
            cells=tuple(cell.text for cell in element.cells),
            notes=tuple(calls),
            hi=_headword(element) + element.run.hi,
        )

    def _notes(self) -> Iterator[Composed]:
        yield Composed(Block("head", "Notes" if self.by_chapter else "NOTES", level=CHAPTER), "Notes")
        for title, notes in self.chapters:
            if not notes:
                continue
            if self.by_chapter:
                yield Composed(Block("head", title, level=SECTION), "Notes")
            for number, note in enumerate(notes, 1):
                yield Composed(Block("note", note.text, n=str(number), marker=f"{number}.", hi=note.hi))


def _opens_chapter(element: Element) -> bool:
    return element.kind == "head" and element.level == CHAPTER and element.role != "run-in"


def _headword(element: Element) -> tuple[Emphasis, ...]:
    """The headword of a glossary entry stands before the first colon, in bold."""
    return (Emphasis(0, element.run.text.index(":"), "bold"),) if element.role == "gloss" else ()


def _each_word_capital(title: str, label: str | None) -> str:
    """“Chapter one: The Ditch” as “Chapter One: The Ditch”."""
    if not label:
        return title
    return label.title() + title[len(label) :]
