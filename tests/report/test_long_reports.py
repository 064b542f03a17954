"""A comment has a limit: what does not fit is left out evenly and said, and the page has all."""

import pytest

from build_edition.report.as_markdown import LONGEST, as_markdown
from build_edition.report.as_page import as_page
from build_edition.report.document import Differs, Document, Item, Line, Name, Section, line
from build_edition.report.report import Reading, Reason, Report, RuleEffect, RulePlace, WorkChange
from build_edition.report.repository import Base
from build_edition.report.telling import tell

BASE = Base("main", "0123456789abcdef")


def reading(number: int, width: int = 1) -> Reading:
    words = " ".join(f"word{number}x{k}" for k in range(width))
    reason = Reason(
        "record", "new", f"edition/emendations/miller-1901.yml, record {number}", "A. Reader", cause="word"
    )
    return Reading(
        number, number + 1, number, number, words, f"{words} more", "lead", "trail", words, "2", "", (reason,)
    )


def long_report(readings: int, places: int, width: int = 1) -> Report:
    work = WorkChange("miller-1901", "The Lamp Tax", tuple(reading(k, width) for k in range(1, readings + 1)))
    found = tuple(RulePlace("miller-1901", "new", reading(k)) for k in range(1, places + 1))
    return Report("Papers", BASE, (work,), (RuleEffect("hyphens", 0, places, 1, found),))


@pytest.mark.parametrize(("readings", "places"), [(5, 5), (400, 20), (20, 30_000), (3_000, 3_000)])
def test_it_fits_and_says_what_is_left_out(readings: int, places: int) -> None:
    document = tell(long_report(readings, places))
    text = as_markdown(document)
    assert len(text.encode()) <= LONGEST
    for title, count, many in (("The Lamp Tax", readings, "readings"), ("hyphens", places, "places")):
        section = text.partition(title)[2].partition("\n## ")[0]
        shown = section.count("\n- ")
        assert shown >= min(count, 3)
        if shown < count:
            assert f"*{count - shown:,} of {count:,} {many} are left out here" in section
    assert f"| Places that read otherwise by record | {readings:,} |" in text
    assert f"| Places that rules treat otherwise | {places:,} |" in text


def test_the_page_has_all() -> None:
    page = as_page(tell(long_report(400, 2_000)))
    assert page.count("<li><p") == 2_400
    assert "left out" not in page


def test_one_reading_of_a_million_letters() -> None:
    report = long_report(3, 1, width=100_000)
    assert len(as_markdown(tell(report)).encode()) < LONGEST
    assert len(as_page(tell(report))) < 200_000


def test_more_sections_than_fit() -> None:
    sections = tuple(Section(line(Name(f"section {k} " + "x" * 150))) for k in range(1_000))
    text = as_markdown(Document(line("All"), (), (("sections", "1,000"),), sections))
    assert len(text.encode()) <= LONGEST
    assert "The rest is too long for a comment" in text
    assert "| sections | 1,000 |" in text


def test_of_what_is_the_same_only_the_place_is_shown() -> None:
    words = [f"w{k}" for k in range(200)]
    after = [*words[:100], "new", *words[101:]]
    (item,) = [Item((Differs(" ".join(words), " ".join(after)),))]
    head: Line = item.head
    text = as_markdown(Document(line("x"), (), (), (Section(line("s"), (Item(head),)),)))
    assert "… w88 w89" in text
    assert "<del>w100</del> <ins>new</ins> w101" in text
    assert "w112 …" in text
    assert "w87" not in text
    assert "w113" not in text
