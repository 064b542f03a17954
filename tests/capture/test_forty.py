"""The forty real corrections, each written into the page of its work with an editor, and captured."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from build_edition.capture.capturing import Captured, capture
from build_edition.capture.filing import put_away
from build_edition.capture.page_reader import read_page
from build_edition.capture.trial import Trial
from build_edition.corrections.wanted import Wanted
from build_edition.edition.project import Project
from build_edition.pipeline import prepare
from build_edition.writers.commonmark import escapes
from build_edition.writers.escaping import visible
from tests.corrections.forty import COUNT, Correction, Forty

SIGNS = re.compile(r" ?\\\[(?:\?|\*sic\*)\\\]|\\[\[\]]")


@pytest.fixture(scope="module")
def trials(forty: Forty) -> dict[str, Trial]:
    return {work: Trial(forty.project, forty.item(work)) for work in {one.work for one in forty.corrections}}


@cache
def page_of(trial: Trial, start: int, end: int) -> tuple[str, int, int]:
    """The page that has a span of the reading text, and where it stands among the words of that page."""
    for name in trial.now.pages:
        standing = trial.now.standing(name)
        if start in standing.starts:
            return name, standing.starts.index(start), len(standing.ends) - standing.ends[::-1].index(end)
    raise ValueError(f"no page has {start}")


def written(page: str, start: int, end: int, new: str) -> str:
    """The page with other letters typed over those that differ, from `start` to `end` of its words."""
    plain, lines = read_page(page), page.split("\n")
    line = plain.line(start) - 1
    begins, ends = plain.text.rfind("\n", 0, start) + 1, plain.text.find("\n", start)
    where = places(plain.text[begins : ends if ends >= 0 else len(plain.text)], lines[line])
    change = Wanted(start, end, new).trimmed(plain.text)
    low, high = change.start - begins, change.end - begins
    first = where[low] if low < high else where[low - 1] + 1
    first -= low < high and lines[line][first - 1] == "\\"
    last = where[high - 1] + 1 if low < high else first
    lines[line] = lines[line][:first] + escapes.inline(change.words) + lines[line][last:]
    return "\n".join(lines)


def places(words: str, line: str) -> list[int]:
    """Where each letter of the words of a block stands in its line of Markdown."""
    where: list[int] = []
    for match in SequenceMatcher(None, words, line, autojunk=False).get_matching_blocks():
        assert match.a == len(where)
        where += range(match.b, match.b + match.size)
    assert len(where) == len(words)
    return where


def edited(trial: Trial, corrections: list[Correction]) -> dict[str, str]:
    """The pages of a work with corrections written into them, the last first."""
    pages: dict[str, str] = {}
    for one in sorted(corrections, key=lambda one: -one.wanted.start):
        name, start, end = page_of(trial, one.wanted.start, one.wanted.end)
        pages[name] = written(pages.get(name, trial.now.pages[name]), start, end, visible(one.new))
    return pages


def captured(trial: Trial, pages: dict[str, str]) -> Captured:
    found = capture(trial, pages, "A. Reader", None, None, lambda _, draft: draft.record.cause)
    assert not found.refused
    assert not found.left, [(change.before, change.after, change.refusal) for change in found.left]
    return found


def spaced(text: str) -> str:
    """A text with one space for many: of a second one no page shows anything, so nobody edits it there."""
    return re.sub(r"[ \t]+", " ", text)


def assert_pages(found: Captured, pages: dict[str, str]) -> None:
    """The pages are as they were edited, but for signs: of doubts that are settled, of words supplied."""
    for name, text in pages.items():
        assert SIGNS.sub("", found.pages[name]) == SIGNS.sub("", text)


@pytest.mark.parametrize("number", range(COUNT))
def test_each_gives_exactly_the_intended_reading(forty: Forty, trials: dict[str, Trial], number: int) -> None:
    one = forty.corrections[number]
    trial = trials[one.work]
    pages = edited(trial, [one])
    found = captured(trial, pages)
    assert spaced(trial.made(found.records).transcript.reading.text) == spaced(forty.intended(one))
    assert not found.records.structure
    assert_pages(found, pages)


def test_all_together_are_written_and_read_again(forty: Forty, trials: dict[str, Trial], tmp_path: Path) -> None:
    root = forty.copied(tmp_path / "edition")
    by_work: dict[str, list[Correction]] = defaultdict(list)
    for one in forty.corrections:
        by_work[one.work].append(one)
    for work, corrections in by_work.items():
        pages = edited(trials[work], corrections)
        put_away(root, work, captured(trials[work], pages).records)
    project = Project.load(root)
    for work, corrections in by_work.items():
        transcript = prepare(project, project.work(work)).transcript
        assert transcript is not None
        assert spaced(transcript.reading.text) == spaced(forty.intended(*corrections))
