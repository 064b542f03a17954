"""The bibliography: entries of `bib/edition.bib` as frozen values.

pybtex reads the file. It and bibtexparser are both alive and both do it; pybtex splits names by BibTeX's own
rules, follows cross-references and tells the line of an error. The words of a citation style are pandoc's
(`publish/cite`), which reads the same file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from build_edition.edition.loading.loader import read_text
from build_edition.errors import RecordError

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
SEASONS = {"21": "Spring", "22": "Summer", "23": "Autumn", "24": "Winter"}  # of ISO 8601-2, level 1
CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle")
PERIODICAL = frozenset({"article"})


@dataclass(frozen=True, slots=True)
class BibEntry:
    """One bibliographic entry; every text is plain, without LaTeX mark-up. What is not known is empty.

    `type` is BibTeX's ("article", "book" …). `authors` and `editors` read "Given Family"; `sort_name` is the
    first author's "Family, Given". `container` is the journal, newspaper or collection that holds the work.
    `date` is as precise as it is known: "1960", "1960-04", "1956-02-28", or with a season as ISO 8601-2 has
    it, "1958-21" for spring, or a range, "1950/1953"; `date_text` is for reading. `original_date` is that of the
    work where `date` is that of an edition of it; `annotation` is what the editors remark. `filed` and
    `editors_filed` have all names as lists are sorted: "Family, Given".
    """

    key: str
    type: str
    title: str
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    sort_name: str = ""
    container: str = ""
    date: str = ""
    publisher: str = ""
    place: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    url: str = ""
    language: str = ""
    original_date: str = ""
    annotation: str = ""
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    filed: tuple[str, ...] = ()
    editors_filed: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        return self.date[:4]

    @property
    def siglum(self) -> str:
        """The work in two words: "Pennifold 1987"."""
        editor = self.editors[0].split()[-1] if self.editors else ""
        family = self.sort_name.partition(",")[0] or editor or self.title
        return f"{family} {self.year}"

    @property
    def date_text(self) -> str:
        """The date in words: "28 February 1956", "Spring 1958"."""
        if "/" in self.date:
            return "–".join(part[:4] for part in self.date.split("/"))
        year, _, rest = self.date.partition("-")
        month, _, day = rest.partition("-")
        if month in SEASONS:
            return f"{SEASONS[month]} {year}"
        if month.isdigit() and 1 <= int(month) <= 12:
            return " ".join(filter(None, (day.lstrip("0"), MONTHS[int(month) - 1], year)))
        return self.date

    def citation_text(self) -> str:
        """The entry in the Chicago manner of a bibliography, as plain text."""
        names = listed((self.sort_name, *self.authors[1:])) if self.authors else ""
        where = self._in_periodical() if self.type in PERIODICAL else self._in_book()
        title = f"“{_stopped(self.title)}”" if self.container else _stopped(self.title)
        return " ".join(filter(None, (_stopped(names), title, where)))

    def _in_periodical(self) -> str:
        """The journal with volume and number, or the newspaper, which has neither."""
        if not self.volume:
            return _stopped(", ".join(filter(None, (self.container, self.date_text, self.pages))))
        number = f", no. {self.issue}" if self.issue else ""
        date = f" ({self.date_text})" if self.date else ""
        pages = f": {self.pages}" if self.pages else ""
        return _stopped(f"{self.container} {self.volume}{number}{date}{pages}")

    def _in_book(self) -> str:
        editors = f", edited by {listed(self.editors)}" if self.editors else ""
        pages = f", {self.pages}" if self.pages else ""
        volume = f", vol. {self.volume}" if self.volume and self.container else ""
        within = f"In {self.container}{volume}{editors}{pages}." if self.container else ""
        imprint = ": ".join(filter(None, (self.place, self.publisher)))
        return " ".join(filter(None, (within, _stopped(", ".join(filter(None, (imprint, self.date_text)))))))


def listed(names: Sequence[str]) -> str:
    """Names as a citation lists them: "A and B", "A, B, and C"."""
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _stopped(text: str) -> str:
    """The text with a full stop, unless it is empty or ends in a stop of its own."""
    return text if not text or text[-1] in ".?!" else text + "."


def read(path: Path, where: str) -> Mapping[str, BibEntry]:
    """The entries of a BibTeX or BibLaTeX file by key; none where there is no file.

    `where` names the file in errors. Raises `RecordError` for a file that is not BibTeX.
    """
    if not path.exists():
        return MappingProxyType({})
    from pybtex.database import parse_string
    from pybtex.exceptions import PybtexError

    try:
        entries = parse_string(read_text(path, where), "bibtex").entries
        return MappingProxyType({key: _entry(key, entry) for key, entry in entries.items()})
    except PybtexError as error:
        line = getattr(error, "lineno", None)
        raise RecordError(
            f"is not valid BibTeX: {re.sub(r'^syntax error in line [0-9]+: ', '', str(error))}",
            where=f"{where}, line {line}" if line else where,
            remedy="Each entry reads @type{key, field = {value}, …}, with its braces in pairs.",
        ) from error


def _entry(key: str, entry: Any) -> BibEntry:
    """A `BibEntry` of one of pybtex."""
    fields = {name.lower(): _plain(value) for name, value in entry.fields.items()}
    authors, editors = (entry.persons.get(role, []) for role in ("author", "editor"))
    return BibEntry(
        key=key,
        type=entry.type.lower(),
        title=": ".join(filter(None, (fields.get("title"), fields.get("subtitle")))),
        authors=tuple(_name(person) for person in authors),
        editors=tuple(_name(person) for person in editors),
        sort_name=_plain(str(authors[0])) if authors else "",
        container=next((fields[name] for name in CONTAINERS if fields.get(name)), ""),
        date=_date(fields),
        publisher=fields.get("publisher", ""),
        place=fields.get("location") or fields.get("address", ""),
        volume=fields.get("volume", ""),
        issue=fields.get("number") or fields.get("issue", ""),
        pages=re.sub(r"-{2,}|-(?=\d)", "–", fields.get("pages", "")),
        url=entry.fields.get("url", "").strip(),
        language=fields.get("langid") or fields.get("language", ""),
        original_date=fields.get("origdate", ""),
        annotation=fields.get("annote") or fields.get("annotation", ""),
        isbn=fields.get("isbn", ""),
        issn=fields.get("issn", ""),
        doi=entry.fields.get("doi", "").strip(),
        filed=tuple(_plain(str(person)) for person in authors),
        editors_filed=tuple(_plain(str(person)) for person in editors),
    )


def _date(fields: Mapping[str, str]) -> str:
    """BibLaTeX's `date`, else BibTeX's `year` and `month`."""
    if fields.get("date"):
        return fields["date"].strip()
    year, month = fields.get("year", ""), fields.get("month", "").lower()
    number = next((k for k, name in enumerate(MONTHS, 1) if month and name.lower().startswith(month)), 0)
    return f"{year}-{number:02}" if number else year


def _name(person: Any) -> str:
    parts = (person.first_names, person.middle_names, person.prelast_names, person.last_names)
    name = " ".join(_plain(piece) for part in parts for piece in part)
    return ", ".join([name, *(_plain(piece) for piece in person.lineage_names)])


def _plain(value: str) -> str:
    """The text without LaTeX mark-up, on one line."""
    from pybtex.richtext import Text

    return " ".join(str(Text.from_latex(value)).split())
