"""What a text tells of itself: title, author and date, each with the place where it stands."""

from __future__ import annotations

import pytest

from build_edition.source import Source
from build_edition.starting.author import filed
from build_edition.starting.guess import as_written
from build_edition.starting.proposal import Proposal, id_for, propose

PROSE = (
    "The lamps of the upper valley were lit from one barrel of oil until the tax came, and after the tax they\n"
    "were lit from none. Old people say that the river was brighter then, which it may have been. The miller\n"
    "kept a book of who had paid, and the book was kept under the stone, where the mice found it at last.\n"
)
PAGE = "{number}          THE LAMP TAX\n\n" + PROSE + PROSE


def proposed(text: str, name: str = "scan-1.txt") -> Proposal:
    return propose(Source.from_text(text), name)


def test_a_title_page_tells_all_three() -> None:
    found = proposed(
        "THE LAMPS OF THE VALLEY\n\nBY\n\nANN B. MILLER\n\nSALTMARSH UNIVERSITY PRESS\n1909\n\n" + PROSE * 3
    )
    assert (found.title.words, found.title.why) == ("The Lamps of the Valley", "what stands on line 1")
    assert (found.author.words, found.author.why) == ("Ann B. Miller", "“by” on line 3")
    assert (found.date.words, found.date.why) == ("1909", "the imprint on line 8")


def test_a_byline_and_a_note_of_the_source() -> None:
    text = PROSE.replace("\n", " ") + "\n\n"
    found = proposed(
        "The Lamp Tax\n\nBy Ann Miller\n\nSource: The Valley, 3 May 1901. Transcribed for the archive.\n\n"
        + text * 4
    )
    assert found.title.words == "The Lamp Tax"
    assert found.author.words == "Ann Miller"
    assert found.date.words == "1901-05-03"


def test_running_heads_tell_a_title_that_the_text_does_not() -> None:
    pages = "\f".join(PAGE.format(number=number) for number in range(14, 30))
    found = proposed(pages)
    assert found.title.words == "The Lamp Tax"
    assert found.title.why.startswith("the running head of ")
    assert not found.author
    assert not found.date


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("the_lamp-tax.txt", "The lamp tax"),
        ("004_34a24c51f2b7cdad.txt", ""),  # a number and a hash
        ("scan.txt", ""),
    ],
)
def test_the_name_of_a_file_tells_a_title_if_it_has_words(name: str, title: str) -> None:
    assert proposed(PROSE * 3, name).title.words == title


def test_a_year_in_the_text_is_no_date_of_it() -> None:
    assert not proposed("The Lamp Tax\n\nIn 1851 the tax came.\n\n" + PROSE * 3).date


def test_capitals_are_written_as_one_writes_them() -> None:
    assert as_written("THE WARS OF LOUIS XIV AND THE TAX OF J. B. MILLER") == (
        "The Wars of Louis XIV and the Tax of J. B. Miller"
    )
    assert as_written("The Lamp TAX") == "The Lamp TAX"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Miller", ("Miller, Ann",)),
        ("Ann Miller and Jan van der Meer", ("Miller, Ann", "van der Meer, Jan")),
        ("Ann Miller, Bo Reed and Cy Hay", ("Miller, Ann", "Reed, Bo", "Hay, Cy")),
        ("Vane Miller, A. B.", ("Vane Miller, A. B.",)),
        ("Bo Reed Jr.", ("Reed, Jr., Bo",)),
        ("Plato", ("Plato",)),
        ("", ()),
    ],
)
def test_names_are_filed_by_the_family(author: str, names: tuple[str, ...]) -> None:
    assert filed(author) == names


def test_an_id_is_new_and_fit_for_an_address() -> None:
    assert id_for("The Lamp Tax", ("Miller, Ann",), "1901-05") == "miller-1901"
    assert id_for("The Lamp Tax", ("Miller, Ann",), "1901-05", {"miller-1901"}) == "miller-1901-2"
    assert id_for("Über die Öllampen", (), "") == "uber-ollampen"
    assert id_for("1909", (), "") == "text-1909"
    assert id_for("Слово", (), "") == "text"
