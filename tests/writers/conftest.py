"""TEI documents to take away, of the specimen and of the five works, written once."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.writers.tei.corpus import write_edition
from build_edition.writers.tei.document import write_work


@pytest.fixture(scope="module", params=["specimen", "five"])
def edition_whole(request: pytest.FixtureRequest) -> Whole:
    found: Whole = request.getfixturevalue("whole" if request.param == "specimen" else "five_whole")
    return found


@pytest.fixture(scope="module")
def written(edition_whole: Whole) -> dict[str, str]:
    return {item.record.id: write_work(edition_whole, item) for item in edition_whole.works if item.work}


@pytest.fixture(scope="module")
def corpus(edition_whole: Whole) -> Any:
    return etree.fromstring(write_edition(edition_whole).encode())


@pytest.fixture(scope="module")
def roots(edition_whole: Whole, written: dict[str, str]) -> list[tuple[EditionWork, Any]]:
    here = [item for item in edition_whole.works if item.work]
    return [(item, etree.fromstring(written[item.record.id].encode())) for item in here]
