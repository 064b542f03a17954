"""Forty real corrections, drawn from the truth when a test runs; for all tests of ways to enter one.

The works are taken without a choice of their own records, and each of these readings is wanted again; besides, the
hand-made truth names readings that the works do not have. So the edition that a reader meets has forty places to
correct at once, and of each the intended reading is known.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_edition.corrections.filing import take_out
from build_edition.corrections.quoting import Quoting
from build_edition.corrections.wanted import Wanted, changed
from build_edition.edition.project import Project
from build_edition.edition.words import emending
from build_edition.edition.words.emendations import Filed
from build_edition.pipeline import EditionWork, prepare

COUNT = 40
OF_TRUTH = 14
TRUTHS = {"hansen-1958": "hansen-1958", "sandle-1999": "sandle_3301_6625"}
# By what the truth says of a reading; what it calls an author's slip is none to correct.
CAUSES = {"small-caps": "case", "punct": "punctuation", "missing-text": "lost-text", "spacing": "spacing"}


@dataclass(frozen=True)
class Correction:
    """One wanted correction: the words that the reading text has, and those that it should have.

    `line` is that of the source; `old` and `new` are whole words; `wanted` is of `Forty.item(work)`. `cause` is
    that of the record or of the truth.
    """

    work: str
    line: int
    old: str
    new: str
    wanted: Wanted
    cause: str


@dataclass(frozen=True)
class Forty:
    """An edition in which forty corrections are wanted, and what its works then read.

    The folder of `project` is without the records that are wanted again; who changes it takes a copy (`copied`).
    """

    project: Project
    items: dict[str, EditionWork]
    corrections: tuple[Correction, ...]

    def copied(self, target: Path) -> Path:
        """A copy of the edition's folder."""
        return Path(shutil.copytree(self.project.root, target, symlinks=True))

    def item(self, work: str) -> EditionWork:
        return self.items[work]

    def intended(self, *corrections: Correction) -> str:
        """The reading text of their work with these corrections, and no other change."""
        (work,) = {one.work for one in corrections}
        return changed(self.reading(work), [one.wanted for one in corrections])

    def reading(self, work: str) -> str:
        transcript = self.items[work].transcript
        assert transcript is not None
        return transcript.reading.text


def draw(root: Path, truths: Path) -> Forty:
    """The forty of the edition in `root`, which has its sources, and is changed."""
    project = Project.load(root)
    whole = {record.id: prepare(project, record) for record in project.works}
    left_out = _chosen(project, whole, COUNT - OF_TRUTH)
    for filed in left_out.values():
        for one in filed:
            take_out(root, one)
    project = Project.load(root)
    items = {record.id: prepare(project, record) for record in project.works}
    wanted = [one for work, filed in left_out.items() for one in _again(items[work], project.filed[work], filed)]
    known = {(one.work, one.wanted.start) for one in wanted}
    named = [one for work, name in TRUTHS.items() for one in _of_truth(items[work], truths / f"{name}.json")]
    wanted += [one for one in named if (one.work, one.wanted.start) not in known][:OF_TRUTH]
    wanted.sort(key=lambda one: (one.work, one.wanted.start))
    if len(wanted) != COUNT:
        raise ValueError(f"{len(wanted)} corrections are found, not {COUNT}")
    return Forty(project, items, tuple(wanted))


def _chosen(project: Project, whole: dict[str, EditionWork], count: int) -> dict[str, list[Filed]]:
    """Records without which a work reads otherwise, of each work and cause in turn."""
    groups: dict[tuple[str, str], list[Filed]] = defaultdict(list)
    for work, item in whole.items():
        assert item.structured is not None
        assert item.transcript is not None
        filed = project.filed.get(work, ())
        for one in filed:
            if one.record.reading is None:
                continue
            without = emending.apply(item.structured, [other for other in filed if other != one]).transcript
            if without.reading.text != item.transcript.reading.text:
                groups[work, str(one.record.cause)].append(one)
    chosen: dict[str, list[Filed]] = defaultdict(list)
    while groups and sum(map(len, chosen.values())) < count:
        for (work, cause), filed in sorted(groups.items()):
            if sum(map(len, chosen.values())) < count:
                chosen[work].append(filed.pop(len(filed) // 2))
            if not filed:
                del groups[work, cause]
    return chosen


def _again(item: EditionWork, kept: Sequence[Filed], filed: list[Filed]) -> Iterator[Correction]:
    """What each of the records that were left out makes of the text, as a wanted change."""
    assert item.structured is not None
    assert item.transcript is not None
    text = item.transcript.reading.text
    for one in filed:
        right = emending.apply(item.structured, (*kept, one)).transcript.reading.text
        wanted = Wanted(0, len(text), right).trimmed(text)
        yield _whole(item, wanted, one.record.line, str(one.record.cause))


def _of_truth(item: EditionWork, path: Path) -> Iterator[Correction]:
    """Readings of the hand-made truth that the text does not have."""
    assert item.source is not None
    assert item.transcript is not None
    source, reading = item.source, item.transcript.reading
    for error in json.loads(path.read_text(encoding="utf-8"))["errors"]:
        line, read, right = source.lines[error["line"] - 1], error["read"], error["should_be"]
        at = source.text.find(read, line.start, line.end)
        start = reading.from_source(at) if at >= 0 else -1
        has = reading.slice(at, at + len(read)) if at >= 0 else ""
        if error["kind"] in CAUSES and has == read and not reading.text.startswith(right, start):
            wanted = Wanted(start, start + len(read), right)
            yield _whole(item, wanted, line.number, CAUSES[error["kind"]])


def _whole(item: EditionWork, wanted: Wanted, line: int, cause: str) -> Correction:
    """The correction of whole words, as somebody selects them."""
    assert item.transcript is not None
    text = item.transcript.reading.text
    change = wanted.trimmed(text)
    for span in Quoting(item.transcript).spans(change.start, change.end):
        new = text[span.reads : change.start] + change.words + text[change.end : span.read_end]
        if new == new.strip():
            whole = Wanted(span.reads, span.read_end, new)
            return Correction(item.record.id, line, text[span.reads : span.read_end], new, whole, cause)
    raise ValueError(f"no words hold the correction of line {line}")
