"""Text that anybody may have written, made to be nothing but text: in a comment on a forge, and on a page.

A forge looks for Markdown, HTML, names to call (@), numbers of issues (#) and addresses to link. What is quoted
stands in `<code>`, in which forges look for none of these once it is read; and every sign that means something in
Markdown is written as a reference to it, which means nothing. So no line can begin a command of a workflow either.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape

LONGEST = 400  # characters of one quotation
# Words that a forge takes for nothing else may stand in running text: letters, figures, the signs inside names.
_NAME = re.compile(r"(?!.*\bGH-\d)(?:[^\W_]|[ ,;’'()–—-]|\.(?=\s|\d|$))+")
# In the middle of a line all others mean nothing, and a stop does only where an address may go on.
_MEANS = re.compile(r"""[!"#$%&*+:<=>@\[\\\]^_`{|}~\x00-\x1f\x7f]|\.(?=\S)""")
_REFERS = re.compile(
    r"([@#!$~%&/]|\bGH-|\bwww\.)(?=\S)", re.IGNORECASE
)  # to a person, an issue, a label, an address …
_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_LINE_BREAKS = re.compile(r"[ \t]*(?:\r\n|[\n\r\f\v\x85\u2028\u2029])[ \t]*")


def shown(text: str, longest: int = LONGEST) -> str:
    """A text as one line, cut where it is too long, with what cannot be seen made visible."""
    text = _SPACES.sub(" ", _LINE_BREAKS.sub(" ⏎ ", text.strip()))
    left = len(text) - longest
    if left > 40:
        text = f"{text[:longest]} … [{left:,} characters more]"
    return "".join(sign if _is_seen(sign) else f"[U+{ord(sign):04X}]" for sign in text)


def _is_seen(sign: str) -> bool:
    """Whether a reader sees that a character is there, and it changes nothing about those beside it."""
    return sign in "\u00ad\u200d\u200c" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def for_markdown(text: str) -> str:
    """A text for the inside of an element of HTML in Markdown."""
    return _MEANS.sub(lambda sign: f"&#{ord(sign[0])};", text)


def quoted(text: str) -> str:
    """A text as a quotation in Markdown."""
    return f"<code>{for_markdown(shown(text))}</code>"


def named(text: str) -> str:
    """A name, an id or a path in Markdown: plain where it can be, else as a quotation."""
    text = shown(text, 200)
    return text if _NAME.fullmatch(text) else f"<code>{for_markdown(text)}</code>"


def prose(text: str) -> str:
    """A sentence that may hold words of a file, in Markdown; signs that nobody sees part what would be a link."""
    return for_markdown(_REFERS.sub("\\1\u200b", shown(text, 2 * LONGEST)))


def for_page(text: str, longest: int = LONGEST * 10) -> str:
    """A text for an element of a page."""
    return escape(shown(text, longest))
