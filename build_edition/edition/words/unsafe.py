"""What no record of words may bring in: tags, control characters, signs that turn the direction of writing.

A record may come from anybody, through a pull request, and what it says is set on pages beside the text. What the
words that it quotes have themselves may stay in its reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from build_edition.edition.loading.loader import TURNING

_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>?|<!--")


def refuse_unsafe(name: str, text: str, quoted: str = "", allowed: str = "") -> None:
    """Raise `ValueError` where the field `name` holds what it may not.

    `quoted` are the words of the source that it reads otherwise; `allowed` are control characters that this field
    may have.
    """
    tags = Counter(_TAG.findall(text)) - Counter(_TAG.findall(quoted))
    if tags:
        tag = next(iter(tags))
        raise ValueError(
            f"has what looks like an HTML tag in `{name}`, {tag[:40]!r}; write plain words, and a space after a "
            "sign “<” that is meant"
        )
    for sign in text:
        if sign in quoted or sign in allowed:
            continue
        if TURNING.match(sign):
            raise ValueError(
                f"has the sign U+{ord(sign):04X} in `{name}`, which turns the direction of writing; leave it out"
            )
        if unicodedata.category(sign) in {"Cc", "Cs"}:
            raise ValueError(
                f"has the control character U+{ord(sign):04X} in `{name}`, which nobody sees; leave it out"
            )
