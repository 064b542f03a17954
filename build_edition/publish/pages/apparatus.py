"""The apparatus of a work as a page: every decision of the editors about its words, in the order of the text."""

from __future__ import annotations

from collections import Counter

from build_edition.apparatus.emendation_list import Entry, Kind
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import Addresses
from build_edition.publish.page import Page, front_matter
from build_edition.publish.pages.decisions import Decisions
from build_edition.publish.pages.text import definition_list, edition_text, rights_text
from build_edition.publish.wording import NO_BREAK, authors, published, short, work_title
from build_edition.writers.escaping import attribute, html

# What a page calls each kind, one and several.
NAMES: dict[Kind, tuple[str, str]] = {
    "emendation": ("emendation", "emendations"),
    "conjecture": ("conjecture", "conjectures"),
    "doubt": ("doubt", "doubts"),
    "slip": ("author’s slip", "author’s slips"),
    "stet": ("doubt dismissed", "doubts dismissed"),
    "supplied call": ("note call placed", "note calls placed"),
}


def apparatus_page(project: Project, item: EditionWork, addresses: Addresses, decisions: Decisions) -> Page | None:
    """The page; None for a work of which the editors decided nothing."""
    if not decisions.entries:
        return None
    counts = Counter(entry.kind for entry in decisions.entries)
    said = ", ".join(f"{counts[kind]} {names[counts[kind] > 1]}" for kind, names in NAMES.items() if counts[kind])
    to = addresses.on(decisions.path).to
    rows = []
    for entry, name in zip(decisions.entries, decisions.ids, strict=True):
        address = to("passage", f"{item.record.id}/{entry.passage}")
        if address and name in decisions.in_text:
            address = f"{address.partition('#')[0]}#{name}"
        rows.append(_row(entry, name, item.record.id, address))
    listed = "\n".join(rows)
    title = "Apparatus"
    parts = [
        front_matter(
            f"{title} · {item.entry.title}", "apparatus", f"What the editors decided in {item.entry.title}"
        ),
        f"# {title} {{.added}}",
        f'<p class="belongs added">{html(authors(item.entry))}, <a href="../">{work_title(item.entry)}</a></p>',
        f'<p class="lead-in added">What the editors decided about the words of this text: {said}. What rules '
        "changed, such as the joining of lines, is not listed here; the stand-off transcript has all of it. Each "
        "decision tells who made it and on which line (l.) of the source.</p>",
        f'<ol class="apparatus">\n{listed}\n</ol>',
        definition_list(_facts(project, item), "About this text", "about-this-text"),
    ]
    return Page(decisions.path, title, "\n\n".join(parts) + "\n")


def _facts(project: Project, item: EditionWork) -> list[tuple[str, str]]:
    """What the decisions are about, as the pages of the text have it."""
    return [
        ("Work", f'<a href="../">{html(item.entry.citation_text())}</a>'),
        ("First published", published(item.entry)),
        ("Source", html(item.record.source.origin)),
        ("Rights", rights_text(item)),
        ("Edition", edition_text(project)),
    ]


def _row(entry: Entry, name: str, work_id: str, address: str | None) -> str:
    """A decision, with its id, as print has it: place, lemma, bracket, what the source has or what is doubted."""
    place = html(short(entry.passage) or work_id)
    link = f'<a href="{attribute(address)}">{place}</a>' if address else place
    page = f", p.{NO_BREAK}{html(entry.page)}" if entry.page else ""
    note = f'<span class="remark">: {html(entry.note)}</span>' if entry.note else ""
    kind = NAMES[entry.kind][0]
    return (
        f'<li id="{attribute(name)}" {_told(entry)}><span class="place">{link}{page}</span> '
        f'<span class="reading">{reading(entry)}</span> <span class="kind">{kind}, {html(entry.by)}, '
        f"l.{NO_BREAK}{entry.line}</span>{note}</li>"
    )


def _told(entry: Entry) -> str:
    """What a script filters the decisions by, as attributes."""
    told = {"kind": entry.kind, "name": NAMES[entry.kind][1], "cert": entry.cert, "cause": entry.cause}
    return " ".join(f'data-{name}="{attribute(value)}"' for name, value in told.items() if value)


def reading(entry: Entry) -> str:
    stands = f"<b>{html(entry.stands)}</b>"
    match entry.kind:
        case "emendation":
            return f"<b>{html(entry.reading) or '(left out)'}</b>] <i>source</i> {html(entry.stands)}"
        case "conjecture":
            return f"<b>{html(entry.reading) or '(left out)'}</b> ?] <i>source</i> {html(entry.stands)}"
        case "doubt":
            return f"{stands}] <i>perhaps</i> {html(entry.reading)}"
        case "slip":
            return f"{stands}] <i>sic</i>"
        case "stet":
            return f"{stands}] <i>stands</i>"
        case _:
            return f"{stands}] <i>call</i> {html(entry.reading)} <i>placed here</i>"
