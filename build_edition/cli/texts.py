"""The commands that work on one text, alone or as a work of an edition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import CORRECTING, EXIT_CODES, SOURCES, TEXTS, AllowOther, Format, Layout, app
from build_edition.commands.failing import reports_errors

FormOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="standoff: marks and interventions as JSON; markdown; or text, the plain reading text.",
    ),
]
OutputOption = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--output", "-o", help="The file to write; standard output by default."),
]


@app.command(epilog=EXIT_CODES, rich_help_panel=TEXTS)
@reports_errors
def transcribe(
    file: Annotated[str, typer.Argument(metavar="FILE", help=f"{SOURCES}, or - for standard input.")],
    format: FormOption = Format.markdown,
    layout: Annotated[
        Layout,
        typer.Option(
            "--layout", "-l", help="Lines as printed (book), a line a paragraph (essay), or a saved page (web)."
        ),
    ] = Layout.auto,
    output: OutputOption = None,
) -> int:
    """Transcribe one text: join its lines, take out running heads, find its structure.

    It needs no edition. The source is never changed, and no word of it is lost: in the stand-off form each
    character is kept, or lies in exactly one intervention that says by which rule. Of hOCR, ALTO, PAGE XML and
    the words of a PDF a text is made that looks as the pages do, and the size and place of the words are weighed
    too; see docs/reference/ocr-files.md.

    For example:

        build-edition transcribe scan.txt > scan.md

        build-edition transcribe book_hocr.html > book.md

        build-edition transcribe scan.txt --format standoff --output scan.json

        pdftotext -bbox-layout book.pdf - | build-edition transcribe - --format text
    """
    from build_edition.commands import transcribe as command

    return command.run(file, format.value, layout.value, output)


@app.command(epilog=EXIT_CODES, rich_help_panel=CORRECTING)
@reports_errors
def transcript(
    work: Annotated[str, typer.Argument(metavar="WORK", help="The id of a work, as `works` lists them.")],
    format: FormOption = Format.markdown,
    output: OutputOption = None,
    allow_other_source: AllowOther = False,
) -> int:
    """Print a work of the edition with its records applied, in the forms of `transcribe`.

    After the rules come the editors: their decisions about structure (`structure:` in edition/works/ID.yml), then
    those about words (edition/emendations/ID.yml). A record that does not match its source stops the command.

    For example:

        build-edition transcript smith-1960 --format text

        build-edition transcript smith-1960 --format standoff --output smith-1960.json
    """
    from build_edition.commands import transcript as command

    return command.run(Path.cwd(), work, format.value, output, allow_other_source)


@app.command(epilog=EXIT_CODES, rich_help_panel=TEXTS)
@reports_errors
def evaluate(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=f"{SOURCES}, or - for standard input.")],
    truth: Annotated[
        Path, typer.Option("--truth", "-t", metavar="FILE", help="The truth, in any of the four forms known.")
    ],
    layout: Annotated[Layout, typer.Option("--layout", "-l", help="How the source is laid out.")] = Layout.auto,
    first: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--first", min=1, help="The first line of the source to judge; by default the truth's."),
    ] = None,
    last: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--last", min=1, help="The last line of the source to judge; by default the truth's."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, with every difference.")] = False,
    html: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--html", metavar="FILE", help="Write a page that shows every difference in its context."),
    ] = None,
) -> int:
    """Transcribe a text, and measure the transcript against a truth.

    The figures run from 0 to 1, and 1 is best; error rates run the other way. The forms of truth are described
    in docs/reference/truth.md. Differences are no findings: the exit code is 0 however bad the figures are.

    For example:

        build-edition evaluate scan.txt --truth scan-truth.jsonl

        build-edition evaluate scan.txt --truth lines.json --first 300 --last 900 --html misses.html
    """
    from build_edition.commands import evaluate as command

    return command.run(source, truth, layout.value, (first, last), json, html)
