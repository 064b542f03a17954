"""Forty real corrections, filed in a clone of the first edition: a report tells these, and no other change."""

from __future__ import annotations

import subprocess

import pytest

from build_edition.corrections.filing import file_away
from build_edition.report.as_markdown import LONGEST, as_markdown
from build_edition.report.comparing import compare
from build_edition.report.report import Reading, Report
from build_edition.report.telling import tell
from tests.corrections.forty import COUNT, Correction, Forty
from tests.corrections.test_forty import drafted
from tests.report.versioned import IDENTITY


@pytest.fixture(scope="module")
def report(forty: Forty, tmp_path_factory: pytest.TempPathFactory) -> Report:
    root = forty.copied(tmp_path_factory.mktemp("forty") / "edition")
    (root / ".gitignore").write_text("/sources\n/build_edition\n", encoding="utf-8")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], [*IDENTITY, "commit", "-q", "-m", "as it was"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    for work in {one.work for one in forty.corrections}:
        file_away(root, work, [drafted(forty, one) for one in forty.corrections if one.work == work])
    return compare(root, "main")


def readings(report: Report) -> dict[str, list[Reading]]:
    return {work.id: list(work.readings) for work in report.works}


def tells(reading: Reading, forty: Forty, one: Correction) -> bool:
    """Whether a reading is that of a correction: its words are changed there, into what is wanted."""
    transcript = forty.item(one.work).transcript
    assert transcript is not None
    start = transcript.reading.to_source(one.wanted.start)
    return (
        reading.start <= start <= reading.end and " ".join(one.new.split()) in f"{reading.after} {reading.trail}"
    )


@pytest.mark.parametrize("number", range(COUNT))
def test_each_is_told_where_it_stands(forty: Forty, report: Report, number: int) -> None:
    one = forty.corrections[number]
    (told,) = [reading for reading in readings(report)[one.work] if tells(reading, forty, one)]
    assert told.line - 1 <= one.line <= told.last + 1
    assert told.passage
    assert [reason.by for reason in told.reasons if reason.kind == "record"][:1] == ["A. Reader"]


def test_nothing_else_is_told(forty: Forty, report: Report) -> None:
    for work, told in readings(report).items():
        wanted = [one for one in forty.corrections if one.work == work]
        assert all(any(tells(reading, forty, one) for one in wanted) for reading in told)
    assert not report.rule_places
    assert not report.unknown
    records = [record for file in report.files for record in file.records]
    assert sum(record.sort != "gone" for record in records) == COUNT
    assert all(record.by == "A. Reader" for record in records if record.sort != "gone")
    assert {told.severity for told in report.new_findings} <= {"note", "warning"}


def test_it_fits_into_a_comment(report: Report) -> None:
    text = as_markdown(tell(report))
    assert len(text.encode()) < LONGEST
    assert "left out" not in text
