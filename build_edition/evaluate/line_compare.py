"""Comparing a transcript with a truth that is told by the lines of its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from build_edition.evaluate.line_claims import LineClaims
from build_edition.evaluate.line_errors import emendations, errors_fixed, errors_found, hyphens, usage_kept
from build_edition.evaluate.line_truth import LineTruth
from build_edition.evaluate.marked import Marked
from build_edition.evaluate.measures import (
    Difference,
    Found,
    Measure,
    Scope,
    Share,
    agreement,
    explained,
    found,
    in_order,
)
from build_edition.evaluate.naming import block_name, call_name, extent_name, page_name
from build_edition.transcript import Transcript

Measurer = Callable[[LineTruth, LineClaims, Marked], dict[str, Measure]]


def compare_lines(transcript: Transcript, truth: LineTruth, scope: Scope) -> dict[str, Measure]:
    """Every measure that the truth can speak on, by name."""
    have, shown = LineClaims(transcript, scope), Marked(transcript)
    measures: dict[str, Measure] = {}
    for keys, measure in MEASURES:
        if all(getattr(truth, key) is not None for key in keys):
            measures.update(measure(truth, have, shown))
    about = _about(truth)

    def at(line: int) -> str:
        return "; ".join(about.get(line, ())) or "nothing begins on this line"

    return {
        name: explained(measure, shown.at, at) if isinstance(measure, Found) else measure
        for name, measure in measures.items()
    }


def _forme_work(truth: LineTruth, have: LineClaims, shown: Marked) -> dict[str, Measure]:
    true = {
        line
        for this in truth.furniture or ()
        if not this.partial
        for line in range(this.start, (this.end or this.start) + 1)
    }
    gone = have.scope.only(shown.deleted_lines())
    return {"forme_work": found(gone, have.scope.only(true), name=lambda _: "forme work")}


def _pages(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    true = {
        this.line: "" if this.page is None else str(this.page)
        for this in truth.page_breaks or ()
        if this.line in have.scope and this.line is not None
    }
    numbered = {line: n for line, n in true.items() if n}
    both = have.pages | true
    return {
        "page_beginnings": found(have.pages, true, name=lambda line: page_name(line, both)),
        "page_numbers": agreement(have.pages, numbered),
    }


def _headings(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    """A heading with a label may be found on the label's line or on the next; its last line is judged apart."""
    true = [
        (this.line, this) for this in truth.headings or () if this.line is not None and this.line in have.scope
    ]
    place = {
        line: line + 1 if line not in have.headings and this.label and line + 1 in have.headings else line
        for line, this in true
    }
    neutral = {line for line, _ in true} | {line + 1 for line, this in true if this.label}
    levels = {place[line]: str(this.depth or this.level) for line, this in true if this.depth or this.level}
    made = {line: str(mark.get("level") or "") for line, mark in have.headings.items()}
    ends = {have.last(mark) for mark in have.headings.values()}
    ended = {line: this.end_line for line, this in true if this.end_line is not None}
    wrong = [
        Difference("wrong", line, end, f"the heading ends on line {end}", _end_of(have, place[line]))
        for line, end in ended.items()
        if end not in ends
    ]
    return {
        "headings": found(
            have.headings,
            set(place.values()),
            neutral,
            lambda line: block_name("head", {"level": levels.get(line, made.get(line))}, line, line),
        ),
        "heading_ends": Share(len(ended) - len(wrong), len(ended), in_order(wrong)),
        "heading_levels": agreement(made, {line: level for line, level in levels.items() if line in made}),
    }


def _end_of(have: LineClaims, line: int) -> str:
    mark = have.headings.get(line)
    return "no heading" if mark is None else f"it ends on line {have.last(mark)}"


