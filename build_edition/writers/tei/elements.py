"""Elements of TEI: making them, adding text to them, and the names that passages and sections have in them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

from build_edition.writers.escaping import visible

NAMESPACE = "http://www.tei-c.org/ns/1.0"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NO_NAME = re.compile(r"[^\w.-]")


def made(tag: str, attributes: dict[str, str] | None = None, *content: Element | str) -> Element:
    """An element; attributes without a value are left out."""
    element = Element(tag, {name: visible(value) for name, value in (attributes or {}).items() if value})
    for one in content:
        if isinstance(one, str):
            add_text(element, one)
        else:
            element.append(one)
    return element


def below(parent: Element, tag: str, attributes: dict[str, str] | None = None, *content: Element | str) -> Element:
    """An element at the end of another."""
    parent.append(made(tag, attributes, *content))
    return parent[-1]


def add_text(element: Element, text: str) -> None:
    """Text at the end of an element, behind whatever stands there; what XML cannot hold is shown as a picture."""
    shown = visible(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + shown
    else:
        element.text = (element.text or "") + shown


def passage_id(name: str) -> str:
    """The `xml:id` of a passage: "p.4.12"; a name of XML may not begin with a figure."""
    return f"p.{NO_NAME.sub('_', name)}"


def section_id(key: str) -> str:
    """The `xml:id` of a section: "s.4"."""
    return f"s.{NO_NAME.sub('_', key)}"


def entry_id(kind: str, name: str) -> str:
    """The `xml:id` of what a link of a kind leads to, other than a passage: "person.smith", "bib.smith-1960"."""
    return f"{kind}.{NO_NAME.sub('_', name)}"


def document(*parts: Element) -> Element:
    """The root of a document."""
    root = Element("TEI", {"xmlns": NAMESPACE})
    root.extend(parts)
    return root


def as_text(root: Element) -> str:
    """A document as text."""
    return DECLARATION + tostring(root, encoding="unicode") + "\n"
