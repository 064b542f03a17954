"""A page of the site as it must be to work from disk."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

SCRIPT = "js/edition.offline.js"

_LINK = re.compile(r"(?P<before><(?:a|area|form|link)\b[^>]*?\s(?:href|action)=\")(?P<address>[^\"]*)(?=\")", re.I)
_MODULE = re.compile(r"<script\b[^>]*\bsrc=\"(?P<way>[^\"]*)js/edition\.js\"[^>]*></script>", re.I)
_OTHER = re.compile(
    r"<script\b(?=[^>]*\btype=\"module\")[^>]*></script>|<link\b[^>]*\brel=\"(?:modulepreload|preload)\"[^>]*>",
    re.I,
)
_REFRESH = re.compile(
    r"(?P<before><meta\b[^>]*\bhttp-equiv=\"refresh\"[^>]*\burl=)(?P<address>[^\"]*)(?=\")", re.I
)
_POLICY = re.compile(r"\s*<meta http-equiv=\"Content-Security-Policy\"[^>]*>", re.I)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


def from_disk(page: str) -> str:
    """The HTML of a page: links to folders lead to the page in them, and one script stands for all modules.

    Its policy goes: by it a browser would allow nothing, for from disk no file has the same origin as another.
    """
    page = _POLICY.sub("", page)
    page = _LINK.sub(lambda match: match["before"] + _to_file(match["address"]), page)
    page = _REFRESH.sub(lambda match: match["before"] + _to_file(match["address"]), page)
    page = _MODULE.sub(lambda match: f'<script src="{match["way"]}{SCRIPT}" defer></script>', page)
    return _OTHER.sub("", page)


def _to_file(address: str) -> str:
    """An address within the site, as one that leads to a file."""
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or _ELSEWHERE.match(address) or path.startswith("/"):
        return address
    if path.endswith("/") or posixpath.basename(unquote(path)) in {".", ".."}:
        path = f"{path.rstrip('/')}/index.html"
    return f"{path}{mark}{rest}"
