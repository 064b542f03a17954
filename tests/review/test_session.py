"""Decisions: which record each becomes, in which file, and that an undo leaves every byte as it was."""

import json

import pytest

from build_edition.checks import check_work
from build_edition.edition.project import Project
from build_edition.errors import CorrectionError, RecordError, UsageError
from build_edition.review.asked import item_at, place_of, same_words
from build_edition.review.choices import Choice
from build_edition.review.journal import JOURNAL
from tests.edition_folder import EditionFolder
from tests.review.desks import BY, TEXT, TODAY, WORK, files_of, session_of

EMENDATIONS = f"edition/emendations/{WORK}.yml"
REVIEW = f"edition/review/{WORK}.yml"
COMMENTED = """# What the editors decided.
- line: 9   # the eyes
  read: two
  cause: slip
  by: "A. Reader"   # a comment

# The end.
"""


@pytest.fixture
def valley(tmp_path):
    """An edition of one work with odd words, and a record with comments."""
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, TEXT)
    folder.write(
        EMENDATIONS, COMMENTED.replace("line: 9", f"line: {TEXT[: TEXT.index('two')].count(chr(10)) + 1}")
    )
    return folder


def item(session, word):
    (found,) = [one for one in session.queue.items if one.words == word]
    return found


def at(session, word, nth=1):
    line, start = 0, -1
    for _ in range(nth):
        start = TEXT.index(word, start + 1)
    line = TEXT[:start].count("\n") + 1
    column = start - (TEXT.rfind("\n", 0, start) + 1) + 1
    return item_at(session.works[WORK], line, column, word)


def reading(session):
    return session.works[WORK].transcript.reading.text


def record_of(root):
    project = Project.load(root)
    return project.filed[WORK][-1].record


def test_an_accepted_reading_is_an_emendation_with_who_and_when(valley):
    session = session_of(valley.root)
    before = reading(session)
    chosen = at(session, "orchad")
    entry = session.decide([(chosen, Choice("accept", "orchard"))])
    first, last = (one.record for one in Project.load(valley.root).filed[WORK])
    assert (first.read, first.reading, first.cause, first.by, first.on) == (
        "orchad",
        "orchard",
        "character",
        BY,
        TODAY,
    )
    assert first.seen is not None
    assert last.read == "two"
    assert entry.told == "“orchard” is read."
    assert reading(session) == before.replace("orchad", "orchard", 1)
    assert session.decided_today == 1


def test_what_people_wrote_into_the_file_stays_to_the_letter(valley):
    was = (valley.root / EMENDATIONS).read_text(encoding="utf-8")
    session = session_of(valley.root)
    session.decide([(at(session, "orchad"), Choice("accept", "orchard"))])
    now = (valley.root / EMENDATIONS).read_text(encoding="utf-8")
    added = now.replace(was.removeprefix("# What the editors decided.\n"), "")
    assert now != was
    assert "orchad" in added
    for line in was.splitlines():
        assert line in now.splitlines()


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        ("orchad", Choice("accept", "orchard")),
        ("orchad", Choice("edit", "")),
        ("lampwrightery", Choice("reject")),
        ("twice", Choice("doubt", "thrice", "word")),
        ("valley", Choice("slip")),
        ("read", Choice("edit", "read aloud", "lost-text", "He says so elsewhere.")),
    ],
)
def test_an_undo_leaves_every_byte_as_it_was(valley, word, choice):
    session = session_of(valley.root)
    before, text = files_of(valley.root), reading(session)
    session.decide([(at(session, word), choice)])
    assert files_of(valley.root) != before
    Project.load(valley.root)
    assert session.undo() is not None
    assert files_of(valley.root) == before
    assert reading(session) == text


def test_an_undo_takes_back_one_decision_after_the_other_also_in_a_later_session(valley):
    first = files_of(valley.root)
    session = session_of(valley.root)
    session.decide([(at(session, "orchad"), Choice("accept", "orchard"))])
    second = files_of(valley.root)
    session.decide([(at(session, "lampwrightery"), Choice("reject"))])
    later = session_of(valley.root)
    assert later.decided_today == 2
    later.undo()
    assert files_of(valley.root) == second
    later.undo()
    assert files_of(valley.root) == first
    assert later.undo() is None


