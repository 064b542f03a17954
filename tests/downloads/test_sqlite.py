"""SQLite: sound, the same twice, every word of every text, and found by phrase, beginning and without accents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from build_edition.downloads import passages as json_lines
from build_edition.downloads.database import FORMAT
from build_edition.errors import EditionError
from build_edition.whole import Whole
from build_edition.writers.database.schema import SEARCH, VIEWS
from build_edition.writers.database.tables import TABLES
from tests.downloads.examples import code_of
from tests.downloads.taken import calls_in, counted, of_edition
from tests.downloads.test_jsonl import lines_of
from tests.edition_folder import EditionFolder
from tests.site_folder import prepared
from tests.writers.test_corpus import ink_of


def opened(path: Path) -> sqlite3.Connection:
    """A database as a reader opens it, who may change nothing."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


@pytest.fixture(scope="module")
def database(whole: Whole, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(opened(of_edition(FORMAT, whole, tmp_path_factory.mktemp("specimen")))) as found:
        yield found


@pytest.fixture(scope="module")
def five_database(five_whole: Whole, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(opened(of_edition(FORMAT, five_whole, tmp_path_factory.mktemp("five")))) as found:
        yield found


def one(database: sqlite3.Connection, query: str, *values: object) -> object:
    return database.execute(query, values).fetchone()[0]


def assert_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table.name})")]
        assert columns == [column.name for column in table.columns]
        assert one(database, f"SELECT count(*) FROM {table.name}") or table.name == "see_also", table.name
    for view in VIEWS:
        assert one(database, f"SELECT count(*) FROM {view.name}")


def assert_every_letter(database: sqlite3.Connection, whole: Whole) -> None:
    for item in whole.works:
        assert item.transcript is not None
        rows = database.execute("SELECT text FROM passages WHERE work_id = ? ORDER BY id", (item.record.id,))
        assert "".join("".join(text.split()) for (text,) in rows) == ink_of(item.transcript)


def assert_counts(database: sqlite3.Connection, whole: Whole) -> None:
    for item in whole.works:
        name, there = item.record.id, counted(item)
        passages = whole.passages[name]
        assert one(database, "SELECT count(*) FROM notes WHERE work_id = ?", name) == there["notes"]
        assert one(database, "SELECT count(*) FROM pages WHERE work_id = ?", name) == there["pages"]
        calls = "SELECT count(*) FROM note_calls JOIN passages ON passages.id = passage_id WHERE work_id = ?"
        assert one(database, calls, name) == len(list(calls_in(passages)))
        for kind in ("p", "row", "item", "quote", "note"):
            count = one(database, "SELECT count(*) FROM passages WHERE work_id = ? AND kind = ?", name, kind)
            assert count == sum(passage.kind == kind for passage in passages)
        assert item.transcript is not None
        changes = one(database, "SELECT count(*) FROM interventions WHERE work_id = ?", name)
        assert changes == len(item.transcript.interventions)
    assert one(database, "SELECT count(*) FROM terms") == len(whole.entries)
    assert one(database, "SELECT count(*) FROM occurrences") == sum(map(len, whole.occurrences.values()))
    assert one(database, "SELECT count(*) FROM references_") == len(whole.references.references)
    assert one(database, "SELECT count(*) FROM chronology") == len(whole.timeline)
    assert one(database, "SELECT count(*) FROM bibliography") == len(whole.project.bibliography)


def test_the_database_of_the_specimen_is_sound(database: sqlite3.Connection) -> None:
    assert_sound(database)


def test_the_database_of_the_five_works_is_sound(five_database: sqlite3.Connection) -> None:
    assert_sound(five_database)


def test_every_letter_of_the_specimen_stands_in_it(database: sqlite3.Connection, whole: Whole) -> None:
    assert_every_letter(database, whole)


def test_every_letter_of_the_five_works_stands_in_it(five_database: sqlite3.Connection, five_whole: Whole) -> None:
    assert_every_letter(five_database, five_whole)


def test_the_counts_are_those_of_the_specimen(database: sqlite3.Connection, whole: Whole) -> None:
    assert_counts(database, whole)


def test_the_counts_are_those_of_the_five_works(five_database: sqlite3.Connection, five_whole: Whole) -> None:
    assert_counts(five_database, five_whole)


def test_it_holds_the_passages_that_json_lines_hold(
    database: sqlite3.Connection, whole: Whole, tmp_path: Path
) -> None:
    lines = lines_of(of_edition(json_lines.FORMAT, whole, tmp_path))
    columns = ("work", "passage", "kind", "division", "url", "text")
    told = [tuple(line[name] for name in columns) for line in lines if line["kind"] != "about"]
    query = """SELECT passages.work_id, coalesce(number, ''), kind, divisions.key, passages.url, text FROM passages
        JOIN divisions ON divisions.id = division_id WHERE text <> '' ORDER BY passages.id"""
    assert database.execute(query).fetchall() == told


