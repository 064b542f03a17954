"""The files from which a reader cites a work, beside its page: `cite.json`, `cite.bib` and `cite.ris`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from build_edition.apparatus.divisions import divisions
from build_edition.edition.ledger import version_name
from build_edition.pipeline import EditionWork
from build_edition.publish.cite.exports import bibtex, csl_item, ris
from build_edition.publish.cite.places import number_at
from build_edition.publish.cite.runs import Runs, as_text
from build_edition.publish.cite.works import Styled, edition_words
from build_edition.whole import Whole
from build_edition.work import Work
from build_edition.writers.markdown import notes_by_key


def citation_files(whole: Whole, cited: Mapping[str, tuple[Styled, ...]]) -> Iterator[tuple[str, str]]:
    """The path and the text of each; `at` in `cite.json` is the version as addresses have it."""
    edition = whole.project.edition
    said = edition_words(edition)
    for item in whole.works:
        if item.work is None:
            continue
        folder = f"works/{item.record.id}"
        address = edition.at(f"{folder}/")
        forms = {"bib": bibtex(item.entry, said), "ris": ris(item.entry, said)}
        told = {**_told(item, item.work, cited.get(item.record.id, ())), "forms": forms, "edition": said}
        told["at"] = version_name(edition.version)
        yield f"{folder}/cite.json", json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
        for name, runs in forms.items():
            yield f"{folder}/cite.{name}", as_text(runs, {"url": address})


def _told(item: EditionWork, work: Work, styles: tuple[Styled, ...]) -> dict[str, Any]:
    """The citations of a work, and the printed pages that the place of things on its pages does not tell.

    `opens` has by the key of each division the page that it begins on, `notes` by its key that of each note.
    """
    return {
        "format": "build-edition/citations",
        "version": 1,
        "work": item.record.id,
        "styles": [
            {
                "key": style.key,
                "name": style.name,
                "parts": [{"name": part.name, **_runs(part.paged, part.unpaged)} for part in style.parts],
            }
            for style in styles
        ],
        "csl": csl_item(item.entry),
        "opens": {one.key: number_at(work, one.start) for one in divisions(work)},
        "notes": {key: number_at(work, note.start) for key, note in notes_by_key(work).items()},
    }


def _runs(paged: Runs, unpaged: Runs) -> dict[str, Runs]:
    return {"paged": paged} if paged == unpaged else {"paged": paged, "unpaged": unpaged}
