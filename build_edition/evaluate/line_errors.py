"""Readings against a truth told by lines: line-end hyphens, errors, emendations, and the author's usage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_edition.evaluate.line_claims import LineClaims
from build_edition.evaluate.line_truth import Error, LineTruth
from build_edition.evaluate.measures import Difference, Share
from build_edition.rules import RULES

# An error stands on its line or runs on to the next; a word joined over a page may end some lines on.
ERROR_LINES, HYPHEN_LINES = 2, 5
UNJUDGED = frozenset({"missing-text", "author-slip"})  # kinds of error that a transcript is not to mend
ABOUT = 25  # characters shown on either side
EMENDING = frozenset(name for rule in RULES for name, account in rule.accounts.items() if account == "emended")
STRUCTURAL = frozenset({"note-call"})  # interventions that another measure judges


def hyphens(truth: LineTruth, have: LineClaims) -> Share:
    """Whether each word that a line end cuts reads as it should."""
    true = [this for this in truth.hyphens or () if this.line in have.scope]
    wrong = [
        Difference("wrong", this.line, this.line, f"“{this.joined}”", "another reading")
        for this in true
        if this.joined not in have.reading(this.line, HYPHEN_LINES)
    ]
    return Share(len(true) - len(wrong), len(true), tuple(wrong))


def errors_fixed(truth: LineTruth, have: LineClaims) -> Share:
    """The certain errors that read as they should."""
    true = list(_certain(truth, have))
    return _share(
        [(line, error) for line, error in true if not _is_fixed(have, line, error)], len(true), "not mended"
    )


def errors_found(truth: LineTruth, have: LineClaims) -> Share:
    """The certain errors that read as they should or are marked as suspect."""
    true = list(_certain(truth, have))
    suspects = [(mark.start, mark.end) for mark in have.transcript.of_kind("suspect")]
    missed = [
        (line, error)
        for line, error in true
        if not _is_fixed(have, line, error) and not _touches(_place(have, line, error), suspects)
    ]
    return _share(missed, len(true), "neither mended nor marked")


def emendations(truth: LineTruth, have: LineClaims) -> Share:
    """The interventions that emend a word: whether each mends an error that the truth knows, and rightly.

    What touches an error that the truth itself is not sure of is left out.
    """
    known = [(_place(have, error.line, error), error) for error in truth.errors or () if error.line and error.read]
    right, wrong = 0, []
    for this in have.transcript.interventions:
        line = have.source.line_number(this.start)
        if this.rule not in EMENDING - STRUCTURAL or line not in have.scope:
            continue
        near = [error for (start, end), error in known if start <= this.end and this.start <= end]
        if any(error.line and _is_fixed(have, error.line, error) for error in near):
            right += 1
        elif not near or all(error.certain for error in near):
            text = have.source.text
            before, after = text[max(this.start - ABOUT, 0) : this.start], text[this.end : this.end + ABOUT]
            found = " ".join(f"{before}[{text[this.start : this.end]} → {this.reading}]{after}".split())
            expected = near[0].should_be if near else "no error known here"
            wrong.append(Difference("false", line, line, expected or "", f"{this.rule}: {found}"))
    return Share(right, right + len(wrong), tuple(wrong))


def usage_kept(truth: LineTruth, have: LineClaims) -> Share:
    """Whether the author's own usage, which looks like an error, stands as it did."""
    of, wrong = 0, []
    for usage in truth.author_usage_not_to_fix or ():
        start, end = have.span(usage.line, ERROR_LINES)
        stood = " ".join(have.source.text[start:end].split())
        if usage.line not in have.scope or usage.text not in stood:
            continue
        of += 1
        if usage.text not in have.reading(usage.line, ERROR_LINES):
            wrong.append(Difference("wrong", usage.line, usage.line, f"“{usage.text}”", "it was changed"))
    return Share(of - len(wrong), of, tuple(wrong))


def _certain(truth: LineTruth, have: LineClaims) -> Iterator[tuple[int, Error]]:
    for error in truth.errors or ():
        if error.line is None or error.line not in have.scope:
            continue
        if error.kind not in UNJUDGED and error.read and not truth.may_stand(error):
            yield error.line, error


def _is_fixed(have: LineClaims, line: int, error: Error) -> bool:
    """Whether the right words stand there and the wrong ones do not, unless as a part of the right ones."""
    reading = have.reading(line, ERROR_LINES)
    right, wrong = str(error.should_be), error.read or ""
    return " ".join(right.split()).strip("[]") in reading and (wrong not in reading or wrong in right)


def _place(have: LineClaims, line: int, error: Error) -> tuple[int, int]:
    """Where in the source an error stands; its whole line where the words cannot be found there."""
    start, end = have.span(line, ERROR_LINES)
    words = r"\s+".join(map(re.escape, (error.read or "").split()))
    hit = re.search(words, have.source.text[start:end]) if words else None
    return (start + hit.start(), start + hit.end()) if hit else have.span(line, 1)


def _touches(place: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in spans)


def _share(missed: list[tuple[int, Error]], of: int, what: str) -> Share:
    differences = [
        Difference("missed", line, line, f"“{e.should_be}”", f"“{e.read}”, {what}") for line, e in missed
    ]
    return Share(of - len(missed), of, tuple(differences))
