"""The command that makes what a reader takes away."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import EDITIONS, EXIT_CODES, Site, Specimen, Works, app
from build_edition.commands.failing import reports_errors


class Paper(StrEnum):
    """The size of the pages of a PDF."""

    A5 = "a5"
    A4 = "a4"
    LETTER = "letter"
    SCREEN = "screen"


@app.command(epilog=EXIT_CODES, rich_help_panel=EDITIONS)
@reports_errors
def export(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT[,FORMAT…]",
            help="`pdf`, `epub`, `tei`, `text`, `markdown`, `jsonl`, `csv`, `sqlite`, `offline`, or `all`.",
        ),
    ],
    work: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="[WORK]…", help="Only the files of these works; all, and the whole, by default."),
    ] = None,
    works: Works = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--output", "-o", help="A folder, or a file where only one is asked for; build/downloads by default."
        ),
    ] = None,
    paper: Annotated[Paper, typer.Option("--paper", help="The pages of a PDF.")] = Paper.A5,
    site: Site = None,
    specimen: Specimen = False,
) -> int:
    """Make files to take away: books, texts, data.

    Of each format there is a file of each work and one of the whole edition, as far as the format has them. What
    was made before is made again only where something that it is made from has changed: the
    edition, a source, this program.

    `offline` is the whole site in a zip: unpack it and open index.html. Reading, cards, citing, search and the
    check of a quotation work without a server and without a network. It is made from the built site, which is
    built first where it is not there or not as it would be built now.

    For example:

        build-edition export all

        build-edition export pdf smith-1960 --paper a4 --output smith.pdf

        build-edition export epub,tei --output books/
    """
    from build_edition.commands import export as command

    return command.run(Path.cwd(), form, [*(work or []), *(works or [])], output, site, paper.value, specimen)
