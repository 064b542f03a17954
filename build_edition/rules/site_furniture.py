"""Site furniture: what a web page adds to the text it carries; and the notes on source and author beside it.

Looks for menus, invitations to subscribe, share or sign in, pointers to other pages, advertisements and the
bullets that follow them (`web.words`).  Phrases that only a web page uses count anywhere; words that a text may
use too count only before its first or after its last paragraph.  Position tells the rest: a short line above the
site's own menus, where a title still follows, is the site's name; a short line without a stop between two lines
of furniture is furniture; so are the name of a section above the title and the comments of readers
(`page_parts`).  Furniture is marked `fw` and deleted.  Notes on the source (“Source: …”), on the contributor
(NAME in capitals, of the …) and on rights are the edition's business: they are marked `note` and kept; so are an
archive's header (`byline`) and a date (`dateline`).  In wrapped books only what a library adds to the texts that
it gives away is looked for (`stamps`, `asides`).

    Home | Archive | Sign in              ->  fw, deleted
    • JANE ROE, of the Weavers’ College   ->  note, type author; the bullet deleted
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import (
    BULLETS,
    SMALL_WORDS,
    ends_sentence,
    inked_lines,
    is_body,
    is_capitals,
)
from build_edition.rules.evidence.web import asides
from build_edition.rules.evidence.web import words as site_words
from build_edition.rules.evidence.web.metadata import metadata_block
from build_edition.rules.evidence.web.page_parts import comments, section_name
from build_edition.rules.evidence.web.stamps import limits_of, stamps
from build_edition.rules.evidence.web.words import is_source_note
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
    r"[\[(*_]{0,3}(?:(?i:published|posted|issued|dated?)(?: on)?:? )?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?"
    r"(?:[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}[*_]{0,2}, )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?,?)? (?P<when>1[5-9]\d\d|20\d\d)"
    r"(?:,? (?:at )?\d{1,2}[.:]\d\d\b.{0,12})?[\])*_.]{0,4}"
)
_PARTS = re.compile(r"\s+[|·•]\s+")
_AUTHOR = re.compile(r"(?i:authors?):\s?[A-Z].{2,60}")
_NAME = re.compile(r"(?:[A-Z][\w’'-]*\.? ){1,3}(?:[a-z]{2,3} )?(?P<surname>[A-Z][\w’'-]+)")
_NOTE = re.compile(r"(?:end|foot)?notes\W*\Z|references\W*\Z|[\[(]?\d{1,3}[\])]?[.)]?\s|[*†‡§]", re.IGNORECASE)
_BY = re.compile(r"by\s+\S", re.IGNORECASE)
NAME_LENGTH = 60  # characters in the name of a site
COLUMN, COLUMN_WIDTH = 4, 40  # lines of a menu, and characters in each
TOP = 20  # lines among which the name stands


def apply(draft: Draft) -> None:
    """Mark and delete site furniture; mark and keep what a web page says of source, author and rights."""
    limits = limits_of(draft.text, draft.ink_lines)
    for place in (*metadata_block(draft.ink_lines), *stamps(draft.text, draft.ink_lines, limits)):
        _delete(draft, draft.ink_lines[place])
    asides.mark(draft, limits)
    lines = [line for line in draft.ink_lines if draft.has_ink(line)]
    if draft.layout == "book" or not lines:
        return
    readers = comments(lines)
    taken = inked_lines(draft, "milestone", "fw", "note", "figure")
    body = [place for place, line in enumerate(lines) if place not in readers and _is_text(line.ink)]
    first, last = (body[0], body[-1]) if body else (len(lines), -1)
    dates = {place for place, line in enumerate(lines) if _is_date(line.ink)}
    furniture = _furniture(draft, lines, taken | {lines[place].number for place in dates}, first, last)
    columns = {place for place in _columns(lines, first, last) if lines[place].number not in taken}
    furniture |= columns | set(readers)
    furniture |= _names_of_site(lines, furniture, columns, first) | _between(lines, furniture, last)
    for place in sorted(furniture):
        _delete(draft, lines[place])
    shown = [place for place in range(min(first, TOP)) if place not in furniture]
    section = section_name(lines, shown) if furniture else None
    if section is not None:  # what stands above it is the site's name
        for place in shown[: shown.index(section) + 1]:
            _delete(draft, lines[place], "low")
        shown = shown[shown.index(section) + 1 :]
    author = _author_above(lines, shown, furniture)
    for place, line in enumerate(lines):
        if place in furniture or line.number in taken or not draft.has_ink(line):
            continue
        edge, ink = place < first or place > last, line.ink
        content = ink.lstrip(BULLETS + " \t")
        if edge and content and site_words.is_contributor(content, place > last):
            _mark_contributor(draft, line, len(ink) - len(content))
        elif (edge and is_source_note(ink)) or (0 < place < first and site_words.is_citation(ink)):
            draft.mark_lines("note", line, line, type="source")
        elif site_words.is_rights_note(ink) or (edge and site_words.is_licence(ink)):
            taken.add(_mark_rights(draft, lines, place))
        elif place == 0 and (header := _ARCHIVE_HEADER.fullmatch(ink)):
            draft.mark_lines("byline", line, line, when=header["when"])
        elif place < first and (place == author or _AUTHOR.fullmatch(ink)):
            draft.mark_lines("byline", line, line)
        elif place in dates and len(dates) < 3 and place:
            draft.mark_lines("byline" if _BY.match(ink) else "dateline", line, line)


def _is_date(ink: str) -> bool:
    """Whether the line is a date, by itself or in a short row with a name or a section of the site."""
    if len(ink) >= 80:
        return False
    parts = _PARTS.split(ink)
    return (
        len(parts) < 5 and any(_DATE.fullmatch(part) for part in parts) and all(len(part) < 60 for part in parts)
    )


def _author_above(lines: Sequence[Line], shown: Sequence[int], furniture: set[int]) -> int | None:
    """The place of the line that heads the page where it is the author's name, the title standing below.

    The page's own lines speak of that author's archive; or no other line above the text can be a name, and a date
    or a note on the source closes them.
    """
    if len(shown) < 2 or not _is_name(name := lines[shown[0]].ink):
        return None
    if _has_archive(name, "\n".join(lines[place].ink for place in furniture)):
        return shown[0]
    below = [lines[place].ink for place in shown[1:4]]
    closed = any(_is_date(ink) or is_source_note(ink) or site_words.is_citation(ink) for ink in below[1:])
    told = any(_BY.match(ink) or _AUTHOR.fullmatch(ink) for ink in below)
    return shown[0] if closed and not told and not _is_name(below[0]) else None


def _is_name(ink: str) -> bool:
    """Whether the line can be a person's name."""
    return _NAME.fullmatch(ink) is not None and not any(word.lower() in SMALL_WORDS for word in ink.split())


