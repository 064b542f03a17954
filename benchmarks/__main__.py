"""Runs the benchmarks and prints ratios. Nothing here passes or fails: the tests never assert times."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table

from benchmarks import transcribing


def main() -> None:
    """Run every benchmark; `--smoke` on little input, to see that they still run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="small inputs, one round")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each measure; the median is printed")
    options = parser.parse_args()
    console = Console(width=120)
    for title, rows in transcribing.run(smoke=options.smoke, rounds=1 if options.smoke else options.rounds):
        table = Table(title=title, title_justify="left")
        for name in ("what", "input", "median", "ratio", "against"):
            table.add_column(name, justify="right" if name in ("input", "median", "ratio") else "left")
        for row in rows:
            table.add_row(row.what, row.size, row.figure, row.ratio, row.against)
        console.print(table)


main()
