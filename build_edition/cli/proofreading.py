"""The commands about the state of proofreading."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Optional

import typer
from typer.core import TyperGroup

from build_edition.cli.application import EXIT_CODES, TOGETHER, Works, app
from build_edition.commands.failing import reports_errors

By = Annotated[
    Optional[str],  # noqa: UP045 - Typer reads this at run time
    typer.Option("--by", metavar="NAME", help="Who you are; by default, the name that git knows."),
]


class _ShowsByDefault(TyperGroup):
    """A group whose first word, where it names no command, is what `show` takes: `status smith-1960`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed


status = typer.Typer(
    cls=_ShowsByDefault,
    help="How far the works are proofread: `status` of all, `status WORK` of one, `status set` to record it.",
    rich_markup_mode="markdown",
)
app.add_typer(status, name="status", rich_help_panel=TOGETHER)


@status.command("show", epilog=EXIT_CODES)
@reports_errors
def show_status(
    work: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="WORK", help="The id of a work, for its sections and pages; else all works."),
    ] = None,
) -> int:
    """Tell how much of each work is proofread; of one work, section by section and page by page.

    A text that has changed since it was proofread or validated counts as one state less. `status WORK` says the
    same as `status show WORK`.

    For example:

        build-edition status smith-1960
    """
    from build_edition.commands import status as command

    return command.show(Path.cwd(), [work] if work else [])


@status.command("set", epilog=EXIT_CODES)
@reports_errors
def set_status(
    work: Annotated[str, typer.Argument(metavar="WORK", help="The id of a work.")],
    unit: Annotated[
        str,
        typer.Argument(
            metavar="UNIT", help="The key of a section (`4`), a page (`p.184`), pages (`pp.184-190`), or `whole`."
        ),
    ],
    state: Annotated[
        str, typer.Argument(metavar="STATE", help="`not-proofread`, `problematic`, `proofread` or `validated`.")
    ],
    by: By = None,
    note: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--note", help="What others should know, such as what the problem is."),
    ] = None,
) -> int:
    """Record in what state you leave a part of a work, in edition/status/WORK.yml.

    The record has the day and a digest of the text, by which a later change is known. Only what is proofread can
    be validated, and only by another person.

    For example:

        build-edition status set smith-1960 p.184 proofread --by "Ann Editor"

        build-edition status set smith-1960 4 problematic --note "Two lines of the table are lost."
    """
    from build_edition.commands import status as command

    return command.record(Path.cwd(), work, unit, state, by, note)


@app.command("next", epilog=EXIT_CODES, rich_help_panel=TOGETHER)
@reports_errors
def next_part(works: Works = None, by: By = None) -> int:
    """Name the page or section that most needs you, and what to type to go on there.

    First what somebody found problematic, then what another person has proofread and waits to be validated, then
    what is not proofread, beginning with the most suspect words. Nobody is sent to what they have judged already.

    For example:

        build-edition next --by "Ann Editor"
    """
    from build_edition.commands import next_task as command

    return command.run(Path.cwd(), works or [], by)
