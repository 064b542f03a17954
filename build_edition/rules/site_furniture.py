"""Site furniture: what a web page adds to the text it carries; and the notes on source and author beside it.

Looks for menus, invitations to subscribe, share or sign in, pointers to other pages, advertisements and the
bullets that follow them (`site_words`).  Phrases that only a web page uses count anywhere; words that a text may
use too count only before its first or after its last paragraph.  Position tells the rest: a short line above the
site's own menus, where a title still follows, is the site's name; a short line without a stop between two lines
of furniture is furniture.  Furniture is marked `fw` and deleted.  Notes on the source (“Source: …”), on the
contributor (NAME in capitals, of the …) and on rights are the edition's business: they are marked `note` and
kept; so are an archive's header (`byline`) and a date (`dateline`).  Wrapped books are left alone.

    Home | Archive | Sign in              ->  fw, deleted
    • JANE ROE, of the Weavers’ College   ->  note, type author; the bullet deleted
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.draft import Draft
from build_edition.rules.evidence import site_words
from build_edition.rules.evidence.prose import BULLETS, ends_sentence, inked_lines, is_body, is_capitals
from build_edition.source import Line

RULE = "site-furniture"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_ARCHIVE_HEADER = re.compile(
    r"(?:By )?(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}),? (?P<when>1[5-9]\d\d|20\d\d)"
)
_DATE = re.compile(
    rf"(?:[A-Z][\w.]+(?: [A-Z][\w.]+)?, )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\.?"
    rf"(?: \d{{1,2}}(?:st|nd|rd|th)?,?)? (?P<when>1[5-9]\d\d|20\d\d)\.?"
)
_NOTE = re.compile(r"(?:end|foot)?notes\W*\Z|references\W*\Z|[\[(]?\d{1,3}[\])]?[.)]?\s|[*†‡§]", re.IGNORECASE)
_BY = re.compile(r"by\s+\S", re.IGNORECASE)
NAME_LENGTH = 60  # characters in the name of a site
TOP = 20  # lines among which the name stands


def is_source_note(ink: str) -> bool:
    """Whether the line tells where the text comes from or who transcribed it."""
    return site_words.is_source_note(ink)


def apply(draft: Draft) -> None:
    """Mark and delete site furniture; mark and keep what a web page says of source, author and rights."""
    lines = draft.ink_lines
    if draft.layout == "book" or not lines:
        return
    taken = inked_lines(draft, "milestone")
    body = [place for place, line in enumerate(lines) if _is_text(line.ink)]
    first, last = (body[0], body[-1]) if body else (len(lines), -1)
    furniture = _furniture(draft, lines, taken, first, last)
    furniture |= _names_of_site(lines, furniture, first) | _between(lines, furniture, last)
    for place in sorted(furniture):
        _delete(draft, lines[place])
    dates = {place for place, line in enumerate(lines) if len(line.ink) < 60 and _DATE.fullmatch(line.ink)}
    for place, line in enumerate(lines):
        if place in furniture or line.number in taken or not draft.has_ink(line):
            continue
        edge, ink = place < first or place > last, line.ink
        content = ink.lstrip(BULLETS + " \t")
        if edge and content and site_words.is_contributor(content, place > last):
            _mark_contributor(draft, line, len(ink) - len(content))
        elif edge and is_source_note(ink):
            draft.mark_lines("note", line, line, type="source")
        elif site_words.is_rights_note(ink):
            taken.add(_mark_rights(draft, lines, place))
        elif place == 0 and (header := _ARCHIVE_HEADER.fullmatch(ink)):
            draft.mark_lines("byline", line, line, when=header["when"])
        elif place in dates and len(dates) < 3 and place:
            draft.mark_lines("dateline", line, line)


def _is_text(ink: str) -> bool:
    """Whether the line is a paragraph of the text itself."""
    if not is_body(ink) or ink[0] in BULLETS or is_source_note(ink) or site_words.opens_with_contributor(ink):
        return False
    return not site_words.is_furniture(ink, True)


def _furniture(draft: Draft, lines: Sequence[Line], taken: set[int], first: int, last: int) -> set[int]:
    """The places of the lines that are furniture by their words or form, and of the bullets under them."""
    found: set[int] = set()
    bullets_follow = False
    for place, line in enumerate(lines):
        edge = place < first or place > last
        content = line.ink.lstrip(BULLETS + " \t")
        bulleted = line.ink[0] in BULLETS
        spoken_for = line.number in taken or not draft.has_ink(line) or not content
        if spoken_for or (edge and site_words.is_contributor(content, place > last)):
            bullets_follow = bulleted and bullets_follow and not spoken_for
        elif site_words.is_furniture(content, edge) or (bulleted and bullets_follow):
            found.add(place)
            bullets_follow = True
        else:
            bullets_follow = False
    return found


def _names_of_site(lines: Sequence[Line], furniture: set[int], first: int) -> set[int]:
    """The short lines above the site's own menus, or said again by them, over which a title still follows."""
    top = [p for p in range(min(first, TOP)) if p not in furniture and _may_be_name(lines[p].ink)]
    if len(top) < 2:
        return set()
    menus = [p for p in furniture if p < first and site_words.is_site_level(lines[p].ink.lstrip(BULLETS + " "))]
    lowest = max(menus, default=-1)
    notes = [p for p in range(min(first, TOP)) if is_source_note(lines[p].ink)]
    page = "\n".join(lines[p].ink.casefold() for p in [*notes, *sorted(furniture)])
    names = {p for p in top if p < lowest or (p == top[0] and lines[p].ink.casefold() in page)}
    return names if names and top[-1] > max(names) else set()


