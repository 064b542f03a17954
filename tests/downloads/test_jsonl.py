"""JSON Lines: the corpus of the site, and before each work a line that says what it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from build_edition.downloads.passages import FORMAT
from build_edition.publish.data.corpus import corpus_of_site
from build_edition.whole import Whole
from tests.downloads.examples import file_named, said_by
from tests.downloads.taken import of_edition, of_work
from tests.writers.test_corpus import ink_of


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def assert_every_letter(whole: Whole, folder: Path) -> None:
    together = lines_of(of_edition(FORMAT, whole, folder))
    assert together == [line for item in whole.works for line in lines_of(of_work(FORMAT, whole, item, folder))]
    ((_, corpus),) = corpus_of_site(whole)
    passages = [line for line in together if line["kind"] != "about"]
    assert passages == [json.loads(line) for line in corpus.splitlines()]
    for item in whole.works:
        assert item.transcript is not None
        shown = "".join("".join(line["text"].split()) for line in together if line["work"] == item.record.id)
        assert shown == ink_of(item.transcript)


def test_every_letter_of_the_specimen_stands_in_it_in_order(whole: Whole, tmp_path: Path) -> None:
    assert_every_letter(whole, tmp_path)


def test_every_letter_of_the_five_works_stands_in_it_in_order(five_whole: Whole, tmp_path: Path) -> None:
    assert_every_letter(five_whole, tmp_path)


def test_the_first_line_of_a_work_says_what_it_is(whole: Whole, tmp_path: Path) -> None:
    for item in whole.works:
        first, second, *_ = lines_of(of_work(FORMAT, whole, item, tmp_path))
        assert list(first) == [*second, "about"]
        assert (first["work"], first["kind"], first["text"]) == (item.record.id, "about", "")
        assert first["about"]["source_sha256"] == item.record.source.sha256
        assert first["about"]["rights"] == "CC BY 4.0"
        assert first["about"]["version"] == whole.project.edition.version


def test_the_example_works(whole: Whole, tmp_path: Path) -> None:
    of_edition(FORMAT, whole, tmp_path).rename(tmp_path / file_named(FORMAT))
    said = said_by(FORMAT, tmp_path)
    assert said.startswith("Counter(")
    for item in whole.works:
        count = sum(len(passage.text.split()) for passage in whole.passages[item.record.id])
        assert f"'{item.record.id}': {count}" in said
