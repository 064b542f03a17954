"""PAGE XML: one level of text, the order of regions and lines, superscripts."""

from __future__ import annotations

import pytest

from build_edition.readers import page_xml
from build_edition.readers.scan import Line

COORDS = '<Coords points="10,10 90,10 90,30 10,30"/>'
OLD_COORDS = '<Coords><Point x="10" y="10"/><Point x="90" y="30"/></Coords>'


def equiv(text: str, more: str = "") -> str:
    return f"<TextEquiv {more}><Unicode>{text}</Unicode></TextEquiv>"


def line(inner: str, more: str = "") -> str:
    return f"<TextLine {more}>{COORDS}{inner}</TextLine>"


def region(name: str, inner: str) -> str:
    return f'<TextRegion id="{name}">{inner}</TextRegion>'


def lines(inner: str) -> list[Line]:
    (page,) = page_xml.read(f"<PcGts xmlns='x'><Page>{inner}</Page></PcGts>".encode(), "p.xml")
    return page.lines


def texts(inner: str) -> list[str]:
    return [" ".join(word.text for word in line.words) for line in lines(inner)]


def word(text: str) -> str:
    return f"<Word>{OLD_COORDS}{equiv(text)}</Word>"


@pytest.mark.parametrize(
    ("inner", "boxed"),
    [
        (equiv("the mill"), False),
        (word("the") + word("mill") + equiv("the mill"), True),
        (word("the") + word("mill"), True),
        (word("the") + word("mlil") + equiv("the mill"), False),
        (equiv("the mlil", 'index="1"') + equiv("the mill", 'index="0"'), False),
    ],
)
def test_a_text_is_taken_once_from_the_level_that_people_correct(inner, boxed):
    (found,) = lines(region("r", line(inner) + equiv("the mill")))
    assert [word.text for word in found.words] == ["the", "mill"]
    assert all((word.box is not None) == boxed for word in found.words)


def test_the_text_of_a_region_counts_where_its_lines_have_none():
    assert texts(region("r", line("") + equiv("the mill\nthe weir"))) == ["the mill", "the weir"]


def test_the_order_of_regions_and_of_lines():
    order = (
        '<ReadingOrder><OrderedGroup><RegionRefIndexed index="1" regionRef="b"/>'
        '<OrderedGroupIndexed index="0"><RegionRefIndexed index="0" regionRef="c"/></OrderedGroupIndexed>'
        "</OrderedGroup></ReadingOrder>"
    )
    first = line(equiv("1"), 'custom="readingOrder {index:0;}"')
    second = line(equiv("2"), 'custom="readingOrder {index:1;}"')
    inner = (
        order + region("a", line(equiv("loose"))) + region("b", line(equiv("last"))) + region("c", second + first)
    )
    assert texts(inner) == ["loose", "1", "2", "last"]


def test_cells_of_tables_and_regions_in_regions():
    cell = f"<TableCell>{line(equiv('cell'))}</TableCell>"
    inner = f"<TableRegion>{cell}</TableRegion>" + region(
        "r", line(equiv("outer")) + region("s", line(equiv("inner")))
    )
    assert texts(inner) == ["cell", "outer", "inner"]


def test_superscripts_by_offset():
    custom = 'custom="textStyle {offset:9; length:1;superscript:true;}"'
    (found,) = lines(region("r", line(equiv("the mill.7"), custom)))
    assert [(word.text, word.raised) for word in found.words] == [("the", -1), ("mill.7", 5)]
