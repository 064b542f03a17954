"""The glossary, the registers and the decisions: read whole, and refused with file, line, field and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition.edition.entries.entry_files import EntryFiles, file_of, read
from build_edition.edition.entries.registers import Event, Person, Title
from build_edition.errors import RecordError

GLOSSARY = """- id: lamp-tax
  headword: lamp tax
  cyrillic: фонарный налог
  transliterations: {ala-lc: fonarnyĭ nalog, popular: fonarny nalog}
  forms: [lamp tax, lamp taxes]
  definition: A tax on light.
  see_also: [miller]
  sources: [{bib: miller-1901, locator: p. 3}]
  own_entries: [miller-1901/glossary.2]
"""
PEOPLE = """- id: miller
  name: Miller, Ann
  display: Ann Miller
  forms: [Ann Miller, Miller]
  identification: She paid twice.
  dates: 1850–1911
  wikidata: Q12
- id: miller-sons
  name: Miller and Sons
  forms: [Miller and Sons, Miller]
  identification: Dealers in oil.
"""
EVENTS = """- id: repeal
  name: Repeal
  forms: [repeal]
  identification: The end of the tax.
  date: 1903-05-01/1903-06
"""
WORKS = """- id: the-wick
  name: The Wick
  forms: [The Wick]
  identification: A song.
  bib: miller-1901
  author: miller
"""
DECISIONS = """- {form: Miller, is: miller}
- {form: Miller, is: none, work: miller-1901, line: 3, nth: 2, note: A mill.}
"""
FILES = {
    "glossary.yml": GLOSSARY,
    "registers/people.yml": PEOPLE,
    "registers/events.yml": EVENTS,
    "registers/works.yml": WORKS,
    "registers/decisions.yml": DECISIONS,
}


def put(root: Path, **changes: str) -> Path:
    """An edition folder with these files; a change names its file with `__` for a slash."""
    for name, text in FILES.items():
        target = root / "edition" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(changes.get(name.removesuffix(".yml").replace("/", "__"), text), encoding="utf-8")
    return root


def told(root: Path) -> list[RecordError]:
    problems: list[RecordError] = []
    read(root, ["miller-1901"], ["miller-1901"], problems)
    return problems


def test_all_files_are_read(tmp_path: Path) -> None:
    problems: list[RecordError] = []
    found = read(put(tmp_path), ["miller-1901"], ["miller-1901"], problems)
    assert problems == []
    (term,) = found.glossary
    assert (term.kind, term.label, term.shown) == ("term", "lamp tax", "lamp tax")
    assert term.transliterations is not None
    assert term.transliterations.ala_lc == "fonarnyĭ nalog"
    person, firm = found.registers["people"]
    assert (person.kind, person.label, person.shown) == ("person", "Miller, Ann", "Ann Miller")
    assert firm.shown == "Miller and Sons"
    (event,) = found.registers["events"]
    assert isinstance(event, Event)
    assert event.date == "1903-05-01/1903-06"
    (title,) = found.registers["works"]
    assert isinstance(title, Title)
    assert title.author == "miller"
    assert [(one.owner, one.line, one.nth) for one in found.decisions] == [("miller", None, None), ("", 3, 2)]
    assert [file_of(one).as_posix() for one in (term, person, title)] == [
        "edition/glossary.yml", "edition/registers/people.yml", "edition/registers/works.yml"
    ]  # fmt: skip


def test_no_files_are_no_entries(tmp_path: Path) -> None:
    problems: list[RecordError] = []
    assert read(tmp_path, [], [], problems) == EntryFiles()
    assert problems == []


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "said"),
    [
        ("glossary", "cyrillic:", "cyrilic:", "line 3", "Did you mean `cyrillic`?"),
        ("glossary", "  definition: A tax on light.\n", "", "line 1", "`definition` is missing"),
        ("glossary", "[lamp tax, lamp taxes]", "[]", "line 5", "`forms` is empty"),
        ("glossary", "lamp taxes]", "lamp tax]", "line 5", "has “lamp tax” twice"),
        ("glossary", "[lamp tax,", "['“…”',", "line 5", "holds neither a letter nor a digit"),
        ("glossary", "id: lamp-tax", "id: Lamp tax", "line 1", "has the wrong form"),
        ("glossary", "id: lamp-tax", "id: index", "line 1", "means something else here"),
        ("glossary", "[miller]", "[milner]", "line 7", "`see_also` names “milner”: no entry has this id"),
        ("glossary", "[miller]", "[milner]", "line 7", "Did you mean “miller”?"),
        ("glossary", "[miller]", "[lamp-tax]", "line 7", "names the entry itself"),
        ("glossary", "bib: miller-1901", "bib: miller-1091", "line 8", "Did you mean “miller-1901”?"),
        ("glossary", "[miller-1901/", "[milner-1901/", "line 9", "`own_entries` names “milner-1901”"),
        ("registers__people", "wikidata: Q12", "wikidata: 12", "line 7", "`wikidata`"),
        ("registers__people", "miller-sons", "lamp-tax", "line 8", "edition/glossary.yml, line 1"),
        ("registers__events", "1903-06", "1902-06", "line 5", "ends before it begins"),
        ("registers__events", "1903-06", "June", "line 5", "is no machine date"),
        ("registers__events", "1903-05-01", "1903-02-30", "line 5", "is no day of the calendar"),
        ("registers__works", "author: miller", "author: repeal", "line 6", "nobody in people.yml"),
        ("registers__works", "bib: miller-1901", "bib: x", "line 5", "the bibliography has no such entry"),
        ("registers__decisions", "form: Miller, is: miller", "form: Milner, is: miller", "line 1", "“Miller”?"),
        ("registers__decisions", "is: miller}", "is: milner}", "line 1", "`is` names “milner”"),
        ("registers__decisions", "is: miller}", "is: repeal}", "line 1", "that have it: miller, miller-sons"),
        ("registers__decisions", "work: miller-1901", "work: milner-1901", "line 2", "no work has this id"),
        ("registers__decisions", ", work: miller-1901", "", "line 2", "gives a line and no work"),
        ("registers__decisions", ", line: 3", "", "line 2", "says which on a line, and no line"),
        (
            "registers__decisions",
            "is: none, work: miller-1901, line: 3, nth: 2",
            "is: none",
            "line 2",
            "decides what is decided already",
        ),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, file: str, old: str, new: str, where: str, said: str) -> None:
    name = file.replace("__", "/") + ".yml"
    assert old in FILES[name]
    (problem,) = told(put(tmp_path, **{file: FILES[name].replace(old, new, 1)}))
    assert problem.where == f"edition/{name}, {where}"
    assert said in str(problem)


def test_a_file_that_cannot_be_read_makes_no_errors_elsewhere(tmp_path: Path) -> None:
    problems = told(put(tmp_path, registers__people="- id: [\n"))
    assert [problem.where.partition(",")[0] for problem in problems] == ["edition/registers/people.yml"]


def test_every_register_has_a_kind_of_its_own() -> None:
    assert Person.kind == "person"
    assert {model.kind for model in (Person, Event, Title)} == {"person", "event", "title"}
