"""The rules: how a source becomes a transcript, in the one order that `RULES` lists.

In: a `Source` and its layout.  Out: a `Transcript`.  Each rule is one module with one function
`apply(draft)`; it may assume what the rules above it in the list have marked, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from build_edition.rules.draft import Draft, Layout
from build_edition.source import Source
from build_edition.transcript import Transcript

Account = Literal["forme work", "joined", "normalised", "emended"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by the name of its module, and what it does.

    `accounts` gives each name that its interventions bear, and under which head `check` accounts for them;
    it is empty for a rule that only marks.
    """

    name: str
    apply: Callable[[Draft], None]
    accounts: Mapping[str, Account] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that its interventions bear."""
        return tuple(self.accounts)


# e.g. Rule("line_joins", line_joins.apply, {"line-join": "joined", "line-end-hyphen": "joined"}),
RULES: tuple[Rule, ...] = ()


def transcribe(source: Source, layout: Layout | Literal["auto"] = "auto") -> Transcript:
    """Apply every rule to `source`."""
    from build_edition.rules.layout import detect

    draft = Draft(source, detect(source) if layout == "auto" else layout)
    for rule in RULES:
        rule.apply(draft)
    return draft.freeze()
