"""Entries of the bibliography as TEI: each a `biblStruct`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from urllib.parse import quote
from xml.etree.ElementTree import Element

from build_edition.edition.bibliography import PERIODICAL, BibEntry
from build_edition.writers.tei.dates import when
from build_edition.writers.tei.elements import below, entry_id, made

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"  # what an address may hold that is no letter or figure


def bibl_struct(entry: BibEntry, named: bool = True) -> Element:
    """An entry of the bibliography, `named` by its key so that what cites it can lead to it."""
    name = entry_id("bib", entry.key) if named else ""
    element = made("biblStruct", {"type": entry.type, "xml:id": name, "n": entry.key})
    monogr = made("monogr")
    if entry.container:
        analytic = below(element, "analytic")
        _people(analytic, "author", entry.authors, entry.filed)
        below(analytic, "title", {"level": "a"}, entry.title)
        _people(monogr, "editor", entry.editors, entry.editors_filed)
        level = "j" if entry.type in PERIODICAL else "m"
        below(monogr, "title", {"level": level}, entry.container)
    else:
        _people(monogr, "author", entry.authors, entry.filed)
        _people(monogr, "editor", entry.editors, entry.editors_filed)
        below(monogr, "title", {"level": "m"}, entry.title)
    for kind, number in (("ISBN", entry.isbn), ("ISSN", entry.issn), ("DOI", entry.doi)):
        if number:
            below(monogr, "idno", {"type": kind}, number)
    monogr.append(_imprint(entry))
    for unit, text in (("volume", entry.volume), ("issue", entry.issue), ("page", entry.pages)):
        if text:
            below(monogr, "biblScope", {"unit": unit}, text)
    element.append(monogr)
    if entry.annotation:
        below(element, "note", {"type": "annotation"}, entry.annotation)
    if entry.url:
        below(element, "ptr", {"type": "online", "target": quote(entry.url, safe=_IN_ADDRESSES)})
    return element


def _imprint(entry: BibEntry) -> Element:
    imprint = made("imprint")
    for tag, text in (("pubPlace", entry.place), ("publisher", entry.publisher)):
        if text:
            below(imprint, tag, None, text)
    below(imprint, "date", when(entry.date), entry.date_text)
    if entry.original_date:
        below(imprint, "date", {"type": "original", **when(entry.original_date)}, entry.original_date)
    return imprint


def _people(parent: Element, tag: str, names: Sequence[str], filed: Sequence[str]) -> None:
    """Names, in their parts where it is known how they are filed: "Family, Given"."""
    for name, sorted_as in zip_longest(names, filed, fillvalue=""):
        family, comma, given = sorted_as.partition(", ")
        if not comma or f"{given} {family}" != name:
            below(parent, tag, None, name)
            continue
        person = below(below(parent, tag), "persName")
        below(person, "forename", None, given)
        person[-1].tail = " "
        below(person, "surname", None, family)
