"""Citations of the edition's own works, with gaps for the passage: what a reader takes from a page.

In: a project.  Out: for each work its citation in three styles.  pandoc words the work; what names the passage,
the edition and its version is put about that here, as each style has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from build_edition.edition.bibliography import BibEntry
from build_edition.edition.project import BIBLIOGRAPHY, Project
from build_edition.edition.records import EditionRecord, WorkRecord
from build_edition.publish.cite.citations import CSL, STYLES
from build_edition.publish.cite.exports import csl_type
from build_edition.publish.cite.formatted import Formatted
from build_edition.publish.cite.kept import Kept
from build_edition.publish.cite.pandoc import (
    Cite,
    csl_items,
    document,
    entries_of,
    find_pandoc,
    run_pandoc,
    words_of,
)
from build_edition.publish.cite.runs import Run, Runs, joined, put, runs_of
from build_edition.publish.wording import editors

KEPT = "work-citations.json"
NOTES = CSL / "chicago-notes-bibliography-17th-edition.csl"
AUTHOR_DATE = STYLES["chicago-author-date"]
MLA = CSL / "modern-language-association.csl"
PASSAGE = "PASSAGEOFTHEEDITION"  # where it stands in a locator, no style takes it for a number


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a citation ("In the text"): with the printed page as its place, and where there is none."""

    name: str
    paged: Runs
    unpaged: Runs


@dataclass(frozen=True, slots=True)
class Styled:
    """The citation in one style; `key` is its name for programs, `name` that for readers."""

    key: str
    name: str
    parts: tuple[Part, ...]


def edition_words(edition: EditionRecord) -> str:
    """The edition as a place that a work stands in, as plain text."""
    return f"in {edition.title}, edited by {editors(edition)}, version {edition.version}"


def cite_works(project: Project) -> Mapping[str, tuple[Styled, ...]]:
    """The citations of every work by its id; in a plain form where pandoc is not installed."""
    pandoc = find_pandoc()
    if pandoc is None or not project.works:
        return {record.id: _plain(project.edition, project.entry(record)) for record in project.works}
    path = project.root / BIBLIOGRAPHY
    kept = Kept(project.root / "build" / KEPT)
    asked = (path.read_bytes(), pandoc.encode())
    items = {item["id"]: item for item in kept.answer("items", asked, lambda: csl_items(pandoc, path))}
    found: dict[str, tuple[Styled, ...]] = {}
    for record in project.works:
        worded = _Worded(pandoc, project, record, items[record.bib], kept)
        found[record.id] = tuple(worded.styles())
    kept.write()
    return found


class _Worded:
    """One work in the words of pandoc, each style asked by itself, so that no other work bears on them."""

    def __init__(
        self, pandoc: str, project: Project, record: WorkRecord, item: dict[str, Any], kept: Kept
    ) -> None:
        self.pandoc, self.project, self.record, self.kept = pandoc, project, record, kept
        self.item = {**item, "type": csl_type(project.entry(record))}
        number = 90217
        while str(number) in json.dumps(item):
            number += 1
        self.page = str(number)
        self.gaps = {self.page: "page", PASSAGE: "passage"}

    def styles(self) -> Iterator[Styled]:
        """The styles in the order in which they are offered."""
        edition = self.project.edition
        paged, entry = self.said(NOTES, f"p. {self.page}")
        unpaged, _ = self.said(NOTES, PASSAGE)
        within: Runs = [
            ", in ",
            {"em": edition.title},
            f", ed. {editors(edition)}, version {edition.version}",
        ]
        yield Styled(
            "chicago-note",
            "Chicago note",
            (
                Part("Note", *_both(paged[0], unpaged[0], [*within, put("url", ", "), "."])),
                Part("Later note", *_both(paged[1], unpaged[1], ["."])),
                _alone("Bibliography", [*entry, *_book(edition, " In "), ". ", f"Version {edition.version}."]),
            ),
        )
        inside, entry = self.said(AUTHOR_DATE, f"p. {self.page}", PASSAGE)
        version: Runs = [f", version {edition.version}, ", put("passage"), ".", put("url", " ", ".")]
        yield Styled(
            "chicago-author-date",
            "Author and date",
            (_in_text(inside), _alone("Reference list", [*entry, *_book(edition, " In "), *version])),
        )
        inside, entry = self.said(MLA, f"p. {self.page}", PASSAGE)
        version = [f", version {edition.version}, ", put("passage"), put("url", ", "), "."]
        yield Styled(
            "mla",
            "MLA",
            (_in_text(inside), _alone("Works cited", [*entry, *_book(edition, " "), *version])),
        )

    def said(self, style: Path, *locators: str) -> tuple[list[Runs], Runs]:
        """The work cited at places, each time and again after something else; and its entry."""
        cites = [Cite(self.record.bib, locator) for locator in locators for _ in range(2 if style == NOTES else 1)]
        asked = document(cites, self.project.edition.language)
        text = json.dumps([self.item], ensure_ascii=False)
        tree = self.kept.answer(
            f"{self.record.id} {style.stem} {' '.join(locators)}",
            (json.dumps(asked).encode(), text.encode(), style.read_bytes(), self.pandoc.encode()),
            lambda: self.ask(asked, text, style),
        )
        words = [runs_of(found, self.gaps) for found in words_of(tree)]
        entry = entries_of(tree)[self.record.bib]
        return words, runs_of(entry, {})

    def ask(self, asked: dict[str, Any], items: str, style: Path) -> Any:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "work.json"
            path.write_text(items, encoding="utf-8")
            return run_pandoc(self.pandoc, asked, path, style)


def _both(paged: Runs, unpaged: Runs, end: Runs) -> tuple[Runs, Runs]:
    """A note with the passage after its page, and one where the passage is the place."""
    return joined([*paged, ", ", put("passage"), *end]), joined([*unpaged, *end])


def _in_text(said: list[Runs]) -> Part:
    return Part("In the text", *(joined(["(", *runs, ")"]) for runs in said))


def _alone(name: str, runs: Runs) -> Part:
    """A piece that is the same whether or not there are pages."""
    return Part(name, joined(runs), joined(runs))


def _book(edition: EditionRecord, before: str) -> Iterator[Run]:
    yield from (before, {"em": edition.title}, f", edited by {editors(edition)}")


def _plain(edition: EditionRecord, entry: BibEntry) -> tuple[Styled, ...]:
    """The one form that there is without pandoc."""
    said = runs_of(Formatted.plain(entry.citation_text()), {})
    end: Runs = [put("passage"), f", {edition_words(edition)}", put("url", ", "), "."]
    words = Part("Citation", joined([*said, " ", put("page", "P. ", ", "), *end]), joined([*said, " ", *end]))
    return (Styled("plain", "Plain", (words,)),)
