"""Digests of lines: they tell whether a line is the one that was seen, and nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition.corrections.digests import KeptLines, line_digests, lines_path, parse, read
from build_edition.errors import RecordError
from build_edition.source import Source

SOURCE = Source.from_text("The weir.\nThe weir.\n" + "A barge.\n" * 40)


def test_each_line_has_four_digits_of_its_own_place_and_text() -> None:
    digests = line_digests(SOURCE)
    assert len(digests) == len(SOURCE.lines) == 43
    assert all(len(digest) == 4 and int(digest, 16) >= 0 for digest in digests)
    assert digests[0] != digests[1]  # the same words elsewhere
    assert line_digests(Source.from_text(SOURCE.text + "More.")) != digests  # and in another text
    assert digests == line_digests(Source.from_text(SOURCE.text))


def test_the_file_gives_back_what_was_kept(tmp_path: Path) -> None:
    kept = KeptLines.of(SOURCE)
    path = tmp_path / lines_path("weir-1901")
    path.parent.mkdir(parents=True)
    path.write_text(kept.text("weir-1901"), encoding="utf-8")
    assert read(tmp_path, "weir-1901") == kept
    assert read(tmp_path, "mill-1901") is None
    rows = [line for line in kept.text("weir-1901").splitlines() if line[0].isdigit()]
    assert [row.split(":")[0] for row in rows] == ["1", "17", "33"]
    assert "weir." not in kept.text("weir-1901")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("lines 43", "lines 44", "has digests of 43 lines and says 44"),
        ("\nsource ", "\n# source ", "does not say of which source it is"),
        ("17: ", "18: ", "is no row of digests"),
        ("17: ", "17: zzzz ", "is no row of digests"),
        ("lines 43\n", "lines 43\nand words\n", "is no row of digests: 'and words'"),
    ],
)
def test_a_damaged_file_is_refused(old: str, new: str, what: str) -> None:
    text = KeptLines.of(SOURCE).text("weir-1901")
    assert old in text
    with pytest.raises(RecordError, match=what) as caught:
        parse(text.replace(old, new, 1).splitlines(), "edition/lines/weir-1901.txt")
    assert caught.value.where.startswith("edition/lines/weir-1901.txt")
    assert caught.value.remedy == "Write it again: build-edition lines keep"
