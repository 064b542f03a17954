"""Where records meet rules: who wins on which characters, and that it is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.edition.words.emendations import Emendation, filed_in
from build_edition.edition.words.emending import Emended, apply
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

SOURCE = Source.from_text(
    "The weir held 138,\n800 eels; the co-\noperative, the workers hall\nand cc plenum “sat” late.\n", "weir.txt"
)
TEXT = SOURCE.text


def on(words: str, reading: str, rule: str, within: str = "") -> Intervention:
    """A rule's intervention on `words`, the first after `within` begins."""
    start = TEXT.index(words, TEXT.index(within) if within else 0)
    return Intervention(start, start + len(words), reading, rule)


def after(words: str, reading: str, rule: str) -> Intervention:
    start = TEXT.index(words) + len(words)
    return Intervention(start, start, reading, rule)


def record(line: int, read: str, **more: object) -> Emendation:
    cause = {} if more.get("stet") else {"cause": "word"}
    return Emendation.model_validate({"line": line, "read": read, "by": "me", **cause, **more})


def emend(*records: Emendation, rules: tuple[Intervention, ...] = (), marks: tuple[Mark, ...] = ()) -> Emended:
    return apply(Transcript(SOURCE, rules, marks), filed_in(records, Path("weir.yml")))


def refusal(*records: Emendation, rules: tuple[Intervention, ...] = ()) -> str:
    with pytest.raises(RecordError) as caught:
        emend(*records, rules=rules)
    return str(caught.value)


JOIN = on("\n", " ", "line-join")


def test_a_cut_number_is_joined_over_a_line_join() -> None:
    emended = emend(record(1, "138,\n800", **{"as": "138,800"}), rules=(JOIN,))
    assert emended.transcript.reading.text.startswith("The weir held 138,800 eels")
    (told,) = emended.overrulings
    assert (told.number, told.line, told.rule, told.source, told.rule_reading, told.reading) == (
        1, 1, "line-join", "\n", " ", "138,800",
    )  # fmt: skip


def test_a_rule_that_joins_as_the_record_does_keeps_its_join() -> None:
    emended = emend(record(1, "138,\n800", **{"as": "138. 800"}), rules=(JOIN,))
    assert emended.transcript.reading.text.startswith("The weir held 138. 800 eels")
    assert [i.rule for i in emended.transcript.interventions] == ["emendation:1", "line-join"]
    assert emended.overrulings == ()


def test_what_a_rule_joined_without_its_hyphen_is_read_with_it() -> None:
    rule = on("-\n", "", "line-end-hyphen", "co-")
    emended = emend(record(2, "co-\noperative", **{"as": "co-operative"}), rules=(rule,))
    assert "the co-operative, the" in emended.transcript.reading.text
    assert [told.rule for told in emended.overrulings] == ["line-end-hyphen"]


def test_of_a_join_of_which_a_part_is_emended_the_rest_stays() -> None:
    rule = on("-\n", "", "line-end-hyphen", "co-")
    emended = emend(record(2, "co-", **{"as": "co="}), rules=(rule,))
    assert "the co=operative" in emended.transcript.reading.text


def test_a_rule_on_words_of_which_a_part_is_quoted_is_a_clash() -> None:
    message = refusal(record(4, "enum", **{"as": "anum"}), rules=(on("cc plenum", "CC Plenum", "small-capitals"),))
    assert "overlaps what the rule “small-capitals” does at line 4, column 5: it reads 'cc plenum'" in message
    assert "Quote all of those characters in `read`, or none of them." in message


def test_a_third_reading_of_a_word_takes_the_place_of_what_a_rule_put_in_beside_it() -> None:
    rule = after("workers", "’", "lost-apostrophe")
    emended = emend(record(3, "workers hall", **{"as": "worker's hall"}), rules=(rule,))
    assert "the worker's hall" in emended.transcript.reading.text
    assert [told.rule_reading for told in emended.overrulings] == ["’"]


def test_what_a_rule_put_in_beside_an_emended_word_stays_where_it_is_another_matter() -> None:
    rule = after("hall", "”", "quotation-mark")
    emended = emend(record(3, "hall", **{"as": "hill"}), rules=(rule,))
    assert "workers hill”" in emended.transcript.reading.text
    assert emended.overrulings == ()


def test_a_rules_letters_in_a_word_that_is_emended_give_way() -> None:
    emended = emend(record(4, "plenum", **{"as": "plenary"}), rules=(on("pl", "ql", "misread-character", "cc"),))
    assert "cc plenary" in emended.transcript.reading.text
    assert [told.rule for told in emended.overrulings] == ["misread-character"]


