"""Notes that stand between the paragraphs of unwrapped text, at what was the foot of a page."""

import pytest

from build_edition.rules import (
    emphasis,
    lists,
    loose_pages,
    markdown_signs,
    note_calls,
    notes,
    paragraphs,
    paragraphs_unwrapped,
)
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values
from tests.rules.press import PROSE, RIVER, page, paragraph, set_lines

RULES = (loose_pages, markdown_signs, emphasis, notes, lists, paragraphs_unwrapped, note_calls)


def written(*lines):
    return transcribed("\n\n".join(lines), *RULES)


@pytest.mark.parametrize(
    ("call", "opening"),
    [
        ("<sup>{}</sup>", "<sup>{}</sup> "),
        ("<sup>{}</sup>", "<p><sup>{}</sup> "),
        ("$^{{{}}}$", "${{ }}^{{{}}}$ "),
        ("\\(^{{{}}}\\)", "\\(^{{{}}}\\) "),
        ("[{}]", "[{}] "),
        ("{}", "{} "),
        ("{}", "{}. "),
    ],
)
def test_a_note_answers_a_call_of_its_number(call, opening):
    first, second = (call.format(n) for n in (1, 2))
    transcript = written(
        f"{WOOL}{first} He kept hens.{second} And he sold them to the",
        f"{opening.format(1)}Ledger of the bridge, p. 4.",
        f"{opening.format(2)}Ledger of the hens, p. 9.",
        f"carters of the plain. {TOLL}",
    )
    assert values(transcript, "note", "n") == ["1", "2"]
    assert [text.split(maxsplit=1)[1].removesuffix("</p>") for text in readings(transcript, "note")] == [
        "Ledger of the bridge, p. 4.",
        "Ledger of the hens, p. 9.",
    ]
    assert values(transcript, "ref", "n") == ["1", "2"]
    assert len(readings(transcript, "p")) == 1, "the paragraph goes on over the notes"


def test_raised_figures_are_notes_by_themselves():
    transcript = written(f"{WOOL}¹", "¹ Ledger of the bridge.", "² Ledger of the hens.")
    assert [(note.get("n"), note.cert) for note in transcript.of_kind("note")] == [("1", "high"), ("2", "low")]


def test_numbers_count_anew():
    page = (f"{WOOL}1 {TOLL}2", "1 Ledger of the bridge.", "2 Ledger of the hens.")
    assert values(written(*page, *page), "note", "n") == ["1", "2", "1", "2"]


@pytest.mark.parametrize(
    "items",
    [
        ("1. bread from the mill;", "2. salt from the pans."),
        ("1 Bread from the mill", "2 Salt from the pans"),
        ("[1] Bread from the mill", "[2] Salt from the pans"),
    ],
)
def test_numbers_that_nothing_calls_are_no_notes(items):
    assert readings(written(WOOL, *items, TOLL), "note") == []


def test_a_list_is_none_where_other_notes_answer_the_calls():
    transcript = written(
        f"{WOOL}1 {TOLL}2", "1. bread from the mill;", "2. salt from the pans.", TOLL, "[^1]: A.", "[^2]: B."
    )
    assert readings(transcript, "note") == ["1. A.", "2. B."]
    assert len(readings(transcript, "item")) == 2


def test_years_and_sums_call_nothing():
    text = f"{WOOL} It cost 3.5 pounds in 1902, and 1,200 in all."
    assert readings(written(text, "5 Hens were left.", "200 Bales were sold."), "note") == []


def wrapped(*blocks):
    return transcribed(page(*blocks), notes, paragraphs, note_calls, layout="book")


@pytest.mark.parametrize("opening", ["[{}] ", "[Footnote {}: ", "[Note {}. "])
def test_in_wrapped_text_without_pages_a_note_is_a_block(opening):
    shut = "]" if "ote" in opening else ""
    first, second = (f"{opening.format(n)}{set_lines(RIVER)}{shut}" for n in (1, 2))
    transcript = wrapped(paragraph(f"{PROSE}Eels.[1]"), first, paragraph(f"{RIVER}Hens.[2]"), second, paragraph())
    assert values(transcript, "note", "n") == values(transcript, "ref", "n") == ["1", "2"]
    number = ". " if shut else " "
    assert readings(transcript, "note") == [f"{n}{number}{set_lines(RIVER)}" for n in (1, 2)]
    assert len(readings(transcript, "p")) == 3, "what stands behind a note begins anew"


def test_a_named_note_ends_with_its_bracket():
    inner = "[Footnote A: See the ledger.\n\nThe miller [so he says] kept it.]"
    (note,) = readings(wrapped(paragraph(f"{PROSE}Eels.[A]"), inner, paragraph()), "note")
    assert note == "A. See the ledger.\n\nThe miller [so he says] kept it."
