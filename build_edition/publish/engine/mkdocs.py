"""Running MkDocs, and listening to what it warns of."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from build_edition.errors import EditionError

EPOCH = "315532800"  # 1 January 1980: a build has no date of its own, so the same texts give the same bytes


@contextmanager
def mkdocs_at_work(config: Path, strict: bool) -> Iterator[Callable[[], tuple[str, ...]]]:
    """MkDocs at work on the site that `config` describes, while the block does something else.

    The block is given a function that waits for the end and gives back the warnings. It raises `EditionError` when
    MkDocs fails for another reason than its warnings. Never quietly: `-q` would silence `--strict` too.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--config-file", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    environment.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    with (
        tempfile.TemporaryFile() as log,  # and no pipe, which stops MkDocs when it is full
        subprocess.Popen(
            command + ["--strict"] * strict, env=environment, stdout=subprocess.DEVNULL, stderr=log
        ) as process,
    ):

        def finished() -> tuple[str, ...]:
            failed = process.wait() != 0
            log.seek(0)
            said = log.read().decode("utf-8", "replace").replace(os.linesep, "\n")
            return _judged(said, failed, config.name)

        try:
            yield finished
        finally:
            process.kill()


def _judged(log: str, failed: bool, name: str) -> tuple[str, ...]:
    """The warnings of a run, or its error where it failed without any."""
    warnings = warnings_in(log)
    if failed and not warnings:
        last = log.strip().splitlines()[-12:]
        raise EditionError("MkDocs did not build the site:\n  " + "\n  ".join(last), where=name)
    return warnings


def warnings_in(log: str) -> tuple[str, ...]:
    """The warnings and errors of a log of MkDocs, each with the lines that belong to it."""
    found: list[str] = []
    inside = False
    for line in log.splitlines():
        if line.startswith(("WARNING", "ERROR")):
            found.append(line.split("-", 1)[-1].strip())
            inside = True
        elif inside and line.startswith(" ") and line.strip():
            found[-1] += f"\n{line.rstrip()}"
        else:
            inside = False
    return tuple(found)
