"""Inlines as Typst markup: emphasis, note calls, page beginnings, links, doubtful readings.

A call of a note holds the note itself, for Typst sets it at the foot of the call's page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from build_edition.work import Container, Inline, Link, NoteCall, PageBeginning, Span, Text, plain
from build_edition.writers.markdown_inline import lettered
from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.back.places import PLACE
from build_edition.writers.typst.setting import Setting

_STYLES = {
    "bold": "strong", "strong": "strong", "underline": "underlined", "strike": "struck", "super": "raised",
    "sub": "lowered", "sc": "sc", "smallcaps": "sc", "small-caps": "sc",
}  # fmt: skip
_WORD_END = re.compile(r"\s|$")


@dataclass(slots=True)
class InlineWriter:
    """Writes the inlines of one work.

    `notes` are those that a call sets at the foot, by key; `write_note` gives a note's own number, as it is to be
    shown, and its text. `called` are the keys of notes that have been set, `lone` the numbers of calls since it
    was last emptied whose note the source does not have, and `led` the labels to which links have led since
    it was emptied: a second mention of a name is no link, for the first is near, and each costs time and space.
    """

    work_id: str
    setting: Setting
    notes: Mapping[str, Container]
    write_note: Callable[[Container], tuple[str, str]]
    called: dict[str, str] = field(default_factory=dict)
    lone: list[str] = field(default_factory=list)
    remarks: int = 0
    led: set[str] = field(default_factory=set)

    def line(self, inlines: tuple[Inline, ...]) -> str:
        """Inlines as one line of markup, safe at the beginning of a block."""
        return escaping.line_start(self.run(inlines).strip(" "))

    def run(self, inlines: tuple[Inline, ...]) -> str:
        """Inlines as markup. A page that begins within a word is shown after the word."""
        out: list[str] = []
        waiting: list[PageBeginning] = []
        before = ""
        for inline in inlines:
            if isinstance(inline, PageBeginning):
                waiting.append(inline)
                continue
            if waiting and isinstance(inline, Text):
                cut = _WORD_END.search(inline.text).start() if before[-1:].isalnum() else 0  # type: ignore[union-attr]
                out += [escaping.markup(inline.text[:cut]), *map(self.page, waiting)]
                out.append(escaping.markup(inline.text[cut:]))
            else:
                out += [*map(self.page, waiting), self.inline(inline)]
            waiting, before = [], plain((inline,))
        return "".join([*out, *map(self.page, waiting)])

    def inline(self, inline: Inline) -> str:
        """One inline."""
        match inline:
            case Text():
                return escaping.markup(inline.text)
            case Span():
                return self.span(inline)
            case Link():
                return self.link(inline)
            case NoteCall():
                return self.call(inline)
            case PageBeginning():
                return self.page(inline)

    def span(self, span: Span) -> str:
        if span.kind == PLACE:  # whose page the index asks for
            return f'#metadata(("{int(span.note)}",))<mark>'
        inner = escaping.line_start(self.run(span.inlines))
        if span.kind == "hi":
            return f"#{_STYLES.get(span.rend.casefold(), 'emph')}[{inner}];"
        if span.kind == "foreign":
            return f"#emph[{inner}];"
        return f"#doubt-{_ascii(span.kind)}[{inner}];"

    def link(self, link: Link) -> str:
        """A link to its place in this PDF, else on the site, else its words; a remark on it goes to the foot."""
        inner = escaping.line_start(self.run(link.inlines))
        label = labels.of_link(link.kind, link.target)
        if label in self.setting.present:
            shown = "see" if link.kind == "passage" else "go"
            if shown == "go" and label in self.led:
                return inner + self.remark(link)
            self.led.add(label)
            at = f"{self.setting.margin()}, " if shown == "see" else ""
            inner = f"#{shown}({at}{escaping.string(label)})[{inner}];"
        elif address := self.setting.address(link.kind, link.target):
            inner = f"#out({escaping.string(address)})[{inner}];"
        return inner + self.remark(link)

    def remark(self, link: Link) -> str:
        """What the editors say of a link, as a note under a letter."""
        if not link.note:
            return ""
        letter = lettered(self.remarks)
        self.remarks += 1
        return f"#remark({escaping.string(letter)}){escaping.content(link.note)};"

    def call(self, call: NoteCall) -> str:
        """A note call: with its note where it is the first, leading to it where it is another, else bare."""
        number = escaping.string(unicodedata.normalize("NFKC", call.text).strip() or call.n)
        placed = ", placed: true" if call.supplied else ""
        note = self.notes.get(call.target)
        if note is None:
            self.lone.append(call.n)
            return f"#lone({number}{placed});"
        label = labels.of_note(self.work_id, call.target)
        if call.target in self.called:
            return f"#again({number}, {escaping.string(label)}{placed});"
        self.called[call.target] = label
        self.setting.set.add(label)
        own, text = self.write_note(note)
        return f"#note({number}, {escaping.string(label)}, [{own}]{placed})[{text}];"

    def page(self, page: PageBeginning) -> str:
        """The place where a printed page begins; its number stands in the margin."""
        if page.n is None:
            return f'#pb({self.setting.margin()}, "–");'
        shown = page.n if page.cert == "high" else f"{page.n}?"
        label = self.setting.claim(labels.of_page(self.work_id, page.n))
        given = [escaping.string(text) for text in (shown, label) if text]
        return f"#pb({', '.join([self.setting.margin(), *given])});"


def _ascii(kind: str) -> str:
    return "".join(letter for letter in kind if letter.isascii() and letter.isalpha())
