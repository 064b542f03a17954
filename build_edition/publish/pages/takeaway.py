"""What of an edition is taken away as a file of its own: a PDF, an EPUB, data; and the lines that offer it.

In: the files as they will stand on the site, with their sizes and hashes.  Out: parts of pages.  The copy of the
site that is read from a disk has none of these files: a link to one leads to where the edition is published, by
`data-hosted`, and a paragraph says so, by `data-copy` (`offline.pages`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from build_edition.publish.addresses import relative
from build_edition.publish.wording import NO_BREAK
from build_edition.writers.escaping import attribute, html

FOLDER = "downloads"
PAGE = f"{FOLDER}/index.html"
SUMS = f"{FOLDER}/SHA256SUMS"
BOOKS = ("pdf", "epub", "tei")  # what the page of a work offers: forms of its text to read and to keep
_ZIP = re.compile(r'<p class="ed-offline" (?P<copy>data-copy="[^"]*")[^>]*>.*?</p>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kind:
    """A format as a page tells of it: its name and its label in a link, what it is and holds, and an example."""

    name: str
    label: str
    title: str
    holds: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that can be taken away: where it lies, its kind, its work (or none, for all), its bytes and hash."""

    file: Path
    kind: Kind
    work: str
    size: int
    sha256: str

    @property
    def path(self) -> str:
        """Its path on the site."""
        return f"{FOLDER}/{self.file.name}"


@dataclass(frozen=True, slots=True)
class TakeAway:
    """All files that a site offers, in the order of the formats; `address` is where the site is published."""

    files: tuple[Taken, ...] = ()
    address: str = ""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The formats of these files."""
        return tuple(dict.fromkeys(one.kind for one in self.files))

    def of(self, work: str = "") -> tuple[Taken, ...]:
        """The files of a work, or of the whole edition."""
        return tuple(one for one in self.files if one.work == work)

    def link(self, taken: Taken, page: str, words: str, name: str = "") -> str:
        """A link from the page at `page` ("works/smith-1960/") to a file; `name` is what it is read out as."""
        hosted = self.hosted(taken.path)
        label = f' aria-label="{attribute(name)}"' if name else ""
        address = attribute(relative(taken.path, page).removesuffix("/"))
        return f'<a{hosted}{label} href="{address}">{html(words)}</a>'

    def hosted(self, path: str) -> str:
        """What a link to a path of the site says of where that is published, for the copy, which has it not."""
        return f' data-hosted="{attribute(hosted_at(self.address, path))}"' if self.address else ""

    def line(self, work: str, page: str) -> str:
        """The line that offers a work's own files, for the quiet one under its title; empty without any."""
        links = [self.link(one, page, one.kind.label) for one in self.of(work) if one.kind.name in BOOKS]
        more = f'<a href="{attribute(relative(f"{FOLDER}/", page))}">other forms</a>'
        joined = f"{NO_BREAK}· ".join([*links, more])
        return f'<span class="ed-take">Take away: {joined}</span>' if links else ""

    def sums(self) -> str:
        """The hashes of all files as `sha256sum --check` reads them."""
        return "".join(sums_line(one.sha256, one.file.name) for one in self.files)


NOTHING = TakeAway()


def hosted_at(address: str, path: str) -> str:
    """Where a file of the published site is."""
    return f"{address.rstrip('/')}/{path}"


def sums_line(sha256: str, name: str) -> str:
    """The line of a file in a list of hashes."""
    return f"{sha256}  {name}\n"


def size_words(size: int) -> str:
    """A number of bytes in few words: "59 KB", "1.4 MB"."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)} KB"
    return f"{size / 1_000_000:.1f} MB"


def in_copy_only(words: str, kind: str = "") -> str:
    """A paragraph that says something in the copy of the site, and is not there on the site."""
    of_kind = f'class="{kind}" ' if kind else ""
    return f'<p {of_kind}data-copy="{attribute(words)}" hidden></p>'


def offline_row() -> str:
    """The place of the zip of the site, which is filled in when it is made."""
    return in_copy_only("The site for reading offline: this is it.", "ed-offline")


def with_zip(page: str, name: str, title: str, holds: str, size: int, sha256: str) -> str:
    """The HTML of the downloads page with the zip of the site filled in."""
    said = (
        f'<a href="{attribute(name)}">{html(title)}</a> <span class="size">ZIP, {size_words(size)}</span>'
        f'<span class="holds">{html(holds)}</span>'
        f'<span class="hash">SHA-256 <code>{sha256}</code></span>'
    )
    return _ZIP.sub(lambda match: f'<p class="ed-offline" {match["copy"]}>{said}</p>', page)
