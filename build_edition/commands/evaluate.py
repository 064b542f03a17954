"""`build-edition evaluate`: how well a text is transcribed, against a truth."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from rich.table import Table

from build_edition.commands.output import refuse_output, write_output
from build_edition.commands.screen import busy, screen, warn
from build_edition.errors import GOOD
from build_edition.evaluate.evaluation import Evaluation, evaluate
from build_edition.evaluate.report import rates
from build_edition.evaluate.truth_forms import read_any_truth
from build_edition.readers.files import read
from build_edition.rules import transcribe

COUNTS = ("right", "missed", "false or wrong")


def run(
    file: str,
    truth_path: Path,
    layout: Literal["auto", "book", "essay", "web"],
    lines: tuple[int | None, int | None],
    as_json: bool,
    html: Path | None,
) -> int:
    """Transcribe `file`, compare it with the truth, and report; returns the exit code."""
    if html is not None:
        refuse_output("--html", html, file, truth_path)
    source, truth = read(file), read_any_truth(truth_path)
    warn(source.warnings)
    with busy(f"Transcribing {source.name} …"):
        transcript = transcribe(source, layout)
    with busy("Comparing it with the truth …"):
        evaluation = evaluate(transcript, truth, truth_path.name, *lines)
    if html is not None:
        from build_edition.evaluate.page import write_page

        write_output("--html", html, write_page(evaluation))
    if as_json:
        sys.stdout.buffer.write(evaluation.dump().encode("utf-8"))
    else:
        _print(evaluation)
    return GOOD


def _print(evaluation: Evaluation) -> None:
    table = Table("measure", box=None, pad_edge=False)
    for column in ("figure", "of which", *COUNTS):
        table.add_column(column, justify="right")
    for name, measure in evaluation.measures.items():
        if measure.counted:
            figure, parts, counts = rates(measure)
            table.add_row(name.replace("_", " "), figure, parts, *counts)
    screen().print(table)
    silent = [name.replace("_", " ") for name, measure in evaluation.measures.items() if not measure.counted]
    if silent:
        screen().print(f"Nothing to measure: {', '.join(silent)}.", soft_wrap=True)
