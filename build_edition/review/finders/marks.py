"""Marks of which the rules are not certain, and changes that they made without being certain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_edition.review.desk import Desk
from build_edition.review.item import Candidate, Found
from build_edition.transcript import Mark

# Of a mark of low certainty: how often it is wrong, and how much that matters.
WORTH: Mapping[str, tuple[float, float]] = {
    "head": (0.2, 0.8),
    "pb": (0.2, 0.5),
    "ref": (0.35, 0.8),
    "table": (0.3, 0.6),
    "figure": (0.3, 0.6),
    "quote": (0.3, 0.6),
    "epigraph": (0.3, 0.5),
    "note": (0.3, 0.7),
    "list": (0.3, 0.4),
    "item": (0.3, 0.4),
    "floatingText": (0.3, 0.6),
    "p": (0.3, 0.25),
    "milestone": (0.3, 0.4),
}
OTHER = (0.3, 0.4)
NAMES: Mapping[str, str] = {
    "head": "heading",
    "pb": "page beginning",
    "ref": "note call",
    "table": "table",
    "figure": "figure",
    "quote": "quotation",
    "epigraph": "epigraph",
    "note": "note",
    "list": "list",
    "item": "item of a list",
    "floatingText": "sidebar",
    "p": "paragraph",
    "milestone": "break",
    "hi": "emphasis",
    "row": "row of a table",
    "cell": "cell of a table",
    "fw": "running head or page number",
}
CHANGED = (0.15, 0.4)  # of a change of low certainty
JOINED = (0.1, 0.2)  # of a change that only joins lines
ANCHOR = 60  # characters that stand for a mark which holds more


def marks(desk: Desk) -> Iterator[Found]:
    """Every mark of low certainty that a rule has set."""
    for mark in desk.transcript.marks:
        if mark.cert != "low" or mark.kind == "suspect" or mark.get("supplied"):
            continue
        wrong, matter = WORTH.get(mark.kind, OTHER)
        start, end = _anchor(desk, mark)
        yield Found("mark", mark.kind, start, end, (_taken_for(mark),), (), wrong, matter, mark)


def changes(desk: Desk) -> Iterator[Found]:
    """Every change of low certainty that a rule has made."""
    source = desk.source.text
    for this in desk.transcript.interventions:
        if this.cert != "low" or this.rule.startswith("emendation"):
            continue
        is_join = not source[this.start : this.end].strip() and not this.reading.strip()
        wrong, matter = JOINED if is_join else CHANGED
        said = "Two lines are joined here, perhaps two paragraphs." if is_join else _told(this.reading)
        start, end = _with_words(desk, this.start, this.end)
        stands = " ".join(source[start:end].split())
        reading = desk.reading.text[desk.reading.before_insertion(start) : desk.reading.from_source(end)]
        yield Found(
            "rule",
            this.rule,
            start,
            end,
            (said, f"The source has “{stands}”."),
            (Candidate(" ".join(reading.split()), "as the rule reads it"),),
            wrong,
            matter,
            this,
        )


def _told(reading: str) -> str:
    if not reading:
        return "A rule leaves this out, and is not certain."
    return f"A rule reads {reading!r} here, and is not certain."


def _taken_for(mark: Mark) -> str:
    said = f"A rule takes this for a {NAMES.get(mark.kind, mark.kind)}"
    if mark.kind == "head":
        said += f" of level {mark.get('level')}"
    if mark.kind == "pb":
        said = f"A page seems to begin here, {mark.get('n')}" if mark.get("n") else "A page seems to begin here"
    return f"{said}, and is not certain."


def _anchor(desk: Desk, mark: Mark) -> tuple[int, int]:
    """The words by which a mark is shown: its own, the first of many, or those that follow a point."""
    text = desk.source.text
    start, end = mark.start, mark.end
    if mark.is_point:
        while start < len(text) and text[start].isspace():
            start += 1
        end = len(text)
    line = desk.source.line_at(start)
    end = min(end, line.ink_end)
    if end - start > ANCHOR and (mark.is_point or mark.kind != "head"):
        end = max(text.rfind(" ", start, start + ANCHOR), start + 1)
    return start, max(end, start)


def _with_words(desk: Desk, start: int, end: int) -> tuple[int, int]:
    """A span with the words about it: those that it is a part of, or where it is white space those beside it."""
    text = desk.source.text
    if not text[start:end].strip():
        while start > 0 and text[start - 1].isspace():
            start -= 1
        while end < len(text) and text[end].isspace():
            end += 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
