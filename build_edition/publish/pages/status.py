"""The state of the edition: how far each work is proofread, what was decided about its words, what is still open.

States are those that people have recorded (`proofreading.py`); all else is counted from the works and the records.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_edition.apparatus.divisions import divisions, has_chapters
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.status import STATES
from build_edition.pipeline import EditionWork
from build_edition.proofreading.standing import in_words
from build_edition.publish.addresses import Addresses
from build_edition.publish.page import Page, front_matter
from build_edition.publish.pages.decisions import Decisions, decisions_about
from build_edition.publish.pages.proofreading import (
    MEANS,
    Proofread,
    in_shares,
    proofread,
    section_of_work,
    state_mark,
)
from build_edition.publish.wording import authors, count_words, division_title, work_title
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

PATH = "status/index.md"
COLUMNS = {
    "emendation": "Emended", "conjecture": "Conjectured", "doubt": "In doubt", "slip": "Author’s slips",
    "supplied call": "Calls placed", "stet": "Doubts dismissed",
}  # fmt: skip
OPEN = "suspect"  # what a rule suspects, and no editor has decided
_READ = (
    "<p class='lead-in added'>What is <em>read against its source</em> the editors have gone through beside it, "
    "after the program’s rules had run, and have recorded what they decided about its words. It does not mean "
    "that the text was compared with a printed copy.</p>"
)
_COUNTED = (
    "<p class='lead-in added'>Numbers are counted from the records. A word <em>in doubt</em> is left as the "
    "source has it, and marked; what a rule <em>suspects</em> is marked too, until somebody decides.</p>"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What is known of a stretch of a work: its words and passages, and how many decisions of each kind."""

    words: int
    passages: int
    decided: Counter[str]

    def cells(self) -> Iterator[int]:
        yield from (self.words, self.passages)
        yield from (self.decided[kind] for kind in (*COLUMNS, OPEN))


def tallies(passages: Sequence[Passage], item: EditionWork, decisions: Decisions) -> dict[str, Tally]:
    """The tally of each division of a work, by its key."""
    assert item.work is not None
    ordered = sorted(passages, key=lambda passage: passage.start)
    starts = [passage.start for passage in ordered]

    def division_at(offset: int) -> str:
        return ordered[max(bisect_right(starts, offset) - 1, 0)].division if ordered else ""

    counts: dict[str, Counter[str]] = {passage.division: Counter() for passage in ordered}
    for entry in decisions.entries:
        counts[division_at(entry.start)][entry.kind] += 1
    doubts = [(entry.start, entry.end) for entry in decisions.entries if entry.kind == "doubt"]
    for mark in item.work.transcript.marks:
        if mark.kind == OPEN and not any(start < mark.end and mark.start < end for start, end in doubts):
            counts[division_at(mark.start)][OPEN] += 1
    found = {}
    for key, decided in counts.items():
        own = [passage for passage in ordered if passage.division == key]
        words = sum(len(passage.text.split()) for passage in own)
        found[key] = Tally(words, sum(passage.is_citable for passage in own), decided)
    return found


def status_page(whole: Whole, addresses: Addresses) -> Page:
    """The page: what the states mean, a table of all works, the states of each, and the decisions of each book."""
    to = addresses.on(PATH).to
    here = {item.record.id: item for item in whole.works}
    rows, books, sections = [], [], []
    for record in whole.project.works:
        item = here.get(record.id)
        entry = whole.project.entry(record)
        address = attribute(to("passage", record.id) or "")
        name = f'<a href="{address}">{work_title(entry)}</a>, {html(authors(entry))}'
        if item is None or item.work is None:
            rows.append(
                f'<tr><th scope="row">{name}</th><td colspan="{len(COLUMNS) + 3}">the text is not here</td></tr>'
            )
            continue
        passages = whole.passages[record.id]
        decisions = decisions_about(whole.project, item, addresses)
        found = tallies(passages, item, decisions)
        states = proofread(whole.project, item)
        name = f'{name} <span class="state">{_state(item, decisions, states)}</span>'
        if states:
            sections.append(section_of_work(states, entry.title, addresses.on(PATH)))
        rows.append(_row(name, _sum(found, count_words(item.work))))
        if has_chapters(item.work):
            books.append(_book(item, found, to("passage", record.id) or ""))
    intro = "How far each text has been edited, and what is still open in it"
    parts = [
        front_matter("Status of proofreading", "status", f"{intro}: {whole.project.edition.title}"),
        "# Status of proofreading {.added}",
        MEANS if sections else _READ,
        _table("The works", rows),
        _COUNTED,
        *sections,
        *books,
    ]
    return Page(PATH, "Status of proofreading", "\n\n".join(parts) + "\n")


def _state(item: EditionWork, decisions: Decisions, states: Proofread | None) -> str:
    """The state of a text in a few words, as HTML."""
    if item.status == "other":
        return "from another source; not proofread"
    if states:
        said = state_mark(states.standing) if in_words(states.standing) in STATES else in_shares(states.standing)
        return f'<a href="#{item.record.id}">{said}</a>'
    if decisions.entries:
        return "read against its source by the editors; the state of its parts is not recorded"
    return "transcribed by rule; not proofread"


def _sum(found: dict[str, Tally], words: int) -> Tally:
    decided: Counter[str] = Counter()
    for tally in found.values():
        decided += tally.decided
    return Tally(words, sum(tally.passages for tally in found.values()), decided)


def _book(item: EditionWork, found: dict[str, Tally], address: str) -> str:
    """The divisions of a book, each with its own numbers."""
    assert item.work is not None
    rows = [
        _row(
            f'<a href="{attribute(address)}{attribute(division.key)}/">{html(division_title(division))}</a>',
            tally,
        )
        for division in divisions(item.work)
        if division.key and (tally := found.get(division.key))
    ]
    title = f"{item.entry.title}: decisions by division"
    return f"## {html(title)} {{#{item.record.id}-decisions .added}}\n\n{_table(title, rows)}"


def _row(name: str, tally: Tally) -> str:
    cells = "".join(f"<td>{cell:,}</td>" if cell else "<td>–</td>" for cell in tally.cells())
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _table(label: str, rows: Sequence[str]) -> str:
    names = ("Text", "Words", "Passages", *COLUMNS.values(), "Suspected by rule")
    heads = "".join(f'<th scope="col">{name}</th>' for name in names)
    listed = "\n".join(rows)
    return (
        f'<div class="ed-table added" role="region" aria-label="{attribute(label)}" tabindex="0">\n'
        f'<table class="ed-status">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{listed}\n</tbody>\n'
        "</table>\n</div>"
    )
