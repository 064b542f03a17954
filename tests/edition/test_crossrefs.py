"""The file of cross-references: what may stand in it, and what is said where it may not."""

import pytest

from build_edition.edition.crossrefs import CrossReference, Target, read
from build_edition.edition.entries.registers import Event

ENTRIES = {
    "dry-summer": Event.model_validate({"id": "dry-summer", "name": "Dry summer", "identification": "A drought."})
}


def problems(tmp_path, text):
    (tmp_path / "edition").mkdir()
    (tmp_path / "edition/crossrefs.yml").write_text(text, encoding="utf-8")
    found = []
    read(tmp_path, ["weir-1990", "mill-1961"], ["brell-1911"], ENTRIES, found)
    return "\n".join(str(problem) for problem in found)


def test_no_file_is_no_records(tmp_path):
    found = []
    assert read(tmp_path, [], [], {}, found) == ()
    assert not found


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("weir-1990/4.its-title", Target("passage", "weir-1990/4.its-title")),
        ("weir-1990", Target("passage", "weir-1990")),
        ("bib:brell-1911", Target("bib", "brell-1911")),
        ("event:dry-summer", Target("event", "dry-summer")),
        ("none", Target("", "")),
    ],
)
def test_targets_as_they_are_written(written, target):
    assert Target.of(written) == target


def test_a_record_of_each_kind_is_good(tmp_path):
    kinds = ["weir-1990/4.1", "bib:brell-1911", "event:dry-summer", "none"]
    listed = "".join(f"- {{work: mill-1961, line: {k}, read: x, to: '{to}'}}\n" for k, to in enumerate(kinds, 1))
    assert (
        problems(tmp_path, listed + "- {work: mill-1961, line: 9, read: x, to_work: weir-1990, to_line: 3}\n")
        == ""
    )


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("to: weir-1991/4.1", "Did you mean “weir-1990”?"),
        ("to: 'bib:brel-1911'", "Did you mean “brell-1911”?"),
        ("to: 'event:dry-sumer'", "Did you mean “dry-summer”?"),
        ("to: 'person:dry-summer'", "no person has this id"),
        ("to: 'page:4'", "leads nowhere that is known"),
        ("to_line: 4, to: weir-1990", "either `to` or `to_line`"),
        ("note: x", "either `to` or `to_line`"),
        ("to: weir-1990, to_work: weir-1990", "without a line of it"),
        ("to: weir-1990, locator: p. 5", "only a bibliographic entry"),
        ("to_line: 4, to_work: weir-191", "no work has this id"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, fields, says):
    text = f"# references\n- {{work: mill-1961, line: 1, read: x, {fields}}}\n"
    said = problems(tmp_path, text)
    assert says in said
    assert "edition/crossrefs.yml, line 2" in said


def test_a_record_is_never_altered():
    record = CrossReference.model_validate({"work": "weir-1990", "line": 1, "read": "x", "to": "none"})
    with pytest.raises(ValueError, match="frozen"):
        record.line = 2


def test_white_space_alone_is_no_reference(tmp_path):
    message = problems(tmp_path, '- {work: mill-1961, line: 1, read: " ", to: weir-1990}\n')
    assert "`read` has the wrong form" in message
