"""Inlines as Markdown, and as HTML for tables: emphasis, note calls, page beginnings, doubtful readings."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from build_edition.work import Inline, Link, NoteCall, PageBeginning, Span, Text, plain
from build_edition.writers import escaping

_ELEMENTS = {"bold": "strong", "strong": "strong", "underline": "u", "strike": "s", "super": "sup", "sub": "sub"}
_CLASSES = {"sc": "sc", "smallcaps": "sc", "small-caps": "sc"}


class Anchors:
    """The ids of one page, none given twice."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def claim(self, wanted: str) -> str:
        """`wanted`, or where it is taken that with a number after it."""
        anchor, count = wanted, 1
        while anchor in self.taken:
            count += 1
            anchor = f"{wanted}-{count}"
        self.taken.add(anchor)
        return anchor


@dataclass(slots=True)
class InlineWriter:
    """Writes the inlines of one page, and remembers what they called.

    `notes` gives the address of each note that can be reached from the page, by its key, and `addresses` that
    of what links lead to, by kind and target. `called` maps each key to the id of its first call; `lone` lists
    the numbers of calls whose note the source does not have.
    """

    anchors: Anchors
    notes: Mapping[str, str]
    addresses: Mapping[tuple[str, str], str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    lone: list[str] = field(default_factory=list)

    def markdown(self, inlines: tuple[Inline, ...]) -> str:
        """One line of Markdown, safe at the beginning of a block."""
        return escaping.line_start(self._run(inlines, escaping.markdown))

    def html(self, inlines: tuple[Inline, ...]) -> str:
        """The same as HTML."""
        return self._run(inlines, escaping.html).strip(" ")

    def _run(self, inlines: tuple[Inline, ...], escape: Callable[[str], str], before: str = "") -> str:
        out = ""
        for inline in inlines:
            match inline:
                case Text():
                    out += escape(inline.text)
                case Span():
                    out += self._span(inline, escape, out or before)
                case Link():
                    out += self.link(inline, escape, out or before)
                case NoteCall():
                    out += self.call(inline)
                case PageBeginning():
                    out += self.page(inline)
        return out

    def _span(self, span: Span, escape: Callable[[str], str], before: str) -> str:
        inner = self._run(span.inlines, escape)
        if span.kind == "hi":
            return _emphasis(inner, span, before if escape is escaping.markdown else "*")
        if span.kind == "foreign":
            return f'<i class="foreign">{inner}</i>'
        what = {"suspect": "This may be wrong", "conjecture": "A conjecture"}.get(span.kind, span.kind)
        title = escaping.attribute(f"{what}: {span.note}" if span.note else what)
        return f'<span class="{escaping.attribute(span.kind)}" title="{title}">{inner}</span>'

    def link(self, link: Link, escape: Callable[[str], str], before: str) -> str:
        """A link where its target has an address, else no more than its words."""
        inner = self._run(link.inlines, escape, before)
        address = self.addresses.get((link.kind, link.target))
        if address is None:
            return inner
        kinds = f"to-{escaping.attribute(link.kind)}{' low' if link.cert == 'low' else ''}"
        title = f' title="{escaping.attribute(link.note)}"' if link.note else ""
        return f'<a class="{kinds}" href="{escaping.attribute(address)}"{title}>{inner}</a>'

    def call(self, call: NoteCall) -> str:
        """A note call: a link where the note can be reached, else the bare number."""
        number = escaping.html(unicodedata.normalize("NFKC", call.text).strip() or call.n)
        address = self.notes.get(call.target) if call.target else None
        if address is None:
            self.lone.append(call.n)
            return f'<sup class="call lone" data-search-exclude>{number}</sup>'
        anchor = self.anchors.claim(f"call-{call.target}")
        self.called.setdefault(call.target, anchor)
        return (
            f'<sup class="call" data-search-exclude><a id="{escaping.attribute(anchor)}" '
            f'href="{escaping.attribute(address)}" role="doc-noteref">{number}</a></sup>'
        )

    def page(self, page: PageBeginning) -> str:
        """The beginning of a printed page: its number, a link to itself."""
        if page.n is None:
            anchor = self.anchors.claim("page-unnumbered")
            shown, kind = "–", "pb unknown"
            says = "A page of the printed source begins; its number is not known"
        else:
            anchor = self.anchors.claim(f"page-{'-'.join(page.n.split())}")
            sure = page.cert == "high"
            shown, kind = (page.n, "pb") if sure else (f"{page.n}?", "pb low")
            says = f"Page {page.n} of the printed source" + ("" if sure else ", its number inferred")
        anchor, shown = escaping.attribute(anchor), escaping.html(shown)
        return (
            f'<a class="{kind}" id="{anchor}" href="#{anchor}" aria-label="{escaping.attribute(says)}">{shown}</a>'
        )


def _emphasis(inner: str, span: Span, before: str) -> str:
    """Asterisks where nothing beside them can mislead a parser, an element everywhere else."""
    rend = span.rend.casefold()
    if rend in _CLASSES:
        return f'<span class="{_CLASSES[rend]}">{inner}</span>'
    element = _ELEMENTS.get(rend, "em")
    letters = plain(span.inlines)
    simple = all(isinstance(inline, Text) for inline in span.inlines) and letters[:1].isalnum()
    open_space = not before or before[-1] in " (“‘"
    if element == "em" and simple and open_space and letters[-1:].isalnum():
        return f"*{inner}*"
    return f"<{element}>{inner}</{element}>"
