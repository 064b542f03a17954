"""Records of structure put into the record of a work: every other byte stays."""

import pytest

from build_edition.corrections.structure_file import structure_yaml, with_structure
from build_edition.edition.structure.record import StructureRecord
from build_edition.errors import CorrectionError
from tests.edition_folder import WORK

HEAD = WORK.format(id="weir", order=1, layout="book", file="weir.txt", sha256="0" * 64)
RECORD = StructureRecord.model_validate(
    {
        "set": "p",
        "from": {"line": 3, "read": 'He said: "no"'},
        "to": {"line": 4, "read": "home."},
        "by": "A. Reader",
    }
)
ENTRY = """  - set: p
    from: {line: 3, read: "He said: \\"no\\""}
    to: {line: 4, read: "home."}
    by: A. Reader
"""
OLD = """structure:  # by hand
  # the first
  - unset: head
    line: 7   # so it is
    by: B
    note: >-
      A long note,
      on two lines.
  # the last remark

"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, f"{HEAD}structure:\n{ENTRY}"),
        (HEAD.rstrip("\n"), f"{HEAD}structure:\n{ENTRY}"),
        (f"{HEAD}structure: []\n", f"{HEAD}structure:\n{ENTRY}"),
        (f"{HEAD}structure:\n# end\n", f"{HEAD}structure:\n{ENTRY}# end\n"),
        (
            HEAD + OLD + "# the end\n",
            (HEAD + OLD + "# the end\n").replace("two lines.\n", "two lines.\n" + ENTRY),
        ),
        (OLD + HEAD, (OLD + HEAD).replace("two lines.\n", "two lines.\n" + ENTRY)),
        (
            HEAD + "structure:\n- {unset: head, line: 7}\n",
            HEAD + "structure:\n- {unset: head, line: 7}\n" + ENTRY.replace("\n  ", "\n")[2:],
        ),
    ],
)
def test_it_is_put_behind_the_others(before: str, after: str) -> None:
    assert with_structure(before, [RECORD], "works/weir.yml") == after
    crlf = with_structure(before.replace("\n", "\r\n"), [RECORD], "works/weir.yml")
    assert crlf == after.replace("\n", "\r\n")


def test_what_is_taken_out_leaves_the_rest() -> None:
    two = with_structure(HEAD + OLD, [RECORD], "weir.yml")
    assert with_structure(two, (), "weir.yml", [2]) == HEAD + OLD
    one = with_structure(two, (), "weir.yml", [1])
    assert ENTRY in one
    assert "unset" not in one
    assert with_structure(f"{HEAD}structure:\n{ENTRY}", (), "weir.yml", [1]) == HEAD


def test_a_list_on_one_line_is_refused() -> None:
    with pytest.raises(CorrectionError, match="cannot take another record of structure"):
        with_structure(f"{HEAD}structure: [{{unset: head, line: 7}}]\n", [RECORD], "weir.yml")


def test_the_fields_come_in_their_order() -> None:
    record = StructureRecord.model_validate({"call": "7", "line": 3, "after": "home.", "by": "no", "cert": "low"})
    assert structure_yaml(record) == '- call: "7"\n  line: 3\n  after: "home."\n  cert: low\n  by: "no"\n'
