"""Paragraphs: where they begin, go on and resume."""

from dataclasses import replace

import pytest

from build_edition.rules import forme_work, page_beginnings, paragraphs, quotations, thematic_breaks
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.measure import line_width, measure_of
from build_edition.rules.evidence.paragraphs.edges import estimated
from build_edition.rules.evidence.paragraphs.joints import joints
from build_edition.source import Source
from tests.rules.press import PROSE, RIVER, display, drafted, page, paragraph, read, set_lines

BODY = paragraph(PROSE * 2)


def found(text):
    draft = drafted(text, forme_work, page_beginnings, quotations, paragraphs)
    return draft, draft.marks("p")


def test_blank_lines_part_paragraphs():
    draft, marks = found(page(BODY, paragraph(RIVER)))
    assert [read(draft, mark)[:9] for mark in marks] == ["The mill ", "Downstrea"]


def test_a_paragraph_runs_over_the_blank_line_after_a_note_number():
    _, marks = found(
        page(BODY, paragraph(RIVER) + "\nand the miller, who had seen no sea,3", "asked what it was.", BODY)
    )
    assert len(marks) == 3


def test_a_paragraph_runs_over_the_page_in_mid_sentence():
    lines = paragraph(RIVER * 2 + "And so it was in every winter.").split("\n")
    last = paragraph("However that may be, " + PROSE)
    text = "\n\f".join([BODY, "\n".join(lines[:3]) + "\n", "\n".join(lines[3:]) + "\n", last])
    _, marks = found(text)
    assert len(marks) == 3


def test_the_text_after_a_display_resumes_its_paragraph():
    words = "no wheel turns for him who only looks at the water and who does not mend his own sluice in time.12"
    text = page(BODY, paragraph(RIVER + "The miller said,"), display(words), BODY, paragraph(RIVER))
    _, marks = found(text)
    assert [bool(mark.get("continues")) for mark in marks] == [False, False, True, False]


def test_a_line_too_wide_for_an_indent_goes_on_after_a_note_number():
    upper, wide = paragraph(RIVER).split("\n"), paragraph(PROSE).split("\n")
    full = paragraph(RIVER * 2).split("\n")[1]
    wide[0] = full + "ww"
    _, marks = found(page(BODY, "\n".join(upper[:2]) + "\n" + full[:-2] + ".7", "\n".join(wide), BODY))
    assert len(marks) == 3
    assert all(mark.cert == "high" for mark in marks)


def test_a_sentence_that_ends_far_short_of_the_measure_ends_its_paragraph():
    first = paragraph(PROSE * 2 + RIVER * 2).split("\n")[:4]
    _, marks = found(page(BODY, "\n".join([*first, "and that was all.", paragraph(PROSE)]), BODY))
    assert len(marks) == 4


def test_small_letters_after_a_full_line_with_a_colon_go_on_over_the_page():
    lines = paragraph(PROSE * 3).split("\n")
    upper = [*lines[:3], lines[3][:-2] + "w:"]
    lower = "w" + paragraph(RIVER)[1:]
    text = "\n\f".join([BODY, page(BODY, "\n".join(upper)) + "\n", page(lower, BODY), BODY])
    _, marks = found(text)
    assert [read(drafted(text), mark)[:1] for mark in marks].count("w") == 0


def test_first_line_indents_part_paragraphs():
    text = "\n".join("   " + paragraph(PROSE) for _ in range(6))
    _, marks = found(text)
    assert len(marks) == 6


def test_a_setting_without_indents_or_blank_lines_shows_its_paragraphs_by_short_last_lines():
    texts = [PROSE * 2, RIVER * 2, PROSE + RIVER, RIVER + PROSE, PROSE * 2 + "It was so.", RIVER * 2]
    _, marks = found("\n".join(map(paragraph, texts)))
    assert len(marks) == len(texts)


def test_blank_lines_that_stand_anywhere_say_nothing():
    lines = [line for text in (PROSE * 2, RIVER * 2, PROSE + RIVER) * 3 for line in paragraph(text).split("\n")]
    draft = drafted("".join(line + "\n" * (1 + i % 2) for i, line in enumerate(lines)), paragraphs)
    assert len(draft.marks("p")) == 9


def test_small_letters_go_on_over_a_blank_line_that_an_ocr_program_left():
    lines = paragraph(RIVER * 2).split("\n")
    at = next(i for i, line in enumerate(lines) if i and line[0].islower())
    _, marks = found(page(BODY, "\n".join(lines[:at]), "\n".join(lines[at:]), BODY))
    assert len(marks) == 3


def test_one_line_paragraphs_with_an_indent_each_are_paragraphs():
    talk = ["“Who cleared the race?”", "“Nobody knows.”", "“Then whose are the spades?”"]
    text = "\n".join(["   " + paragraph(PROSE)] * 5 + ["   " + line for line in talk] + ["   " + paragraph(RIVER)])
    _, marks = found(text)
    assert len(marks) == 9


