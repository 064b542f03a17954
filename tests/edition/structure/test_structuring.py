"""Structure records: what they set, unset and place, what gives way, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from build_edition.edition.structure.record import StructureRecord
from build_edition.edition.structure.structuring import apply
from build_edition.errors import RecordError
from build_edition.pipeline import to_work
from build_edition.source import Source
from build_edition.transcript import POINTS, Intervention, Mark, Transcript
from build_edition.work import Container, ItemList, NoteCall, Paragraph, Table, plain
from build_edition.writers.text import write_text

LINES = [
    "The eel weir",
    "",
    "It stood. The miller",
    "kept it well.",
    "",
    "One went.",
    "Two went.",
    "",
    "Then it fell.",
]
SOURCE = Source.from_text("\n".join(LINES) + "\n", "weir.txt")
TEXT = SOURCE.text


def mark(kind: str, first: str, last: str = "", **attrs: object) -> Mark:
    return Mark(kind, TEXT.index(first), TEXT.index(last or first) + len(last or first), attrs)


HEAD = mark("head", "The eel weir", level=1)
ONE = mark("p", "It stood", "well.")
TWO = mark("p", "One", "Two went.")
THREE = mark("p", "Then it fell.")


def record(**given: object) -> StructureRecord:
    return StructureRecord.model_validate(given)


def sets(
    kind: str, first: tuple[int, str], last: tuple[int, str] | None = None, **more: object
) -> StructureRecord:
    to = {"to": {"line": last[0], "read": last[1]}} if last else {}
    return record(**{"set": kind, "from": {"line": first[0], "read": first[1]}, **to, **more})


def done(
    *records: StructureRecord,
    marks: tuple[Mark, ...] = (HEAD, ONE, TWO, THREE),
    rules: tuple[Intervention, ...] = (),
) -> Transcript:
    return apply(Transcript(SOURCE, rules, marks), records, "works/weir.yml")


def shown(transcript: Transcript) -> list[tuple[str, str]]:
    return [(m.kind, " ".join(TEXT[m.start : m.end].split())) for m in transcript.marks]


def refusal(*records: StructureRecord, **more: object) -> str:
    with pytest.raises(RecordError) as caught:
        done(*records, **more)
    return str(caught.value)


# paragraphs


def test_a_paragraph_in_the_middle_of_one_splits_it() -> None:
    after = done(sets("p", (3, "The miller")), marks=(mark("p", "It stood", "well.", continues=True),))
    assert shown(after) == [("p", "It stood."), ("p", "The miller"), ("p", "kept it well.")]
    assert [m.get("continues") for m in after.marks] == [True, None, None]


def test_a_paragraph_over_two_merges_them() -> None:
    after = done(sets("p", (3, "It stood"), (7, "Two went.")))
    assert shown(after)[1:] == [
        ("p", "It stood. The miller kept it well. One went. Two went."),
        ("p", "Then it fell."),
    ]


def test_a_paragraph_across_two_cuts_them() -> None:
    after = done(sets("p", (4, "kept"), (6, "One went.")))
    assert shown(after)[1:4] == [
        ("p", "It stood. The miller"),
        ("p", "kept it well. One went."),
        ("p", "Two went."),
    ]


def test_a_heading_on_a_paragraph_takes_its_place_and_bears_its_attributes() -> None:
    after = done(sets("head", (9, "Then it fell."), level=3, label="IV"))
    last = after.marks[-1]
    assert (last.kind, dict(last.attrs)) == ("head", {"level": 3, "label": "IV"})
    assert [m.kind for m in after.marks] == ["head", "p", "p", "head"]


def test_a_heading_at_the_beginning_of_a_paragraph_leaves_it_the_rest() -> None:
    after = done(sets("head", (3, "It stood."), level=4))
    assert shown(after)[1:3] == [("head", "It stood."), ("p", "The miller kept it well.")]


def test_a_run_in_heading_stands_in_its_paragraph() -> None:
    after = done(sets("head", (3, "It stood."), level=4, run_in=True))
    assert shown(after)[1:3] == [("p", "It stood. The miller kept it well."), ("head", "It stood.")]


# other blocks


def test_a_quotation_that_is_too_short_is_set_anew() -> None:
    short = mark("quote", "One went.")
    after = done(sets("quote", (6, "One"), (7, "Two went."), rend="lines"), marks=(HEAD, ONE, short, THREE))
    assert ("quote", "One went. Two went.") in shown(after)
    assert [m.kind for m in after.marks].count("quote") == 1


def test_a_quotation_that_is_too_long_leaves_the_rest_to_a_paragraph() -> None:
    long = mark("quote", "One", "fell.")
    after = done(sets("quote", (6, "One"), (7, "Two went.")), marks=(HEAD, ONE, long))
    assert shown(after)[2:] == [("quote", "One went. Two went."), ("p", "Then it fell.")]


def test_the_extent_of_a_sidebar() -> None:
    wrong = mark("floatingText", "One went.")
    after = done(
        sets("floatingText", (3, "The miller"), (7, "Two went."), type="sidebar"),
        marks=(HEAD, ONE, wrong, THREE),
    )
    assert [m.kind for m in after.marks].count("floatingText") == 1
    (section,) = to_work(after).sections
    before, box, last = section.blocks
    assert isinstance(before, Paragraph)
    assert plain(before.inlines) == "It stood."
    assert isinstance(box, Container)
    assert [plain(b.inlines).split()[0] for b in box.blocks if isinstance(b, Paragraph)] == ["The", "One"]
    assert isinstance(last, Paragraph)


def test_a_list_that_the_rules_missed() -> None:
    after = done(
        sets("list", (6, "One"), (7, "Two went."), ordered=True),
        sets("item", (6, "One went.")),
        sets("item", (7, "Two went.")),
    )
    lists = [b for b in to_work(after).sections[0].blocks if isinstance(b, ItemList)]
    assert [[plain(p.inlines) for p in item.blocks if isinstance(p, Paragraph)] for item in lists[0].items] == [
        ["One went."], ["Two went."],
    ]  # fmt: skip


def test_an_item_that_goes_on_overleaf_is_one_text() -> None:
    marks = mark("list", "One went."), mark("item", "One went."), mark("p", "Two went.", continues=True)
    after = done(
        sets("list", (6, "One"), (7, "Two went.")), sets("item", (6, "One"), (7, "Two went.")), marks=marks
    )
    assert shown(after) == [("list", "One went. Two went."), ("item", "One went. Two went.")]


def test_a_table_is_repaired() -> None:
    table = [
        mark("table", "One", "Two went."),
        mark("row", "One went."),
        mark("cell", "One went."),
        mark("row", "Two went."),
    ]
    after = done(
        sets("row", (6, "One went."), role="label"),
        sets("cell", (6, "One")),
        sets("cell", (6, "went."), col=2),
        marks=(HEAD, ONE, *table, THREE),
    )
    (found,) = [b for b in to_work(after).sections[0].blocks if isinstance(b, Table)]
    assert [[plain(c.inlines) for c in row.cells] for row in found.rows] == [["One", "went."], ["Two went."]]
    assert found.rows[0].is_label


def test_a_page_beginning_is_set_and_renumbered() -> None:
    after = done(
        sets("pb", (9, "Then"), n="41"),
        marks=(HEAD, Mark("pb", TEXT.index("Then"), TEXT.index("Then"), {"n": None, "cert": "low"})),
    )
    (page,) = after.of_kind("pb")
    assert dict(page.attrs) == {"n": "41", "cert": "high"}


def test_emphasis_is_set_within_a_line() -> None:
    after = done(sets("hi", (4, "well"), rend="bold"))
    assert ("hi", "well") in shown(after)


# unset


def test_a_false_heading_is_a_paragraph() -> None:
    assert shown(done(record(unset="head", line=1)))[0] == ("p", "The eel weir")


def test_a_false_quotation_in_a_paragraph_is_the_paragraphs() -> None:
    after = done(record(unset="quote", line=6), marks=(TWO, mark("quote", "One went.")))
    assert shown(after) == [("p", "One went. Two went.")]


def test_a_false_list_goes_with_its_items() -> None:
    marks = mark("list", "One", "Two went."), mark("item", "One went."), mark("item", "Two went.")
    assert shown(done(record(unset="list", line=6), marks=marks)) == [("p", "One went."), ("p", "Two went.")]


def test_a_false_table_goes_with_its_rows_and_cells() -> None:
    marks = (
        mark("table", "One", "Two went."),
        mark("row", "One went."),
        mark("cell", "One"),
        mark("row", "Two went."),
    )
    assert shown(done(record(unset="table", line=6), marks=marks)) == [("p", "One went."), ("p", "Two went.")]


def test_false_forme_work_comes_back() -> None:
    line = mark("fw", "Then it fell.")
    rule = Intervention(line.start, line.end, "", "forme-work")
    after = done(record(unset="fw", line=9), marks=(HEAD, line), rules=(rule,))
    assert "Then it fell." in after.reading.text
    assert shown(after)[-1] == ("p", "Then it fell.")


def test_of_two_on_a_line_the_words_say_which() -> None:
    marks = (ONE, mark("hi", "kept"), mark("hi", "well"))
    assert "2 marks hi begin there" in refusal(record(unset="hi", line=4), marks=marks)
    assert shown(done(record(unset="hi", line=4, read="well"), marks=marks)) == [
        shown(done(marks=marks))[0],
        ("hi", "kept"),
    ]


# note calls


def test_a_placed_call_reaches_its_note() -> None:
    note = mark("note", "Then it fell.", n="12")
    after = done(record(call="12", line=4, after="well.", cert="low", by="me"), marks=(HEAD, ONE, TWO, note))
    (call,) = after.of_kind("ref")
    assert call.is_point
    (paragraph, *_) = to_work(after).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    last = paragraph.inlines[-1]
    assert isinstance(last, NoteCall)
    assert (last.text, last.supplied, last.target, last.cert) == ("12", True, "n12", "low")


def test_two_calls_may_stand_at_one_place_but_not_one_twice() -> None:
    one, two = (record(call=n, line=4, after="well.") for n in ("12", "13"))
    assert [m.get("n") for m in done(one, two).of_kind("ref")] == ["12", "13"]
    assert "places call 12 where it stands already" in refusal(one, one)


# what is refused


def test_a_record_that_does_not_match_says_what_stands_there() -> None:
    assert refusal(sets("p", (3, "The miler"))) == (
        "works/weir.yml, structure record 1 (source line 3): expected 'The miler'; the line reads "
        "'It stood. The miller'\n  The nearest there is 'The mille'."
    )
    assert (
        "expected a quote that begins on the line; what begins there is: p\n  The text has no quote."
        in refusal(record(unset="quote", line=6))
    )
    assert "The nearest head begins on line 1." in refusal(record(unset="head", line=6))
    assert "ends before it begins" in refusal(sets("p", (4, "kept"), (3, "It stood")))


def test_what_would_cross_another_mark_is_refused() -> None:
    message = refusal(
        sets("p", (7, "Two"), (9, "Then it fell.")), marks=(HEAD, mark("quote", "One", "Two went."), THREE)
    )
    assert "would cross the quote of lines 6–7\n  Set or unset that quote first, or begin" in message


def test_what_begins_inside_what_a_rule_replaced_is_refused() -> None:
    start = TEXT.index("miller")
    rules = (Intervention(start, start + 6, "Miller", "misread-character"),)
    assert "inside 'miller', which the rule “misread-character” reads as 'Miller'" in refusal(
        sets("hi", (3, "ller")), rules=rules
    )


def test_a_record_that_undoes_another_is_refused() -> None:
    assert "undoes what structure record 1 set" in refusal(
        sets("p", (3, "The miller")), sets("p", (3, "It stood. The"))
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"unset": "p", "line": 3, "call": "1"}, "must say one of `set`, `unset` and `call`"),
        ({"set": "p"}, "has a `set` without `from`"),
        ({"unset": "p"}, "has a `unset` without `line`"),
        ({"call": "1", "line": 2}, "has a `call` without `after`"),
        ({"unset": "p", "line": 3, "level": 2}, "has a `unset` with `level`, which belongs to no such record"),
        ({"set": "head", "from": {"line": 1, "read": "A"}}, "sets a head without `level`"),
        ({"set": "quote", "from": {"line": 1, "read": "A"}, "level": 1}, "a quote a `level`; it may have `rend`"),
        ({"set": "item", "from": {"line": 1, "read": "A"}, "col": 1}, "gives a item a `col`; leave out `col`"),
        ({"set": "pb", "from": {"line": 1, "read": "A"}, "to": {"line": 1, "read": "A"}}, "sets a pb with `to`"),
    ],
)  # fmt: skip
def test_a_record_says_what_belongs_together(given: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        StructureRecord.model_validate(given)
    assert said in str(caught.value)


# the law


KINDS = ("p", "head", "quote", "list", "item", "table", "row", "cell", "floatingText", "hi", "note", "byline")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS),
            st.sampled_from(TEXT.split()[::2]),
            st.sampled_from(TEXT.split()),
            st.booleans(),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_is_set_no_word_is_lost(chosen: list[tuple[str, str, str, bool]]) -> None:
    records = []
    for kind, first, last, unset in chosen:
        begin, end = TEXT.index(first), TEXT.index(last)
        line = SOURCE.line_number(begin)
        if unset:
            records.append(record(unset=kind, line=line))
            continue
        more = {"level": 2} if kind == "head" else {}
        extent = {"line": SOURCE.line_number(end), "read": last, "nth": 1}
        records.append(
            record(**{"set": kind, "from": {"line": line, "read": first, "nth": 1}, "to": extent, **more})
        )
    try:
        after = done(*records)
    except RecordError as error:
        assert "structure record" in str(error)
        return
    assert after.reading.text == TEXT
    assert {m.kind for m in after.marks if m.is_point} <= POINTS
    words = write_text(to_work(after)).replace("*", "").split()
    assert sorted(words) == sorted(TEXT.split())
