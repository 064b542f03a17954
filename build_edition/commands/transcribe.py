"""`build-edition transcribe`: one text, without an edition around it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import typer

from build_edition.commands.screen import busy
from build_edition.errors import GOOD, UsageError
from build_edition.readers.text import STDIN, read
from build_edition.rules import transcribe
from build_edition.transcript import Transcript


def run(file: str, form: str, layout: Literal["auto", "book", "essay", "web"], output: Path | None) -> int:
    """Transcribe `file` and write it in a form; returns the exit code."""
    if output is not None:
        _refuse_output(file, output)
    source = read(file)
    for warning in source.warnings:
        typer.echo(f"build-edition: warning: {warning}", err=True)
    with busy(f"Transcribing {source.name} …"):
        text = _written(transcribe(source, layout), form)
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        _write(output, text)
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


def _refuse_output(file: str, output: Path) -> None:
    """Raise `UsageError` where nothing can, or should, be written to `output`."""
    if output.is_dir():
        raise UsageError(f"--output {output} is a folder", remedy="Name a file in it.")
    if not output.parent.is_dir():
        raise UsageError(f"--output {output}: there is no folder {output.parent}", remedy="Make it first.")
    if file != STDIN and output.exists() and Path(file).exists() and output.samefile(file):
        raise UsageError(
            f"--output {output} is the source itself", remedy="A source is never overwritten; name another file."
        )


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"--output {output} cannot be written: {error.strerror}") from None
