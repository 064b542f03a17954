"""What is known of a format: its name, what its files hold, and what writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what stands as it would be made is told without the machinery that prepares texts
    from build_edition.pipeline import EditionWork
    from build_edition.whole import Whole


@dataclass(frozen=True, slots=True)
class Choices:
    """What whoever asks for files may choose: the size of a PDF's `paper` (`a4`, `a5`, `letter`, `screen`)."""

    paper: str = "a5"


OfWork = Callable[["Whole", "EditionWork", Path, Choices], None]
OfEdition = Callable[["Whole", Path, Choices], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A format in which the edition can be taken away.

    `name` is its name on the command line ("pdf"), `suffix` ends its files' names (".pdf"). `title` and `holds`
    say on the downloads page what it is and what a file of it holds; `example` is a query or command, as Markdown,
    that shows what to do with one. `of_work` writes the file of one work, `of_edition` one of all works; either
    may be missing. Both write to the path they are given, raise `EditionError` for what a user can mend, and give
    the same bytes for the same edition. A file that `has_pages` is another one for another paper.
    """

    name: str
    suffix: str
    title: str
    holds: str
    of_work: OfWork | None = None
    of_edition: OfEdition | None = None
    example: str = ""
    has_pages: bool = False
