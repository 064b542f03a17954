"""Chronologies: dates as print has them, entries before or behind their dates, and one timeline of all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus import enrich
from build_edition.apparatus.chronology import DatedEntry, dated_entries, parse, span_of, timeline
from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.mentions import find_mentions
from build_edition.apparatus.passage_index import passages
from build_edition.edition.entries.registers import Event, Title
from tests.made import chapter, p, work


@pytest.mark.parametrize(
    ("printed", "edtf", "cert"),
    [
        ("1903", "1903", "high"),
        ("March 1903", "1903-03", "high"),
        ("5 March 1903", "1903-03-05", "high"),
        ("March 5, 1903", "1903-03-05", "high"),
        ("1903, 5 March", "1903-03-05", "high"),
        ("1958–60", "1958/1960", "high"),
        ("1958–9", "1958/1959", "high"),
        ("July–Aug 1903", "1903-07/1903-08", "high"),
        ("30 July–23 August 1903", "1903-07-30/1903-08-23", "high"),
        ("8–16 March 1921", "1921-03-08/1921-03-16", "high"),
        ("March 8–16, 1921", "1921-03-08/1921-03-16", "high"),
        ("Dec. 1917–Jan. 1918", "1917-12/1918-01", "high"),
        ("December–January 1918", "1917-12/1918-01", "low"),
        ("(Feb.)", "1911-02", "high"),
        ("c. 1903", "1903", "low"),
        ("the 1920s", "1920/1929", "low"),
        ("Spring 1903", "1903", "low"),
    ],
)
def test_dates_as_print_writes_them(printed, edtf, cert):
    read = parse(printed, 1911)
    assert (read.edtf, read.cert, read.year) == (edtf, cert, int(edtf[:4]))


@pytest.mark.parametrize("printed", ["31 February 1903", "March", "1960–1958", "40 March 1903", "water"])
def test_what_is_no_date_is_none(printed):
    assert parse(printed) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_a_full_date_is_read_as_it_is_written(day):
    assert parse(f"{day.day} {day:%B} {day.year}").edtf == day.isoformat()
    assert span_of(day.isoformat()) == (day.isoformat(), day.isoformat())


def entries(*items, title="Chronology", kind="chronology"):
    listed = ("list", [("item", item, {}) for item in items], {"type": kind} if kind else {})
    made = enrich(work(*chapter("ONE", "A", p("Water.")), ("head", title, {"level": 2}), listed))
    return dated_entries("weir-1990", made, passages(made))


def told(found):
    return [(one.date, one.text, one.inherited) for one in found]


def test_dates_before_the_entries_and_what_stands_under_them():
    found = entries("1902 The weir is built", "The mill is let", "1958–60 The law of ponds", "1961 It is repealed")
    assert told(found) == [
        ("1902", "The weir is built", False),
        ("1902", "The mill is let", True),
        ("1958/1960", "The law of ponds", False),
        ("1961", "It is repealed", False),
    ]
    assert found[0].passage == "weir-1990/chronology.1"


def test_dates_behind_the_entries():
    found = entries("1st Congress of Pounds March 1898", "2nd Congress July–August 1903", "3rd Congress May 1905")
    assert told(found) == [
        ("1898-03", "1st Congress of Pounds", False),
        ("1903-07/1903-08", "2nd Congress", False),
        ("1905-05", "3rd Congress", False),
    ]


def test_several_dated_clauses_under_one_year():
    found = entries(
        "1908 3 March: the gate fails. April: the Rules.", "May: the song.", "1911 The dry summer (Aug.)"
    )
    assert told(found) == [
        ("1908-03-03", "the gate fails.", False),
        ("1908-04", "the Rules.", False),
        ("1908-05", "the song.", True),
        ("1911", "The dry summer (Aug.)", False),
    ]


def test_a_month_in_brackets_is_a_date_under_its_year():
    found = entries("1917 The year of the frost", "The rising (Feb.)", "1918 The thaw", "1919 The flood")
    assert told(found)[1] == ("1917-02", "The rising", True)


def test_a_month_that_is_a_word_is_no_date():
    found = entries("1917 March of the weavers", "May they prosper", "1918 The thaw", "1919 The flood")
    assert [(one.date, one.text) for one in found[:2]] == [
        ("1917", "March of the weavers"),
        ("1917", "May they prosper"),
    ]


def test_what_has_no_date_is_listed_all_the_same():
    found = entries("Of old: the bank-lords", "1902 The weir is built", "1903 The mill is let", kind="")
    assert told(found)[0] == ("", "Of old: the bank-lords", False)
    assert (found[0].cert, found[1].date) == ("low", "1902")


def test_paragraphs_under_a_heading_that_says_chronology():
    made = enrich(
        work(
            *chapter("ONE", "A", p("1902 was dry.")),
            ("head", "Chronology of the main sluices", {"level": 2}),
            p("1902 The first"),
            p("1903 The second"),
        )
    )
    assert [one.date for one in dated_entries("w", made, passages(made))] == ["1902", "1903"]


def event(name, date=None, forms=(), **more):
    given = {"id": name, "name": name, "identification": "It was.", "date": date, "forms": forms, **more}
    return Event.model_validate({key: value for key, value in given.items() if value})


def joined(*registered, alluding=None):
    listed = ("list", [("item", text, {}) for text in LISTED], {"type": "chronology"})
    said = p("The Long Frost undid what the Dry Summer had begun.")
    made = enrich(work(*chapter("ONE", "A", said), ("head", "Chronology", {"level": 2}), listed))
    read = WorkToRead(made, passages(made))
    mentions, _ = find_mentions({"w": read}, {one.id: one for one in registered}, ())
    events = [one for one in registered if isinstance(one, Event)]
    return timeline(dated_entries("w", made, read.passages), events, mentions.occurrences, alluding or {})


LISTED = ("1911 The Dry Summer", "1921 March: the Long Frost. April: thaw.", "1934 The end")


def test_an_event_and_the_entry_that_names_it_are_one():
    frost, summer = event("frost", "1921-03-08", ("Long Frost",)), event("summer", "1911", ("Dry Summer",))
    found = joined(frost, summer)
    assert [(one.date, one.event, [own.text for own in one.entries]) for one in found] == [
        ("1911", "summer", ["The Dry Summer"]),
        ("1921-03-08", "frost", ["the Long Frost."]),
        ("1921-04", "", ["thaw."]),
        ("1934", "", ["The end"]),
    ]
    assert found[0].passages == ("w/1.1",)


def test_passages_that_only_allude_to_an_event_come_after_those_that_name_it():
    summer = event("summer", "1911", ("Dry Summer",))
    found = joined(summer, alluding={"summer": ["w/1.7", "w/1.1", "w/chronology.1"]})
    assert found[0].passages == ("w/1.1", "w/1.7")


def test_an_event_of_another_time_is_another():
    found = joined(event("frost", "1922-03-08", ("Long Frost",)))
    assert [one.event for one in found if one.event] == ["frost"]
    assert not next(one for one in found if one.event).entries


def test_a_record_joins_what_no_form_does():
    found = joined(event("dissolution", chronology=["w/chronology.3"]))
    assert [(one.date, one.event) for one in found][-1] == ("1934", "dissolution")


def test_an_event_without_a_date_that_no_chronology_has_is_left_out():
    assert not any(one.event for one in joined(event("whenever", forms=("Nowhere",))))


def test_a_record_joins_a_whole_passage_whatever_its_date():
    found = joined(event("end-of-days", "1935-01-13", chronology=["w/chronology.3"]))
    (one,) = [one for one in found if one.event]
    assert (one.date, [own.date for own in one.entries]) == ("1935-01-13", ["1934"])


def test_of_several_entries_in_a_passage_a_record_joins_the_one_of_its_date():
    found = joined(event("thaw", "1921-04-02", chronology=["w/chronology.2"]))
    (one,) = [one for one in found if one.event]
    assert [own.text for own in one.entries] == ["thaw."]


def test_an_entry_that_names_a_writing_leads_to_the_passages_that_do():
    writing = Title.model_validate(
        {"id": "frost-book", "name": "The Long Frost", "identification": "A book.", "forms": ["Long Frost"]}
    )
    found = joined(writing)
    (one,) = [one for one in found if one.titles]
    assert (one.text, one.titles, one.passages) == ("the Long Frost.", ("frost-book",), ("w/1.1",))


def test_a_year_is_not_the_date_of_an_event_in_it():
    assert not any(one.entries for one in joined(event("summer", "1911-07-20", ("Dry Summer",))) if one.event)


DATES = ["", "1911", "1911-03", "1911-03-05", "1911/1912", "1911-02/1911-03", "1910-12-31"]


@given(st.lists(st.sampled_from(DATES), max_size=8))
def test_a_timeline_loses_nothing_and_runs_in_order(dates):
    listed = [DatedEntry(f"w/{k}", f"entry {k}", date=date) for k, date in enumerate(dates)]
    found = timeline(listed, (), {})
    assert sorted(one.text for one in found) == sorted(one.text for one in listed)
    spans = [span_of(one.date) for one in found if one.date]
    assert spans == sorted(spans)
    assert all(not one.date for one in found[len(spans) :])
