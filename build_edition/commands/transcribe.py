"""`build-edition transcribe`: one text, without an edition around it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import typer

from build_edition.commands.output import refuse_output, write_output
from build_edition.commands.screen import busy
from build_edition.errors import GOOD
from build_edition.readers.text import read
from build_edition.rules import transcribe
from build_edition.transcript import Transcript


def run(file: str, form: str, layout: Literal["auto", "book", "essay", "web"], output: Path | None) -> int:
    """Transcribe `file` and write it in a form; returns the exit code."""
    if output is not None:
        refuse_output("--output", output, file)
    source = read(file)
    for warning in source.warnings:
        typer.echo(f"build-edition: warning: {warning}", err=True)
    with busy(f"Transcribing {source.name} …"):
        text = _written(transcribe(source, layout), form)
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        write_output("--output", output, text)
    return GOOD


def _written(transcript: Transcript, form: str) -> str:
    if form == "standoff":
        from build_edition.interchange import dump

        return dump(transcript)
    from build_edition.pipeline import to_work

    work = to_work(transcript)
    if form == "text":
        from build_edition.writers.text import write_text

        return write_text(work)
    from build_edition.writers.markdown import write_document

    return write_document(work)
