"""The tiers of a book's headings: which form stands above which.

In: the headings below the divisions, chapter by chapter.  Out: the tier of each, from 0, where their forms tell;
else nothing.  One form stands above another if it is set more prominently (capitals, centred, with space below),
if it stands directly upon it, if chapters begin with it or have it alone, and if the other's numbers begin anew
below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, permutations

from build_edition.rules.evidence.headings.form import Form, Found

_FEWEST = 0.04  # of the headings, a form that is no chance
# What it weighs to stand upon another, first in a chapter that has both, in one without it, and over new numbers.
_UPON, _FIRST, _ALONE, _ANEW = 3.0, 1.0, 0.5, 2.0
_OFTEN = 4  # a quarter of the chapters
_DECIMAL = 100.0  # a number below a number
_SYSTEMS = {"roman": 1.5, "letter": 0.5, "arabic": 0.0}


def forms_of(found: Sequence[Found], chapters: Sequence[Sequence[int]], *, told: bool) -> dict[int, Form]:
    """The form of each heading, chance apart: a form that hardly occurs is the commonest, seen amiss.

    `told` says whether the text keeps its indents and its space.
    """
    places = [i for chapter in chapters for i in chapter]
    forms = {i: _key(found[i].form, told=told) for i in places}
    centred = 2 * sum(form.centred is True for form in forms.values()) > sum(
        form.centred is not None and not form.numbering for form in forms.values()
    )
    forms = {i: replace(form, centred=centred) if form.centred is None else form for i, form in forms.items()}
    plain = Counter(form for form in forms.values() if not form.numbering)
    if not plain:
        return forms
    usual = plain.most_common(1)[0][0]
    chance = {form for form, count in plain.items() if count < max(2, _FEWEST * len(places))}
    # What stands at the edge, or in small letters, among what does not was not seen amiss.
    chance = {
        form
        for form in chance
        if not (usual.centred and form.centred is False) and not (usual.capitals and not form.capitals)
    }
    forms = {i: usual if form in chance else form for i, form in forms.items()}
    if _space_is_chance(chapters, forms):
        forms = {i: replace(form, tight=False) for i, form in forms.items()}
    return forms


def _space_is_chance(chapters: Sequence[Sequence[int]], forms: Mapping[int, Form]) -> bool:
    """Whether headings tight upon their text often stand first in their chapters; a lower tier does not."""
    tight = [chapter for chapter in chapters if any(forms[i].tight for i in chapter)]
    return len(tight) < _OFTEN * sum(forms[chapter[0]].tight for chapter in tight)


def _key(form: Form, *, told: bool) -> Form:
    if form.numbering:
        return Form(form.numbering, form.alone)
    return form if told else replace(form, centred=False, tight=False)


def tiers(found: Sequence[Found], chapters: Sequence[Sequence[int]], forms: Mapping[int, Form]) -> dict[Form, int]:
    """The tier of each form, 0 the highest; forms that no chapter has together do not stand above each other."""
    kinds = sorted(set(forms.values()))
    above: dict[tuple[Form, Form], float] = {
        (one, other): _prominence(one) - _prominence(other) for one in kinds for other in kinds
    }
    for places in chapters:
        if not places:
            continue
        first = forms[places[0]]
        own = {forms[i] for i in places}
        for other in kinds:
            if other != first and (other in own or len(own) == 1):
                above[first, other] += _FIRST if other in own else _ALONE
        for i, after in pairwise(places):
            if found[after].stacked:
                above[forms[i], forms[after]] += _UPON
            if found[after].number == 1:
                above[forms[i], forms[after]] += _ANEW
    together = {pair for places in chapters for pair in permutations({forms[i] for i in places}, 2)}
    wins = {form: sum(above[form, other] > above[other, form] for other in kinds) for form in kinds}
    tier: dict[Form, int] = {}
    for form in sorted(kinds, key=lambda form: -wins[form]):
        higher = [tier[other] for other in tier if (other, form) in together and wins[other] > wins[form]]
        tier[form] = 1 + max(higher, default=-1)
    return tier


def stacks(found: Sequence[Found], places: Sequence[int]) -> int:
    """How many of these headings stand directly upon the next."""
    return sum(found[after].stacked for i, after in pairwise(places))


def _prominence(form: Form) -> float:
    if "." in form.numbering:
        return -_DECIMAL * form.numbering.count(".")
    weight = _SYSTEMS.get(form.numbering, 0.0)
    return weight + 1.5 * form.capitals + 1.5 * bool(form.centred) - 2.0 * form.tight + 0.5 * form.alone
