"""Inlines as TEI: emphasis, changes and doubts, names, note calls, page beginnings.

What the editors remark follows as `note` of type "editorial"; everything else that has text is of the work, or in
a `choice` what the source has instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from build_edition.apparatus.crossrefs.targets import page_name
from build_edition.work import Inline, Link, NoteCall, PageBeginning, Span, Text, Work
from build_edition.writers.tei.dates import when
from build_edition.writers.tei.elements import NO_NAME, add_text, below, entry_id, passage_id
from build_edition.writers.tei.records import Records
from build_edition.writers.tei.strands import Strands
from build_edition.writers.tei.told import Piece

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


def nowhere(_: str) -> str:
    """Of a document that holds one work: where a place in another stands in it."""
    return ""


@dataclass
class InlineWriter:
    """Writes inlines of the work `work`.

    `stands` tells whether a passage or section of it has an `xml:id`, and `elsewhere` the same of a place in
    another work. With `strands`, every change is told where it stands, with what `records` say of it, and names
    lead to the registers of the same document; without them, they lead where the prefixes in the header say.
    `named` is filled with what the texts name, by kind and id.
    """

    work: str
    stands: Callable[[str], str]
    elsewhere: Callable[[str], str] = nowhere
    strands: Strands | None = None
    records: Records = field(default_factory=Records)
    candidates: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    named: set[tuple[str, str]] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    last_page: PageBeginning | None = None

    def write(self, parent: Element, inlines: tuple[Inline, ...]) -> None:
        """Add inlines to the end of an element."""
        for inline in inlines:
            match inline:
                case Text():
                    self.text(parent, inline, inline.text)
                case Span():
                    self.span(parent, inline)
                case Link():
                    self.link(parent, inline)
                case NoteCall():
                    self.call(parent, inline)
                case PageBeginning():
                    self.page(parent, inline)

    def text(self, parent: Element, node: object, text: str) -> None:
        """The text of a node, with what was changed in it."""
        if self.strands is None:
            add_text(parent, text)
            return
        self.told(parent, self.strands.of(node, text))

    def homeless(self, parent: Element) -> None:
        """What was left out behind all that is read, at the end of the last part."""
        if self.strands is not None and self.strands.homeless:
            self.told(below(parent, "ab", {"type": "left-out"}), self.strands.homeless)

    def told(self, parent: Element, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if not piece.made:
                add_text(parent, piece.reads)
            elif piece.rest:
                name = self.records.shown(self.records.of(this) for this in piece.made)
                below(
                    parent, "corr", {"xml:id": name, "type": "rest", **self.records.said(piece.made)}, piece.reads
                )
            else:
                add_text(self.choice(parent, piece), piece.reads)

    def choice(self, parent: Element, piece: Piece) -> Element:
        """What the source has, in a `choice`; the element for what is read instead."""
        entries = [self.records.of(this) for this in piece.made]
        outer = below(parent, "choice", {"xml:id": self.records.shown(entries)})
        changes_words = piece.kind() == "word" or any(entries)
        source, reading = ("sic", "corr") if changes_words else ("orig", "reg")
        _stands(below(outer, source), piece.stands)
        return below(outer, reading, self.records.said(piece.made))

    def span(self, parent: Element, span: Span) -> None:
        if span.kind == "hi":
            element = below(parent, "hi", {"rend": "-".join((span.rend or "italic").split())})
        elif self.strands is not None and span.kind in {"conjecture", "supplied"}:
            self.told(parent, self.strands.of(span, ""))  # what is left out before it
            self.write(self.intervention(parent, span, self.strands.of_span(span)), span.inlines)
            return
        elif self.strands is not None and span.kind == "suspect":
            self.write(self.doubt(parent, span.start, span.end), span.inlines)
            return
        else:
            tag, attributes = _SPANS.get(span.kind, ("seg", {"type": span.kind}))
            element = below(parent, tag, attributes | self.of_slip(span))
        self.write(element, span.inlines)
        remark(parent, span.note)

    def intervention(self, parent: Element, span: Span, piece: Piece | None) -> Element:
        """The element for words that the source has otherwise, or not at all."""
        said = self.records.said(piece.made) if piece else {}
        if piece and (span.kind == "conjecture" or piece.stands.strip()):
            parent = self.choice(parent, piece)
            if span.kind == "conjecture":
                return parent
            said = {}
        elif piece:
            said["xml:id"] = self.records.shown([self.records.of(this) for this in piece.made])
        tag, attributes = _SPANS[span.kind]
        return below(parent, tag, attributes | said)

    def doubt(self, parent: Element, start: int, end: int) -> Element:
        """The element for words that may be wrong; beside it stands what they may be instead, if that is known."""
        entry = self.records.about("doubt", start, end)
        said = self.records.of_entry(entry)
        tag, attributes = _SPANS["suspect"]
        candidates = self.candidates.get((start, end), ())
        name = self.records.shown([entry])
        if not candidates:
            return below(parent, tag, {"xml:id": name, **attributes, **said})
        app = below(parent, "app", {"xml:id": name, "type": "doubt"})
        element = below(below(app, "lem"), tag, attributes)
        for candidate in candidates:
            below(app, "rdg", {"type": "conjecture", "cert": "low", **said}, candidate)
        return element

    def of_slip(self, span: Span) -> dict[str, str]:
        """Who found a slip of the author's."""
        if span.kind != "sic" or self.strands is None:
            return {}
        entry = self.records.about("slip", span.start, span.end)
        return {"xml:id": self.records.shown([entry]), **self.records.of_entry(entry)}

    def link(self, parent: Element, link: Link) -> None:
        cert = "low" if link.cert == "low" else ""
        self.named.add((link.kind, link.target))
        if link.kind in _NAMES:
            tag, attributes = _NAMES[link.kind]
            element = below(parent, tag, {**attributes, "ref": self.target(link), "cert": cert})
        elif link.kind == "date":
            element = below(parent, "date", {**when(link.target), "cert": cert})
        else:
            told = {"type": link.kind, "target": self.target(link), "n": link.locator, "cert": cert}
            element = below(parent, "ref", told)
        self.write(element, link.inlines)
        remark(parent, link.note)

    def target(self, link: Link) -> str:
        """Where a reference leads: within the document if it can, else as the header's prefixes say."""
        if link.kind != "passage":
            is_here = self.strands is not None
            return f"#{entry_id(link.kind, link.target)}" if is_here else f"{link.kind}:{link.target}"
        work, _, name = link.target.partition("/")
        there = self.stands(name) if work == self.work else self.elsewhere(link.target)
        return f"#{there}" if there else f"passage:{link.target}"

    def call(self, parent: Element, call: NoteCall) -> None:
        """A note call; one that the editors placed is supplied."""
        cert = "low" if call.cert == "low" else ""
        target = f"#{passage_id(call.target)}" if call.target else ""
        name = self.claim(call_id(call.target)) if call.target else ""
        told = {"type": "noteCall", "xml:id": name, "n": call.n, "target": target, "cert": cert}
        if call.supplied:
            entry = self.records.call(call.start)
            said = self.records.of_entry(entry) if self.strands else {}
            outer = below(parent, "supplied", {"xml:id": self.records.shown([entry]), "reason": "lost", **said})
            below(outer, "ref", {"subtype": "supplied", **told}, call.text)
            return
        if self.strands is not None and (call.start, call.end) in self.candidates:
            parent = self.doubt(parent, call.start, call.end)
        self.text(below(parent, "ref", told), call, call.text)

    def page(self, parent: Element, page: PageBeginning) -> None:
        """The beginning of a printed page; before it, how many pages the source leaves out, if numbers tell."""
        missing = pages_between(self.last_page, page)
        if missing and self.strands is not None:
            below(parent, "gap", {"reason": "absent", "unit": "page", "quantity": str(missing), "cert": "low"})
        self.last_page = page
        name = self.claim(NO_NAME.sub("_", page_name(page.n)) if page.n else "page-unnumbered")
        below(parent, "pb", {"xml:id": name, "n": page.n or "", "cert": "low" if page.cert == "low" else ""})

    def claim(self, wanted: str) -> str:
        """`wanted`, or from the second time on that with a number after it."""
        name, count = wanted, 1
        while name in self.ids:
            count += 1
            name = f"{wanted}-{count}"
        self.ids.add(name)
        return name


