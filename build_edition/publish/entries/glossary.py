"""The glossary as a page: headwords with their forms in Cyrillic and Latin letters, meanings, and places."""

from __future__ import annotations

from build_edition.edition.entries.glossary import Term
from build_edition.publish.entries.parts import (
    by_letter,
    cyrillic,
    entry_element,
    facts,
    letter_heading,
    letters_nav,
    see_also,
    sources,
    spoken,
)
from build_edition.publish.entries.places import To, where_named
from build_edition.publish.page import Page, front_matter
from build_edition.publish.wording import siglum
from build_edition.whole import Whole
from build_edition.writers.escaping import attribute, html

PATH = "glossary/index.md"
_SYSTEMS = {"ala_lc": "ALA-LC", "bgn_pcgn": "BGN/PCGN", "scholarly": "scholarly", "popular": "popular"}


def glossary_page(whole: Whole, to: To) -> Page | None:
    """The page of the glossary; None where the edition has none."""
    terms = [entry for entry in whole.entries.values() if isinstance(entry, Term)]
    if not terms:
        return None
    groups = by_letter(terms)
    parts = [
        front_matter("Glossary", "entries", f"The terms of {whole.project.edition.title} and what they mean"),
        "# Glossary {.added}",
        f'<p class="lead-in added">{len(terms):,} {"term" if len(terms) == 1 else "terms"} of these works, in the '
        "editors’ words. Where a work explains a term itself, the entry leads there.</p>",
        letters_nav([letter for letter, _ in groups]),
    ]
    for letter, entries in groups:
        parts.append(letter_heading(letter))
        parts += [_entry(whole, entry, to) for entry in entries if isinstance(entry, Term)]
    return Page(PATH, "Glossary", "\n\n".join(parts) + "\n")


def _entry(whole: Whole, term: Term, to: To) -> str:
    expansion = f' <span class="expansion">{spoken(term.expansion)}</span>' if term.expansion else ""
    head = f"<dfn>{html(term.headword)}</dfn>{cyrillic(term)}{expansion}"
    body = [
        f'<p class="definition">{spoken(term.definition)}</p>',
        facts(
            [
                html(term.dates or ""),
                transliterations(term),
                see_also(whole, term, to),
                own_explanations(whole, term, to),
                sources(whole, term, to),
            ]
        ),
        where_named(whole, term.id, to),
    ]
    return entry_element(term.id, head, body)


def transliterations(term: Term) -> str:
    """The word in the systems of transliteration, those that agree together."""
    if term.transliterations is None:
        return ""
    spellings: dict[str, list[str]] = {}
    for field, system in _SYSTEMS.items():
        spelling = getattr(term.transliterations, field)
        if spelling:
            spellings.setdefault(spelling, []).append(system)
    return "; ".join(f"<i>{html(word)}</i> ({', '.join(systems)})" for word, systems in spellings.items())


def own_explanations(whole: Whole, term: Term, to: To) -> str:
    """Links to the works' own explanations."""
    works = {item.record.id: item.entry for item in whole.works}
    links = []
    for ref in term.own_entries:
        work_id = ref.partition("/")[0]
        address = to("passage", ref)
        if address and work_id in works:
            links.append(f'<a href="{attribute(address)}">{html(siglum(works[work_id]))}</a>')
    return f"Explained in {', '.join(links)}" if links else ""
