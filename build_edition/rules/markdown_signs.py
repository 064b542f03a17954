r"""Markdown's other signs: escapes, links, images, fences and comments; and figures raised by a formula.

Looks for a backslash before a sign that Markdown would else read, or at the end of a line; `[words](address)`,
of which the words stay; images, of which a caption stays, a `figure` where it fills the line; comments, and the
fences about a page, which a conversion program leaves; and `$^{3}$`, `\(^{3}\)`, `^3^`, which are digits raised as
note calls are, unless they are powers.  Leaves alone brackets that no address follows, backslashes before letters,
sums, and wrapped text without Markdown.

    [the mill](https://valley.example) is 5\% smaller.$^{3}$   ->  the mill is 5% smaller.3
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_edition.rules.draft import Draft
from build_edition.rules.emphasis import may_be_call
from build_edition.rules.evidence.layout.set_off import is_markdown
from build_edition.source import Line

RULE = "markdown"
_ANY = re.compile(r"\\|\]\(|<!--|```|\^[{\d]|\^\s*\{")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|<>~$%&-]|[ \t\r]*$)")
_ADDRESS = (
    r"(?:https?://|mailto:|www\.|\.{0,2}/|#|[\w%./-]+\.(?:html?|pdf|php|aspx?|jpe?g|png|gif|svg|webp)\b)[^()\s]*"
)
_LINK = re.compile(
    rf"(?<!!)\[(?P<words>[^\[\]\n]{{1,400}}|\\?\[\d{{1,3}}\\?\])\]\(\s*<?{_ADDRESS}>?(?:\s+\"[^\"\n]*\")?\s*\)"
)
_IMAGE = re.compile(r"!\[(?P<words>[^\[\]\n]{0,400})\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_NO_CAPTION = re.compile(
    r"(?:image|img|picture|photo|figure|page|alt(?: text)?)?[\s_-]*[\d.]*|\S+\.\w{3,4}", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.{0,1000}?-->")
_FENCE = re.compile(r"```[ \t]*\w{0,12}")
_FORMULA = re.compile(
    r"(?:\$\s*(?:\{\s*\}\s*)?\^|\\\(\s*(?:\{\s*\}\s*)?\^|\\textsuperscript(?=\{)|(?<=[^\s^])\^(?=\{?\d))"
    r"\s*\{?\s*(?P<n>\d{1,3})\s*\}?\s*(?P<close>\$|\\\)|\^|(?<=\}))"
)


def apply(draft: Draft) -> None:
    """Resolve these signs on every line that has any."""
    if (draft.layout == "book" and not is_markdown(draft.text)) or _ANY.search(draft.text) is None:
        return
    for line in draft.ink_lines:
        if _ANY.search(line.text) and draft.has_ink(line):
            _whole_lines(draft, line)
            for match in raised(line.text):
                _keep(draft, line, match, "n")
            _links(draft, line)
            for match in _ESCAPE.finditer(line.text):
                draft.intervene(line.start + match.start(), line.start + match.end(), "", RULE)


def raised(text: str) -> Iterator[re.Match[str]]:
    """Each number that a formula raises and that is no power."""
    return (match for match in _FORMULA.finditer(text) if may_be_call(text, match.start()))


def _whole_lines(draft: Draft, line: Line) -> None:
    """Delete the fence that a line is, and the comments in it."""
    if _FENCE.fullmatch(line.ink):
        draft.remove(line.ink_start, line.ink_end, RULE)
    for match in _COMMENT.finditer(line.text):
        draft.remove(line.start + match.start(), line.start + match.end(), RULE)


def _links(draft: Draft, line: Line) -> None:
    """Keep the words of links, and of images what may be their caption; a number keeps its brackets."""
    for match in _LINK.finditer(line.text):
        if match["words"].isdigit():
            draft.intervene(line.start + match.end("words") + 1, line.start + match.end(), "", RULE)
        else:
            _keep(draft, line, match, "words")
    for match in _IMAGE.finditer(line.text):
        if _NO_CAPTION.fullmatch(match["words"]):
            draft.intervene(line.start + match.start(), line.start + match.end(), "", RULE)
        else:
            _keep(draft, line, match, "words")
            if match[0] == line.ink:
                draft.mark("figure", line.start + match.start("words"), line.start + match.end("words"))


def _keep(draft: Draft, line: Line, match: re.Match[str], group: str) -> None:
    """Delete what a match has about one of its groups."""
    draft.intervene(line.start + match.start(), line.start + match.start(group), "", RULE)
    draft.intervene(line.start + match.end(group), line.start + match.end(), "", RULE)
