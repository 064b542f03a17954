"""Inline Markdown, read back: letters, emphasis, footnote calls, page beginnings."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

RENDS = {"*": "", "_": "", "**": "bold", "__": "bold", "em": "", "strong": "bold", "u": "underline", "s": "strike",
         "sup": "super", "sub": "sub", "span": "smallcaps"}  # fmt: skip
_SIGN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | <small>\\\[(?P<page>.*?)\\\]</small>
      | \[\^(?P<call>[^\]\s]+)\]
      | (?P<turn><br>[ ]?)
      | <(?P<close>/?)(?P<tag>em|strong|u|s|sup|sub|span)(?P<attributes>[ ][^<>]*)?>
      | (?P<markup></?[A-Za-z][^<>]*>|<!--.*?-->|\]\()
      | (?P<stars>\*\*?|__?)
      | (?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|\w+);)
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Sign:
    """A letter or a sign: `kind` is `text`, `point`, `open` or `close`; `value` what it says."""

    kind: str
    value: str
    detail: str = ""


def signs(text: str) -> list[Sign]:
    """The letters and signs of a line; a delimiter without its partner is a letter."""
    found = list(_signs(text))
    waiting: list[int] = []
    for k, sign in enumerate(found):
        if sign.kind == "open":
            waiting.append(k)
        elif sign.kind in {"close", "either"}:
            partner = next((j for j in reversed(waiting) if found[j].value == sign.value), None)
            if partner is not None and partner < k - 1:
                for lone in [j for j in waiting if j > partner]:
                    _make_letters(found[lone])
                waiting = [j for j in waiting if j < partner]
                sign.kind = "close"
            elif sign.kind == "either":
                sign.kind = "open"
                waiting.append(k)
            else:
                _make_letters(sign)
    for k in waiting:
        _make_letters(found[k])
    return found


def _make_letters(sign: Sign) -> None:
    """Turn a delimiter without its partner into what it is."""
    if sign.value in "*__":
        sign.kind = "text"
    else:
        sign.kind, sign.value, sign.detail = "point", "mark-up", sign.detail or f"<{sign.value}>"


def _signs(text: str) -> Iterator[Sign]:
    here = 0
    for match in _SIGN.finditer(text):
        if match.start() > here:
            yield Sign("text", text[here : match.start()])
        here = match.end()
        yield _sign(match, text)
    if here < len(text):
        yield Sign("text", text[here:])


def _sign(match: re.Match[str], text: str) -> Sign:
    if match["escaped"]:
        return Sign("text", match["escaped"])
    if match["page"] is not None:
        return Sign("point", "page", match["page"])
    if match["call"]:
        return Sign("point", "call", match["call"])
    if match["turn"]:
        return Sign("text", " ")
    if match["tag"]:
        return Sign("close" if match["close"] else "open", match["tag"], match[0])
    if match["markup"]:
        return Sign("point", "mark-up", match[0])
    if match["stars"]:
        return _delimiter(match, text)
    return Sign("text", html.unescape(match["entity"]))


def _delimiter(match: re.Match[str], text: str) -> Sign:
    """Asterisks or underscores: opening, closing, either or letters, by what stands beside them."""
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    opens, closes = bool(after) and not after.isspace(), bool(before) and not before.isspace()
    if match["stars"][0] == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    kind = "either" if opens and closes else "open" if opens else "close" if closes else "text"
    return Sign(kind, match["stars"])
