"""Where a reader can go: of every work its divisions, printed pages and passages, as a file in the work's folder.

A script looks up in it "page 184" and "4.12", and says what is not there.  A list of all works stands beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from build_edition.apparatus.divisions import Division, divisions
from build_edition.apparatus.passage_index import Passage
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import division_path, url_of
from build_edition.publish.wording import authors, division_title, printed_pages, siglum
from build_edition.tree import flatten
from build_edition.whole import Whole
from build_edition.work import PageBeginning, Work

FORMAT = "build-edition/places"
FILE = "places.json"


def place_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The list of the works, then a file for each whose text is here."""
    here = {item.record.id: item for item in whole.works if item.work}
    listed = []
    for record in whole.project.works:
        entry = whole.project.entry(record)
        said = {"work": record.id, "author": authors(entry), "title": entry.title, "year": entry.year}
        listed.append({**said, "siglum": siglum(entry), "here": record.id in here})
    yield f"works/{FILE}", _as_json({"format": FORMAT, "version": 1, "works": listed})
    for work_id, item in here.items():
        yield f"works/{work_id}/{FILE}", _as_json(_of_work(item, whole.passages[work_id]))


def _of_work(item: EditionWork, listed: Sequence[Passage]) -> dict[str, Any]:
    assert item.work is not None
    return {
        "format": FORMAT,
        "version": 1,
        "work": item.record.id,
        "title": item.entry.title,
        "divisions": [_of_division(item, item.work, one, listed) for one in divisions(item.work)],
    }


def _of_division(item: EditionWork, work: Work, division: Division, listed: Sequence[Passage]) -> dict[str, Any]:
    """A division: its page, and in reading order the pages that begin in it and its passages.

    `pages` are the numbers, `unsure` those of them that were inferred, `first` the page on which it begins,
    `older` the ids under which passages were once known.
    """
    own = [passage for passage in listed if passage.division == division.key]
    inlines = (inline for passage in own for run in passage.runs for inline in flatten(run))
    beginnings = [page for page in inlines if isinstance(page, PageBeginning) and page.n is not None]
    first = work.page_at(division.start)
    ids = [passage.id for passage in own if passage.is_citable]
    fields = {
        "key": division.key,
        "title": division_title(division) if division.key else item.entry.title,
        "part": division.is_part,
        "address": url_of(division_path(item.record.id, division)),
        "printed": "" if division.is_part else printed_pages(work, division.start, division.end),
        "first": (first.n or "") if first else "",
        "pages": list(dict.fromkeys(page.n for page in beginnings)),
        "unsure": list(dict.fromkeys(page.n for page in beginnings if page.cert == "low")),
        "passages": ids,
        "older": {old: name for name in ids for old in work.aliases.get(name, ())},
    }
    return {name: value for name, value in fields.items() if value or name in {"key", "pages", "passages"}}


def _as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
