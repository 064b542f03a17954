"""What stands before the texts: title page, colophon, contents; and the record before each text of a volume.

In: facts by name, as a file tells them of itself.  Out: Typst markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_edition.writers.typst import escaping
from build_edition.writers.typst.text import Entry

Facts = Mapping[str, str]

_SAID = {
    "published": "First published",
    "citation": "Cite as",
    "work": "Work",
    "address": "On the web",
    "rights": "Rights of the text",
    "rights_statement": "",
    "rights_holder": "Rights holder",
    "source": "Source file",
    "source_origin": "Its origin",
    "source_sha256": "Its SHA-256",
    "source_warning": "Warning",
    "supply": "Source",
    "edition": "Edition",
    "edited_by": "Edited by",
    "contributors": "With the work of",
    "version": "Version",
    "version_date": "Date of the version",
    "edition_address": "Edition on the web",
    "licence": "Licence",
    "made_by": "Made by",
}
_ADDRESSES = frozenset({"address", "edition_address", "rights_address"})
_OF_WORK = ("citation", "rights", "rights_statement", "rights_holder", "source", "source_origin", "source_sha256")
_SIGNS = (
    ("[14]", "A number in the outer margin is the page of the printed source that begins in the line beside it; "
     "with a question mark it is inferred. A dash is a page whose number is not known. The head of a page gives "
     "in brackets the printed pages that stand on it."),
    ("4.12", "A number in the inner margin is a passage number, by which the edition is cited."),
    ("→ 57", "An arrow in the outer margin gives the page of this book to which a cross-reference leads."),
    ("⟨words⟩", "A conjecture: the source has something else, or nothing."),
    ("[words]", "Words that the source has lost, supplied by the editors; an author’s own brackets look alike."),
    ("[sic]", "A slip of the author’s, left as it is."),
    ("dots", "Dotted underlining: doubt; the words stand as in the source and may be wrong."),
    ("¹", "A number in italics calls a note whose call the source has lost and the editors placed; a letter calls "
     "a remark of the editors. Notes stand at the foot of the page that calls them, wherever the source "
     "has them."),
)  # fmt: skip


def title_page(title: str, subtitle: str, by: str, below: str) -> str:
    """The title page: `by` is who wrote or edited the book, `below` what stands at its foot."""
    given = ", ".join(escaping.string(text) for text in (title, subtitle, by, below))
    return f"#title-page({given});\n"


def colophon(facts: Facts) -> str:
    """The page behind the title: what the file says of itself, and what its signs mean."""
    rows = ",\n".join(_row(name, facts[name]) for name in _SAID if facts.get(name))
    signs = ",\n".join(f"({escaping.string(sign)}, {escaping.content(says)})" for sign, says in _SIGNS)
    return f"#colophon((\n{rows},\n), (\n{signs},\n));\n"


def record(facts: Facts) -> str:
    """What a volume says of one of its texts, before it."""
    rows = ",\n".join(_row(name, facts[name]) for name in _OF_WORK if facts.get(name))
    return f"#record((\n{rows},\n));\n"


def contents(entries: Iterable[Entry]) -> str:
    """The table of contents with the pages of this PDF."""
    rows = ",\n".join(
        f"({one.depth}, {escaping.string(one.title)}, {escaping.string(one.label)})"
        for one in entries
        if one.label
    )
    return f"#contents(\n{rows},\n);\n" if rows else ""


def _row(name: str, fact: str) -> str:
    says = escaping.content(fact)
    if name in _ADDRESSES:
        says = f"out({escaping.string(fact)}, {says})"
    elif name == "source_sha256":
        says = f"digits({escaping.string(fact)})"
    return f"({escaping.string(_SAID[name])}, {says})"
