"""`build-edition report`: what the working tree changes, beside a commit."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from build_edition.commands.output import refuse_output
from build_edition.commands.screen import busy, screen, shown
from build_edition.errors import FINDINGS, GOOD, UsageError
from build_edition.publish.files import write_whole
from build_edition.report.as_json import as_json, read_report
from build_edition.report.as_markdown import as_markdown
from build_edition.report.as_page import as_page
from build_edition.report.as_text import as_text
from build_edition.report.comparing import compare
from build_edition.report.discreet import discreet
from build_edition.report.report import Report
from build_edition.report.telling import tell

# The files into which each form goes, and what writes it; `text` is for looking at.
FORMS: dict[str, tuple[str, Callable[[Report], str]]] = {
    "markdown": ("report.md", lambda report: as_markdown(tell(report))),
    "html": ("report.html", lambda report: as_page(tell(report))),
    "json": ("report.json", as_json),
    "text": ("report.txt", lambda report: as_text(tell(report))),
}
INTO_FOLDER = ("markdown", "html", "json")
ENDINGS = {".md": "markdown", ".html": "html", ".json": "json", ".txt": "text"}
LOST = ("vanished", "unpublished")
# What `--fail-on` can name, and the question that it asks.
FAILS: dict[str, tuple[str, Callable[[Report], bool]]] = {
    "errors": (
        "there are new errors, which `build-edition check` explains",
        lambda report: any(told.severity == "error" for told in report.new_findings),
    ),
    "published": (
        "published passages are found no more",
        lambda report: any(one.sort in LOST for work in report.works for one in work.passages),
    ),
    "scores": ("figures of the specimen fell", lambda report: any(score.fell for score in report.scores)),
}


def run(
    start: Path,
    base: str | None,
    from_file: Path | None,
    output: Path | None,
    form: str | None,
    is_discreet: bool,
    fail_on: str,
) -> int:
    """Compare the edition around `start` with what it was at `base`, and tell it; returns the exit code.

    With `from_file` nothing is compared: it is a report that was written as JSON.
    """
    if (base is None) == (from_file is None):
        raise UsageError("give either --base or --from", remedy="For example: build-edition report --base main")
    asked = _asked(fail_on)
    targets = _targets(output, form)
    with busy("Comparing …"):
        report = read_report(from_file) if from_file else compare(start, base or "")
    report = discreet(report) if is_discreet else report
    for name, path in targets:
        text = FORMS[name][1](report)
        if path is None:
            typer.echo(text, nl=False)
            continue
        try:
            write_whole(path, text)
        except OSError as error:
            raise UsageError(f"--output {path} cannot be written: {error.strerror}") from None
    if output is not None:
        for _, path in targets:
            screen().print(f"Written: {shown(path or output, start)}", soft_wrap=True)
    failed = [FAILS[name][0] for name in asked if FAILS[name][1](report)]
    for what in failed:
        typer.echo(f"build-edition: {what} (--fail-on)", err=True)
    return FINDINGS if failed else GOOD


def _asked(fail_on: str) -> tuple[str, ...]:
    names = tuple(name for part in fail_on.split(",") if (name := part.strip()))
    odd = [name for name in names if name not in FAILS]
    if odd:
        raise UsageError(f"--fail-on cannot be {odd[0]}", remedy=f"It takes {', '.join(FAILS)}, parted by commas.")
    return names


def _targets(output: Path | None, form: str | None) -> Iterable[tuple[str, Path | None]]:
    """The forms that are wanted, and where each goes: all of them into a folder, one into a file."""
    if output is None:
        return [(form or ("text" if sys.stdout.isatty() else "markdown"), None)]
    by_ending = ENDINGS.get(output.suffix)
    if not output.is_dir() and (by_ending or form):
        if form and by_ending and form != by_ending:
            raise UsageError(f"--output {output} is no file of {form}", remedy="Leave out --format.")
        refuse_output("--output", output)
        return [(form or by_ending or "markdown", output)]
    if output.exists() and not output.is_dir():
        raise UsageError(
            f"--output {output}: what form?", remedy="Name a folder, or a file .md, .html, .json or .txt."
        )
    if not output.exists() and not output.parent.is_dir():
        raise UsageError(f"--output {output}: there is no folder {output.parent}", remedy="Make it first.")
    return [(name, output / FORMS[name][0]) for name in ([form] if form else INTO_FOLDER)]
