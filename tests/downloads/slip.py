"""A format for tests: a slip with the title of a work, and a list of all slips; it is made in no time."""

import os
from pathlib import Path

from build_edition.downloads.form import Choices, Form
from build_edition.errors import InputError
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole


def of_work(whole: Whole, item: EditionWork, path: Path, choices: Choices) -> None:
    """The title of the work, its paper, and the process that wrote it; a work called `torn` cannot be."""
    if item.record.id.startswith("torn"):
        raise InputError("the slip tore", where=item.record.id, remedy="Glue it.")
    path.write_text(f"{item.record.title} on {choices.paper}\n", encoding="utf-8")
    if folder := os.environ.get("SLIP_TEST_PROCESSES"):
        Path(folder, f"{item.record.id}.pid").write_text(str(os.getpid()), encoding="utf-8")


def of_edition(whole: Whole, path: Path, choices: Choices) -> None:
    """The ids of all works."""
    path.write_text(" ".join(item.record.id for item in whole.works), encoding="utf-8")


FORMAT = Form(
    "slip", ".slip", "Slips", "A slip of each work & its title.", of_work, of_edition,
    "To read one:\n\n```sh\ncat work.slip\n```", has_pages=True,
)  # fmt: skip
