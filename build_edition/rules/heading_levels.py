"""The level of each heading, from its words and its place; type sizes are lost in a plain text.

A part is 1, a chapter or a division of the front or back matter 2. Below them the first heading is a
section, 3. Of two that stand upon each other the lower is one deeper. The chapters of a book are often built
on one plan, so a heading that opens with the same words as the upper one of such a pair is a section too,
and what follows it stands under it, until another such, or a Conclusion or Summary, comes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_edition.rules.titles import is_customary
from build_edition.source import Line


@dataclass(frozen=True)
class Found:
    """A heading: its lines, its level where its label tells (else 0), its label and title."""

    lines: list[Line]
    level: int
    label: str | None
    title: str
    opens_page: bool = False


_SECTION_WORDS = re.compile(r"(?:introduction|conclusions?|summary|appendix|postscript|epilogue)\b", re.IGNORECASE)


def levels(found: Sequence[Found]) -> list[int]:
    """The level of each heading."""
    upper = _worded_like_sections(found)
    result: list[int] = []
    deep = False
    for i, heading in enumerate(found):
        if heading.level or _is_division(found, i):
            result.append(heading.level or 2)
            deep = False
        elif i and result[-1] >= 3 and _adjoin(found[i - 1], heading):
            result.append(min(5, result[-1] + 1))
            deep = True
        elif deep and not (_opening(heading.title) in upper or _SECTION_WORDS.match(heading.title)):
            result.append(4)
        else:
            result.append(3)
            deep = _opening(heading.title) in upper
    return result


def _is_division(found: Sequence[Found], i: int) -> bool:
    """Whether a heading without label is a division of the front or back matter.

    It is if it stands before the first numbered division, or after the last chapter's sections have begun
    and opens the page after them: the search has given it level 0 and no label, so only its words tell.
    """
    return is_customary(found[i].title) and found[i].opens_page and not _inside_numbered(found, i)


def _inside_numbered(found: Sequence[Found], i: int) -> bool:
    """Whether numbered divisions stand both before and after heading `i`."""
    before = any(heading.level for heading in found[:i])
    after = any(heading.level for heading in found[i + 1 :])
    return before and after


def _adjoin(above: Found, below: Found) -> bool:
    """Whether nothing but blank lines stands between two headings."""
    return below.lines[0].number - above.lines[-1].number <= 3


def _opening(title: str) -> str:
    """The first three words of a title, which headings of one plan share."""
    return " ".join(title.casefold().split()[:3])


def _worded_like_sections(found: Sequence[Found]) -> set[str]:
    """The openings of headings that another adjoins below."""
    return {
        _opening(above.title)
        for above, below in pairwise(found)
        if not above.level and not below.level and _adjoin(above, below)
    }
