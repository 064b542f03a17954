"""Assembly where editors bring words in at the edges of blocks: each stands in one block, once."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus.passage_index import passages
from build_edition.errors import TranscriptError
from build_edition.pipeline import to_work
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript
from build_edition.work import plain
from build_edition.writers.text import write_text

TEXT = "CHAPTER ONE\n\nThe Lamp Tax\n\nNobody liked it.\n"
LABELLED = Mark("head", 0, 25, {"level": 2, "label": "CHAPTER ONE"})
PARAGRAPH = Mark("p", 27, 43)


@pytest.mark.parametrize("cert", ["high", "low"])
@pytest.mark.parametrize(
    ("start", "end", "reading", "shown"),
    [
        (0, 0, "A ", "A CHAPTER ONE\n\nThe Lamp Tax\n\nNobody liked it.\n"),
        (7, 11, " TWO and ", "CHAPTER TWO and\n\nThe Lamp Tax\n\nNobody liked it.\n"),
        (11, 11, ".", "CHAPTER ONE.\n\nThe Lamp Tax\n\nNobody liked it.\n"),
        (11, 13, " and ", "CHAPTER ONE\n\nand The Lamp Tax\n\nNobody liked it.\n"),
        (13, 13, "Of ", "CHAPTER ONE\n\nOf The Lamp Tax\n\nNobody liked it.\n"),
        (27, 27, "And ", "CHAPTER ONE\n\nThe Lamp Tax\n\nAnd Nobody liked it.\n"),
    ],
)
def test_words_at_the_edges_of_a_heading_and_its_label(start, end, reading, shown, cert) -> None:
    change = Intervention(start, end, reading, "emendation:1", cert)
    transcript = Transcript(Source.from_text(TEXT), (change,), (LABELLED, PARAGRAPH))
    assert write_text(to_work(transcript)).replace("[?]", "") == shown


def test_words_before_the_first_block_are_its_own() -> None:
    change = Intervention(0, 0, "And ", "emendation:1")
    work = to_work(Transcript(Source.from_text("Nobody liked it."), (change,), (Mark("p", 0, 16),)))
    assert write_text(work) == "And Nobody liked it.\n"


@pytest.mark.parametrize("reading", ["-", "- ", " and "])
def test_what_is_read_for_a_line_end_before_a_block_within_a_paragraph_is_kept(reading) -> None:
    text = "It had to be-\ncause a flood, and so on."
    change = Intervention(12, 14, reading, "emendation:1")
    marks = Mark("p", 0, len(text)), Mark("quote", 14, 27)
    work = to_work(Transcript(Source.from_text(text), (change,), marks))
    assert "".join(write_text(work).split()) == "".join(f"It had to be{reading}{text[14:]}".split())


KINDS = ("p", "quote", "item", "head", "note", "floatingText", "figure")


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """Any interventions and any blocks that do not end inside what these replace."""
    text = draw(st.text("ab \n", min_size=2, max_size=24))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    changes = {
        (start, end): Intervention(start, end, draw(st.text("xy \n", max_size=3)), "emendation:1", draw(CERT))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    }
    source = Source.from_text(text)
    made = [this for this in changes.values() if this.reading != text[this.start : this.end]]
    after = Transcript(source, tuple(made))
    for _ in range(draw(st.integers(0, 4))):
        ends = draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted))
        start, end = source.drawn_in(*ends)
        mark = Mark(draw(st.sampled_from(KINDS)), start, end, {"level": 3})
        with suppress(TranscriptError):
            after = after.with_records(marks=[mark])
    return after


CERT = st.sampled_from(["high", "low"])


@given(transcripts())
def test_every_word_of_the_reading_text_stands_in_the_tree_once(transcript: Transcript) -> None:
    work = to_work(transcript)
    words = "".join("".join(plain(run) for p in passages(work) for run in p.runs).split())
    assert words == "".join(transcript.reading.text.split())
