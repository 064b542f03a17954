"""`build-edition transcribe`: one text, without an edition around it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from build_edition.commands.forms import hand_out, written
from build_edition.commands.output import refuse_output
from build_edition.commands.screen import busy, warn
from build_edition.errors import GOOD
from build_edition.pipeline import to_work
from build_edition.readers.files import read
from build_edition.rules import transcribe


def run(file: str, form: str, layout: Literal["auto", "book", "essay", "web"], output: Path | None) -> int:
    """Transcribe `file` and write it in a form; returns the exit code."""
    if output is not None:
        refuse_output("--output", output, file)
    source = read(file)
    warn(source.warnings)
    with busy(f"Transcribing {source.name} …"):
        transcript = transcribe(source, layout)
        text = written(transcript, lambda: to_work(transcript), form)
    hand_out(text, output)
    return GOOD
