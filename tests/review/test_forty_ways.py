"""The forty real corrections entered the way of the review: at their words, each by its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition.edition.project import Project
from build_edition.pipeline import prepare
from build_edition.review.asked import item_at, place_of
from build_edition.review.choices import Choice
from build_edition.review.item import Item
from build_edition.review.session import Session
from tests.corrections.forty import COUNT, Correction, Forty
from tests.review.desks import files_of, session_of


@pytest.fixture(scope="module")
def session(forty: Forty, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A session over the edition in which the forty are wanted; each test leaves it as it was."""
    return session_of(forty.copied(tmp_path_factory.mktemp("forty") / "edition"))


def reading(session: Session, work: str) -> str:
    transcript = session.works[work].transcript
    assert transcript is not None
    return transcript.reading.text


def asked(session: Session, one: Correction) -> Item:
    """The words of a correction, by the place that an editor types."""
    work = session.works[one.work]
    assert work.transcript is not None
    assert work.source is not None
    start, _ = work.transcript.reading.in_source(one.wanted.start, one.wanted.end)
    line, column = work.source.position(start)
    name, number, at, words = place_of(f"{one.work}:{line}.{column}:{one.old}")
    assert (name, number) == (one.work, line)
    return item_at(work, number, at, words)


@pytest.mark.parametrize("number", range(COUNT))
def test_each_typed_at_its_words_gives_exactly_the_intended_reading(
    forty: Forty, session: Session, number: int
) -> None:
    one = forty.corrections[number]
    root = session.project.root
    before = files_of(root)
    item = asked(session, one)
    assert " ".join(item.present.split()) == " ".join(one.old.split())
    session.decide([(item, Choice("edit", one.new))])
    assert reading(session, one.work) == forty.intended(one)
    changed = {path for path, data in files_of(root).items() if before.get(path) != data}
    assert changed == {f"edition/emendations/{one.work}.yml"}
    session.undo()
    assert files_of(root) == before
    assert reading(session, one.work) == forty.reading(one.work)


def test_all_decided_one_after_the_other_make_the_forty_changes_and_no_other(forty: Forty, tmp_path: Path) -> None:
    session = session_of(forty.copied(tmp_path / "edition"))
    root = session.project.root
    before = files_of(root)
    items = [(asked(session, one), Choice("edit", one.new)) for one in forty.corrections]
    for item, choice in items:
        session.decide([(item, choice)])
    project = Project.load(root)
    for work in {one.work for one in forty.corrections}:
        wanted = [one for one in forty.corrections if one.work == work]
        transcript = prepare(project, project.work(work)).transcript
        assert transcript is not None
        assert transcript.reading.text == forty.intended(*wanted)
    for _ in items:
        session.undo()
    assert files_of(root) == before


def test_the_queue_has_an_item_at_many_of_them(forty: Forty, session: Session) -> None:
    """Measured 27 of 40; what reads well, such as a word that is another, no queue can know."""
    spans = [(one.work, one.found.start, one.found.end) for one in session.queue.items if one.found.kind != "mark"]
    found = 0
    for one in forty.corrections:
        transcript = session.works[one.work].transcript
        assert transcript is not None
        start, end = transcript.reading.in_source(one.wanted.start, one.wanted.end)
        found += any(work == one.work and first < end and start < last for work, first, last in spans)
    assert found >= 24
