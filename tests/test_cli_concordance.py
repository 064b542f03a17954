"""The command that shows where an entry is named."""

from __future__ import annotations

import json

import pytest
from rich.console import Console

from build_edition import specimen
from tests.command_line import run
from tests.edition_folder import EditionFolder

TERMS = """- id: lamp-tax
  headword: lamp tax
  forms: [tax on lamps, Lamp Tax]
  definition: It fell on light.
- {id: lamp, headword: lamp, forms: [lamps], definition: It burns.}
"""


@pytest.fixture
def valley(inside: EditionFolder) -> EditionFolder:
    inside.write("edition/glossary.yml", TERMS)
    return inside


@pytest.mark.usefixtures("valley")
@pytest.mark.parametrize("term", ["lamp-tax", "lamp tax", "tax on lamps", "Lamp Tax", "Tax on lamps"])
def test_an_entry_is_found_by_id_name_and_form(term: str) -> None:
    code, out, err = run("concordance", term)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "lamp tax (term lamp-tax): 2 occurrences"


@pytest.mark.usefixtures("valley")
def test_lines_are_aligned_on_the_keyword() -> None:
    _, out, _ = run("concordance", "lamp-tax")
    lines = out.splitlines()
    assert lines[1] == "miller-1901"
    assert lines[2].index("Lamp Tax") == lines[3].index("tax on lamps")
    assert lines[3].endswith(
        "tax on lamps. It fel on the poor, who read at night, and spared the rich, who slept."
    )


@pytest.mark.usefixtures("valley")
def test_a_part_of_a_longer_form_bears_a_sign() -> None:
    _, out, _ = run("concordance", "lamp")
    assert out.splitlines()[2].startswith("2 +")
    assert "+ a part of a longer form of another entry" in out


@pytest.mark.usefixtures("valley")
def test_json_has_every_line() -> None:
    code, out, _ = run("concordance", "lamp-tax", "--json")
    (entry,) = json.loads(out)
    assert code == 0
    assert (entry["id"], entry["count"]) == ("lamp-tax", 2)
    assert [line["keyword"] for line in entry["lines"]] == ["Lamp Tax", "tax on lamps"]
    assert entry["lines"][1]["left"] == "Nobody in our valley liked the "


def test_only_chosen_works_and_those_absent_are_told(valley: EditionFolder) -> None:
    valley.add_work("abbot-1902", order=2)
    _, out, _ = run("concordance", "lamp-tax", "--works", "abbot-1902")
    assert "2 occurrences" in out
    assert "miller-1901" not in out
    (valley.root / "sources/abbot-1902.txt").unlink()
    _, out, _ = run("concordance", "lamp-tax")
    assert "Not read, since their sources are not here: abbot-1902." in out


@pytest.mark.usefixtures("valley")
def test_an_unknown_term_tells_the_nearest() -> None:
    code, _, err = run("concordance", "lamptax")
    assert code == 2
    assert "The nearest are: lamp-tax, lamp." in err


@pytest.mark.usefixtures("inside")
def test_without_entries_it_says_so() -> None:
    code, _, err = run("concordance", "lamp")
    assert code == 2
    assert "no glossary and no registers yet" in err


@pytest.mark.parametrize("width", [80, 160])
def test_it_fits_the_screen(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    monkeypatch.setattr("build_edition.commands.concordance.screen", lambda: console)
    monkeypatch.chdir(specimen.ROOT)
    code, out, _ = run("concordance", "Forty Locks")
    lines = [line for line in out.splitlines() if "  " in line]
    assert code == 0
    assert len(lines) == 10
    assert max(map(len, lines)) <= width
    assert {line.index("Forty Locks") for line in lines} == {lines[0].index("Forty Locks")}
