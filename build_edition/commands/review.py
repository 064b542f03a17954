"""`build-edition review`: what should be looked at next, decided at a terminal or by a script."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer
from rich.console import Console

from build_edition.commands.person import known_to_git, name_of
from build_edition.commands.reviewing.keyboard import Terminal
from build_edition.commands.reviewing.listing import as_json, print_items
from build_edition.commands.reviewing.loop import Review
from build_edition.commands.screen import busy, screen
from build_edition.commands.selection import ids_in
from build_edition.edition.project import Project
from build_edition.edition.words.emendations import Cause
from build_edition.errors import GOOD, UsageError
from build_edition.pipeline import choose, no_source, prepare
from build_edition.review.asked import item_at, place_of
from build_edition.review.choices import Choice, Verb
from build_edition.review.item import Item
from build_edition.review.session import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the command. `works` and `kinds` choose items; the rest decides on some, or lists them."""

    works: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    by: str | None = None
    limit: int | None = None
    listed: bool = False
    json: bool = False
    at: str | None = None
    reading: str | None = None
    perhaps: str | None = None
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    cause: Cause | None = None
    note: str | None = None
    undo: bool = False

    @property
    def ids(self) -> list[str]:
        """The works that are asked about, those of keys too; none where all are."""
        places = [*self.accept, *self.reject, *([self.at] if self.at else [])]
        return ids_in(self.works) or (
            list(dict.fromkeys(key.partition(":")[0] for key in places)) if self.decides else []
        )

    @property
    def decides(self) -> bool:
        return bool(
            self.accept or self.reject or self.undo or self.reading is not None or self.perhaps is not None
        )


def run(start: Path, asked: Asked, today: date | None = None) -> int:
    """List the queue, decide on items, or review at the terminal; returns the exit code."""
    project = Project.load(start)
    at_terminal = not (asked.listed or asked.json or asked.decides)
    if at_terminal and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "a review needs a terminal",
            remedy="To see the queue: build-edition review --list. To decide: --accept KEY, --reject KEY.",
        )
    decides = asked.decides or at_terminal
    by = name_of(asked.by, project.root) if decides else asked.by or known_to_git(project.root)
    session = _session(project, asked.ids, by, today or date.today())
    queue = session.queue.only(asked.kinds)
    if asked.decides:
        return _decide(session, asked)
    for problem in queue.problems:
        typer.echo(f"build-edition: {problem}", err=True)
    items = list(queue.items[: asked.limit])
    if asked.at:
        items.insert(0, _item(session, asked.at))
    if asked.json:
        typer.echo(as_json(items, session.works, len(queue.items), session.decided_today))
    elif asked.listed:
        print_items(screen(), items, len(queue.items), session.decided_today)
    else:
        Review(session, items, Terminal(), Console(highlight=False, markup=False, emoji=False)).run()
    return GOOD


def _session(project: Project, ids: list[str], by: str, today: date) -> Session:
    """A session over some works, or all."""
    works = []
    for record in choose(project, ids):
        with busy(f"Preparing {record.id} …"):
            works.append(prepare(project, record, allow_other=True))
    here = [item for item in works if item.status == "found"]
    if not here:
        raise no_source(works[0].record)
    with busy("Looking for what should be looked at …"):
        return Session(project, here, by, today)


def _decide(session: Session, asked: Asked) -> int:
    """Do what options say, each as a decision of its own."""
    if asked.undo:
        entry = session.undo()
        if entry is None:
            raise UsageError("there is nothing to undo")
        typer.echo(f"Taken back: {', '.join(entry.keys)}: {entry.told}")
    chosen = [_chosen(session, said, "accept", asked) for said in asked.accept]
    chosen += [_chosen(session, said, "reject", asked) for said in asked.reject]
    if asked.reading is not None or asked.perhaps is not None:
        if asked.at is None:
            raise UsageError("where is it to be read?", remedy="Say it with --at KEY, or --at WORK:LINE:WORDS.")
        verb: Verb = "edit" if asked.reading is not None else "doubt"
        reading = asked.reading if asked.reading is not None else asked.perhaps or ""
        chosen.append((_item(session, asked.at), Choice(verb, reading, asked.cause, asked.note)))
    for item, choice in chosen:
        entry = session.decide([(item, choice)])
        files = ", ".join(dict.fromkeys(change.path.as_posix() for change in entry.changes))
        typer.echo(f"{item.key}: {entry.told} ({files})")
    return GOOD


def _chosen(session: Session, said: str, verb: Verb, asked: Asked) -> tuple[Item, Choice]:
    """An item of the queue and what is chosen for it: `KEY`, or `KEY=2` for its second candidate."""
    key, _, number = said.partition("=")
    item = session.item(key)
    if verb == "reject" or item.found.kind == "mark":
        return item, Choice(verb, cause=asked.cause, note=asked.note)
    if (number and not number.isdecimal()) or not 1 <= int(number or 1) <= len(item.found.candidates):
        raise UsageError(
            f"{key} has no candidate {number or 1}",
            remedy=f"It has {len(item.found.candidates)}. For another reading: --at {key} --as READING",
        )
    return item, Choice(verb, item.found.candidates[int(number or 1) - 1].reading, asked.cause, asked.note)


def _item(session: Session, place: str) -> Item:
    """The item of the queue with this key, or the words at this place."""
    for item in session.queue.items:
        if item.key == place:
            return item
    work_id, line, column, words = place_of(place)
    record = session.project.work(work_id)
    if record.id not in session.works:
        raise no_source(record)
    return item_at(session.works[record.id], line, column, words)