def _calls(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    true = {(this.line, str(this.number)) for this in truth.note_calls or () if this.line in have.scope}
    return {"note_calls": found(have.calls, true, name=call_name)}


def _quotations(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    made = {(have.first(mark), have.last(mark)) for mark in have.of_kind("quote")}
    return {"quotations": found(made, _true_quotations(truth, have.scope), name=extent_name)}


def _true_quotations(truth: LineTruth, scope: Scope) -> set[tuple[int, int]]:
    return {(this.start, this.end) for this in truth.blockquotes or () if this.display and this.start in scope}


def _true_items(truth: LineTruth, scope: Scope) -> set[int]:
    return {line for this in truth.lists or () for line in this.items if line in scope}


def _items(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    name = _named("item")
    return {"list_items": found(have.starts("item"), _true_items(truth, have.scope), name=name)}


def _paragraphs(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    """Paragraphs that begin, apart from those on the lines of quotations and of items' beginnings."""
    displayed = {n for start, end in _true_quotations(truth, have.scope) for n in range(start, end + 1)}
    made = {have.first(mark) for mark in have.of_kind("p") if not mark.get("continues")}
    true = have.scope.only(truth.starts)
    apart = displayed | _true_items(truth, have.scope)
    return {"paragraphs": found(made - apart, true, truth.ambiguous_starts, _named("p"))}


def _breaks(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    """A break by its own line, or where nothing is printed, by the next line that is."""
    true = have.scope.only(have.inked(line) for line in truth.breaks or ())
    return {"breaks": found(have.starts("milestone"), true, name=_named("milestone"))}


def _extents(kind: str, key: str, name: str) -> Measurer:
    """A measure of what begins and ends on which lines."""

    def measure(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
        true = have.scope.only((this.start, this.end) for this in getattr(truth, key))
        made = {(have.first(mark), have.last(mark)) for mark in have.of_kind(kind)}
        return {name: found(made, true, name=lambda this: block_name(kind, {}, *this))}

    return measure


def _emphasis(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    true = have.scope.only((this.line, " ".join(this.text.split())) for this in truth.emphasis_true or ())
    made = {(have.first(mark), have.words(mark)) for mark in have.of_kind("hi")}
    return {"emphasis": found(made, true, name=lambda this: f"emphasis on “{this[1]}”")}


def _beside(kind: str) -> Measurer:
    """A measure of the notes on the source, or on the author, that are kept as such."""

    def measure(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
        key = f"{kind}_notes"
        true = have.scope.only(this.start for this in getattr(truth, key))
        made = {have.first(mark) for mark in have.of_kind("note") if mark.get("type") == kind}
        return {key: found(made, true, name=lambda _: f"note on the {kind}")}

    return measure


def _errors(truth: LineTruth, have: LineClaims, _: Marked) -> dict[str, Measure]:
    return {
        "errors_fixed": errors_fixed(truth, have),
        "errors_found": errors_found(truth, have),
        "emendations": emendations(truth, have),
    }


# what of the truth each needs
MEASURES: tuple[tuple[tuple[str, ...], Measurer], ...] = (
    (("furniture",), _forme_work),
    (("page_breaks",), _pages),
    (("headings",), _headings),
    (("note_calls",), _calls),
    (("blockquotes",), _quotations),
    (("lists",), _items),
    (("paragraph_starts",), _paragraphs),
    (("breaks",), _breaks),
    (("sidebars",), _extents("floatingText", "sidebars", "sidebars")),
    (("tables",), _extents("table", "tables", "tables")),
    (("emphasis_true",), _emphasis),
    (("source_notes",), _beside("source")),
    (("author_notes",), _beside("author")),
    (("hyphens",), lambda truth, have, _: {"hyphens": hyphens(truth, have)}),
    (("errors",), _errors),
    (("author_usage_not_to_fix",), lambda truth, have, _: {"usage_kept": usage_kept(truth, have)}),
)


def _named(kind: str) -> Callable[[int], str]:
    return lambda line: block_name(kind, {}, line, line)


def _about(truth: LineTruth) -> dict[int, list[str]]:
    """What the truth says of each line, in words."""
    about: dict[int, list[str]] = defaultdict(list)
    for page in truth.page_breaks or ():
        if page.line is not None:
            about[page.line].append(block_name("pb", {"n": page.page}, page.line, page.line))
    for line, end in ((this.start, this.end or this.start) for this in truth.furniture or ()):
        about[line].append(block_name("fw", {}, line, end))
    for head in truth.headings or ():
        if head.line is not None:
            about[head.line].append(
                block_name("head", {"level": head.depth or head.level}, head.line, head.end_line or head.line)
            )
    for quotation in truth.blockquotes or ():
        about[quotation.start].append(extent_name((quotation.start, quotation.end)))
    for line in (line for this in truth.lists or () for line in this.items):
        about[line].append("list item")
    for line in truth.paragraph_starts or ():
        about[line].append("paragraph begins")
    for line in truth.ambiguous_starts:
        about[line].append("a paragraph begins or resumes: undecidable")
    return about
