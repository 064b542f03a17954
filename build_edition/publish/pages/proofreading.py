"""How far the texts are proofread, as pages show it: a sign and words, a table of sections, a strip of pages.

A state is never shown by colour alone: each has a sign of its own and stands in words beside it or for those who
hear the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from build_edition.apparatus.crossrefs.targets import page_name
from build_edition.apparatus.divisions import has_chapters
from build_edition.edition.contributors import Contributors
from build_edition.edition.project import Project
from build_edition.edition.status import STATES, State, Step
from build_edition.pipeline import EditionWork
from build_edition.proofreading.parts import Parts
from build_edition.proofreading.sections import PageState, Row, rows_of, states_of_pages
from build_edition.proofreading.standing import Standing, in_words, least, shares, standings
from build_edition.publish.addresses import FromPage
from build_edition.writers.escaping import attribute, html

SIGNS: dict[State, str] = {"not proofread": "○", "problematic": "!", "proofread": "◐", "validated": "●"}
MEANS = (
    "<p class='lead-in added'>What is <em>proofread</em> somebody has read against its source since the program’s "
    "rules had run; what is <em>validated</em> another person has read after them. <em>Problematic</em> is what "
    "somebody could not settle. Where the text has changed since, it counts as one state less, until it is read "
    "again. None of these says that a text was compared with a printed copy.</p>"
)


@dataclass(frozen=True)
class Proofread:
    """The recorded state of a work."""

    work_id: str
    people: Contributors
    parts: Parts
    steps: tuple[Step, ...]
    standing: tuple[Standing, ...]

    def of_division(self, key: str | None) -> tuple[Standing, ...]:
        """What stands in a division of a book; the whole of an essay, or where none is named."""
        if key is None or not has_chapters(self.parts.work):
            return self.standing
        return tuple(one for one in self.standing if one.stretch.division == key)

    def last_of(self, standing: Sequence[Standing]) -> Iterator[str]:
        """Who left a part in its state, and when, each once; and that it has changed since."""
        numbered = {one.said.number: one.said for one in standing if one.said and one.stretch.words}
        told = []
        for number in sorted(numbered):
            said = numbered[number]
            since = "" if said.state == said.step.state else f"; {said.step.state} then, and changed since"
            told.append(f"{html(self.people.of(said.step.by).name)}, {day(said.step.on)}{since}")
        yield from dict.fromkeys(told)

    def problems_of(self, standing: Sequence[Standing]) -> Iterator[str]:
        """What is said of the problems in a part."""
        steps = {one.said.number: one.said.step for one in standing if one.said and one.state == "problematic"}
        yield from (html(" ".join(note.split())) for number in sorted(steps) if (note := steps[number].note))


def proofread(project: Project, item: EditionWork) -> Proofread | None:
    """The state of a work; None where none is recorded, or it is not the text that the records are about."""
    steps = project.statuses.get(item.record.id, ())
    if item.work is None or item.status != "found" or not steps:
        return None
    parts = Parts(item.work)
    return Proofread(item.record.id, project.contributors, parts, steps, standings(parts, steps))


def day(on: date) -> str:
    """A day as a reader writes it: 31 March 2026."""
    return f"{on.day} {on:%B %Y}"


def state_mark(standing: Sequence[Standing]) -> str:
    """The state of a part as a sign and words, in HTML."""
    state = least(standing)
    return _mark(state, in_words(standing))


def _mark(state: State, said: str) -> str:
    return f'<span class="ed-state s-{_slug(state)}"><b aria-hidden="true">{SIGNS[state]}</b> {said}</span>'


def state_sentence(found: Proofread, division: str | None, to_status: str) -> str:
    """The state of a page of a text, with who left it so, in HTML; `to_status` leads to the page of all states."""
    standing = found.of_division(division)
    who = list(found.last_of(standing))
    told = f" ({who[0]})" if len(who) == 1 else ""
    share = "" if in_words(standing) in STATES else f": {in_shares(standing)}"
    return f'<a href="{attribute(to_status)}#{found.work_id}">{state_mark(standing)}</a>{share}{told}.'


def section_of_work(found: Proofread, title: str, to: FromPage) -> str:
    """The part of the status page about one work: its sections, and a strip of its printed pages."""
    rows = "\n".join(_row(found, row, to) for row in rows_of(found.parts, found.standing))
    heads = "".join(
        f'<th scope="col">{name}</th>' for name in ("Section", "State", "Pages", "Words", "Last read by")
    )
    table = (
        f'<div class="ed-table added" role="region" aria-label="{attribute(title)}, by section" tabindex="0">\n'
        f'<table class="ed-status ed-sections">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n'
        "</table>\n</div>"
    )
    return f"## {html(title)} {{#{found.work_id} .added}}\n\n{table}\n\n{_strip(found, title, to)}".rstrip()


def _row(found: Proofread, row: Row, to: FromPage) -> str:
    name = html(row.title)
    address = to.to("passage", f"{found.work_id}/{row.key}") if row.key else None
    if address:
        name = f'<a href="{attribute(address)}">{name}</a>'
    words = sum(one.stretch.words for one in row.standing)
    state = state_mark(row.standing)
    if in_words(row.standing) not in STATES:
        state += f'<span class="state">{in_shares(row.standing)}</span>'
    state += "".join(f'<span class="problem">{said}</span>' for said in found.problems_of(row.standing))
    who = "<br>".join(found.last_of(row.standing)) or "–"
    indent = f' class="depth-{min(row.depth, 3)}"' if row.depth else ""
    return (
        f'<tr><th scope="row"{indent}>{name}</th><td>{state}</td><td>{html(row.pages) or "–"}</td>'
        f"<td>{words:,}</td><td>{who}</td></tr>"
    )


def _strip(found: Proofread, title: str, to: FromPage) -> str:
    """The printed pages in order, each a box with its number and the sign of its state, chapter by chapter."""
    pages = states_of_pages(found.standing)
    if not pages:
        return ""
    groups = "\n".join(_group(found, key, tuple(run), to) for key, run in groupby(pages, lambda p: p.division))
    legend = " ".join(_mark(state, state) for state in STATES)
    label = f"Printed pages of {attribute(title)}"
    return (
        f"### Printed pages {{#{found.work_id}-pages .added}}\n\n"
        f'<p class="ed-legend added">{legend}</p>\n\n'
        f'<div class="ed-strip added" role="group" aria-label="{label}">\n{groups}\n</div>'
    )


def _group(found: Proofread, division: str, pages: Sequence[PageState], to: FromPage) -> str:
    boxes = "".join(_box(found, page, to) for page in pages)
    heading = found.parts.headings.get(division)
    name = " ".join((heading.title or heading.label).split()) if heading else ""
    label = f' aria-label="{attribute(name)}"' if name else ""
    return f"<ol{label}>{boxes}</ol>"


def _box(found: Proofread, page: PageState, to: FromPage) -> str:
    inner = (
        f'{html(page.n)}<b aria-hidden="true">{SIGNS[page.state]}</b><span class="ed-unseen">, {page.said}</span>'
    )
    address = to.to("passage", f"{found.work_id}/{page_name(page.n)}")
    box = (
        f'<a href="{attribute(address)}" title="page {attribute(page.n)}: {page.said}">{inner}</a>'
        if address
        else inner
    )
    return f'<li class="s-{_slug(page.state)}">{box}</li>'


def in_shares(standing: Sequence[Standing]) -> str:
    """How much of a part is in which state, the most advanced first."""
    words = shares(standing)
    total = sum(words.values()) or 1
    told = [f"{max(round(100 * words[state] / total), 1)} % {state}" for state in reversed(STATES) if words[state]]
    return ", ".join(told)


def _slug(state: State) -> str:
    return state.replace(" ", "-")
