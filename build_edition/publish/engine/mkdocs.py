"""Running MkDocs, and listening to what it warns of."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from build_edition.errors import EditionError

EPOCH = "315532800"  # 1 January 1980: a build has no date of its own, so the same texts give the same bytes


def run_mkdocs(config: Path, strict: bool) -> tuple[str, ...]:
    """Build the site that `config` describes; gives back the warnings.

    Never quietly: `-q` would silence `--strict` too. Raises `EditionError` when MkDocs fails for another
    reason than its warnings.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--config-file", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    environment.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    done = subprocess.run(
        command + ["--strict"] * strict, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    warnings = warnings_in(done.stderr)
    if done.returncode and not warnings:
        last = done.stderr.strip().splitlines()[-12:]
        raise EditionError("MkDocs did not build the site:\n  " + "\n  ".join(last), where=config.name)
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
