"""Note calls whose figures an emendation corrects."""

from pathlib import Path

import pytest

from build_edition.edition.words.emendations import Emendation, filed_in
from build_edition.edition.words.emending import apply
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Mark, Transcript

SOURCE = Source.from_text("The lamp.1 It was 191.2 then.\n", "lamp.txt")
CALLS = (Mark("ref", 9, 10, {"n": "1"}), Mark("ref", 22, 23, {"n": "2"}))


def corrected(read: str, reading: str) -> tuple[str, list[object]]:
    """The reading text, and the numbers of the calls in it."""
    record = Emendation.model_validate({"line": 1, "read": read, "as": reading, "cause": "character", "by": "me"})
    after = apply(Transcript(SOURCE, (), CALLS), filed_in([record], Path("lamp.yml"))).transcript
    return after.reading.text, [mark.get("n") for mark in after.of_kind("ref")]


@pytest.mark.parametrize(
    ("read", "reading", "numbers"),
    [
        ("lamp.1", "lamp.7", ["7", "2"]),
        ("lamp.1", "lamp.12", ["12", "2"]),
        ("lamp.1", "lamp.21", ["21", "2"]),
        ("lamp.1", "lamb.1", ["1", "2"]),
        ("lamp.1", "lamp.", ["2"]),
        ("191.2", "1919.2", ["1", "2"]),
    ],
)
def test_a_call_has_the_number_that_is_read(read: str, reading: str, numbers: list[str]) -> None:
    assert corrected(read, reading) == (SOURCE.text.replace(read, reading), numbers)


def test_a_call_is_not_lost_among_words() -> None:
    with pytest.raises(RecordError, match="would replace the note call '1' and what is beside it"):
        corrected("lamp.1", "lamb.2")
