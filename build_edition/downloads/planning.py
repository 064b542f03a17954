"""Which files are to be made: one a work and one of the whole edition, where a format has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_edition.downloads.form import Choices, Form
from build_edition.downloads.formats import OFFLINE
from build_edition.edition.records import EditionRecord


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be made: its name, its format, the id of its work, or nothing for the whole edition."""

    name: str
    form: Form
    choices: Choices
    work: str = ""


def wanted(
    edition: EditionRecord,
    forms: Iterable[Form],
    works: Sequence[str],
    choices: Choices,
    whole: bool = True,
) -> tuple[Wanted, ...]:
    """The files of these formats for `works`, and for the edition where the `whole` is asked for."""
    return tuple(_wanted(edition, forms, works, choices, whole))


def _wanted(
    edition: EditionRecord, forms: Iterable[Form], works: Sequence[str], choices: Choices, whole: bool
) -> Iterator[Wanted]:
    for form in forms:
        end = _ending(form, choices)
        if form.of_edition and whole and works:
            yield Wanted(f"{edition_name(edition)}{end}", form, choices)
        if form.of_work:
            for work in works:
                yield Wanted(f"{work}{end}", form, choices, work)


def _ending(form: Form, choices: Choices) -> str:
    """What a file's name ends in: pages of another size than usual stand beside the usual ones."""
    other = form.has_pages and choices.paper != Choices().paper
    return f"-{choices.paper}{form.suffix}" if other else form.suffix


def edition_name(edition: EditionRecord) -> str:
    """What files of the whole edition are called: its title and its version."""
    return f"{_in_file(edition.title)}-{_in_file(edition.version)}"


def offline_name(edition: EditionRecord) -> str:
    """What the copy of the site is called, and the folder in it."""
    return f"{edition_name(edition)}-{OFFLINE}"


def _in_file(text: str) -> str:
    """Words as part of a file's name."""
    return re.sub(r"[^\w.]+", "-", text).strip("-.").casefold() or "edition"
