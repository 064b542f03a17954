"""`data/status.json`: how far each work is proofread, by section and printed page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from build_edition.proofreading.sections import rows_of, states_of_pages
from build_edition.proofreading.standing import Standing, least, shares
from build_edition.publish.pages.proofreading import Proofread, proofread
from build_edition.whole import Whole

FORMAT = "build-edition/status"


def status_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """The file; a work of which no state is recorded is not in it."""
    found = [one for item in whole.works if (one := proofread(whole.project, item))]
    data = {"format": FORMAT, "version": 1, "works": [_of_work(one) for one in found]}
    yield "data/status.json", json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _of_work(found: Proofread) -> dict[str, Any]:
    sections = [
        {"section": row.key, "title": row.title, "pages": row.pages, **_state(row.standing)}
        for row in rows_of(found.parts, found.standing)
    ]
    pages = [
        {"n": page.n, "section": page.section, "state": page.state} for page in states_of_pages(found.standing)
    ]
    history = [step.model_dump(mode="json", exclude_none=True) for step in found.steps]
    told = {"sections": sections, "pages": pages, "history": history}
    return {"work": found.work_id, **_state(found.standing), **{key: said for key, said in told.items() if said}}


def _state(standing: Sequence[Standing]) -> dict[str, Any]:
    """The least state of a part, and how many words of it are in each."""
    words = {state: count for state, count in shares(standing).items() if count}
    return {"state": least(standing), "words": words}
