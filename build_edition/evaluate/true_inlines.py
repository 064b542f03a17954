"""Reading Markdown inside a block of a true text: emphasis, note calls, links, tags, escapes and entities."""

from __future__ import annotations

import html
import re

from build_edition.evaluate.truth import Call, Emphasis

_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])|\[\^(?P<call>[^\]\s]+)\]|!?\[(?P<link>[^\]\[]+)\]\([^()\s]*\)
    |(?P<raised></?su[pb]>)|</?(?P<tag>i|em|b|strong|u|s)>|<br\s*/?>|(?P<entity>&(?:[A-Za-z]{2,8}|\#\d{1,6});)
    |(?P<struck>~~)|(?P<stars>\*{1,3}|_{1,3})""",
    re.VERBOSE | re.IGNORECASE,
)
ITALIC = 1  # the bit of the length of a sign that says italics; the other says bold


def inline(written: str) -> tuple[str, tuple[Call, ...], tuple[Emphasis, ...]]:
    """The text as it should read, the note calls in it, and the spans in italics."""
    pieces: list[str] = []
    calls: list[Call] = []
    spans: list[Emphasis] = []
    opened: list[tuple[str, int]] = []  # each sign that awaits its like, and where in the text it stands
    here = last = 0

    def put(piece: str) -> None:
        nonlocal here
        pieces.append(piece)
        here += len(piece)

    for match in _TOKEN.finditer(written):
        put(written[last : match.start()])
        last = match.end()
        sign = match["stars"]
        if sign and not _can_mark(written, match):
            put(sign)
        elif sign or match["tag"]:
            _open_or_close(sign or _sign_of(match[0]), here, opened, spans)
        elif match["call"]:
            calls.append(Call(match["call"], here))
        elif match[0].lower().startswith("<br"):
            put(" ")
        else:
            put(match["escaped"] or match["link"] or html.unescape(match["entity"] or ""))
    put(written[last:])
    return "".join(pieces), tuple(calls), tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _can_mark(written: str, match: re.Match[str]) -> bool:
    """Whether asterisks or underlines stand tight against a word, and underlines not inside one."""
    before, after = written[match.start() - 1 : match.start()], written[match.end() : match.end() + 1]
    if match[0][0] == "_" and before.isalnum() and after.isalnum():
        return False
    return bool((before and not before.isspace()) or (after and not after.isspace()))


def _sign_of(tag: str) -> str:
    return "*" if tag.strip("</>").lower() in ("i", "em") else "**"


def _open_or_close(sign: str, here: int, opened: list[tuple[str, int]], spans: list[Emphasis]) -> None:
    """Close what the like sign opened; a triple one is bold and italics at once. Bold is not recorded."""
    if opened and opened[-1][0] == sign:
        _, start = opened.pop()
        if len(sign) & ITALIC and here > start:
            spans.append(Emphasis(start, here))
    else:
        opened.append((sign, here))
