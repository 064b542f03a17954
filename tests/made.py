"""Works made for tests: blocks with their kinds, from which a source and its marks are written."""

import re
from types import MappingProxyType

from build_edition.assemble import assemble
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript
from build_edition.work import Work

_SIGNS = re.compile(r"\{(pb|call|hi):([^}]*)\}")


def made(*blocks: tuple) -> Transcript:
    """A transcript of blocks `(kind, text or blocks, attributes)`.

    In a text `{call:12}` is a note call glued to what stands before it, `{pb:7}` the beginning of page 7
    (`{pb:7?}` of low certainty, `{pb:}` without number) and `{hi:word}` an emphasized word.
    """
    maker = _Maker()
    for block in blocks:
        maker.block(*block)
    return Transcript(Source.from_text(maker.text), tuple(maker.interventions), tuple(maker.marks))


def work(*blocks: tuple) -> Work:
    """The assembled work of blocks, without its apparatus."""
    return assemble(made(*blocks))


def chapter(number: str, title: str, *blocks: tuple) -> list[tuple]:
    label = f"CHAPTER {number}"
    return [("head", f"{label} {title}", {"level": 2, "label": label}), *blocks]


def p(text: str, **attrs: object) -> tuple:
    return ("p", text, attrs)


def note(n: str, text: str) -> tuple:
    return ("note", [("p", f"{n}. {text}", {})], {"n": n})


class _Maker:
    def __init__(self) -> None:
        self.text = ""
        self.marks: list[Mark] = []
        self.interventions: list[Intervention] = []

    def block(self, kind: str, content: str | list, attrs: dict | None = None) -> None:
        start = len(self.text)
        if isinstance(content, str):
            self.inlines(content)
        else:
            for inner in content:
                self.block(*inner)
        end = len(self.text.rstrip())
        self.marks.append(Mark(kind, start, end, MappingProxyType(attrs or {})))
        self.text = self.text.rstrip() + "\n\n"

    def inlines(self, content: str) -> None:
        here = 0
        for sign in _SIGNS.finditer(content):
            self.text += content[here : sign.start()]
            here = sign.end()
            start, (kind, value) = len(self.text), sign.groups()
            if kind == "pb":
                attrs = {"n": value.rstrip("?") or None, "cert": "low" if value.endswith("?") else "high"}
                self.marks.append(Mark("pb", start, start, MappingProxyType(attrs)))
                continue
            self.text += value
            attrs = {"n": value} if kind == "call" else {}
            self.marks.append(
                Mark("ref" if kind == "call" else kind, start, start + len(value), MappingProxyType(attrs))
            )
        self.text += content[here:]
