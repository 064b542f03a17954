"""The bibliography: works of the edition, works that they cite and discuss, works that the editors rest on.

The words of each are those of the edition's style, which are made elsewhere; here they are set, with the pages of
this PDF on which a work is cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.edition.entries.registers import Title
from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.back.words import Book, Reference, index_label, numbers

_ELEMENTS = {"em": "emph", "strong": "strong", "sup": "super", "sub": "sub", "s": "strike", "u": "underline"}


def write_bibliography(book: Book) -> str:
    """The works listed, by what they are to this book; each as a call of `cited`."""
    out: list[str] = []
    grouped = _grouped(book)
    several = len([keys for _, keys in grouped if keys]) > 1
    for title, keys in grouped:
        if keys:
            out += [f"#group({escaping.string(title)});"] if several else []
            out.append("#cited(")
            out += (f"{_entry(book, key)}," for key in keys)
            out.append(");")
    return "\n".join(out)


def _grouped(book: Book) -> list[tuple[str, list[str]]]:
    own = {item.record.bib for item in book.items}
    discussed = {entry.bib for entry in book.listed if isinstance(entry, Title) and entry.bib}
    cited = {key for key in book.keys if labels.of_bib(key) in book.places.spots}
    rest = set(book.keys) - own
    texts = "text" if len(own) == 1 else "texts"
    return [
        (f"The {texts} of this book", [key for key in book.keys if key in own]),
        ("Works cited and discussed", [key for key in book.keys if key in rest & (cited | discussed)]),
        ("Works that the editors rest on", [key for key in book.keys if key in rest - cited - discussed]),
    ]


def _entry(book: Book, key: str) -> str:
    """A work, the editors' remark on it, the numbers of the places that cite it, and its place in the index."""
    entry = book.whole.project.bibliography.get(key)
    spots = book.places.spots.get(labels.of_bib(key), ())
    after = "; ".join(_discussed(book, key))
    remark = escaping.markup(entry.annotation) if entry else ""
    return (
        f"(key: {escaping.string(labels.of_bib(key))}, words: [{set_reference(book.references[key])}], "
        f"remark: [{remark}], numbers: {numbers(spots)}, after: [{after}])"
    )


def _discussed(book: Book, key: str) -> Iterator[str]:
    """The entry of the index for a work that the texts speak of."""
    for entry in book.listed:
        if isinstance(entry, Title) and entry.bib == key:
            yield book.to(index_label(entry), f"#emph[see] {escaping.markup(entry.shown)}")


def set_reference(reference: Reference) -> str:
    """A work in the words of the style, as markup."""
    parts: list[str] = []
    for element, words in reference:
        text = escaping.markup(words)
        parts.append(f"#{_ELEMENTS[element]}[{text}];" if element in _ELEMENTS else text)
    return escaping.line_start("".join(parts))
