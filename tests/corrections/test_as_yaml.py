"""Records as text: the fields in their order, quotes where they are needed."""

from __future__ import annotations

import pytest

from build_edition.corrections.as_yaml import as_yaml, quoted
from build_edition.edition.words.emendations import Emendation


def record(**fields: object) -> Emendation:
    given = {
        "line": 9,
        "read": "lan Velmer",
        "as": "Ian Velmer",
        "cause": "character",
        "by": "A. Reader",
        **fields,
    }
    return Emendation.model_validate({name: value for name, value in given.items() if value is not None})


def test_a_record_with_all_fields() -> None:
    one = record(nth=2, cert="low", on="2031-03-09", note="So the title page: “Ian”.", seen="9012")
    assert as_yaml([one]) == (
        "- line: 9\n"
        '  read: "lan Velmer"\n'
        "  nth: 2\n"
        '  as: "Ian Velmer"\n'
        "  cause: character\n"
        "  cert: low\n"
        "  by: A. Reader\n"
        "  on: 2031-03-09\n"
        '  note: "So the title page: “Ian”."\n'
        '  seen: "9012"\n'
    )


def test_records_are_parted_by_a_blank_line() -> None:
    text = as_yaml([record(), record(**{"as": None, "stet": True, "cause": None})])
    assert text.split("\n\n")[1] == '- line: 9\n  read: "lan Velmer"\n  stet: true\n  by: A. Reader\n'


@pytest.mark.parametrize(
    ("by", "written"),
    [
        ("A. Reader", "A. Reader"),
        ("yes", '"yes"'),
        ("1984", '"1984"'),
        ("@ann", '"@ann"'),
        ("Ann: of Velm", '"Ann: of Velm"'),
        ("Ann # of Velm", '"Ann # of Velm"'),
        ("Zoë", '"Zoë"'),
        ("- Ann", '"- Ann"'),
    ],
)
def test_a_name_is_quoted_where_yaml_would_take_it_for_something_else(by: str, written: str) -> None:
    assert f"  by: {written}\n" in as_yaml([record(by=by)])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('say "so"', '"say \\"so\\""'),
        ("a\\b", '"a\\\\b"'),
        ("the\n weir", '"the\\n weir"'),
        ("a\u00a0b\u200bc\u00add", '"a\\u00a0b\\u200bc\\u00add"'),
        ("\u202eab\ufeff", '"\\u202eab\\ufeff"'),
        ("\x0c\x85\u2028", '"\\f\\u0085\\u2028"'),
        ("Жé⅓𝔄", '"Жé⅓𝔄"'),
        ("\U000e0001", '"\\U000E0001"'),
    ],
)
def test_what_nobody_sees_is_escaped(text: str, written: str) -> None:
    assert quoted(text) == written
