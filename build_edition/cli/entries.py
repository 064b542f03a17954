"""The commands about what the glossary and the registers hold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from build_edition.cli.application import CORRECTING, EXIT_CODES, AllowOther, Works, app
from build_edition.commands.failing import reports_errors


@app.command(epilog=EXIT_CODES, rich_help_panel=CORRECTING)
@reports_errors
def concordance(
    term: Annotated[
        str,
        typer.Argument(
            metavar="TERM", help="The id of an entry of the glossary or a register, or any form of it."
        ),
    ],
    works: Works = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, with 60 characters on either side.")] = False,
    allow_other_source: AllowOther = False,
) -> int:
    """Show every place where the works name an entry, with the words about it, the keywords in one column.

    Each line says its passage and printed page, whether it stands in a heading (h), and whether its words are a
    part of a longer form of another entry (+). For a form that several entries share, all of them are shown.

    For example:

        build-edition concordance kolkhoz

        build-edition concordance "five-year plan" --works smith-1960 --json
    """
    from build_edition.commands import concordance as command

    return command.run(Path.cwd(), term, works or [], json, allow_other_source)
