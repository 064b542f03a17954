"""Inlines as TEI: emphasis, doubts and conjectures, names, note calls, page beginnings.

What the editors remark follows as `note` of type "editorial"; everything else that has text is of the work.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from build_edition.work import Inline, Link, NoteCall, PageBeginning, Span, Text
from build_edition.writers.tei.elements import add_text, below, made, passage_id

EDITORIAL = "editorial"  # the type of notes that are not of the work
_NAMES = {
    "person": ("persName", {}),
    "place": ("placeName", {}),
    "org": ("orgName", {}),
    "term": ("term", {}),
    "title": ("title", {}),
    "event": ("name", {"type": "event"}),
}
_SPANS = {
    "foreign": ("foreign", {}),
    "suspect": ("unclear", {"reason": "ocr", "cert": "low"}),
    "sic": ("sic", {}),
    "supplied": ("supplied", {"reason": "lost"}),
    "conjecture": ("corr", {"cert": "low"}),
}
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes inlines of the work `work`; `stands` tells whether a passage or section of it has an `xml:id`."""

    work: str
    stands: Callable[[str], str]

    def write(self, parent: Element, inlines: tuple[Inline, ...]) -> None:
        """Add inlines to the end of an element."""
        for inline in inlines:
            match inline:
                case Text():
                    add_text(parent, inline.text)
                case Span():
                    self.span(parent, inline)
                case Link():
                    self.link(parent, inline)
                case NoteCall():
                    self.call(parent, inline)
                case PageBeginning():
                    parent.append(page(inline))

    def span(self, parent: Element, span: Span) -> None:
        if span.kind == "hi":
            element = below(parent, "hi", {"rend": "-".join((span.rend or "italic").split())})
        else:
            tag, attributes = _SPANS.get(span.kind, ("seg", {"type": span.kind}))
            element = below(parent, tag, attributes)
        self.write(element, span.inlines)
        remark(parent, span.note)

    def link(self, parent: Element, link: Link) -> None:
        cert = "low" if link.cert == "low" else ""
        if link.kind in _NAMES:
            tag, attributes = _NAMES[link.kind]
            element = below(parent, tag, {**attributes, "ref": f"{link.kind}:{link.target}", "cert": cert})
        elif link.kind == "date":
            when = link.target if _DAY.fullmatch(link.target) else ""
            element = below(parent, "date", {"when": when, "cert": cert})
        else:
            element = below(parent, "ref", {"type": link.kind, "target": self.target(link), "cert": cert})
        self.write(element, link.inlines)
        remark(parent, link.note)

    def target(self, link: Link) -> str:
        """Where a reference leads: within the document if it can, else as the header's prefixes say."""
        work, _, name = link.target.partition("/")
        own = self.stands(name) if link.kind == "passage" and work == self.work else ""
        return f"#{own}" if own else f"{link.kind}:{link.target}"

    def call(self, parent: Element, call: NoteCall) -> None:
        """A note call; one that the editors placed is supplied."""
        cert = "low" if call.cert == "low" else ""
        target = f"#{passage_id(call.target)}" if call.target else ""
        element = made("ref", {"type": "noteCall", "n": call.n, "target": target, "cert": cert}, call.text)
        parent.append(made("supplied", {"reason": "lost"}, element) if call.supplied else element)


def page(beginning: PageBeginning) -> Element:
    """The beginning of a printed page."""
    return made("pb", {"n": beginning.n or "", "cert": "low" if beginning.cert == "low" else ""})


def remark(parent: Element, text: str) -> None:
    """What the editors say, where they say something."""
    if text:
        below(parent, "note", {"type": EDITORIAL}, text)
