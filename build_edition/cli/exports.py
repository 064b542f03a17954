"""The command that makes what a reader takes away."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import EXIT_CODES, Site, Specimen, app
from build_edition.commands.failing import reports_errors


class Format(StrEnum):
    """What can be taken away."""

    OFFLINE = "offline"


@app.command(epilog=EXIT_CODES)
@reports_errors
def export(
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help="`offline`: the site as one zip, for a disk.")],
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--output", "-o", help="The file; below `build` by default."),
    ] = None,
    site: Site = None,
    specimen: Specimen = False,
) -> int:
    """Make a copy of the edition to take away.

    `offline` is the whole site in a zip: unpack it and open index.html. Reading, cards, citing, search and the
    check of a quotation work without a server and without a network. It is made from the built site, which is
    built first where it is not there.

    For example:

        build-edition export offline --output edition.zip
    """
    from build_edition.commands import export as command

    return command.run(Path.cwd(), form.value, output, site, specimen)
