"""A format for tests that has a file of the whole edition alone."""

from pathlib import Path

from build_edition.downloads.form import Choices, Form
from build_edition.whole import Whole


def of_edition(whole: Whole, path: Path, choices: Choices) -> None:
    """How many works there are."""
    path.write_text(f"{len(whole.works)}\n", encoding="utf-8")


FORMAT = Form("crate", ".crate.gz", "Crate", "All works, counted.", None, of_edition)
