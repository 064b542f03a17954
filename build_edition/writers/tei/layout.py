"""Line ends and indents between elements, where white space is none of the text.

What can hold words is left as it is, to the letter, unless nothing but blocks stands in it.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

STEP = "  "
# What holds no words of its own in TEI.
_HOLDERS = frozenset(
    {
        "TEI", "analytic", "annotation", "appInfo", "application", "argument", "availability", "back",
        "biblStruct", "body", "category", "citeStructure", "classDecl", "correction", "div", "editionStmt",
        "editorialDecl", "encodingDesc", "event", "extent", "fileDesc", "floatingText", "front", "hyphenation",
        "imprint", "interpretation", "langUsage", "list", "listAnnotation", "listBibl", "listEvent", "listOrg",
        "listPerson", "listPlace", "listPrefixDef", "monogr", "namespace", "normalization", "notesStmt", "org",
        "person", "place", "prefixDef", "profileDesc", "projectDesc", "publicationStmt", "punctuation",
        "quotation", "refsDecl", "respStmt", "revisionDesc", "row", "segmentation", "seriesStmt", "sourceDesc",
        "standOff", "table", "tagsDecl", "taxonomy", "teiCorpus", "teiHeader", "text", "titleStmt",
    }
)  # fmt: skip
# What may hold either, and the blocks that then stand in it.
_EITHER = frozenset({"epigraph", "figure", "item", "note", "quote"})
_BLOCKS = frozenset(
    {"ab", "argument", "byline", "dateline", "figure", "floatingText", "head", "list", "milestone", "note", "p",
     "quote", "table"}
)  # fmt: skip


_RECORDS = frozenset({"bibl", "item"})  # what holds no words of its own beside a text, and does within one


def lay_out(element: Element, depth: int = 0, beside: bool = False) -> None:
    """Put each element that stands by itself on a line of its own; `beside` is true of what is no text."""
    beside = beside or element.tag in {"standOff", "teiHeader"}
    if not _is_laid_out(element, beside):
        return
    inside = f"\n{STEP * (depth + 1)}"
    element.text = inside
    for inner in element:
        lay_out(inner, depth + 1, beside)
        inner.tail = inside
    element[-1].tail = f"\n{STEP * depth}"


def _is_laid_out(element: Element, beside: bool) -> bool:
    if not len(element) or (element.text or "").strip() or any((inner.tail or "").strip() for inner in element):
        return False
    if element.tag in _HOLDERS or (beside and element.tag in _RECORDS):
        return True
    return element.tag in _EITHER and all(inner.tag in _BLOCKS for inner in element)
