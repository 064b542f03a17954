"""ALTO: the order of blocks, hyphens, tight words, sizes of type."""

from __future__ import annotations

import pytest

from build_edition.errors import InputError
from build_edition.readers import alto
from build_edition.readers.files import decode
from build_edition.readers.scan import Line
from tests.readers.pages import Set, as_alto, placed


def string(text: str, left: int = 10, more: str = "") -> str:
    return f'<String CONTENT="{text}" HPOS="{left}" VPOS="5" WIDTH="30" HEIGHT="20" {more}/>'


def block(name: str, text: str, more: str = "") -> str:
    return f'<TextBlock ID="{name}" {more}><TextLine>{string(text)}</TextLine></TextBlock>'


def lines(inner: str, order: str = "", styles: str = "") -> list[Line]:
    page = f"<Page>{inner}</Page>"
    (found,) = alto.read(f"<a:alto xmlns:a='x'>{styles}<Layout>{order}{page}</Layout></a:alto>".encode(), "p.xml")
    return found.lines


def words(inner: str, **more: str) -> list[str]:
    return [word.text for line in lines(inner, **more) for word in line.words]


def test_the_margin_below_comes_last_though_it_stands_first():
    inner = (
        f"<TopMargin>{block('a', 'HEAD')}</TopMargin><BottomMargin>{block('b', '12')}</BottomMargin>"
        f"<PrintSpace><ComposedBlock>{block('c', 'mill')}</ComposedBlock>{block('d', 'weir')}</PrintSpace>"
    )
    assert words(inner) == ["HEAD", "mill", "weir", "12"]


def test_the_reading_order_of_the_file_goes_before():
    inner = f"<PrintSpace>{block('a', 'second')}{block('b', 'unnamed')}{block('c', 'first')}</PrintSpace>"
    order = '<ReadingOrder><OrderedGroup><ElementRef REF="c"/><ElementRef REF="a"/></OrderedGroup></ReadingOrder>'
    assert words(inner, order=order) == ["first", "second", "unnamed"]


def test_links_from_block_to_block():
    first = block("c", "first", 'IDNEXT="a"')
    assert words(f"<PrintSpace>{block('a', 'second')}{first}</PrintSpace>") == ["first", "second"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (string("mil", more='SUBS_TYPE="HypPart1" SUBS_CONTENT="miller"') + '<HYP CONTENT="-"/>', ["mil-"]),
        (string("mil-", more='SUBS_CONTENT="miller"') + '<HYP CONTENT="-"/>', ["mil-"]),
        (string("mil-") + '<HYP CONTENT="-"/>', ["mil--"]),
        (string("mil") + '<HYP CONTENT="&#173;"/>', ["mil\u00ad"]),
        ('<HYP CONTENT="-"/>', ["-"]),
        (string("the") + "<SP/>" + string("mill", 50), ["the", "mill"]),
        (string("the mill"), ["the mill"]),
        (string("") + string("  "), []),
    ],
)
def test_what_stands_in_a_line(inner, expected):
    assert words(f"<PrintSpace><TextBlock><TextLine>{inner}</TextLine></TextBlock></PrintSpace>") == expected


def test_strings_that_no_space_parts_are_tight_where_the_file_tells_spaces():
    inner = string("the") + "<SP/>" + string("mill.", 50) + string("7", 82, 'STYLE="superscript"')
    (line,) = lines(f"<TextBlock><TextLine>{inner}</TextLine></TextBlock>")
    assert [(word.text, word.tight, word.raised) for word in line.words] == [
        ("the", False, -1), ("mill.", False, -1), ("7", True, 0),
    ]  # fmt: skip


def test_sizes_of_type_are_taken_from_styles():
    styles = '<Styles><TextStyle ID="f" FONTSIZE="10"/><TextStyle ID="g" FONTSIZE="8"/></Styles>'
    small = string("x", more='STYLEREFS="g"')
    inner = block("a", "mill", 'STYLEREFS="p f"') + f"<TextBlock><TextLine>{small}</TextLine></TextBlock>"
    assert [line.size for line in lines(inner, styles=styles)] == [10, 8]


@pytest.mark.parametrize("version", [2, 3, 4])
def test_all_versions(version):
    assert decode(as_alto([placed([Set("The mill")])], version), "p").text == "The mill\n"


def test_a_place_that_is_no_number_is_refused():
    with pytest.raises(InputError, match="HPOS is 'left', not a number"):
        words('<TextBlock><TextLine><String CONTENT="mill" HPOS="left"/></TextLine></TextBlock>')
