"""Reading a master: the text that a person edits, from which source and truth are made.

The form is described at the heads of the masters, first in `masters/level-water.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_edition.specimen.maker.inline import Run, parse_inline

HEAD = re.compile(r"=(\d) (?:(?P<label>[^|]+) \| )?(?P<title>.+?)(?: // (?P<short>.+))?$")
LABELLED = {"! ": "figure", "^ ": "table"}
PLAIN = {
    "> ": "quote", "+ ": "p", "~ ": "entry", "@ ": "date", "by: ": "byline", "= ": "run-in",
    '"" ': "epigraph", "== ": "subtitle", "source: ": "source", "about: ": "author", "note: ": "table",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """One block of a master, its mark-up read."""

    kind: str
    run: Run
    level: int | None = None
    label: str | None = None
    short: str | None = None
    continues: bool = False
    marker: str | None = None
    within: str | None = None
    role: str | None = None
    cells: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Master:
    meta: dict[str, str]
    elements: tuple[Element, ...]


def read_master(text: str) -> Master:
    """The master that `text` holds; raises `ValueError` where its mark-up is not in order."""
    lines = [line.rstrip() for line in text.split("\n") if not line.startswith("%%")]
    paragraphs = [p for p in re.split(r"\n{2,}", "\n".join(lines).strip()) if p.strip()]
    meta = dict(line.split(": ", 1) for line in paragraphs[0].split("\n"))
    return Master(meta, tuple(_number(_elements(paragraphs[1:]))))


def _elements(paragraphs: list[str]) -> Iterator[Element]:
    within = None
    for paragraph in paragraphs:
        if paragraph.startswith("[[ "):
            within = "floatingText"
            yield Element("head", parse_inline(paragraph[3:]), level=3, within=within)
        elif paragraph == "]]":
            within = None
        else:
            for element in _element(paragraph):
                yield replace(element, within=within)


def _element(paragraph: str) -> Iterator[Element]:
    if paragraph == "NOTES":
        yield Element("NOTES", Run(""))
    elif paragraph in ("---", "* * *"):
        yield Element("milestone", Run("" if paragraph == "---" else paragraph))
    elif match := HEAD.match(paragraph):
        yield Element(
            "head", parse_inline(match["title"]), int(match[1]), match["label"], match["short"] or match["title"]
        )
    elif paragraph.startswith("fw: "):
        yield from (Element("fw", Run(line)) for line in paragraph[4:].split("\n"))
    elif paragraph[:2] in ("* ", "# "):
        marker = "•" if paragraph[0] == "*" else "#"
        yield from (Element("item", parse_inline(line[2:]), marker=marker) for line in paragraph.split("\n"))
    elif paragraph[:2] in LABELLED:
        yield from _labelled(paragraph)
    else:
        yield from _plain(paragraph)


def _labelled(paragraph: str) -> Iterator[Element]:
    first, *rows = paragraph[2:].split("\n")
    label, title = first.split(" | ", 1)
    yield Element(LABELLED[paragraph[:2]], parse_inline(title), label=label)
    further = sum(row.startswith("^^") for row in rows)  # lines of the header above its last
    for number, row in enumerate(rows):
        yield _row(row.removeprefix("^^").strip(" "), "label" if number <= further else None)


def _row(markup: str, role: str | None) -> Element:
    cells = [cell.strip() for cell in markup.split("|")]
    return Element("row", parse_inline(" ".join(cells)), cells=tuple(map(parse_inline, cells)), role=role)


def _plain(paragraph: str) -> Iterator[Element]:
    sign = next((sign for sign in PLAIN if paragraph.startswith(sign)), "")
    kind, body = PLAIN.get(sign, "p"), paragraph[len(sign) :]
    if kind == "quote":
        parts = re.split(r"\n>\n> ", body)
        yield from (Element("quote", parse_inline(part), continues=k > 0) for k, part in enumerate(parts))
    elif kind == "entry":
        yield Element("item", parse_inline(body), role="gloss")
    elif kind == "date":
        yield replace(_row(body, "chronology"), kind="item")
    elif kind == "run-in":
        head, rest = body.split(": ", 1)
        yield Element("head", parse_inline(head + ":"), level=2, role="run-in")
        yield Element("p", parse_inline(rest))
    elif kind == "subtitle":
        yield Element("head", parse_inline(body), role="subtitle")
    elif kind in ("source", "author"):
        yield Element("note", parse_inline(body), role=kind)
    elif kind == "table":
        marker, note = body.split(" ", 1)
        yield Element("note", parse_inline(note), marker=marker, role="table")
    elif kind == "epigraph":
        yield Element("epigraph", parse_inline(body.replace(" // ", "\n")))
    else:
        yield Element(kind, parse_inline(body), continues=sign == "+ ")


def _number(elements: Iterator[Element]) -> Iterator[Element]:
    """Give the items of numbered lists their numbers: they run on until something other than an item comes."""
    number = 0
    for element in elements:
        number = number + 1 if element.marker == "#" else 0
        yield replace(element, marker=f"{number}.") if number else element
