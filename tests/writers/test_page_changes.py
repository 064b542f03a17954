"""What was changed in a passage, word by word, whatever the changes are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus.passage_index import passages
from build_edition.pipeline import to_work
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript
from build_edition.writers.page.changes import Change, changes_of
from build_edition.writers.page.strands import Strands

# What stands, what is read instead, and the rule.
Piece = tuple[str, str, str]
KEPT = st.text("ab- ", min_size=1, max_size=6)
MADE = st.one_of(
    st.tuples(st.text("abc -\n", max_size=5), st.text("abc -", max_size=5), st.just("misread-character")),
    st.tuples(st.just("\n"), st.sampled_from([" ", ""]), st.just("line-join")),
    st.tuples(st.just("-\n"), st.just(""), st.just("line-end-hyphen")),
    st.tuples(st.just("\nHEAD 12\n"), st.sampled_from([" ", ""]), st.just("forme-work")),
    st.tuples(st.just("“"), st.just("‘"), st.just("typography")),
).filter(lambda piece: piece[0] != piece[1])


def changed(pieces: list[tuple[str, Piece]]) -> tuple[str, str, tuple[Change, ...]]:
    """What a paragraph of kept and replaced pieces reads, what its source says, and the changes."""
    text, said, made = "xa", "xa", []
    for kept, (stands, reads, rule) in pieces:
        text, said = text + kept, said + kept
        made.append(Intervention(len(text), len(text) + len(stands), reads, rule))
        text += stands
        said += reads if rule in {"line-join", "forme-work"} else stands
    text, said = text + "az", said + "az"
    work = to_work(Transcript(Source.from_text(text), tuple(made), (Mark("p", 0, len(text)),)))
    (passage,) = passages(work)
    return passage.text, " ".join(said.split()), changes_of(Strands(work.transcript).of(passage))


@given(st.lists(st.tuples(KEPT, MADE), max_size=6))
def test_a_reading_replaced_by_its_source_gives_what_the_source_says(pieces: list[tuple[str, Piece]]) -> None:
    text, said, changes = changed(pieces)
    for change in reversed(changes):
        assert text[change.start : change.end] == change.reading
        assert change.source != change.reading
        text = text[: change.start] + change.source + text[change.end :]
    assert " ".join(text.split()) == said


JOIN: Piece = ("\n", " ", "line-join")


@pytest.mark.parametrize(
    ("pieces", "source", "reading", "kind"),
    [
        ([(" wo", ("rn", "m", "misread-character")), ("an is ", JOIN)], "wornan", "woman", "word"),
        ([(" ca", ("-\n", "", "line-end-hyphen")), ("nal is ", JOIN)], "ca- nal", "canal", "hyphen"),
        ([(" all", ("", " ", "spacing")), ("is well ", JOIN)], "allis", "all is", "word"),
        ([(" he", ("", " was", "emendation:1")), (" here ", JOIN)], "he", "he was", "word"),
        ([(" ", ("“", "‘", "typography")), ("so ", JOIN)], "“so", "‘so", "dress"),
    ],
)
def test_a_change_is_widened_to_its_words(
    pieces: list[tuple[str, Piece]], source: str, reading: str, kind: str
) -> None:
    _, _, (change,) = changed(pieces)
    assert (change.source, change.reading, change.kind) == (source, reading, kind)


def test_lines_that_are_joined_and_forme_work_change_no_word() -> None:
    assert changed([(" b", ("\n", " ", "line-join")), ("c", ("\nHEAD 12\n", " ", "forme-work"))])[2] == ()


def test_what_is_left_out_is_told_with_the_word_before_it() -> None:
    _, _, (change,) = changed([(" b ", ("b", "", "doubled")), (" c ", ("\n", " ", "line-join"))])
    assert (change.source, change.reading) == ("b b", "b")


def test_several_changes_on_one_word_are_one() -> None:
    _, _, (change,) = changed([(" b", ("-\n", "", "line-end-hyphen")), ("c", ("x", "y", "misread-character"))])
    assert change.kind == "word"
    assert [this.rule for this in change.made] == ["misread-character", "line-end-hyphen"]
    assert (change.source, change.reading) == ("b- cxaz", "bcyaz")
