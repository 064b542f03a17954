"""How fast `transcribe` is: beside a Markdown parser on the same text, and as the text grows."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from build_edition.rules import transcribe
from build_edition.source import Source
from build_edition.specimen import ROOT as SPECIMEN


@dataclass(frozen=True)
class Row:
    """One measured figure, and its ratio to that of another row."""

    what: str
    size: str
    figure: str
    ratio: str = ""
    against: str = ""


def run(*, smoke: bool, rounds: int) -> Iterator[tuple[str, list[Row]]]:
    """Each table of figures: its title and rows."""
    book = specimen_book()
    sizes = (1, 2) if smoke else (1, 4, 24)  # to 20 MB
    unit = book if smoke else book * max(1, 850_000 // len(book))
    yield "The rules, in one process", beside_a_parser(unit, rounds)
    yield "The rules, as the text grows (1.0 a character is linear)", growth(unit, sizes, rounds)
    yield "The command, as a whole process: processor time", whole_command(unit, rounds)


def specimen_book() -> str:
    """The largest source of the specimen."""
    path = max((SPECIMEN / "sources").glob("*.txt"), key=lambda path: path.stat().st_size)
    return Source.decode(path.read_bytes(), path.name).text


def beside_a_parser(text: str, rounds: int) -> list[Row]:
    """Seconds for the rules and for markdown-it-py on the same text."""
    ours = timed(lambda: transcribe(Source.from_text(text), "book"), rounds)
    theirs = timed(lambda: MarkdownIt().parse(text), rounds)
    size = f"{len(text):,} chars"
    return [
        Row("all rules", size, f"{ours:.2f} s", f"{ours / theirs:.2f}", "markdown-it-py parsing it"),
        Row("markdown-it-py", size, f"{theirs:.2f} s"),
    ]


def growth(text: str, sizes: tuple[int, ...], rounds: int) -> list[Row]:
    """Seconds a character at each multiple of the text, against the first."""
    rows: list[Row] = []
    first = 0.0
    for size in sizes:
        longer = text * size
        each = timed(lambda longer=longer: transcribe(Source.from_text(longer), "book"), rounds) / len(longer)  # type: ignore[misc]
        first = first or each
        rows.append(
            Row(
                "all rules",
                f"{len(longer):,} chars",
                f"{each * 1e6:.2f} µs/char",
                f"{each / first:.2f}",
                f"{sizes[0]}×",
            )
        )
    return rows


def whole_command(text: str, rounds: int) -> list[Row]:
    """Processor seconds of `build-edition transcribe`, writing included, and of its start-up alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.txt"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "build_edition", "transcribe", str(path), "--format", "standoff"]
        empty = Path(folder) / "empty.txt"
        empty.write_text("\n", encoding="utf-8")
        ours = processor_time(command, rounds)
        start_up = processor_time([*command[:4], str(empty), *command[5:]], rounds)
    return [
        Row(
            "build-edition transcribe",
            f"{len(text):,} chars",
            f"{ours:.2f} s",
            f"{ours / start_up:.1f}",
            "start-up",
        ),
        Row("the same, on an empty text: start-up", "", f"{start_up:.2f} s"),
        Row("beyond start-up", f"{len(text):,} chars", f"{ours - start_up:.2f} s"),
    ]


def processor_time(command: list[str], rounds: int) -> float:
    """The median seconds of processor time, user and system, of `rounds` runs of a command."""
    times = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times)


def timed(work: Callable[[], object], rounds: int) -> float:
    """The median seconds of `rounds` runs."""
    times = []
    for _ in range(rounds):
        before = time.perf_counter()
        work()
        times.append(time.perf_counter() - before)
    return statistics.median(times)
