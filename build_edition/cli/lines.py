"""The commands about the lines of sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import CORRECTING, EXIT_CODES, app
from build_edition.commands.failing import reports_errors

lines = typer.Typer(
    no_args_is_help=True,
    help="Digests of the lines of sources, by which records are tried where a source is absent.",
    rich_markup_mode="markdown",
)
app.add_typer(lines, name="lines", rich_help_panel=CORRECTING)


@lines.command("keep", epilog=EXIT_CODES)
@reports_errors
def keep_lines(
    works: Annotated[
        Optional[list[str]],  # noqa: UP045 - Typer reads this at run time
        typer.Argument(metavar="[WORK]…", help="The ids of works; all of the edition where none is given."),
    ] = None,
) -> int:
    """Keep a digest of each line of the sources, in edition/lines/ID.txt, for the repository.

    A digest has four digits: it tells whether a line is the one that a record was made for (its `seen`), and
    nothing of what the line says. So a proposal to correct a word is tried wherever the repository is, also where
    the text may not be: by its form, by the number of its line, and by what its proposer saw there.

    The file of a work is written again when its source is another one. Works whose source is absent are left as
    they are.

    For example:

        build-edition lines keep

        build-edition lines keep smith-1960
    """
    from build_edition.commands import lines as command

    return command.keep(Path.cwd(), works or [])
