"""One side of a comparison: an edition as it stands in a tree, its works prepared, and what `check` says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from build_edition.checks import WorkCheck, check_project, check_whole, check_work
from build_edition.checks.finding import Finding
from build_edition.checks.ignoring import sift
from build_edition.checks.kinds import SUBJECTS
from build_edition.edition import project as projects
from build_edition.edition import sources
from build_edition.edition.loading.loader import read_yaml
from build_edition.edition.project import EDITION, EMENDATIONS, LINES, Project
from build_edition.edition.records import WorkRecord
from build_edition.errors import EditionError, RecordError
from build_edition.pipeline import EditionWork, to_work
from build_edition.readers import files as reader
from build_edition.report.report import Note, Told
from build_edition.report.tool import Tool
from build_edition.transcript import Transcript
from build_edition.whole import Report, link

_OF_SITE = {kind.code for kind in SUBJECTS["The built site"]}  # no site is looked at


@dataclass(frozen=True)
class Tree:
    """The files of one side: the edition's folder and the tool that its repository holds, if any."""

    root: Path
    tool: Tool | None
    project: Project | None
    problems: tuple[RecordError, ...] = ()

    @classmethod
    def at(cls, root: Path, top: Path) -> Tree:
        """The edition in `root`, of the repository at `top`, as far as it can be read; none where none stands."""
        tool = Tool.within(root, top)
        if not (root / EDITION).is_file():
            return cls(root, tool, None)
        project, problems = projects.read(root)
        return cls(root, tool, project, tuple(problems))

    @property
    def runs_here(self) -> bool:
        """Whether the program that runs may speak for this side."""
        return self.tool is None or self.tool.runs

    def with_sources_of(self, other: Tree) -> Tree:
        """This side with the search path of another, also for its own tool: `edition.yml` is written anew."""
        if self.project is None or other.project is None:
            return self
        folders = [str(folder) for folder in other.project.source_folders]
        record = read_yaml(self.root / EDITION, EDITION.as_posix()).data
        (self.root / EDITION).write_text(json.dumps({**record, "sources": folders}), encoding="utf-8")
        edition = self.project.edition.model_copy(update={"sources": tuple(folders)})
        return replace(self, project=replace(self.project, edition=edition))


@dataclass(frozen=True)
class Side:
    """An edition with its works as far as they could be prepared; by its id `problems` tells why one could not."""

    tree: Tree
    works: Mapping[str, EditionWork] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Told, ...] | None = ()  # None where they could not be had
    checked: Mapping[str, WorkCheck] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def project(self) -> Project | None:
        return self.tree.project


def prepare_here(tree: Tree, report: Report = lambda _: None, like: Side | None = None) -> Side:
    """A side by the program that runs, which takes works that are the same in `like` from there."""
    project = tree.project
    findings = [Finding.of("record", problem) for problem in tree.problems]
    if project is None:
        return Side(tree, findings=tuple(_told(finding) for finding in findings))
    checked: dict[str, WorkCheck] = {}
    for record in project.works:
        report(record.id)
        same = like.checked.get(record.id) if like and _is_alike(project, like, record) else None
        checked[record.id] = same or check_work(project, record)
    works = {work_id: one.prepared for work_id, one in checked.items() if one.prepared}
    refused = {
        work_id: next((f.what for f in one.findings if f.severity == "error"), f"its source is {one.status}")
        for work_id, one in checked.items()
        if one.prepared is None and one.status != "missing"
    } | _spoilt(tree, works)
    findings += [finding for one in checked.values() for finding in one.findings]
    report("what ties the works together")
    findings += check_whole(link(project, works.values()))
    findings += check_project(project, checked.values())
    ids, is_whole = [record.id for record in project.works], len(works) == len(project.works)
    sifted = sift(findings, project.ignores, ids, date.today(), lambda one: is_whole and one.code not in _OF_SITE)
    whole = {work_id: item for work_id, item in works.items() if work_id not in refused}
    return Side(tree, whole, refused, tuple(_told(finding) for finding in sifted.shown), checked)


def _spoilt(tree: Tree, works: Iterable[str]) -> dict[str, str]:
    """The works of whose records of words some cannot be read: without these their texts would say nothing."""
    found = {}
    for work_id in works:
        own = tuple(f"{(EMENDATIONS / work_id).as_posix()}{end}" for end in (".yml", "/"))
        problem = next((one for one in tree.problems if one.where.startswith(own)), None)
        if problem:
            found[work_id] = f"{problem.where}: {problem.what}"
    return found


def _is_alike(project: Project, other: Side, record: WorkRecord) -> bool:
    """Whether all that a work is made and checked from is the same on another side."""

    def of(side: Project) -> tuple[object, ...]:
        keyed = (side.filed, side.ledgers, side.recensions)
        edition = side.edition.model_copy(update={"sources": ()})
        named = (edition, side.bibliography.get(record.bib), _kept_lines(side, record))
        return *named, *(files.get(record.id) for files in keyed)

    its = other.project
    return its is not None and record in its.works and of(project) == of(its)


def _kept_lines(project: Project, record: WorkRecord) -> bytes:
    """The file with the digests of the source's lines, which `check` reads."""
    path = project.root / LINES / f"{record.id}.txt"
    return path.read_bytes() if path.is_file() else b""


@dataclass(frozen=True)
class Started:
    """A side whose own tool is at work."""

    tree: Tree
    transcripts: Mapping[str, Future[EditionWork]]
    findings: Future[tuple[Told, ...]] | None

    def side(self) -> Side:
        """The side, when all of it is there."""
        works: dict[str, EditionWork] = {}
        refused: dict[str, str] = {}
        for work_id, future in self.transcripts.items():
            try:
                works[work_id] = future.result()
            except EditionError as error:
                refused[work_id] = error.what
        try:
            findings = self.findings.result() if self.findings else ()
        except EditionError:
            findings = None
        return Side(self.tree, works, refused, findings)


def start_own_tool(tree: Tree, executor: Executor) -> Started:
    """Have a side prepared by its own tool, each work in a process of its own."""
    assert tree.tool is not None
    project = tree.project
    if project is None:
        return Started(tree, {}, None)
    found = {record.id: sources.find(record.source, project.source_folders) for record in project.works}
    works = {
        record.id: executor.submit(_by_own_tool, tree, record, path)
        for record in project.works
        if (path := found[record.id].path) and found[record.id].status == "found"
    }
    return Started(tree, works, executor.submit(tree.tool.findings, tree.root))


def _by_own_tool(tree: Tree, record: WorkRecord, path: Path) -> EditionWork:
    assert tree.tool is not None
    assert tree.project is not None
    source = reader.read(path)
    transcript: Transcript = tree.tool.transcript(tree.root, record.id, source)
    work = to_work(transcript, tree.project.ledgers.get(record.id))
    return EditionWork(record, tree.project.entry(record), "found", path, source, transcript, work)


def _told(finding: Finding) -> Told:
    place = f"{finding.place}: " if finding.place else ""
    return Told(finding.severity, finding.code, f"{place}{finding.what}", finding.remedy)
