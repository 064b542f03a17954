"""The bibliography and citations of a PDF, in the words of the edition's style.

pandoc's answer is kept in the edition's folder `build`, and is the site's own: both ask for the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_edition.errors import RecordError
from build_edition.publish.cite.by_hand import Group, read_page
from build_edition.publish.cite.citations import Citations
from build_edition.publish.entries.bibliography import in_alphabet
from build_edition.whole import Whole
from build_edition.writers.escaping import markdown
from build_edition.writers.typst.back.words import Reference


def references(whole: Whole, found: Citations) -> Mapping[str, Reference]:
    """The works of the bibliography as runs of words, in the order of the site."""
    return {key: found.entries[key].runs for key in in_alphabet(found.entries, whole.project.bibliography)}


def cited(whole: Whole, found: Citations, text: str, where: str) -> str:
    """Markdown whose citations are words in brackets that lead to the bibliography by the scheme `bib:`."""
    problems: list[RecordError] = []
    pieces = read_page(text, "", where, whole.project.bibliography, problems).pieces
    return "".join(piece if isinstance(piece, str) else _words(piece, found) for piece in pieces)


def _words(group: Group, found: Citations) -> str:
    said = [
        f"{markdown(item.prefix)} {_link(item.cite.key, found.cited[item.cite].text)}".strip()
        for item in group.items
    ]
    return f"{group.space}({'; '.join(said)}){group.stop}"


def _link(key: str, words: str) -> str:
    return f"[{markdown(words.rstrip('.'))}](bib:{key})"
