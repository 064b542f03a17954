"""Finished EPUBs as tests read them: made of an edition, unpacked in memory."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from build_edition.apparatus.divisions import divisions
from build_edition.downloads.epub import FORMAT
from build_edition.downloads.form import Choices
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from tests.shown import words_of

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
FOLDER = "EPUB/"


@dataclass(frozen=True)
class Finished:
    """A book as it was written: of one work, or of all."""

    path: Path
    items: tuple[EditionWork, ...]

    @cached_property
    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def package(self) -> ElementTree.Element:
        return ElementTree.fromstring(self.files[f"{FOLDER}package.opf"])

    @cached_property
    def spine(self) -> list[str]:
        """The paths of the sheets in reading order."""
        items = {item.get("id"): item.get("href") for item in self.package.iter(f"{OPF}item")}
        return [str(items[ref.get("idref")]) for ref in self.package.iter(f"{OPF}itemref")]

    @cached_property
    def sheets(self) -> dict[str, BeautifulSoup]:
        """The sheets by their paths, in reading order."""
        return {path: BeautifulSoup(self.files[FOLDER + path], "lxml-xml") for path in self.spine}

    def texts(self, item: EditionWork) -> list[BeautifulSoup]:
        """The sheets of a work's text, in reading order."""
        assert item.work is not None
        own = {f"works/{item.record.id}/{division.key or 'text'}.xhtml" for division in divisions(item.work)}
        return [sheet for path, sheet in self.sheets.items() if path in own]

    def words(self, item: EditionWork) -> tuple[str, str]:
        """The words of a work as they stand, and those of the notes at the ends of its sheets."""
        ends, rest = [], []
        for sheet in self.texts(item):
            page = BeautifulSoup(str(sheet.body), "lxml")
            for end in page.select("section.endnotes"):
                ends.append(words_of(end.extract()))
            rest.append(words_of(page))
        return " ".join(filter(None, rest)), " ".join(filter(None, ends))

    def moved(self, item: EditionWork) -> list[str]:
        """The keys of the notes at the ends of its sheets, in order."""
        found = [sheet.select("section.endnotes > aside") for sheet in self.texts(item)]
        return [str(note["id"]) for notes in found for note in notes]

    def target(self, sheet: str, href: str) -> tuple[str, str]:
        """The sheet and the id that a link on a sheet leads to."""
        path, _, anchor = href.partition("#")
        return (normpath(f"{dirname(sheet)}/{unquote(path)}").lstrip("/") if path else sheet), unquote(anchor)


def books_of(whole: Whole, folder: Path) -> list[Finished]:
    """A book of every work, and one of all."""
    assert FORMAT.of_work is not None
    assert FORMAT.of_edition is not None
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for item in whole.works:
        path = folder / f"{item.record.id}.epub"
        FORMAT.of_work(whole, item, path, Choices())
        found.append(Finished(path, (item,)))
    path = folder / "all-works.epub"
    FORMAT.of_edition(whole, path, Choices())
    return [*found, Finished(path, whole.works)]
