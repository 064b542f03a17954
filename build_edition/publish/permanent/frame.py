"""The frame of a page below a permanent address: what is about its words, the same on all of them.

It needs no script, shows the same from a disk, and asks for nothing but the edition's own style and type.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from build_edition.edition.records import EditionRecord
from build_edition.publish.engine.stylesheet import PATH as STYLESHEET
from build_edition.publish.wording import editors
from build_edition.writers.escaping import attribute, html

_POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'"


@dataclass(frozen=True, slots=True)
class Framed:
    """A page: its path in the site, its title as text, and its parts as HTML.

    `ahead` is where it leads at once, from the root and without a name of a file ("works/smith-1960/4/#4.12");
    `canonical` is the page whose words it has.
    """

    path: str
    title: str
    parts: Iterable[str]
    ahead: str = ""
    canonical: str = ""
    head: str = ""  # what else stands in its head, as HTML


@dataclass(frozen=True)
class Frame:
    """Makes pages of one edition."""

    edition: EditionRecord
    _foot: str = field(init=False, default="")

    def __post_init__(self) -> None:
        edition = self.edition
        foot = (
            f"<footer><p><cite>{html(edition.title)}</cite>, version {html(edition.version)}, edited by "
            f"{html(editors(edition))}.</p></footer>\n"
        )
        object.__setattr__(self, "_foot", foot)

    def page(self, page: Framed) -> str:
        """The page as HTML."""
        up = "../" * page.path.count("/")
        title = f"{html(page.title)} · {html(self.edition.title)}"
        style = f'<link rel="stylesheet" href="{up}{STYLESHEET}">\n'
        body = "\n".join(part for part in page.parts if part)
        return (
            f'<!doctype html>\n<html lang="{attribute(self.edition.language)}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<title>{title}</title>\n'
            f"{_leading(page, up)}{self._canonical(page, up)}"
            f'<link rel="icon" href="{up}assets/images/favicon.png">\n{style}{page.head}</head>\n'
            f'<body class="ed-permanent" data-md-color-scheme="default">\n'
            f'<script src="{up}js/permanent/scheme.js" data-root="{up}"></script>\n'
            f'<header><p><a href="{up}index.html">{html(self.edition.title)}</a></p></header>\n'
            f"<main>\n{body}\n</main>\n{self._foot}</body>\n</html>\n"
        )

    def _canonical(self, page: Framed, up: str) -> str:
        if not page.canonical:
            return ""
        base = self.edition.at("") or up
        return f'<link rel="canonical" href="{attribute(base + page.canonical.partition("#")[0])}">\n'


def _leading(page: Framed, up: str) -> str:
    """What leads on: a script, which keeps what is asked for in the text, or else the page itself."""
    if not page.ahead:
        return ""
    return (
        f'<script src="{up}js/permanent/arrive.js" data-to="{up}{attribute(page.ahead)}"></script>\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={up}{file_of(page.ahead)}"></noscript>\n'
    )


def file_of(address: str) -> str:
    """An address from the root with the name of its file, as a disk wants it, for an attribute."""
    folder, mark, anchor = address.partition("#")
    return attribute(f"{folder}index.html{mark}{anchor}")


def to(path: str, address: str) -> str:
    """An address from the root as a link from the page at `path`, for an attribute."""
    return "../" * path.count("/") + file_of(address)
