"""A Python-Markdown extension that gives every passage its number as a link to itself.

The Markdown of a page stays free of them, for people edit it.  An element whose id is a passage number
("4.12", "preface.3", "12") gets `<a class="pn" href="#4.12">12</a>` at its beginning.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

_PASSAGE = re.compile(r"(?:[\w-]+\.)?([0-9]+(?:-[0-9]+)?[a-z]*)")
_ELEMENTS = frozenset({"p", "li", "figure"})


class _PassageLinks(Treeprocessor):
    """Runs when inline mark-up has been read, so that what it adds is not read again."""

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            match = _PASSAGE.fullmatch(element.get("id", "")) if element.tag in _ELEMENTS else None
            if match:
                _add_link(element, match[1])


def _add_link(element: Element, number: str) -> None:
    passage = element.get("id", "")
    link = SubElement(element, "a", {"class": "pn", "href": f"#{passage}"})
    link.set("aria-label", f"Passage {passage}")
    link.text = number
    link.tail, element.text = element.text, None
    element.remove(link)
    element.insert(0, link)


class PassageLinks(Extension):
    """The extension, as Python-Markdown wants it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register it after inline mark-up (20) and attribute lists (8)."""
        md.treeprocessors.register(_PassageLinks(md), "passage_links", 4)


def makeExtension(**options: object) -> PassageLinks:  # noqa: N802
    """The extension under the name that Python-Markdown looks for."""
    return PassageLinks(**options)
