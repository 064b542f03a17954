"""The page of the map of the argument: the picture, and below it every reference that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from build_edition.publish.argument.argument import NAMES, Argument, Bond, arc_anchor
from build_edition.publish.argument.picture import arc_title, argument_picture, short_name
from build_edition.publish.entries.parts import entry_link
from build_edition.publish.entries.places import To, by_work, in_work, passage_link
from build_edition.publish.page import Page, front_matter
from build_edition.publish.wording import division_name
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

PATH = "argument/index.md"
_LEAD = (
    "Who speaks of whom: each line is an author, each dot a work of this edition in its year, and each arrow "
    "leads to the list of its references below. An arrow that ends at a dot leads to that work; one that ends "
    "on a line, to its author. Its number, and its thickness, tell how many references it stands for. Only "
    "what a text says itself is here, not what the editors compare."
)
_NOTHING = "None of the texts that are here speaks of another, or of its author."


def argument_page(argument: Argument, to: To) -> Page | None:
    """The page; None for an edition that has one work alone."""
    if len(argument.works) < 2:
        return None
    whole = argument.whole
    parts = [
        front_matter(
            "The map of the argument", "argument", f"Which text of {whole.project.edition.title} speaks of which"
        ),
        "# The map of the argument {.added}",
        f'<p class="lead-in added">{_LEAD if argument.arcs else _NOTHING}</p>',
        argument_picture(argument),
    ]
    for key, bonds in argument.arcs.items():
        parts.append(f'<h2 class="added" id="{attribute(arc_anchor(*key))}">{html(arc_title(argument, key))}</h2>')
        rows = "\n".join(_rows(argument, bonds, to))
        parts.append(f'<ul class="ed-bonds added">\n{rows}\n</ul>')
    if common := _common(whole, to):
        parts += [
            '<h2 class="added" id="in-common">What they read in common</h2>',
            '<p class="lead-in added">Writings that more than one of the texts names, and where.</p>',
            common,
        ]
    return Page(PATH, "The map of the argument", "\n\n".join(part for part in parts if part) + "\n")


def _rows(argument: Argument, bonds: tuple[Bond, ...], to: To) -> Iterator[str]:
    """A row for each reference with words of its own, one for all passages that only name."""
    for does, group in groupby(bonds, lambda bond: bond.does):
        those = tuple(group)
        if does == NAMES:
            links = ", ".join(_counted(those, to))
            yield f'<li data-count="{len(those)}"><span class="does">names the author</span> in {links}</li>'
            continue
        for bond in those:
            doubt = ' <span class="doubt">(uncertain)</span>' if bond.cert == "low" else ""
            note = f'. <span class="remark">{html(bond.note)}</span>' if bond.note else ""
            there = _there(argument, bond, to)
            yield (
                f'<li data-count="1">{passage_link(bond.passage, to)} <span class="does">{html(does)}</span> '
                f"{there}{doubt}{note}</li>"
            )


def _counted(bonds: tuple[Bond, ...], to: To) -> Iterator[str]:
    """Links to the passages, each once, with how often where that is more."""
    refs = [bond.passage for bond in bonds]
    for ref in dict.fromkeys(refs):
        times = refs.count(ref)
        yield passage_link(ref, to) + (f" ({times})" if times > 1 else "")


def _there(argument: Argument, bond: Bond, to: To) -> str:
    """What a reference leads to, as a link."""
    kind, target = bond.there
    if kind == "passage":
        work, slash, key = target.partition("/")
        name = html(short_name(argument, work))
        if slash and key in {passage.division for passage in argument.whole.passages.get(work, ())}:
            return f'{name}, <a href="{attribute(to("passage", target) or "")}">{html(division_name(key))}</a>'
        if slash:
            return f"{name}, {passage_link(target, to)}"
        return f'<a href="{attribute(to("passage", work) or "")}">{name}</a>'
    if kind == "bib":
        entry = argument.whole.project.bibliography[target]
        name = f"{html(entry.sort_name.partition(',')[0])}, <cite>{html(entry.title)}</cite> ({html(entry.year)})"
        address = to("bib", target)
        return f'<a href="{attribute(address)}">{name}</a>' if address else name
    return entry_link(argument.whole, target, to)


def _common(whole: Whole, to: To) -> str:
    """The writings of the register that two works or more name, those that most of them name first."""
    rows = []
    for entry in whole.entries.values():
        found = [one for one in whole.occurrences.get(entry.id, ()) if not one.within]
        works = {work: tuple(group) for work, group in groupby(found, lambda one: one.place.work)}
        if entry.kind != "title" or len(works) < 2:
            continue
        listed = by_work(whole, ((work, in_work(group, to)) for work, group in works.items()))
        rows.append((-len(works), -len(found), f"<li>{entry_link(whole, entry.id, to)}: {listed}</li>"))
    listed = "\n".join(row for *_, row in sorted(rows))
    return f'<ul class="ed-bonds added">\n{listed}\n</ul>' if rows else ""
