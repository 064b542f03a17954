"""Paragraphs of a hard-wrapped book: all live text that is nothing else.

At each line end all signs are weighed together: an indent, a blank line, room for the next word on the line
above, the end of a sentence, a capital. What each is worth the whole text tells (`paragraphs.learning`), for one
setting indents its paragraphs, another parts them by a blank line, and an OCR program loses both here and there.
Where they leave it open, what makes paragraphs about as long as others are decides (`paragraphs.lengths`). A
beginning that is little likelier than not has `cert="low"`. After a quotation or list, text that is set flush goes
on in the paragraph before it: such a `p` has `continues`, of low certainty where the setting knows no indent and
only the lengths of paragraphs tell the book's habit. Leaves alone: what other marks cover.

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
from build_edition.rules.evidence.paragraphs.after_displays import by_width, odds_anew
from build_edition.rules.evidence.paragraphs.edges import edges_of
from build_edition.rules.evidence.paragraphs.joints import Joint, joints
from build_edition.rules.evidence.paragraphs.learning import learn
from build_edition.rules.evidence.paragraphs.lengths import SURELY, by_length
from build_edition.rules.evidence.paragraphs.signs import DOUBT, Signs
from build_edition.source import Line

_DISPLAYS = ("quote", "list", "table", "figure")
_TAGS = ("<p>", "<p ")  # of HTML
_BREAKS = ("head", "floatingText", "epigraph", "milestone")


def apply(draft: Draft) -> None:
    """Mark every paragraph."""
    if draft.layout != "book":
        return
    run_in = {draft.source.line_number(m.start): m.end for m in draft.marks("head") if m.get("run_in")}
    taken = draft.lines_of("fw", "note", *_DISPLAYS, *_BREAKS) - run_in.keys()
    live = [line for line in draft if line.number not in taken]
    if not live:
        return
    # What stands behind a head on its own line begins anew.
    starts = [line.end if line.number in run_in else line.start for line in live]
    displayed, broken = parted(draft, starts, _DISPLAYS), parted(draft, starts, _BREAKS)
    openings = openings_of(draft, live)
    measure = measure_of(draft.source)
    edges = edges_of(live, shifts_of(live, openings, measure), measure, draft.source.geometry)
    every = joints(live, edges, _page_edges(draft, live, openings), measure)
    known = [joint for i, joint in enumerate(every, 1) if not displayed[i] and not broken[i]]
    signs = learn(known, keeps_indents=any(edges.shifts), placed=edges.placed)
    sure = [broken[i] or displayed[i] or live[i].ink.startswith(_TAGS) for i in range(1, len(live))]
    odds = [SURELY if is_sure else signs.seeming(joint) for is_sure, joint in zip(sure, every, strict=True)]
    shown = [joint.ending != "stop" or joint.blank or joint.at_page for joint in every]
    lengths = by_length(odds, fixed=shown)
    begins = [each + added > 0 for each, added in zip(odds, lengths, strict=True)]
    anew = 0.0
    if not signs.indents:
        under = [joint for i, joint in enumerate(every, 1) if displayed[i] and not broken[i]]
        anew = odds_anew(under, *_lengths(live, every, begins, displayed, broken), signs)
    start = 0
    attrs: dict[str, str | bool] = {}
    for i in range(1, len(live)):
        if not begins[i - 1]:
            continue
        draft.mark("p", run_in.get(live[start].number, live[start].ink_start), live[i - 1].ink_end, **attrs)
        start = i
        joint = every[i - 1]
        if broken[i]:
            attrs = {}
        elif displayed[i]:
            attrs = _after_display(joint, signs, anew)
        else:
            attrs = {"cert": "low"} if signs.odds(joint) + min(0.0, lengths[i - 1]) < DOUBT else {}
    draft.mark("p", run_in.get(live[start].number, live[start].ink_start), live[-1].ink_end, **attrs)


def _lengths(
    live: Sequence[Line],
    every: Sequence[Joint],
    begins: Sequence[bool],
    displayed: Sequence[bool],
    broken: Sequence[bool],
) -> tuple[list[int], list[int]]:
    """How long whole paragraphs are, and the texts under displays, but for what leads into a display itself."""
    starts = [0, *(i for i, begun in enumerate(begins, 1) if begun), len(live)]
    whole: list[int] = []
    under: list[int] = []
    for start, end in pairwise(starts):
        if end < len(live) and displayed[end]:
            continue
        length = sum(len(line.ink) for line in live[start:end])
        if not (start and displayed[start]) or broken[start]:
            whole.append(length)
        elif every[start - 1].opening != "small":
            under.append(length)
    return whole, under


def _after_display(joint: Joint, signs: Signs, anew: float) -> dict[str, str | bool]:
    """The attributes of a paragraph under a display, where `anew` are the odds that such a one begins."""
    if joint.opening == "small":
        return {"continues": True}
    if signs.indents:
        return {"continues": True} if joint.edge == "flush" else {}
    odds = by_width(joint, signs) + anew
    if odds > 0:
        return {"cert": "low"} if odds < DOUBT else {}
    return {"continues": True} if odds < -DOUBT else {"continues": True, "cert": "low"}


def _page_edges(draft: Draft, live: Sequence[Line], openings: set[int]) -> list[bool]:
    """For each line, whether a page begins with it, or other ink stands between it and the line of text above.

    In a text without pages notes stand behind what calls them, and hide nothing.
    """
    passed = set() if draft.marks("pb") else draft.lines_of("note")
    order = {line.number: k for k, line in enumerate(x for x in draft.ink_lines if x.number not in passed)}
    follows = [True, *(order[b.number] - order[a.number] == 1 for a, b in pairwise(live))]
    return [line.number in openings or not near for line, near in zip(live, follows, strict=True)]
