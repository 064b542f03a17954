"""Which headings head a division of the book: a part, a chapter, a piece of the front or back matter.

In: all headings in order.  Out: the level of those, 1 or 2.  A label tells; a customary title at the top of a
page does, unless it stands between labels; and in a book without labels its numerals do that open pages or bear
titles, the numbers above decimal ones, or the titles at the tops of pages that running heads repeat.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings.form import Found
from build_edition.rules.evidence.headings.words import Words
from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.lines.title_words import CHAPTER, is_back_matter, is_customary

_FARTHEST = 60  # headings that a running head may have stood over
_NAMED = 8  # letters of a running head that names a heading
_FEWEST = 2  # chapters
_RUN = 3  # numerals that run on through the whole book, or headings of one form
_MOSTLY = 0.8  # of the headings of a form open pages, if it is that of chapters


def divisions(draft: Draft, found: Sequence[Found]) -> list[int]:
    """For each heading 1 or 2 if it heads a part or chapter, else 0."""
    levels = [heading.level for heading in found]
    labelled = [i for i, heading in enumerate(found) if heading.level and heading.label]
    first, last = (labelled[0], labelled[-1]) if labelled else (len(found), -1)
    titles = Counter(heading.title.casefold() for heading in found)
    for i, heading in enumerate(found):
        if is_back_matter(heading.title) and titles[heading.title.casefold()] > 1:
            continue  # each chapter has its own
        if not levels[i] and is_customary(heading.title) and heading.opens_page and not first < i < last:
            levels[i] = CHAPTER
    if all(found[i].level != CHAPTER or _is_appendix(found[i]) for i in labelled):
        chapters = _unlabelled(draft, found)
        for i in chapters:
            levels[i] = levels[i] or CHAPTER
        if not chapters and len(labelled) > 1:  # books or parts without chapters are chapters
            levels = [CHAPTER if level else 0 for level in levels]
    return levels


def _is_appendix(heading: Found) -> bool:
    """Whether a label numbers what stands behind the chapters, which themselves may bear none."""
    return (heading.label or "").casefold().startswith("appendix")


def _unlabelled(draft: Draft, found: Sequence[Found]) -> list[int]:
    """The chapters of a book that labels none."""
    numerals = [i for i, heading in enumerate(found) if heading.form.alone]
    titled = sum(bool(found[i].title) or found[i].opens_page for i in numerals)
    once = len(numerals) >= _RUN and sum(found[i].number == 1 for i in numerals) < 2
    if numerals and (2 * titled > len(numerals) or once):
        return numerals
    if any("." in heading.form.numbering for heading in found):
        return [i for i, heading in enumerate(found) if heading.form.numbering == "arabic"]
    for system in ("roman", "arabic"):
        numbered = [i for i, heading in enumerate(found) if heading.form.numbering == system]
        if len(numbered) >= _FEWEST and 2 * sum(found[i].opens_page for i in numbered) > len(numbered):
            return numbered
    heads = {letters_of(draft.text[mark.start : mark.end]) for mark in draft.marks("fw")}
    named = [i for i, heading in enumerate(found) if heading.opens_page and _is_named(heading, heads)]
    opening = _set_to_open_pages(found)
    if len(named) < _FEWEST:
        return opening
    forms = {found[i].form for i in named}
    return sorted({*named, *(i for i in opening if found[i].opens_page and found[i].form in forms)})


def _set_to_open_pages(found: Sequence[Found]) -> list[int]:
    """The headings of a form that hardly ever stands but at the top of a page."""
    for key in (lambda form: (form.capitals, form.centred), lambda form: form.capitals):
        of_form: dict[object, list[int]] = {}
        for i, heading in enumerate(found):
            if not is_customary(heading.title):
                of_form.setdefault((heading.form.numbering, key(heading.form)), []).append(i)
        opening = {form: sum(found[i].opens_page for i in places) for form, places in of_form.items()}
        form = max(opening, key=lambda form: opening[form], default=None)
        if form is not None and opening[form] >= max(_RUN, _MOSTLY * len(of_form[form])):
            places = of_form[form]
            alike = (i for i, each in enumerate(found) if each.opens_page and _is_like(each, found[places[0]]))
            return sorted({*places, *alike})
    return []


def _is_like(heading: Found, chapter: Found) -> bool:
    """Whether a heading of which nothing shows if it is centred is otherwise set as this chapter's."""
    return heading.form.centred is None and replace(heading.form, centred=chapter.form.centred) == chapter.form


def _is_named(heading: Found, heads: set[str]) -> bool:
    title = letters_of(heading.title)
    return len(title) >= _NAMED // 2 and title in heads


def chapters_of(tops: Sequence[bool]) -> Iterator[range]:
    """The runs of headings that stand under one division."""
    start = 0
    for i in range(len(tops) + 1):
        if i == len(tops) or tops[i]:
            if i > start:
                yield range(start, i)
            start = i + 1


def named_by_running_heads(draft: Draft, found: Sequence[Found]) -> dict[int, int]:
    """For each heading that is the last before a page whose running head names an earlier one: that one."""
    pages = {str(mark.get("n")): mark.start for mark in draft.marks("pb") if mark.get("cert") != "low"}
    starts = [heading.lines[0].start for heading in found]
    titles = [" ".join(Words(heading.title).all) for heading in found]
    named: dict[int, int] = {}
    for mark in draft.marks("fw"):
        words = " ".join(Words(re.sub(r"\d+", " ", draft.text[mark.start : mark.end])).all)
        page = pages.get(str(mark.get("n")))
        if page is None or len(words) < _NAMED:
            continue
        here = bisect_left(starts, page)
        for i in range(here - 1, max(-1, here - _FARTHEST), -1):
            if found[i].level:
                break
            if titles[i].startswith(words) and i < here - 1:
                named[here - 1] = i
                break
    return named
