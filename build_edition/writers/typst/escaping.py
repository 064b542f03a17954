"""Escaping for Typst: any text of a source arrives as the letters it is, in markup and in strings of code.

Every call that a writer puts into markup ends with a semicolon of its own (`#emph[x];`), for Typst would take one
of the text, or a parenthesis after the call, for its own.
"""

from __future__ import annotations

import re

from build_edition.writers.escaping import visible

# Whatever may be mark-up anywhere; hyphens and full stops make dashes and ellipses, slashes comments and links.
_MARKS = re.compile(r"[\\#\[\]*_`$<>@~\"'/{}]|-(?=[-?\d])|(?<=-)-|\.(?=\.)|(?<=\.)\.|:(?=/)")
_START = re.compile(r"(\s*)(?:([-+=:])|(\d+)(\.))")


def markup(text: str) -> str:
    """Text for the middle of a line of markup."""
    return _MARKS.sub(r"\\\g<0>", visible(text))


def line_start(line: str) -> str:
    """A line of escaped markup, made safe where its first characters would open a list or a heading."""
    match = _START.match(line)
    if match is None:
        return line
    if match[2]:
        return f"{match[1]}\\{line[match.end(1) :]}"
    return f"{match[1]}{match[3]}\\{line[match.end(3) :]}"


def content(text: str) -> str:
    """Text in the brackets of content, at whose beginning a number would open a list."""
    return f"[{line_start(markup(text))}]"


def string(text: str) -> str:
    """Text as a string of code, with its quotation marks."""
    inner = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'
