"""Records: what is wrong in one is told with file, line, field and remedy."""

from pathlib import Path

import pytest

from build_edition.edition.loading.loader import LARGEST, load
from build_edition.edition.records import EditionRecord, WorkRecord
from build_edition.edition.words import emendations
from build_edition.errors import RecordError
from tests.edition_folder import EditionFolder

RECORD = "edition/works/miller-1901.yml"


def refusal(path: Path, model: type = WorkRecord) -> str:
    with pytest.raises(RecordError) as caught:
        load(path, model, path.name)
    return str(caught.value)


def test_a_valid_record_is_read(edition: EditionFolder) -> None:
    record, document = load(edition.root / RECORD, WorkRecord, RECORD)
    assert (record.id, record.order, record.source.file) == ("miller-1901", 1, "miller-1901.txt")
    assert document.where(("source", "sha256")) == f"{RECORD}, line 8"
    assert record.rights.holder is None


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("order: 1", "ordre: 1", 4, "`ordre` is no field of this record\n  Did you mean `order`?"),
        ("order: 1\n", "", 1, "`order` is missing\n  Add `order: …`."),
        ("order: 1", "order: one", 4, "`order` must be a whole number, not text"),
        ("order: 1", "order: 0", 4, "`order` is 0"),
        ("order: 1", "order: true", 4, "`order` must be a whole number, not yes or no"),
        ("title: The Lamp Tax", "title: 1901", 3, '`title` must be text, not a number (1901)\n  Write "1901"'),
        ("title: The Lamp Tax", "title:", 3, "`title` must be text, not nothing"),
        ("title: The Lamp Tax", 'title: " "', 3, "`title` is empty"),
        ("layout: essay", "layout: esay", 5, "Did you mean `essay`?"),
        ("id: miller-1901", "id: Miller 1901", 1, "small letters, digits and single hyphens"),
        ("bib: miller-1901", "bib: a:b", 2, "`bib` has the wrong form"),
        ("file: miller-1901.txt", "file: ../miller.txt", 7, "`source.file` must be a file name without folders"),
        ("sha256: ", "sha256: x", 8, "`source.sha256` has the wrong form"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "free", 11, "rightsstatements.org"),
        ("rights:\n", "rights: free\nmore:\n", 10, "`rights` must be a group of fields, not text"),
        ("order: 1", "order: 1\norder: 2", 5, "gives `order` twice (first at line 4)"),
        ("order: 1", "order: &one 1\nmore: *one", 4, "uses the anchor &one"),
        ("order: 1", "order: !!python/name:os.system x", 4, "uses a tag"),
        ("order: 1", "order: [1", 5, "is not valid YAML"),
        ("order: 1", "? [a]\n: 1", 4, "has a list or a group as a key"),
        ("order: 1", "order: " + "[" * 40, 4, "is nested more than 20 deep"),
        ("supply:", "---\nsupply:", 13, "holds more than one document"),
    ],
)
def test_a_fault_is_told_with_its_line(edition: EditionFolder, old: str, new: str, line: int, said: str) -> None:
    edition.change(RECORD, old, new)
    message = refusal(edition.root / RECORD)
    assert f"miller-1901.yml, line {line}: " in message
    assert said in message


@pytest.mark.parametrize("day", ["yesterday", "2031", "9 March 2031", "2031-03-09T12:00:00Z", "2031-02-30"])
def test_the_date_of_a_version_is_a_day(edition: EditionFolder, day: str) -> None:
    edition.change("edition/edition.yml", 'version: "0.1"', f'version: "0.1"\ndate: "{day}"')
    assert "edition.yml, line 6: `date` is" in refusal(edition.root / "edition/edition.yml", EditionRecord)


def test_all_faults_of_a_file_are_told_in_order_of_line(edition: EditionFolder) -> None:
    edition.change(RECORD, "order: 1", "ordre: 1")
    edition.change(RECORD, "layout: essay", "layout: scroll")
    message = refusal(edition.root / RECORD)
    assert message.startswith("3 things are wrong:\n")
    assert message.index("`order` is missing") < message.index("`ordre`") < message.index("`layout`")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"# nothing\n", "is empty"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"- one\n", "the file must be a group of fields, not a list"),
        (b"words\n", "the file must be a group of fields, not text"),
        (b"a: \x07\n", "is not valid YAML"),
        (b"a" * (LARGEST + 1), "is larger than"),
    ],
)
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "bad.yml"
    path.write_bytes(data)
    assert said in refusal(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "none.yml")


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{k}: &a{k} [{', '.join([f'*a{k - 1}'] * 9)}]" for k in range(1, 30)]
    path = tmp_path / "bomb.yml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "line 1: uses the anchor &a0" in refusal(path)
    path.write_text("a: *a0\n", encoding="utf-8")
    assert "line 1: uses the alias *a0" in refusal(path)


def test_the_edition_s_record(edition: EditionFolder) -> None:
    record, _ = load(edition.root / "edition/edition.yml", EditionRecord, "edition.yml")
    assert record.sources == ("sources",)
    assert record.outputs == ("site",)


def test_faults_of_the_edition_s_record(edition: EditionFolder) -> None:
    edition.write(
        "edition/edition.yml", "title: T\neditors: me\nlicence: X\nlanguage: English\nversion: 1.0\nsources: []\n"
    )
    message = refusal(edition.root / "edition/edition.yml", EditionRecord)
    assert "line 2: `editors` must be a list, not text" in message
    assert "line 4: `language` has the wrong form" in message
    assert 'Write "1.0", in quotes.' in message
    assert "line 6: `sources` is empty" in message


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("{line: 1, read: a, as: a, cause: word, by: me}", "changes nothing"),
        ("{line: 1, read: a, cause: word, by: me}", "says nothing to read instead"),
        ("{line: 1, read: a, as: b, cause: slip, by: me}", "is a slip"),
        ("{line: 0, read: a, as: b, cause: word, by: me}", "`line` is 0"),
        ("{line: 1, read: a, as: b, cause: wrod, by: me}", "Did you mean `word`?"),
        ("{line: 1, read: a, as: b, cause: word}", "`by` is missing"),
        ("{line: 1, read: a, reading: b, cause: word, by: me}", "`reading` is no field"),
        ('{line: 1, read: a, as: "b\\nc", cause: word, by: me}', "has the wrong form"),
    ],
)
def test_faults_of_emendations_name_the_record(tmp_path: Path, record: str, said: str) -> None:
    path = tmp_path / "x.yml"
    path.write_text(f"- {{line: 1, read: x, as: y, cause: word, by: me}}\n- {record}\n", encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        emendations.read(path, "x.yml")
    assert "x.yml, line 2: record 2" in str(caught.value)
    assert said in str(caught.value)
