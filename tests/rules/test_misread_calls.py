"""Calls whose figures OCR misread, on pages whose notes are read."""

from build_edition.rules import note_calls, notes
from tests.rules import scanned_page
from tests.rules.desk import transcribed

FEET = ("1 Roe, p. 4.", "2 Doe, p. 9.", "3 Ibid. p. 12.")


def page(*calls, foot):
    return scanned_page.page(*calls, foot=FEET[:foot])


def calls(*pages):
    text = "\f".join(pages)
    transcript = transcribed(text, notes, note_calls, layout="book")
    starts = [0, *(k + 1 for k, c in enumerate(text) if c == "\f")]
    refs = [(mark.start, mark.get("n"), mark.cert) for mark in transcript.of_kind("ref")]
    after = [*starts[1:], len(text)]
    return [[(n, cert) for at, n, cert in refs if a <= at < b] for a, b in zip(starts, after, strict=True)]


TAUGHT = (page(",!", ".?", foot=2), page(".!", ".?", foot=2), page(",!", ".?", ".®", foot=3), page(".!", foot=1))


def test_a_sign_that_stands_for_one_figure_tells_it_where_calls_are_lost():
    assert calls(*TAUGHT, page("", ".?", foot=2))[-1] == [("2", "low")]
    assert calls(*TAUGHT, page("! and", "", foot=3))[-1] == [("1", "low")]


def test_what_such_signs_leave_of_a_page_is_searched_again():
    assert calls(*TAUGHT, page(".!", ".®", foot=3))[-1] == [("1", "low")]


def test_a_sign_is_none_where_it_would_stand_for_another_figure():
    assert calls(*TAUGHT, *TAUGHT, page(".?", foot=1))[-1] == []


def test_an_exclamation_is_no_call():
    exclaimed = page(foot=2).replace("and paid no toll to", "and cried. No! they paid no")
    assert calls(*TAUGHT, exclaimed)[-1] == []


def test_too_few_signs_teach_nothing():
    assert calls(TAUGHT[0], page("", ".?", foot=2))[-1] == []
