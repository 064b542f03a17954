"""The data beside every text page: `index.json`, what it says, and `source.json`, the lines that it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.apparatus.divisions import divisions
from build_edition.edition.words.emendations import Emendation
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import Addresses, division_path, url_of
from build_edition.publish.pages.decisions import Decisions, decisions_about
from build_edition.publish.wording import division_title
from build_edition.whole import Whole
from build_edition.writers.page.index import Row, WorkPages, page_index
from build_edition.writers.page.lines import page_source


def page_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """Two files for each text page of the edition."""
    addresses = Addresses(whole)
    for item in whole.works:
        if item.work is not None:
            yield from _of_work(whole, item, addresses)


def _of_work(whole: Whole, item: EditionWork, addresses: Addresses) -> Iterator[tuple[str, str]]:
    assert item.work is not None
    row = _row(decisions_about(whole.project, item, addresses))
    pages = WorkPages(whole.project, item, whole.passages[item.record.id], row)
    for division in divisions(item.work):
        url = url_of(division_path(item.record.id, division))
        title = division_title(division) if division.key else item.entry.title
        yield f"{url}index.json", page_index(pages, division, title, url)
        yield f"{url}source.json", page_source(pages, division, title, url)


def _row(decisions: Decisions) -> Row:
    """Where the apparatus tells of a record that changed a place of the source, from the root of the site."""

    def row(record: Emendation, at: int) -> str:
        for entry, name in zip(decisions.entries, decisions.ids, strict=True):
            is_it = (entry.line, entry.kind, entry.reading) == (record.line, record.nature, record.reading)
            if is_it and entry.start <= at <= entry.end:
                return f"{url_of(decisions.path)}#{name}"
        return ""

    return row
