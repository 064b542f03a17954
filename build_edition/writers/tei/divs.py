"""The text of a work in its parts: front, body and back, and in them parts, chapters and sections."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from build_edition.apparatus.divisions import Division, divisions
from build_edition.work import Work
from build_edition.writers.tei.blocks import BlockWriter
from build_edition.writers.tei.elements import made

TEXT_ID = "text"  # the `xml:id` of a work's text


def text_element(work: Work, writer: BlockWriter, language: str) -> Element:
    """The `text` of a work.

    The body reaches from the first division that is a part or has a number to the last; what stands before it is
    front matter, and what stands after it back matter. A work without such divisions is all body.
    """
    found = divisions(work)
    chapters = [k for k, one in enumerate(found) if one.is_part or one.key.isdecimal()]
    first, last = (chapters[0], _last_of_part(found, chapters[-1])) if chapters else (0, len(found) - 1)
    text = made("text", {"xml:id": TEXT_ID, "xml:lang": language})
    for tag, those in (("front", found[:first]), ("body", found[first : last + 1]), ("back", found[last + 1 :])):
        if those:
            text.append(made(tag, None, *_nested(those, writer)))
    end = text[-1][-1]
    while end[-1].tag == "div":
        end = end[-1]
    writer.inlines.homeless(end)
    return text


def _last_of_part(found: Sequence[Division], last: int) -> int:
    """The last division that stands in the same part as the one at `last`, which holds its sections."""
    part = found[last].key if found[last].is_part else found[last].part
    within = [k for k, one in enumerate(found) if part and one.part == part]
    return max([last, *within])


def _nested(those: Sequence[Division], writer: BlockWriter) -> list[Element]:
    """The `div`s of divisions, chapters in their parts."""
    parts: dict[str, Element] = {}
    top: list[Element] = []
    for division in those:
        elements = [writer.section(section) for section in division.sections]
        if division.part in parts:
            parts[division.part].extend(elements)
        else:
            top += elements
        if division.is_part:
            parts[division.key] = elements[0]
    return top
