"""Columns that stand beside each other on the lines of a text: seen, said, and mistaken for nothing else."""

import pytest

from build_edition.readers.side_by_side import stands_side_by_side
from build_edition.readers.text import decode

LEFT = "The miller kept his eels in"
RIGHT = "a pond beside the old weir"
PROSE = "The miller kept his eels in a pond beside the weir, and sold them."


def page(count=30, gutter=4):
    """Lines of two columns; now and then one of the two has ended."""
    lines = [f"{LEFT}{' ' * gutter}{RIGHT}" for _ in range(count)]
    lines[4::9] = [LEFT] * len(lines[4::9])
    lines[7::9] = [" " * (len(LEFT) + gutter) + RIGHT] * len(lines[7::9])
    return "\n".join(lines)


@pytest.mark.parametrize("end", ["\f", "\n\n"])
def test_two_columns_are_seen(end):
    assert stands_side_by_side(end.join([page()] * 3))
    assert stands_side_by_side(end.join(["\n".join([PROSE] * 30), page(), page()]))


def test_a_running_head_across_the_gutter_hides_nothing():
    assert stands_side_by_side(f"{PROSE}\n\n{page()}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\f\f",
        "\n".join([PROSE] * 90),
        "\n".join([PROSE.replace(" a ", "   a   ")[k % 7 :] for k in range(90)]),  # justified by wide spaces
        "\n".join(f"{k}       {k * 3}        {k * 5}" for k in range(90)),  # a table
        "\n".join(f"{PROSE[:20]}{' ' * 20}{k}" for k in range(90)),  # a list of contents
        "\f".join(["\n".join([PROSE] * 30)] * 5 + [page()]),  # one page of an index
        "\n".join([LEFT + "    " + RIGHT] * 5),  # too short to tell
    ],
)
def test_other_texts_are_not_taken_for_columns(text):
    assert not stands_side_by_side(text)


def test_the_reader_says_so_and_changes_nothing():
    source = decode(page().encode(), "two.txt")
    assert source.text == page()
    assert [warning.startswith("two.txt shows the columns") for warning in source.warnings] == [True]
    assert not decode(PROSE.encode(), "one.txt").warnings