def test_typography_in_a_word_that_is_emended_stays() -> None:
    emended = emend(record(4, "“sat”", **{"as": "“sit”"}), rules=(on("“", "‘", "typography"),))
    assert "‘sit”" in emended.transcript.reading.text
    assert emended.overrulings == ()


def test_a_record_that_reads_as_the_rule_does_lasts_in_its_place_and_is_not_told() -> None:
    emended = emend(record(4, "cc", **{"as": "CC"}), rules=(on("cc", "CC", "small-capitals"),))
    assert [i.rule for i in emended.transcript.interventions] == ["emendation:1"]
    assert emended.overrulings == ()


# stet


def test_stet_takes_a_suspicion_away() -> None:
    start = TEXT.index("plenum")
    marks = (Mark("suspect", start, start + 6), Mark("suspect", 0, 3))
    emended = emend(record(4, "cc plenum", stet=True), marks=marks)
    assert emended.transcript.marks == (marks[1],)


def test_stet_takes_back_what_a_rule_did_to_letters_and_tells_it() -> None:
    rules = (JOIN, on("cc", "CC", "small-capitals"), after("hall", ",", "spacing"))
    emended = emend(record(3, "hall\nand cc", stet=True), rules=rules)
    assert [i.rule for i in emended.transcript.interventions] == ["line-join"]
    assert [(told.rule, told.reading) for told in emended.overrulings] == [
        ("spacing", "hall\nand cc"),
        ("small-capitals", "hall\nand cc"),
    ]


def test_stet_takes_back_letters_that_were_normalised_but_no_signs() -> None:
    rules = (on("T", "t", "opening-capitals"), on("“", "‘", "typography"))
    emended = emend(record(1, "The weir", stet=True), rules=rules)
    assert [i.rule for i in emended.transcript.interventions] == ["typography"]
    assert "finds nothing to let stand" in refusal(record(4, "“sat”", stet=True), rules=rules)


def test_stet_leaves_line_joins_and_forme_work() -> None:
    rules = (JOIN, on("late", "", "forme-work"))
    assert "finds nothing to let stand: no rule suspects or changes letters of '138,\\n800'" in refusal(
        record(1, "138,\n800", stet=True), rules=rules
    )
    assert "finds nothing to let stand" in refusal(record(4, "late", stet=True), rules=rules)


def test_stet_must_quote_all_that_a_rule_replaced() -> None:
    rule = on("cc plenum", "CC Plenum", "small-capitals")
    assert "Quote all of those characters, which then stand." in refusal(
        record(4, "plenum", stet=True), rules=(rule,)
    )


def test_a_word_that_stands_cannot_be_emended_too() -> None:
    rule = on("cc", "CC", "small-capitals")
    message = refusal(record(4, "cc", stet=True), record(4, "cc", **{"as": "C.C."}), rules=(rule,))
    assert "decides on characters that record 1 (source line 4) decides on too" in message


# the law


NAMES = ("line-join", "spacing", "typography", "misread-character", "small-capitals", "forme-work")


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Intervention], int, int, str]:
    text = draw(st.text(alphabet="ab -\n’", min_size=1, max_size=24))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    rules = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        reading = draw(st.text(alphabet="ab ’", max_size=2))
        if reading != text[start:end]:
            rules.append(Intervention(start, end, reading, draw(st.sampled_from(NAMES))))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, rules, start, end, draw(st.text(alphabet="ab -’", max_size=8))


@given(cases())
def test_each_changed_word_reads_as_the_record_says_or_the_record_is_refused(
    case: tuple[str, list[Intervention], int, int, str],
) -> None:
    text, rules, start, end, reading = case
    read = text[start:end]
    source = Source.from_text(text)
    number = source.line_number(start)
    if read == reading or (not read.strip() and not reading):
        return
    line = source.lines[number - 1].start
    times = sum(text.startswith(read, at) for at in range(line, start + 1))
    one = record(number, read, nth=times, **{"as": reading})
    try:
        emended = apply(Transcript(source, tuple(rules)), filed_in([one], Path("x.yml")))
    except RecordError as error:
        assert "overlaps what the rule" in str(error)
        return
    bare = apply(Transcript(source), filed_in([one], Path("x.yml"))).transcript
    assert bare.reading.text == text[:start] + reading + text[end:]
    own = [i for i in emended.transcript.interventions if i.rule.startswith("emendation")]
    left = [i for i in emended.transcript.interventions if not i.rule.startswith("emendation")]
    assert all(any(r.start <= i.start and i.end <= r.end and r.rule == i.rule for r in rules) for i in left)
    assert {told.rule for told in emended.overrulings} <= {r.rule for r in rules}
    if not rules:
        assert own == list(bare.interventions)