def test_a_note_at_the_foot_does_not_end_the_paragraph():
    class Notes:
        @staticmethod
        def apply(draft):
            at = draft.text.index("1 Kept at")
            draft.mark("note", at, draft.text.index("\n", at))

    lines = paragraph(RIVER * 2).split("\n")
    halves = "\n".join(lines[:3]), "\n".join(lines[3:])
    text = "\n\n".join([BODY, halves[0], "1 Kept at the ferry house.", halves[1], BODY])
    draft = drafted(text, Notes, paragraphs)
    starts = [read(draft, mark)[:10] for mark in draft.marks("p")]
    assert starts == ["The mill s", "Downstream", "The mill s"]


def test_a_thematic_break_ends_the_paragraph_and_is_none():
    draft = drafted(page(BODY, " " * 30 + "* * *\n" + BODY, BODY), thematic_breaks, paragraphs)
    assert [read(draft, mark)[:8] for mark in draft.marks("p")] == ["The mill"] * 3
    assert not any(mark.get("continues") for mark in draft.marks("p"))


def test_a_title_in_capitals_that_is_no_heading_does_not_swallow_the_paragraph_under_it():
    texts = [PROSE * 2, RIVER * 2, PROSE + RIVER, RIVER + PROSE]
    body = "\n".join("   " + paragraph(text) for text in texts)
    _, marks = found(body + "\n   OF THE FERRYMEN AND THE LAMPS\n" + body)
    assert len(marks) == 2 * len(texts) + 1


def test_an_indent_takes_room_from_its_line():
    lines = Source.from_text(page(BODY, " " * 8 + "The miller slept.\nHe woke late.", BODY)).lines
    live = [line for line in lines if not line.is_blank]
    shifts = [line.indent for line in live]
    at = next(i for i, shift in enumerate(shifts) if shift)
    measure, no_pages = measure_of(Source.from_text(lines[0].text)), [False] * len(live)
    measure = replace(measure, full=30_000.0, widths=tuple(line_width(line.ink) for line in lines))
    set_in, flush = (
        joints(live, estimated(live, edge, measure), no_pages, measure)[at].room
        for edge in (shifts, [0] * len(live))
    )
    assert flush - set_in == pytest.approx(8 * 0.45 / 30, abs=0.02)  # eight columns of a usual letter's width


def test_a_note_called_in_brackets_after_the_stop_ends_no_less_a_sentence():
    called = [set_lines(PROSE * 2 + RIVER[: 60 + n]).rpartition("\n")[0] + ".[12]" for n in range(0, 90, 10)]
    text = "\n".join("   " + words for words in [*called, paragraph(RIVER)])
    _, marks = found(text)
    assert len(marks) == len(called) + 1


def test_a_line_left_much_emptier_than_others_is_a_last_one_though_the_next_word_had_no_room():
    texts = [PROSE * 2, RIVER * 2, PROSE + RIVER, RIVER + PROSE] * 3
    lines = paragraph(PROSE * 2).split("\n")[:4]
    short = next(n for n in range(60, 20, -1) if line_width("w" * (n // 2) + "i" * (n // 2) + ".") < 25_500)
    cut = "w" * (short // 2) + "i" * (short // 2) + "."
    after = "Uncommonlylongnamesof" + "mill" * 2 + " " + RIVER
    _, marks = found("\n".join([*map(paragraph, texts), *lines, cut, paragraph(after)]))
    assert len(marks) == len(texts) + 2


def test_one_speech_meets_another_over_a_full_line():
    def speech(words: str, end: str) -> str:
        return set_lines(words).rpartition("\n")[0].rpartition(" ")[0] + end

    talk = [speech("“" + text, ".”") for text in (PROSE, RIVER, PROSE + RIVER, RIVER + PROSE) * 2]
    told = [paragraph(text) for text in (PROSE * 2, RIVER * 2)] * 3
    _, marks = found("\n".join([*told, *talk, *told]))
    assert len(marks) == len(talk) + 2 * len(told)


def test_numbered_paragraphs_begin_after_a_semicolon():
    texts = [f"{n}. {text[:-2]};" for n, text in enumerate((PROSE, RIVER, PROSE), 1)]
    _, marks = found(page(BODY, *map(paragraph, texts), BODY, BODY))
    assert len(marks) == 6


def test_text_at_the_margin_under_a_display_is_no_rest_where_paragraphs_begin_there():
    quoted = "\n".join("    " + line for line in display(RIVER).split("\n"))
    text = page(*[BODY, paragraph(RIVER * 2)] * 3, paragraph(RIVER + "The miller said:"), quoted, BODY, BODY)
    _, marks = found(text)
    assert [mark.cert for mark in marks if mark.get("continues")] in ([], ["low"])


def test_other_layouts_are_left_alone():
    draft = Draft(Source.from_text(PROSE), "web")
    paragraphs.apply(draft)
    assert draft.marks("p") == []
