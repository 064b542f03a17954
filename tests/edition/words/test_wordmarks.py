"""Doubts and slips: the words that a record marks, whole and nested with other marks."""

from pathlib import Path

import pytest

from build_edition.edition.words.emendations import Emendation, filed_in
from build_edition.edition.words.emending import apply
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

SOURCE = Source.from_text("The inadaptably eel, the weirs keeper.12 He\n\nwas lain, inthe mud.\n", "eel.txt")
TEXT = SOURCE.text


def record(line: int, read: str, perhaps: str | None = None, **more: object) -> Emendation:
    says = {"perhaps": perhaps, "cause": "word"} if perhaps else {"cause": "slip"}
    return Emendation.model_validate({"line": line, "read": read, "by": "me", **says, **more})


def mark(kind: str, words: str, **attrs: object) -> Mark:
    start = TEXT.index(words)
    return Mark(kind, start, start + len(words), attrs)


def marked(*records: Emendation, marks: tuple[Mark, ...] = (), rules: tuple[Intervention, ...] = ()) -> Transcript:
    return apply(Transcript(SOURCE, rules, marks), filed_in(records, Path("eel.yml"))).transcript


@pytest.mark.parametrize(
    ("line", "read", "perhaps", "words", "candidate"),
    [
        (1, "inadaptably eel", "inadaptable eel", "inadaptably", "inadaptable"),
        (1, "adaptab", "adoptab", "inadaptably", "inadoptably"),
        (1, "weirs keeper", "weir’s keeper", "weirs", "weir’s"),
        (1, "eel, the", "eel; the", "eel,", "eel;"),
        (1, "the weirs", "the old weirs", "weirs", "old weirs"),
        (3, "inthe", "in the", "inthe", "in the"),
        (3, "was lain, inthe mud", "was laid, in the mud", "lain, inthe", "laid, in the"),
        (3, "was lain", "was […] lain", "lain", "[…] lain"),
        (1, "keeper", "keepers", "keeper", "keepers"),
    ],
)
def test_a_doubt_marks_the_smallest_whole_words(
    line: int, read: str, perhaps: str, words: str, candidate: str
) -> None:
    after = marked(record(line, read, perhaps), marks=(mark("ref", "12"),))
    (suspect,) = after.of_kind("suspect")
    assert (TEXT[suspect.start : suspect.end], suspect.get("candidates")) == (words, candidate)
    assert suspect.cert == "low"
    assert after.reading.text == TEXT


def test_a_doubt_takes_the_place_of_a_rules() -> None:
    rules = mark("suspect", "inadaptably", reason="word"), mark("suspect", "inthe", reason="word")
    after = marked(record(1, "inadaptably", "inadaptable", note="sense"), marks=rules)
    doubt, other = after.of_kind("suspect")
    assert (doubt.get("reason"), doubt.get("evidence")) == (None, "sense")
    assert other is rules[1]


def test_a_doubt_across_paragraphs_marks_the_words_on_one_side() -> None:
    blocks = mark("p", "The inadaptably eel, the weirs keeper.12 He"), mark("p", "was lain, inthe mud.")
    after = marked(record(1, "He\n\nwas", "He […] was"), marks=blocks)
    (suspect,) = after.of_kind("suspect")
    assert (TEXT[suspect.start : suspect.end], suspect.get("candidates")) == ("He", "He […] was")


def test_a_slip_is_marked_with_its_note_and_changes_nothing() -> None:
    after = marked(record(3, "was lain", note="laid,\n  as the sense has it"))
    assert after.reading.text == TEXT
    assert after.marks == (mark("sic", "was lain", note="laid, as the sense has it"),)


def test_a_slip_takes_the_place_of_a_suspect_and_may_be_emended() -> None:
    emendation = Emendation.model_validate(
        {"line": 3, "read": "lain", "as": "lame", "cause": "character", "by": "me"}
    )
    after = marked(record(3, "was lain"), emendation, marks=(mark("suspect", "lain"),))
    assert [m.kind for m in after.marks] == ["sic"]
    assert "was lame, inthe" in after.reading.text


def test_a_slip_across_the_end_of_a_mark_is_refused() -> None:
    with pytest.raises(RecordError) as caught:
        marked(record(3, "was lain"), marks=(mark("hi", "lain, inthe"),))
    assert str(caught.value) == (
        "eel.yml, record 1 (source line 3): would reach across the beginning or end of a hi of line 3\n"
        "  Quote only the words on one side of it."
    )


def test_a_doubt_that_ends_inside_what_a_rule_replaced_grows_to_hold_it() -> None:
    start = TEXT.index("mud.")
    after = marked(record(3, "mud", "mire"), rules=(Intervention(start + 1, start + 4, "od,", "spacing"),))
    (suspect,) = after.of_kind("suspect")
    assert TEXT[suspect.start : suspect.end] == "mud."


def test_two_doubts_of_one_word_are_refused() -> None:
    with pytest.raises(RecordError, match="decides on characters that record 1"):
        marked(record(3, "lain", "laid"), record(3, "lain,", "lain;"))


@pytest.mark.parametrize(("read", "perhaps", "covered"), [("eel,", "eel, and", "eel,"), (",", ",,", ",")])
def test_a_doubt_whether_something_is_lost_marks_what_it_would_follow(read, perhaps, covered) -> None:
    (doubt,) = marked(record(1, read, perhaps)).of_kind("suspect")
    assert SOURCE.text[doubt.start : doubt.end] == covered


def test_a_mark_does_not_end_inside_a_hyphen_at_the_end_of_a_line() -> None:
    source = Source.from_text("the mil-\nler\n", "x.txt")
    joined = Intervention(7, 9, "", "line-end-hyphen")
    slip = record(1, "mil-", cause="slip")
    (sic,) = apply(Transcript(source, (joined,)), filed_in([slip], Path("x.yml"))).transcript.of_kind("sic")
    assert source.text[sic.start : sic.end] == "mil"
