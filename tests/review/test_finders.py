"""What each finder finds, and what looks like it and is left alone."""

import pytest

from build_edition.review.finders.balance import balance
from build_edition.review.finders.calls import calls
from build_edition.review.finders.marks import changes, marks
from build_edition.review.finders.odd_words import odd_words
from build_edition.review.finders.repeats import repeats
from build_edition.review.finders.spacing import spacing
from build_edition.review.finders.suspects import suspects
from build_edition.transcript import Intervention, Mark
from tests.review.desks import desk_of


def words(desk, found):
    return [desk.source.text[one.start : one.end] for one in found]


def test_a_word_in_no_list_that_resembles_one_in_use_is_odd():
    desk = desk_of("The barge lay in the harbuor. The harbour was full, and the harbour master slept.")
    (found,) = odd_words(desk)
    assert desk.source.text[found.start : found.end] == "harbuor"
    assert found.candidates[0].reading == "harbour"
    assert found.candidates[0].evidence == "stands 2 times in these works"
    assert found.evidence == ("“harbuor” is in no list of English words, and stands only here.",)
    assert found.wrong > 0.8


def test_a_word_that_resembles_none_is_odd_too_but_less_likely_wrong():
    desk = desk_of("The miller kept a brundlewharn behind the harbuor, and the harbour was full.")
    likely = {desk.source.text[one.start : one.end]: one for one in odd_words(desk)}
    assert set(likely) == {"brundlewharn", "harbuor"}
    assert likely["brundlewharn"].candidates == ()
    assert likely["brundlewharn"].wrong < likely["harbuor"].wrong


@pytest.mark.parametrize(
    "text",
    [
        "The lock was unmillered by the wind, and the mill stood still.",  # an affix makes it of a word in use
        "They met at Brundlewharn on the river, where nobody slept.",  # a name
        "The pellar opened the gate. A pellar sleeps little. No pellar drinks. Every pellar counts.",  # used often
        "He read a novel on the boat and the boat went down the river to the sea.",
    ],
)
def test_what_is_derived_a_name_often_used_or_common_is_not_odd(text):
    assert list(odd_words(desk_of(text))) == []


def test_words_of_the_glossary_are_not_odd():
    desk = desk_of("The brundlewharn was full, and the miller slept in the sun.")
    assert words(desk, odd_words(desk)) == ["brundlewharn"]
    known = desk.vocabulary.__class__(desk.vocabulary.lexicons, frozenset({"brundlewharn"}))
    assert list(odd_words(desk.__class__(desk.id, desk.work, known))) == []


def test_words_that_stand_twice_are_found_across_a_line_end_too():
    text = "The miller paid the\nthe tax. He paid for the lamp for the lamp in spring."
    desk = desk_of(text)
    once, twice = repeats(desk)
    assert words(desk, [once, twice]) == ["the\nthe", "for the lamp for the lamp"]
    assert once.candidates[0].reading == "the"
    assert twice.candidates[0].reading == "for the lamp"
    assert once.evidence == ("“the” stands twice in a row.", "A line ends between the two.")
    assert once.wrong > twice.wrong


def test_what_may_well_stand_twice_is_hardly_wrong_and_two_blocks_repeat_nothing():
    (found,) = repeats(desk_of("He had had two eyes and one lamp."))
    assert found.wrong < 0.2
    assert list(repeats(desk_of("He paid the miller\n\nMiller and lamp were old."))) == []


def test_a_paragraph_whose_marks_do_not_balance_is_found_at_the_mark():
    text = "He said: “The lamp is mine.\n\nShe said: “The lamp is old.” They slept.\n\nNo lamp” was lit."
    desk = desk_of(text)
    assert words(desk, balance(desk)) == ["“The", "lamp”"]


def test_a_quotation_over_several_paragraphs_balances():
    text = "He said: “The lamp is mine.\n\n“The tax is not. It was never mine.”\n\nThey slept."
    assert list(balance(desk_of(text))) == []


