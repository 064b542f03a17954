"""`build-edition add`: a text put into the edition, with a record that a person has confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typer
from rich.table import Table

from build_edition.commands.screen import busy, is_somebody_there, screen, shown, warn
from build_edition.edition.project import Project
from build_edition.edition.records import Layout
from build_edition.errors import GOOD, UsageError
from build_edition.pipeline import prepare
from build_edition.starting import adding
from build_edition.starting.author import filed
from build_edition.starting.guess import Guess
from build_edition.starting.proposal import Facts, Proposal, id_for, propose

_LAYOUTS = {
    "book": "lines as they were printed",
    "essay": "a line a paragraph, with traces of mark-up",
    "web": "a line a paragraph",
}
UNKNOWN = "not found"


@dataclass(frozen=True, slots=True)
class Said:
    """What the options say of a text."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    work_id: str | None = None
    layout: Layout = "auto"
    origin: str | None = None


def run(start: Path, file: Path, said: Said, yes: bool) -> int:
    """Put `file` into the edition around `start`; returns the exit code."""
    put(adding.edition_around(start), file, said, yes, start)
    return GOOD


def put(project: Project, file: Path, said: Said, yes: bool, start: Path) -> Project:
    """Put `file` into an edition, and give back the edition as it is then; paths are told from `start`."""
    if not yes and not is_somebody_there():
        raise UsageError(
            "nobody is there to ask what the text is",
            remedy="Take what is found with --yes; say the rest by --title, --author, --date and --id.",
        )
    source = adding.read(file)
    adding.refuse_twin(project, source)
    warn(source.warnings)
    with busy(f"Reading {file.name} …"):
        proposal = propose(source, file.name, said.layout)
    _print_proposal(proposal, file, said)
    facts = _confirmed(project, proposal, said, yes, file)
    added = adding.add(project, file, source, facts)
    _print_added(added, start)
    return added.project


def _print_proposal(proposal: Proposal, file: Path, said: Said) -> None:
    """What was found, and where."""
    console = screen()
    console.print(f"{file.name} seems to be", style="bold")
    table = Table(box=None, pad_edge=False, show_header=False)
    found = {
        "title": _told(said.title, proposal.title),
        "author": _told(said.author, proposal.author),
        "first published": _told(said.date, proposal.date),
        "layout": Guess(proposal.layout, _LAYOUTS.get(proposal.layout, "")),
    }
    for name, guess in found.items():
        table.add_row(f"  {name}", guess.words or UNKNOWN, guess.why)
    console.print(table)


def _told(said: str | None, found: Guess) -> Guess:
    return found if said is None else Guess(said, "as you say")


def _confirmed(project: Project, proposal: Proposal, said: Said, yes: bool, file: Path) -> Facts:
    """The facts, each as an option says it, else as a person does, else as it was found."""

    def fact(name: str, given: str | None, found: str) -> str:
        if given is not None or yes:
            return (given if given is not None else found).strip()
        return str(typer.prompt(name, default=found, show_default=bool(found))).strip()

    title = fact("Title", said.title, proposal.title.words)
    if not title:
        raise UsageError(f"no title was found in {file.name}", remedy="Say it: --title “…”")
    authors = filed(fact("Author, or nothing", said.author, proposal.author.words))
    date = fact("First published, or nothing", said.date, proposal.date.words)
    taken = {record.id for record in project.works} | set(project.bibliography)
    work_id = fact("Id, for addresses and citations", said.work_id, id_for(title, authors, date, taken))
    unknown = f"Supplied as the file {file.name}; how its text was made has not been recorded."
    return Facts(work_id, title, authors, date, proposal.layout, fact("Origin", said.origin, unknown))


def _print_added(added: adding.Added, start: Path) -> None:
    """What was read in the text, which files were written, and what comes next."""
    console = screen()
    item = prepare(added.project, added.project.work(added.work_id))
    assert item.transcript is not None
    marks = [mark.kind for mark in item.transcript.marks]
    counts = {
        "words": len(item.transcript.reading.text.split()),
        "printed pages": marks.count("pb"),
        "headings": marks.count("head"),
        "paragraphs": marks.count("p"),
        "note calls": marks.count("ref"),
        "places that may be wrong": marks.count("suspect"),
    }
    read = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number)
    console.print(f"\n{added.work_id}: {read}.", soft_wrap=True)
    console.print("Written:")
    for path in added.files:
        console.print(f"  {shown(path, start)}", soft_wrap=True)
    console.print(
        f"Look over edition/works/{added.work_id}.yml, above all whose the text is (rights). Then:\n"
        "  build-edition build     make the site\n"
        f"  build-edition review {added.work_id}     go through what may be wrong",
        soft_wrap=True,
    )
