"""What the signs of a paragraph are worth in one text."""

from dataclasses import replace

import pytest

from build_edition.rules.evidence.layout.left_edges import shifts_of
from build_edition.rules.evidence.layout.measure import measure_of
from build_edition.rules.evidence.paragraphs.after_displays import by_length, odds_anew
from build_edition.rules.evidence.paragraphs.edges import estimated
from build_edition.rules.evidence.paragraphs.fullness import last_to_middle, step_of
from build_edition.rules.evidence.paragraphs.joints import joints
from build_edition.rules.evidence.paragraphs.learning import learn
from build_edition.rules.evidence.paragraphs.signs import Narrow
from build_edition.rules.evidence.paragraphs.speech import is_open_after, speech_at, speeches_within
from build_edition.source import Source
from tests.rules.press import MEASURE, PROSE, RIVER, page, paragraph, set_lines

TEXTS = (PROSE * 2, RIVER * 2, PROSE + RIVER, RIVER + PROSE, PROSE * 3)


def joints_of(text):
    source = Source.from_text(text)
    live = [line for line in source.lines if not line.is_blank]
    measure = measure_of(source)
    edges = estimated(live, shifts_of(live, set(), measure), measure)
    return joints(live, edges, [False] * len(live), measure)


def signs_of(text):
    return learn(joints_of(text), keeps_indents=False)


def test_the_rest_of_a_paragraph_is_shorter_than_a_paragraph():
    whole = [900, 1100, 1000] * 5
    assert by_length(whole, [950, 1050] * 10) > 0 > by_length(whole, [600, 500] * 10)


def test_without_lengths_most_texts_under_displays_go_on():
    signs = signs_of(page(*map(paragraph, TEXTS)))
    assert odds_anew([], [], [], signs) == odds_anew([], [900], [], signs) < 0


def test_lines_as_narrow_as_first_ones_begin_paragraphs_under_displays():
    narrow = Narrow(first=0.06, other=0.0, spread=0.03, errors=6.0)
    signs = replace(signs_of(page(*map(paragraph, TEXTS))), narrow=narrow)
    joint = next(joint for joint in joints_of(page(*map(paragraph, TEXTS))) if joint.opening == "capital")
    anew, on = ([joint._replace(inset=inset)] * 4 for inset in (0.07, 0.0))
    assert odds_anew(anew, [], [], signs) > 0 > odds_anew(on, [], [], signs)
    by_chance = replace(signs, narrow=narrow._replace(errors=3.0))
    assert odds_anew(anew, [], [], by_chance) < 0


def test_many_texts_under_displays_none_of_which_goes_on_in_mid_sentence_begin_paragraphs():
    signs = signs_of(page(*map(paragraph, TEXTS)))
    joint = next(joint for joint in joints_of(page(*map(paragraph, TEXTS))) if joint.opening == "capital")
    few, many = (odds_anew([joint] * times, [], [], signs) for times in (5, 30))
    with_some = odds_anew([joint] * 30 + [joint._replace(opening="small")] * 3, [], [], signs)
    assert many > 0 > with_some
    assert few < 0


@pytest.mark.parametrize("end", [".” “3", ". “20", ".>3°", ".” ~3°", ".°>", ".” 12"])
def test_a_call_misread_behind_a_stop_hides_no_end_of_a_sentence(end):
    first, second, *_ = paragraph(PROSE).split("\n")
    joint = joints_of("\n".join([first + end, "The " + second]))[0]
    assert joint.ending == "stop"
    assert not joint.spoken


def test_a_stop_with_a_space_before_it_is_of_an_ellipsis():
    first, second, *_ = paragraph(PROSE).split("\n")
    assert joints_of("\n".join([first + " . . .", "The " + second]))[0].ending == "open"


