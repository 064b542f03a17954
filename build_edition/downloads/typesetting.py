"""Typst, run as a process of its own: it keeps what it has set in memory until the process ends.

`python -m build_edition.downloads.typesetting PAPER` reads the files of a book as JSON, by name, and writes the
PDF; what Typst refuses is told on the other stream, as JSON too.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from build_edition.errors import EditionError

STANDARDS = ("a-2a", "ua-1")


class TypesettingError(EditionError):
    """What Typst refuses."""


def typeset(files: Mapping[str, str], paper: str) -> bytes:
    """The PDF of a book, whose files are given by name, `main.typ` among them; raises `TypesettingError`."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, paper], input=json.dumps(files).encode(), capture_output=True, check=False
    )
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip()
    try:
        told = json.loads(said)
    except ValueError:
        told = {"message": said.splitlines()[-1] if said else "it ended without a word", "hints": []}
    raise TypesettingError(
        f"Typst could not set the book: {told['message']}",
        remedy=" ".join(told["hints"]) or "This is a fault of build-edition; please report it with the work's id.",
    )


def main() -> int:
    """Set the book that is given."""
    import typst

    files = {name: text.encode() for name, text in json.load(sys.stdin).items()}
    try:
        compiled: Any = typst.compile  # its stub does not know that it takes files by name
        made = compiled(
            files,
            format="pdf",
            sys_inputs={"paper": sys.argv[1]},
            pdf_standards=list(STANDARDS),
            ignore_system_fonts=True,
        )
    except typst.TypstError as error:
        json.dump({"message": str(error), "hints": list(error.hints)}, sys.stderr)
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
