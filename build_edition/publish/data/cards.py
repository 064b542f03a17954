"""The cards of every page, as a file beside it: what its links lead to, by the address that they lead to."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_edition.apparatus.divisions import divisions
from build_edition.publish.addresses import Addresses, division_path, url_of
from build_edition.publish.cite.citations import Citations
from build_edition.whole import Whole
from build_edition.writers.cards import CardWriter

FILE = "cards.json"


def card_files(whole: Whole, addresses: Addresses, citations: Citations) -> Iterator[tuple[str, str]]:
    """A file for every page of a text, and for every other page that has links to what the edition knows.

    `addresses` are those that the pages were made with: they remember what each page asked for.
    """
    writer = CardWriter(whole, {key: words.runs for key, words in citations.entries.items()})
    texts = [
        url_of(division_path(item.record.id, division))
        for item in whole.works
        if item.work
        for division in divisions(item.work)
    ]
    for page in dict.fromkeys([*texts, *addresses.asked]):
        found = {
            address: card
            for kind, target in sorted(addresses.asked.get(page, ()))
            if (address := addresses.of(kind, target)) and (card := writer.card(kind, target))
        }
        data = {"format": "build-edition/cards", "version": 1, "cards": found}
        yield f"{page.lstrip('/')}{FILE}", json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
