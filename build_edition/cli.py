"""The command line: what each command takes, and what its `--help` says.

What a command does stands in `commands/`, imported only when it runs, so that `--help` is there at once.
"""

from __future__ import annotations

import gc
from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition import __version__
from build_edition.commands.failing import DEBUG, reports_errors

EXIT_CODES = """Exit codes: 0 all is good; 1 there are findings (a record or a source is wrong, a link is broken);
2 the command was not understood; 3 an input cannot be read; 4 a defect of this program."""

app = typer.Typer(
    name="build-edition",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXIT_CODES,
)


class Format(str, Enum):  # noqa: UP042 - a StrEnum shows no choices in older releases of Typer
    """What `transcribe` writes."""

    standoff = "standoff"
    markdown = "markdown"
    text = "text"


class Layout(str, Enum):  # noqa: UP042
    """How a source is laid out."""

    auto = "auto"
    book = "book"
    essay = "essay"
    web = "web"


Works = Annotated[
    Optional[list[str]],  # noqa: UP045 - Typer reads this at run time
    typer.Option("--works", "-w", metavar="ID[,ID…]", help="Only these works; may be given more than once."),
]
AllowOther = Annotated[
    bool,
    typer.Option(
        "--allow-other-source",
        help="Use a file that has a source's name and another hash; its pages carry a banner.",
    ),
]
Specimen = Annotated[
    bool,
    typer.Option("--specimen", help="Take the specimen that comes with the program, in place of an edition."),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"build-edition {__version__}")
        raise typer.Exit


@app.callback()
def build_edition(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version, and stop.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")] = False,
) -> None:
    """Turn OCR'd texts into a scholarly digital edition.

    One text, and nothing else at hand: `build-edition transcribe FILE`; `evaluate` tells how good that is.
    In the folder of an edition: `works` tells which sources are there, `build` makes the
    site, `serve` shows it, and `check` finds what is wrong.
    """
    del version
    DEBUG.set(debug)


@app.command(epilog=EXIT_CODES)
@reports_errors
def build(
    works: Works = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--output", "-o", help="Where the site goes; `site` in the edition's folder by default."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on any warning.")] = False,
    allow_other_source: AllowOther = False,
    specimen: Specimen = False,
) -> int:
    """Build the site of the edition from whatever sources are found.

    A work whose source is missing gets a page with its record and how to supply the text. Where no source is
    found at all, the specimen is built beside these pages, so that there is something to see.

    For example:

        build-edition build --strict

        build-edition build --works smith-1960,jones-1965 --output public
    """
    from build_edition.commands import build as command

    return command.run(Path.cwd(), works or [], output, strict, allow_other_source, specimen)


@app.command(epilog=EXIT_CODES)
@reports_errors
def serve(
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes any free one.")] = 8000,
    site: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--site", help="The folder of the built site; `site` in the edition's folder by default."),
    ] = None,
    specimen: Specimen = False,
) -> int:
    """Show the site on this machine, building it first where it is not there.

    Only this machine can reach it. Stop it with Ctrl-C.

    For example:

        build-edition serve --port 8080
    """
    from build_edition.commands import serve as command

    return command.run(Path.cwd(), port, site, specimen)


@app.command(epilog=EXIT_CODES)
@reports_errors
def transcribe(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="standoff: marks and interventions as JSON; markdown; or text, the plain reading text.",
        ),
    ] = Format.markdown,
    layout: Annotated[
        Layout,
        typer.Option(
            "--layout", "-l", help="Lines as printed (book), a line a paragraph (essay), or a saved page (web)."
        ),
    ] = Layout.auto,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--output", "-o", help="The file to write; standard output by default."),
    ] = None,
) -> int:
    """Transcribe one text: join its lines, take out running heads, find its structure.

    It needs no edition. The source is never changed, and no word of it is lost: in the stand-off form each
    character is kept, or lies in exactly one intervention that says by which rule.

    For example:

        build-edition transcribe scan.txt > scan.md

        build-edition transcribe scan.txt --format standoff --output scan.json

        pdftotext book.pdf - | build-edition transcribe - --layout book --format text
    """
    from build_edition.commands import transcribe as command

    return command.run(file, format.value, layout.value, output)


@app.command(epilog=EXIT_CODES)
@reports_errors
def evaluate(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A text file, or - for standard input.")],
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


@app.command(epilog=EXIT_CODES)
@reports_errors
def works() -> int:
    """List the works: whether the record is complete, the source found, and its hash the right one."""
    from build_edition.commands import works as command

    return command.run(Path.cwd())


@app.command(epilog=EXIT_CODES)
@reports_errors
def check(
    works: Works = None,
    site: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--site", help="The built site whose links to follow; the edition's own by default."),
    ] = None,
    allow_other_source: AllowOther = False,
) -> int:
    """Find what is wrong with the edition: its records, sources, emendations, accounting, passages and links.

    Prints how many characters of each source were kept, joined, removed as forme work, normalised and emended;
    each stands in one column, and the columns add up to the whole.

    For example:

        build-edition check --works smith-1960
    """
    from build_edition.commands import check as command

    return command.run(Path.cwd(), works or [], site, allow_other_source)


def main() -> None:
    """Run the command line."""
    # The rules make many small lasting records and hardly a cycle: to look for those so often costs a tenth.
    gc.set_threshold(50_000, 50, 50)
    app()
