"""Navigation within the works: what stands below a work or a division, and of each unit what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from build_edition.writers.dts.links import FOLDER, Links, opening
from build_edition.writers.dts.units import Unit

ALL = -1  # as `down`: to the lowest level
DEEPEST = 2  # the lowest level that any work has; an essay answers there with what it has
_TOLD = ("@id", "@type", "title", "totalParents", "totalChildren", "citationTrees")  # of a work, in each answer


def navigation_answers(
    resource: dict[str, Any], units: Sequence[Unit], links: Links, language: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every answer about one work, by its path; `resource` is the work as its own file tells of it."""
    work = str(resource["@id"])
    depth = max((unit.level for unit in units), default=1)
    for down in (*range(1, DEEPEST + 1), ALL):
        found = [unit for unit in units if down == ALL or unit.level <= down]
        yield _answer(navigation_path(work, down=down), resource, links, None, found, language)
    for unit in units:
        yield _answer(navigation_path(work, unit.name), resource, links, unit, None, language)
        if unit.level == depth:
            continue
        siblings = [one for one in units if one.parent == unit.parent and one.level == unit.level]
        below = [unit, *(one for one in units if one.parent == unit.name)]
        for down, found in ((0, siblings), (1, below), (ALL, below)):
            yield _answer(navigation_path(work, unit.name, down), resource, links, unit, found, language)


def navigation_path(work: str, ref: str = "", down: int | None = None) -> str:
    """The path of an answer: "dts/navigation/smith-1960/4;down=1.json"."""
    asked = "/".join(part for part in (work, ref) if part)
    return f"{FOLDER}/navigation/{asked}{'' if down is None else f';down={down}'}.json"


def _answer(
    path: str,
    resource: dict[str, Any],
    links: Links,
    unit: Unit | None,
    members: list[Unit] | None,
    language: str,
) -> tuple[str, dict[str, Any]]:
    own = {name: resource[name] for name in _TOLD} | links.of_resource(str(resource["@id"]), path)
    answer: dict[str, Any] = {**opening("Navigation", links.to(path, path)), "resource": own}
    if unit:
        answer["ref"] = unit.data(language)
    if members is not None:
        answer["member"] = [one.data(language) for one in members]
    return path, answer
