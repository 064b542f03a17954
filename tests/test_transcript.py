import pytest

from build_edition.errors import TranscriptError
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

TEXT = "The lock-keeper wrote.\nNobody read it."


def transcript(interventions=(), marks=()):
    return Transcript(Source.from_text(TEXT, "log.txt"), tuple(interventions), tuple(marks))


def test_records_are_put_in_order():
    made = transcript(
        [Intervention(22, 23, " ", "line-join"), Intervention(0, 3, "A", "emendation")],
        [Mark("hi", 4, 15), Mark("p", 0, len(TEXT)), Mark("pb", 0, 0, {"n": "7"}), Mark("quote", 0, len(TEXT))],
    )
    assert [i.start for i in made.interventions] == [0, 22]
    assert [m.kind for m in made.marks] == ["pb", "quote", "p", "hi"]
    assert made.reading.text == "A lock-keeper wrote. Nobody read it."


def test_records_can_be_added():
    made = transcript([Intervention(22, 23, " ", "line-join")])
    assert made.with_records([Intervention(0, 3, "A", "emendation")]).reading.text.startswith("A lock")
    with pytest.raises(TranscriptError, match="22–23 by “line-join”: overlaps the one at 20–24 by “emendation”"):
        made.with_records([Intervention(20, 24, "", "emendation")])


@pytest.mark.parametrize(
    ("interventions", "complaint"),
    [
        ([Intervention(0, 5, "x", "a"), Intervention(4, 6, "y", "b")], "overlaps"),
        ([Intervention(3, 3, "x", "a"), Intervention(3, 3, "y", "b")], "overlaps"),
        ([Intervention(30, 99, "x", "a")], "outside the source"),
        ([Intervention(5, 4, "x", "a")], "outside the source"),
        ([Intervention(0, 3, "The", "a")], "changes nothing"),
        ([Intervention(0, 3, "A", "")], "names no rule"),
    ],
)
def test_bad_interventions_are_refused(interventions, complaint):
    with pytest.raises(TranscriptError, match=complaint):
        transcript(interventions)


@pytest.mark.parametrize(
    ("marks", "complaint"),
    [
        ([Mark("p", 0, 15), Mark("hi", 4, 22)], "crosses p 0–15"),
        ([Mark("p", 0, 4)], "white space"),
        ([Mark("p", 3, 15)], "white space"),
        ([Mark("p", 4, 4)], "covers nothing"),
        ([Mark("paragraph", 0, 3)], "no kind known"),
        ([Mark("p", 0, 99)], "outside the source"),
    ],
)
def test_bad_marks_are_refused(marks, complaint):
    with pytest.raises(TranscriptError, match=complaint):
        transcript(marks=marks)


def test_a_mark_may_not_begin_inside_what_is_replaced():
    with pytest.raises(TranscriptError, match=r"inside the span 4–15 that “emendation” replaces"):
        transcript([Intervention(4, 15, "ferryman", "emendation")], [Mark("hi", 9, 15)])


def test_marks_may_stand_on_the_ends_of_what_is_replaced():
    made = transcript([Intervention(4, 15, "ferryman", "emendation")], [Mark("hi", 4, 15), Mark("ref", 16, 21)])
    assert [m.kind for m in made.marks] == ["hi", "ref"]
