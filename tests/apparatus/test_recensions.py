"""What a version read comes of the source again, letter for letter, and no text is in the record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus.fingerprint import digest
from build_edition.apparatus.passage_index import passages
from build_edition.apparatus.recensions import (
    History,
    RewrittenError,
    edits_between,
    quoting,
    restored,
    with_version,
)
from build_edition.apparatus.since import Since
from build_edition.checks.recensions import recension_findings
from build_edition.commands.passages import extended
from build_edition.edition.ledger import Ledger
from build_edition.edition.recension import Edit, Lost, Recension, Recorded, Version, parse
from build_edition.errors import RecordError
from build_edition.transcript import Intervention
from build_edition.work import Work
from tests.apparatus.test_lasting_ids import SENTENCES, STARTS, TEXT, cut, groupings, numbered
from tests.made import chapter, made, note, p

words = st.text(st.sampled_from("ab ,.’\n-"), max_size=40)


def published(
    work: Work, version: str, ledger: Ledger | None = None, recension: Recension | None = None
) -> tuple[Ledger, Recension]:
    """What `passages publish` writes."""
    after = extended(ledger, work, version)
    new = after.ids - (ledger.ids if ledger else frozenset())
    return after, with_version(recension, after, work, version, new)


def emended(*readings: tuple[str, str]) -> tuple[Intervention, ...]:
    """An emendation of each word, where it stands first."""
    places = ((TEXT.index(word), word, reading) for word, reading in readings)
    return tuple(
        Intervention(at, at + len(word), reading, f"emendation:{k}")
        for k, (at, word, reading) in enumerate(places)
    )


def texts(work: Work) -> dict[str, str]:
    return {passage.id: passage.text for passage in passages(work) if passage.is_citable}


@given(words, words, words, words)
def test_any_text_comes_of_any_source_again(before: str, source: str, after: str, text: str) -> None:
    whole, read = before + source + after, " ".join(text.split())
    start, end = len(before), len(before) + len(source)
    edits = edits_between(whole, start, end, read)
    assert restored(whole, Recorded(start, end, digest(read), edits)) == read


@given(words)
def test_what_differs_in_white_space_alone_needs_no_edit(source: str) -> None:
    assert edits_between(source, 0, len(source), " ".join(source.split())) == ()


emendations = st.lists(
    st.tuples(
        st.sampled_from(["tax", "millers", "river", "rose", "night", "sank"]), st.sampled_from(["", "oil", "a b"])
    ),
    unique_by=lambda pair: pair[0],
).map(lambda pairs: emended(*pairs))


@given(st.lists(st.tuples(groupings, emendations), min_size=1, max_size=4))
def test_through_splits_merges_and_emendations_every_version_comes_of_the_source(states: list) -> None:
    ledger, recension = None, None
    read: dict[str, dict[str, str]] = {}
    for k, (groups, changes) in enumerate(states):
        work = numbered(cut(*groups, interventions=changes), ledger)
        ledger, recension = published(work, f"1.{k}", ledger, recension)
        read[f"1.{k}"] = texts(work)
    assert ledger is not None
    assert recension is not None
    history = History(ledger, parse(recension.text("lamps").split("\n"), "lamps"), work.transcript.source)
    assert history.versions == tuple(read)
    for version, known in read.items():
        for name in ledger.ids:
            state = history.state(name, version)
            if name in known:
                assert isinstance(state, Recorded)
                assert history.text(state) == known[name]
            else:
                assert not isinstance(state, Recorded)
    assert list(recension_findings("lamps", work, ledger, recension, f"1.{len(states) - 1}")) == []


@given(groupings, groupings, emendations, emendations)
def test_a_comparison_has_all_words_of_both_texts(one: list, two: list, before: tuple, after: tuple) -> None:
    then = numbered(cut(*one, interventions=before))
    ledger, recension = published(then, "1.0")
    now = numbered(cut(*two, interventions=after), ledger)
    since = Since(History(ledger, recension, now.transcript.source), passages(now))
    for name in ledger.ids:
        found = since.of(name, "1.0")
        assert found is not None
        if found.outcome == "same":
            assert texts(now)[name] == texts(then)[name]
            continue
        assert found.outcome in {"changed", "moved"}
        assert name in found.then
        older = " ".join(run.text for run in found.runs if run.kind != "in")
        newer = " ".join(run.text for run in found.runs if run.kind != "out")
        assert older.split() == " ".join(texts(then)[other] for other in found.then).split()
        assert newer.split() == " ".join(passage.text for passage in found.now).split()
        assert (found.outcome == "moved") == (older == newer)


def test_a_version_lists_only_what_it_changes() -> None:
    ledger, recension = published(numbered(cut(1, 1, 1, 1)), "1.0")
    assert recension.versions == (Version("1.0", {}),)
    work = numbered(cut(1, 1, 1, 1, interventions=emended(("night", "dark"))), ledger)
    ledger, recension = published(work, "1.1", ledger, recension)
    state = recension.versions[1].listed["3"]
    assert list(recension.versions[1].listed) == ["3"]
    assert isinstance(state, Recorded)
    assert restored(TEXT, state) == "It rose in the dark."
    same = published(
        numbered(cut(1, 1, 1, 1, interventions=emended(("night", "dark"))), ledger), "1.2", ledger, recension
    )
    assert same[1].versions[2] == Version("1.2", {})


def test_a_published_version_is_not_altered() -> None:
    ledger, recension = published(numbered(cut(2, 1, 1)), "1.0")
    work = numbered(cut(1, 1, 1, 1, interventions=emended(("night", "dark"))), ledger)
    longer, again = published(work, "1.0", ledger, recension)
    assert [entry.id for entry in longer.entries[3:]] == ["1b"]
    history = History(longer, again, work.transcript.source)
    assert history.text(history.state("2", "1.0")) == SENTENCES[2]
    assert history.text(history.state("1b", "1.0")) == SENTENCES[1]
    codes = [finding.code for finding in recension_findings("lamps", work, longer, again, "1.0")]
    assert codes == ["version-unchanged"]


def test_what_is_merged_or_gone_is_said() -> None:
    ledger, recension = published(numbered(cut(1, 1, 1, 1)), "1.0")
    gone = (Intervention(STARTS[3], len(TEXT), "", "forme-work"),)
    work = numbered(cut(1, 2, interventions=gone), ledger)
    ledger, recension = published(work, "1.1", ledger, recension)
    assert recension.versions[1].listed["3"] == Lost("2")
    assert recension.versions[1].listed["4"] == Lost()
    since = Since(History(ledger, recension, work.transcript.source), passages(work))
    assert since.of("4", "1.0").outcome == "gone"
    assert since.of("4", "1.0").older == SENTENCES[3]
    assert since.of("3", "1.0").outcome == "moved"
    assert since.of("3", "1.0").then == ("2", "3")
    assert since.of("3", "1.1").then == ("2",)
    assert since.of("3", "1.1").outcome == "lost"


def test_a_version_whose_words_were_not_kept_can_be_recorded_only_while_they_stand() -> None:
    work = numbered(cut(1, 1, 1, 1, interventions=emended(("river", "lake"))))
    ledger = extended(None, work, "1.0")
    recension = with_version(None, ledger, work, "1.0", [])
    history = History(ledger, recension, work.transcript.source)
    assert history.text(history.state("2", "1.0")) == "Nobody asked the lake."
    other = numbered(cut(1, 1, 1, 1), ledger)
    with pytest.raises(RewrittenError) as error:
        with_version(None, ledger, other, "1.0", [])
    assert error.value.ids == ("2",)
    kept = with_version(None, ledger, other, "1.1", [])
    history = History(ledger, kept, work.transcript.source)
    assert history.versions == ("1.0", "1.1")
    assert history.text(history.state("2", "1.0")) is None
    assert history.text(history.state("2", "1.1")) == SENTENCES[1]
    since = Since(history, passages(other))
    assert since.of("2", "1.0").outcome == "unknown"
    assert since.of("1", "1.0").outcome == since.of("2", "1.1").outcome == "same"


def test_notes_and_what_stands_about_them_are_not_mixed() -> None:
    blocks = [
        *chapter("ONE", "Lamps", p("He paid.{call:1}"), note("1", "In oil.")),
        *chapter("TWO", "Oil", p("No.")),
    ]
    work = numbered(made(*blocks))
    ledger, recension = published(work, "1.0")
    history = History(ledger, recension, work.transcript.source)
    assert {"1.1", "1.n1", "2.1"} <= ledger.ids
    assert history.text(history.state("1.1", "1.0")) == "He paid."


def test_in_another_source_nothing_is_made_up() -> None:
    ledger, recension = published(numbered(cut(1, 1, 1, 1)), "1.0")
    text = TEXT.replace("river", "water")
    work = numbered(cut(1, 1, 1, 1, text=text), ledger)
    since = Since(History(ledger, recension, work.transcript.source), passages(work))
    assert since.of("1", "1.0").outcome == "same"
    assert {since.of(name, "1.0").outcome for name in ledger.ids} == {"same", "unknown"}
    codes = [finding.code for finding in recension_findings("lamps", work, ledger, recension, "1.0")]
    assert codes == ["recension-source"]


def test_what_no_rule_and_no_editor_brought_in_is_told() -> None:
    work = numbered(cut(1, 1, 1, 1))
    long = "x" * 50
    recension = Recension("0" * 64, (Version("1.0", {"1": Recorded(0, 9, "0" * 12, (Edit(0, 1, long),))}),))
    assert [name for name, _ in quoting(recension, work)] == ["1"]
    supplied = numbered(cut(1, 1, 1, 1, interventions=(Intervention(0, 3, long, "emendation:1"),)))
    assert list(quoting(recension, supplied)) == []


def test_a_recension_that_was_tampered_with_is_found() -> None:
    work = numbered(cut(1, 1, 1, 1, interventions=emended(("river", "lake"))))
    ledger, recension = published(work, "1.0")
    text = recension.text("lamps").replace(":lake", ":pond").replace(":l", ":p")
    assert text != recension.text("lamps")
    found = list(recension_findings("lamps", work, ledger, parse(text.split("\n"), "lamps"), "1.0"))
    assert [(finding.code, finding.place) for finding in found] == [("recension-wrong", "lamps/2")]
    found = list(recension_findings("lamps", work, ledger, None, "1.0"))
    assert [finding.code for finding in found] == ["recension-missing"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text + "version 1.0\n", "has version 1.0 a second time"),
        (lambda text: text + "3 forty\n", "is no line of a recension"),
        (lambda text: text + "2\tgone\n", "lists 2 a second time"),
        (lambda text: text.replace("version 1.0\n", ""), "lists 2 under no version"),
        (lambda text: text.replace("source ", "# "), "does not say of which source"),
    ],
)
def test_a_damaged_recension_is_refused(change, said) -> None:
    work = numbered(cut(1, 1, 1, 1, interventions=emended(("river", "lake"))))
    text = published(work, "1.0")[1].text("lamps")
    with pytest.raises(RecordError, match=said):
        parse(change(text).split("\n"), "lamps.txt")
