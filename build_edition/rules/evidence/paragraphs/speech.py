"""Where speeches begin and end around the end of a sentence, by double quotation marks or by the marks that meet.

Serves `signs`.  A new speaker has a new paragraph, so that one mark closing and another opening over a line's end
is a beginning in most books; a speech that runs on has none, for where it is parted into paragraphs each of them
opens with a mark. How much each of these says the text itself tells.

    “And did the wheel stand still?”
                                           → one speech meets another
    “It stood till Lammas.” He said no more.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Literal

Speech = Literal["meets", "opens", "renewed", "runs on", "closed", "none"]

OPENERS, CLOSERS = '“‘"', '”’"'
# How often each is expected where a paragraph begins, and where another sentence does.
EXPECTED: Mapping[Hashable, tuple[float, float]] = {
    "meets": (0.05, 0.004), "opens": (0.1, 0.04), "renewed": (0.05, 0.01), "runs on": (0.02, 0.12),
    "closed": (0.1, 0.06), "none": (0.68, 0.766),
}  # fmt: skip
_WITHIN = re.compile(r"[a-z][.?!…](?P<shut>[”’\"]?)\S{0,5} (?P<open>[“‘\"]?)[A-Z]")
_CALL = "0123456789[]*† "


def speech_at(above: str, below: str, *, spoken: bool) -> Speech:
    """What the sentence's end between two lines does to speeches; `spoken` says that one is open above."""
    shut = above.rstrip(_CALL)[-1:] in CLOSERS
    return _speech(shut, below[0] if below[0] in OPENERS else "", spoken)


def is_open_after(ink: str, *, before: bool) -> bool:
    """Whether a speech is open after the line, if one was or was not `before`; without words nothing opens."""
    opened, closed = ink.rfind("“", 0, _last_letter(ink)), ink.rfind("”")
    return before if opened == closed else opened > closed


def _last_letter(ink: str) -> int:
    """Where the last letter of a line stands; behind it is a closing mark or a call, however it was read."""
    return next((at for at in range(len(ink) - 1, -1, -1) if ink[at].isalpha()), 0)


def speeches_within(inks: Iterable[str]) -> Iterator[Speech]:
    """What each end of a sentence within these lines does to speeches, so far as the line shows."""
    for ink in inks:
        for match in _WITHIN.finditer(ink):
            at = match.start()
            opened, closed = ink.rfind("“", 0, at), ink.rfind("”", 0, at)
            if opened == closed:
                after = ink.find("”", match.end())
                spoken = not match["open"] and after >= 0 and not 0 <= ink.find("“", match.end()) < after
            else:
                spoken = opened > closed
            yield _speech(match["shut"] != "", match["open"], spoken and not match["shut"])


def _speech(shut: bool, opener: str, spoken: bool) -> Speech:
    opens = opener != "" and not (spoken and opener == "‘")  # which quotes somebody within the speech
    if shut:
        return "meets" if opens else "closed"
    if opens:
        return "renewed" if spoken else "opens"
    return "runs on" if spoken else "none"
