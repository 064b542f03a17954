"""Tables of tabs and of strokes."""

from build_edition.rules import emphasis, tables
from tests.rules.desk import TOLL, readings, transcribed, values

TABBED = "\n".join(
    [
        "Year\t<i>All sheep</i>\t\t",
        "\t<i>in scores</i>\t<i>Black</i>\t<i>White</i>",
        "\t1801\t210\t35\t175",
        "\t1802*\t230\t40\t190",
    ]
)


def test_a_table_with_a_broken_header_and_a_shifted_body():
    transcript = transcribed(f"{TOLL}\n\nTHE FLOCKS OF THE VALLEY\n\n{TABBED}\n\n{TOLL}", emphasis, tables)
    assert readings(transcript, "head") == ["THE FLOCKS OF THE VALLEY"]
    assert values(transcript, "row", "role") == ["label", "label", None, None]
    cells = [
        (mark.get("col"), text)
        for mark, text in zip(transcript.of_kind("cell"), readings(transcript, "cell"), strict=True)
    ]
    assert cells[:5] == [(1, "Year"), (2, "All sheep"), (2, "in scores"), (3, "Black"), (4, "White")]
    assert cells[5:9] == [(1, "1801"), (2, "210"), (3, "35"), (4, "175")]


def test_a_table_of_strokes_loses_its_strokes():
    transcript = transcribed("| Year | Sheep |\n|------|------:|\n| 1801 | 210 |\n| 1802 | 230 |\n", tables)
    assert readings(transcript, "cell") == ["Year", "Sheep", "1801", "210", "1802", "230"]
    assert values(transcript, "row", "role") == ["label", None, None]
    assert "|" not in transcript.reading.text
    assert "-" not in transcript.reading.text


def test_one_line_with_a_tab_or_two_strokes_in_prose_are_no_table():
    assert transcribed(f"{TOLL}\tand so on\n\nx | y | z\n\n{TOLL}", tables).marks == ()


def test_columns_that_stand_one_under_another():
    table = """Table 2.1 Barges and eels

 Year     Barges (in scores)     Eels per
                                    barge
 1801                    210          35
 1802                     40         190
"""
    transcript = transcribed(f"{TOLL}\n\n{table}\n{TOLL}", tables, layout="book")
    assert readings(transcript, "head") == ["Table 2.1 Barges and eels"]
    assert values(transcript, "row", "role") == ["label", "label", None, None]
    assert list(zip(values(transcript, "cell", "col"), readings(transcript, "cell"), strict=True))[2:7] == [
        (3, "Eels per"),
        (3, "barge"),
        (1, "1801"),
        (2, "210"),
        (3, "35"),
    ]


def test_contents_chronologies_and_spaced_prose_are_no_tables():
    contents = "Preface          vii\nThe ford          12\nThe weir          40\n"
    years = "1784   The monks leave; the eels\n       stay.\n1908   A gate fails.\n1911   No rain.\n"
    prose = "the   keeper of   the weir\nsold his eels   at the   bridge to\nwhoever   came by\n"
    notes = "7. The return of the weirs (1911),\n      table 2. It counts eels.\n8.    Ibid.\n9.    Roe, p. 4.\n"
    for text in (contents, years, prose, notes):
        assert transcribed(text, tables, layout="book").marks == ()


def test_an_html_table():
    text = (
        "<table>\n<caption>Flocks</caption>\n<tr><th colspan='2'>Year</th><th>Hens</th></tr>\n"
        "<tr><td>1801</td><td></td><td><i>20</i></td></tr>\n</table>\n"
    )
    transcript = transcribed(text, emphasis, tables)
    assert readings(transcript, "head") == ["Flocks"]
    assert values(transcript, "row", "role") == ["label", None]
    assert list(zip(values(transcript, "cell", "col"), readings(transcript, "cell"), strict=True)) == [
        (1, "Year"),
        (3, "Hens"),
        (1, "1801"),
        (3, "20"),
    ]
    assert "<" not in transcript.reading.text


def test_rules_drawn_over_nothing_are_no_table():
    assert transcribed("|--|--|\n|--|--|\n|--|--|\n", tables).marks == ()
