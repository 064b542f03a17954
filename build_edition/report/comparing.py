"""The comparison itself: both sides prepared, then all that may differ between them.

Each side is read by the code that stands in its own tree, where its repository holds the tool, and else by the
program that runs; the sources of both are those that the working tree finds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from build_edition.edition.project import Project, find_root
from build_edition.errors import EditionError, RecordError
from build_edition.pipeline import EditionWork, prepare
from build_edition.report.proofread import changed_states
from build_edition.report.published import changed_passages, ledger_changes
from build_edition.report.readings import Pair, Text
from build_edition.report.record_changes import changed_files
from build_edition.report.report import FileChange, Note, Report, Score, StatusChange, Told, WorkChange
from build_edition.report.repository import Base, Repository
from build_edition.report.rule_effects import rule_effects
from build_edition.report.scores import changed_scores, measured, read_baseline
from build_edition.report.side import Side, Tree, prepare_here, start_own_tool
from build_edition.report.structure import changed_marks
from build_edition.whole import Report as Progress

_COUNTED = re.compile(r"\b(record|line|lines|entry) [0-9]+(–[0-9]+)?")


def compare(start: Path, ref: str, progress: Progress = lambda _: None) -> Report:
    """The edition around `start` as it stands, beside what it was at `ref`.

    Raises `EditionError` where that cannot be known: no repository, no such commit, no edition.
    """
    root = find_root(start)
    repository = Repository.around(root)
    base = repository.base(ref)
    with TemporaryDirectory(prefix="build-edition-report-", ignore_cleanup_errors=True) as temporary:
        top = Path(temporary).resolve() / "base"
        top.mkdir()
        progress(f"files of {base.short}")
        repository.put_into(base.commit, top, top.with_name("index"))
        after = Tree.at(root, repository.top.resolve())
        before = Tree.at(top / root.relative_to(repository.top.resolve()), top)
        files, unread = changed_files(before.root if before.project else None, root)
        before = before.with_sources_of(after)
        return _report(base, files, unread, *_prepared(before, after, progress), progress)


def _prepared(before: Tree, after: Tree, progress: Progress) -> tuple[Side, Side]:
    """Both sides, each by its own tool; where that fails, the base by the program that runs."""
    with ThreadPoolExecutor(2) as executor:
        own_before = None if before.runs_here else start_own_tool(before, executor)
        own_after = None if after.runs_here else start_own_tool(after, executor)
        now = own_after.side() if own_after else prepare_here(after, progress)
        if own_before is None:
            return prepare_here(before, lambda name: progress(f"{name} as it was"), now), now
        progress("the base, by its own tool")
        return _helped(own_before.side()), now


def _helped(side: Side) -> Side:
    """A side with the works that its own tool made nothing of, by the program that runs."""
    works, problems, notes = dict(side.works), {}, []
    assert side.project is not None or not side.problems
    for work_id, problem in side.problems.items():
        assert side.project is not None
        try:
            works[work_id] = prepare(side.project, side.project.work(work_id))
            what = "its records were applied by the present tool, so what a change of rules does to it is not told"
            notes.append(Note(f"{work_id}: the tool of the base made no text of it; {what}.", problem))
        except EditionError as error:
            problems[work_id] = error.what
    return replace(side, works=works, problems=problems, notes=tuple(notes))


def _report(
    base: Base,
    files: tuple[FileChange, ...],
    unread: tuple[Note, ...],
    before: Side,
    after: Side,
    progress: Progress,
) -> Report:
    progress("what differs")
    project = after.project
    if project is None:
        raise RecordError(
            "the edition cannot be read, so nothing can be compared",
            where=str(after.tree.root),
            remedy="\n  ".join(str(problem) for problem in after.tree.problems),
        )
    pairs = _pairs(before, after)
    works = tuple(change for change in _works(project, before, after, pairs) if not change.is_empty)
    scores, is_measured = _scores(before.tree, after.tree)
    return Report(
        title=project.edition.title,
        base=base,
        works=works,
        rules=rule_effects(pairs),
        files=files,
        statuses=tuple(_statuses(project, before, after)),
        new_findings=_only(after.findings, before.findings),
        gone_findings=_only(before.findings, after.findings),
        scores=scores,
        notes=(*map(Note, base.notes), *before.notes, *after.notes),
        unknown=(*_unknown(project, before, after), *unread),
        measured=is_measured,
    )


def _pairs(before: Side, after: Side) -> dict[str, Pair]:
    """The works whose transcripts can be compared, and differ, by their ids."""
    found = {}
    for work_id, new in after.works.items():
        old = before.works.get(work_id)
        if old is None or old is new or not _of_one_source(old, new):
            continue
        was, now = old.transcript, new.transcript
        if was and now and (was.interventions, was.marks) != (now.interventions, now.marks):
            found[work_id] = Pair(_text(before, old), _text(after, new))
    return found


def _of_one_source(one: EditionWork, other: EditionWork) -> bool:
    return bool(one.source and other.source and one.source.sha256 == other.source.sha256)


def _text(side: Side, item: EditionWork) -> Text:
    assert item.transcript is not None
    assert side.project is not None
    return Text(item, item.transcript, side.project.filed.get(item.record.id, ()))


def _works(project: Project, before: Side, after: Side, pairs: Mapping[str, Pair]) -> Iterator[WorkChange]:
    had = before.project
    for record in project.works:
        old, new, pair = before.works.get(record.id), after.works.get(record.id), pairs.get(record.id)
        ledger = had.ledgers.get(record.id) if had else None
        changed, published = ledger_changes(ledger, project.ledgers.get(record.id))
        touched = 0
        if old and new and old is not new and old.work and new.work and _of_one_source(old, new):
            passages, touched = changed_passages(old.work, new.work, ledger)
            changed = (*changed, *passages)
        yield WorkChange(
            record.id, record.title, pair.readings() if pair else (), changed_marks(pair) if pair else (), changed,
            published, touched, new is None or new.source is None,
        )  # fmt: skip


def _statuses(project: Project, before: Side, after: Side) -> Iterator[StatusChange]:
    for work_id, new in after.works.items():
        old = before.works.get(work_id)
        was = before.project.statuses.get(work_id, ()) if before.project else ()
        now = project.statuses.get(work_id, ())
        if new.work and (old is not new or was != now):
            yield from changed_states(work_id, old.work if old else None, was, new.work, now)


def _only(findings: Iterable[Told] | None, others: Iterable[Told] | None) -> tuple[Told, ...]:
    """The findings that are not among the others, wherever in its file each stands by now."""
    if findings is None or others is None:
        return ()
    left = Counter(_known_by(finding) for finding in others)
    found = []
    for finding in findings:
        if left[_known_by(finding)]:
            left[_known_by(finding)] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _known_by(finding: Told) -> tuple[str, str]:
    return finding.code, _COUNTED.sub(r"\1", " ".join(finding.text.split()))


def _unknown(project: Project, before: Side, after: Side) -> Iterator[Note]:
    """What could not be found out."""
    had = before.project
    if had is None:
        said = "; ".join(problem.what for problem in before.tree.problems) or "there is no edition/edition.yml"
        yield Note("The base has no edition here that can be read, so all of it counts as new.", said)
        return
    if before.findings is None or after.findings is None:
        yield Note("The findings of `check` were not compared: the tool of one side did not get through.")
    old_ids, absent = {record.id for record in had.works}, list[str]()
    for record in project.works:
        old, new = before.works.get(record.id), after.works.get(record.id)
        if problem := after.problems.get(record.id):
            yield Note(f"{record.id}: its text cannot be made now, so it was not compared.", problem)
        elif new is None or new.source is None:
            absent.append(record.id)
        elif record.id not in old_ids:
            yield Note(f"{record.id}: the work is new, so there is nothing to compare it with.")
        elif old is None:
            problem = before.problems.get(record.id, "its source as it was is not at hand")
            yield Note(f"{record.id}: its text as it was cannot be made, so it was not compared.", problem)
        elif not _of_one_source(old, new):
            yield Note(f"{record.id}: its source was exchanged for another, so places cannot be compared.")
    if absent:
        yield Note(
            f"{', '.join(absent)}: the source is not at hand. What is told is what the records say; which words "
            "stand about them, what rules do, and which passages are touched is not known."
        )
    for gone in sorted(old_ids - {record.id for record in project.works}):
        if gone in project.invalid:
            yield Note(f"{gone}: its record cannot be read now, so nothing of it was compared.")
        else:
            yield Note(f"{gone}: the work was taken out of the edition, with all its passages.")


def _scores(before: Tree, after: Tree) -> tuple[tuple[Score, ...], bool]:
    """The figures that are others; and whether they were measured, which another code alone makes worth while."""
    if after.tool is None:
        return (), False
    home = after.tool.home
    was = read_baseline(before.tool.home) if before.tool else None
    is_other = before.tool is not None and before.tool.digest != after.tool.digest
    measure = (lambda witness: measured(witness, home)) if is_other and after.tool.runs else None
    return tuple(changed_scores(was, read_baseline(home), measure)), measure is not None
