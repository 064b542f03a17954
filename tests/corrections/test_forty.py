"""The forty real corrections, each from a wanted change to a filed record that makes it and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from build_edition.corrections.drafting import Draft, draft
from build_edition.corrections.filing import file_away, take_out, verbatim
from build_edition.corrections.proving import prove
from build_edition.edition.project import Project
from build_edition.pipeline import prepare
from tests.corrections.forty import COUNT, Correction, Forty


def drafted(forty: Forty, one: Correction) -> Draft:
    (made,) = draft(forty.item(one.work), forty.project.filed.get(one.work, ()), one.wanted, by="A. Reader")
    return made


def test_they_are_spread_over_works_and_causes(forty: Forty) -> None:
    assert len(forty.corrections) == len({(one.work, one.wanted) for one in forty.corrections}) == COUNT
    works = Counter(one.work for one in forty.corrections)
    assert len(works) >= 4
    causes = {one.cause for one in forty.corrections}
    assert {"character", "case", "spacing", "punctuation", "word", "lost-text"} <= causes


@pytest.mark.parametrize("number", range(COUNT))
def test_each_gives_exactly_the_intended_reading(forty: Forty, number: int) -> None:
    one = forty.corrections[number]
    made = drafted(forty, one)
    after = prove(forty.project, forty.item(one.work), [made])
    assert after.reading.text == forty.intended(one)
    assert made.record.line in (one.line - 1, one.line)
    assert made.record.seen
    assert_whole(made.start, made.end, after.source.text)
    assert len(made.record.read.split()) <= len(one.old.split()) + 2


def assert_whole(start: int, end: int, text: str) -> None:
    """Words are quoted whole, and begin and end on ink."""
    assert not (text[start - 1].isalpha() and text[start].isalpha())
    assert not (text[end - 1].isalpha() and text[end : end + 1].isalpha())
    assert text[start:end] == text[start:end].strip()


def test_all_filed_together_make_the_forty_changes_and_taken_out_leave_nothing(
    forty: Forty, tmp_path: Path
) -> None:
    root = forty.copied(tmp_path / "edition")
    before = {path: path.read_bytes() for path in (root / "edition").rglob("*") if path.is_file()}
    works = {one.work for one in forty.corrections}
    stood = {}
    for work in works:
        drafts = [drafted(forty, one) for one in forty.corrections if one.work == work]
        stood |= {made.record: verbatim(root, made.replaces) for made in drafts if made.replaces}
        assert file_away(root, work, drafts) == Path(f"edition/emendations/{work}.yml")
    project = Project.load(root)
    for work in works:
        transcript = prepare(project, project.work(work)).transcript
        assert transcript is not None
        wanted = [one for one in forty.corrections if one.work == work]
        assert transcript.reading.text == forty.intended(*wanted)
        for filed in project.filed[work]:
            if filed.record.by == "A. Reader":
                take_out(root, filed, put_back=stood.get(filed.record, ""))
    assert {path: path.read_bytes() for path in (root / "edition").rglob("*") if path.is_file()} == before
