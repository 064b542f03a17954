"""All files of the API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from build_edition.whole import Whole
from build_edition.writers.dts.collections import collection_answers, resource
from build_edition.writers.dts.documents import documents
from build_edition.writers.dts.links import ENTRY, Links, opening
from build_edition.writers.dts.navigation import navigation_answers, navigation_path
from build_edition.writers.dts.units import units_of


def dts_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The entry, then collections, navigation and documents; nothing for an edition of which no text is here."""
    here = [item for item in whole.works if item.work]
    units = {item.record.id: units_of(item.work, whole.passages[item.record.id]) for item in here if item.work}
    if not units:
        return
    links = Links(whole.project.edition.address or "")
    yield ENTRY, _json({**opening("EntryPoint", links.to(ENTRY, ENTRY)), **links.endpoints(ENTRY)})
    for path, answer in collection_answers(whole, units, links):
        yield path, _json(answer)
    for item in here:
        work = item.record.id
        own = resource(whole.project, item, units, links, navigation_path(work))
        for path, answer in navigation_answers(own, units[work], links, whole.project.edition.language):
            yield path, _json(answer)
        yield from documents(whole.project, item, units[work])


def _json(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"
