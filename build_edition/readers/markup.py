"""The mark-up of a file, read piece by piece and without trust: no entity of its own, and nothing fetched.

In: bytes.  Out: the elements that the caller asks for, each handed over when it ends and then forgotten, so that a
book of a thousand pages needs no more room than one page.
"""

from __future__ import annotations

from collections.abc import Callable
from html.entities import html5
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from build_edition.errors import InputError

Wanted = Callable[[str, dict[str, str]], bool]
Taker = Callable[[Element], None]

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_DEEPEST = 500  # elements within each other; no page is so deep


def read_xml(data: bytes, name: str, wanted: Wanted, take: Taker) -> None:
    """Hand over each outermost element that is `wanted`; raises `InputError` for what is not well-formed."""
    cut = _Cutter(name, wanted, take)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = cut.start
    parser.EndElementHandler = cut.end
    parser.CharacterDataHandler = cut.text
    parser.EntityDeclHandler = cut.refuse_entity
    parser.SkippedEntityHandler = cut.entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        raise InputError(
            f"is not well-formed XML: {said}",
            where=f"{name}, line {error.lineno}, column {error.offset + 1}",
            remedy="The file is damaged or cut short; fetch it again, or have it written anew.",
        ) from None


def read_html(data: bytes, name: str, wanted: Wanted, take: Taker) -> None:
    """The same of HTML, whose elements need not be closed."""
    cut = _Cutter(name, wanted, take)

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            cut.start(tag, {key: value or "" for key, value in attrs})
            if tag in _VOID:
                cut.end(tag)

        def handle_endtag(self, tag: str) -> None:
            if tag not in _VOID:
                cut.end_up_to(tag)

        def handle_data(self, data: str) -> None:
            cut.text(data)

    parser = Parser(convert_charrefs=True)
    parser.feed(data.decode("utf-8-sig", "replace"))
    parser.close()
    cut.end_all()


class _Cutter:
    """Cuts the elements out of a stream of events. Names lose their prefixes: one format has one vocabulary."""

    def __init__(self, name: str, wanted: Wanted, take: Taker) -> None:
        self._name, self._wanted, self._take = name, wanted, take
        self._open: list[str] = []
        self._builder: TreeBuilder | None = None
        self._since = 0  # how many elements are open about the one that is being built

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if len(self._open) >= _DEEPEST:
            raise InputError(
                f"has elements within elements, more than {_DEEPEST} deep",
                where=self._name,
                remedy="No page is set so; is it the right file?",
            )
        if self._builder is None and self._wanted(tag, attrs):
            self._builder, self._since = TreeBuilder(), len(self._open)
        self._open.append(tag)
        if self._builder is not None:
            self._builder.start(tag, attrs)

    def text(self, data: str) -> None:
        if self._builder is not None:
            self._builder.data(data)

    def end(self, _tag: str) -> None:
        tag = self._open.pop()
        if self._builder is None:
            return
        self._builder.end(tag)
        if len(self._open) == self._since:
            element = self._builder.close()
            self._builder = None
            self._take(element)

    def end_up_to(self, tag: str) -> None:
        """End the innermost element of this name and all within it; an end without a beginning says nothing."""
        if tag in self._open:
            while self._open[-1] != tag:
                self.end(self._open[-1])
            self.end(tag)

    def end_all(self) -> None:
        while self._open:
            self.end(self._open[-1])

    def entity(self, name: str, is_parameter: bool) -> None:
        """A name such as `nbsp`, which HTML knows without its being declared."""
        if not is_parameter:
            self.text(html5.get(f"{name};", ""))

    def refuse_entity(self, name: str, *_: object) -> None:
        raise InputError(
            f"declares an entity of its own, “{name}”",
            where=self._name,
            remedy="No OCR program does so, and such a file can be made to do harm. Have it written without.",
        )