@pytest.mark.parametrize(
    ("text", "stands", "reading"),
    [
        ("They ground 12, 500 sacks.", "12, 500", "12,500"),
        ("The lamp , which was old, went out.", "lamp ,", "lamp,"),
        ("The lamp,, which was old, went out.", "lamp,,", "lamp,"),
        ("The lamp.The miller slept.", "lamp.The", "lamp. The"),
        ("The lamp ( an old one) went out.", "( an", "(an"),
    ],
)
def test_spaces_and_stops_that_do_not_belong(text, stands, reading):
    desk = desk_of(text)
    (found,) = spacing(desk)
    assert words(desk, [found]) == [stands]
    assert [one.reading for one in found.candidates] == [reading]


def test_numbers_in_a_row_and_abbreviations_are_left_alone():
    desk = desk_of("See pages 12, 134 and 201, etc., and no. 4. The end . . . was near.")
    assert list(spacing(desk)) == []


def test_what_rules_suspect_bears_their_evidence_and_the_usage_of_the_candidates():
    text = "The orchad was old. An orchard, an orchard."
    mark = Mark(
        "suspect", 4, 10, {"reason": "word", "candidates": "orchard|orchid", "evidence": "It is hardly a word."}
    )
    (found,) = suspects(desk_of(text, [mark]))
    assert (found.kind, found.topic, found.evidence) == ("suspect", "word", ("It is hardly a word.",))
    assert [(one.reading, one.evidence) for one in found.candidates] == [
        ("orchard", "stands 2 times in these works"),
        ("orchid", ""),
    ]
    editors = Mark("suspect", 4, 10, {"cert": "low", "candidates": "orchard"})
    assert list(suspects(desk_of(text, [editors]))) == []


def test_marks_and_changes_of_low_certainty_are_found():
    text = "A Lamp\n\nThe miller paid [the] tax."
    head = Mark("head", 0, 6, {"level": 3, "cert": "low"})
    change = Intervention(24, 25, "(", "misread-bracket", "low")
    desk = desk_of(text, [head], [change])
    (mark,), (changed,) = marks(desk), changes(desk)
    assert (mark.topic, mark.evidence) == (
        "head",
        ("A rule takes this for a heading of level 3, and is not certain.",),
    )
    assert words(desk, [changed]) == ["[the]"]
    assert changed.candidates[0].reading == "(the]"
    sure = Mark("head", 0, 6, {"level": 3})
    assert list(marks(desk_of(text, [sure]))) == []


def test_a_number_that_calls_pass_over_is_a_lost_call():
    text = "The lamp1 was old. The tax was new. The mill3 stood still."
    first, last = text.index("1"), text.index("3")
    refs = [Mark("ref", first, first + 1, {"n": "1"}), Mark("ref", last, last + 1, {"n": "3"})]
    (found,) = calls(desk_of(text, refs))
    assert (found.reason, found.evidence) == (
        "2",
        ("Note 2 is passed over.", "Its call stood after call 1 on line 1 and before call 3 on line 1."),
    )


def test_a_suspect_that_the_glossary_has_is_hardly_wrong_and_one_that_comes_again_less_likely():
    text = "The pellar was old. The orchad was new."
    marks = [
        Mark("suspect", at, at + 6, {"reason": "word", "candidates": "x"}) for at in (4, text.index("orchad"))
    ]
    desk = desk_of(text, marks)
    known = desk.__class__(
        desk.id, desk.work, desk.vocabulary.__class__(desk.vocabulary.lexicons, frozenset({"pellar"}))
    )
    term, other = suspects(known)
    assert term.wrong < 0.3 < other.wrong
    assert term.evidence[-1] == "The glossary or a register has “pellar”."
    again = desk_of(f"{text} An orchad, an orchad.", marks)
    assert list(suspects(again))[1].wrong < other.wrong