def test_titles_among_whole_paragraphs_do_not_make_what_goes_on_look_whole():
    signs = replace(signs_of(page(*map(paragraph, TEXTS))), narrow=Narrow(0.06, 0.0, 0.03, 6.0))
    assert odds_anew([], [40, 900, 50, 1000], [800] * 8, signs) == odds_anew([], [], [], signs)


def test_a_line_without_room_tells_by_what_it_leaves_empty():
    every = joints_of("\n".join(map(paragraph, TEXTS * 4)))
    weights = last_to_middle(every, [joint for joint in every if joint.opening == "small"])
    assert weights[-1] > weights[-5] > 1
    full = min(every, key=lambda joint: abs(joint.rest))
    assert weights[step_of(full)] < 1


def test_a_line_too_wide_for_any_is_no_sign_of_a_last_one():
    every = joints_of("\n".join(map(paragraph, TEXTS)))
    assert last_to_middle(every, every)[0] <= 1


def test_speeches_meet_open_run_on_and_close():
    assert speech_at("“Who cleared the race?”", "“Nobody.”", spoken=False) == "meets"
    assert speech_at("He came in.", "“Nobody.”", spoken=False) == "opens"
    assert speech_at("and nobody came.", "“Still the wheel", spoken=True) == "renewed"
    assert speech_at("and nobody came.", "Still the wheel", spoken=True) == "runs on"
    assert speech_at("and nobody came.”7", "Still the wheel", spoken=False) == "closed"
    assert speech_at("and nobody came.", "Still the wheel", spoken=False) == "none"


def test_a_speech_is_open_until_it_is_shut():
    assert is_open_after("he said: “Nobody", before=False)
    assert is_open_after("came that year,", before=True)
    assert not is_open_after("nor the next,” and", before=True)


def test_what_sentences_within_lines_do_to_speeches():
    inks = ["came in. “Nobody came. And yet” he", "nobody came. And” he went.” Then"]
    assert list(speeches_within(inks)) == ["opens", "runs on", "runs on", "closed"]


def test_lost_stops_make_a_line_without_one_less_of_a_sign():
    clean = [paragraph(text + "And so it was.") for text in TEXTS * 3]
    lost = [text[:-1] + "," if k % 4 == 0 else text for k, text in enumerate(clean)]
    assert signs_of(page(*lost)).endings["comma"] > signs_of(page(*clean)).endings["comma"]


def test_first_lines_as_wide_as_others_were_never_indented():
    assert signs_of(page(*map(paragraph, TEXTS * 4))).narrow is None


