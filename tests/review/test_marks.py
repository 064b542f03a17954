"""Marks of low certainty and lost calls: records of structure where they can say it, and else a look."""

import pytest

from build_edition.corrections.structure_file import with_structure
from build_edition.edition.project import Project
from build_edition.errors import RecordError
from build_edition.review.choices import Choice
from build_edition.review.item import Found
from build_edition.review.queue import Places
from build_edition.review.shaping import applied, confirmed, unset
from build_edition.source import Source
from build_edition.transcript import Mark, Transcript
from tests.edition_folder import EditionFolder
from tests.review.desks import TEXT, WORK, files_of, paragraphs, session_of

RECORD = f"edition/works/{WORK}.yml"


@pytest.fixture
def valley(tmp_path):
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, TEXT)
    return folder


def marked(*marks):
    return Transcript(Source.from_text(TEXT), (), marks)


def uncertain(session, kind, words, **attrs):
    """An item about a mark that is put on words of the work, as if a rule had set it without being certain."""
    from dataclasses import replace

    item = session.works[WORK]
    start = TEXT.index(words)
    mark = Mark(kind, start, start + len(words), {**attrs, "cert": "low"})
    kept = [one for one in item.structured.marks if not (one.start == mark.start and one.kind in {"p", "head"})]
    structured = replace(item.structured, marks=(*kept, mark))
    session.works[WORK] = replace(item, structured=structured)
    return Places(item).item(Found("mark", kind, mark.start, mark.end, about=mark))


def test_a_heading_that_is_right_becomes_a_record_that_is_certain(valley):
    session = session_of(valley.root)
    head = uncertain(session, "head", "The Lamp Tax", level=3)
    entry = session.decide([(head, Choice("accept"))])
    (record,) = Project.load(valley.root).work(WORK).structure
    assert (record.sets, record.level, record.begins.line, record.begins.read) == ("head", 3, 1, "The Lamp Tax")
    assert entry.told == "It is a heading, for certain."


def test_a_heading_that_is_none_is_unset_and_one_of_another_level_set(valley):
    session = session_of(valley.root)
    head = uncertain(session, "head", "The Lamp Tax", level=3)
    session.decide([(head, Choice("reject"))])
    (record,) = Project.load(valley.root).work(WORK).structure
    assert (record.unsets, record.line) == ("head", 1)
    session = session_of(EditionFolderCopy(valley).root)
    head = uncertain(session, "head", "The Lamp Tax", level=3)
    session.decide([(head, Choice("edit", "2"))])
    (record,) = session.project.work(WORK).structure
    assert (record.sets, record.level) == ("head", 2)


class EditionFolderCopy:
    """A fresh edition beside another."""

    def __init__(self, valley):
        folder = EditionFolder(valley.root.parent / "beside")
        folder.add_work(WORK, TEXT)
        self.root = folder.root


def test_what_people_wrote_into_the_record_of_the_work_stays_and_an_undo_leaves_every_byte(valley):
    valley.change(RECORD, "title: The Lamp Tax\n", "title: The Lamp Tax   # short\n# Nobody knows who set it.\n")
    before = files_of(valley.root)
    session = session_of(valley.root)
    head = uncertain(session, "head", "The Lamp Tax", level=3)
    session.decide([(head, Choice("accept"))])
    after = files_of(valley.root)[RECORD].decode()
    assert after.startswith(before[RECORD].decode())
    assert session.decided_today == 1
    session.undo()
    assert files_of(valley.root) == before
    assert session.decided_today == 0


def test_a_record_is_put_behind_those_that_are_there(valley):
    text = (valley.root / RECORD).read_text(encoding="utf-8")
    text += "structure:\n  - unset: p   # one\n    line: 3\n    by: Ben\n  # the end\nrole: none\n".replace(
        "role: none\n", ""
    )
    transcript = marked(Mark("head", 0, 12, {"level": 3, "cert": "low"}))
    record = confirmed(transcript, transcript.marks[0], "Ann", None)
    made = with_structure(text, [record], RECORD)
    assert made.index("by: Ben") < made.index("- set: head") < made.index("# the end")


@pytest.mark.parametrize(
    ("kind", "words", "attrs"),
    [
        ("p", TEXT.split("\n\n")[1], {}),
        ("quote", TEXT.split("\n\n")[1], {}),
        ("head", "The Lamp Tax", {"level": 2}),
        ("list", TEXT.split("\n\n")[1], {"ordered": True}),
    ],
)
def test_a_mark_that_is_confirmed_is_the_same_but_certain_and_nothing_else_changes(kind, words, attrs):
    start = TEXT.index(words)
    mark = Mark(kind, start, start + len(words), {**attrs, "cert": "low"})
    others = [one for one in paragraphs(TEXT) if kind not in {"p", "head"} or one.start != start]
    transcript = marked(mark, *others)
    record = confirmed(transcript, mark, "Ann", "Seen in print.")
    after = applied(transcript, record)
    assert {(one.kind, one.start, one.end) for one in after.marks} == {
        (one.kind, one.start, one.end) for one in transcript.marks
    }
    assert [one.cert for one in after.marks if one.kind == kind and one.start == start] == ["high"]
    assert all(len(said.read.split()) <= 6 for said in (record.begins, record.ends or record.begins))


def test_a_page_beginning_is_confirmed_with_its_number():
    at = TEXT.index("In the spring")
    transcript = marked(Mark("pb", at, at, {"n": "12", "cert": "low"}), *paragraphs(TEXT))
    record = confirmed(transcript, transcript.marks[[m.kind for m in transcript.marks].index("pb")], "Ann", None)
    (page,) = applied(transcript, record).of_kind("pb")
    assert (page.start, page.get("n"), page.cert) == (at, "12", "high")


def test_what_no_record_can_say_is_remembered_as_a_look(valley):
    session = session_of(valley.root)
    call = uncertain(session, "ref", "twice", n="2")
    entry = session.decide([(call, Choice("accept"))])
    (look,) = Project.load(valley.root).looks[WORK]
    assert (look.kind, look.read) == ("ref", "twice")
    assert entry.told == "It is a note call."


def test_a_mark_that_is_unset_is_told_from_others_on_its_line():
    first, second = TEXT.index("mill"), TEXT.index("orchad")
    marks = [Mark("hi", second, second + 6, {"cert": "low"}), Mark("hi", first, first + 4, {"cert": "low"})]
    transcript = marked(*marks, *paragraphs(TEXT))
    record = unset(transcript, marks[1], "Ann", None)
    assert record.read.startswith("mill")
    assert [one.start for one in applied(transcript, record).of_kind("hi")] == [second]


def test_a_lost_call_is_placed_after_the_words_that_are_typed(valley):
    session = session_of(valley.root)
    item = session.works[WORK]
    start = TEXT.index("twice")
    lost = Places(item).item(Found("lost-call", "7", start, start + 5))
    with pytest.raises(RecordError, match="where the call stood must be said"):
        session.decide([(lost, Choice("accept"))])
    line = TEXT[: TEXT.index("eyes")].count("\n") + 1
    session.decide([(lost, Choice("edit", f"{line} eyes"))])
    (record,) = Project.load(valley.root).work(WORK).structure
    assert (record.call, record.line, record.after) == ("7", line, "eyes")
    assert [one.get("n") for one in session.works[WORK].transcript.of_kind("ref")] == ["7"]
