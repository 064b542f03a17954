"""What words are, changed in a page: each change is a record of structure, and a build gives the edited page."""

import pytest

from build_edition.edition.project import Project
from tests.capture.desk import WORK, Desk
from tests.edition_folder import EditionFolder

MILLER = "The miller paid twice. He said he had two eyes."
LONG = """# THE LAMP TAX

Nobody liked the tax on lamps, which was raised in spring.

It fell on the poor, and spared the rich.

- One went to the mill.
- Two went to the inn.

> “The lamp is out,” said the miller, and went home to his bed in the dark of the mill.

## The end of it

They all *went* home.
"""


def structure(desk: Desk) -> list[dict[str, object]]:
    (record,) = Project.load(desk.root).works
    return [one.model_dump(by_alias=True, exclude_unset=True) for one in record.structure]


@pytest.fixture
def long_desk(tmp_path) -> Desk:
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, LONG, layout="web")
    return Desk(folder)


def test_two_paragraphs_are_joined(desk: Desk) -> None:
    desk.round_trip(("two eyes.\n\nAnd", "two eyes. And"))
    assert structure(desk) == [
        {
            "set": "p",
            "from": {"line": 8, "read": "The miller"},
            "to": {"line": 11, "read": "of it."},
            "by": "A. Reader",
        }
    ]


def test_three_paragraphs_are_joined_and_a_line_end_is_a_space(desk: Desk) -> None:
    desk.edit(("two eyes.\n\nAnd", "two eyes.\nAnd"), ("of it.\n\nThey", "of it. They"))
    found = desk.capture()
    assert not found.left
    assert "two eyes. And then" in desk.page()
    assert "of it. They all" in desk.page()


@pytest.mark.parametrize(
    "changes",
    [
        [("twice. He", "twice.\n\nHe")],
        [("twice. He", "twice.\n\nHe"), ("law said, and", "law said,\n\nand")],
        [("paid twice. He said he", "paid\n\ntwice.\n\nHe said\n\nhe")],
        [(MILLER, f"## {MILLER}")],
        [("The miller paid twice. He", "### The miller paid twice.\n\nHe")],
        [("twice. He said he had two eyes.", "twice.\n\n##### He said he had two eyes.")],
        [("The Lamp Tax\n", "# The Lamp Tax\n")],
        [(MILLER, f"> {MILLER}")],
        [(f"{MILLER}\n\nAnd then", f"> {MILLER}\n>\n> And then")],
        [(MILLER, f"- {MILLER}")],
        [(f"{MILLER}\n\nAnd then", f"- {MILLER}\n- And then")],
        [("paid twice", "paid *twice*")],
        [("He said", "**He** said")],
        [("*tax*", "tax")],
        [("*tax*", "**tax**")],
        [("*tax* on", "*tax on*")],
        [("two eyes", "two eyes<sup>7</sup>")],
    ],
)
def test_each_comes_back_as_it_was_written(desk: Desk, changes: list[tuple[str, str]]) -> None:
    found = desk.round_trip(*changes)
    assert found.records.structure
    assert not found.records.drafts


@pytest.mark.parametrize(
    "changes",
    [
        [("two eyes.\n\nAnd then", "two eyes and then")],
        [("two eyes.\n\nAnd then", "two ears. Then")],
        [("paid twice. He", "pays thrice.\n\nShe")],
        [(MILLER, "## The miler paid twice. He said he had two ears.")],
        [("The miller paid", "> The miler paid")],
        [("The miller paid", "- A miller paid")],
        [("paid twice", "paid *thrice*")],
        [("*tax*", "taxes")],
        [("two eyes", "two ears<sup>7</sup>")],
    ],
)
def test_words_and_structure_changed_at_one_place(desk: Desk, changes: list[tuple[str, str]]) -> None:
    found = desk.round_trip(*changes)
    assert found.records.structure
    assert found.records.drafts


@pytest.mark.parametrize(
    ("change", "kind", "line"),
    [
        (("> “The lamp", "“The lamp"), "quote", 10),
        (("## The end of it", "The end of it"), "head", 12),
        (("*went*", "went"), "hi", 14),
        (("- One went to the mill.\n- Two", "\\- One went to the mill.\n\n\\- Two"), "list", 7),
    ],
)
def test_what_a_rule_took_for_something_else(
    long_desk: Desk, change: tuple[str, str], kind: str, line: int
) -> None:
    long_desk.round_trip(change)
    assert structure(long_desk) == [{"unset": kind, "line": line, "by": "A. Reader"}]


def test_a_list_is_longer_and_an_item_is_two(long_desk: Desk) -> None:
    long_desk.edit(("It fell", "- It fell"), ("rich.\n\n- One", "rich.\n- One"))
    found = long_desk.capture()
    assert not found.left
    assert [one["set"] for one in structure(long_desk)] == ["list", "item"]


def test_what_was_captured_is_changed_back(desk: Desk) -> None:
    before = desk.records()
    desk.round_trip((MILLER, f"## {MILLER}"))
    desk.round_trip((f"## {MILLER}", MILLER))
    assert desk.records() == before


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("The miller paid", "###### The miller paid"), "a heading has from one sign"),
        (("two eyes", "two eyes[^7]"), "there is no note [^7]"),
        (("The miller paid", "| The miller | paid |"), "a table is told by records"),
        (("The miller paid", "[^1]: The miller paid"), "what is a note"),
    ],
)
def test_what_no_record_of_structure_can_say_is_left(desk: Desk, change: tuple[str, str], why: str) -> None:
    assert why in desk.refused(change)


def test_a_lost_call_is_placed(tmp_path) -> None:
    text = """THE LAMP TAX

Nobody liked the tax on lamps.[1] It fell on the poor, and
spared the rich, who slept.

The miller paid twice, for he had two eyes and one good lamp.

NOTES

1. See the roll of the parish.

2. The same, on the next leaf.
"""
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, text)
    desk = Desk(folder)
    assert "lamps.[^1] It" in desk.page()
    desk.round_trip(("who slept.", "who slept.[^2]"))
    assert structure(desk) == [{"call": "2", "line": 4, "after": "who slept.", "by": "A. Reader"}]
    desk.round_trip(("lamps.[^1]", "lamps."))
    desk.round_trip(("lamps. It", "lamps, sadly. It"))
