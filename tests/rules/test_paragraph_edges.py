"""Where lines begin and end, in sources that tell their places."""

from dataclasses import replace

from build_edition.geometry import Box, Geometry, PlacedLine
from build_edition.rules import paragraphs
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.measure import line_width
from build_edition.source import Source
from tests.rules.press import MEASURE, PROSE, RIVER, paragraph, set_lines

TEXTS = [PROSE * 2, RIVER * 2, PROSE + RIVER, RIVER + PROSE]
FULL = [set_lines(text).rpartition("\n")[0].rpartition(" ")[0] + "." for text in TEXTS]  # last lines nearly full
BOX = Box(0, 0, 1, 1)


def begun(texts: list[str], *, indent: float = 0.0, last: float = 1.0, told: bool = True) -> int:
    """How many paragraphs are found among these, indented by so much and with last lines no wider than `last`."""
    lines: list[str] = []
    placed = {}
    for text in texts:
        own = text.split("\n")
        for n, line in enumerate(own):
            lines.append(" " * round(indent * 70) * (n == 0) + line)
            right = min(last, line_width(line) / MEASURE) if n == len(own) - 1 else 1.0
            placed[len(lines)] = PlacedLine(0, BOX, 1.0, indent if n == 0 else 0.0, right)
    geometry = Geometry(placed, ()) if told else None
    draft = Draft(replace(Source.from_text("\n".join(lines)), geometry=geometry), "book")
    paragraphs.apply(draft)
    return len(draft.marks("p"))


def test_an_indent_of_less_than_two_letters_shows_by_its_place():
    assert begun(FULL * 4, indent=0.02) == len(FULL * 4)
    assert begun(FULL * 4, indent=0.02, told=False) < len(FULL * 4)


def test_a_last_line_that_stops_just_short_of_the_edge_shows_by_its_place():
    texts = [*map(paragraph, TEXTS * 3), *FULL]
    assert begun(texts, last=0.95) == len(texts)
    assert begun(texts, last=0.95, told=False) < len(texts)


def test_right_edges_that_differ_from_line_to_line_tell_nothing():
    text = "\n".join(map(paragraph, TEXTS))
    source = Source.from_text(text)
    ragged = {line.number: PlacedLine(0, BOX, 1.0, 0.0, 0.9 + line.number % 7 / 70) for line in source.lines}
    found = []
    for geometry in (Geometry(ragged, ()), None):
        draft = Draft(replace(source, geometry=geometry), "book")
        paragraphs.apply(draft)
        found.append([(mark.start, mark.get("cert")) for mark in draft.marks("p")])
    assert found[0] == found[1]
