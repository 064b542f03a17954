"""The commands about a change: what it does, and by which workflows a forge asks that of each."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import EXIT_CODES, TOGETHER, app
from build_edition.commands.failing import reports_errors


class ReportForm(str, Enum):  # noqa: UP042 - a StrEnum shows no choices in older releases of Typer
    """What `report` writes."""

    markdown = "markdown"
    html = "html"
    json = "json"
    text = "text"


class ForgeName(str, Enum):  # noqa: UP042
    """The software of a forge."""

    github = "github"
    gitlab = "gitlab"
    forgejo = "forgejo"


@app.command(epilog=EXIT_CODES, rich_help_panel=TOGETHER)
@reports_errors
def report(
    base: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--base", "-b", metavar="REF", help="The branch, tag or commit to compare with."),
    ] = None,
    from_file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--from", metavar="FILE", help="Compare nothing: write a report again from its report.json."),
    ] = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--output",
            "-o",
            help="A folder, for report.md, report.html and report.json, or one file; standard output by default.",
        ),
    ] = None,
    format: Annotated[
        Optional[ReportForm],  # noqa: UP045
        typer.Option(
            "--format",
            "-f",
            help="markdown: for a comment, at most 65,000 bytes; html: a page; json; or text, for a terminal.",
        ),
    ] = None,
    discreet: Annotated[
        bool,
        typer.Option(
            "--discreet", help="Quote nothing of a source but the words that change: no line, no context."
        ),
    ] = False,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="WHAT[,WHAT…]",
            help="End with exit code 1 where there are new `errors`, `published` passages are found no more, or "
            "`scores` fall.",
        ),
    ] = "",
) -> int:
    """Tell what the working tree changes in the edition, beside a commit.

    Each place that reads otherwise, before and after, with its source line, who changed it and why; every place
    that a rule treats otherwise; what is marked otherwise; published passages that are touched; records, findings
    and figures. The text as it was is made by the code and the records of the commit at which the branch left REF.

    Nothing in the repository is written. Where a source is not at hand, the report says what the records say, and
    what it could not know.

    For example:

        build-edition report --base main

        build-edition report --base origin/main --output report

        build-edition report --base v1.0 --output changes.html

        build-edition report --from report.json --output comment.md
    """
    from build_edition.commands import report as command

    form = format.value if format else None
    return command.run(Path.cwd(), base, from_file, output, form, discreet, fail_on)


@app.command(epilog=EXIT_CODES, rich_help_panel=TOGETHER)
@reports_errors
def workflows(
    forge: Annotated[ForgeName, typer.Argument(metavar="FORGE", help="github, gitlab or forgejo (Gitea too).")],
) -> int:
    """Write the workflows by which a forge checks each change of this edition, reports on it and shows the site.

    They run `check`, `report` and `build`, need no source text, and put none where others can read it; what can be
    set (a private repository of the texts, publishing the site) is said at the head of each. What is there already
    is left as it is.

    For example:

        build-edition workflows github
    """
    from build_edition.commands import workflows as command

    return command.run(Path.cwd(), forge.value)
