"""Inlines: what a reader sees of conjectures, supplied words, slips and placed calls; no word lost or doubled."""

from itertools import pairwise
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.inlines import InlineReader
from build_edition.pipeline import to_work
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript
from build_edition.work import Inline, NoteCall, Span, Text, plain
from build_edition.writers.markdown import write_document
from build_edition.writers.text import write_text

SOURCE = Source.from_text("The eel was lain here\n\nin the mud 64\n")
OPENS, CLOSES = (f'<span class="bracket">&#9{n};</span>' for n in (1, 3))
TEXT = SOURCE.text
BLOCKS = (Mark("p", 0, 21), Mark("p", 23, 36))


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def mark(kind: str, start: int, end: int, **attrs: str | bool) -> Mark:
    return Mark(kind, start, end, MappingProxyType(dict(attrs)))


def changed(start: int, end: int, reading: str, cert: str = "high", cause: str = "") -> Intervention:
    return Intervention(start, end, reading, "emendation:1", cert, cause)


def inlines(*records: Intervention | Mark, block: Mark = BLOCKS[0]) -> tuple[Inline, ...]:
    interventions = tuple(r for r in records if isinstance(r, Intervention))
    marks = tuple(r for r in records if isinstance(r, Mark))
    return InlineReader(Transcript(SOURCE, interventions, marks)).between(block.start, block.end)


def forms(*records: Intervention | Mark) -> tuple[str, str]:
    interventions = tuple(r for r in records if isinstance(r, Intervention))
    marks = tuple(r for r in records if isinstance(r, Mark))
    work = to_work(Transcript(SOURCE, interventions, (*BLOCKS, *marks)))
    return write_text(work), write_document(work)


@pytest.mark.parametrize(
    ("span", "reading", "words", "note"),
    [
        (at("eel"), "pike", "pike", "the source has “eel”"),
        ((8, 8), "that ", "that ", "the source does not have it"),
        (at("eel "), "", "", "the source has “eel”"),
    ],
)
def test_a_conjecture_shows_whether_it_replaces_brings_in_or_leaves_out(
    span: tuple[int, int], reading: str, words: str, note: str
) -> None:
    found = inlines(changed(*span, reading, "low"))
    (conjecture,) = (i for i in found if isinstance(i, Span))
    assert (conjecture.kind, plain(conjecture.inlines), conjecture.note) == ("conjecture", words, note)
    assert plain(found) == TEXT[: span[0]] + reading + TEXT[span[1] : 21]


def test_supplied_words_stand_in_brackets_without_the_space_about_them() -> None:
    plain_text, markdown = forms(changed(7, 8, " [x] ".replace("[x]", "old eel"), cause="lost-text"))
    assert "The eel [old eel] was lain here" in plain_text
    title = 'title="Supplied by the editors"'
    assert f'eel <span class="supplied" {title}>{OPENS}old eel{CLOSES}</span> was' in markdown


def test_what_lost_text_only_deletes_is_not_supplied() -> None:
    assert "[" not in forms(changed(*at("eel "), "", cause="lost-text"))[0]


def test_a_supplied_conjecture_is_both() -> None:
    _, markdown = forms(changed(7, 7, "s", "low", "lost-text"))
    assert 'class="conjecture"' in markdown
    assert f"{OPENS}s{CLOSES}</span></span> was" in markdown
    assert "The eel[s][?] was" in forms(changed(7, 7, "s", "low", "lost-text"))[0]


def test_a_slip_is_followed_by_sic() -> None:
    text, markdown = forms(mark("sic", *at("was lain"), note="it lay"))
    assert "The eel was lain [sic] here" in text
    assert (
        '<span class="sic" title="So in the source: it lay">was lain</span>'
        '<span class="sic-mark added"> &#91;<i>sic</i>&#93;</span> here'
    ) in markdown


def test_a_placed_call_shows_as_placed() -> None:
    text, markdown = forms(mark("ref", 21, 21, n="63", supplied=True))
    assert "was lain here[63]" in text
    title = 'title="The source has lost this note call; the editors placed it here"'
    assert f'here<sup class="call supplied lone" {title}>63</sup>' in markdown


def test_a_placed_call_stands_after_an_inserted_stop_and_before_an_inserted_word() -> None:
    call = mark("ref", 21, 21, n="63", supplied=True)
    stopped, worded = inlines(changed(21, 21, "."), call), inlines(changed(21, 21, " now"), call)
    assert [plain((i,), calls=True) for i in stopped] == ["The eel was lain here.", "63"]
    assert [plain((i,), calls=True) for i in worded] == ["The eel was lain here", "63", " now"]


def test_a_stop_inserted_before_a_call_is_none_of_the_call() -> None:
    call = mark("ref", *at("64"), n="64")
    found = inlines(changed(34, 34, "."), call, block=BLOCKS[1])
    assert [i.text for i in found if isinstance(i, Text | NoteCall)] == ["in the mud .", "64"]


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    cuts = sorted(draw(st.lists(st.integers(0, len(TEXT)), max_size=8)))
    made: list[Intervention] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        reading = draw(st.sampled_from(["", "x", " y ", "."]))
        cert, cause = draw(st.sampled_from(["low", "high"])), draw(st.sampled_from(["", "lost-text"]))
        clashes = any(start < m.end or (start, end) == (m.start, m.end) for m in made)
        if reading != TEXT[start:end] and not clashes:
            made.append(changed(start, end, reading, cert, cause))
    inside = {k for m in made for k in range(m.start + 1, m.end)}
    spots = draw(st.lists(st.sampled_from([(0, 3), (4, 7), (8, 16), (12, 16), (17, 21), (34, 36)]), unique=True))
    kinds = ("hi", "sic", "suspect", "foreign")
    marks = [mark(draw(st.sampled_from(kinds)), *spot) for spot in spots if not {*spot} & inside]
    points = draw(st.lists(st.integers(0, 36), max_size=2, unique=True))
    marks += [mark("ref", k, k, n=str(k), supplied=True) for k in points if k not in inside]
    return Transcript(SOURCE, tuple(made), tuple(marks))


@given(transcripts(), st.lists(st.integers(0, len(TEXT)), max_size=4))
def test_blocks_hold_the_reading_text_once(transcript: Transcript, cuts: list[int]) -> None:
    inside = {k for m in transcript.interventions for k in range(m.start + 1, m.end)}
    inside |= {k for m in transcript.marks for k in range(m.start + 1, m.end)}
    edges = [0, *sorted({k for k in cuts if k not in inside} - {0, len(TEXT)}), len(TEXT)]
    reader = InlineReader(transcript)
    found = [run for start, end in pairwise(edges) for run in reader.between(start, end)]
    assert "".join(plain(tuple(found)).split()) == "".join(transcript.reading.text.split())


def test_what_is_inserted_between_adjoining_blocks_is_the_firsts() -> None:
    reader = InlineReader(Transcript(SOURCE, (changed(4, 4, "x", "low"),), (mark("hi", *at("eel")),)))
    assert [plain(reader.between(0, 4)), plain(reader.between(4, 21))] == ["The x", "eel was lain here"]
