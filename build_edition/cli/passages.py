"""The commands about the ids of passages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from build_edition.cli.application import CORRECTING, EXIT_CODES, Works, app
from build_edition.commands.failing import reports_errors

passages = typer.Typer(
    no_args_is_help=True,
    help="The ids by which passages are cited: list them, or publish them for good.",
    rich_markup_mode="markdown",
)
app.add_typer(passages, name="passages", rich_help_panel=CORRECTING)


@passages.command("publish", epilog=EXIT_CODES)
@reports_errors
def publish_passages(
    works: Works = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be published, and write nothing.")
    ] = False,
) -> int:
    """Publish the ids of all passages that have none yet, in edition/passages/ID.txt.

    A published id is kept for good: the passage that holds its place in the source bears it, however many come
    before. Of a passage that is split, the first part keeps the id and the others get a letter after it; of two
    that are merged, the second id stays as an alias. What a published id leads to is watched by `check`.

    What all published passages read in this version of the edition is kept too, in edition/recensions/ID.txt, as
    departures from the source. So the site can tell later what has changed since, word by word.

    For example:

        build-edition passages publish --dry-run
    """
    from build_edition.commands import passages as command

    return command.publish(Path.cwd(), works or [], dry_run)


@passages.command("list", epilog=EXIT_CODES)
@reports_errors
def list_passages(work: Annotated[str, typer.Argument(metavar="WORK", help="The id of a work.")]) -> int:
    """List the passages of a work: id, kind, printed pages, lines of the source, and first words.

    The columns are parted by tabs, for grep, cut and spreadsheets.

    For example:

        build-edition passages list smith-1960 | grep figure
    """
    from build_edition.commands import passages as command

    return command.list_passages(Path.cwd(), work)
