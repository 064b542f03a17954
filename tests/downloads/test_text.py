"""Plain text: every word in order, under a head that says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition.downloads.plain_text import FORMAT, NEW_PAGE, RULE
from build_edition.errors import InputError
from build_edition.whole import Whole
from tests.downloads.examples import file_named, said_by
from tests.downloads.taken import assert_same, bare, calls_in, of_edition, of_work
from tests.edition_folder import EditionFolder
from tests.site_folder import prepared


def assert_every_word(whole: Whole, folder: Path) -> None:
    parts = of_edition(FORMAT, whole, folder).read_text(encoding="utf-8").split(NEW_PAGE)
    assert len(parts) == len(whole.works) + 1
    for item, part in zip(whole.works, parts[1:], strict=True):
        text = of_work(FORMAT, whole, item, folder).read_text(encoding="utf-8")
        assert text == part
        passages = whole.passages[item.record.id]
        words = text.partition(f"{RULE}\n")[2]
        wanted = " ".join(passage.text for passage in passages)
        assert_same(bare(words, passages), bare(wanted, passages), item.record.id)
        for call in calls_in(passages):
            assert f"[{call.text.strip()}]" in words


def test_every_word_of_the_specimen_stands_in_it_in_order(whole: Whole, tmp_path: Path) -> None:
    assert_every_word(whole, tmp_path)


def test_every_word_of_the_five_works_stands_in_it_in_order(five_whole: Whole, tmp_path: Path) -> None:
    assert_every_word(five_whole, tmp_path)


def test_every_paragraph_stands_on_a_line_of_its_own(whole: Whole, tmp_path: Path) -> None:
    for item in whole.works:
        passages = whole.passages[item.record.id]
        text = of_work(FORMAT, whole, item, tmp_path).read_text(encoding="utf-8").partition(f"{RULE}\n")[2]
        lines = [bare(line, passages) for line in text.splitlines()]
        for passage in passages:
            if passage.kind == "p":
                assert bare(passage.text, passages) in lines


def test_it_says_what_it_is(whole: Whole, tmp_path: Path) -> None:
    item = whole.works[0]
    head = of_work(FORMAT, whole, item, tmp_path).read_text(encoding="utf-8").partition(RULE)[0]
    assert f"Work: {item.record.id}\n" in head
    assert f"Source sha256: {item.record.source.sha256}\n" in head
    assert "Rights: CC BY 4.0\n" in head
    assert f"Citation: {item.entry.citation_text()}\n" in head
    assert "Edition: Three Texts on the Waters of Velm: " in head
    assert "Made by: build-edition " in head


def test_a_work_without_its_source_is_refused_and_the_edition_tells_of_it(
    edition: EditionFolder, tmp_path: Path
) -> None:
    (edition.root / "sources/miller-1901.txt").unlink()
    whole = prepared(edition.root)
    with pytest.raises(InputError, match=r"the source of miller-1901"):
        of_work(FORMAT, whole, whole.works[0], tmp_path)
    text = of_edition(FORMAT, whole, tmp_path).read_text(encoding="utf-8")
    assert "Supply: The source is not here. It is made by the test.\n" in text


def test_the_example_works(whole: Whole, tmp_path: Path) -> None:
    of_work(FORMAT, whole, whole.works[0], tmp_path).rename(tmp_path / file_named(FORMAT))
    lines = said_by(FORMAT, tmp_path).splitlines()
    assert lines
    for line in lines:
        count, word = line.split()
        assert int(count) > 0
        assert word.casefold().startswith("work")
