"""The numbers of rows, which what stands in other tables leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from build_edition.whole import Whole


@dataclass(frozen=True)
class Ids:
    """The `id` of each passage of a whole: they are numbered through, work after work."""

    whole: Whole

    @cached_property
    def before(self) -> Mapping[str, int]:
        """How many passages stand before those of each work."""
        found: dict[str, int] = {}
        count = 0
        for work, passages in self.whole.passages.items():
            found[work] = count
            count += len(passages)
        return found

    @cached_property
    def named(self) -> Mapping[str, int]:
        """By "smith-1960/4.12", or the key of a section, the passage; older ids of passages too."""
        found: dict[str, int] = {}
        for work, passages in self.whole.passages.items():
            for index, passage in enumerate(passages):
                if passage.id:
                    found.setdefault(f"{work}/{passage.id}", self.passage(work, index))
        for item in self.whole.works:
            aliases = item.work.aliases if item.work else {}
            for name, older in aliases.items():
                for old in older:
                    found.setdefault(f"{item.record.id}/{old}", found[f"{item.record.id}/{name}"])
        return found

    def passage(self, work: str, index: int) -> int:
        """The id of the passage at `index` in the list of its work's passages."""
        return self.before[work] + index + 1

    def found(self, work: str, name: str) -> int | None:
        """The id of a passage by its name in a work, if there is such a passage."""
        return self.named.get(f"{work}/{name}")
