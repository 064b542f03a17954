"""The commands that begin an edition, and put texts into it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from build_edition.cli.application import EDITIONS, EXIT_CODES, SOURCES, Layout, app
from build_edition.commands.failing import reports_errors

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Take what is proposed, and ask nothing.")]


@app.command(epilog=EXIT_CODES, rich_help_panel=EDITIONS)
@reports_errors
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet, or is empty.")],
    files: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Argument(metavar="[FILE]...", help="Texts to put into it at once, as `add` does."),
    ] = None,
    title: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--title", "-t", help="What the edition is called; asked for where it is not given."),
    ] = None,
    editor: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--editor", "-e", help="Who edits it; once for each. By default, whom git knows you as."),
    ] = None,
    licence: Annotated[
        str, typer.Option("--licence", help="Of what the editors write, as an SPDX identifier.")
    ] = "CC-BY-4.0",
    language: Annotated[
        str, typer.Option("--language", help="In which the editors write, as a BCP 47 tag.")
    ] = "en",
    yes: YesOption = False,
) -> int:
    """Begin an edition: a folder with all that one needs, and the first texts.

    What is written is short and says what it is: a record of the edition, a bibliography, a start page, and the
    editorial principles that the program keeps by itself. A folder that has anything in it is left alone.

    For example:

        build-edition new valley --title "Papers from the Valley" --editor "Ann Reader"

        build-edition new valley scan.txt --yes
    """
    from build_edition.commands import new as command

    return command.run(folder, files or [], title, editor or [], licence, language, yes)


@app.command(epilog=EXIT_CODES, rich_help_panel=EDITIONS)
@reports_errors
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=f"{SOURCES}.")],
    title: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--title", "-t", help="The title, as it is cited."),
    ] = None,
    author: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--author", "-a", help="“Ann Reader and Ben Writer”; or as filed, “Reader, Ann”."),
    ] = None,
    date: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--date", "-d", help="First published: 1909, 1960-04, 1956-02-28, or 1958-21 for spring."),
    ] = None,
    work_id: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--id", help="Its name in addresses and citations, such as reader-1909."),
    ] = None,
    layout: Annotated[
        Layout,
        typer.Option(
            "--layout", "-l", help="Lines as printed (book), a line a paragraph (essay), or a saved page (web)."
        ),
    ] = Layout.auto,
    origin: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--origin", help="Where the text comes from and how it was made, in a sentence."),
    ] = None,
    yes: YesOption = False,
) -> int:
    """Put a text into the edition in this folder: find out what it is, have that confirmed, write its record.

    Title, author and date are looked for before the text (title, byline, imprint), in a note of its source, in
    the running heads of its pages and in the name of the file. Each is shown with the place where it was found,
    and you confirm or correct it; what is not found is left out unless you say it. The file is copied into the
    folder of sources and never changed.

    For example:

        build-edition add scan.txt

        build-edition add scan.txt --author "Ann Reader" --date 1909 --yes
    """
    from build_edition.commands import add as command

    said = command.Said(title, author, date, work_id, layout.value, origin)
    return command.run(Path.cwd(), file, said, yes)
