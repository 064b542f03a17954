"""A plan put into the files of the edition's folder: records of words, of looks and of structure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_edition.corrections.filing import file_away, main_file, take_out
from build_edition.corrections.placing import put
from build_edition.corrections.record_file import RecordFile
from build_edition.corrections.structure_file import with_structure
from build_edition.edition.project import WORKS
from build_edition.edition.review import REVIEW, Look
from build_edition.edition.structure.record import StructureRecord
from build_edition.review.as_yaml import look_entry
from build_edition.review.choices import Plan
from build_edition.review.written import Change, text_of


def carry_out(root: Path, plans: Sequence[Plan]) -> tuple[Change, ...]:
    """Write what plans say; where one cannot be written, none is. Raises `RecordError`."""
    paths = dict.fromkeys(path for plan in plans for path in _paths(plan))
    before = {path: text_of(root, path) for path in paths}
    try:
        for plan in plans:
            _write(root, plan)
    except BaseException:  # an interrupt too: either all is decided, or nothing
        put(root, before)
        raise
    after = {path: text_of(root, path) for path in paths}
    return tuple(Change.between(path, before[path], after[path]) for path in paths if before[path] != after[path])


def _paths(plan: Plan) -> list[Path]:
    """The files that a plan touches."""
    work_id = plan.item.work
    paths = [draft.replaces.path if draft.replaces else main_file(work_id) for draft in plan.drafts]
    paths += [plan.taken_out.path] if plan.taken_out else []
    paths += [REVIEW / f"{work_id}.yml"] if plan.look else []
    paths += [WORKS / f"{work_id}.yml"] if plan.structure else []
    return paths


def _write(root: Path, plan: Plan) -> None:
    work_id = plan.item.work
    if plan.drafts:
        file_away(root, work_id, plan.drafts)
    if plan.taken_out:
        take_out(root, plan.taken_out)
    if plan.look:
        _file_look(root, work_id, plan.look)
    if plan.structure:
        _file_structure(root, work_id, plan.structure)


def _file_look(root: Path, work_id: str, look: Look) -> None:
    path = REVIEW / f"{work_id}.yml"
    file = RecordFile(path.as_posix(), text_of(root, path) or "")
    put(root, {path: file.with_added(look_entry(look), look.line).text})


def _file_structure(root: Path, work_id: str, record: StructureRecord) -> None:
    path = WORKS / f"{work_id}.yml"
    put(root, {path: with_structure(text_of(root, path) or "", [record], path.as_posix())})
