"""Records that nobody may bring in, each refused and told briefly: bombs, tags, hidden signs, endless words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from build_edition.edition.loading.plain_yaml import DEEPEST
from build_edition.edition.words import emendations
from build_edition.errors import RecordError

GOOD = {"line": "3", "read": "fel", "as": "fell", "cause": "character", "by": "A. Reader"}


def text_of(**changed: str | None) -> str:
    fields = {**GOOD, **{name.rstrip("_"): value for name, value in changed.items()}}
    return "- " + "  ".join(f"{name}: {value}\n" for name, value in fields.items() if value is not None)


def refusal(tmp_path: Path, text: str) -> str:
    path = tmp_path / "l3-fell.yml"
    path.write_text(text, encoding="utf-8")
    begun = time.monotonic()
    with pytest.raises(RecordError) as caught:
        emendations.read(path, path.name)
    assert time.monotonic() - begun < 30  # no bomb goes off
    message = str(caught.value)
    assert message.startswith("l3-fell.yml, line ")
    assert len(message) < 600
    assert all(sign == "\n" or sign.isprintable() for sign in message)
    return message


def test_the_good_record_is_read(tmp_path: Path) -> None:
    path = tmp_path / "l3-fell.yml"
    path.write_text(text_of(on="2031-03-09", seen='"9e12"', note="Plain."), encoding="utf-8")
    (record,) = emendations.read(path, path.name)
    assert (record.reading, record.seen, str(record.on)) == ("fell", "9e12", "2031-03-09")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- &a {line: 3}\n- *a\n", "uses the anchor &a"),
        ("- *a\n", "uses the alias *a"),
        (text_of(as_="!!python/object/apply:os.system [ls]"), "uses a tag"),
        (text_of(note="[" * 500_000), f"is nested more than {DEEPEST} deep"),
        (text_of(note="{a: " * 100_000), f"is nested more than {DEEPEST} deep"),
        (text_of() + "---\n" + text_of(), "holds more than one document"),
        (text_of(origin="../../etc/passwd"), "`origin` is no field of this record"),
        (
            "- {line: 3, read: fel, as: fell, cause: character, by: A., " + "x" * 900 + ": 1}\n",
            "is no field of this record",
        ),
        (
            "- {line: 3, read: fel, as: fell, cause: word, by: A., ? " + "x" * 1_000_000 + " : 1}\n",
            "is no field of this record",
        ),
        (text_of(line="0"), "`line` is 0"),
    ],
    ids=lambda value: value[:30],
)
def test_what_is_no_plain_list_of_records(tmp_path: Path, text: str, said: str) -> None:
    assert said in refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("name", "most"), [("read", 1_000), ("as", 1_000), ("perhaps", 1_000), ("note", 2_000), ("by", 200)]
)
@pytest.mark.parametrize("length", ["one more", "a million"])
def test_words_without_end(tmp_path: Path, name: str, most: int, length: str) -> None:
    count = most + 1 if length == "one more" else 1_000_000
    fields = {name: "x" * count} | ({"as": None} if name == "perhaps" else {})
    message = refusal(tmp_path, text_of(**fields))
    assert f"`{name}` has {count:,} characters; it may have {most:,}" in message


@pytest.mark.parametrize("name", ["cause", "cert", "seen", "on", "stet", "nth"])
def test_a_million_characters_where_few_may_stand(tmp_path: Path, name: str) -> None:
    assert f"`{name}`" in refusal(tmp_path, text_of(**{name: "y" * 1_000_000}))


@pytest.mark.parametrize("name", ["as", "perhaps", "by", "note"])
@pytest.mark.parametrize(
    "tag",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p>", "<!-- x", "<IFRAME", "<a\thref=x>"],
)
def test_html(tmp_path: Path, name: str, tag: str) -> None:
    fields = {name: f'"fell {tag}"'.replace("\t", "\\t")} | ({"as": None} if name == "perhaps" else {})
    message = refusal(tmp_path, text_of(**fields))
    assert f"has what looks like an HTML tag in `{name}`" in message


def test_a_sign_that_is_no_tag_may_stand_and_so_may_a_tag_that_the_source_has(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text(text_of(note='"one < two, and 3 > 2"'), encoding="utf-8")
    assert emendations.read(path, "x.yml")[0].note == "one < two, and 3 > 2"
    path.write_text(text_of(read='"<i>fel</i>"', as_='"<i>fell</i>"'), encoding="utf-8")
    assert emendations.read(path, "x.yml")[0].reading == "<i>fell</i>"
    assert "HTML tag" in refusal(tmp_path, text_of(read='"<i>fel</i>"', as_='"<i>fell</i><i>"'))


@pytest.mark.parametrize("name", ["as", "perhaps", "by", "note"])
@pytest.mark.parametrize("sign", ["\\u202e", "\\u2066", "\\u0000", "\\u001b[31m", "\\u0085", "\\u007f"])
def test_signs_that_nobody_sees(tmp_path: Path, name: str, sign: str) -> None:
    fields = {name: f'"fell {sign} x"'} | ({"as": None} if name == "perhaps" else {})
    message = refusal(tmp_path, text_of(**fields))
    assert f"U+{sign[2:6].upper()} in `{name}`" in message


def test_signs_that_turn_the_writing_are_refused_in_a_file_whatever_holds_them(tmp_path: Path) -> None:
    message = refusal(tmp_path, text_of() + "# \u202e nothing to see\n")
    assert "line 6: has the sign U+202E, which turns the direction of writing" in message


def test_hidden_signs_of_the_source_may_be_quoted_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text(text_of(read='"fe\\u0085l \\u202e"', as_='"fe\\u0085ll \\u202e"'), encoding="utf-8")
    assert emendations.read(path, "x.yml")[0].read == "fe\x85l \u202e"


@pytest.mark.parametrize(
    "day", ["2031-13-01", "1700000000", "9 March", "2031-3-9", "2031-03-09T10:00:00Z", "true"]
)
def test_a_day_is_a_day(tmp_path: Path, day: str) -> None:
    assert "`on` is" in refusal(tmp_path, text_of(on=day))


@pytest.mark.parametrize("seen", ['"9F12"', '"9e1"', '"9e123"', "1234", '"../x"'])
def test_a_digest_is_four_digits(tmp_path: Path, seen: str) -> None:
    assert "`seen`" in refusal(tmp_path, text_of(seen=seen))
