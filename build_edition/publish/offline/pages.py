"""A page of the site as it must be to work from disk."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator
from urllib.parse import unquote

SCRIPT = "js/edition.offline.js"

_LINK = re.compile(
    r"(?P<before><(?:a|area|form|link)\b[^>]*?\s(?P<name>href|action)=\")(?P<address>[^\"]*)\"", re.I
)
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.I | re.DOTALL)
_MODULE = re.compile(r"<script\b[^>]*\bsrc=\"(?P<way>[^\"]*)js/edition\.js\"[^>]*></script>", re.I)
_OTHER = re.compile(
    r"<script\b(?=[^>]*\btype=\"module\")[^>]*></script>|<link\b[^>]*\brel=\"(?:modulepreload|preload)\"[^>]*>",
    re.I,
)
_REFRESH = re.compile(
    r"(?P<before><meta\b[^>]*\bhttp-equiv=\"refresh\"[^>]*\burl=)(?P<address>[^\"]*)(?=\")", re.I
)
_POLICY = re.compile(r"\s*<meta http-equiv=\"Content-Security-Policy\"[^>]*>", re.I)
_HOSTED = re.compile(r"\sdata-hosted=\"(?P<address>[^\"]*)\"")
_IN_COPY = re.compile(r"<p (?P<kind>class=\"[^\"]*\" )?data-copy=\"(?P<words>[^\"]*)\"[^>]*>.*?</p>", re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


def leads_to(path: str, page: str) -> Iterator[str]:
    """The files that the page at a path offers, but for what it says to browsers without scripts."""
    for match in _LINK.finditer(_NOSCRIPT.sub("", page)):
        if target := _target(path, match["address"]):
            yield target


def from_disk(page: str, path: str, left: Container[str]) -> str:
    """The HTML of the page at a path: links to folders lead to the page in them, and one script stands for all.

    `left` are the files that the copy has. A link to data of which it has but the script leads to that; one to a
    file that it has not leads to where that is published, or nowhere.
    """
    # By its policy a browser would allow nothing: from disk no file has the same origin as another.
    page = _POLICY.sub("", page)

    def led(match: re.Match[str]) -> str:
        address = _to_file(match["address"])
        target = _target(path, address)
        if not target or target in left:
            return f'{match["before"]}{address}"'
        if f"{target}.js" in left:
            return f'{match["before"]}{address}.js"'
        if hosted := _HOSTED.search(match["before"]):
            return f'{match["before"]}{hosted["address"]}"'
        return match["before"][: -len(match["name"]) - 3]

    page = in_copy(_LINK.sub(led, page))
    page = _REFRESH.sub(lambda match: match["before"] + _to_file(match["address"]), page)
    page = _MODULE.sub(lambda match: f'<script src="{match["way"]}{SCRIPT}" defer></script>', page)
    return _OTHER.sub("", page)


def in_copy(page: str) -> str:
    """The HTML of a page with what it says in the copy alone, in place of what it says on the site."""
    return _IN_COPY.sub(lambda match: f"<p {match['kind'] or ''}data-copy>{match['words']}</p>", page)


def _target(path: str, address: str) -> str:
    """The file of the site that an address on the page at a path leads to; empty for any other."""
    own = re.split(r"[?#]", address)[0]
    if not own or _ELSEWHERE.match(address) or own.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(own)))


def _to_file(address: str) -> str:
    """An address within the site, as one that leads to a file."""
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or _ELSEWHERE.match(address) or path.startswith("/"):
        return address
    if path.endswith("/") or posixpath.basename(unquote(path)) in {".", ".."}:
        path = f"{path.rstrip('/')}/index.html"
    return f"{path}{mark}{rest}"
