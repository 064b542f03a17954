"""The command line: what each command takes, and what its `--help` says.

What a command does stands in `commands/`, imported only when it runs, so that `--help` is there at once.
"""

from __future__ import annotations

import gc

# isort: off
# In this order the help lists the commands.
from build_edition.cli import starting, edition, exports  # an edition
from build_edition.cli import reviewing, capture, entries, passages, lines  # correcting its texts
from build_edition.cli import proofreading, reports  # working together
from build_edition.cli import texts  # a text by itself

# isort: on
from build_edition.cli.application import EXIT_CODES, app


def main() -> None:
    """Run the command line."""
    # The rules make many small lasting records and hardly a cycle: to look for those so often costs a tenth.
    gc.set_threshold(50_000, 50, 50)
    app()


__all__ = [
    "EXIT_CODES",
    "app",
    "capture",
    "edition",
    "entries",
    "exports",
    "lines",
    "main",
    "passages",
    "proofreading",
    "reports",
    "reviewing",
    "starting",
    "texts",
]
