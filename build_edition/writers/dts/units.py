"""The citation tree of a work: its divisions, where it has them, and in them the passages that can be cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.passage_index import Passage
from build_edition.work import Work

TYPES = {"p": "paragraph", "quote": "quotation", "item": "item", "row": "row", "figure": "figure", "note": "note"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that can be cited, by the name that it has in the edition."""

    name: str
    kind: str
    level: int
    parent: str = ""
    title: str = ""

    def data(self, language: str) -> dict[str, Any]:
        """The unit as the API tells of it."""
        found: dict[str, Any] = {
            "identifier": self.name,
            "@type": "CitableUnit",
            "level": self.level,
            "parent": self.parent or None,
            "citeType": self.kind,
        }
        if self.title:
            found["dublinCore"] = {"title": [{"lang": language, "value": self.title}]}
        return found


def units_of(work: Work, passages: Sequence[Passage]) -> tuple[Unit, ...]:
    """All units of a work, in the order of the document."""
    found: list[Unit] = []
    for division in divisions(work):
        if division.key:
            kind = "part" if division.is_part else "chapter" if division.key.isdecimal() else "division"
            found.append(Unit(division.key, kind, 1, title=division.title or division.label))
        level = 2 if division.key else 1
        found += [
            Unit(one.id, TYPES.get(one.kind, "passage"), level, division.key)
            for one in passages
            if one.division == division.key and one.is_citable
        ]
    return tuple(found)


def citation_trees(units: Sequence[Unit]) -> list[dict[str, Any]]:
    """The one tree of a work, by the types of its units."""
    types: dict[str, dict[str, None]] = {}
    by_name = {unit.name: unit for unit in units}
    for unit in units:
        if unit.level == 1:
            types.setdefault(unit.kind, {})
        else:
            types[by_name[unit.parent].kind].setdefault(unit.kind)
    if not types:
        return []
    structure = [_structure(kind, [_structure(below, []) for below in inner]) for kind, inner in types.items()]
    return [{"@type": "CitationTree", "citeStructure": structure}]


def _structure(kind: str, inner: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "CiteStructure", "citeType": kind}
    return found | ({"citeStructure": inner} if inner else {})