def set_in(text, indent=2_000):
    """A paragraph whose first line stood in, the spaces lost."""
    lines = set_lines("w" * (indent // 722) + " " + text, MEASURE).split("\n")
    return "\n".join([lines[0].partition(" ")[2], *lines[1:]])


def test_lost_indents_show_by_narrow_first_lines_among_verse_and_tables():
    texts = [set_in(text) for text in TEXTS * 4]
    assert signs_of(page(*texts)).narrow
    assert signs_of(page(*texts, *["w" * 60] * 15)).narrow


def test_what_nearly_fitted_leaves_no_more_empty_than_another_word():
    joint = next(joint for joint in joints_of(page(*map(paragraph, TEXTS))) if joint.room is not None)
    assert step_of(joint._replace(room=-0.01, rest=0.2)) == step_of(joint._replace(room=-0.1, rest=0.2))
    assert step_of(joint._replace(room=-0.01, rest=0.05)) != step_of(joint._replace(room=-0.1, rest=0.05))


def test_a_line_that_a_program_broke_in_two_shows_by_more_than_one_sign():
    signs = signs_of(page(*map(paragraph, TEXTS * 8)))
    joint = next(joint for joint in joints_of(page(*map(paragraph, TEXTS * 8))) if joint.ending == "stop")
    shown = joint._replace(blank=True, room=0.6, rest=0.7)
    assert signs.begins(shown)
    assert signs.begins(shown._replace(ending="open"))
    assert not signs.begins(shown._replace(ending="open", opening="bracket"))


def test_what_a_colon_announced_may_be_lost():
    signs = signs_of(page(*map(paragraph, TEXTS * 40)))
    joint = next(joint for joint in joints_of(page(*map(paragraph, TEXTS))) if joint.ending == "stop")
    short = joint._replace(room=0.6, rest=0.7, at_page=True)
    assert signs.layout(short) > signs.layout(short._replace(ending="colon"))


@pytest.mark.parametrize(("after", "opening"), [("fKept at the ferry", "capital"), ("kept at the ferry", "small")])
def test_a_speck_read_as_a_letter_before_a_capital(after, opening):
    assert joints_of(f"The wheel stood still.\n{after}")[0].opening == opening


def test_a_dash_after_a_colon_is_no_hyphen():
    endings = [joint.ending for joint in joints_of("He said:--\nThat is:-\nAnd so the neigh-\nbour—")]
    assert endings == ["colon", "colon", "hyphen"]


def test_single_marks_within_a_speech_do_not_renew_it():
    assert speech_at("And he said so.", "“It stood still.”", spoken=True) == "renewed"
    assert speech_at("And he said so.", "‘It stood still.’”", spoken=True) == "runs on"
    assert speech_at("And he said so.", "‘It stood still.’", spoken=False) == "opens"


def test_a_speech_that_meets_another_has_lost_its_stop():
    assert joints_of("And so it stood still”\n“Until Lammas.”")[0].ending == "stop"
    assert joints_of("And so it “stood still”\nuntil Lammas.")[0].ending == "open"


def test_small_letters_that_stand_in_after_a_sentence_are_a_capital_misread():
    text = "\n".join("   " + paragraph(text + "And so it was.") for text in TEXTS * 3)
    misread = text.replace("   Downstream", "   downstream", 1)
    every = joints_of(misread)
    signs = learn(every, keeps_indents=True)
    at = next(joint for joint in every if joint.after.ink.startswith("downstream"))
    assert signs.begins(at)
    assert not signs.begins(at._replace(ending="open"))


def test_paragraphs_of_one_line_stand_in_one_under_another():
    talk = "    “Who cleared the race?”\n    “Nobody.”\n    “Whose are the spades, then, if nobody’s?”\n"
    text = "\n".join("  " + paragraph(text) for text in TEXTS * 2) + "\n"
    edges = [joint.edge for joint in joints_of(text + talk + paragraph(PROSE) + "\n" + text)]
    assert edges[text.count("\n") - 1 :][:4] == ["indent", "indent", "indent", "flush"]


@pytest.mark.parametrize(
    ("end", "ending"), [("and now—", "dash"), ("[the first book]", "shut"), ("his “wheel”", "shut")]
)
def test_a_line_that_ends_with_a_dash_or_a_closing_mark_may_end_a_paragraph(end, ending):
    text = page(*map(paragraph, TEXTS * 2))
    joint = joints_of(f"He sang {end}\nThe ferryman slept.")[0]
    assert joint.ending == ending
    assert joints_of(f"He sang {end}\nof the ferryman.")[0].ending == "open"
    assert signs_of(text).endings[ending] > signs_of(text).endings["open"]


def test_a_first_line_that_a_program_has_joined_with_the_next_is_still_narrower():
    texts = [set_in(text).split("\n") for text in TEXTS * 4]
    joined = [
        "\n".join([lines[0] + " " + lines[1], *lines[2:]]) if n % 2 else "\n".join(lines)
        for n, lines in enumerate(texts)
    ]
    every = joints_of("\n".join(joined))
    signs = learn(every, keeps_indents=False)
    first = {joint.printed: joint for joint in every if joint.after.ink.startswith(("The mill", "Downstream"))}
    assert first.keys() == {1, 2}
    assert signs.by_width(first[2]) > 0
    alone = first[1]._replace(inset=0.07)
    assert signs.by_width(alone) > signs.by_width(alone._replace(printed=2)) > 0
