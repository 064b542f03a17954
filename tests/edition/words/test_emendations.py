"""Emendations: each matches its source exactly, or is refused with what stands there."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from build_edition.edition.words.emendations import Emendation, filed_in
from build_edition.edition.words.emending import apply
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

SOURCE = Source.from_text("The lamp, the lamp--and lan Miller.\nIt was teh last\nlamp of all.\n", "lamp.txt")


def record(line: int, read: str, reading: str | None, cause: str = "word", **more: object) -> Emendation:
    given = {"line": line, "read": read, "as": reading, "cause": cause, "by": "me", **more}
    return Emendation.model_validate({name: value for name, value in given.items() if value is not None})


def emend(*records: Emendation, rules: tuple[Intervention, ...] = (), marks: tuple[Mark, ...] = ()) -> Transcript:
    return apply(Transcript(SOURCE, rules, marks), filed_in(records, Path("lamp.yml"))).transcript


def refusal(*records: Emendation, rules: tuple[Intervention, ...] = (), marks: tuple[Mark, ...] = ()) -> str:
    with pytest.raises(RecordError) as caught:
        emend(*records, rules=rules, marks=marks)
    return str(caught.value)


@pytest.mark.parametrize(
    ("read", "reading", "span", "smallest"),
    [
        ("lan Miller", "Ian Miller", "l", "I"),
        ("lamp--and", "lamp and", "--", " "),
        ("and lan", "and, lan", "", ","),
        ("--and", "-and", "-", ""),
        ("The lamp, ", "", "The lamp, ", ""),
    ],
)
def test_the_smallest_span_is_replaced(read: str, reading: str, span: str, smallest: str) -> None:
    after = emend(record(1, read, reading))
    (this,) = after.interventions
    assert (SOURCE.text[this.start : this.end], this.reading, this.rule) == (span, smallest, "emendation:1")
    assert after.reading.text == SOURCE.text.replace(read, reading)


def test_the_nth_of_several() -> None:
    after = emend(record(1, "lamp", "lantern", nth=2, cert="low"))
    assert after.reading.text.startswith("The lamp, the lantern--")
    assert after.interventions[0].cert == "low"


def test_words_that_run_on_to_the_next_line() -> None:
    assert "the last lamp" in emend(record(2, "teh last\nlamp", "the last lamp")).reading.text


def test_a_slip_must_match_too() -> None:
    assert "expected 'thw'" in refusal(record(2, "thw", None, "slip"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            record(2, "teh lost", "the last"),
            "expected 'teh lost'; the line reads 'It was teh last'\n  The nearest there is",
        ),
        (record(3, "Miller", "Muller"), "the line reads 'lamp of all.'\n  They stand on line 1."),
        (record(3, "Zebedee", "Y"), "They stand nowhere in this source"),
        (record(1, "lamp", "lantern"), "'lamp' stands 2 times on the line\n  Say which with `nth: 1` … `nth: 2`"),
        (record(1, "lamp", "lantern", nth=3), "expected 'lamp' 3 times"),
        (record(9, "lamp", "lantern"), "the source has only 4 lines"),
        (record(1, "lamp of", "lantern of"), "They stand on line 3."),
    ],
)
def test_a_record_that_does_not_match_is_refused(wrong: Emendation, said: str) -> None:
    message = refusal(record(2, "teh", "the"), wrong)
    assert message.startswith(f"lamp.yml, record 2 (source line {wrong.line}): ")
    assert said in message


def test_of_a_long_line_only_the_likely_part_is_shown() -> None:
    source = Source.from_text("wick " * 400 + "the kettel sang " + "oil " * 400)
    with pytest.raises(RecordError) as caught:
        apply(Transcript(source), filed_in([record(1, "the kettle sang", "x")], Path("lamp.yml")))
    assert "the kettel sang" in str(caught.value)
    assert len(str(caught.value)) < 400


def test_an_emendation_takes_the_place_of_a_rule_on_its_very_span() -> None:
    start = SOURCE.text.index("--")
    after = emend(record(1, "lamp--and", "lamp; and"), rules=(Intervention(start, start + 2, "—", "dashes"),))
    assert [(this.reading, this.rule) for this in after.interventions] == [("; ", "emendation:1")]


def test_an_emendation_inside_what_a_rule_removed_is_refused() -> None:
    line = SOURCE.lines[1]
    message = refusal(record(2, "teh", "the"), rules=(Intervention(line.start, line.end, "", "running-head"),))
    assert "overlaps what the rule “running-head” does at line 2" in message


def test_interventions_beside_an_emendation_stay() -> None:
    start = SOURCE.text.index("teh")
    rules = (Intervention(start - 1, start, "", "spaces"), Intervention(start + 3, start + 4, "", "spaces"))
    assert "wasthelast" in emend(record(2, "teh", "the"), rules=rules).reading.text


@pytest.mark.parametrize(
    "other", [record(1, "lan Mill", "Jan Mall"), record(1, "lan", "Jan"), record(1, "--and lan", "x")]
)
def test_two_emendations_of_the_same_letters_are_refused(other: Emendation) -> None:
    message = refusal(record(1, "lan", "Ian"), other)
    assert "decides on characters that record" in message
    assert "Make one record of the two." in message


def test_an_emendation_across_the_end_of_a_mark_is_refused() -> None:
    comma = SOURCE.text.index(",")
    message = refusal(record(1, "lamp, the", "lantern; then"), marks=(Mark("hi", comma - 4, comma),))
    assert "across the beginning or end of a hi" in message


@pytest.mark.parametrize(
    "wrong", [record(2, "was teh", "is the"), record(2, "teh", "the"), record(2, "teh last", "it")]
)
def test_a_suspect_gives_way_to_an_emendation(wrong: Emendation) -> None:
    start = SOURCE.text.index("teh")
    marks = (Mark("suspect", start, start + 3), Mark("suspect", 0, 3))
    after = emend(wrong, marks=marks)
    assert [(mark.start, mark.end) for mark in after.marks] == [(0, 3)]


def test_at_the_edge_of_a_mark_is_no_clash() -> None:
    comma = SOURCE.text.index(",")
    after = emend(record(1, "lamp,", "light,"), marks=(Mark("hi", comma - 4, comma),))
    assert after.reading.text.startswith("The light,")


# what a record may say


def refused(**given: object) -> str:
    with pytest.raises(ValidationError) as caught:
        Emendation.model_validate({"line": 1, "read": "lamp", "by": "me", **given})
    return str(caught.value)


def test_a_record_says_one_thing() -> None:
    assert "says `as` and `perhaps`; keep one" in refused(**{"as": "lump"}, perhaps="limp", cause="word")
    assert "says `as` and `stet`; keep one" in refused(**{"as": "lump"}, stet=True, cause="word")
    assert "says nothing to read instead; add `as` (certain), `perhaps` (doubtful)" in refused(cause="word")
    assert "is a slip, which is shown and never corrected; leave out `perhaps`" in refused(
        perhaps="limp", cause="slip"
    )
    assert "gives no `cause`" in refused(perhaps="limp")
    assert "changes nothing: `perhaps` is what `read` has" in refused(perhaps="lamp", cause="word")
    assert "reads nothing but white space" in refused(read=" ", perhaps="the", cause="word")


@pytest.mark.parametrize(
    ("given", "nature"),
    [
        ({"as": "lump", "cause": "word"}, "emendation"),
        ({"as": "lump", "cause": "word", "cert": "low"}, "conjecture"),
        ({"as": "", "cause": "word"}, "emendation"),
        ({"perhaps": "limp", "cause": "word", "cert": "low"}, "doubt"),
        ({"cause": "slip"}, "slip"),
        ({"stet": True}, "stet"),
    ],
)
def test_the_nature_of_a_record(given: dict[str, object], nature: str) -> None:
    assert Emendation.model_validate({"line": 1, "read": "lamp", "by": "me", **given}).nature == nature


def test_the_cause_goes_with_the_intervention() -> None:
    (this,) = emend(record(1, "lan", "Ian", "character")).interventions
    assert this.cause == "character"


def test_words_that_are_alike_are_left_to_the_marks_among_them() -> None:
    start = SOURCE.text.index("teh")
    after = emend(record(2, "was teh last", "is teh lost"), marks=(Mark("hi", start, start + 3),))
    assert [SOURCE.text[i.start : i.end] for i in after.interventions] == ["wa", "a"]
    assert "It is teh lost" in after.reading.text


def test_emphasis_of_deleted_words_goes_with_them() -> None:
    start = SOURCE.text.index("teh")
    assert emend(record(2, "was teh last", "was"), marks=(Mark("hi", start, start + 3),)).marks == ()


def test_two_records_that_read_one_word_otherwise_are_refused() -> None:
    message = refusal(record(2, "teh", "the"), record(2, "teh last", "tea last"))
    assert "decides on characters that record 1 (source line 2) decides on too" in message
    doubt = Emendation.model_validate({"line": 2, "read": "teh", "perhaps": "tehr", "cause": "word", "by": "me"})
    assert "decides on characters" in refusal(record(2, "teh", "tehs"), doubt)


def test_what_a_record_lets_stand_is_its_own_to_the_end() -> None:
    letters = SOURCE.text.index("last\n")
    suspect = Mark("suspect", letters - 4, letters + 4)
    rule = Intervention(letters - 3, letters - 2, "h", "misread-character")
    stet = Emendation.model_validate({"line": 2, "read": "teh last", "stet": True, "by": "me"})
    message = refusal(stet, record(2, "last", "lost"), rules=(rule,), marks=(suspect,))
    assert "decides on characters that record 1" in message


def test_what_only_parts_two_blocks_is_no_matter_of_words() -> None:
    at = SOURCE.text.index("It was")
    blocks = Mark("p", 0, at - 1), Mark("p", at, len(SOURCE.text) - 1)
    message = refusal(record(1, "Miller.\nIt", "Miller. It"), marks=blocks)
    assert "changes nothing but the white space between two blocks" in message
