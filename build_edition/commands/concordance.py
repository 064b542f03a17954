"""`build-edition concordance`: every place where the works name an entry, each with the words about it."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from build_edition.apparatus.concordance import ConcordanceLine, concordance, first_words, last_words
from build_edition.commands.screen import busy, screen
from build_edition.commands.selection import ids_in
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.forms import plain_form, written_as
from build_edition.edition.project import Project
from build_edition.errors import GOOD, UsageError
from build_edition.pipeline import choose
from build_edition.whole import Whole, prepare_edition
from build_edition.writers.concordance import entry_lines

WIDEST_KEYWORD = 30  # columns that are set aside for keywords
WIDEST_PLACE = 22
LEAST_CONTEXT = 12
HEADING, WITHIN = "h", "+"
SIGNS = {
    HEADING: f"{HEADING} in a heading",
    WITHIN: f"{WITHIN} a part of a longer form of another entry",
}


def run(start: Path, term: str, works: list[str], as_json: bool, allow_other: bool) -> int:
    """Print the lines of the entries that `term` names; returns the exit code."""
    project = Project.load(start)
    entries = entries_named(project, term)
    records = choose(project, ids_in(works))
    with busy("Reading the works …"):
        whole = prepare_edition(project, records, allow_other)
    if as_json:
        typer.echo(json.dumps([entry_lines(whole, entry) for entry in entries], ensure_ascii=False, indent=1))
        return GOOD
    console = screen()
    for entry in entries:
        _print(console, whole, entry)
    absent = [item.record.id for item in whole.works if item.work is None]
    if absent:
        console.print(f"Not read, since their sources are not here: {', '.join(absent)}.", soft_wrap=True)
    return GOOD


def entries_named(project: Project, term: str) -> list[Entry]:
    """The entries that have `term` as their id, or else as their name or a form.

    Raises `UsageError`, with the nearest, where there is none.
    """
    entries = project.entries
    if term in entries:
        return [entries[term]]
    plain = plain_form(term)
    found = [
        entry
        for entry in entries.values()
        if plain in {plain_form(entry.label), plain_form(entry.shown)}
        or any(plain in written_as(form, entry.is_exact) for form in entry.forms)
    ]
    if not found:
        near = ", ".join(_nearest(project, plain))
        remedy = f"The nearest are: {near}." if near else "The edition has no glossary and no registers yet."
        raise UsageError(f"no entry is called, or has the form, “{term}”", remedy=remedy)
    return found


def _nearest(project: Project, term: str, most: int = 5) -> list[str]:
    """The ids of the entries whose id, name or form is most like `term`, the likest first."""
    from rapidfuzz import fuzz, process, utils

    names = [(name, e.id) for e in project.entries.values() for name in {e.id, e.label, e.shown, *e.forms}]
    names.sort()
    found = process.extract(
        term, [name for name, _ in names], scorer=fuzz.ratio, processor=utils.default_process, limit=40
    )
    return list(dict.fromkeys(names[place][1] for _, _, place in found))[:most]


def _print(console: Console, whole: Whole, entry: Entry) -> None:
    """The lines of an entry, work by work, with the keywords in one column."""
    lines = concordance(whole.occurrences[entry.id], whole.passages, width=console.width)
    times = f"{len(lines)} occurrence{'s' * (len(lines) != 1)}"
    console.print(f"{entry.label} ({entry.kind} {entry.id}): {times}", style="bold", soft_wrap=True)
    places = [_place(line) for line in lines]
    place_width = min(max((cell_len(place) for place in places), default=0), WIDEST_PLACE)
    keyword = min(max((cell_len(line.keyword) for line in lines), default=0), WIDEST_KEYWORD)
    context = max((console.width - place_width - keyword - 2) // 2, LEAST_CONTEXT)
    work = ""
    for line, place in zip(lines, places, strict=True):
        if line.occurrence.place.work != work:
            work = line.occurrence.place.work
            console.print(work, style="underline", soft_wrap=True)
        console.print(_shown(line, place, place_width, context), no_wrap=True, overflow="crop", crop=True)
    signs = "".join(place[-1] for place in places if place)
    legend = [said for sign, said in SIGNS.items() if sign in signs]
    if legend:
        console.print("; ".join(legend), style="dim", soft_wrap=True)
    console.print()


def _shown(line: ConcordanceLine, place: str, place_width: int, context: int) -> Text:
    """A line whose keyword begins where those of the others do."""
    left = last_words(line.left, context)
    return Text.assemble(
        (_cut(place, place_width), "dim"),
        " " * (2 + context - cell_len(left)),
        left,
        (line.keyword, "bold"),
        first_words(line.right, context),
    )


def _place(line: ConcordanceLine) -> str:
    """Where a line stands in its work: passage, printed page, and the sign of what is to be known of it."""
    place = line.occurrence.place
    page = f" p. {place.page}" if place.page else ""
    sign = f" {HEADING}" if place.in_heading else f" {WITHIN}" if line.occurrence.within else ""
    name = place.passage or place.section
    return f"{_cut(name, min(cell_len(name), WIDEST_PLACE - cell_len(page + sign)))}{page}{sign}".lstrip()


def _cut(text: str, width: int) -> str:
    """The text in exactly so many columns; a longer one ends in an ellipsis."""
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"
