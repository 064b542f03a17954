"""Where an entry is named, in few words: passages where they are few, chapters with counts where they are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from build_edition.apparatus.mentions import Occurrence, Place
from build_edition.publish.wording import division_name, short, siglum
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

FEW = 6  # passages of a work that are listed one by one
To = Callable[[str, str], str | None]  # from the kind and the target of a link to its address on the page


def by_work(whole: Whole, works: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Links to passages, as HTML, each work's after its siglum."""
    entries = {item.record.id: item.entry for item in whole.works}
    return "; ".join(f"<b>{html(siglum(entries[work]))}</b> {', '.join(links)}" for work, links in works)


def where_named(whole: Whole, entry_id: str, to: To) -> str:
    """Every work that names an entry, how often and where, as HTML; and the way to all of it in context."""
    found = whole.occurrences.get(entry_id, ())
    alluded = _alluded(whole, entry_id, to)
    if not found:
        return f'<p class="places">{alluded or "Not named in these works."}</p>'
    works = groupby(found, lambda one: one.place.work)
    places = by_work(whole, ((work, in_work(tuple(group), to)) for work, group in works))
    context = f'<a class="in-context" href="../concordance/?of={attribute(entry_id)}">in context</a>'
    named = f"Named {times(len(found))} ({context}): {places}"
    return f'<p class="places">{". ".join(part for part in (named, alluded) if part)}</p>'


def _alluded(whole: Whole, entry_id: str, to: To) -> str:
    """Where words that do not name an entry are recorded to mean it."""
    found = whole.references.to(whole.entries[entry_id].kind, entry_id)
    places = dict.fromkeys((one.work, one.place) for one in found)
    works = groupby(places, lambda place: place[0])
    listed = by_work(whole, ((work, [passage_link(ref, to) for _, ref in group]) for work, group in works))
    return f"Alluded to in {listed}" if listed else ""


def times(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def in_work(found: tuple[Occurrence, ...], to: To) -> Iterator[str]:
    """Links to passages, or where there are many, to the first in each division with the count of all there."""
    passages = {one.place.ref: _passage_name(one.place) for one in reversed(found)}
    refs = list(dict.fromkeys(one.place.ref for one in found))
    if len(refs) <= FEW or not any(one.place.division for one in found):
        yield from (_link(ref, passages[ref], to) for ref in refs[:FEW])
        if len(refs) > FEW:
            yield f"and {len(refs) - FEW} more"
        return
    for division, group in groupby(found, lambda one: one.place.division):
        there = tuple(group)
        yield f"{_link(_first(there).place.ref, division_name(division), to)} ({len(there)})"


def _first(found: Iterable[Occurrence]) -> Occurrence:
    """The first that stands in a passage with a number, else the first."""
    every = list(found)
    return next((one for one in every if not one.place.in_heading), every[0])


def _passage_name(place: Place) -> str:
    """A passage in a list: its id in few words, or what it is where a reader cites it by no number."""
    if place.in_heading:
        return f"{division_name(place.division)}, heading" if place.division else "heading"
    return short(place.passage) or "title"


def passage_link(ref: str, to: To) -> str:
    """A link to a passage ("smith-1960/4.12") by its id in few words, or "title" where it has none."""
    return _link(ref, short(ref.partition("/")[2]) or "title", to)


def _link(ref: str, text: str, to: To) -> str:
    address = to("passage", ref)
    return f'<a href="{attribute(address)}">{html(text)}</a>' if address else html(text)
