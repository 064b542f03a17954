"""The level of each heading, from its form where that is told, else from its words and its place.

A part is 1, a chapter or a division of the front or back matter 2. Below them, forms that differ are tiers
(`tiers`), and headings of one form are of one level. But type sizes are lost in a plain text that keeps no
indents: where headings of such a book stand directly upon others it has tiers, and those of a chapter, down to
the next, are weighed together (`weighing`): of all ways to give them the levels 3 to 5 the best is taken.
Where another way is nearly as good, the level is of low certainty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from statistics import mode

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings.form import Found
from build_edition.rules.evidence.headings.odds import DEEPEST, TOP
from build_edition.rules.evidence.headings.search import Level
from build_edition.rules.evidence.headings.standing import chapters_of, divisions
from build_edition.rules.evidence.headings.tiers import forms_of, stacks, tiers
from build_edition.rules.evidence.headings.weighing import Weighing
from build_edition.rules.evidence.headings.words import Words
from build_edition.rules.evidence.lines.title_words import is_notes

_STACKS = 2  # headings upon others that show a whole book to have tiers


def levels(draft: Draft, found: Sequence[Found], *, told: bool) -> list[Level]:
    """The level of each heading, and its certainty; `told` says whether the text keeps its indents."""
    tops = divisions(draft, found)
    result: list[Level] = [(level or TOP, "high") for level in tops]
    chapters = list(chapters_of([bool(level) for level in tops]))
    ranked = [[i for i in places if not is_notes(found[i].title)] for places in chapters]
    forms = forms_of(found, ranked, told=told)
    kinds = set(forms.values())
    if len(kinds) > 1:
        ranks = tiers(found, ranked, forms)
        counts = Counter(forms.values())
        for i, form in forms.items():
            alone = counts[form] == 1 and not form.numbering
            result[i] = (min(TOP + ranks[form], DEEPEST), "low" if alone else "high")
    elif not told and not any(form.numbering for form in kinds):  # what numbers count through is one tier
        _weigh(draft, found, chapters, result)
    for i in (i for places in chapters for i in places if is_notes(found[i].title)):
        result[i] = (TOP, "high")  # the notes of a chapter
    names = {Words(heading.title).all for heading, top in zip(found, tops, strict=True) if top}
    for places in chapters:
        again = [i for i in places if _restates(Words(found[i].title).all, names)]
        if len(again) > 1:  # the notes, arranged by chapter: sisters, whatever their lengths
            shared = mode(sorted(result[i][0] for i in again))
            for i in again:
                result[i] = (shared, "high")
    return result


def _weigh(draft: Draft, found: Sequence[Found], chapters: Sequence[range], result: list[Level]) -> None:
    """Give the headings of chapters that have tiers the levels that weigh most."""
    stacked = [stacks(found, places) for places in chapters]
    if not any(stacked):
        return
    tiered = [places for places, count in zip(chapters, stacked, strict=True) if count or sum(stacked) >= _STACKS]
    for i, level in Weighing(draft, found, chapters).levels_of(tiered).items():
        result[i] = level


def _restates(words: tuple[str, ...], names: Set[tuple[str, ...]]) -> bool:
    """Whether a heading names a division again, with its label or without; one word names only as a whole."""
    return bool(words) and (words in names or any(words[i:] in names for i in range(1, len(words) - 1)))
