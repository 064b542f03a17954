"""Runs the benchmarks: times as ratios, and scores on books with truth. Nothing here passes or fails."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table

from benchmarks import pdf, reading, transcribing
from benchmarks.corpora import run as corpora
from benchmarks.designs import run as designs

WIDE = 190  # columns of the terminal that the table of designs needs


def main() -> None:
    """Run every benchmark; `--smoke` on little input, to see that they still run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="small inputs, one round")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each measure; the median is printed")
    parser.add_argument("--corpora", action="store_true", help="only the scores on books with truth")
    parser.add_argument("--designs", action="store_true", help="only the scores on texts set in several designs")
    parser.add_argument(
        "--scans", action="store_true", help="with --designs: also as OCR reads poor scans (minutes)"
    )
    parser.add_argument(
        "--drawn",
        type=int,
        nargs=2,
        metavar=("FROM", "TO"),
        help="with --designs: instead of the four, the designs drawn by lot of these numbers",
    )
    options = parser.parse_args()
    console = Console(width=120, highlight=False)
    if not (options.corpora or options.designs):
        print_times(console, options)
    if not options.designs:
        corpora.run(console, smoke=options.smoke)
    if not options.corpora:
        wide = Console(width=WIDE, highlight=False)
        designs.run(wide, smoke=options.smoke, scanned=options.scans, drawn=options.drawn)


def print_times(console: Console, options: argparse.Namespace) -> None:
    """Print how long things take, each beside another."""
    rounds = 1 if options.smoke else options.rounds
    tables = [*transcribing.run(smoke=options.smoke, rounds=rounds), *reading.run(options.smoke, rounds)]
    tables += pdf.run(options.smoke, rounds)
    for title, rows in tables:
        table = Table(title=title, title_justify="left")
        for name in ("what", "input", "median", "ratio", "against"):
            table.add_column(name, justify="right" if name in ("input", "median", "ratio") else "left")
        for row in rows:
            table.add_row(row.what, row.size, row.figure, row.ratio, row.against)
        console.print(table)


main()
