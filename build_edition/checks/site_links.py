"""That every link inside a built site leads somewhere: to a file, and to a place on its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from build_edition.checks.finding import Finding

LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}
IGNORED = "404.html"  # its addresses are from the root of the host, which is not known here


@dataclass(slots=True)
class _Page:
    """The links of a page with their lines, and its ids."""

    links: list[tuple[str, int]] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        identity = given.get("id")
        if identity:
            self.page.ids[identity] += 1
        elif tag == "a" and given.get("name"):
            self.page.ids[str(given["name"])] += 1
        link = given.get(LINKS.get(tag, ""))
        if link:
            self.page.links.append((link, self.getpos()[0]))


def broken_links(folder: Path) -> Iterator[Finding]:
    """A finding for each link that leads nowhere, and for each id that a page has twice."""
    pages = {path.resolve(): _read(path) for path in sorted(folder.rglob("*.html")) if path.name != IGNORED}
    root = folder.resolve()
    for path, page in pages.items():
        name = path.relative_to(root).as_posix()
        for identity, times in page.ids.items():
            if times > 1:
                yield Finding.made("id-twice", name, f"{times} elements have the id “{identity}”")
        for link, line in page.links:
            finding = _follow(link, path, root, pages)
            if finding:
                code, what = finding
                yield Finding.made(code, f"{name}, line {line}", what, "Build the site again, then check.")


def _read(path: Path) -> _Page:
    reader = _PageReader()
    reader.feed(path.read_text(encoding="utf-8", errors="replace"))
    reader.close()
    return reader.page


def _follow(link: str, path: Path, root: Path, pages: dict[Path, _Page]) -> tuple[str, str] | None:
    """The code of a finding, and what is wrong with `link` on the page at `path`, if anything."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    target = path
    if parts.path:
        start = root if parts.path.startswith("/") else path.parent
        target = (start / unquote(parts.path).lstrip("/")).resolve()
        if target.is_dir():
            target = target / "index.html"
        if not target.is_file():
            return "link-broken", f"links to {link}, and there is no such file"
    fragment = unquote(parts.fragment)
    if fragment and target in pages and not pages[target].ids[fragment]:
        return "anchor-missing", f"links to {link}, and the page has no such id"
    return None
