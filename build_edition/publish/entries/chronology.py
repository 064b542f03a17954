"""The chronology as a page: events and what the works' own chronologies have, in the order of time.

The picture above the list shows the same; what a script needs to filter both stands with the entries of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from build_edition.apparatus.chronology import DatedEntry, TimelineEntry, span_of
from build_edition.publish.addresses import year_anchor
from build_edition.publish.entries.parts import entry_element, entry_link, facts, jumps
from build_edition.publish.entries.places import FEW, To, by_work, passage_link
from build_edition.publish.page import Page, front_matter
from build_edition.publish.pictures.marks import entry_marks, lane_of, work_marks, works_of
from build_edition.publish.pictures.timeline import timeline_picture
from build_edition.publish.wording import NO_BREAK, siglum
from build_edition.whole import Whole
from build_edition.writers.chronology import date_words
from build_edition.writers.escaping import attribute, html
from build_edition.writers.markdown_inline import Anchors

PATH = "chronology/index.md"
_DAY = re.compile(r"(?<=\d) (?=[A-Z–])")  # the space after a day, at which no line ends


def chronology_page(whole: Whole, to: To) -> Page | None:
    """The page of the timeline; None where nothing in the edition has a place in time."""
    found = whole.timeline
    if not found:
        return None
    anchors = Anchors()
    parts = [
        front_matter(
            "Chronology", "chronology", f"What happened, and where {whole.project.edition.title} speaks of it"
        ),
        "# Chronology {.added}",
    ]
    decades = [(decade, tuple(entries)) for decade, entries in groupby(found, _decade)]
    listed: list[str] = []
    anchored: list[tuple[TimelineEntry, str]] = []
    for decade, entries in decades:
        listed.append(f'<h2 class="letter added" id="{anchors.claim(_anchor(decade))}">{decade}</h2>')
        for one in entries:
            year = _year_begins(one, anchors)
            anchored.append((one, anchors.claim(one.event or one.entries[0].passage.replace("/", "."))))
            listed.append(_entry(whole, one, to, year, anchored[-1][1]))
    pictured = list(_pictured(whole, anchored, to))
    works = len(list(work_marks(whole))) if pictured else 0
    parts += [f'<p class="lead-in added">{_lead_in(found, works)}</p>', *pictured]
    parts.append(jumps("Decades", ((_anchor(decade), decade) for decade, _ in decades)))
    return Page(PATH, "Chronology", "\n\n".join([*parts, *listed]) + "\n")


def _pictured(whole: Whole, anchored: Sequence[tuple[TimelineEntry, str]], to: To) -> Iterator[str]:
    """The picture, and the list of those of its marks that the chronology does not have: the works themselves."""
    works = list(work_marks(whole))
    picture = timeline_picture([*works, *entry_marks(whole, anchored)])
    if not picture:
        return
    yield picture
    rows = []
    for mark in works:
        work = mark.anchor.removeprefix("work-")
        told = f'id="{attribute(mark.anchor)}" data-kind="work" data-work="{work}"'
        told += f' data-from="{int(mark.begins)}" data-siglum="{attribute(mark.siglum)}"'
        link = f'<a href="{attribute(to("passage", work) or "")}">{html(mark.label)}</a>'
        rows.append(f'<li {told}><span class="year">{int(mark.begins)}</span> {link}</li>')
    if rows:
        listed = "\n".join(rows)
        yield f'<ol class="ed-timeline-works added" aria-label="The works of this edition">\n{listed}\n</ol>'


def _lead_in(found: Sequence[TimelineEntry], works: int) -> str:
    """How many entries there are; `works` of this edition stand among them on the page."""
    own = sum(bool(one.entries) for one in found)
    told = f" {own:,} of them stand in the works’ own chronologies." if own else ""
    many = f"{len(found):,} {'event or writing' if len(found) == 1 else 'events and writings'}, in order of time"
    spoken = f"{many}, with the passages that speak of them.{told}"
    if not works:
        return spoken
    named = "the work of this edition makes" if works == 1 else f"the {works:,} works of this edition make"
    return f"{spoken} With them {named} {len(found) + works:,} entries."


def _decade(entry: TimelineEntry) -> str:
    return f"{entry.date[:3]}0s" if entry.date else "Without a date"


def _anchor(decade: str) -> str:
    return "-".join(decade.lower().split())


def _entry(whole: Whole, one: TimelineEntry, to: To, year: str, anchor: str) -> str:
    title = entry_link(whole, one.event, to) if one.event else html(one.text)
    head = f'<span class="dates">{year}{_when(one)}</span> <dfn>{title}</dfn>'
    said = [_own(whole, entry, one, to) for entry in one.entries]
    about = [entry_link(whole, name, to) for name in one.titles]
    body = [facts([*said, f"See {', '.join(about)}" if about else ""]), _passages(whole, one.passages, to)]
    first, last = (day[:4] for day in span_of(one.date)) if one.date else ("", "")
    told = {"kind": lane_of(whole, one), "works": " ".join(works_of(one)), "from": first, "to": last}
    return entry_element(anchor, head, body, "dated", told)


def _year_begins(one: TimelineEntry, anchors: Anchors) -> str:
    """At the first entry of a year, the anchor to which the days of that year lead."""
    name = year_anchor(one.date[:4]) if one.date else ""
    if not name or name in anchors.taken:
        return ""
    return f'<a class="older" id="{anchors.claim(name)}"></a>'


def _when(one: TimelineEntry) -> str:
    """The date; where it was read with doubt, or stands with an entry above, that is said."""
    words = _DAY.sub(NO_BREAK, html(date_words(one.date))) if one.date else "–"
    if one.inherited:
        return f'<span title="The date of the entry above it in the source">[{words}]</span>'
    return f'<span title="As near as the source tells">{words}?</span>' if one.cert == "low" else words


def _own(whole: Whole, entry: DatedEntry, one: TimelineEntry, to: To) -> str:
    """What a work's own chronology says, where that is not what the page says already."""
    work_id = entry.passage.partition("/")[0]
    name = html(siglum(next(item.entry for item in whole.works if item.record.id == work_id)))
    address = to("passage", entry.passage)
    link = f'<a href="{attribute(address)}">{name}</a>' if address else name
    if not one.event:
        return f"Chronology of {link}"
    words = ", ".join(part for part in (html(entry.text), html(entry.printed)) if part)
    return f"Chronology of {link}: {words}"


def _passages(whole: Whole, refs: Sequence[str], to: To) -> str:
    """Links to passages by work, the first few of each."""
    works = groupby(refs, lambda ref: ref.partition("/")[0])
    listed = by_work(whole, ((work, _links(tuple(group), to)) for work, group in works))
    return f'<p class="places">{listed}</p>' if listed else ""


def _links(refs: Sequence[str], to: To) -> Iterator[str]:
    yield from (passage_link(ref, to) for ref in refs[:FEW])
    if len(refs) > FEW:
        yield f"and {len(refs) - FEW} more"
