"""The rows of what was done to the sources, and of what leads from place to place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from build_edition.whole import Whole
from build_edition.writers.apparatus.rows import Row, rows_of
from build_edition.writers.database.ids import Ids
from build_edition.writers.database.texts import Cell, Rows


@dataclass(frozen=True)
class DecisionRows:
    """Makes the rows of the tables of decisions and references."""

    whole: Whole
    ids: Ids

    @cached_property
    def listed(self) -> tuple[Row, ...]:
        """Every row of the apparatus of every work."""
        return tuple(
            row
            for item in self.whole.works
            for row in rows_of(self.whole.project, item, self.whole.passages.get(item.record.id, ()))
        )

    def emendations(self) -> Rows:
        for number, row in enumerate(self._of_type("decision"), 1):
            yield number, row.work, row.kind, row.record, *self._told(row)

    def interventions(self) -> Rows:
        for number, row in enumerate(self._of_type("intervention"), 1):
            yield number, row.work, row.kind, row.rule, row.record, *self._told(row)

    def _of_type(self, kind: str) -> Iterator[Row]:
        return (row for row in self.listed if row.type == kind)

    def _told(self, row: Row) -> tuple[Cell, ...]:
        return (
            row.start,
            row.end,
            row.line,
            row.column,
            self.ids.found(row.work, row.passage),
            row.page or None,
            row.source,
            row.reading,
            row.cause or None,
            row.certainty or "high",
            row.responsible,
            row.note or None,
        )

    def references_(self) -> Rows:
        for number, one in enumerate(self.whole.references.references, 1):
            yield (
                number,
                self.ids.passage(one.work, one.index),
                one.words,
                one.kind,
                one.target,
                self.ids.named.get(one.target) if one.kind == "passage" else None,
                one.target if one.kind == "bib" else None,
                one.target if one.target in self.whole.entries and one.kind not in {"passage", "bib"} else None,
                one.locator or None,
                one.relation or None,
                one.cert,
                int(one.recorded),
                one.note or None,
            )
