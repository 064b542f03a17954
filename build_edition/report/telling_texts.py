"""What a report says of texts: readings by work, passages that are published, and the effect of rules."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.report.document import Differs, Item, Line, Name, Prose, Quote, Section, joined, line
from build_edition.report.report import MarkChange, PassageChange, Reading, Reason, Report, RuleEffect, WorkChange

KINDS = {
    "pb": "page beginning", "milestone": "break", "floatingText": "sidebar", "note": "note", "figure": "figure",
    "table": "table", "row": "row", "cell": "cell", "list": "list", "item": "item", "epigraph": "epigraph",
    "quote": "quotation", "head": "heading", "argument": "standfirst", "byline": "byline", "dateline": "dateline",
    "p": "paragraph", "fw": "forme work", "sic": "slip of the author", "foreign": "foreign words",
    "hi": "emphasis", "ref": "note call", "suspect": "doubtful words",
}  # fmt: skip
SORTS = {"new": "new", "gone": "gone", "changed": "changed"}
RULES = {"new": "gained", "gone": "lost", "changed": "otherwise"}
FATES = {
    "otherwise": "reads otherwise",
    "vanished": "IS FOUND NO MORE: whoever cites it is led nowhere",
    "moved": "has other bounds",
    "unpublished": "IS OUT OF THE LEDGER, or altered in it, where nothing may ever be changed",
}


def passage_section(report: Report) -> Iterator[Section]:
    """The published passages that are touched, those that are lost first."""
    rank = ["unpublished", "vanished", "merged", "moved", "otherwise"]
    found = [(work, one) for work in report.works for one in work.passages]
    found.sort(key=lambda pair: rank.index(pair[1].sort))
    items = tuple(_passage(work, one) for work, one in found)
    lead = "These have been published, and may have been cited. Their numbers stay."
    if items:
        yield Section(line("Published passages"), items, (line(lead),), many="passages")


def _passage(work: WorkChange, one: PassageChange) -> Item:
    fate = line(f" {FATES[one.sort]}") if one.sort in FATES else line(" is now part of ", Name(one.into))
    head = line(Name(f"{work.id}/{one.id}"), *fate, ", published in ", Name(one.since))
    if one.before == one.after:
        return Item(head)
    return Item(head, (line(Differs(one.before, one.after)),))


def work_sections(report: Report) -> Iterator[Section]:
    """For each work the words that read otherwise by record, then what is marked otherwise."""
    for work in report.works:
        readings = [reading for reading in work.readings if reading.by_record]
        said = [line(f"{work.touched:,} passages that are not published read otherwise.")] if work.touched else []
        if work.published:
            said.append(line(f"{work.published:,} passages are newly published."))
        if not (readings or work.marks or said):
            continue
        title = line(Name(work.title), " (", Name(work.id), ")")
        yield Section(title, tuple(_reading(one, report.quotes) for one in readings), tuple(said), many="readings")
        if work.marks:
            marks = tuple(_mark(one) for one in work.marks)
            yield Section(line("Structure of ", Name(work.id)), marks, _by_kind(work), 3, "marks")


def _by_kind(work: WorkChange) -> tuple[Line, ...]:
    counts: dict[str, dict[str, int]] = {}
    for one in work.marks:
        kinds = counts.setdefault(KINDS.get(one.kind, "mark"), dict.fromkeys(SORTS, 0))
        kinds[one.sort] += 1
    told = (f"{kind}: {', '.join(f'{n} {sort}' for sort, n in by.items() if n)}" for kind, by in counts.items())
    return (line("; ".join(told) + "."),)


def _reading(reading: Reading, quotes: bool) -> Item:
    lines = [line(Differs(reading.before, reading.after, reading.lead, reading.trail))]
    if quotes:
        lines.append(line(f"source, {_lines(reading)}: ", Quote(reading.source)))
    lines += [_reason(reason) for reason in reading.reasons]
    return Item(_place(reading), tuple(lines))


def _place(reading: Reading) -> Line:
    parts = [line("passage ", Name(reading.passage))] if reading.passage else []
    parts += [line("p. ", Name(reading.page))] if reading.page else []
    return joined([*parts, line(_lines(reading))])


def _lines(reading: Reading) -> str:
    return f"line {reading.line}" if reading.line == reading.last else f"lines {reading.line}–{reading.last}"


def _reason(reason: Reason) -> Line:
    if reason.kind == "rule":
        said = {"new": "by the rule ", "gone": "no longer done by the rule ", "changed": "otherwise, by the rule "}
        return line(said[reason.sort], Name(reason.place))
    said = {"new": "record: ", "gone": "record gone: ", "changed": "record changed: "}
    parts = [line(said[reason.sort], Name(reason.place or "not known"))]
    parts += [line("by ", Name(reason.by))] if reason.by else []
    parts += [line(Name(reason.on))] if reason.on else []
    parts += [line("cause ", Name(reason.cause))] if reason.cause else []
    parts += [line("a conjecture")] if reason.cert == "low" else []
    parts += [line("note: ", Prose(reason.note))] if reason.note else []
    return joined(parts)


def _mark(one: MarkChange) -> Item:
    parts = [line(f"{SORTS[one.sort]}: {KINDS.get(one.kind, 'mark')}")]
    parts += [line("passage ", Name(one.passage))] if one.passage else []
    parts += [line("p. ", Name(one.page))] if one.page else []
    parts.append(line(f"line {one.line}"))
    parts += [line(Prose(one.what))] if one.what else []
    return Item(joined(parts), (line(Quote(one.words)),) if one.words else ())


def rule_sections(report: Report) -> Iterator[Section]:
    """The rules that treat places otherwise, with every such place."""
    for effect in report.rules:
        counts = (
            ("gained", effect.count("new")),
            ("lost", effect.count("gone")),
            ("otherwise", effect.count("changed")),
        )
        said = ", ".join(f"{n:,} {name}" for name, n in counts if n)
        works = "1 work" if effect.works == 1 else f"{effect.works} works"
        lead = [line(f"It changes {_places(effect.after)} in {works} now, and changed {effect.before:,}: {said}.")]
        if effect.gave_way:
            lead.append(
                line(f"At {_places(effect.gave_way)} more a record decides, or did; the rule is as it was.")
            )
        yield Section(line("Rule ", Name(effect.rule)), tuple(_rule_places(effect)), tuple(lead), 2, "places")


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count:,} places"


def _rule_places(effect: RuleEffect) -> Iterator[Item]:
    for place in effect.places:
        reading = place.reading
        head = line(f"{RULES[place.sort]}: ", Name(place.work), " ", *_place(reading))
        yield Item(head, (line(Differs(reading.before, reading.after, reading.lead, reading.trail)),))
