"""What a work numbers and refers to by number: figures and tables by their labels, chapters and parts.

A label stands at the beginning of a caption ("Figure 1.1 …", "TABLE 3. …"); a caption is what begins so in a
figure or over a table, or a short paragraph by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_edition.apparatus.divisions import CHAPTER, divisions, has_chapters
from build_edition.apparatus.numerals import number_in
from build_edition.apparatus.passage_index import Passage
from build_edition.tree import inlines_of
from build_edition.work import Block, Container, ItemList, Paragraph, Table, Work, plain

FLOATS = {"fig": "figure", "figs": "figure", "boxes": "box"}  # what print calls them, and what they are
FLOATS |= {
    name + s: name for name in ("figure", "table", "map", "plate", "diagram", "chart", "box") for s in ("", "s")
}
_CAPTION = re.compile(r"\s*(?P<kind>\w+)\.?\s+(?P<n>\d+(?:[.–-]\d+)*[a-z]?|[IVXLC]+)(?=[\s.:,]|$)")
_LONGEST_CAPTION = 300  # characters: a longer paragraph that begins so only speaks of the figure


@dataclass(frozen=True, slots=True)
class Labels:
    """The names, in the work, of what bears a number."""

    floats: Mapping[tuple[str, str], Passage] = field(default_factory=dict)
    """By kind ("figure") and number, the passage that has the caption."""
    chapters: Mapping[int, str] = field(default_factory=dict)
    parts: Mapping[int, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    """By its title in plain words, the key of each section whose title no other has."""

    @classmethod
    def of(cls, work: Work, passages: Sequence[Passage]) -> Labels:
        chapters, parts = _numbered(work)
        return cls(_floats(work, passages), chapters, parts, _titles(work))


def caption_label(text: str) -> tuple[str, str] | None:
    """The kind and number that a caption begins with."""
    match = _CAPTION.match(text)
    kind = FLOATS.get(match["kind"].casefold()) if match and match["kind"][0].isupper() else None
    return (kind, match["n"]) if match and kind else None


def plain_title(text: str) -> str:
    """A title as titles are compared: small letters, no signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _floats(work: Work, passages: Sequence[Passage]) -> dict[tuple[str, str], Passage]:
    by_id = {passage.id: passage for passage in passages if passage.is_citable}
    sure: dict[tuple[str, str], Passage] = {}
    likely: dict[tuple[str, str], Passage] = {}
    for section in work.walk():
        for text, name, is_float in _captions(section.blocks):
            label = caption_label(text)
            if label and name in by_id:
                (sure if is_float else likely).setdefault(label, by_id[name])
    return likely | sure


def _captions(blocks: Sequence[Block]) -> Iterator[tuple[str, str, bool]]:
    """Texts that may be captions, the passage they belong to, and whether it is a figure or a table."""
    for block in blocks:
        match block:
            case Container(kind="figure"):
                for child in block.blocks:
                    yield from ((plain(run), block.id, True) for run in inlines_of(child))
            case Container():
                yield from _captions(block.blocks)
            case ItemList():
                yield from _captions(block.items)
            case Table() if block.rows:
                if block.heading:
                    yield f"{block.heading.label} {block.heading.title}", block.rows[0].id, True
            case Paragraph() if len(text := plain(block.inlines)) <= _LONGEST_CAPTION:
                yield text, block.id, False


def _numbered(work: Work) -> tuple[dict[int, str], dict[int, str]]:
    """The keys of the chapters and of the parts by their numbers, where a number is one division's only."""
    found: dict[bool, dict[int, list[str]]] = {True: {}, False: {}}
    if has_chapters(work):
        for division in divisions(work):
            # the key of a chapter whose number another part has too is no number
            labelled = number_in(division.label) if division.label else None
            number = int(division.key) if division.key.isdecimal() else labelled
            if number is not None and division.sections[0].level <= CHAPTER:
                found[division.is_part].setdefault(number, []).append(division.key)
    chapters, parts = (
        {number: keys[0] for number, keys in found[kind].items() if len(keys) == 1} for kind in (False, True)
    )
    return chapters, parts


def _titles(work: Work) -> dict[str, str]:
    keys: dict[str, list[str]] = {}
    for section in work.walk():
        if section.heading and section.key and (title := plain_title(section.heading.title)):
            keys.setdefault(title, []).append(section.key)
    return {title: those[0] for title, those in keys.items() if len(those) == 1}
