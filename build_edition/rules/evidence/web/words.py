"""The words and forms by which a web page's own lines are known, and those that tell of source, author, rights.

Serves `site_furniture`.  Three strengths: phrases that only a web page uses; words that a text may use too, so
that they count only before its first or after its last paragraph; and menus, which are known by their form, a
row of short items between strokes, arrows or dots.

    Home | About us | Log in      ->  a menu
    More by Jane Roe              ->  furniture at the edge of a page
"""

from __future__ import annotations

import re

from build_edition.rules.evidence.lines.shape import BULLETS, is_capitals

_FURNITURE = re.compile(
    r"""you(?:\ are|’re|'re)\ (?:currently\ )?reading\ (?:a|your|one)\b.*\b(?:free|article|preview)
    |you(?:\ have|’ve|'ve)\ (?:read|reached|\d+|used)\b.*\b(?:articles?|limit|views?)\b
    |.*\b(?:unlimited\ access|paywall|free\ articles?\ (?:left|remaining|this\ month|a\ month|per\ month))\b
    |.*\bsubscribe(?:rs)?\ (?:now|today|to\ (?:read|continue|our|the|get|unlock))\b
    |.*\b(?:ios|android|iphone|ipad)\b.*\bapps?\b
    |.*\bsign\ up\ (?:for|to)\b.*\b(?:newsletter|e-?mail|updates|account)
    |.*\b(?:issues|copies)\ a\ year\b.*\b(?:print|online|digital)
    |.*\b(?:(?:this|our)\ (?:site|website)\ uses|we(?:\ and\ our\ partners)?\ use)\ cookies
    |subscribe\b(?=.*\b(?:access|today|now|issue|magazine|newsletter)\b)
    |(?:already\ a\ (?:subscriber|member)|not\ a\ subscriber)\b
    |(?:share|follow\ us|like\ us|tweet)\ (?:this|on|via)\b.{0,60}
    |click\ here\b|(?:please\ )?enable\ (?:javascript|cookies)\b|view\ (?:as\ )?pdf\b
    |download\ (?:as\ )?(?:the\ )?(?:pdf|article|app|citation)\b|skip\ to\ (?:the\ )?(?:main|content|navigation)\b
    |jump\ to\ (?:the\ )?(?:main|content|navigation|search)\b|(?:proudly\ )?powered\ by\ \S+\Z
    |(?:please\ )?enter\ (?:your|a\ valid)\ e-?mail\b|your\ e-?mail\ (?:address\ )?(?:will|is|has)\b
    |(?:get|receive)\b.*\b(?:in\ your\ inbox|to\ your\ (?:inbox|e-?mail)|our\ (?:\w+\ )?newsletter)\b
    |this\ page\ was\ last\ (?:edited|modified|updated)\b|hidden\ categor(?:y|ies):
    |(?:story|article)\ continues\ (?:below|after)\b.{0,40}\Z|scroll\ (?:down\ )?to\ continue\b
    |this\ content\ downloaded\ from\b|all\ use\ subject\ to\b
    |your\ use\ of\ (?:the\ )?\S+\ (?:archive|site)\ indicates
    |(?:if\ you|please|help\ us|we\ (?:rely|depend)|your\ \w+)\b.*\b(?:paypal|patreon|newsletter)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_AT_THE_EDGE = re.compile(
    r"""(?:read\ )?more\ (?:by|from|on|in|like\ this|stories|articles)\b.{0,80}
    |(?:read|see|learn|find\ out)\ (?:more|also|next)\b.{0,60}|continue\ reading\b.{0,60}|load\ more\b.{0,20}
    |(?:sign|log)\ ?(?:in|out|up)\b.{0,30}|register\b.{0,30}|(?:subscribe|subscriptions?)\b.{0,80}
    |(?:donate|cart|checkout|shop|store|my\ account|advertisements?|sponsored)(?:\ now)?|advertise(?:\ with\ us)?
    |related\ (?:articles?|content|topics?|reading|posts?|stories|links?)\b.{0,60}|recommended\b.{0,40}
    |(?:you\ (?:may|might)\ also\ like|most\ (?:read|popular|recent|shared)|trending|popular\ posts?
    |latest\ (?:news|articles?|posts?|issue)|editor[’']?s[’']?\ picks?)\b.{0,40}
    |(?:back\ to|return\ to|top\ of)\ (?:the\ )?(?:top|page|index|archives?|contents|home|issue|list)\b.{0,60}
    |skip\ to\b.{0,40}|toggle\ \w+|(?:open|close|show|hide)\ (?:main\ )?(?:menu|search|navigation|comments)
    |(?:home|menu|search(?:\ for)?|print|e-?mail|share|save|bookmark|tweet|facebook|twitter|x|instagram
    |pdf|epub|rss|comments?|tags?|next|previous|newsletters?|podcasts?|archives?|current\ issue|all\ issues
    |back\ issues|contact(?:\ us)?|about(?:\ us)?|site\ ?map|accessibility|faqs?|help|privacy(?:\ policy)?|legal
    |imprint|cookies?
    |terms(?:\ (?:of|and)\ (?:use|service|conditions))?|loading|permalink|copy\ (?:link|url)
    |listen|cite(?:\ this\ \w+)?
    |copied!?|accept(?:\ all)?(?:\ cookies)?|manage\ (?:preferences|cookies)|reject(?:\ all)?
    |linkedin|reddit|whats ?app|telegram|pinterest|pin\ it|mastodon|bluesky|threads|youtube|tumblr|printer-friendly
    |(?:share|post|pin|tweet)\ on\ \w+|(?:print|pdf|html|full|mobile|desktop)\ version|e-?mail\ address):?
    |(?:share|print|e-?mail|save|listen\ to|cite|tweet)\ (?:this|the)\ (?:article|page|story|post|essay)
    |(?:share|tags?|tagged|topics?|filed\ under|posted\ in|categor(?:y|ies)|keywords|sections?|language)\b:.{1,120}
    |(?:\d+|no|one)\ (?:comments?|repl(?:y|ies)|responses?|shares|likes|views)\b.{0,40}
    |(?:leave|post|add|write|view\ all)\ (?:a\ |your\ )?(?:comments?|repl(?:y|ies)|response)\b.{0,40}
    |comments?\ (?:\(\d+\)|are\ closed)\.?|be\ the\ first\ to\ (?:comment|reply)\b.{0,20}
    |join\ the\ (?:conversation|discussion)
    |\d+\ ?(?:-\ ?)?min(?:ute)?s?\ read|(?:estimated\ )?reading\ time:?.{0,30}
    |(?:previous|next|older|newer)\ (?:article|post|page|story|entry|issue|chapter)s?\b.{0,100}|page\ \d+\ of\ \d+
    |(?:follow|find|like|join)\ us\b.{0,60}|(?:become|be)\ an?\ (?:member|subscriber|patron|supporter)\b.{0,60}
    |support\ (?:us|our\ (?:work|journalism))\b.{0,60}
    |(?:get|receive)\ (?:our|the)\b.{0,60}\b(?:newsletter|inbox|digest)\b.{0,30}
    |.{0,60}\b(?:subscribe\ to|subscribe\ for|sign\ up\ for|sign\ up\ to)\b.{0,60}|cancel\ (?:at\ )?any\ ?time.?
    |buy\ (?:this|the)\ (?:book|issue)\b.{0,40}|(?:page\ )?last\ (?:updated|modified|edited)\b:?.{0,60}
    |.{1,60}\ (?:archive|index|library|section|main|home)\ page|[←→<]{1,2}\s.{0,80}|>>\s.{0,80}|.{1,80}\s→
    |[«‹]\ ?(?:previous|prev|older|back)\b.{0,60}|(?:next|newer)\b.{0,60}[»›]""",
    re.IGNORECASE | re.VERBOSE,
)
# Lines that stand alone among the paragraphs of a page which has furniture elsewhere.
_ALONE = re.compile(
    r"""(?:advertise?ments?|advertising|(?:sponsored|promoted)(?:\ content)?|share\ this(?:\ \w+)?|loading)[.…]*
    |(?:read\ (?:more|next|also|this)|more\ on\ this|see\ also|related(?:\ (?:articles?|stories))?)\s?:.{2,100}
    |related\ (?:articles?|stories|reading|posts?|links)|continue\ reading.{0,40}|(?:click|tap)\ to\ \w+.{0,30}""",
    re.IGNORECASE | re.VERBOSE,
)
# Items of a menu that is set one below another; each may be a title too.
_MENU_ITEM = re.compile(
    r"""sections?|topics?|news|opinions?|comment(?:ary|s)?|sports?|culture|arts?|books|reviews?|lifestyle|business|money
    |world|politics|science|technology|travel|video|photos?|magazine|features|events?|essays|blogs?|authors|issues
    |editors|browse|explore|latest|popular|more|reuse\ this\ content|most\ viewed""",
    re.IGNORECASE | re.VERBOSE,
)
# What a page says of itself, above every article: a title never stands over it.
_SITE_LEVEL = re.compile(
    r"skip\ to|(?:sign|log)\ ?in|register|subscribe|you(?:\ have|’ve|'ve|\ are|’re|'re)|menu|search|toggle|home\b"
    r"|.*\bcookies\b|advertisement|about|already",
    re.IGNORECASE | re.VERBOSE,
)
_PART = re.compile(r"\s*[|·•»›→]\s*|\s+[/>–—]\s+")
_LABEL = re.compile(
    r"(?:share|print|tools|follow|navigation|menu|you are here|breadcrumbs?)\s*:\s*", re.IGNORECASE
)
_SOURCE = re.compile(
    r"""(?:source|sources|(?:first|originally)\ published|published|first\ appeared
    |transcri(?:bed|ption)(?:/[\w-]+(?:\ [\w-]+)?)?
    |translat(?:ed|ion)|scanned|mark(?:ed)?[- ]?up|html(?:\ mark-?up)?|proof-?read(?:ing)?|reprinted|written
    |online\ version|stable\ url|source\ url|permalink|doi|checked|digiti[sz]ed|converted|e-?text
    |public\ domain|copyleft|edited|editor|delivered|spoken)\b(?:\ (?:by|in|on|and\ \w+))?\s?:
    |(?:this\ (?:article|essay|text|piece)\ (?:was\ )?)?(?:first|originally)\ (?:published|appeared)
    \ (?:in|by|as|on)\b
    |reprinted\ (?:from|by|with)\b|retrieved\ from\ \W{0,3}https?:
    |(?:transcribed|proof-?read|marked[- ]up|scanned|digiti[sz]ed|converted|typed|html|e-?text|ocr)
    \ (?:and\ .{3,40}\ )?(?:by|for)\b|https?://\S+\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# A journal with the year and its volume or pages: where a text first stood. A number alone is as often a title's.
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACE_IN_JOURNAL = re.compile(
    r"\b(?:vol(?:ume|\.)|pp?\.)\s?[\dIVXLC]+|\b(?:no\.|issue|number)\s?\d.*,", re.IGNORECASE
)
_RIGHTS = re.compile(r"©|\(c\)\s|(?:world )?copyright\b|all rights reserved\b", re.IGNORECASE)
_LICENCE = re.compile(
    r"""(?:(?:this|the)\ (?:work|text|article|essay|page|document)\b.{0,60}
    |(?:text|content|licen[cs]ed?)\b.{0,40})?
    (?<!\w)(?:creative\ commons|cc[ -]by\b|gnu\ free\ doc|in\ the\ public\ domain|permission\ is\ granted\ to)""",
    re.IGNORECASE | re.VERBOSE,
)
_CONTRIBUTOR = re.compile(
    r"(?:[A-Z][A-Z’'.-]*,? ){1,4}(?:[A-Z][A-Z’'-]+),? (?:of|is|was|the|author|professor|formerly|a|an|now|who)\b"
)
_CAREER = re.compile(
    r"\b(?:author|editor|professor|lecturer|fellow|correspondent|contributor|teaches|director|writer|journalist"
    r"|historian|critic|columnist|novelist|poet|researcher|scholar|translator)\b"
)
_ABOUT = re.compile(r"(?:[A-Z][\w.’'-]*,? ){2,4}(?:is|was|teaches) (?:the |a |an )?", re.UNICODE)


def is_source_note(ink: str) -> bool:
    """Whether the line tells where the text comes from or who transcribed it."""
    return _SOURCE.match(ink) is not None


def is_rights_note(ink: str) -> bool:
    """Whether the line says who has the rights."""
    return len(ink) < 120 and _RIGHTS.match(ink) is not None


def is_licence(ink: str) -> bool:
    """Whether the line says on what terms others may use the text."""
    return len(ink) < 400 and _LICENCE.match(ink) is not None


def is_citation(ink: str) -> bool:
    """Whether the line cites the journal that a text stood in."""
    if len(ink) > 170 or "," not in ink or _YEAR.search(ink) is None:
        return False
    return _PLACE_IN_JOURNAL.search(ink) is not None


def is_menu_item(content: str) -> bool:
    """Whether a short line may be an item of a menu."""
    return _MENU_ITEM.fullmatch(content) is not None or _AT_THE_EDGE.fullmatch(content) is not None


def stands_alone(content: str) -> bool:
    """Whether a line between paragraphs is of those with which a page interrupts its text."""
    return _ALONE.fullmatch(content) is not None


def is_contributor(content: str, after_text: bool) -> bool:
    """Whether the line says who the author is."""
    if len(content) > 600 or is_capitals(content):
        return False
    if _CONTRIBUTOR.match(content):
        return True
    return after_text and _ABOUT.match(content) is not None and _CAREER.search(content) is not None


def opens_with_contributor(ink: str) -> bool:
    """Whether the line opens with a name in capitals and what the bearer is."""
    return _CONTRIBUTOR.match(ink) is not None


def is_furniture(content: str, edge: bool) -> bool:
    """Whether the line is a web page's own; `edge` says that it stands before or after all paragraphs."""
    if len(content.split()) > (40 if edge and "cookies" in content else 18):
        return False
    if _FURNITURE.match(content) is not None:
        return True
    return edge and (_AT_THE_EDGE.fullmatch(content) is not None or is_menu(content))


def is_site_level(content: str) -> bool:
    """Whether a line of furniture is of the whole site, so that it stands above the title of an article."""
    return _SITE_LEVEL.match(content) is not None or (is_menu(content) and not _LABEL.match(content))


def is_menu(content: str) -> bool:
    """Whether the line is a row of short items; two items alone need one that only a menu has."""
    label = _LABEL.match(content)
    items = [
        item for item in _PART.split(content[label.end() if label else 0 :].strip(BULLETS + "|·»›→ ")) if item
    ]
    short = all(len(item) < 40 and len(item.split()) <= 5 and item[-1] not in ".;:" for item in items)
    if len(items) < 2 or not short or items[0].lower().startswith("by "):
        return False
    known = sum(_AT_THE_EDGE.fullmatch(item) is not None for item in items)
    return known > 0 or label is not None or (len(items) > 2 and "|" in content)
