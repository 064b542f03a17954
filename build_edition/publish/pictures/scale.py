"""A scale of time that gives crowded years more room: what is empty is left out, and every step is named.

A step is a year, a decade, a century or more, whichever gives few enough of them; only steps in which something
begins are on the scale, each as wide as its name wants and wider by the number of things that begin in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from build_edition.apparatus.chronology import span_of

MOST = 18  # steps on one scale
UNITS = (1, 10, 100, 1000)


def year_of(day: str) -> float:
    """A full date as a year with its fraction."""
    year, month, number = (int(part) for part in day.split("-"))
    passed = date(year, month, number).timetuple().tm_yday - 1
    return year + passed / 366


def years_of(edtf: str) -> tuple[float, float]:
    """When a date begins and ends, as years with their fractions."""
    first, last = span_of(edtf)
    return year_of(first), year_of(last) + 1 / 366


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the scale: from which year, and where on the scale it begins and ends."""

    year: int
    name: str
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps, in order; `unit` is how many years each holds."""

    unit: int
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, years: Iterable[float], length: float, least: float) -> Scale:
        """A scale of this length on which each of `years` has its place; no step is shorter than `least`."""
        listed = list(years)
        unit = next((u for u in UNITS if len({int(y) // u for y in listed}) <= MOST), UNITS[-1])
        counts = Counter(int(year) // unit * unit for year in listed)
        spare = max(length - least * len(counts), 0)
        steps, at = [], 0.0
        for year, count in sorted(counts.items()):
            ends = at + least + spare * count / len(listed)
            steps.append(Step(year, f"{year}s" if unit > 1 else str(year), at, ends))
            at = ends
        return cls(unit, tuple(steps))

    @property
    def length(self) -> float:
        return self.steps[-1].ends if self.steps else 0.0

    def at(self, year: float) -> float:
        """Where a year is; one in a step that is left out stands where the next one begins."""
        k = bisect_right([step.year for step in self.steps], year) - 1
        if k < 0:
            return 0.0
        step = self.steps[k]
        return step.begins + (step.ends - step.begins) * min((year - step.year) / self.unit, 1.0)

    def is_broken_before(self, k: int) -> bool:
        """Whether something is left out before a step."""
        return k > 0 and self.steps[k].year - self.steps[k - 1].year > self.unit
