"""Running every step over the corpora, and printing the scores by step."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from benchmarks.corpora import peers
from benchmarks.corpora.books import FOLDER, books
from benchmarks.corpora.forme_work import forme_work
from benchmarks.corpora.hyphens import line_end_hyphens
from benchmarks.corpora.quote_marks import quote_marks
from benchmarks.corpora.running_text import running_text
from benchmarks.corpora.score import OURS, Score
from benchmarks.corpora.structure import page_joins, page_notes, structure


def scores(smoke: bool) -> Iterator[Score]:
    """Every score: each step on each corpus that has truth for it, by everyone who does that step."""
    for book in books(smoke):
        if book.page_names or "PDF" in book.name:
            yield from line_end_hyphens(book)
        yield from forme_work(book)
        yield from page_joins(book)
        yield from structure(book)
        if book.page_names:
            yield from page_notes(book)
        yield from running_text(book)
    yield from quote_marks(smoke)


def run(console: Console, *, smoke: bool) -> None:
    """Print the scores as one table a step, and below it a few of our misses."""
    if not FOLDER.is_dir():
        console.print("The corpora are NOT RUN: there is no folder ../shared/corpora beside this checkout.")
        return
    for package, what in peers.missing().items():
        console.print(
            f"NOT INSTALLED, so left out: {package}, which {what}. To have it: pip install {package}", markup=False
        )
    every = list(scores(smoke))
    for step in dict.fromkeys(score.step for score in every):
        console.print(_table(step, [score for score in every if score.step == step]))
        for score in every:
            if score.step == step and score.who == OURS and score.misses:
                console.print(f"  {score.corpus}: " + "; ".join(score.misses), style="dim", markup=False)


def _table(step: str, rows: list[Score]) -> Table:
    table = Table("corpus", "by", title=step, title_justify="left", title_style="bold")
    table.add_column("figure", justify="right")
    table.add_column("counts")
    for corpus in dict.fromkeys(row.corpus for row in rows):
        for row in (row for row in rows if row.corpus == corpus):
            table.add_row(row.corpus, row.who, row.figure, row.counts)
    return table
