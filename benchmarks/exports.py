"""How long it takes to make all that can be taken away, and how long to find that nothing has changed.

    python -m benchmarks.exports [--specimen] [--rounds 3]

Each round begins with an empty folder, and runs the command as a person types it: start-up is in the times. The
site is built in the first run too, for the zip of it is one of the files.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from build_edition import specimen
from build_edition.downloads.freshness import FOLDER, RECORD
from build_edition.downloads.making import cores
from build_edition.edition.project import Project

ROOT = Path(__file__).parent.parent
BOUNDS = (60, 3)  # seconds: of the first run, and of one that finds nothing changed


def main() -> None:
    """Measure all exports of all works: the first run, and the second."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description=__doc__)
    parser.add_argument("--specimen", action="store_true", help="of the specimen, in place of this edition")
    parser.add_argument("--rounds", type=int, default=3, help="rounds; the median is printed")
    options = parser.parse_args()
    root = specimen.ROOT if options.specimen else ROOT
    rounds = [measured(root) for _ in range(options.rounds)]
    firsts, seconds, counts, sizes = zip(*rounds, strict=True)
    title = f"{counts[0]} files, {sizes[0] / 1e6:.1f} MB, on {cores()} cores"
    table = Table("run", title=title, title_justify="left")
    for name in ("median", "lowest", "highest", "bound"):
        table.add_column(name, justify="right")
    for run, times, bound in zip(("first", "nothing changed"), (firsts, seconds), BOUNDS, strict=True):
        found = (statistics.median(times), min(times), max(times))
        table.add_row(run, *(f"{one:.2f} s" for one in found), f"{bound} s")
    Console(width=100, highlight=False).print(table)


def measured(root: Path) -> tuple[float, float, int, int]:
    """The seconds of both runs in a copy of an edition's folder, and the files with their bytes together."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(root, Path(folder) / "edition")
        first, again = exported(copy), exported(copy)
        made = json.loads((copy / FOLDER / RECORD).read_text(encoding="utf-8"))["files"]
        return first, again, len(made), sum(one["size"] for one in made.values())


def copied(root: Path, target: Path) -> Path:
    """An edition's own files in a folder without anything built, its sources beside them."""
    for name in ("edition", "bib", "docs"):
        if (root / name).is_dir():
            shutil.copytree(root / name, target / name)
    if (root / "mkdocs.yml").is_file():
        shutil.copy(root / "mkdocs.yml", target)
        (target / "build_edition").symlink_to(root / "build_edition")
    found = [folder for folder in Project.load(root).source_folders if folder.is_dir()]
    (target / "sources").mkdir()
    for file in (file for folder in found for file in folder.iterdir() if file.is_file()):
        shutil.copy(file, target / "sources")
    return target


def exported(folder: Path) -> float:
    """The seconds of one run of the command in a folder."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "build_edition", "export", "all"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
