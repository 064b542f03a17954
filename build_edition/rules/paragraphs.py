"""Paragraphs of a hard-wrapped book: all live text that is nothing else.

At each line end all signs are weighed together: an indent, a blank line, room for the next word on the line
above, the end of a sentence, a capital. What each is worth the whole text tells (`paragraphs.signs`), for one
setting indents its paragraphs, another parts them by a blank line, and an OCR program loses both here and there.
Where the signs disagree, so that a beginning is little likelier than not, it has `cert="low"`. After a quotation
or list, text that is set flush goes on in the paragraph before it: such a `p` has `continues`, of low certainty
where the setting knows no indent and the sentence does not tell. Leaves alone: what other marks cover.

    and the miller, who had never seen the sea,3
                                                      → one p, over the blank line
    asked what it was that moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.blocks import parted
from build_edition.rules.evidence.layout.left_edges import openings_of, shifts_of
from build_edition.rules.evidence.layout.measure import measure_of
from build_edition.rules.evidence.paragraphs.joints import Joint, joints
from build_edition.rules.evidence.paragraphs.signs import DOUBT, Signs, begins_anew, learn
from build_edition.source import Line

_DISPLAYS = ("quote", "list", "table", "figure")
_BREAKS = ("head", "floatingText", "epigraph", "milestone")


def apply(draft: Draft) -> None:
    """Mark every paragraph."""
    if draft.layout != "book":
        return
    taken = draft.lines_of("fw", "note", *_DISPLAYS, *_BREAKS)
    live = [line for line in draft if line.number not in taken]
    if not live:
        return
    starts = [line.start for line in live]
    displayed, broken = parted(draft, starts, _DISPLAYS), parted(draft, starts, _BREAKS)
    openings = openings_of(draft, live)
    measure = measure_of(draft.source)
    shifts = shifts_of(live, openings, measure)
    every = joints(live, shifts, _page_edges(draft, live, openings), measure)
    known = [joint for i, joint in enumerate(every, 1) if not displayed[i] and not broken[i]]
    signs = learn(known, keeps_indents=any(shifts))
    anew = begins_anew([joint for i, joint in enumerate(every, 1) if displayed[i] and not broken[i]], signs)
    start = 0
    attrs: dict[str, str | bool] = {}
    for i in range(1, len(live)):
        joint = every[i - 1]
        begins: dict[str, str | bool]
        if broken[i]:
            begins = {}
        elif displayed[i]:
            begins = _after_display(joint, signs, anew)
        else:
            if not signs.begins(joint):
                continue
            begins = {"cert": "low"} if signs.odds(joint) < DOUBT else {}
        draft.mark_lines("p", live[start], live[i - 1], **attrs)
        start, attrs = i, begins
    draft.mark_lines("p", live[start], live[-1], **attrs)


def _after_display(joint: Joint, signs: Signs, anew: float) -> dict[str, str | bool]:
    """The attributes of a paragraph under a display, where `anew` are the odds that such a one begins."""
    if joint.opening == "small":
        return {"continues": True}
    if signs.edges:
        return {"continues": True} if joint.edge == "flush" else {}
    odds = signs.by_width(joint) + anew
    if odds > 0:
        return {"cert": "low"} if odds < DOUBT else {}
    return {"continues": True} if odds < -DOUBT else {"continues": True, "cert": "low"}


def _page_edges(draft: Draft, live: Sequence[Line], openings: set[int]) -> list[bool]:
    """For each line, whether a page begins with it, or other ink stands between it and the line of text above."""
    order = {line.number: k for k, line in enumerate(draft.ink_lines)}
    follows = [True, *(order[b.number] - order[a.number] == 1 for a, b in pairwise(live))]
    return [line.number in openings or not near for line, near in zip(live, follows, strict=True)]
