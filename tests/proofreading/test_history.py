"""What a history of proofreading may not say: with the text at hand, and by names alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from build_edition.edition.contributors import Contributor, Contributors
from build_edition.edition.status import Step
from build_edition.proofreading.history import faults
from build_edition.proofreading.parts import Parts
from tests.proofreading.test_standing import step

PEOPLE = Contributors(
    [Contributor(name="Ann Editor", also=("ann-e",)), Contributor(name="both readings", kind="process")]
)


def codes(steps: Sequence[Step], parts: Parts | None) -> list[tuple[int, str]]:
    return [(one.number, one.code) for one in faults(steps, PEOPLE, parts)]


@pytest.fixture(params=["text", "names"])
def known(request: pytest.FixtureRequest, parts: Parts) -> Parts | None:
    """What is known of the work: its text, or nothing."""
    return parts if request.param == "text" else None


def test_proofread_then_validated_by_another(parts: Parts, known: Parts | None) -> None:
    good = [
        step(parts, "the-miller", "proofread"),
        step(parts, "the-miller", "validated", by="Ben", on="2026-03-03"),
    ]
    assert codes(good, known) == []
    assert codes([*good, step(parts, "the-miller", "problematic", by="Cleo", on="2026-03-04")], known) == []


@pytest.mark.parametrize("name", ["Ann", "ann", "  ANN "])
def test_the_same_person_does_not_validate(parts: Parts, known: Parts | None, name: str) -> None:
    steps = [step(parts, "p.8", "proofread"), step(parts, "p.8", "validated", by=name)]
    assert codes(steps, known) == [(2, "status-same-person")]


def test_two_names_of_one_person_are_one(parts: Parts, known: Parts | None) -> None:
    steps = [step(parts, "p.8", "proofread", by="Ann Editor"), step(parts, "p.8", "validated", by="@ann-e")]
    assert codes(steps, known) == [(2, "status-same-person")]


def test_a_way_of_working_validates_nothing(parts: Parts, known: Parts | None) -> None:
    steps = [step(parts, "p.8", "proofread"), step(parts, "p.8", "validated", by="both readings")]
    assert codes(steps, known) == [(2, "status-same-person")]


@pytest.mark.parametrize("state", ["not proofread", "problematic"])
def test_only_what_is_proofread_is_validated(parts: Parts, known: Parts | None, state: str) -> None:
    assert codes([step(parts, "p.8", "validated", by="Ben")], known) == [(1, "status-jump")]
    steps = [
        step(parts, "p.8", "proofread"), step(parts, "p.8", state, by="Cleo"),
        step(parts, "p.8", "validated", by="Ben"),
    ]  # fmt: skip
    assert codes(steps, known) == [(3, "status-jump")]


def test_what_was_changed_since_it_was_proofread_is_proofread_again(parts: Parts, known: Parts | None) -> None:
    before = step(parts, "p.8", "proofread", "0123456789ab")
    validated = step(parts, "p.8", "validated", by="Ben")
    assert codes([before, validated], known) == [(2, "status-jump")]
    assert codes([before, step(parts, "p.8", "proofread"), validated], known) == []


def test_what_fell_back_from_validated_can_be_validated_again(parts: Parts, known: Parts | None) -> None:
    old = "0123456789ab"
    steps = [step(parts, "p.8", "proofread", old), step(parts, "p.8", "validated", old, by="Ben")]
    assert codes([*steps, step(parts, "p.8", "validated", by="Ben")], known) == []
    assert codes([*steps, step(parts, "p.8", "validated", by="Ann")], known) == [(3, "status-same-person")]
    assert codes([*steps, step(parts, "p.8", "validated", old, by="Cleo")], known) == [(3, "status-jump")]


def test_records_stand_in_the_order_of_time(parts: Parts, known: Parts | None) -> None:
    steps = [step(parts, "p.8", "proofread"), step(parts, "p.9", "proofread", on="2026-03-01")]
    assert codes(steps, known) == [(2, "status-order")]


def test_a_part_of_what_was_proofread_is_validated(parts: Parts, known: Parts | None) -> None:
    for within, around in (("p.8", "pp.7-9"), ("the-bell", "whole"), ("p.9", "whole")):
        steps = [step(parts, around, "proofread"), step(parts, within, "validated", by="Ben")]
        assert codes(steps, known) == [], within
        steps = [step(parts, around, "proofread"), step(parts, within, "validated")]
        assert codes(steps, known) == [(2, "status-same-person")], within


def test_more_than_was_proofread_is_not_validated(parts: Parts) -> None:
    steps = [step(parts, "p.8", "proofread"), step(parts, "the-miller", "validated", by="Ben")]
    assert codes(steps, parts) == [(2, "status-jump")]
    assert codes(steps, None) == []  # names alone do not tell what a section covers


def test_a_section_that_is_not_there_is_told_where_the_text_is(parts: Parts) -> None:
    steps = [step(parts, "p.8", "proofread").model_copy(update={"page": None, "section": "the-mill"})]
    (fault,) = faults(steps, PEOPLE, parts)
    assert (fault.code, fault.remedy) == ("status-unit", "Did you mean the-miller?")
    assert codes(steps, None) == []
