"""What a page of a text is, before it is said in one vocabulary or another."""

from __future__ import annotations

from dataclasses import dataclass

from build_edition.apparatus.divisions import Division, has_chapters
from build_edition.edition.bibliography import BibEntry
from build_edition.edition.project import Project
from build_edition.edition.records import EditionRecord, RightsRecord
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import division_path, url_of
from build_edition.publish.cite.places import bracketed
from build_edition.publish.wording import division_title, page_span
from build_edition.work import Work

PERIODICAL = "article"


@dataclass(frozen=True, slots=True)
class About:
    """One page and its work.

    `kind` is "chapter" (of a book or a collection), "article" (in a journal or a newspaper) or "book". `container`
    is what the text stands in; a chapter of a book has that book as `entry`. `first` and `last` are its printed
    pages, in brackets where they are inferred. `url` is the address of the page, where the edition has one, and
    `identifier` its name within the edition ("smith-1960/4").
    """

    kind: str
    title: str
    container: str
    entry: BibEntry
    edition: EditionRecord
    rights: RightsRecord
    identifier: str
    path: str
    first: str = ""
    last: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the page is of the whole work, not of one piece of it."""
        return self.title == self.entry.title

    @property
    def url(self) -> str:
        return self.edition.at(self.path)

    @property
    def pages(self) -> str:
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


def about_text(project: Project, item: EditionWork, work: Work, division: Division) -> About:
    """The page of a division, or of the whole of a work that has but one."""
    record, entry = item.record, item.entry
    whole = not has_chapters(work)
    first, _, last = entry.pages.partition("–") if whole else ("", "", "")
    if not first:
        span = page_span(work, division.start, division.end)
        first, last = (bracketed(page) for page in span) if span else ("", "")
    kind = "chapter" if not whole or (entry.container and entry.type != PERIODICAL) else "article"
    if whole and not entry.container:
        kind = "book"
    return About(
        kind=kind,
        title=entry.title if whole else division.title or division_title(division),
        container=entry.container if whole else entry.title,
        entry=entry,
        edition=project.edition,
        rights=record.rights,
        identifier=f"{record.id}/{division.key}" if division.key else record.id,
        path=url_of(division_path(record.id, division)),
        first=first,
        last=last or first,
    )


def about_work(project: Project, item: EditionWork) -> About:
    """The front page of a work that stands on several."""
    record, entry = item.record, item.entry
    kind = "article" if entry.type == PERIODICAL else "chapter" if entry.container else "book"
    first, _, last = entry.pages.partition("–")
    return About(
        kind, entry.title, entry.container, entry, project.edition, record.rights, record.id,
        f"works/{record.id}/", first, last or first,
    )  # fmt: skip
