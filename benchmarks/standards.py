"""What veraPDF says of every PDF of the edition, and what that takes: seconds, processor seconds, memory.

    python -m benchmarks.standards [--specimen] [--volume] [WORK …]

The tests ask it about the specimen and the shorter works; a book of 400 pages takes it a minute, and so does the
volume. Works may be named; `--volume` adds the volume, and without either all is checked. It ends with 1 where
veraPDF refuses a file.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from build_edition import specimen
from build_edition.downloads import pdf
from build_edition.downloads.form import Choices
from build_edition.whole import Whole
from tests.downloads.verapdf import ACCEPTED, command, missing
from tests.site_folder import copy_of, prepared

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF said of a file, line by line, and what it took."""

    name: str
    said: list[str]
    seconds: float
    processor: float
    memory: float

    @property
    def is_good(self) -> bool:
        return tuple(self.said) == ACCEPTED


def main() -> int:
    """Make each file and ask about it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.standards", description=__doc__)
    parser.add_argument("works", nargs="*", help="the works to check")
    parser.add_argument("--specimen", action="store_true", help="of the specimen, in place of this edition")
    parser.add_argument("--volume", action="store_true", help="the volume too, where works are named")
    options = parser.parse_args()
    if lacking := missing():
        parser.error(lacking)
    root = specimen.ROOT if options.specimen else ROOT
    sources = root / "sources" if options.specimen else ROOT.parent / "shared/sources"
    with tempfile.TemporaryDirectory() as folder:
        whole = prepared(copy_of(root, Path(folder) / "copy", sources))
        names = options.works or [item.record.id for item in whole.works if item.work]
        paths = made(whole, Path(folder), names, options.volume or not options.works)
        verdicts = [asked(path) for path in paths]
    print_verdicts(verdicts)
    return 0 if all(one.is_good for one in verdicts) else 1


def made(whole: Whole, folder: Path, names: list[str], with_volume: bool) -> Iterator[Path]:
    """The PDF of each work, and of the volume where it is wanted."""
    for item in whole.works:
        if item.record.id in names:
            path = folder / f"{item.record.id}.pdf"
            pdf.write_work_pdf(whole, item, path, Choices())
            yield path
    if with_volume:
        pdf.write_edition_pdf(whole, folder / "volume.pdf", Choices())
        yield folder / "volume.pdf"


def asked(path: Path) -> Verdict:
    """What veraPDF says of a file."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command([path]), stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"veraPDF ended with {process.returncode} on {path.name}")
        out.seek(0)
        said = out.read().decode().splitlines()
    taken = time.perf_counter() - began
    return Verdict(path.name, said, taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def print_verdicts(verdicts: list[Verdict]) -> None:
    """A row a file, and below the table what was found against each."""
    console = Console(width=110, highlight=False)
    table = Table("file", "verdict", title="PDF/UA-1 and PDF/A-2a by veraPDF", title_justify="left")
    for name in ("seconds", "processor", "memory"):
        table.add_column(name, justify="right")
    for one in verdicts:
        verdict = ", ".join(line for line in one.said if not line.startswith(" "))
        figures = (f"{one.seconds:.1f} s", f"{one.processor:.1f} s", f"{one.memory:.0f} MB")
        table.add_row(one.name, verdict, *figures)
    console.print(table)
    for one in verdicts:
        for line in one.said:
            if line.startswith(" "):
                console.print(f"{one.name}:{line}", markup=False)


if __name__ == "__main__":
    sys.exit(main())
