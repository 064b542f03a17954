"""Running heads, page numbers and signatures."""

from build_edition.rules import forme_work
from tests.rules.press import PROSE, RIVER, all_read, drafted, paragraph

BODY = paragraph(PROSE * 3)


def fed(*pages: str) -> str:
    return "\n\f".join(page + "\n" for page in pages)


def test_heads_and_feet_in_step_with_the_pages():
    pages = [
        f"{n} THE MILL AND THE WEIR\n{BODY}" if n % 2 == 0 else f"DRY SUMMERS {n}\n{BODY}" for n in range(10, 18)
    ]
    draft = drafted(fed(*pages), forme_work)
    assert [mark.get("n") for mark in draft.marks("fw")] == [str(n) for n in range(10, 18)]
    assert not draft.has_ink(draft.lines[0])


def test_a_misread_number_does_not_hide_a_head_that_others_share():
    pages = [f"{n} THE MILL AND THE WEIR\n{BODY}" for n in range(10, 16)]
    pages[3] = f"l3 THE MILL AND THE WEIR\n{BODY}"
    draft = drafted(fed(*pages), forme_work)
    assert [mark.get("n") for mark in draft.marks("fw")] == [str(n) for n in range(10, 16)]


def test_a_chapter_heading_at_the_top_of_a_page_stays():
    pages = [f"{n} THE MILL AND THE WEIR\n{BODY}" for n in range(10, 16)]
    pages[2] = f"CHAPTER TWO\nTHE FERRY\n\n{BODY}\n12"
    draft = drafted(fed(*pages), forme_work)
    assert "CHAPTER TWO" not in all_read(draft, "fw")
    assert "12" in all_read(draft, "fw")


def test_lone_heads_whose_numbers_rise_through_a_text():
    text = f"{BODY}\n\n12 THE MILL AND THE WEIR\n\n\n\n{BODY}\n{BODY}\n\nDRY SUMMERS 13\n\n\n\n{paragraph(RIVER)}"
    assert all_read(drafted(text, forme_work), "fw") == ["12 THE MILL AND THE WEIR", "DRY SUMMERS 13"]


def test_labels_and_captions_with_numbers_stay():
    text = f"{BODY}\n\nCHAPTER 12\n\n{BODY}\n\nTABLE 13\n\n{BODY}\n\nCHAPTER 14\n\n{BODY}"
    assert all_read(drafted(text, forme_work), "fw") == []


def test_a_misread_number_at_the_foot_of_one_page_is_known_sign_for_sign():
    pages = [f"{n} THE MILL AND THE WEIR\n\n{BODY}" for n in range(120, 126)]
    pages[1] = f"{paragraph(RIVER + PROSE)}\n\n[2l"
    pages[3] = f"{paragraph(PROSE[76:] + RIVER)}\n\nso"
    draft = drafted(fed(*pages), forme_work)
    assert "[2l" in all_read(draft, "fw")
    assert "so" not in all_read(draft, "fw")
    assert [mark.cert for mark in draft.marks("fw") if mark.get("n") is None] == ["low"]
