"""Inlines: emphasis, footnotes, page beginnings, links, and signs of doubt."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from build_edition.work import Inline, Link, NoteCall, PageBeginning, Span, Text
from build_edition.writers.commonmark import escapes
from build_edition.writers.commonmark.names import Names

Lead = Callable[[str, str], str | None]  # the address of what a link names by its kind and target

_ELEMENTS = {"underline": "u", "strike": "s", "super": "sup", "sub": "sub"}
_STRONG = frozenset({"bold", "strong"})
_SMALL = frozenset({"sc", "smallcaps", "small-caps"})
_DOUBT = {"sic": r" \[*sic*\]", "suspect": r"\[?\]", "conjecture": r"\[?\]"}


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes the inlines of a work.

    `labels` gives the label of the footnote of each note that is one, by its key; `names` are the anchors of the
    file, and `lead` finds what stands elsewhere.
    """

    labels: Mapping[str, str]
    names: Names
    lead: Lead

    def line(self, inlines: tuple[Inline, ...], in_note: bool = False) -> str:
        """One line of Markdown, safe at the beginning of a block."""
        return escapes.line(self.run(inlines, in_note))

    def run(self, inlines: tuple[Inline, ...], in_note: bool = False, before: str = "") -> str:
        """The same for the middle of a line; `before` is what stands before it."""
        out = ""
        for inline in inlines:
            match inline:
                case Text():
                    out += escapes.inline(inline.text)
                case Span():
                    out += self._span(inline, in_note, out or before)
                case Link():
                    out += self._link(inline, in_note, out or before)
                case NoteCall():
                    out += self._call(inline, in_note)
                case PageBeginning():
                    out += self.page(inline)
        return out

    def _span(self, span: Span, in_note: bool, before: str) -> str:
        if span.kind in {"hi", "foreign"}:
            return _emphasis(span, self.run(span.inlines, in_note), before)
        inner = self.run(span.inlines, in_note, before)
        if span.kind == "supplied":
            return rf"\[{inner}\]"
        return inner + _DOUBT.get(span.kind, "")

    def _link(self, link: Link, in_note: bool, before: str) -> str:
        here = self.names.leads(link.target) if link.kind == "passage" else None
        address = here or self.lead(link.kind, link.target)
        if address is None:
            return self.run(link.inlines, in_note, before)
        return f"[{self.run(link.inlines, in_note, '[')}]({escapes.address(address)})"

    def _call(self, call: NoteCall, in_note: bool) -> str:
        """A footnote; in a note, or where the source has no note, the number alone."""
        number = escapes.inline(unicodedata.normalize("NFKC", call.text).strip() or call.n)
        if in_note or call.target not in self.labels:
            return f"<sup>{number}</sup>"
        return f"[^{self.labels[call.target]}]"

    def page(self, page: PageBeginning) -> str:
        """A mark where a printed page begins."""
        if page.n is None:
            return r"<small>\[p. –\]</small>"
        doubt = "" if page.cert == "high" else "?"
        return rf"<small{self.names.page(page)}>\[p. {escapes.inline(page.n)}{doubt}\]</small>"


def _emphasis(span: Span, inner: str, before: str) -> str:
    """Asterisks where nothing beside them can mislead a parser, an element everywhere else."""
    rend = span.rend.casefold()
    if rend in _SMALL:
        return f'<span class="smallcaps">{inner}</span>'
    if rend in _ELEMENTS:
        return f"<{_ELEMENTS[rend]}>{inner}</{_ELEMENTS[rend]}>"
    sign, element = ("**", "strong") if rend in _STRONG else ("*", "em")
    if inner[:1].isalnum() and inner[-1:].isalnum() and "*" not in inner and not before.endswith("*"):
        return f"{sign}{inner}{sign}"
    return f"<{element}>{inner}</{element}>"
