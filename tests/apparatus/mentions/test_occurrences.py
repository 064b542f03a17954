"""Occurrences: each with its place, the longest form first, and shared forms as the decisions say."""

from build_edition.edition.entries.decisions import Decision
from build_edition.work import Work
from tests.apparatus.mentions.entries import decision, essay, mentions, person, term
from tests.made import chapter, note, p


def listed(made: Work, *entries, **more) -> list[tuple]:
    """Entry, form, passage and what it is within, for all occurrences."""
    found, _ = mentions(made, *entries, **more)
    return [
        (one.entry, one.form, one.place.passage, one.within)
        for every in found.occurrences.values()
        for one in every
    ]


def test_an_occurrence_knows_its_place() -> None:
    made = essay(
        *chapter("ONE", "The Mill", p("{pb:7}It stood."), p("They ground{call:1} there.{pb:8} A mill it was.")),
        note("1", "The mill ground lamps."),
        *chapter("TWO", "Oil", p("No mill.")),
    )
    found, _ = mentions(made, term("mill"))
    places = [one.place for one in found.occurrences["mill"]]
    assert [(at.ref, at.page, at.in_heading, at.division) for at in places] == [
        ("w/1", "", True, "1"), ("w/1.2", "8", False, "1"), ("w/1.n1", "8", False, "1"), ("w/2.1", "8", False, "2")
    ]  # fmt: skip
    source = made.transcript.source
    assert ["mill" in source.lines[at.line - 1].text.casefold() for at in places] == [True] * 4


def test_note_calls_and_line_ends_do_not_hide_a_form() -> None:
    made = essay(p("The lamp{call:1} tax\nand the lamp\ntax, and the lamp {pb:9}tax."))
    assert listed(made, term("lamp tax")) == [("lamp-tax", "lamp tax", "1", "")] * 3


def test_the_longest_form_wins_over_all_entries() -> None:
    made = essay(p("The lamp tax, the lamp, and the tax office."))
    assert listed(made, term("lamp"), term("lamp tax"), term("tax office", "tax office"), term("tax")) == [
        ("lamp", "lamp", "1", "lamp-tax"),
        ("lamp", "lamp", "1", ""),
        ("lamp-tax", "lamp tax", "1", ""),
        ("tax-office", "tax office", "1", ""),
        ("tax", "tax", "1", "lamp-tax"),
        ("tax", "tax", "1", "tax-office"),
    ]


def test_a_part_of_a_longer_form_of_the_same_entry_is_none_of_its_own() -> None:
    made = essay(p("Ann Miller came. Miller went."))
    assert [row[1] for row in listed(made, person("miller", "Miller", "Ann Miller"))] == ["Ann Miller", "Miller"]


def test_a_shared_form_is_undecided_until_a_decision() -> None:
    made = essay(p("Miller came. Miller went, and Miller stayed."), p("Ann Miller sang. Miller slept."))
    two = person("ann", "Ann Miller", "Miller"), person("bob", "Bob Miller", "Miller")
    found, linked = mentions(made, *two)
    assert [(one.form, one.entries, one.place.passage, one.nth) for one in found.undecided] == [
        ("Miller", ("ann", "bob"), "1", 1), ("Miller", ("ann", "bob"), "1", 2),
        ("Miller", ("ann", "bob"), "1", 3), ("Miller", ("ann", "bob"), "2", 1),
    ]  # fmt: skip
    assert [one.form for one in found.occurrences["ann"]] == ["Ann Miller"]
    assert found.occurrences["bob"] == ()
    assert found.applied == frozenset()
    assert linked.sections != made.sections  # for Ann Miller, whose name says who she is

    decisions = (
        decision("Miller", "ann"),
        decision("Miller", "bob", work="w", line=1),
        decision("Miller", "none", work="w", line=1, nth=2),
        decision("Miller", "bob", work="v"),
    )
    found, _ = mentions(made, *two, decisions=decisions)
    assert found.undecided == ()
    assert [(one.entry, one.place.passage) for one in found.occurrences["bob"]] == [("bob", "1"), ("bob", "1")]
    assert [one.form for one in found.occurrences["ann"]] == ["Ann Miller", "Miller"]
    assert found.applied == frozenset(decisions[:3])


def test_lines_of_another_source_mean_nothing() -> None:
    made = essay(p("Miller came."))
    here = (decision("Miller", "none", work="w", line=1),)
    assert listed(made, person("ann", "Miller"), decisions=here) == []
    assert len(listed(made, person("ann", "Miller"), decisions=here, pinned=False)) == 1


def test_a_decision_of_the_very_letters_goes_before_one_of_the_listed_form() -> None:
    made = essay(p("Party and party."))
    entries = term("party"), person("whigs", "Party")
    rules: tuple[Decision, ...] = (decision("party", "party"), decision("Party", "whigs"))
    assert listed(made, *entries, decisions=rules) == [("party", "party", "1", ""), ("whigs", "Party", "1", "")]
    assert listed(made, *entries, decisions=rules[:1])[0] == ("party", "Party", "1", "")


def test_a_form_that_is_nobodys_hides_nothing() -> None:
    made = essay(p("The lamp tax."))
    rules = (decision("lamp tax", "none"),)
    assert listed(made, term("lamp tax"), term("tax"), decisions=rules) == [("tax", "tax", "1", "")]
