"""That the glossary and the registers fit the works: each entry is named, each form is somebody's, each link leads
to an entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from build_edition.apparatus.mentions import Undecided
from build_edition.checks.finding import Finding
from build_edition.edition.entries.decisions import Decision
from build_edition.edition.entries.entry import ENTRY_KINDS, NOBODY, Entry
from build_edition.edition.entries.entry_files import DECISIONS, file_of
from build_edition.edition.entries.glossary import Term
from build_edition.tree import flatten
from build_edition.whole import Whole
from build_edition.work import Link

SHOWN = 40  # places named in one finding
FORMS_SHOWN = 12  # and forms


def entry_findings(whole: Whole) -> Iterator[Finding]:
    """The findings about entries; of what is in no work, only where all works of the edition are there."""
    linked = _links_to_entries(whole)
    yield from _ambiguous(whole)
    for (kind, target), place in sorted(linked.items()):
        if target not in whole.entries or whole.entries[target].kind != kind:
            what = f"a link leads to the {kind} “{target}”, and there is no such entry"
            yield Finding.made("undefined", place, what, "Write the entry, or take the link out.")
    if whole.is_complete:
        yield from _unused_forms(whole)
    for entry in whole.entries.values():
        if whole.is_complete:
            yield from _unused(whole, entry, (entry.kind, entry.id) in linked)
        if isinstance(entry, Term):
            yield from _own_entries(whole, entry)
    for decision in whole.project.decisions:
        yield from _idle(whole, decision)


def _place(entry: Entry) -> str:
    return f"{file_of(entry).as_posix()}, {entry.id}"


def _links_to_entries(whole: Whole) -> dict[tuple[str, str], str]:
    """The kind and target of every link to an entry, with the passage in which it stands first."""
    found: dict[tuple[str, str], str] = {}
    for work_id, passages in whole.passages.items():
        for passage in passages:
            for inline in (inline for run in passage.runs for inline in flatten(run)):
                if isinstance(inline, Link) and inline.kind in ENTRY_KINDS:
                    found.setdefault((inline.kind, inline.target), f"{work_id}/{passage.id or passage.section}")
    return found


def _ambiguous(whole: Whole) -> Iterator[Finding]:
    """A finding for each form that several entries share, with all its places."""
    groups: dict[tuple[str, tuple[str, ...]], list[Undecided]] = defaultdict(list)
    for one in whole.mentions.undecided:
        groups[one.form, one.entries].append(one)
    for (form, entries), found in groups.items():
        places = [f"{one.place.ref} (line {one.place.line}{f', {one.nth}.' * (one.nth > 1)})" for one in found]
        rest = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
        nth = f", nth: {found[0].nth}" if found[0].nth > 1 else ""
        record = f"form: {form}, is: {entries[0]}"
        there = f"work: {found[0].place.work}, line: {found[0].place.line}{nth}"
        yield Finding.made(
            "ambiguous",
            DECISIONS.as_posix(),
            f"“{form}” could be {' or '.join(entries)} at {'; '.join(places[:SHOWN])}{rest}",
            f"Write there `- {{{record}}}`, with `is: {NOBODY}` if it is nobody's; for one place: "
            f"`- {{{record}, {there}}}`.",
        )


def _unused(whole: Whole, entry: Entry, is_linked: bool) -> Iterator[Finding]:
    """That no work names an entry."""
    if entry.forms and not is_linked and not whole.occurrences[entry.id]:
        what = f"no work has any of its forms: {', '.join(entry.forms)}"
        remedy = "Add the forms that the works have, or take it out."
        yield Finding.made("entry-unused", _place(entry), what, remedy)


def _unused_forms(whole: Whole) -> Iterator[Finding]:
    """One note for each file on its forms that stand in no work: they do no harm, and one may be misspelt."""
    absent: dict[Path, list[str]] = defaultdict(list)
    for entry in whole.entries.values():
        met = {one.listed for one in whole.occurrences[entry.id]}
        if met:
            absent[file_of(entry)] += [form for form in entry.forms if form not in met]
    for path, forms in absent.items():
        if forms:
            what = f"{len(forms)} of the forms stand in no work by themselves: {', '.join(forms[:FORMS_SHOWN])}"
            rest = f", and {len(forms) - FORMS_SHOWN} more" if len(forms) > FORMS_SHOWN else ""
            yield Finding.made("form-unused", path.as_posix(), what + rest, "See that none is misspelt.")


def _own_entries(whole: Whole, entry: Term) -> Iterator[Finding]:
    for own in entry.own_entries:
        work_id, _, passage = own.partition("/")
        item = next((item for item in whole.works if item.record.id == work_id), None)
        if item is None or item.work is None or item.status != "found":
            continue
        ids = {one.id for one in whole.passages[work_id]}
        if passage not in ids.union(*item.work.aliases.values()):
            what = f"`own_entries` names {own}, and there is no such passage"
            yield Finding.made("own-entry-missing", _place(entry), what, "Give the passage as it is cited.")


def _idle(whole: Whole, decision: Decision) -> Iterator[Finding]:
    """That a decision decides nothing, though the works that it could speak of are there."""
    if decision in whole.mentions.applied:
        return
    present = {item.record.id for item in whole.works if item.status == "found"}
    if not (decision.work in present if decision.work else whole.is_complete):
        return
    where = f" in {decision.work}" if decision.work else ""
    where += f", line {decision.line} of the source," if decision.line else ""
    what = f"the decision on “{decision.form}”{where} decides nothing"
    remedy = (
        "Its words do not stand there by themselves, or a narrower decision has them. Correct it or take it out."
    )
    code = "decision-nowhere" if decision.line else "decision-idle"
    yield Finding.made(code, DECISIONS.as_posix(), what, remedy)
