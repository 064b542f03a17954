"""A transcript in the form that was asked for: what `transcribe` and `transcript` write."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from build_edition.commands.output import write_output
from build_edition.transcript import Transcript
from build_edition.work import Work


def written(transcript: Transcript, work: Callable[[], Work], form: str) -> str:
    """A transcript as `standoff`, or its work, made only where it is needed, as `markdown` or `text`."""
    if form == "standoff":
        from build_edition.interchange import dump

        return dump(transcript)
    if form == "text":
        from build_edition.writers.text import write_text

        return write_text(work())
    from build_edition.writers.markdown import write_document

    return write_document(work())


def hand_out(text: str, output: Path | None) -> None:
    """Write a text to a file, or to standard output."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        write_output("--output", output, text)
