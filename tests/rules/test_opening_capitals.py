import pytest

from build_edition.rules import transcribe
from build_edition.source import Source

REST = (
    "They asked one of the best of them, and when the ice went out of Alder it was even in the minutes.\n\n"
    "Nobody in Alder drank, and the best of the BWB went to Alder to see why the drink was left.\n\n"
)


def opening(text):
    return transcribe(Source.from_text(f"{text}\n\n{REST * 3}"), "web").reading.text.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ONE OF THE BEST men kept a book.", "One of the best men kept a book."),
        ("THE ice went out at noon that day.", "The ice went out at noon that day."),
        ("EVEN IN ALDER they kept a book of it.", "Even in Alder they kept a book of it."),
        ("“WHEN THE ice went, I saw it”, he wrote.", "“When the ice went, I saw it”, he wrote."),
    ],
)
def test_words_that_the_document_has_elsewhere_get_their_case(text, expected):
    assert opening(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "BWB lighters were the best of them.",  # an abbreviation
        "US lighters were the best of them.",  # too short to tell
        "THE QUXLEY men kept a book of it.",  # a word that nobody knows
        "IN ALDER AND OUT OF IT",  # no small letters follow
        "A man of Alder kept the book of it.",
    ],
)
def test_what_cannot_be_told_is_left(text):
    assert opening(text) == text
