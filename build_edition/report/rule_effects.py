"""What a change of the rules does everywhere: by rule, the places gained, lost and treated otherwise.

Where a record has taken the place of a rule, the rule is as it was; such places are counted apart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_edition.report.readings import Pair, decides_by_record
from build_edition.report.report import RuleEffect, RulePlace, Sort
from build_edition.transcript import Intervention


def rule_effects(pairs: Mapping[str, Pair]) -> tuple[RuleEffect, ...]:
    """The rules that treat some place otherwise, by name; `pairs` are by the id of the work."""
    places: dict[str, list[RulePlace]] = defaultdict(list)
    gave_way: Counter[str] = Counter()
    for work_id, pair in pairs.items():
        for rule, place in _places(work_id, pair):
            if place is None:
                gave_way[rule] += 1
            else:
                places[rule].append(place)
    before, after, works = Counter[str](), Counter[str](), Counter[str]()
    for pair in pairs.values():
        before.update(_rules(pair.before.transcript.interventions))
        now = Counter(_rules(pair.after.transcript.interventions))
        after.update(now)
        works.update(now.keys())
    return tuple(
        RuleEffect(rule, before[rule], after[rule], works[rule], tuple(found), gave_way[rule])
        for rule, found in sorted(places.items())
    )


def _rules(interventions: Iterable[Intervention]) -> Iterator[str]:
    return (this.rule for this in interventions if not decides_by_record(this))


def _places(work_id: str, pair: Pair) -> Iterator[tuple[str, RulePlace | None]]:
    """The places of one work with their rules; None where a record decides, or did."""
    gone, new = _by_rule(pair.gone), _by_rule(pair.new)
    records = _Spans([*filter(decides_by_record, pair.gone), *filter(decides_by_record, pair.new)])
    for rule in dict.fromkeys((*gone, *new)):
        lost, gained = gone.get(rule, []), new.get(rule, [])
        lost_there, gained_there = _Spans(lost), _Spans(gained)
        for this in gained:
            if records.meet(this):
                yield rule, None
                continue
            sort: Sort = "changed" if lost_there.meet(this) else "new"
            yield rule, RulePlace(work_id, sort, pair.reading(*pair.words(this.start, this.end)))
        for this in lost:
            if gained_there.meet(this):
                continue  # told as changed
            if records.meet(this):
                yield rule, None
            else:
                yield rule, RulePlace(work_id, "gone", pair.reading(*pair.words(this.start, this.end)))


def _by_rule(interventions: Iterable[Intervention]) -> dict[str, list[Intervention]]:
    found: dict[str, list[Intervention]] = defaultdict(list)
    for this in interventions:
        if not decides_by_record(this):
            found[this.rule].append(this)
    return found


class _Spans:
    """Spans, for asking whether another meets one of them."""

    def __init__(self, interventions: Sequence[Intervention]) -> None:
        ordered = sorted((this.start, this.end) for this in interventions)
        self.starts = [start for start, _ in ordered]
        self.ends: list[int] = []  # the farthest end so far
        for _, end in ordered:
            self.ends.append(max(end, self.ends[-1]) if self.ends else end)

    def meet(self, this: Intervention) -> bool:
        """Whether a span shares characters with one of these, or touches it."""
        k = bisect_right(self.starts, this.end)
        return bisect_left(self.ends, this.start, 0, k) < k
