"""The order of an index, and the variants under which an entry is looked for."""

import pytest

from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import Person
from build_edition.writers.typst.back.filing import FIGURES, by_letter, filed
from build_edition.writers.typst.back.variants import inverted, variants


def test_letters_count_and_spaces_do_not():
    headings = ["newcomer", "New Lanark", "Newton Abbot", "Newton, Ann", "new"]
    assert sorted(headings, key=filed) == ["new", "newcomer", "New Lanark", "Newton, Ann", "Newton Abbot"]


def test_accents_apostrophes_and_articles_do_not_count():
    assert filed("Étaples")[0] == filed("etaples")[0]
    assert filed("Afanas’ev, V.")[0] == "afanasev"
    assert filed("The Even Pound")[0] == "evenpound"
    assert filed("A")[0] == "a"


def test_figures_stand_first_by_their_number():
    groups = by_letter(["10th Lock", "Zander", "9th Lock", "abbey"], str)
    assert groups == [(FIGURES, ["9th Lock", "10th Lock"]), ("A", ["abbey"]), ("Z", ["Zander"])]


@pytest.mark.parametrize(
    ("name", "heading"), [("Ann Miller", "Miller, Ann"), ("Miller", "Miller"), ("Miller, Ann", "Miller, Ann")]
)
def test_a_name_is_inverted(name, heading):
    assert inverted(name) == heading


def term(name: str, headword: str, forms: list[str], expansion: str | None = None) -> Term:
    return Term(id=name, headword=headword, forms=forms, definition="It is so.", expansion=expansion)


def test_a_variant_is_listed_where_it_is_filed_elsewhere():
    pound = term("pound", "pound", ["pound", "pounds", "reach", "reaches"])
    assert variants([pound], {"pound": ["pounds", "reaches", "reach"]}) == [("reach", (pound,))]


def test_only_forms_that_are_used_are_listed_and_what_an_abbreviation_stands_for():
    fly = term("fly", "FLY", ["FLY", "Flight"], "полёт / First Lock Year; also a boat")
    assert [heading for heading, _ in variants([fly], {"fly": ["FLY"]})] == ["also a boat", "First Lock Year"]


def test_a_variant_of_two_entries_leads_to_both_and_one_that_is_an_entry_to_none():
    one, two = term("one", "kiln", ["oven", "weir"]), term("two", "weir", ["oven"])
    assert variants([one, two], {"one": ["oven", "weir"], "two": ["oven"]}) == [("oven", (one, two))]


def test_a_person_is_looked_for_by_surname():
    venn = Person(id="venn", name="Venn, Orla", forms=["Orla Venn", "Orla Bright"], identification="Lamplighter.")
    assert variants([venn], {"venn": ["Orla Venn", "Orla Bright"]}) == [("Bright, Orla", (venn,))]
