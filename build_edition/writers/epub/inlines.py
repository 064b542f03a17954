"""Inlines as XHTML for reading systems: notes that pop up, page beginnings, doubts that explain themselves.

What the site says in a tooltip stands here in a note of its own, for a finger cannot rest on a word.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from build_edition.work import Link, NoteCall, PageBeginning, Span
from build_edition.writers import escaping
from build_edition.writers.markdown_inline import PLACED, SAID, lettered
from build_edition.writers.markdown_inline import InlineWriter as HtmlWriter

POPS_UP = 'epub:type="noteref" role="doc-noteref"'

_ROLES = {  # of links within the book
    "term": ' epub:type="glossref" role="doc-glossref"',
    "bib": ' epub:type="biblioref" role="doc-biblioref"',
}


@dataclass(frozen=True, slots=True)
class Aside:
    """What the editors say at the end of a sheet; `call` and `anchor` are the ids of its two ends."""

    sign: str
    call: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class PageSpot:
    """The beginning of a printed page on a sheet: its number, if it is known, and the id that it has there."""

    n: str | None
    anchor: str


@dataclass(slots=True)
class InlineWriter(HtmlWriter):
    """Writes the inlines of one sheet; `asides` and `pages` are what it met on the way.

    `notes` lead to the notes of the work on whichever sheet each stands.
    """

    asides: list[Aside] = field(default_factory=list)
    pages: list[PageSpot] = field(default_factory=list)

    def link(self, link: Link, escape: object, before: str) -> str:  # noqa: ARG002 - its parent's
        """A link where its target has an address, else no more than its words."""
        address = self.addresses.get((link.kind, link.target))
        if address is None:
            return self._run(link.inlines, escaping.html)
        inner = self._held(link.inlines, escaping.html)
        kind = f"to-{escaping.attribute(link.kind)}{' low' if link.cert == 'low' else ''}"
        signs = self.waiting_signs()
        remark = self.remark(link.note) if link.note else ""
        role = "" if "://" in address else _ROLES.get(link.kind, "")
        return f'<a class="{kind}" href="{escaping.attribute(address)}"{role}>{inner}</a>{signs}{remark}'

    def doubtful(self, span: Span, inner: str) -> str:
        """Words about which something was decided: they lead to the apparatus, or else to what is said of them."""
        what = SAID.get(span.kind, span.kind)
        said = f"{what}: {span.note}" if span.note else what
        kind = escaping.attribute(span.kind)
        if span.kind == "supplied":
            inner = f'<span class="bracket">[</span>{inner}<span class="bracket">]</span>'
        place, address = self.decision(span)
        if not address:
            address = f"#{self.aside('?', said, wanted='doubt')}"
            place = f' id="{self.asides[-1].call}"'
        leads = f'href="{address}" {POPS_UP} title="{escaping.attribute(said)}"'
        if span.kind == "sic":
            sign = f"<a {leads}>[<i>sic</i>]</a>"
            if self.is_held:
                self.signs.append(f'<span class="sic-mark added"> {sign}</span>')
                return f'<span class="sic"{place}>{inner}</span>'
            return f'<span class="sic"{place}>{inner}</span><span class="sic-mark added"> {sign}</span>'
        if self.is_held or "<a " in inner or not inner:
            sign = f'<a class="doubt-mark added" {leads}>{"[…]" if not inner else "°"}</a>'
            self.signs.append(sign)
            return f'<span class="{kind}"{place}>{inner}</span>{self.waiting_signs()}'
        return f'<a class="{kind}"{place} {leads}>{inner}</a>'

    def aside(self, sign: str, text: str, wanted: str) -> str:
        """Put what the editors say at the end of the sheet; gives back its id."""
        number = sum(one.anchor.startswith(wanted) for one in self.asides) + 1
        call = self.anchors.claim(f"{wanted}-call-{number}")
        anchor = self.anchors.claim(f"{wanted}-{number}")
        self.asides.append(Aside(sign, call, anchor, text))
        return anchor

    def remark(self, note: str) -> str:
        """The letter that calls a remark of the editors."""
        letter = lettered(sum(one.anchor.startswith("remark") for one in self.asides))
        anchor = self.aside(letter, note, wanted="remark")
        call = self.asides[-1].call
        return (
            f'<sup class="remark-call added"><a id="{call}" href="#{anchor}" {POPS_UP} '
            f'aria-label="Editors’ remark {letter}">{letter}</a></sup>'
        )

    def call(self, call: NoteCall) -> str:
        """A note call: a link where the book has the note, else the bare number."""
        number = escaping.html(unicodedata.normalize("NFKC", call.text).strip() or call.n)
        address = self.notes.get(call.target) if call.target else None
        placed = f' title="{PLACED[call.cert == "low"]}"' if call.supplied else ""
        placed += self.decision(call)[0]
        kind = "call supplied" if call.supplied else "call"
        if address is None:
            self.lone.append(call.n)
            return f'<sup class="{kind} lone"{placed}>{number}</sup>'
        anchor = self.anchors.claim(f"call-{call.target}")
        self.called.setdefault(call.target, anchor)
        name, leads = escaping.attribute(anchor), escaping.attribute(address)
        return f'<sup class="{kind}"{placed}><a id="{name}" href="{leads}" {POPS_UP}>{number}</a></sup>'

    def page(self, page: PageBeginning) -> str:
        """The beginning of a printed page, empty of words: style shows its number, reading systems go by it."""
        n = page.n
        anchor = self.anchors.claim("page-unnumbered" if n is None else f"page-{'-'.join(n.split())}")
        self.pages.append(PageSpot(n, anchor))
        shown = "–" if n is None else n if page.cert == "high" else f"{n}?"
        says = "Page without a known number" if n is None else f"Page {n}"
        says += "" if page.cert == "high" or n is None else ", its number inferred"
        return (
            f'<span class="pb" epub:type="pagebreak" role="doc-pagebreak" id="{escaping.attribute(anchor)}" '
            f'data-n="{escaping.attribute(shown)}" title="{escaping.attribute(says)}"></span>'
        )
