"""Files taken away, and what the words in them must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_edition.apparatus.notes import numbered_notes
from build_edition.apparatus.passage_index import Passage
from build_edition.downloads.form import Choices, Form
from build_edition.pipeline import EditionWork
from build_edition.tree import flatten
from build_edition.whole import Whole
from build_edition.work import Block, Container, ItemList, NoteCall, Paragraph, Table
from tests.shown import words


def of_work(form: Form, whole: Whole, item: EditionWork, folder: Path) -> Path:
    """The file of a work."""
    assert form.of_work is not None
    path = folder / f"{item.record.id}{form.suffix}"
    form.of_work(whole, item, path, Choices())
    return path


def of_edition(form: Form, whole: Whole, folder: Path) -> Path:
    """The file of all works."""
    assert form.of_edition is not None
    path = folder / f"edition{form.suffix}"
    form.of_edition(whole, path, Choices())
    return path


def calls_in(passages: Iterable[Passage]) -> Iterator[NoteCall]:
    """The note calls in passages, in order."""
    for passage in passages:
        yield from (one for run in passage.runs for one in flatten(run) if isinstance(one, NoteCall))


def footnotes(passages: Iterable[Passage]) -> tuple[str, ...]:
    """The keys of the notes that the text itself calls, in the order of their first calls."""
    listed = tuple(passages)
    there = {one.id for one in listed if one.kind == "note"}
    called = calls_in(one for one in listed if one.kind != "note")
    return tuple(dict.fromkeys(call.target for call in called if call.target in there))


def bare(text: str, passages: Iterable[Passage]) -> list[str]:
    """The words of a text without what a file adds in brackets, and without the asterisks of a break.

    What is taken away is taken from both of two texts that are compared.
    """
    numbers = "|".join(sorted({re.escape(one.text.strip()) for one in calls_in(passages)}, key=len, reverse=True))
    added = rf"\[(?:{numbers})\]|\s*\[(?:\?|sic)\]" if numbers else r"\s*\[(?:\?|sic)\]"
    without = re.sub(r"[\[\]]", "", re.sub(added, "", text))
    return [word for word in words(without).split() if word.strip("*")]


def blocks_of(item: EditionWork) -> Iterator[Block]:
    """Every block of a work, at any depth."""

    def below(blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield block
            match block:
                case Container():
                    yield from below(block.blocks)
                case ItemList():
                    yield from below(block.items)

    assert item.work is not None
    for section in item.work.walk():
        yield from below(section.blocks)


def counted(item: EditionWork) -> dict[str, int]:
    """How many there are in a work of what formats can express."""
    assert item.work is not None
    blocks = list(blocks_of(item))
    return {
        "notes": len([note for section in item.work.walk() for note in numbered_notes(section.blocks)]),
        "pages": len(item.work.pages),
        "paragraphs": sum(isinstance(block, Paragraph) for block in blocks),
        "tables": sum(isinstance(block, Table) for block in blocks),
    }


def assert_same(shown: list[str], wanted: list[str], what: str) -> None:
    """Fail at the first word that differs, and say which."""
    for k, (a, b) in enumerate(zip(shown, wanted, strict=False)):
        assert a == b, f"{what}: word {k} is “{a}”, not “{b}”, after “{' '.join(wanted[max(0, k - 6) : k])}”"
    assert len(shown) == len(wanted), f"{what}: {len(shown)} words, {len(wanted)} in the reading text"
    assert wanted
