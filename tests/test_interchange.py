"""The interchange form: written, read back, described, and refused where it is bad."""

import json
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from build_edition.errors import InputError, TranscriptError
from build_edition.interchange import dump, load, schema, schema_text
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

SOURCE = Source.from_text("THE WICK\n\nIt burnt--low. ¹\n", "wick.txt")


def transcript() -> Transcript:
    return Transcript(
        SOURCE,
        (Intervention(18, 20, "—", "dashes"), Intervention(20, 23, "slow", "emendation:1", "low")),
        (
            Mark("pb", 0, 0, MappingProxyType({"n": None, "cert": "low"})),
            Mark("head", 0, 8, MappingProxyType({"level": 2, "run_in": True})),
            Mark("ref", 25, 26, MappingProxyType({"n": "1"})),
        ),
    )


def test_the_form() -> None:
    assert json.loads(dump(transcript())) == {
        "format": "build-edition/transcript",
        "version": 1,
        "source": {"name": "wick.txt", "sha256": SOURCE.sha256, "length": 27},
        "interventions": [
            {"start": 18, "end": 20, "reading": "—", "rule": "dashes"},
            {"start": 20, "end": 23, "reading": "slow", "rule": "emendation:1", "cert": "low"},
        ],
        "marks": [
            {"kind": "pb", "start": 0, "end": 0, "n": None, "cert": "low"},
            {"kind": "head", "start": 0, "end": 8, "level": 2, "run_in": True},
            {"kind": "ref", "start": 25, "end": 26, "n": "1"},
        ],
    }


def test_what_is_written_is_read_back() -> None:
    assert load(dump(transcript()), SOURCE) == transcript()
    assert load(dump(transcript()).encode(), SOURCE) == transcript()


def test_types_of_attributes_are_kept() -> None:
    head = next(load(dump(transcript()), SOURCE).of_kind("head"))
    assert (head.get("level"), head.get("run_in")) == (2, True)
    assert isinstance(head.get("run_in"), bool)


@given(st.text(max_size=40), st.text(max_size=8), st.data())
def test_any_text_comes_back(text: str, reading: str, data: st.DataObject) -> None:
    source = Source.from_text(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    changes = () if text[start:end] == reading else (Intervention(start, end, reading, "r"),)
    written = Transcript(source, changes)
    assert load(dump(written), source) == written


def test_the_schema_in_the_documentation_is_current(root: Path) -> None:
    page = root / "docs" / "reference" / "transcript.schema.json"
    assert page.read_text(encoding="utf-8") == schema_text(), "run `make reference`"


def test_the_schema_takes_what_is_written() -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(json.loads(dump(transcript())))


# Each a path into the form, what to put there (or to leave it out), and what is said of it.
OUT = object()
BAD: list[tuple[tuple[str | int, ...], Any, str]] = [
    (("format",), "other/thing", "is not a transcript"),
    (("format",), OUT, "is not a transcript"),
    (("version",), 2, "is of version 2; this program reads version 1"),
    (("version",), OUT, "version: field required"),
    (("source",), OUT, "source: field required"),
    (("source", "sha256"), "abc", "source.sha256"),
    (("source", "length"), -1, "source.length"),
    (("interventions", 0, "start"), "18", "interventions.0.start"),
    (("interventions", 0, "start"), 18.5, "interventions.0.start"),
    (("interventions", 0, "start"), -1, "interventions.0.start"),
    (("interventions", 0, "reading"), None, "interventions.0.reading"),
    (("interventions", 0, "rule"), "", "interventions.0.rule"),
    (("interventions", 0, "cert"), "medium", "interventions.0.cert"),
    (("interventions", 0, "extra"), 1, "interventions.0.extra"),
    (("marks", 1, "kind"), "blob", "is of no kind known here"),
    (("marks", 1, "level"), [1], "marks.1.level"),
    (("marks", 1, "level"), 1.5, "marks.1.level"),
    (("marks",), {}, "marks"),
    (("more",), 1, "more"),
]


@pytest.mark.parametrize(("path", "value", "said"), BAD)
def test_a_bad_file_is_refused_by_loader_and_schema(path: tuple[str | int, ...], value: Any, said: str) -> None:
    form = json.loads(dump(transcript()))
    holder = form
    for part in path[:-1]:
        holder = holder[part]
    if value is OUT:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    with pytest.raises(TranscriptError) as caught:
        load(json.dumps(form), SOURCE, "wick.json")
    assert said in str(caught.value)
    assert str(caught.value).startswith("wick.json")
    assert not Draft202012Validator(schema()).is_valid(form)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("interventions", 0, "end"), 99, "outside the source"),
        (("interventions", 0, "end"), 21, "overlaps"),
        (("interventions", 0, "reading"), "--", "changes nothing"),
        (("marks", 1, "end"), 9, "white space"),
        (("marks", 2, "end"), 99, "outside the source"),
        (("marks", 1, "end"), 0, "covers nothing"),
        (("marks", 1, "start"), 19, "lies outside"),
        (("source", "length"), 28, "counts 28 characters in its source, which has 27"),
        (("source", "sha256"), "0" * 64, "was made from wick.txt with the SHA-256 0000000000000000…"),
    ],
)
def test_a_file_that_breaks_the_invariants_is_refused(path: tuple[str | int, ...], value: Any, said: str) -> None:
    form = json.loads(dump(transcript()))
    holder = form
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    with pytest.raises(TranscriptError) as caught:
        load(json.dumps(form), SOURCE, "wick.json")
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "no json", b"\xff\xfe", '{"format": "build-edition/transcript"'])
def test_what_is_not_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(InputError, match="is not JSON"):
        load(text, SOURCE, "wick.json")


@pytest.mark.parametrize("text", ["[]", "null", "3", '"text"'])
def test_json_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(TranscriptError, match="is not a transcript"):
        load(text, SOURCE, "wick.json")


def test_an_attribute_must_not_hide_the_span() -> None:
    bad = Transcript(SOURCE, (), (Mark("head", 0, 8, MappingProxyType({"start": 3})),))
    with pytest.raises(TranscriptError, match="attribute called start"):
        dump(bad)
