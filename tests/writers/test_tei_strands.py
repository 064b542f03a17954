"""Changes in TEI, whatever they replace and wherever they begin and end: the reading and the source both stand."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from build_edition.apparatus.linking import Linker, WorkToRead
from build_edition.apparatus.passage_index import passages
from build_edition.errors import TranscriptError
from build_edition.pipeline import to_work
from build_edition.reading import Reading
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript
from build_edition.work import Link, Work, plain
from build_edition.writers.escaping import visible
from build_edition.writers.tei.blocks import BlockWriter, calls_in
from build_edition.writers.tei.divs import text_element
from build_edition.writers.tei.document import standing
from build_edition.writers.tei.elements import as_text, document
from build_edition.writers.tei.inlines import InlineWriter, candidates_of
from build_edition.writers.tei.strands import Strands
from build_edition.writers.tei.told import Piece, by_words, is_told
from tests.writers.tei_reading import TEI, reading, stands

# A rule, the certainty of what it does, and where it is an editor's record the cause.
RULES = (
    ("emendation:1", "high", ""), ("emendation:1", "low", ""), ("emendation:1", "high", "lost-text"),
    ("emendation:1", "low", "lost-text"), ("spacing", "high", ""), ("misread-character", "low", ""),
    ("typography", "high", ""), ("line-end-hyphen", "high", ""), ("line-end-hyphen", "low", ""),
    ("line-join", "high", ""), ("line-join", "low", ""), ("markup", "high", ""), ("markup", "low", ""),
    ("forme-work", "high", ""), ("forme-work", "low", ""),
)  # fmt: skip
KINDS = ("p", "p", "quote", "item", "head", "note", "floatingText", "figure", "hi", "foreign", "sic", "suspect")


@st.composite
def linked(draw: st.DrawFn) -> Work:
    """A work of any text with any changes, marks and links."""
    text = draw(st.text("ab -\n", min_size=2, max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    changes = {
        span: Intervention(*span, draw(st.text("xy \n-", max_size=3)), *draw(st.sampled_from(RULES)))
        for span in zip(cuts[::2], cuts[1::2], strict=False)
    }
    source = Source.from_text(text)
    found = Transcript(source, tuple(one for one in changes.values() if one.reading != text[one.start : one.end]))
    for _ in range(draw(st.integers(0, 6))):
        start, end = source.drawn_in(*sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2))))
        kind = draw(st.sampled_from(KINDS))
        with suppress(TranscriptError):
            found = found.with_records(marks=[Mark(kind, start, end, {"level": 3, "candidates": "xa|ya"})])
    work = to_work(found)
    read = passages(work)
    linker = Linker(WorkToRead(work, read))
    for index, passage in enumerate(read):
        for run, inlines in enumerate(passage.runs):
            length = len(plain(inlines))
            start, end = sorted(draw(st.tuples(*[st.integers(0, max(length, 0))] * 2)))
            linker.put(Link("person", "miller", (), 0, 0), index, run, start, end)
    return linker.linked()


def written(work: Work) -> etree._Element:
    inlines = InlineWriter("work", standing(work), strands=Strands(work), candidates=candidates_of(work))
    text = text_element(work, BlockWriter(inlines, calls_in(work)), "en")
    found = etree.fromstring(as_text(document(text)).encode()).find(f"{TEI}text")
    assert found is not None
    return found


def of_source(transcript: Transcript) -> str:
    """The source with no more done to it than what a TEI document does not tell one by one."""
    source = transcript.source.text
    silent = [one for one in transcript.interventions if not is_told(one, source[one.start : one.end])]
    return Reading.of(source, ((one.start, one.end, one.reading) for one in silent)).text


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(linked())
def test_reading_and_source_stand_whatever_a_change_spans(work: Work) -> None:
    text = written(work)
    assert "".join(reading(text)) == "".join(visible(work.transcript.reading.text).split())
    assert "".join(stands(text)) == "".join(visible(of_source(work.transcript)).split())


def changed(*pieces: tuple[str, str, str] | str) -> list[tuple[str, str]]:
    """What is told of pieces of a text: kept words, or `(stands, reads, rule)`."""
    given = [
        Piece(one) if isinstance(one, str) else Piece(one[1], one[0], (Intervention(0, 0, one[1], one[2]),))
        for one in pieces
    ]
    return [(one.stands, one.reads) for one in by_words(given) if one.made]


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        (["the ", ("l", "I", "emendation:1"), "amp oil"], [("lamp", "Iamp")]),
        (["of", ("", " ", "spacing"), "the mill"], [("ofthe", "of the")]),
        (["the", (" the", "", "doubled"), " mill"], [("the the", "the")]),
        (["a ", ("'", "‘", "typography"), "lamp"], [("'", "‘")]),
        ([("'", "‘", "typography"), ("1", "l", "misread-character"), "amp"], [("'1amp", "‘lamp")]),
        (["mil", ("-\n", "", "line-end-hyphen"), "ler, who"], [("mil-\nler,", "miller,")]),
        (["one ", ("x", "", "emendation:1"), " two"], [("x", "")]),
    ],
)
def test_a_change_of_a_word_is_told_of_the_whole_word(pieces: list[object], told: list[tuple[str, str]]) -> None:
    assert changed(*pieces) == told  # type: ignore[arg-type]


def test_a_change_that_a_link_parts_is_told_once_with_its_rest_marked() -> None:
    source = Source.from_text("The rniller paid.")
    change = Intervention(4, 6, "m and m", "emendation:1")
    work = to_work(Transcript(source, (change,), (Mark("p", 0, 17),)))
    linker = Linker(WorkToRead(work, passages(work)))
    assert linker.put(Link("person", "miller", (), 0, 0), 0, 0, 10, 16)
    text = written(linker.linked())
    (choice,) = text.iter(f"{TEI}choice")
    assert [one.text for one in choice] == ["rn", "m and "]
    (rest,) = [one for one in text.iter(f"{TEI}corr") if one.get("type") == "rest"]
    assert rest.text == "m"
    assert " ".join(reading(text)) == "The m and miller paid."
    assert " ".join(stands(text)) == "The rniller paid."


def test_a_line_that_is_left_out_is_told_before_what_follows() -> None:
    text = "The miller.\n\nstamped: 12\n\nHe paid.\n"
    change = Intervention(13, 24, "", "emendation:1")
    work = to_work(Transcript(Source.from_text(text), (change,), (Mark("p", 0, 11), Mark("p", 26, 34))))
    found = written(work)
    (choice,) = found.iter(f"{TEI}choice")
    assert choice in list(found.findall(f".//{TEI}p[@n='2']/{TEI}choice"))
    assert [one.text for one in choice] == ["stamped: 12", None]
    assert " ".join(stands(found)) == "The miller. stamped: 12He paid."
