"""Inlines as Markdown, and as HTML for tables: emphasis, note calls, page beginnings, doubtful readings."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from build_edition.work import Inline, Link, NoteCall, PageBeginning, Span, Text, plain
from build_edition.writers import escaping

_ELEMENTS = {"bold": "strong", "strong": "strong", "underline": "u", "strike": "s", "super": "sup", "sub": "sub"}
SAID = {
    "suspect": "This may be wrong",
    "conjecture": "A conjecture",
    "supplied": "Supplied by the editors",
    "sic": "So in the source",
}
_SIC = "&#91;<i>sic</i>&#93;"
PLACED = (  # for certain, or by conjecture
    "The source has lost this note call; the editors placed it here",
    "The source has lost this note call; the editors placed it here by conjecture",
)
Shown = tuple[
    str, int
]  # something that shows a decision about the words: its kind, and where it begins in the source

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


@dataclass(frozen=True, slots=True)
class Remark:
    """What the editors say of a link, under a letter; `call` and `anchor` are the ids of its two ends."""

    letter: str
    call: str
    anchor: str
    text: str


def lettered(count: int) -> str:
    """The letter or letters that count remarks: a, b, and after z aa, ab."""
    before, last = divmod(count, 26)
    return (lettered(before - 1) if before else "") + chr(ord("a") + last)


def shown_as(inline: Span | NoteCall) -> Shown | None:
    """What of a decision an inline shows, if it does: a kind of span, or a "call" that was placed."""
    if isinstance(inline, NoteCall):
        return ("call", inline.start) if inline.supplied else None
    return (inline.kind, inline.start) if inline.kind in SAID else None


@dataclass(slots=True)
class InlineWriter:
    """Writes the inlines of one page, and remembers what they called.

    `notes` gives the address of each note that can be reached from the page, by its key, `addresses` that of what
    links lead to, by kind and target, and `decisions` where the apparatus tells of what shows a decision. `called`
    maps each key to the id of its first call; `lone` lists the numbers of calls whose note the source does not
    have, and `remarks` what the editors say of links. While `is_held`, what is written stands in a link, and
    `signs` wait for its end.
    """

    anchors: Anchors
    notes: Mapping[str, str]
    addresses: Mapping[tuple[str, str], str] = field(default_factory=dict)
    decisions: Mapping[Shown, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    lone: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    is_held: bool = False
    signs: list[str] = field(default_factory=list)

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

    def _held(self, inlines: tuple[Inline, ...], escape: Callable[[str], str], before: str = "") -> str:
        """What a link, or what may be one, holds: no doubtful words in it are a link of their own."""
        outside, self.is_held = self.is_held, True
        inner = self._run(inlines, escape, before)
        self.is_held = outside
        return inner

    def _span(self, span: Span, escape: Callable[[str], str], before: str) -> str:
        inner = self._held(span.inlines, escape) if shown_as(span) else self._run(span.inlines, escape)
        if span.kind == "hi":
            return _emphasis(inner, span, before if escape is escaping.markdown else "*")
        if span.kind == "foreign":
            return f'<i class="foreign">{inner}</i>'
        return self.doubtful(span, inner)

    def doubtful(self, span: Span, inner: str) -> str:
        """Words about which something was decided, as a link to what the apparatus says of them.

        Of a slip only the sign is the link; and where words hold a link themselves, or stand in one, it follows.
        """
        what = SAID.get(span.kind, span.kind)
        said = escaping.attribute(f"{what}: {span.note}" if span.note else what)
        if span.kind == "supplied":  # as entities, for brackets of Markdown might be a link; no text, so marked
            inner = f'<span class="bracket">&#91;</span>{inner}<span class="bracket">&#93;</span>'
        place, address = self.decision(span)
        kind, leads = escaping.attribute(span.kind), f' href="{address}" title="{said}"'
        shown = f'<span class="{kind}"{place} title="{said}">{inner}</span>'
        if span.kind == "sic":
            sign = f"<a{leads}>{_SIC}</a>" if address and not self.is_held else _SIC
            shown += f'<span class="sic-mark added"> {sign}</span>'
        elif address and not self.is_held and "<a " not in inner:
            return f'<a class="{kind}"{place}{leads}>{inner}</a>'
        if address and (self.is_held or span.kind != "sic"):
            self.signs.append(f'<a class="doubt-mark added"{leads} aria-label="{said}"></a>')
        return shown + self.waiting_signs()

    def waiting_signs(self) -> str:
        """Links to the apparatus that could not stand where they belong, once no link is open."""
        if self.is_held:
            return ""
        signs, self.signs = self.signs, []
        return "".join(signs)

    def decision(self, inline: Span | NoteCall) -> tuple[str, str]:
        """The id of a decision, as an attribute where the page shows it first, and its address, if it has one."""
        shown = shown_as(inline)
        address = self.decisions.get(shown, "") if shown else ""
        name = address.partition("#")[2]
        if not name or name in self.anchors.taken:
            return "", escaping.attribute(address)
        return f' id="{escaping.attribute(self.anchors.claim(name))}"', escaping.attribute(address)

    def link(self, link: Link, escape: Callable[[str], str], before: str) -> str:
        """A link where its target has an address, else no more than its words."""
        address = self.addresses.get((link.kind, link.target))
        if address is None:
            return self._run(link.inlines, escape, before)
        inner = self._held(link.inlines, escape, before)
        kinds = f"to-{escaping.attribute(link.kind)}{' low' if link.cert == 'low' else ''}"
        remark = self.remark(link.note) if link.note else ""
        tip = f' title="{escaping.attribute(link.tip)}"' if link.tip else ""
        tip += f' data-day="{escaping.attribute(link.target)}"' if link.kind == "date" else ""
        signs = self.waiting_signs()
        return f'<a class="{kinds}" href="{escaping.attribute(address)}"{tip}>{inner}</a>{signs}{remark}'

    def remark(self, note: str) -> str:
        """The letter that calls a remark of the editors, which stands at the end of the page."""
        letter = lettered(len(self.remarks))
        anchor, target = self.anchors.claim(f"remark-call-{letter}"), self.anchors.claim(f"remark-{letter}")
        self.remarks.append(Remark(letter, anchor, target, note))
        return (
            f'<sup class="remark-call added"><a id="{anchor}" href="#{target}" '
            f'role="doc-noteref" aria-label="Editors’ remark {letter}">{letter}</a></sup>'
        )

    def call(self, call: NoteCall) -> str:
        """A note call: a link where the note can be reached, else the bare number."""
        number = escaping.attribute(unicodedata.normalize("NFKC", call.text).strip() or call.n)  # it may be “*”
        address = self.notes.get(call.target) if call.target else None
        placed = f' title="{PLACED[call.cert == "low"]}"' if call.supplied else ""
        kind = "call supplied" if call.supplied else "call"
        placed += self.decision(call)[0]
        if address is None:
            self.lone.append(call.n)
            return f'<sup class="{kind} lone"{placed}>{number}</sup>'
        anchor = self.anchors.claim(f"call-{call.target}")
        self.called.setdefault(call.target, anchor)
        return (
            f'<sup class="{kind}"{placed}><a id="{escaping.attribute(anchor)}" '
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
