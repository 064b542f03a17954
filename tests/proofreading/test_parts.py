"""A work as sections and pages cut it, and by what its text is known again."""

from __future__ import annotations

import pytest

from build_edition.edition.status import Step
from build_edition.proofreading.parts import Parts, UnknownUnitError
from build_edition.proofreading.units import Unit
from build_edition.whole import Whole
from tests.edition_folder import EditionFolder
from tests.proofreading.conftest import parts_of


@pytest.mark.parametrize(
    ("typed", "unit", "told"),
    [
        ("4", Unit("section", "4"), "section 4"),
        ("p.184", Unit("page", "184"), "page 184"),
        ("p184", Unit("page", "184"), "page 184"),
        ("page xiv", Unit("page", "xiv"), "page xiv"),
        ("pp.184-190", Unit("pages", "184-190"), "pages 184–190"),
        ("pages 184–190", Unit("pages", "184-190"), "pages 184–190"),
        ("part-2", Unit("section", "part-2"), "section part-2"),
        ("preface", Unit("section", "preface"), "section preface"),
        (" whole ", Unit("whole"), "the whole work"),
    ],
)
def test_units_are_named_as_people_name_them(typed: str, unit: Unit, told: str) -> None:
    assert Unit.parse(typed) == unit
    assert str(unit) == told
    assert Unit.parse(unit.typed) == unit


@pytest.mark.parametrize("names", [{"section": "4"}, {"page": "9"}, {"pages": "7 – 9"}, {"whole": True}])
def test_a_step_names_its_unit(names: dict[str, object]) -> None:
    step = Step.model_validate({**names, "state": "problematic", "by": "Ann", "on": "2026-03-02"})
    kind, name = next(iter(names.items()))
    assert Unit.of(step) == Unit(kind, "" if name is True else str(name).replace(" – ", "-"))  # type: ignore[arg-type]


def test_stretches_are_the_whole_text_once(parts: Parts) -> None:
    everything = " ".join(parts.text((one.start, one.end)) for one in parts.stretches)
    assert everything == parts.text((0, parts.length))
    assert sum(one.words for one in parts.stretches) == len(everything.split())
    assert [(one.section, one.page) for one in parts.stretches] == [
        ("opening", ""), ("opening", "7"), ("the-miller", "7"), ("the-miller", "8"), ("the-miller", "9"),
        ("the-bell", "9"),
    ]  # fmt: skip


def test_units_cover_stretches(parts: Parts) -> None:
    def covered(typed: str) -> list[int]:
        return sorted(parts.covered(Unit.parse(typed)))

    assert covered("whole") == [0, 1, 2, 3, 4, 5]
    assert covered("opening") == [0, 1]
    assert covered("the-miller") == [2, 3, 4]
    assert covered("p.7") == [1, 2]
    assert covered("pp.8-9") == [3, 4, 5]


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("the-mill", "Did you mean the-miller?"),
        ("p.12", "Did you mean 9?"),
        ("8", "For page 8 write p.8."),
        ("pp.9-7", "Turn them round."),
        ("pp.8-99", "Did you mean 9?"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_nearest(parts: Parts, typed: str, remedy: str) -> None:
    with pytest.raises(UnknownUnitError) as caught:
        parts.extents(Unit.parse(typed))
    assert caught.value.remedy == remedy


def test_a_digest_knows_a_letter_from_a_joint_of_lines(bell: EditionFolder, parts: Parts) -> None:
    bell.write(
        "edition/emendations/bell-1902.yml", "- {line: 3, read: fel, as: fell, cause: character, by: Ann}\n"
    )
    changed = parts_of(bell)
    assert changed.digest(Unit("page", "7")) != parts.digest(Unit("page", "7"))
    assert changed.digest(Unit("whole")) != parts.digest(Unit("whole"))
    for name in ("8", "9"):
        assert changed.digest(Unit("page", name)) == parts.digest(Unit("page", name))
    assert changed.digest(Unit("section", "the-bell")) == parts.digest(Unit("section", "the-bell"))


def test_every_section_and_page_of_the_specimen_covers_something(whole: Whole) -> None:
    for item in whole.works:
        assert item.work is not None
        parts = Parts(item.work)
        assert "".join(parts.text((one.start, one.end)).replace(" ", "") for one in parts.stretches) == "".join(
            item.work.transcript.reading.text.split()
        )
        for key in parts.sections:
            assert parts.covered(Unit("section", key)), key
        for page in parts.pages:
            assert parts.covered(Unit("page", page.n)), page.n
