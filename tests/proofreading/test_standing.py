"""In what state a text is: the last step holds, and a change makes it fall back."""

from __future__ import annotations

from typing import Any

from build_edition.edition.status import Step
from build_edition.proofreading.parts import Parts
from build_edition.proofreading.sections import rows_of, states_of_pages
from build_edition.proofreading.standing import Standing, in_words, least, shares, standings
from build_edition.proofreading.units import Unit


def step(parts: Parts, typed: str, state: str, text: str | None = "now", **fields: Any) -> Step:
    """A step about a unit; `text` "now" is the digest of what it reads."""
    unit = Unit.parse(typed)
    named: dict[str, Any] = {"whole": True} if unit.kind == "whole" else {unit.kind: unit.name}
    digest = parts.digest(unit) if text == "now" else text
    return Step.model_validate(
        {"by": "Ann", "on": "2026-03-02", **named, "state": state, "text": digest, **fields}
    )


def states(parts: Parts, *steps: Step) -> list[str]:
    return [one.state for one in standings(parts, steps)]


def test_where_nothing_is_said_nothing_is_proofread(parts: Parts) -> None:
    assert states(parts) == ["not proofread"] * 6


def test_the_last_step_holds_where_it_covers(parts: Parts) -> None:
    assert states(
        parts,
        step(parts, "whole", "proofread"),
        step(parts, "p.8", "problematic"),
        step(parts, "p.9", "validated"),
    ) == ["proofread", "proofread", "proofread", "problematic", "validated", "validated"]


def test_a_changed_text_falls_back_one_state(parts: Parts) -> None:
    other = "0123456789ab"
    assert states(parts, step(parts, "whole", "validated", other)) == ["proofread"] * 6
    assert states(parts, step(parts, "whole", "proofread", other)) == ["not proofread"] * 6
    assert states(parts, step(parts, "whole", "problematic", other)) == ["problematic"] * 6
    assert (
        states(parts, step(parts, "whole", "proofread", other), step(parts, "p.8", "proofread"))[3] == "proofread"
    )


def test_a_step_about_what_is_not_there_says_nothing(parts: Parts) -> None:
    gone = step(parts, "whole", "proofread").model_copy(update={"whole": None, "page": "99"})
    assert states(parts, gone) == ["not proofread"] * 6


def test_words_are_counted_by_state(parts: Parts) -> None:
    found = standings(parts, [step(parts, "p.8", "proofread")])
    assert shares(found) == {"not proofread": 44, "problematic": 0, "proofread": 10, "validated": 0}


def test_a_part_has_the_least_state_of_its_words(parts: Parts) -> None:
    def part(*those: Step) -> tuple[Standing, ...]:
        return standings(parts, those)

    all_read = step(parts, "whole", "proofread")
    assert (least(part()), in_words(part())) == ("not proofread", "not proofread")
    mixed = part(all_read, step(parts, "p.8", "validated"))
    assert (least(mixed), in_words(mixed)) == ("proofread", "partly validated")
    problem = part(all_read, step(parts, "p.8", "problematic"))
    assert (least(problem), in_words(problem)) == ("problematic", "partly problematic")


def test_rows_and_pages_are_those_of_the_text(parts: Parts) -> None:
    found = standings(parts, [step(parts, "the-miller", "proofread")])
    rows = rows_of(parts, found)
    assert [(row.key, row.title, row.pages, in_words(row.standing)) for row in rows] == [
        ("opening", "before the first heading", "7", "not proofread"),
        ("the-miller", "The Miller", "7–9", "proofread"),
        ("the-bell", "The Bell", "9", "not proofread"),
    ]
    assert [(page.n, page.state, page.said) for page in states_of_pages(found)] == [
        ("7", "not proofread", "partly proofread"), ("8", "proofread", "proofread"),
        ("9", "not proofread", "partly proofread"),
    ]  # fmt: skip
