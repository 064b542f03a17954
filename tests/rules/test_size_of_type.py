"""What the rules make of the size of type, where the source tells it; and that without it nothing is otherwise."""

from __future__ import annotations

from dataclasses import replace

from build_edition.geometry import Box, Geometry, PlacedLine
from build_edition.rules import transcribe
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.call_candidates import candidates
from build_edition.source import Source
from build_edition.transcript import Mark, Transcript

FULL = "The miller of the upper valley had never seen the grey sea, and he did"
MORE = "not believe that there was one; his brother in the town had seen only"
LAST = "the harbour, and a lamp."
BODY = [FULL, MORE, LAST]
SMALL = [
    "No wheel turns for him who only looks at the slow dark water of the pond, and",
    "none for him who sleeps.",
]


def source(lines: list[str], sizes: dict[str, float], raised: tuple[str, ...] = ()) -> Source:
    """A text of these lines, in which those that are named are of these sizes."""
    text = "\n".join(lines) + "\n"
    box = Box(0, 0, 1, 1)
    placed = {
        number: PlacedLine(0, box, sizes.get(line.strip("\f"), 1.0), 0.0, 1.0)
        for number, line in enumerate(lines, 1)
        if line
    }
    spans = [(text.index(one) + len(one) - 1, text.index(one) + len(one)) for one in raised]
    return replace(Source.from_text(text), geometry=Geometry(placed, (), spans))


def marked(transcript: Transcript, kind: str) -> list[str]:
    text = transcript.source.text
    return [" ".join(text[mark.start : mark.end].split()) for mark in of_kind(transcript, kind)]


def of_kind(transcript: Transcript, kind: str) -> list[Mark]:
    return [mark for mark in transcript.marks if mark.kind == kind]


def both(lines: list[str], sizes: dict[str, float], kind: str) -> tuple[list[str], list[str]]:
    """What is marked with the sizes, and without."""
    told = source(lines, sizes)
    return marked(transcribe(told, "book"), kind), marked(transcribe(replace(told, geometry=None), "book"), kind)


def test_a_display_of_the_texts_own_edges_is_known_by_its_smaller_type():
    quoted = ["The mill is let to nobody who will not", "keep the weir, and no one has asked for it."]
    lines = [*BODY, "", *quoted, "", *BODY * 3, "", *SMALL, "", *BODY * 3]
    told, plain = both(lines, dict.fromkeys((*quoted, *SMALL), 0.88), "quote")
    assert told == [" ".join(quoted), " ".join(SMALL)]
    assert plain != told


def test_sizes_that_differ_by_no_more_than_they_are_misread_say_nothing():
    lines = [*BODY, "", *SMALL, "", *BODY * 3]
    assert both(lines, {FULL: 1.04, MORE: 0.97, SMALL[0]: 0.96, SMALL[1]: 0.96}, "quote")[0] == []


def test_larger_type_is_a_heading_whatever_stands_below():
    lines = [*BODY, "", "The Weir by Night", "", "Friday, November 9th. ...", "", *BODY * 4]
    told, plain = both(lines, {"The Weir by Night": 1.5}, "head")
    assert told == ["The Weir by Night"]
    assert plain == []


def test_a_note_whose_number_is_lost_is_known_by_its_type():
    pages = []
    for n in range(6):
        foot = ["", f"*Roe, Book of the Bridge, {n}0."] if n in (1, 4) else []
        pages += [("\f" if n else "") + FULL, *[MORE, FULL] * 5, f"{LAST}", *foot]
    sizes = {line: 0.8 for line in pages if line.startswith("*")}
    told, plain = both(pages, sizes, "note")
    assert len(told) == 2
    assert plain == []


def test_a_display_of_the_texts_own_size_is_no_note_however_much_its_lines_hold():
    note = ["1 " + SMALL[0], *SMALL[:1] * 2, SMALL[1]]
    wide = ["The wheel of the mill is let to nobody who will not keep the weir in the spring"] * 3 + [
        "of the year."
    ]
    noted = [*BODY * 3, f"{FULL}1", "", *note]
    lines = [*noted, "\f" + FULL, *noted, "\f" + FULL, *BODY * 3, "", *wide, "\f" + FULL, *BODY * 3]
    told, plain = both(lines, dict.fromkeys(note, 0.8), "note")
    assert [text[:1] for text in told] == ["1", "1"]
    assert plain != told


REST = "those of the lower mill were not asked for it, and the eels were not"
NOTED = [*BODY * 4, f"{FULL}1", "", "1 The keeper was paid in eels by the old men of the bridge and by Messrs"]
DISPLAY = ["the wheel that stands by the slow dark water of the pond turns for no one", "and nobody asked for it."]


def test_the_rest_of_a_note_has_its_size_and_a_display_above_it_another():
    lines = [*NOTED, "\f" + MORE, LAST, "", *DISPLAY, "", f"{REST}", "weighed."]
    lines += ["\f" + FULL, *BODY * 4, f"{FULL}1", "", "1 Ibid. p. 9."]
    sizes = dict.fromkeys(DISPLAY, 0.9) | dict.fromkeys((NOTED[-1], REST, "weighed.", "1 Ibid. p. 9."), 0.8)
    told, _ = both(lines, sizes, "note")
    assert f"{REST} weighed." in told


def test_raised_figures_are_likely_calls_whatever_stands_before_them():
    told = source([FULL, "and the mill cost 3,5002 in all,", MORE], {}, ("and the mill cost 3,5002",))
    assert [(c.value, told.text[c.start - 1 : c.end]) for c in candidates(Draft(told, "book"))] == [(2, "02")]
    assert candidates(Draft(replace(told, geometry=None), "book")) == []


def test_one_block_in_smaller_type_tells_nothing_of_how_displays_are_set():
    quoted = ["     The mill is let to nobody who will not", "     keep the weir, and no one has asked for it."]
    rest = [*SMALL[:1] * 4, SMALL[1]]
    lines = [*[*BODY * 3, "", *quoted, ""] * 3, *BODY, "\f" + rest[0], *rest[1:], "\f" + FULL, *BODY * 3]
    assert both(lines, dict.fromkeys(SMALL, 0.72), "quote")[0][:3] == [" ".join(" ".join(quoted).split())] * 3
