"""Changes of the words of a page as changes that are wanted in the reading text."""

from __future__ import annotations

import re

from build_edition.capture.alignment import Hunk
from build_edition.capture.differences import Differences
from build_edition.capture.standing import Call, Standing
from build_edition.corrections.wanted import Wanted
from build_edition.errors import CorrectionError
from build_edition.reading import Reading
from build_edition.transcript import Transcript

DOUBT = "[?]"
MARKS = frozenset({DOUBT, "[sic]"})
_SIGNS = re.compile(r" ?\[(?:\?|sic)\]|[\[\]]")  # of doubt, slips and supplied words, which the edition sets


def wanted(hunk: Hunk, found: Differences, standing: Standing, reading: Reading) -> Wanted:
    """The change of the reading text that a change of words on a page comes to.

    Raises `CorrectionError` where it is none: signs of the edition, or words that cross from block to block.
    """
    old, new = found.old.text, found.new.text
    stands, reads = old[hunk.start : hunk.end], new[hunk.new_start : hunk.new_end]
    if "\n" in reads.strip("\n") or (not stands.strip() and _is_block(new, hunk.new_start, hunk.new_end)):
        raise CorrectionError(
            "a block of words is brought in that the source does not have",
            remedy="Add words that the source has lost to a paragraph there is.",
        )
    if not reads.strip() and _is_block(old, hunk.start, hunk.end):
        hunk = Hunk(*_trimmed(old, hunk.start, hunk.end), hunk.new_start, hunk.new_start)
        stands = old[hunk.start : hunk.end]
    if "\n" in stands:
        raise CorrectionError(
            "words of more than one block are gone, or changed at once",
            remedy="Change the words of each paragraph by itself, and capture; then join or divide them.",
        )
    if stands.strip() and standing.span(hunk.start, hunk.end) is None:
        raise CorrectionError(
            f"“{stands.strip()}” is a sign of the edition, and no word of the text",
            remedy="It goes with its record: correct the words, or change the record in edition/emendations.",
        )
    if reads.strip() in MARKS:
        raise CorrectionError(
            f"“{reads.strip()}” is a sign of the edition, and no word of the text",
            remedy="It comes with a record, of a doubt (`perhaps`) or a slip of the author (`cause: slip`).",
        )
    return _put_together(hunk, found, standing, reading)


def _is_block(text: str, start: int, end: int) -> bool:
    """Whether words are the whole of a block, or of several."""
    start, end = _trimmed(text, start, end)
    return start < end and text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == "\n":
        start += 1
    while start < end and text[end - 1] == "\n":
        end -= 1
    return start, end


def let_stand(hunk: Hunk, found: Differences, standing: Standing, transcript: Transcript) -> Wanted | None:
    """The words whose sign of doubt a change takes away, and no more; None where it does something else."""
    old, new = found.old.text, found.new.text
    if old[hunk.start : hunk.end].strip() != DOUBT or new[hunk.new_start : hunk.new_end].strip():
        return None
    last = next((standing.ends[k] for k in range(hunk.start - 1, -1, -1) if standing.ends[k] >= 0), None)
    reading = transcript.reading
    for mark in transcript.of_kind("suspect"):
        start, end = reading.before_insertion(mark.start), reading.before_insertion(mark.end)
        if end == last:
            return Wanted(start, end, reading.text[start:end])
    return None


def of_call(call: Call) -> Wanted:
    """The change that takes the figures of a footnote call out of the text; raises `CorrectionError`."""
    if call.start < 0:
        raise CorrectionError(
            f"the call [^{call.label}] was placed by a record",
            remedy="Delete that record, below `structure` in the record of the work.",
        )
    return Wanted(call.start, call.end, "")


def _put_together(hunk: Hunk, found: Differences, standing: Standing, reading: Reading) -> Wanted:
    """The change with the figures of footnote calls, which the page does not have as words, where they belong."""
    old = found.old.text
    first, last = hunk.start, hunk.end
    while first and old[first - 1] == " ":
        first -= 1
    while last < len(old) and old[last] == " ":
        last += 1
    calls = [call for call in standing.calls if first <= call.at <= last and call.start >= 0]
    if not calls:
        start, end = _span(hunk, standing, old)
        return Wanted(start, end, found.new.text[hunk.new_start : hunk.new_end])
    told = standing.span(first, last)
    low = min([call.start for call in calls] + ([told[0]] if told else []))
    high = max([call.end for call in calls] + ([told[1]] if told else []))
    return Wanted(low, high, _with_figures(hunk, first, last, calls, found, standing, reading))


def _with_figures(
    hunk: Hunk, first: int, last: int, calls: list[Call], found: Differences, standing: Standing, reading: Reading
) -> str:
    """What is read from `first` to `last` of the old page, the figures of calls put where the new page calls."""
    new_first = hunk.new_start - (hunk.start - first)
    new_last = hunk.new_end + (last - hunk.end)
    known = {call.label: call for call in calls}
    figures: dict[int, str] = {}
    for piece in found.new.of("call"):
        if new_first <= piece.start <= new_last and piece.detail in known:
            call = known.pop(piece.detail)
            figures[piece.start] = figures.get(piece.start, "") + reading.text[call.start : call.end]
    out = []
    for k in range(new_first, new_last + 1):
        out.append(figures.get(k, ""))
        if k < new_last:
            out.append(_letter(k, hunk, first, new_first, found, standing, reading))
    return "".join(out)


def _letter(
    k: int, hunk: Hunk, first: int, new_first: int, found: Differences, standing: Standing, reading: Reading
) -> str:
    """A letter of the new page, as the reading text has it where it stayed."""
    if hunk.new_start <= k < hunk.new_end:
        return found.new.text[k]
    at = first + (k - new_first) if k < hunk.new_start else hunk.end + (k - hunk.new_end)
    if standing.starts[at] < 0:
        return ""
    return reading.text[standing.starts[at] : standing.ends[at]]


def _span(hunk: Hunk, standing: Standing, old: str) -> tuple[int, int]:
    """The span of the reading text that a hunk replaces; a place in it, where it replaces nothing."""
    told = standing.span(hunk.start, hunk.end)
    if told:
        return told
    before = next((standing.ends[k] for k in range(hunk.start - 1, -1, -1) if standing.ends[k] >= 0), None)
    after = next((standing.starts[k] for k in range(hunk.start, len(old)) if standing.starts[k] >= 0), None)
    opens = hunk.start == 0 or old[hunk.start - 1] == "\n"
    at = after if opens or before is None else before
    if at is None:
        raise CorrectionError("there are no words of the text beside it")
    return at, at


def is_sign(text: str) -> bool:
    """Whether words are nothing but signs that the edition sets itself."""
    return not _SIGNS.sub("", text).strip()
