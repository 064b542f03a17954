"""`build-edition serve`: show a built site on this machine."""

from __future__ import annotations

import errno
from pathlib import Path

import typer

from build_edition.commands.reviewing.page import ReviewBeside
from build_edition.commands.selection import SITE, site_of
from build_edition.commands.taking import COPY_OF_SPECIMEN
from build_edition.edition.project import EDITION, find_root
from build_edition.errors import GOOD, UsageError
from build_edition.publish.engine.serve import Quiet, serve


def run(start: Path, port: int, site: Path | None, use_specimen: bool) -> int:
    """Serve the site, which is built first where it is not there, until interrupted; returns the exit code."""
    folder = site
    if folder is None:
        folder = start / SITE / "specimen" if use_specimen else site_of(find_root(start), None)
        if not (folder / "index.html").is_file():
            from build_edition.commands import build

            code = build.run(start, [], folder, False, False, use_specimen)
            if code != GOOD:
                return code
    if not (folder / "index.html").is_file():
        raise UsageError(f"there is no site in {folder}", remedy="Build it first: build-edition build")
    try:
        server = serve(folder, port, _handler(start, site, use_specimen))
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
            raise
        raise UsageError(
            f"port {port} cannot be used: {error.strerror}", remedy="Choose another: build-edition serve --port 0"
        ) from None
    typer.echo(f"The site is at http://127.0.0.1:{server.server_address[1]}/ (stop with Ctrl-C)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        typer.echo("Stopped.")
    finally:
        server.server_close()
    return GOOD


def _handler(start: Path, site: Path | None, use_specimen: bool) -> type[Quiet]:
    """What serves the site: with the queue of the review beside it, where it is the site of an edition here."""
    try:
        root = start / COPY_OF_SPECIMEN if use_specimen else find_root(start)
    except UsageError:
        return Quiet
    if site is not None and site.resolve() != site_of(root, None).resolve():
        return Quiet
    return ReviewBeside(root).handler() if (root / EDITION).is_file() else Quiet
