"""Files that a command writes where its options say."""

from __future__ import annotations

from pathlib import Path

from build_edition.errors import UsageError
from build_edition.readers.text import STDIN


def refuse_output(option: str, output: Path, *inputs: str | Path) -> None:
    """Raise `UsageError` where nothing can, or should, be written to `output`."""
    if output.is_dir():
        raise UsageError(f"{option} {output} is a folder", remedy="Name a file in it.")
    if not output.parent.is_dir():
        raise UsageError(f"{option} {output}: there is no folder {output.parent}", remedy="Make it first.")
    for given in inputs:
        if str(given) != STDIN and output.exists() and Path(given).exists() and output.samefile(given):
            raise UsageError(
                f"{option} {output} is the source itself"
                if given is inputs[0]
                else f"{option} {output} is read too",
                remedy="What is read is never overwritten; name another file.",
            )


def write_output(option: str, output: Path, text: str) -> None:
    """Write a file; raises `UsageError` where it cannot be."""
    try:
        output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{option} {output} cannot be written: {error.strerror}") from None
