"""Where pages begin, and what their numbers were."""

from build_edition.rules import forme_work, page_beginnings
from tests.rules.press import PROSE, drafted, paragraph

BODY = paragraph(PROSE * 6)  # about a page


def beginnings(text):
    draft = drafted(text, forme_work, page_beginnings)
    return [(draft.source.line_number(m.start), m.get("n"), m.cert) for m in draft.marks("pb")]


def spaced(pages: int) -> list[str]:
    return [" " + BODY for _ in range(pages)]


def numbers(text):
    return [(n, cert) for _, n, cert in beginnings(text)]


def test_a_leading_space_opens_a_page_and_a_surviving_head_closes_the_one_it_numbers():
    pages = spaced(4)
    text = "\n".join(pages[:2]) + "\n\n41 THE MILL\n\n\n\n" + BODY + "\n" + "\n".join(pages[2:])
    text += "\n\nTHE WEIR 44\n\n\n\n" + BODY
    assert numbers(text) == [(str(n), "high") for n in range(40, 46)]


def test_pages_are_lost_only_before_a_division():
    first, second = "\n".join(spaced(2)), "\n".join(spaced(2))
    text = f"{first}\n\n41 THE MILL\n\n\n\n{BODY}\n CHAPTER TWO\n{BODY}\n{second}\n\nTHE WEIR 48\n\n\n\n{BODY}"
    assert [n for n, _ in numbers(text)] == ["40", "41", "42", "46", "47", "48", "49"]
    assert {cert for _, cert in numbers(text)} == {"high"}


def test_what_no_number_closes_is_a_conjecture_or_unknown():
    text = (
        "\n".join(spaced(2)) + f"\n\n41 THE MILL\n\n\n\n{BODY}\n\nTHE MILL 42\n\n\n\n{BODY}\n CHAPTER TWO\n{BODY}"
    )
    assert numbers(text)[-1][1] == "low"


def test_the_pages_that_notes_filled_are_lost_before_the_division_after_them():
    noted = BODY + " So it was said,1 and again.2 And more.3"
    opening = f" Introduction\n{noted}\n PART ONE\n\nWater\n\n\n\n\nCHAPTER ONE\n{BODY}\n"
    text = opening + f"\n\n5 THE MILL\n\n\n\n{BODY}\n" + "\n".join(spaced(3)) + f"\n\nTHE WEIR 9\n\n\n\n{BODY}"
    assert numbers(text)[:4] == [("1", "low"), ("4", "low"), ("5", "high"), ("6", "high")]


def test_form_feeds_part_pages():
    text = "\n\f".join(f"{n} THE MILL\n{BODY}\n" for n in range(7, 12))
    assert numbers(text) == [(str(n), "high") for n in range(7, 12)]


def test_a_form_feed_in_mid_line_opens_a_page_there():
    draft = drafted(f"{BODY}\n\fone two\fthree\n\f{BODY}\n\f{BODY}", page_beginnings)
    assert [draft.text[m.start :].split()[0] for m in draft.marks("pb")] == ["The", "three", "The", "The"]


def test_a_text_without_pages_has_none():
    assert beginnings(BODY) == []
    assert beginnings("") == []