def call_id(note: str) -> str:
    """The `xml:id` of the first call of a note."""
    return f"call.{NO_NAME.sub('_', note)}"


def pages_between(before: PageBeginning | None, page: PageBeginning) -> int:
    """How many pages stand between two whose numbers are certain; 0 where that cannot be told."""
    if before is None or "low" in (before.cert, page.cert):
        return 0
    numbers = [one.n for one in (before, page)]
    if not all(n and n.isdecimal() for n in numbers):
        return 0
    return max(int(numbers[1] or 0) - int(numbers[0] or 0) - 1, 0)


def candidates_of(work: Work) -> dict[tuple[int, int], tuple[str, ...]]:
    """What doubtful words may be instead, by their span of the source."""
    found = {}
    for mark in work.transcript.of_kind("suspect"):
        listed = str(mark.get("candidates") or "").split("|")
        found[mark.start, mark.end] = tuple(one for one in listed if one.strip())
    return found


def remark(parent: Element, text: str) -> None:
    """What the editors say, where they say something."""
    if text:
        below(parent, "note", {"type": EDITORIAL}, text)


def _stands(element: Element, text: str) -> None:
    """What the source has, with the ends of its lines."""
    lines = text.splitlines() or [""]
    for k, line in enumerate(lines):
        if k:
            below(element, "lb", {"break": "no" if lines[k - 1].rstrip().endswith(("-", "\u00ad")) else ""})
        add_text(element, line)
    if text.endswith(("\n", "\r")):
        below(element, "lb", {"break": "no" if lines[-1].rstrip().endswith(("-", "\u00ad")) else ""})