def test_an_undo_finds_its_record_when_others_have_been_added_since_and_leaves_them(valley):
    session = session_of(valley.root)
    before = (valley.root / EMENDATIONS).read_text(encoding="utf-8")
    session.decide([(at(session, "orchad"), Choice("accept", "orchard"))])
    path = valley.root / EMENDATIONS
    added = '\n- line: 4\n  read: "just"\n  cause: slip\n  by: Ben\n'
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8", newline="")
    session.undo()
    assert path.read_text(encoding="utf-8") == before + added


def test_an_undo_of_what_has_been_changed_since_is_refused_and_changes_nothing(valley):
    session = session_of(valley.root)
    session.decide([(at(session, "orchad"), Choice("accept", "orchard"))])
    valley.change(EMENDATIONS, '"orchard"', '"orchards"')
    before = files_of(valley.root)
    with pytest.raises(CorrectionError, match="has been changed since"):
        session.undo()
    assert files_of(valley.root) == before


def test_a_rejected_odd_word_is_remembered_with_who_and_when_and_not_asked_about_again(valley):
    session = session_of(valley.root)
    odd = item(session, "lampwrightery")
    session.decide([(odd, Choice("reject", note="His own word."))])
    (look,) = Project.load(valley.root).looks[WORK]
    assert (look.read, look.kind, look.by, look.on, look.note) == (
        "lampwrightery", "odd-word", BY, TODAY, "His own word.",
    )  # fmt: skip
    assert look.seen is not None
    later = session_of(valley.root)
    assert odd.key not in {one.key for one in later.queue.items}
    assert (valley.root / REVIEW).read_text(encoding="utf-8").startswith("- line: ")


def test_a_look_at_words_that_do_not_stand_there_is_told_and_hides_nothing(valley):
    (valley.root / "edition/review").mkdir()
    valley.write(REVIEW, '- line: 2\n  read: "lampwrightery"\n  kind: odd-word\n  by: Ben\n')
    session = session_of(valley.root)
    (problem,) = session.queue.problems
    assert problem.where == f"{REVIEW}, record 1 (source line 2)"
    assert item(session, "lampwrightery")
    project = session.project
    found = check_work(project, project.work(WORK)).findings
    assert [(one.severity, one.place) for one in found if one.code == "look-idle"] == [("warning", problem.where)]


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("edition/review/miller-1902.yml", "- line: 2\n", "is called as nothing that is read"),
        (REVIEW, "- line: 2\n  read: a\n  kind: odd-word\n", "by"),
        (REVIEW, "- line: 2\n  read: a\n  kind: odd word\n  by: Ben\n", "kind"),
        (REVIEW, "- {line: 0, read: a, kind: odd-word, by: Ben}\n", "line"),
        (REVIEW, "- {line: 1, read: a, kind: odd-word, by: Ben, as: b}\n", "as"),
    ],
)
def test_records_of_looks_are_validated_with_the_project(valley, path, text, told):
    (valley.root / "edition/review").mkdir()
    valley.write(path, text)
    with pytest.raises(RecordError, match=told):
        Project.load(valley.root)


def test_a_suspect_of_a_rule_that_is_rejected_becomes_a_stet(tmp_path):
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, TEXT + "\nA lost \ufffd sign, and another line of the old book.\n")
    session = session_of(folder.root)
    lost = item(session, "\ufffd")
    assert session.queue.items[0] == lost  # nothing is more certainly wrong
    session.decide([(lost, Choice("reject"))])
    record = record_of(folder.root)
    assert (record.nature, record.read, record.by, record.on) == ("stet", "\ufffd", BY, TODAY)
    assert lost.key not in {one.key for one in session_of(folder.root).queue.items}


def test_a_choice_that_no_record_can_say_changes_nothing(valley):
    session = session_of(valley.root)
    before = files_of(valley.root)
    with pytest.raises(RecordError):
        session.decide([(at(session, "orchad"), Choice("edit", "two\nlines"))])
    with pytest.raises(RecordError):
        session.decide(
            [(at(session, "orchad"), Choice("accept", "orchard")), (at(session, "lamp"), Choice("edit", "a\nb"))]
        )
    assert files_of(valley.root) == before


