"""The review at a terminal, driven by keys."""

import io

import pytest
from rich.console import Console

from build_edition.commands.reviewing.keyboard import INTERRUPTED
from build_edition.commands.reviewing.loop import Review
from build_edition.edition.project import Project
from tests.edition_folder import EditionFolder
from tests.review.desks import ASKED, WORK, Typed, files_of, session_of


@pytest.fixture
def valley(tmp_path):
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, ASKED)
    return folder


def reviewed(root, *typed, kinds=(), width=80):
    """What the screen shows when these keys are typed, and the review."""
    session, out, keyboard = session_of(root), io.StringIO(), Typed(*typed)
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    review = Review(session, session.queue.only(kinds).items, keyboard, console)
    review.run()
    return out.getvalue(), review


def filed(root):
    return [one.record for one in Project.load(root).filed.get(WORK, ())]


def test_an_item_is_shown_with_its_lines_its_words_marked_and_the_evidence(valley):
    shown, _ = reviewed(valley.root, "q")
    lines = shown.splitlines()
    assert lines[0].startswith("1 of ")
    assert "0 decided today" in lines[0]
    assert lines[1] == "Suspect: lost-character, almost certainly wrong"
    at = next(number for number, line in enumerate(lines) if "A lost \ufffd sign" in line)
    assert lines[at].startswith(" >")
    assert lines[at + 1].index("^") == lines[at].index("\ufffd")  # no colour is needed to see which
    assert "  6  –" in lines
    assert "a  accept" in shown
    assert max(map(len, lines)) <= 80


def test_a_candidate_is_accepted_and_the_next_item_follows(valley):
    shown, review = reviewed(valley.root, "7", "q")
    assert [(one.reading, one.cause) for one in filed(valley.root)] == [("—", "character")]
    assert "2 of " in shown
    assert "1 decided today" in shown
    assert f"edition/emendations/{WORK}.yml" in shown
    assert review.at == 1


def test_keys_that_say_nothing_do_nothing(valley):
    before = files_of(valley.root)
    reviewed(valley.root, "x", "9", "0", "\x1b[A", "q")
    assert files_of(valley.root) == before


def test_editing_begins_from_what_is_read(valley):
    _, review = reviewed(valley.root, "e", ["harbour"], "q", kinds=["word"])
    assert review.keyboard.begun == ["harbuor"]
    (record,) = filed(valley.root)
    assert (record.read, record.reading, record.cause) == ("harbuor", "harbour", "character")


def test_an_empty_reading_is_asked_about_before_words_go(valley):
    before = files_of(valley.root)
    reviewed(valley.root, "e", [" "], "n", "e", [None], "q", kinds=["odd-word"])
    assert files_of(valley.root) == before
    reviewed(valley.root, "e", [""], "y", "6", "q", kinds=["odd-word"])
    assert [one.reading for one in filed(valley.root)] == [""]


def test_a_cause_that_is_not_plain_is_asked_for(valley):
    shown, _ = reviewed(valley.root, "e", ["haven of the sea"], "5", "q", kinds=["odd-word"])
    assert "What is wrong? 1 character" in shown
    assert [one.cause for one in filed(valley.root)] == ["word"]


def test_an_interrupt_while_the_cause_is_asked_for_decides_nothing(valley):
    before = files_of(valley.root)
    reviewed(valley.root, "e", ["haven of the sea"], INTERRUPTED, INTERRUPTED, kinds=["odd-word"])
    assert files_of(valley.root) == before


def test_a_reason_goes_with_the_next_decision_only(valley):
    reviewed(valley.root, "n", ["Seen in print."], "1", "a", "q")
    assert [one.note for one in filed(valley.root)] == ["Seen in print.", None]


def test_rejecting_skipping_and_undoing(valley):
    before = files_of(valley.root)
    shown, _ = reviewed(valley.root, "s", "r", "u", "s", "u", "q")
    assert files_of(valley.root) == before
    assert "Taken back" in shown
    assert "there is nothing to undo" in shown


def test_an_undo_returns_to_the_item_of_the_decision(valley):
    _, review = reviewed(valley.root, "s", "1", "u", "q")
    assert review.at == 1


def test_what_cannot_be_is_told_and_the_item_stays(valley):
    before = files_of(valley.root)
    shown, review = reviewed(valley.root, "8", "q", kinds=["odd-word"])
    assert "This cannot be: there is no candidate 8" in shown
    assert review.at == 0
    assert files_of(valley.root) == before


def test_a_review_is_taken_up_where_it_was_left(valley):
    first, _ = reviewed(valley.root, "1", "1", INTERRUPTED)
    later, _ = reviewed(valley.root, "q")
    assert first.splitlines()[0].startswith("1 of 3, 0 decided today")
    assert later.splitlines()[0].startswith("1 of 1, 2 decided today")


def test_the_same_words_are_found_in_all_works_and_read_alike(valley):
    valley.add_work(
        "other-1902", "The Harbuor\n\nThe old harbuor was full of lamps, and the harbuor slept.\n", order=2
    )
    before = files_of(valley.root)
    shown, _ = reviewed(valley.root, "f", "t", ["harbour"], "y", "q", kinds=["word"])
    assert "“harbuor” stands 3 times" in shown
    assert "In 3 places." in shown
    project = Project.load(valley.root)
    assert [len(project.filed[work]) for work in (WORK, "other-1902")] == [1, 2]
    reviewed(valley.root, "u", "q")
    assert files_of(valley.root) == before


def test_the_same_words_come_one_by_one(valley):
    valley.add_work(
        "other-1902", "The Harbuor\n\nThe old harbuor was full of lamps, and the harbuor slept.\n", order=2
    )
    reviewed(valley.root, "f", "o", "2", "r", "2", "q", kinds=["word"])
    project = Project.load(valley.root)
    records = [one.record for work in (WORK, "other-1902") for one in project.filed[work]]
    assert sorted((one.nature, one.reading or "") for one in records) == [
        ("emendation", "harbour"), ("emendation", "harbour"), ("stet", ""),
    ]  # fmt: skip


def test_any_word_of_any_line_can_be_gone_to(valley):
    line = ASKED[: ASKED.index("eyes")].count("\n") + 1
    shown, _ = reviewed(valley.root, "g", [f"{WORK}:{line}"], ["eyes"], "e", ["ears"], "5", "q")
    (record,) = filed(valley.root)
    assert (record.line, record.reading) == (line, "ears")
    shown, _ = reviewed(valley.root, "g", ["brundle:4"], "q")
    assert "is no line of a work" in shown


def test_help_tells_every_key(valley):
    shown, _ = reviewed(valley.root, "?", "x", "q")
    assert "f       find the same words in all works" in shown


@pytest.mark.parametrize("width", [40, 80, 200])
def test_what_is_shown_fits_the_screen(valley, width):
    valley.add_work(
        "long-1903", "A Title\n\n" + "The miller slept by the lamp. " * 40 + "The harbuor was full.\n", order=2
    )
    shown, _ = reviewed(valley.root, *["s"] * 8, width=width)
    assert all(len(line) <= width for line in shown.splitlines() if "│" in line)
