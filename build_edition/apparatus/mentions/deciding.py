"""Whose a form is: what the decisions say of it at a place, the narrowest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from build_edition.edition.entries.decisions import Decision
from build_edition.edition.entries.forms import plain_form


class Decider:
    """The decisions, ready to be asked; `applied` gathers those that decided something."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self.applied: set[Decision] = set()
        self._by_form: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            self._by_form[plain_form(decision.form).casefold()].append(decision)

    def owner(self, words: str, forms: Mapping[str, str], where: tuple[str, int, int]) -> str | None:
        """The entry that `words` stand for, of those in `forms`; "" for none of them; None where it is undecided.

        `where` is the work, the line of its source (0 where lines do not count) and which of several on the line.
        A form of one entry alone needs no decision.
        """
        plain = plain_form(words)
        listed = {plain, *(plain_form(form) for form in forms.values())}
        found = [
            decision
            for decision in self._by_form.get(plain.casefold(), ())
            if plain_form(decision.form) in listed and decision.owner in {"", *forms} and _holds(decision, where)
        ]
        if not found:
            return next(iter(forms)) if len(forms) == 1 else None
        best = max(found, key=lambda one: (_narrowness(one), plain_form(one.form) == plain))
        self.applied.add(best)
        return best.owner


def _holds(decision: Decision, where: tuple[str, int, int]) -> bool:
    work, line, nth = where
    return decision.work in {None, work} and decision.line in {None, line} and decision.nth in {None, nth}


def _narrowness(decision: Decision) -> int:
    return sum(part is not None for part in (decision.work, decision.line, decision.nth))
