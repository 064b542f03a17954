"""The glossary: terms with their forms in Cyrillic and Latin letters, what they mean, and the sources of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.glossary import Term
from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.back.filing import by_letter
from build_edition.writers.typst.back.words import Book, index_label, label_of, opening, spoken

_SYSTEMS = {"ala_lc": "ALA-LC", "bgn_pcgn": "BGN/PCGN", "scholarly": "scholarly", "popular": "popular"}


def write_glossary(book: Book) -> str:
    """Every term that the book lists, letter by letter, each as a call of `gloss`."""
    terms = [entry for entry in book.listed if isinstance(entry, Term)]
    out: list[str] = []
    for letter, group in by_letter(terms, lambda term: term.headword):
        out.append(f"#letter({escaping.string(letter)});")
        out += (_entry(book, term) for term in group)
    return "\n".join(out)


def _entry(book: Book, term: Term) -> str:
    """A term; its headword leads to its place in the index, as that leads here."""
    forms = ", ".join(spoken(part) for part in (term.cyrillic, term.expansion) if part)
    name = book.to(index_label(term), opening(term.headword))
    facts = "; ".join(filter(None, _facts(book, term)))
    return (
        f"#gloss({escaping.string(label_of(term))}, {escaping.string(term.headword)}, [{name}], [{forms}], "
        f"[{facts}])[{spoken(term.definition)}];"
    )


def _facts(book: Book, term: Term) -> Iterator[str]:
    yield escaping.markup(term.dates or "")
    yield _transliterations(term)
    yield _explained(book, term)
    yield see_also(book, term)
    yield sources(book, term)


def _transliterations(term: Term) -> str:
    """The word in the systems of transliteration, those that agree together."""
    if term.transliterations is None:
        return ""
    spellings: dict[str, list[str]] = defaultdict(list)
    for name, system in _SYSTEMS.items():
        if spelling := getattr(term.transliterations, name):
            spellings[spelling].append(system)
    return ", ".join(f"#emph[{escaping.markup(word)}]; ({', '.join(found)})" for word, found in spellings.items())


def _explained(book: Book, term: Term) -> str:
    """The works' own explanations."""
    found = [ref.partition("/") for ref in term.own_entries]
    links = [
        f"{escaping.markup(book.sigla[work])}, {book.to_passage(work, name)}"
        for work, _, name in found
        if work in book.sigla and labels.of_passage(work, name) in book.present
    ]
    return f"explained in {'; '.join(links)}" if links else ""


def see_also(book: Book, entry: Entry) -> str:
    """The entries that it sends its reader to, as far as they are in the book."""
    known = book.whole.entries
    others = [known[name] for name in entry.see_also if name in known]
    links = [book.to(label_of(one), escaping.markup(one.shown)) for one in others if label_of(one) in book.labels]
    return f"see also {', '.join(links)}" if links else ""


def sources(book: Book, entry: Entry) -> str:
    """Where the facts of an entry come from."""
    shown: list[str] = []
    for source in entry.sources:
        cited = book.whole.project.bibliography.get(source.bib)
        name = book.to(labels.of_bib(source.bib), escaping.markup(cited.siglum if cited else source.bib))
        shown.append(f"{name}, {escaping.markup(source.locator)}" if source.locator else name)
    return f"source: {'; '.join(shown)}" if shown else ""
