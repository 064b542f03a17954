"""Paragraphs: where they begin, go on and resume."""

from build_edition.rules import forme_work, page_beginnings, paragraphs, quotations
from tests.rules.press import PROSE, RIVER, display, drafted, page, paragraph, read

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
    lines = BODY.split("\n")
    text = "\n\f".join([BODY, "\n".join(lines[:3]) + "\n", "\n".join(lines[3:]) + "\n", BODY])
    _, marks = found(text)
    assert len(marks) == 3


def test_the_text_after_a_display_resumes_its_paragraph():
    words = "no wheel turns for him who only looks at the water and who does not mend his own sluice in time.12"
    text = page(BODY, paragraph(RIVER + "The miller said,"), display(words), BODY, paragraph(RIVER))
    _, marks = found(text)
    assert [bool(mark.get("continues")) for mark in marks] == [False, False, True, False]


def test_first_line_indents_part_paragraphs():
    text = "\n".join("   " + paragraph(PROSE) for _ in range(6))
    _, marks = found(text)
    assert len(marks) == 6


def test_other_layouts_are_left_alone():
    from build_edition.rules.draft import Draft
    from build_edition.source import Source

    draft = Draft(Source.from_text(PROSE), "web")
    paragraphs.apply(draft)
    assert draft.marks("p") == []
