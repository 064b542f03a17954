"""The command by which an editor reviews what may be wrong."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import CORRECTING, EXIT_CODES, app
from build_edition.commands.failing import reports_errors


class CauseName(StrEnum):
    """What is wrong with words."""

    CHARACTER = "character"
    CASE = "case"
    SPACING = "spacing"
    PUNCTUATION = "punctuation"
    WORD = "word"
    MARKUP = "markup"
    LOST_TEXT = "lost-text"


@app.command(epilog=EXIT_CODES, rich_help_panel=CORRECTING)
@reports_errors
def review(
    work: Annotated[
        Optional[list[str]],  # noqa: UP045 - Typer reads this at run time
        typer.Argument(metavar="[WORK]…", help="Only items of these works; of all by default."),
    ] = None,
    kind: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="Only items of this kind: suspect, odd-word, repeat, quotation-marks, spacing, lost-call, mark, "
            "rule, conjecture or doubt; or what it is about, such as apostrophe or head.",
        ),
    ] = None,
    by: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--by", metavar="NAME", help="Who decides; the name that git knows by default."),
    ] = None,
    limit: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--limit", min=1, metavar="N", help="Only the first items of the queue."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", "-l", help="Print the queue, and decide nothing.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the queue as JSON, with all evidence.")] = False,
    at: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--at",
            metavar="PLACE",
            help="Begin with this item, or with words that no item has: WORK:LINE:WORDS, or WORK:LINE.COLUMN.",
        ),
    ] = None,
    reading: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--as", metavar="READING", help="Read this at the place of --at; empty leaves the words out."
        ),
    ] = None,
    perhaps: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--perhaps", metavar="READING", help="Tell readers that this may have stood there."),
    ] = None,
    accept: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--accept", metavar="KEY[=N]", help="Accept the first, or the Nth, candidate of an item."),
    ] = None,
    reject: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--reject", metavar="KEY", help="Decide that the source is right at an item."),
    ] = None,
    cause: Annotated[
        Optional[CauseName],  # noqa: UP045
        typer.Option("--cause", help="What is wrong; it is guessed where it is not said."),
    ] = None,
    note: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--note", metavar="REASON", help="Why, for readers."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last decision back.")] = False,
) -> int:
    """Look at what may be wrong, the worthiest first, and decide on it.

    At a terminal each item is shown with the lines of its source, the candidates and the evidence; a key accepts
    a candidate, takes another reading, or rejects what is suspected. The key ? tells them all. Each decision is in
    its file at once: a correction or a `stet` in edition/emendations, a mark that is right or wrong in
    edition/works, and what else stands in edition/review. So a review can be left and taken up at any time.

    The queue holds what rules suspect, odd words, repeated words, quotation marks without partners, spaces and
    stops, lost note calls, marks and changes of which the rules are not certain, and the editors’ own
    conjectures and doubts.

    For example:

        build-edition review smith-1960

        build-edition review --list --limit 20 --kind odd-word

        build-edition review --accept smith-1960:84.12-word --reject smith-1960:97.3-odd-word --by "Ann Editor"

        build-edition review --at smith-1960:84:Ihave --as "I have"

        build-edition review --undo
    """
    from build_edition.commands import review as command

    asked = command.Asked(
        tuple(work or ()),
        tuple(kind or ()),
        by,
        limit,
        list_,
        json,
        at,
        reading,
        perhaps,
        tuple(accept or ()),
        tuple(reject or ()),
        cause.value if cause else None,
        note,
        undo,
    )
    return command.run(Path.cwd(), asked)
