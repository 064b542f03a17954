"""Site furniture: what a web page adds to the text it carries; and the notes on source and author beside it.

Looks for invitations to subscribe, share or sign in, pointers to other pages, advertisements of
applications and the bullets that follow them.  Phrases that only a web page uses count anywhere; words that
a text may use too count only before its first or after its last paragraph.  Furniture is marked `fw` and
deleted.  Notes on the source (“Source: …”), on the contributor (NAME in capitals, of the …) and on rights
are the edition's business: they are marked `note` and kept; so are an archive's header (`byline`) and the
date at the end (`dateline`).  Wrapped books are left alone.

    Sign up for our newsletter.           ->  fw, deleted
    • JANE ROE, of the Weavers’ College   ->  note, type author; the bullet deleted
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.prose import BULLETS, inked_lines, is_body, is_capitals
from build_edition.source import Line

RULE = "site-furniture"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_FURNITURE = re.compile(
    r"""you(?:\ are|’re|'re)\ (?:currently\ )?reading\ (?:a|your|one)\b.*\b(?:free|article|preview)
    |.*\b(?:unlimited\ access|paywall|free\ articles?\ (?:left|remaining))\b
    |.*\bsubscribe(?:rs)?\ (?:now|today|to\ read)\b
    |.*\b(?:ios|android|iphone|ipad)\b.*\bapps?\b
    |.*\bsign\ up\ (?:for|to)\b.*\b(?:newsletter|e-?mail|updates|account)
    |.*\b(?:issues|copies)\ a\ year\b.*\b(?:print|online|digital)
    |.*\bthis\ (?:site|website)\ uses\ cookies
    |subscribe\b(?=.*\b(?:access|today|now|issue|magazine|newsletter)\b)
    |(?:already\ a\ (?:subscriber|member)|not\ a\ subscriber)\b
    |(?:share|follow\ us|like\ us|tweet)\ (?:this|on|via)\b.{0,60}
    |click\ here\b|enable\ javascript\b|view\ (?:as\ )?pdf\b|download\ (?:as\ )?(?:the\ )?(?:pdf|article|app)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_AT_THE_EDGE = re.compile(
    r"""(?:read\ )?more\ (?:by|from|on|in|like\ this)\b.{0,80}
    |(?:read|see|learn|find\ out)\ (?:more|also)\b.{0,60}
    |(?:sign|log)\ ?in\b.{0,30}|register\b.{0,30}|subscribe\b.{0,80}|donate(?:\ now)?|advertisements?
    |related\ (?:articles?|content|topics?|reading)\b.{0,60}|recommended\b.{0,40}|most\ (?:read|popular)\b.{0,20}
    |(?:back\ to|return\ to|top\ of)\ (?:the\ )?(?:top|page|index|archive|contents|home)\b.{0,60}
    |skip\ to\b.{0,40}|(?:home|menu|search|print|e-?mail|share|save|tweet|facebook|twitter|pdf|comments?|tags?|next
    |previous|contact(?:\ us)?|about(?:\ us)?|privacy(?:\ policy)?|terms(?:\ of\ (?:use|service))?|loading)
    |last\ updated(?:\ on)?:?.{0,60}""",
    re.IGNORECASE | re.VERBOSE,
)
_SOURCE = re.compile(
    r"""(?:source|sources|(?:first|originally)\ published|published|first\ appeared|transcri(?:bed|ption)(?:/\S+)?
    |translat(?:ed|ion)|scanned|mark-?up|html(?:\ mark-?up)?|proof-?read(?:ing)?|reprinted|written|online\ version
    |public\ domain|copyleft|edited|editor|delivered|spoken)\b(?:\ (?:by|in|on|and\ \w+))?\s?:
    |(?:this\ (?:article|essay|text|piece)\ (?:was\ )?)?(?:first|originally)\ (?:published|appeared)
    \ (?:in|by|as|on)\b
    |reprinted\ (?:from|by|with)\b|transcribed\ (?:and\ .{3,30}\ )?(?:by|for)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RIGHTS = re.compile(r"©|\(c\)\s|(?:world )?copyright\b|all rights reserved\b", re.IGNORECASE)
_CONTRIBUTOR = re.compile(
    r"(?:[A-Z][A-Z’'.-]*,? ){1,4}(?:[A-Z][A-Z’'-]+),? (?:of|is|was|the|author|professor|formerly|a|an|now|who)\b"
)
_CAREER = re.compile(r"\b(?:author|editor|professor|lecturer|fellow|correspondent|contributor|teaches|director)\b")
_ABOUT = re.compile(r"(?:[A-Z][\w.’'-]*,? ){2,4}(?:is|was|teaches) (?:the |a |an )?", re.UNICODE)
_ARCHIVE_HEADER = re.compile(
    r"(?:By )?(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}),? (?P<when>1[5-9]\d\d|20\d\d)"
)
_DATE = re.compile(
    rf"(?:[A-Z][\w.]+(?: [A-Z][\w.]+)?, )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\.?"
    rf"(?: \d{{1,2}}(?:st|nd|rd|th)?,?)? (?P<when>1[5-9]\d\d|20\d\d)\.?"
)


def is_source_note(ink: str) -> bool:
    """Whether the line tells where the text comes from or who transcribed it."""
    return _SOURCE.match(ink) is not None


def apply(draft: Draft) -> None:
    """Mark and delete site furniture; mark and keep what a web page says of source, author and rights."""
    lines = draft.ink_lines
    if draft.layout == "book" or not lines:
        return
    taken = inked_lines(draft, "milestone")
    body = [place for place, line in enumerate(lines) if _is_text(line.ink)]
    first, last = (body[0], body[-1]) if body else (len(lines), -1)
    furniture_before = False
    dates = [line for line in lines if len(line.ink) < 60 and _DATE.fullmatch(line.ink)]
    for place, line in enumerate(lines):
        edge = place < first or place > last
        ink = line.ink
        bulleted = ink[0] in BULLETS
        content = ink.lstrip(BULLETS + " \t")
        if line.number in taken or not draft.has_ink(line) or not content:
            furniture_before = False
        elif edge and _is_contributor(content, place > last):
            _mark_contributor(draft, line, len(ink) - len(content))
        elif _is_furniture(content, edge) or (bulleted and furniture_before):
            _delete(draft, line)
            furniture_before = True
            continue
        elif edge and is_source_note(ink):
            draft.mark_lines("note", line, line, type="source")
        elif len(ink) < 120 and _RIGHTS.match(ink):
            owner = lines[place + 1] if place + 1 < len(lines) else line
            goes_on = owner.number == line.number + 1 and is_capitals(owner.ink) and owner.ink.startswith("BY ")
            last_line = owner if goes_on else line
            draft.mark_lines("note", line, last_line, type="rights")
            taken.add(last_line.number)
        elif place == 0 and (header := _ARCHIVE_HEADER.fullmatch(ink)):
            draft.mark_lines("byline", line, line, when=header["when"])
        elif line in dates and len(dates) < 3 and place > first:
            draft.mark_lines("dateline", line, line)
        furniture_before = furniture_before and bulleted


def _is_text(ink: str) -> bool:
    """Whether the line is a paragraph of the text itself."""
    return is_body(ink) and ink[0] not in BULLETS and not is_source_note(ink) and not _CONTRIBUTOR.match(ink)


def _is_furniture(content: str, edge: bool) -> bool:
    if len(content.split()) > 18:
        return False
    return _FURNITURE.match(content) is not None or (edge and _AT_THE_EDGE.fullmatch(content) is not None)


def _is_contributor(content: str, after_text: bool) -> bool:
    if len(content) > 600 or is_capitals(content):
        return False
    if _CONTRIBUTOR.match(content):
        return True
    return after_text and _ABOUT.match(content) is not None and _CAREER.search(content) is not None


def _mark_contributor(draft: Draft, line: Line, bullet: int) -> None:
    start = line.ink_start + bullet
    if bullet:
        draft.remove(line.ink_start, start, RULE)
    draft.mark("note", start, line.ink_end, type="author")


def _delete(draft: Draft, line: Line) -> None:
    draft.mark_lines("fw", line, line, type="site")
    draft.remove(line.ink_start, line.ink_end, RULE)