def test_the_same_edition_gives_the_same_bytes(whole: Whole, tmp_path: Path) -> None:
    first = of_edition(FORMAT, whole, tmp_path).read_bytes()
    (tmp_path / "edition.sqlite").write_bytes(b"something else")
    assert of_edition(FORMAT, whole, tmp_path).read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == ["edition.sqlite"]


def found_by(database: sqlite3.Connection, query: str) -> list[str]:
    rows = database.execute(
        f"SELECT text FROM passages WHERE id IN (SELECT rowid FROM {SEARCH} WHERE {SEARCH} MATCH ?) ORDER BY id",
        (query,),
    )
    return [text for (text,) in rows]


def test_phrases_and_beginnings_are_found_in_passages_and_notes(database: sqlite3.Connection) -> None:
    every = [(kind, text.casefold()) for kind, text in database.execute("SELECT kind, text FROM passages")]
    for phrase in ("the lock", "rule book"):
        found = found_by(database, f'"{phrase}"')
        assert found
        assert all(phrase in text.casefold() for text in found)
    begun = found_by(database, "farthing*")
    assert len(begun) == sum("farthing" in text for _, text in every) > 0
    assert any(kind == "note" and "farthing" in text for kind, text in every)


def test_datasette_knows_of_which_table_it_is_the_index(database: sqlite3.Connection) -> None:
    sql = str(one(database, "SELECT sql FROM sqlite_master WHERE name = ?", SEARCH))
    assert 'content="passages"' in sql


def test_accents_do_not_matter(edition: EditionFolder, tmp_path: Path) -> None:
    edition.add_work("miller-1902", "The Lamp\n\nThe café in Łódź sold Öl, and Чай, to a naïve miller.\n", order=2)
    with closing(opened(of_edition(FORMAT, prepared(edition.root), tmp_path))) as database:
        for query in ("cafe", "naive", "ol", "чай", "Café"):
            assert len(found_by(database, query)) == 1, query
        assert found_by(database, "tea") == []


def test_every_column_is_explained_where_the_database_keeps_it(database: sqlite3.Connection) -> None:
    for table in TABLES:
        sql = str(one(database, "SELECT sql FROM sqlite_master WHERE name = ?", table.name))
        assert table.says in sql
        for column in table.columns:
            assert column.says
            assert f"-- {column.says}\n" in sql


def test_a_passage_knows_how_it_is_cited(database: sqlite3.Connection, whole: Whole) -> None:
    rows = database.execute("SELECT cited, citation, text FROM passages_with_citation").fetchall()
    wanted = [
        (f"{item.record.id}/{passage.id}", item.entry.citation_text(), passage.text)
        for item in whole.works
        for passage in whole.passages[item.record.id]
        if passage.is_citable
    ]
    assert sorted(rows) == sorted(wanted)


def test_a_note_is_joined_to_its_call(database: sqlite3.Connection, whole: Whole) -> None:
    rows = database.execute("SELECT work_id, key, called_in FROM notes_with_calls").fetchall()
    called = {
        (work, call.target, f"{work}/{passage.id}" if passage.is_citable else None)
        for work, passages in whole.passages.items()
        for passage in passages
        for call in calls_in([passage])
        if call.target
    }
    assert {row for row in rows if row[2]} == {row for row in called if row[2]}


def test_places_lead_to_the_words_that_they_name(five_database: sqlite3.Connection) -> None:
    query = """SELECT occurrences.form, substr(text, text_start + 1, text_end - text_start)
        FROM occurrences JOIN passages ON passages.id = passage_id"""
    rows = five_database.execute(query).fetchall()
    assert all(form == words for form, words in rows)
    lost = "SELECT count(*) FROM chronology_passages WHERE passage_id IS NULL AND place LIKE '%/%'"
    assert one(five_database, lost) == 0


def test_it_says_what_it_is(database: sqlite3.Connection, whole: Whole) -> None:
    told = dict(database.execute("SELECT name, value FROM meta"))
    assert told["edition"].startswith(whole.project.edition.title)
    assert told["version"] == whole.project.edition.version
    assert told["made_by"].startswith("build-edition ")
    digests = dict(database.execute("SELECT id, source_sha256 FROM works"))
    assert digests == {item.record.id: item.record.source.sha256 for item in whole.works}
    assert {rights for (rights,) in database.execute("SELECT rights FROM works")} == {"CC BY 4.0"}


def test_the_example_works(database: sqlite3.Connection, five_database: sqlite3.Connection) -> None:
    language, query = code_of(FORMAT)
    assert language == "sql"
    for one_of in (database, five_database):
        rows = one_of.execute(query).fetchall()
        assert rows
        assert all(cited and citation and "[" in words for cited, citation, words in rows)


def test_an_sqlite_without_full_text_search_is_told_of(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_edition.downloads.database.FILL_SEARCH", ("SELECT fts9()",))
    with pytest.raises(EditionError, match="SQLite cannot write the database") as told:
        of_edition(FORMAT, whole, tmp_path)
    assert "FTS5" in told.value.remedy
