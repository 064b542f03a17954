"""That an editor's record goes against a rule: known to the editor, and no fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_edition.checks.finding import Finding
from build_edition.edition.words.emending import Overruling


def overruled(overrulings: Iterable[Overruling]) -> Iterator[Finding]:
    """A note for each emendation that takes the place of what a rule read."""
    for one in overrulings:
        yield Finding.made(
            "emendation-over-rule",
            one.place,
            f"the rule “{one.rule}” reads {one.source!r} as {one.rule_reading!r}, "
            f"the record reads {one.reading!r}",
            "The record stands. If it repeats what the rule already did, delete it.",
        )
