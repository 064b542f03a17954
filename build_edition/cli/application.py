"""The application: its name and its help, and the options that commands share."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition import __version__
from build_edition.commands.failing import DEBUG

EXIT_CODES = """Exit codes: 0 all is good; 1 there are findings (a record or a source is wrong, a link is broken);
2 the command was not understood; 3 an input cannot be read; 4 a defect of this program."""

# What a text may be.
SOURCES = (
    "A text file; hOCR, ALTO, PAGE XML, or what pdftotext -bbox-layout writes, also packed; or a folder of pages"
)

# What the list of commands is parted into.
TEXTS = "A text by itself"
EDITIONS = "An edition"
CORRECTING = "Correcting its texts"
TOGETHER = "Working together"

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
    """What `transcribe` and `transcript` write."""

    standoff = "standoff"
    markdown = "markdown"
    text = "text"


class Layout(str, Enum):  # noqa: UP042
    """How a source is laid out."""

    auto = "auto"
    book = "book"
    essay = "essay"
    web = "web"


class FindingsFormat(str, Enum):  # noqa: UP042
    """How `check` tells what it finds."""

    text = "text"
    json = "json"
    github = "github"


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
Site = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--site", help="The folder of the built site; `site` in the edition's folder by default."),
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

    One text, and nothing else at hand: `build-edition transcribe FILE`. To begin an edition: `build-edition new
    DIR FILE`. In the folder of one: `build` makes the site, `serve` shows it, `review` goes through what may be
    wrong in the texts, and `check` finds what is wrong with the edition.
    """
    del version
    DEBUG.set(debug)
