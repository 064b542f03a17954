"""The law of the round trip: whatever words are edited, each is captured exactly, or told and left."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import given, settings
from hypothesis import strategies as st

from build_edition.capture.capturing import Captured, capture
from build_edition.capture.differences import differences
from build_edition.capture.page_reader import read_page
from build_edition.capture.trial import Trial
from build_edition.edition.project import Project
from build_edition.pipeline import prepare
from tests.capture.desk import WORK
from tests.edition_folder import EditionFolder

TEXT = """# THE LAMP TAX

Nobody in our valley liked the *tax* on lamps.[1] It fel on the poor,
who read at night & slept by day; and "spared" the rich, who slept. The mil-
ler had no oil for 1901--2.[2]

The miller paid twice. He said he had two _eyes_, one **lamp** and 3 * 2 cows.

> “The lamp is out,” said the miller, and went home to his bed in the dark of the mill.

- One went to the mill.
- Two went to the inn.

| Year | Lamps |
| --- | --- |
| 1901 | forty |
| 1902 | thirty |

## The end of it

They all went home, as the law said.

NOTES

1. See the roll of the parish.

2. The same, on the next leaf.
"""
SIGNS = re.compile(r" ?\\\[(?:\?|\*sic\*)\\\]|\\[\[\]]")
WORD = re.compile(r"[^\W_]+|[.,;:]")
NEW = st.sampled_from(["lamp", "milk", "The", "x", "1902", "öl", "two cows", "a-b", "", "and so on"])


@cache
def trial() -> Trial:
    folder = EditionFolder(Path(mkdtemp()) / "valley")
    folder.add_work(WORK, TEXT, layout="web")
    project = Project.load(folder.root)
    return Trial(project, prepare(project, project.work(WORK)))


def captured(page: str) -> Captured:
    return capture(trial(), {"index.md": page}, "A. Reader", None, None, lambda _, draft: draft.record.cause)


def page() -> str:
    return trial().now.pages["index.md"]


def places() -> list[tuple[int, int]]:
    """Every word of the page, and every stop."""
    start = page().index("-->") + 3
    return [match.span() for match in WORD.finditer(page(), start)]


@st.composite
def edits(draw: st.DrawFn) -> str:
    """The page with words replaced, deleted, or brought in behind others."""
    text = page()
    chosen = draw(st.lists(st.integers(0, len(places()) - 1), min_size=1, max_size=3, unique=True))
    for k in sorted(chosen, reverse=True):
        start, end = places()[k]
        new = draw(NEW)
        if draw(st.booleans()):
            text = text[:start] + new + text[end:]
        elif new:
            text = f"{text[:end]} {new}{text[end:]}"
    return text


@settings(max_examples=60, deadline=None)
@given(edits())
def test_each_edit_is_captured_exactly_or_told_and_left(edited: str) -> None:
    found = captured(edited)
    if found.refused:
        return
    made = found.pages["index.md"]
    if not found.left:
        plain = [read_page(SIGNS.sub("", text)) for text in (made, edited)]
        rest = differences(*plain)
        assert not rest, (rest.hunks, rest.removed, rest.added)
    else:
        assert all(change.refusal for change in found.left)
        if not found.changes:
            assert made == page()
    if found.records:
        again = trial().made(found.records)
        assert again.pages == found.pages


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_paragraphs_are_joined_and_divided_anywhere(data: st.DataObject) -> None:
    text = page()
    body = text.index("Nobody"), text.index("> “The")
    spaces = [match.start() for match in re.finditer(r"(?<=\S) (?=\S)", text) if body[0] < match.start() < body[1]]
    at = data.draw(st.sampled_from(spaces))
    edited = f"{text[:at]}\n\n{text[at + 1 :]}"
    if data.draw(st.booleans()):
        edited = edited.replace("2.[^2]\n\nThe miller", "2.[^2] The miller")
    found = captured(edited)
    if not found.left:
        assert read_page(found.pages["index.md"]) == read_page(edited)
    else:
        assert {change.refusal for change in found.left}
