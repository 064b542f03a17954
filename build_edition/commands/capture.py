"""`build-edition capture`: what was changed in the pages of `docs/works`, shown as records and written on yes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast, get_args

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from build_edition.capture.capturing import Captured, capture
from build_edition.capture.changes import Change
from build_edition.capture.filing import put_away, renew_pages
from build_edition.capture.keeping import Kept, all_pages, by_work
from build_edition.capture.rebasing import rebased
from build_edition.capture.trial import Trial
from build_edition.commands.person import name_of
from build_edition.commands.screen import busy, is_somebody_there, screen, shown
from build_edition.corrections.as_yaml import as_yaml
from build_edition.corrections.drafts import Draft
from build_edition.corrections.structure_file import structure_yaml
from build_edition.edition.project import PAGES, WORKS, Project, find_root
from build_edition.edition.words.emendations import Cause
from build_edition.errors import FINDINGS, GOOD, CorrectionError, UsageError
from build_edition.pipeline import no_source, other_source, prepare

CAUSES = tuple(cause for cause in get_args(Cause) if cause != "slip")


def run(start: Path, files: Sequence[Path], by: str | None, cause: str | None, yes: bool, dry_run: bool) -> int:
    """Capture the edited pages among `files`, or all; returns the exit code, 1 where anything is left."""
    root = find_root(start)
    kept = Kept.read(root)
    console = screen()
    paths = [path for path in _named(root, files, start) if kept.is_edited(path)]
    if not paths:
        console.print("No page was edited.")
        return GOOD
    person = name_of(by, root)
    project = Project.load(root)
    is_left = is_written = False
    for work_id, pages in by_work(paths, kept).items():
        if work_id not in {record.id for record in project.works}:
            console.print(f"\n{(PAGES / work_id).as_posix()}: no work has this id.", soft_wrap=True)
            is_left = True
            continue
        with busy(f"Reading {work_id} …"):
            trial = _trial(project, work_id)
            texts, refused = _current(kept, work_id, pages, trial)
        asking = _asking(console) if is_somebody_there() and not yes else _nobody
        given = cast("Cause | None", cause)
        captured = capture(trial, texts, person, date.today(), given, asking)
        captured.refused |= refused
        _show(console, work_id, captured, trial)
        is_left = is_left or bool(captured.left or captured.refused)
        if dry_run or not _is_wanted(console, captured, yes):
            is_left = is_left or (not dry_run and bool(captured.records))
            continue
        written = put_away(root, work_id, captured.records) if captured.records else ()
        renew_pages(kept, work_id, captured, pages)
        is_written = is_written or bool(written)
        for path in written:
            console.print(f"Written: {path.as_posix()}", soft_wrap=True)
    if is_written:
        console.print(
            "\nTo see it: build-edition build. What was written: git diff. Then commit it.", soft_wrap=True
        )
    return FINDINGS if is_left else GOOD


def _named(root: Path, files: Sequence[Path], start: Path) -> list[str]:
    """The pages that were named, or all that are there; raises `UsageError` for what is no page."""
    there = all_pages(root)
    if not there:
        raise UsageError(
            f"there are no pages in {PAGES.as_posix()}",
            remedy="Make them: build-edition build. Each work has some whose source is there: build-edition works",
        )
    if not files:
        return list(there)
    found = []
    for file in files:
        try:
            path = (start / file).resolve().relative_to((root / PAGES).resolve()).as_posix()
        except ValueError:
            path = ""
        if path not in there:
            raise UsageError(
                f"{file} is no page of {shown(root / PAGES, start)}", remedy="Name a file there, or none for all."
            )
        found.append(path)
    return found


def _trial(project: Project, work_id: str) -> Trial:
    """The work on which records are tried; raises `EditionError` where its source is not there."""
    item = prepare(project, project.work(work_id), allow_other=True)
    if item.status == "other" and item.path and item.source:
        raise other_source(item.record, item.path, item.source.sha256)
    if item.work is None:
        raise no_source(item.record)
    return Trial(project, item)


def _current(
    kept: Kept, work_id: str, pages: Mapping[str, str], trial: Trial
) -> tuple[dict[str, str], dict[str, str]]:
    """The edited pages as edits of what the build makes now, and why others cannot be."""
    texts: dict[str, str] = {}
    refused: dict[str, str] = {}
    for name, text in pages.items():
        path = f"{work_id}/{name}"
        now = trial.now.pages.get(name)
        base = kept.base(path)
        if now is None:
            refused[name] = "is no page that the build makes; take it away, or give it the name of its division"
        elif base == now or (base is None and path not in kept.hashes):
            texts[name] = text
        elif base is None:
            refused[name] = (
                "the edition has changed since the page was made; keep a copy of it and delete it, build again, "
                "and make the changes in the new one"
            )
        else:
            try:
                texts[name] = rebased(text, base, now)
            except CorrectionError as error:
                refused[name] = f"{error.what}. {error.remedy}"
    return texts, refused


# asking

Ask = Callable[[Change, Draft], Cause | None]


def _nobody(change: Change, draft: Draft) -> Cause | None:
    """Nobody can be asked."""
    del change, draft
    return None


def _asking(console: Console) -> Ask:
    def ask(change: Change, draft: Draft) -> Cause | None:
        console.print(f"\n{change.before}\n{change.after}", soft_wrap=True)
        record = draft.record
        console.print(f"What is wrong with “{record.read}”, read as “{record.reading}”?", soft_wrap=True)
        told = typer.prompt(f"  {', '.join(CAUSES)}, or skip", default=record.cause, show_choices=False, err=False)
        while told not in (*CAUSES, "skip"):
            told = typer.prompt("  One of these words", default=record.cause)
        return None if told == "skip" else cast(Cause, told)

    return ask


def _is_wanted(console: Console, captured: Captured, yes: bool) -> bool:
    """Whether the records shall be written."""
    records = captured.records
    count = len(records.structure) + len(records.drafts) + len(records.out)
    if yes or not count:
        return True
    what = "this record" if count == 1 else f"these {count} records"
    if not is_somebody_there():
        console.print(f"\nNot written, for nobody can be asked: to write {what}, add --yes.", soft_wrap=True)
        return False
    return typer.confirm(f"\nWrite {what}?", default=True)


# showing


def _show(console: Console, work_id: str, captured: Captured, trial: Trial) -> None:
    """Print every change with its records, and what is left in the files."""
    for change in captured.changes:
        _print_change(console, work_id, change)
        for path, text in _as_written(work_id, change):
            console.print(Padding(Text(path, style="dim"), (0, 0, 0, 2)))
            console.print(Padding(Text(text.rstrip("\n")), (0, 0, 0, 4)))
        for line in _source_lines(change):
            source = trial.item.source
            if source:
                words = " ".join(source.lines[line - 1].text.split())
                console.print(Padding(Text(f"source line {line}: {_cut(words)}", style="dim"), (0, 0, 0, 2)))
    for change in captured.left:
        _print_change(console, work_id, change)
        console.print(Padding(Text(f"Left in the file: {change.refusal}", style="yellow"), (0, 0, 0, 2)))
    for name, why in captured.refused.items():
        console.print(f"\n{(PAGES / work_id / name).as_posix()}: nothing was captured: {why}.", soft_wrap=True)


def _print_change(console: Console, work_id: str, change: Change) -> None:
    console.print(f"\n{(PAGES / work_id / change.page).as_posix()}:{change.line}", style="bold", soft_wrap=True)
    console.print(Padding(Text(f"− {change.before}", style="red"), (0, 0, 0, 2)))
    console.print(Padding(Text(f"+ {change.after}", style="green"), (0, 0, 0, 2)))


def _as_written(work_id: str, change: Change) -> list[tuple[str, str]]:
    """The files that a change goes into, each with what is written there."""
    records = change.records
    out = [(f"taken out: {filed.place}", as_yaml([filed.record])) for filed in records.out]
    for draft in records.drafts:
        where = (
            f"in the place of {draft.replaces.place}" if draft.replaces else f"edition/emendations/{work_id}.yml"
        )
        out.append((where, as_yaml([draft.record])))
    if records.structure:
        text = "".join(structure_yaml(record) for record in records.structure)
        out.append(((WORKS / f"{work_id}.yml").as_posix(), text))
    return out


def _source_lines(change: Change) -> list[int]:
    lines = [draft.record.line for draft in change.records.drafts]
    for record in change.records.structure:
        begins = record.begins.line if record.begins else record.line
        lines += [begins] if begins else []
    return list(dict.fromkeys(lines))


def _cut(words: str, most: int = 100) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
