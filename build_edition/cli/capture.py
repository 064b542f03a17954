"""The command that turns edited pages into records."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import CORRECTING, EXIT_CODES, app
from build_edition.commands.failing import reports_errors


class CauseOption(str, Enum):  # noqa: UP042 - a StrEnum shows no choices in older releases of Typer
    """What is wrong with words."""

    character = "character"
    case = "case"
    spacing = "spacing"
    punctuation = "punctuation"
    word = "word"
    markup = "markup"
    lost_text = "lost-text"


@app.command(epilog=EXIT_CODES, rich_help_panel=CORRECTING)
@reports_errors
def capture(
    files: Annotated[
        Optional[list[Path]],  # noqa: UP045 - Typer reads this at run time
        typer.Argument(metavar="[FILE]…", help="Pages of docs/works; all that were edited by default."),
    ] = None,
    by: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--by", metavar="NAME", help="Who you are; by default, the name that git knows."),
    ] = None,
    cause: Annotated[
        Optional[CauseOption],  # noqa: UP045
        typer.Option("--cause", help="What is wrong with all the words changed, in place of what is guessed."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write the records without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the records, and write nothing.")] = False,
) -> int:
    """Make records of what you changed in the pages of docs/works.

    A build writes the text of each work as plain Markdown to docs/works. Correct it there with any editor, then
    capture: changed words become records in edition/emendations, and what you made a paragraph, a heading, a
    quotation, an item of a list, emphasis or the call of a note becomes records in edition/works. All are shown
    first, and proved: with them, a build gives the page as you edited it. What no record can say is told, and left
    in your file.

    For example:

        build-edition capture

        build-edition capture docs/works/smith-1960/4.md --by "Ann Editor" --dry-run
    """
    from build_edition.commands import capture as command

    return command.run(Path.cwd(), files or [], by, cause.value if cause else None, yes, dry_run)