def test_the_same_words_in_all_works_are_decided_together_and_taken_back_together(valley):
    valley.add_work("other-1902", TEXT.replace("miller", "weaver") + "\nThe orchad was sold.\n", order=2)
    session = session_of(valley.root)
    found = list(same_words(session.works.values(), "orchad"))
    assert [one.work for one in found] == [WORK, WORK, "other-1902", "other-1902", "other-1902"]
    before = files_of(valley.root)
    session.decide([(one, Choice("edit", "orchard")) for one in found])
    for work in session.works.values():
        assert "orchad" not in work.transcript.reading.text
    assert [len(Project.load(valley.root).filed[work]) for work in (WORK, "other-1902")] == [3, 3]
    session.undo()
    assert files_of(valley.root) == before


def test_a_conjecture_is_made_certain_or_dismissed(valley):
    line = TEXT[: TEXT.index("twice")].count("\n") + 1
    record = "read: twice\n  as: thrice\n  cause: word\n  cert: low\n  by: Ben\n"
    valley.write(EMENDATIONS, f"- line: {line}\n  {record}")
    before = files_of(valley.root)
    session = session_of(valley.root)
    (conjecture,) = session.queue.only(["conjecture"]).items
    assert conjecture.found.evidence[0] == "A conjecture of Ben."
    session.decide([(conjecture, Choice("accept", "thrice"))])
    record = record_of(valley.root)
    assert (record.nature, record.reading, record.by) == ("emendation", "thrice", BY)
    session.undo()
    assert files_of(valley.root) == before
    session.decide([(conjecture, Choice("reject"))])
    assert not Project.load(valley.root).filed.get(WORK)
    assert "twice a year" in " ".join(reading(session).split())
    session.undo()
    assert files_of(valley.root) == before


def test_a_doubt_becomes_a_reading_or_goes(valley):
    line = TEXT[: TEXT.index("twice")].count("\n") + 1
    valley.write(EMENDATIONS, f"- line: {line}\n  read: twice\n  perhaps: thrice\n  cause: word\n  by: Ben\n")
    before = files_of(valley.root)
    session = session_of(valley.root)
    (doubt,) = session.queue.only(["doubt"]).items
    session.decide([(doubt, Choice("accept", "thrice"))])
    assert record_of(valley.root).nature == "emendation"
    session.undo()
    session.decide([(doubt, Choice("reject"))])
    project = Project.load(valley.root)
    assert not project.filed.get(WORK)
    assert project.looks[WORK][0].kind == "doubt"
    session.undo()
    assert files_of(valley.root) == before


def test_a_damaged_journal_is_as_good_as_none(valley):
    session = session_of(valley.root)
    session.decide([(at(session, "orchad"), Choice("accept", "orchard"))])
    (valley.root / JOURNAL).write_text(json.dumps({"keys": [], "told": "", "changes": [{"path": "../x"}]}) + "\n")
    before = files_of(valley.root)
    assert session_of(valley.root).undo() is None
    assert files_of(valley.root) == before


@pytest.mark.parametrize(
    ("line", "column", "words", "told"),
    [
        (99, None, "lamp", "has lines 1 to"),
        (3, None, "", "which words"),
        (3, None, "brundlewharn", "stands nowhere"),
        (3, 5, "lamp", "stands nowhere"),
    ],
)
def test_a_place_that_is_none_is_refused(valley, line, column, words, told):
    session = session_of(valley.root)
    with pytest.raises(UsageError, match=told):
        item_at(session.works[WORK], line, column, words)


def test_places_are_told_with_lines_columns_and_words():
    assert place_of("smith-1960:84:I have: two") == ("smith-1960", 84, None, "I have: two")
    assert place_of("smith-1960:84.12") == ("smith-1960", 84, 12, "")
    with pytest.raises(UsageError, match="is no place"):
        place_of("smith-1960")
