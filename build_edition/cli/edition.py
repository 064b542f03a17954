"""The commands that work on an edition as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import (
    EDITIONS,
    EXIT_CODES,
    AllowOther,
    FindingsFormat,
    Site,
    Specimen,
    Works,
    app,
)
from build_edition.commands.failing import reports_errors


@app.command(epilog=EXIT_CODES, rich_help_panel=EDITIONS)
@reports_errors
def build(
    works: Works = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--output", "-o", help="Where the site goes; `site` in the edition's folder by default."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on any warning.")] = False,
    allow_other_source: AllowOther = False,
    specimen: Specimen = False,
    address: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--address", metavar="URL", help="Where the site is published, if not at `address` in edition.yml."
        ),
    ] = None,
    downloads: Annotated[
        bool,
        typer.Option("--downloads", help="First make all that can be taken away, as `export all` does."),
    ] = False,
    review: Annotated[
        bool,
        typer.Option("--review", help="Add the queue of the review at review/; not for a site that is published."),
    ] = False,
) -> int:
    """Build the site of the edition from whatever sources are found.

    A work whose source is missing gets a page with its record and how to supply the text. Where no source is
    found at all, the specimen is built beside these pages, so that there is something to see.

    Of the files that can be taken away, the site offers those that were made from the edition as it is now; which
    others there are is said. With `--downloads` they are made, and the site itself is packed as a zip.

    For example:

        build-edition build --strict --downloads

        build-edition build --works smith-1960,jones-1965 --output public

        build-edition build --address https://example.org/edition/
    """
    from build_edition.commands import build as command

    return command.run(
        Path.cwd(), works or [], output, strict, allow_other_source, specimen, address, downloads, review
    )


@app.command(epilog=EXIT_CODES, rich_help_panel=EDITIONS)
@reports_errors
def serve(
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes any free one.")] = 8000,
    site: Site = None,
    specimen: Specimen = False,
) -> int:
    """Show the site on this machine, building it first where it is not there.

    Only this machine can reach it. At review/ it also shows the queue of what should be looked at, which is no
    part of the site itself. Stop it with Ctrl-C.

    For example:

        build-edition serve --port 8080
    """
    from build_edition.commands import serve as command

    return command.run(Path.cwd(), port, site, specimen)


@app.command(epilog=EXIT_CODES, rich_help_panel=EDITIONS)
@reports_errors
def works() -> int:
    """List the works: whether the record is complete, the source found, and its hash the right one."""
    from build_edition.commands import works as command

    return command.run(Path.cwd())


@app.command(epilog=EXIT_CODES, rich_help_panel=EDITIONS)
@reports_errors
def check(
    works: Works = None,
    site: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--site", help="The built site whose links to follow; the edition's own by default."),
    ] = None,
    allow_other_source: AllowOther = False,
    form: Annotated[
        FindingsFormat,
        typer.Option("--format", "-f", help="For a person, for a program, or as annotations of a pull request."),
    ] = FindingsFormat.text,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    show_ignored: Annotated[
        bool, typer.Option("--show-ignored", help="Show also what edition/ignores.yml ignores.")
    ] = False,
) -> int:
    """Find what is wrong with the edition: its records, sources, emendations, accounting, passages and links.

    Prints how many characters of each source were kept, joined, removed as forme work, normalised and emended;
    each stands in one column, and the columns add up to the whole.

    What each finding means is told by `explain`. One that editors have judged is ignored where
    `edition/ignores.yml` says so, with a reason.

    For example:

        build-edition check --works smith-1960

        build-edition check --json > findings.json
    """
    from build_edition.commands import check as command

    chosen = "json" if as_json else form.value
    return command.run(Path.cwd(), works or [], site, allow_other_source, chosen, show_ignored)


@app.command(epilog=EXIT_CODES, rich_help_panel=EDITIONS)
@reports_errors
def explain(
    code: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="CODE", help="What stands in brackets in a finding; without one, all are listed."),
    ] = None,
) -> int:
    """Tell what a finding of `check` means, why it matters, and what to do about it.

    For example:

        build-edition explain call-lost
    """
    from build_edition.commands import explain as command

    return command.run(code or "")
