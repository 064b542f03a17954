"""The registers as pages: people, places and organisations by name, events by date, works by author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.registers import Event, Person, RegisterEntry, Title
from build_edition.publish.addresses import Addresses, link
from build_edition.publish.entries.parts import (
    by_letter,
    cyrillic,
    entry_element,
    entry_link,
    facts,
    letter_heading,
    letters_nav,
    see_also,
    sorting_key,
    sources,
    spoken,
)
from build_edition.publish.entries.places import To, where_named
from build_edition.publish.page import Page, front_matter
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

# By the kind of its entries: the folder of a register's page, its title, and what it lists, one and several.
PAGES = {
    "person": ("people", "People", "person", "people", "whom the works name"),
    "place": ("places", "Places", "place", "places", "that the works name"),
    "org": (
        "organisations", "Organisations", "organisation", "organisations",
        "that the works name: parties, offices, journals and other bodies",
    ),
    "event": ("events", "Events", "event", "events", "that the works name, in order of time"),
    "title": (
        "titles", "Works discussed", "work", "works",
        "that the texts speak of: books, articles, speeches and documents",
    ),
}  # fmt: skip


def register_pages(whole: Whole, addresses: Addresses) -> Iterator[Page]:
    """The page of every register that has entries."""
    for kind, (folder, title, one, several, what) in PAGES.items():
        entries = [entry for entry in whole.entries.values() if entry.kind == kind]
        if entries:
            path = f"{folder}/index.md"
            to = addresses.on(path).to
            body = _by_date(whole, entries, to) if kind == "event" else _by_name(whole, entries, to)
            parts = [
                front_matter(title, "entries", f"{title} in {whole.project.edition.title}"),
                f"# {title} {{.added}}",
                f'<p class="lead-in added">{len(entries):,} {one if len(entries) == 1 else several} {what}.</p>',
                *body,
            ]
            yield Page(path, title, "\n\n".join(parts) + "\n")


def _by_name(whole: Whole, entries: Sequence[Entry], to: To) -> Iterator[str]:
    groups = by_letter(entries)
    yield letters_nav([letter for letter, _ in groups])
    for letter, found in groups:
        yield letter_heading(letter)
        yield from (_entry(whole, entry, to) for entry in found)


def _by_date(whole: Whole, entries: Sequence[Entry], to: To) -> Iterator[str]:
    """In the order of time; what has no date of its own at the end."""

    def order(entry: Entry) -> tuple[str, tuple[str, str]]:
        date = entry.date if isinstance(entry, Event) else None
        return date or "9999", sorting_key(entry.label)

    yield from (_entry(whole, entry, to) for entry in sorted(entries, key=order))


def _entry(whole: Whole, entry: Entry, to: To) -> str:
    assert isinstance(entry, RegisterEntry)
    dates = f' <span class="dates">{html(entry.dates)}</span>' if entry.dates else ""
    head = f"<dfn>{html(entry.name)}</dfn>{cyrillic(entry)}{dates}"
    body = [
        f'<p class="definition">{spoken(entry.identification)}</p>',
        facts(
            [titles_of(whole, entry, to), see_also(whole, entry, to), authority(entry), sources(whole, entry, to)]
        ),
        where_named(whole, entry.id, to),
    ]
    return entry_element(entry.id, head, body)


def titles_of(whole: Whole, entry: RegisterEntry, to: To) -> str:
    """A title's author and bibliographic entry, or a person's titles."""
    if isinstance(entry, Title):
        known = entry.author is not None and entry.author in whole.entries
        author = f"By {entry_link(whole, str(entry.author), to)}" if known else ""
        address = to("bib", entry.bib) if entry.bib else None
        record = f'<a href="{attribute(address)}">Bibliography</a>' if address else ""
        return " · ".join(part for part in (author, record) if part)
    if isinstance(entry, Person):
        written = [e for e in whole.entries.values() if isinstance(e, Title) and e.author == entry.id]
        written.sort(key=lambda title: (title.dates or "", title.name))
        return "; ".join(f"<cite>{entry_link(whole, title.id, to)}</cite>" for title in written)
    return ""


def authority(entry: RegisterEntry) -> str:
    """Links to the authority files that identify the entry."""
    return ", ".join(link(address, name) for name, address in entry.authorities)
