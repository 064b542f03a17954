"""Which findings the editors have judged already: those that `edition/ignores.yml` lists.

In: the findings and the ignores.  Out: the findings that are shown, those that are ignored with what ignores them,
and new findings about ignores that are idle, past their day, or not allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from build_edition.checks.finding import Finding
from build_edition.checks.kinds import KINDS
from build_edition.checks.places import Place, place_of
from build_edition.edition.ignores import IGNORES, Ignore
from build_edition.edition.loading.advice import nearest


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings to show, and each of the ignored with the number of the record that ignores it."""

    shown: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, int], ...] = ()


def sift(
    findings: Iterable[Finding],
    ignores: Sequence[Ignore],
    works: Collection[str],
    today: date,
    was_checked: Callable[[Ignore], bool] = lambda _: True,
) -> Sifted:
    """The findings without those that are ignored `today`.

    An ignore that hides nothing is a finding itself where `was_checked` says that what it speaks of was looked at.
    """
    shown: list[Finding] = []
    ignored: list[tuple[Finding, int]] = []
    used: set[int] = set()
    holding = [(k, one) for k, one in enumerate(ignores, start=1) if is_allowed(one) and not _is_over(one, today)]
    for finding in findings:
        place = place_of(finding, works)
        hiding = [number for number, one in holding if hides(one, finding, place)]
        used.update(hiding)
        if hiding:
            ignored.append((finding, hiding[0]))
        else:
            shown.append(finding)
    for number, one in enumerate(ignores, start=1):
        where = f"{IGNORES.as_posix()}, record {number}"
        if not is_allowed(one):
            shown.append(_refused(one, where))
        elif _is_over(one, today):
            what = f"was to hold until {one.until}; by {one.by}: {' '.join(one.reason.split())}"
            shown.append(
                Finding.made("ignore-expired", where, what, "Mend what it hid, or give it a later `until`.")
            )
        elif number not in used and was_checked(one):
            what = f"ignores a `{one.code}` that is not found"
            shown.append(Finding.made("ignore-unused", where, what, "Take it out, or correct its place."))
    return Sifted(tuple(shown), tuple(ignored))


def hides(ignore: Ignore, finding: Finding, place: Place) -> bool:
    """Whether an ignore speaks of a finding."""
    return (
        ignore.code == finding.code
        and ignore.work in (None, place.work)
        and ignore.line in (None, place.line)
        and (ignore.file is None or fnmatchcase(place.file, ignore.file))
        and (ignore.what is None or fnmatchcase(" ".join(finding.what.split()), ignore.what))
    )


def is_allowed(ignore: Ignore) -> bool:
    """Whether the code is one that may be ignored."""
    kind = KINDS.get(ignore.code)
    return kind is not None and kind.ignorable


def _is_over(ignore: Ignore, today: date) -> bool:
    return ignore.until is not None and today > ignore.until


def _refused(ignore: Ignore, where: str) -> Finding:
    if ignore.code in KINDS:
        what = f"`{ignore.code}` cannot be ignored"
        return Finding.made("ignore-refused", where, what, "Take the record out, and mend what is found.")
    meant = nearest(ignore.code, list(KINDS))
    remedy = f"Did you mean `{meant}`?" if meant else "`build-edition explain` lists the codes."
    return Finding.made("ignore-refused", where, f"there is no code `{ignore.code}`", remedy)
