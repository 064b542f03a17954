"""The words of a TEI document by the rules of `docs/reference/tei.md`: what is read, and what the source has."""

from __future__ import annotations

from typing import Any

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# What begins and ends with white space; of everything else the words join those beside it.
BLOCKS = frozenset(
    {
        "ab", "argument", "body", "byline", "cell", "dateline", "div", "epigraph", "figure", "floatingText",
        "front", "head", "item", "label", "list", "milestone", "note", "p", "quote", "row", "table", "text",
    }
)  # fmt: skip
NEVER = frozenset({"gap", "pb", "rdg"})


def reading(text: Any) -> list[str]:
    """The words of the reading text: `corr` and `reg`, not `sic` and `orig` beside them."""
    return "".join(_pieces(text, {"sic", "orig"}, source=False)).split()


def stands(text: Any) -> list[str]:
    """The words of the source: `sic` and `orig`, not `corr` and `reg` beside them, and nothing supplied."""
    return "".join(_pieces(text, {"corr", "reg"}, source=True)).split()


def _pieces(element: Any, dropped: set[str], source: bool) -> Any:
    tag = element.tag.removeprefix(TEI)
    if not _is_left_out(element, tag, dropped, source):
        space = " " if tag in BLOCKS or (tag == "lb" and element.get("break") != "no") else ""
        yield space + (element.text or "")
        for inner in element:
            yield from _pieces(inner, dropped, source)
            yield inner.tail or ""
        yield space


def _is_left_out(element: Any, tag: str, dropped: set[str], source: bool) -> bool:
    if tag in dropped:
        return bool(element.getparent().tag == f"{TEI}choice" or element.get("type") == "rest")
    if tag == "supplied":
        return source or any(one.get("subtype") == "supplied" for one in element)
    return tag in NEVER or (tag == "note" and element.get("type") == "editorial")