def _is_text(ink: str) -> bool:
    """Whether the line is a paragraph of the text itself."""
    if not is_body(ink) or ink[0] in BULLETS or is_source_note(ink) or site_words.opens_with_contributor(ink):
        return False
    return not site_words.is_furniture(ink, True)


def _has_archive(ink: str, page: str) -> bool:
    """Whether the line is a name of which the page's own lines say that it has an archive."""
    name = _NAME.fullmatch(ink)
    own = rf"\b{re.escape(name['surname'])}(?:[’']s?)? (?:internet )?(?:archive|index)\b" if name else r"(?!)"
    return re.search(own, page, re.IGNORECASE) is not None


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
    if found:
        found |= {p for p in range(first, last) if _stands_alone(draft, lines, p) and lines[p].number not in taken}
    return found


def _columns(lines: Sequence[Line], first: int, last: int) -> set[int]:
    """The places of menus set as a column at the edges of the page: short lines, most of them known items."""
    found: set[int] = set()
    group: list[int] = []
    for place in (*range(first), *range(last + 1, len(lines))):
        line = lines[place]
        if len(line.ink) > COLUMN_WIDTH or len(line.ink.split()) > 3 or ends_sentence(line.ink):
            continue
        if group and (group[-1] != place - 1 or lines[group[-1]].number != line.number - 1):
            found |= _menu(lines, group)
            group = []
        group.append(place)
    return found | _menu(lines, group)


def _menu(lines: Sequence[Line], group: list[int]) -> set[int]:
    """The places of these lines, if they are a menu."""
    others = [place for place in group if not site_words.is_menu_item(lines[place].ink)]
    known = len(group) >= COLUMN and len(others) * 3 <= len(group)
    return set(group) if known and all(" " not in lines[place].ink for place in others) else set()


def _stands_alone(draft: Draft, lines: Sequence[Line], place: int) -> bool:
    """Whether the line is one with which a page interrupts its text, blank lines above and below it."""
    line = lines[place]
    alone = lines[place - 1].number < line.number - 1 and line.number + 1 < lines[place + 1].number
    return alone and draft.has_ink(line) and site_words.stands_alone(line.ink)


def _names_of_site(lines: Sequence[Line], furniture: set[int], columns: set[int], first: int) -> set[int]:
    """The short lines above the site's own menus, or said again by them, over which a title still follows."""
    top = [p for p in range(min(first, TOP)) if p not in furniture and _may_be_name(lines[p].ink)]
    if len(top) < 2:
        return set()
    menus = [p for p in furniture if p < first and site_words.is_site_level(lines[p].ink.lstrip(BULLETS + " "))]
    lowest = max([*menus, *(p for p in columns if p < first)], default=-1)
    notes = [p for p in range(min(first, TOP)) if is_source_note(lines[p].ink)]
    page = "\n".join(lines[p].ink.casefold() for p in [*notes, *sorted(furniture)])
    name = rf"(?<!\w){re.escape(lines[top[0]].ink.casefold())}(?!\w)"
    said_again = re.search(name, page) is not None and not _has_archive(lines[top[0]].ink, page)
    names = {p for p in top if p < lowest or (p == top[0] and said_again)}
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


def _delete(draft: Draft, line: Line, cert: str = "high") -> None:
    draft.mark_lines("fw", line, line, type="site", cert=None if cert == "high" else cert)
    draft.remove(line.ink_start, line.ink_end, RULE, cert=cert)
