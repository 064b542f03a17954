"""The order of the queue, and what it is worth on works whose errors are known."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_edition.edition.project import Project
from build_edition.edition.spans.matching import locate
from build_edition.edition.words.emendations import Emendation, Filed
from build_edition.pipeline import prepare
from build_edition.review.item import Found
from build_edition.review.queue import queue_of
from build_edition.review.ranking import History, history
from build_edition.source import Source
from build_edition.transcript import Mark, Transcript
from tests.edition_folder import EditionFolder
from tests.review.desks import ASKED, WORK, session_of
from tests.site_folder import copy_of


def test_what_is_worth_more_comes_first_and_equals_in_the_order_of_the_text(tmp_path):
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, ASKED + "\nAnother \ufffd sign. The weaver had had a lamp, no. 7 , there.\n")
    items = session_of(folder.root).queue.items
    assert [one.found.topic for one in items] == [
        "lost-character", "lost-character", "word", "odd-word", "space-before", "repeat",
    ]  # fmt: skip
    assert [one.worth for one in items] == sorted((one.worth for one in items), reverse=True)
    assert items[0].line < items[1].line
    assert len({one.key for one in items}) == len(items)


def test_a_work_of_which_nothing_can_be_seen_has_no_items(tmp_path):
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, "The Lamp\n\nThe old man read by the lamp.\n")
    folder.add_work("absent-1902", order=2)
    (folder.root / "sources/absent-1902.txt").unlink()
    assert session_of(folder.root).queue.items == ()


@pytest.mark.parametrize(("decided", "higher"), [("as: lamps", True), ("stet: true", False)])
def test_decisions_about_suspects_move_others_like_them(decided, higher):
    text = "The lamqs were old.\n" * 4
    spans = [at for at in range(len(text)) if text.startswith("lamqs", at)]
    marks = [Mark("suspect", at, at + 5, {"reason": "word"}) for at in spans]
    name, value = decided.split(": ")
    said = {name: True} if name == "stet" else {name: value, "cause": "character"}
    filed = [
        Filed(Emendation.model_validate({"line": line, "read": "lamqs", "by": "Ben", **said}), Path("a.yml"), line)
        for line in (1, 2, 3)
    ]
    past = history(Transcript(Source.from_text(text), (), tuple(marks)), filed)
    found = Found("suspect", "word", spans[3], spans[3] + 5, ("Hardly a word.",), wrong=0.5)
    now = past.reckoned(found)
    assert (now.wrong > found.wrong) == higher
    assert (
        now.evidence[-1]
        == f"Of 3 like it that editors have judged here, {'3 were' if higher else 'none was'} wrong."
    )
    assert History().reckoned(found) is found


@pytest.mark.slow
def test_most_errors_that_editors_found_are_near_the_head_of_the_queue(root, shared, tmp_path):
    """Without the records of words: of 56 errors that the rules leave 46 are in the first 100 items, 50 in all."""
    project = Project.load(copy_of(root, tmp_path / "copy", shared / "sources"))
    bare = replace(project, filed={}, looks={})
    works = {record.id: prepare(bare, record) for record in bare.works}
    errors = []
    for work_id, item in works.items():
        edited = prepare(project, project.work(work_id)).transcript.reading
        for one in project.filed.get(work_id, ()):
            start = locate(one.record.line, one.record.read, one.record.nth, item.source, one.place)
            end = start + len(one.record.read)
            read = item.transcript.reading.slice(start, end, through=True)
            if one.record.nature == "emendation" and edited.slice(start, end, through=True) != read:
                errors.append((work_id, start, end))
    queue = queue_of(bare, tuple(works.values())).items
    words = [(one.work, one.found.start, one.found.end) if one.found.kind != "mark" else None for one in queue]

    def among(items):
        return sum(any(i and i[0] == w and i[1] < end and start < i[2] for i in items) for w, start, end in errors)

    assert among(words[:100]) >= 0.75 * len(errors)
    assert among(words) >= 0.85 * len(errors)
