"""A work's entry in the forms that reference managers read: BibTeX, RIS and CSL-JSON.

Each has gaps (`runs.put`) for the place that is cited and for its address, and names the edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from build_edition.edition.bibliography import MONTHS, SEASONS, BibEntry
from build_edition.publish.cite.languages import tag_of
from build_edition.publish.cite.runs import Runs, put

_CSL = {
    "article": "article-journal", "book": "book", "collection": "book", "incollection": "chapter",
    "inbook": "chapter", "inproceedings": "paper-conference", "phdthesis": "thesis", "mastersthesis": "thesis",
    "thesis": "thesis", "report": "report", "techreport": "report", "online": "webpage",
    "letter": "personal_communication",
}  # fmt: skip
_RIS = {
    "article-journal": "JOUR", "article-newspaper": "NEWS", "book": "BOOK", "chapter": "CHAP",
    "paper-conference": "CPAPER", "thesis": "THES", "report": "RPRT", "webpage": "ELEC",
    "personal_communication": "PCOMM",
}  # fmt: skip
_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def csl_type(entry: BibEntry) -> str:
    """What CSL calls a work of this kind; a periodical with a day and no volume is a newspaper."""
    kind = _CSL.get(entry.type, "document")
    if kind == "article-journal" and not (entry.volume or entry.issue) and entry.date.count("-") == 2:
        return "article-newspaper"
    return kind


def csl_item(entry: BibEntry) -> dict[str, Any]:
    """The entry as an item of CSL-JSON."""
    named = {
        "id": entry.key, "type": csl_type(entry), "title": entry.title, "container-title": entry.container,
        "author": [_name(name) for name in entry.filed], "editor": [_name(name) for name in entry.editors_filed],
        "issued": _issued(entry.date), "publisher": entry.publisher, "publisher-place": entry.place,
        "volume": entry.volume, "issue": entry.issue, "page": entry.pages.replace("–", "-"),
        "ISBN": entry.isbn, "ISSN": entry.issn, "DOI": entry.doi, "language": tag_of(entry.language),
    }  # fmt: skip
    return {field: value for field, value in named.items() if value}


def _name(filed: str) -> dict[str, str]:
    """A name as lists have it; one without a comma is that of a body."""
    family, comma, given = filed.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": filed}


def _issued(date: str) -> dict[str, Any]:
    if not re.match(r"\d{4}", date):
        return {}
    found: dict[str, Any] = {"date-parts": []}
    for one in filter(None, date.split("/")):
        numbers = [int(part) for part in one.split("-") if part.isdigit()]
        if len(numbers) > 1 and str(numbers[1]) in SEASONS:
            found["season"] = numbers[1] - 20
            numbers = numbers[:1]
        found["date-parts"].append(numbers)
    return found


def bibtex(entry: BibEntry, edition: str) -> Runs:
    """The entry in BibTeX; `note` has the place and the edition, which `edition` tells in words."""
    kind = {"collection": "book", "thesis": "phdthesis", "report": "techreport", "online": "misc"}.get(entry.type)
    lines = [f"@{kind or entry.type}{{{entry.key},"]
    lines += [f"  {name} = {{{value}}}," for name, value in _bibtex_fields(entry)]
    head = "\n".join(lines)
    return [
        f"{head}\n  note = {{",
        put("place", after=", "),
        f"{tex(edition)}}},",
        put("url", "\n  url = {", "},"),
        "\n}\n",
    ]


def _bibtex_fields(entry: BibEntry) -> Iterator[tuple[str, str]]:
    within = {"article": "journal", "phdthesis": "", "thesis": ""}.get(entry.type, "booktitle")
    _, month, day = (*entry.date.partition("/")[0].split("-"), "", "")[:3]
    calendar = {f"{number:02}": name for number, name in enumerate(MONTHS, 1)}
    named = [
        ("author", " and ".join(_person(name) for name in entry.filed)),
        ("title", f"{{{tex(entry.title)}}}" if entry.title else ""),
        (within, tex(entry.container) if within else ""),
        ("editor", " and ".join(_person(name) for name in entry.editors_filed)),
        ("publisher", tex(entry.publisher)),
        ("address", tex(entry.place)),
        ("year", entry.year),
        ("month", (calendar | SEASONS).get(month, "")),
        ("day", day.lstrip("0")),
        ("volume", tex(entry.volume)),
        ("number", tex(entry.issue)),
        ("pages", entry.pages.replace("–", "--")),
        ("isbn", entry.isbn),
        ("issn", entry.issn),
        ("doi", entry.doi),
        ("langid", entry.language),
    ]
    yield from ((name, value) for name, value in named if value)


def _person(filed: str) -> str:
    """A name; that of a body in braces, so that it is not taken apart."""
    return tex(filed) if ", " in filed else f"{{{tex(filed)}}}"


def tex(text: str) -> str:
    """Plain text as BibTeX has it."""
    return re.sub(r"[\\{}%&#$_~^]", lambda match: _SPECIAL.get(match[0], f"\\{match[0]}"), text)


def ris(entry: BibEntry, edition: str) -> Runs:
    """The entry in RIS, with the place and the edition as a note."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _ris_fields(entry)]
    head = "\r\n".join(lines)
    note = " ".join(edition.split())
    return [f"{head}\r\nN1  - ", put("place", after=", "), note, put("url", "\r\nUR  - "), "\r\nER  - \r\n"]


def _ris_fields(entry: BibEntry) -> Iterator[tuple[str, str]]:
    kind = csl_type(entry)
    first, _, last = entry.pages.partition("–")
    season = SEASONS.get(entry.date[5:7], "")
    date = entry.date.partition("/")[0]
    day = f"{entry.year}///{season}" if season else "/".join([*date.split("-"), "", "", ""][:3]) + "/"
    named = [
        ("TY", _RIS.get(kind, "GEN")),
        *(("AU", name) for name in entry.filed),
        ("TI", entry.title),
        ("T2", entry.container),
        *(("A2" if kind == "chapter" else "ED", name) for name in entry.editors_filed),
        ("PY", entry.year),
        ("DA", day if entry.date else ""),
        ("VL", entry.volume),
        ("IS", entry.issue),
        ("SP", first),
        ("EP", last),
        ("PB", entry.publisher),
        ("CY", entry.place),
        ("SN", entry.isbn or entry.issn),
        ("DO", entry.doi),
        ("LA", tag_of(entry.language)),
        ("ID", entry.key),
    ]
    yield from ((tag, value) for tag, value in named if value)