def _may_be_name(ink: str) -> bool:
    if len(ink) > NAME_LENGTH or _BY.match(ink) or (ends_sentence(ink) and not ink.endswith("?")):
        return False
    return not (is_source_note(ink) or _DATE.fullmatch(ink) or _ARCHIVE_HEADER.fullmatch(ink))


def _between(lines: Sequence[Line], furniture: set[int], last: int) -> set[int]:
    """The short lines after the text that stand between two lines of furniture."""
    below = sorted(place for place in furniture if place > last)
    found: set[int] = set()
    for place in range(below[0] + 1, below[-1]) if below else ():
        ink = lines[place].ink
        tight = lines[place].number - lines[place - 1].number == 1 == lines[place + 1].number - lines[place].number
        if place not in furniture and len(ink) < 100 and (tight or not ends_sentence(ink)) and not _is_kept(ink):
            found.add(place)
    return found


def _is_kept(ink: str) -> bool:
    """Whether a short line after the text is a note, a heading over notes, a date, or speech."""
    content = ink.lstrip(BULLETS + " \t")
    note = _NOTE.match(ink) or _DATE.fullmatch(ink) or is_source_note(ink) or site_words.is_rights_note(ink)
    return bool(note) or ink[0] in "“\"‘'" or site_words.is_contributor(content, True)


def _mark_rights(draft: Draft, lines: Sequence[Line], place: int) -> int:
    """Mark a note on rights, with the owner's name below it; returns the number of its last line."""
    line = lines[place]
    owner = lines[place + 1] if place + 1 < len(lines) else line
    goes_on = owner.number == line.number + 1 and is_capitals(owner.ink) and owner.ink.startswith("BY ")
    draft.mark_lines("note", line, owner if goes_on else line, type="rights")
    return owner.number if goes_on else line.number


def _mark_contributor(draft: Draft, line: Line, bullet: int) -> None:
    start = line.ink_start + bullet
    if bullet:
        draft.remove(line.ink_start, start, RULE)
    draft.mark("note", start, line.ink_end, type="author")


def _delete(draft: Draft, line: Line) -> None:
    draft.mark_lines("fw", line, line, type="site")
    draft.remove(line.ink_start, line.ink_end, RULE)
