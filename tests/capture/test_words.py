"""Words changed in a page: each is a record, and a build gives the page as it was edited."""

import pytest

from build_edition.edition.project import Project
from tests.capture.desk import TEXT, WORK, Desk
from tests.edition_folder import EditionFolder


def said(desk: Desk) -> list[tuple[int, str, str | None]]:
    records = Project.load(desk.root).emendations.get(WORK, ())
    return [(record.line, record.read, record.reading) for record in records]


@pytest.mark.parametrize(
    ("old", "new", "record"),
    [
        ("It fel", "It fell", (3, "fel", "fell")),
        ("clay mill", "day mill", (4, "clay", "day")),
        ("then & there", "then and there", (5, "&", "and")),
        ("“closed”", "“close”", (5, "closed", "close")),
        ("*tax*", "*taxes*", (3, "tax", "taxes")),
        ("He said he", "He said that he", (8, "he", "that he")),
        ("paid twice. He", "paid twice; he", (8, "twice. He", "twice; he")),
    ],
)
def test_a_word_is_a_record_on_its_line(desk: Desk, old: str, new: str, record: tuple[int, str, str]) -> None:
    desk.edit((old, new))
    (change,) = desk.captured().changes
    (draft,) = change.records.drafts
    assert (draft.record.line, draft.record.by) == (record[0], "A. Reader")
    assert (draft.record.read, draft.record.reading) == record[1:]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It fel", "It fell"),
        ("“closed”", "“clo_s\\*ed”"),
        ("“closed”", "“clo\\_s\\*ed”"),
        ("*tax*", "*taxes*"),
        ("the miller had", "the miler had"),
        ("poor, who read", "poor; who read"),
        ("who read at", "who at"),
        ("They all", "They \\[all\\]"),
    ],
)
def test_it_comes_back_as_it_was_written(desk: Desk, old: str, new: str) -> None:
    if "_s" in new and "\\_" not in new:
        desk.edit((old, new))
        assert not desk.capture().left
        assert "clo\\_s\\*ed" in desk.page()
    else:
        desk.round_trip((old, new))


def test_many_changes_of_a_page_are_captured_together(desk: Desk) -> None:
    found = desk.round_trip(("It fel", "It fell"), ("clay", "day"), ("all went", "both went"))
    assert len(found.changes) == 3
    assert said(desk) == [(3, "fel", "fell"), (4, "clay", "day"), (13, "all", "both")]


def test_words_that_the_source_has_lost_are_shown_as_supplied(desk: Desk) -> None:
    desk.edit(("went home", "went slowly home"))
    found = desk.capture()
    assert found.changes[0].records.drafts[0].record.cause == "lost-text"
    assert "went \\[slowly\\] home" in desk.page()
    assert desk.build() == ()


def test_a_record_that_decides_there_gives_way_to_the_new_one(desk: Desk) -> None:
    desk.round_trip(("It fel", "It felt"))
    desk.round_trip(("It felt", "It fell"))
    assert said(desk) == [(3, "fel", "fell")]
    desk.round_trip(("It fell", "It fel"))
    assert said(desk) == []


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ([("They all went home.", "They all went home.\n\nAnd slept.")], "a block of words is brought in"),
        ([("They all", "They <b>all</b>")], "no record holds such mark-up"),
        ([("home.\n", "home.\n\n* * *\n")], "a break is told by a record"),
        ([("They all", "[^9] They all")], "there is no note [^9]"),
    ],
)
def test_what_no_record_can_say_is_left_in_the_file(desk: Desk, changes: list[tuple[str, str]], why: str) -> None:
    assert why in desk.refused(*changes)


def test_a_sign_of_doubt_that_is_deleted_lets_the_words_stand(tmp_path) -> None:
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, TEXT)
    doubt = "- {line: 4, read: rich, perhaps: right, cause: word, by: B}\n"
    folder.write(f"edition/emendations/{WORK}.yml", doubt)
    desk = Desk(folder)
    assert "the rich\\[?\\], who" in desk.page()
    why = desk.refused(("rich\\[?\\]", "rich\\[?\\] \\[?\\]"))
    assert "“[?]” is a sign of the edition" in why
    desk.path().unlink()
    desk.build()
    desk.round_trip(("rich\\[?\\]", "rich"))
    desk.round_trip(("rich", "right"))


def test_a_link_is_no_reading(desk: Desk) -> None:
    desk.edit(("They all", "They [all](https://example.org)"))
    found = desk.captured()
    assert not found.changes
    assert "it has mark-up (](), which no record holds" in {change.refusal for change in found.left}


def test_a_paragraph_is_not_simply_deleted(desk: Desk) -> None:
    assert "it takes away the whole paragraph of line 13" in desk.refused(("\nThey all went home.\n", ""))


def test_what_can_be_said_is_captured_beside_what_cannot(desk: Desk) -> None:
    edited = desk.edit(("It fel", "It fell"), ("all went home.", "all ran home.\n\nAnd slept."))
    found = desk.capture()
    assert [len(found.changes), len(found.left)] == [2, 1]
    assert desk.page() == edited
    assert desk.build() == ("docs/works/miller-1901/index.md",)
    again = desk.captured()
    assert not again.changes
    assert len(again.left) == 1
    assert said(desk) == [(3, "fel", "fell"), (13, "went", "ran")]


def test_an_empty_page_and_another_text_are_refused(desk: Desk) -> None:
    page = desk.page()
    desk.write("")
    assert desk.captured().refused == {"index.md": "there are no words left in it"}
    desk.write("Something else " * 60)
    assert "more than half of it" in desk.captured().refused["index.md"]
    desk.write(page)
    assert not desk.captured().records


def test_what_an_editor_changes_unasked_is_no_change(desk: Desk) -> None:
    page = desk.page()
    for text in (
        page.replace("\n", "\r\n"),
        "\ufeff" + page,
        page + "\n\n",
        page.rstrip("\n"),
        page.replace(".\n", ".  \n"),
        page.replace("who read at", "who read\nat"),
    ):
        desk.write(text)
        found = desk.captured()
        assert not found.records
        assert not found.left
    desk.write(page.replace("\n", "\r\n").replace("It fel", "It fell"))
    assert not desk.capture().left
    assert "It fell" in desk.page()


def test_footnotes_and_cells_are_corrected_where_they_stand(tmp_path) -> None:
    text = """THE LAMP TAX

Nobody liked the tax on lamps.[1] It fell on the poor,
who read at night, and on the rich, who slept.[2]

| Year | Lamps |
| --- | --- |
| 1901 | fourty |
| 1902 | thirty |

NOTES

1. See the rol of the parish.

2. The same, on the next leaf.
"""
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, text)
    desk = Desk(folder)
    page = desk.page()
    assert "| 1901 | fourty |" in page
    desk.round_trip(("rol of", "roll of"), ("fourty", "forty"), ("the poor", "the poorer"))
