"""How likely a suspect is wrong, in the light of what editors have decided about others like it in the same work.

What is known of such suspects beforehand counts for a few of them; each decision moves it. So what is seldom
wrong in one text sinks in its queue, and what often is rises.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from build_edition.edition.spans.matching import locate
from build_edition.edition.words.emendations import Filed
from build_edition.review.item import Found
from build_edition.transcript import Transcript

BEFOREHAND = 8  # items for which what is known of all texts counts
TOLD = 3  # decisions from which they are told as evidence


@dataclass(frozen=True)
class History:
    """How many suspects of each topic were wrong in one work, and how many right."""

    wrong: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def reckoned(self, found: Found) -> Found:
        """What was found, as likely wrong as it is now."""
        wrong, right = self.wrong[found.topic], self.right[found.topic]
        decided = wrong + right
        if not decided:
            return found
        likely = (found.wrong * BEFOREHAND + wrong) / (BEFOREHAND + decided)
        evidence = found.evidence
        if decided >= TOLD:
            said = "none was" if not wrong else "1 was" if wrong == 1 else f"{wrong} were"
            evidence = (*evidence, f"Of {decided} like it that editors have judged here, {said} wrong.")
        return replace(found, wrong=likely, evidence=evidence)


def history(before: Transcript, filed: Sequence[Filed]) -> History:
    """What editors have decided about what the rules suspected in a work."""
    found = History()
    suspects = sorted((mark.start, mark.end, str(mark.get("reason"))) for mark in before.of_kind("suspect"))
    for one in filed:
        record = one.record
        start = locate(record.line, record.read, record.nth, before.source, one.place)
        end = start + len(record.read)
        for topic in {reason for first, last, reason in suspects if first < end and start < last}:
            if record.nature == "emendation":
                found.wrong[topic] += 1
            elif record.nature in {"stet", "slip"}:
                found.right[topic] += 1
    return found
