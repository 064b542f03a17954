"""Typst, run as processes of their own: it keeps what it has set in memory until the process ends.

A book is set again with what the setting before has found (`writers/typst/found.py`), until nothing moves: first
the text alone, then alone what stands behind it, which needs the pages of the text, then both. Typst would do the
same by itself, but in one process, and it keeps all that it has set on the way.

`python -m build_edition.downloads.typesetting PAPER PART` reads the files of a book as JSON, by name, sets that
part of it and writes what it has found as JSON on a line; then, of the whole, the PDF, if all is where the files
have it. What Typst refuses is told on the other stream, as JSON too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from build_edition.errors import EditionError
from build_edition.writers.typst.found import FILE, QUESTION, WHOLE, Found

SPARING = {"MALLOC_TRIM_THRESHOLD_": "131072"}  # glibc gives back memory that is free: an eighth of the peak
STANDARDS = ("a-2a", "ua-1")
AGAIN = 4  # settings of the whole; the first is the last, unless its contents or its index moved a page


class TypesettingError(EditionError):
    """What Typst refuses."""


def typeset(files: Mapping[str, str], paper: str) -> bytes:
    """The PDF of a book, whose files are given by name, `main.typ` among them; raises `TypesettingError`."""
    text, _ = _set(files, paper, "text", Found())
    behind, _ = _set(files, paper, "behind", text)
    found = text.followed_by(behind)
    for _ in range(AGAIN):
        found, made = _set(files, paper, WHOLE, found)
        if made:
            return made
    raise _refused("its pages do not come to rest", [])


def _set(files: Mapping[str, str], paper: str, part: str, known: Found) -> tuple[Found, bytes]:
    """What is found when a part is set; of the whole the PDF, if nothing is elsewhere than it was known to be."""
    given = json.dumps({**files, FILE: known.as_file(part)}).encode()
    command = [sys.executable, "-m", __name__, paper, part]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env=os.environ | SPARING)
    if done.returncode == 0:
        line, _, made = done.stdout.partition(b"\n")
        return Found.of(json.loads(line)), made
    said = done.stderr.decode(errors="replace").strip()
    try:
        told = json.loads(said)
    except ValueError:
        told = {"message": said.splitlines()[-1] if said else "it ended without a word", "hints": []}
    raise _refused(told["message"], told["hints"])


def _refused(message: str, hints: list[str]) -> TypesettingError:
    return TypesettingError(
        f"Typst could not set the book: {message}",
        remedy=" ".join(hints) or "This is a fault of build-edition; please report it with the work's id.",
    )


def main() -> int:
    """Set the part of a book that is given."""
    import typst

    paper, part = sys.argv[1:]
    given = json.load(sys.stdin)
    files = {name: text.encode() for name, text in given.items()}
    # One word alone is told so: Typst takes several in any order, and in another sets all of it again for the PDF.
    asked: dict[str, Any] = {"sys_inputs": {"paper": paper}, "ignore_system_fonts": True}
    evaluated: Any = typst.eval  # its stub does not know that it takes files by name
    compiled: Any = typst.compile
    try:
        told = json.loads(evaluated(files, QUESTION, **asked))
        sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
        if part == WHOLE and Found.of(told).agrees(Found.read(given[FILE])):
            made = compiled(files, format="pdf", pdf_standards=list(STANDARDS), **asked)
            sys.stdout.buffer.write(made)
    except typst.TypstError as error:
        json.dump({"message": str(error), "hints": list(error.hints)}, sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
