"""An edited page where the edition has changed since the build made it: the edit, made on the page of now."""

from __future__ import annotations

from difflib import SequenceMatcher

from build_edition.errors import CorrectionError

Changes = list[tuple[int, int, list[str]]]


def rebased(edited: str, base: str, now: str) -> str:
    """The page `now` with the changes that make `edited` of `base`; lines are whole blocks.

    Raises `CorrectionError` where both have changed the same block.
    """
    lines = base.split("\n")
    ours, theirs = _changes(lines, edited.split("\n")), _changes(lines, now.split("\n"))
    chosen: Changes = []
    for start, end, new in ours:
        meeting = [one for one in theirs if one[0] <= end and start <= one[1]]
        if (start, end, new) in meeting:
            continue
        if meeting:
            raise CorrectionError(
                f"the edition has changed on line {start + 1} too since the page was made",
                remedy="Keep a copy of the file and delete it; build again, and make the change in the new one.",
            )
        chosen.append((start, end, new))
    out: list[str] = []
    here = 0
    for start, end, new in sorted([*chosen, *theirs], key=lambda one: one[:2]):
        out += [*lines[here:start], *new]
        here = end
    return "\n".join([*out, *lines[here:]])


def _changes(old: list[str], new: list[str]) -> Changes:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(i, j, new[k:m]) for kind, i, j, k, m in matcher.get_opcodes() if kind != "equal"]
