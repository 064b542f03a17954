"""What a page is told of the records that decide on its words, and of lines that it shares with another page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_edition.corrections.digests import line_digests
from build_edition.edition.words.emendations import Emendation
from build_edition.source import Source
from build_edition.writers.page.held import held_words
from tests.site_folder import BuiltSite

SOURCE = Source.from_text("The lan Spencr wrote a a letter.\n")


def record(**said: object) -> Emendation:
    return Emendation.model_validate({"line": 1, "cause": "character", "by": "A.", **said})


@pytest.mark.parametrize(
    ("said", "spans"),
    [
        ({"read": "lan Spencr", "as": "Ian Spencer"}, [(4, 7), (8, 14)]),
        ({"read": "The lan", "as": "The Ian"}, [(4, 7)]),
        ({"read": "a", "nth": 3, "perhaps": "the"}, [(23, 24)]),
        ({"read": "Spencr", "cause": "slip"}, [(8, 14)]),
        ({"read": "a letter", "stet": True, "cause": None}, [(23, 31)]),
    ],
)
def test_only_the_words_that_a_record_decides_on_are_held(
    said: dict[str, object], spans: list[tuple[int, int]]
) -> None:
    held = held_words([record(**said)], SOURCE)
    assert [(one["start"], one["end"]) for one in held] == spans
    assert {one["read"] for one in held} == {said["read"]}
    assert {SOURCE.text[one["at"] :].startswith(str(said["read"])) for one in held} == {True}


def test_each_line_bears_its_digest_and_all_records_are_told(specimen_site: BuiltSite) -> None:
    for item in specimen_site.works:
        assert item.source is not None
        digests = line_digests(item.source)
        told: list[dict[str, object]] = []
        for path in Path(specimen_site.result.output).glob(f"works/{item.record.id}/**/source.json"):
            data = json.loads(path.read_text(encoding="utf-8"))
            assert all(line["seen"] == digests[line["n"] - 1] for line in data["lines"])
            assert data["newline"] == "\n"
            told += data["held"]
        records = specimen_site.project.emendations.get(item.record.id, ())
        assert {(one["line"], one["read"]) for one in told} == {(one.line, one.read) for one in records}


def test_of_a_line_that_is_cut_a_page_has_the_rest(specimen_site: BuiltSite) -> None:
    for item in specimen_site.works:
        assert item.source is not None
        for path in Path(specimen_site.result.output).glob(f"works/{item.record.id}/**/source.json"):
            for line in json.loads(path.read_text(encoding="utf-8"))["lines"]:
                whole = line.get("before", "") + line["text"] + line.get("after", "")
                assert whole == item.source.lines[line["n"] - 1].text
