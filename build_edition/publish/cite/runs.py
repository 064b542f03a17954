"""Words with gaps: a citation in which only the place is still to be filled in.

A run is a string, words in an element ({"em": "Level Water"}), or a gap ({"put": "page"}); what a gap asks for is
put there by the browser, or here for a page without script. Where nothing is put in a gap, its `before` and
`after` go too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from build_edition.publish.cite.formatted import Formatted
from build_edition.writers.escaping import html

Run = str | dict[str, str]
Runs = list[Run]
ELEMENTS = ("em", "strong", "sup", "sub", "s", "u", "sc")


def put(name: str, before: str = "", after: str = "") -> Run:
    """A gap."""
    about = {"before": before, "after": after}
    return {"put": name} | {where: words for where, words in about.items() if words}


def runs_of(words: Formatted, gaps: Mapping[str, str]) -> Runs:
    """Formatted words as runs; `gaps` says by the word that holds the place of each what is to be put there."""
    reader = _Reader()
    reader.feed(words.html)
    reader.close()
    pattern = re.compile(f"({'|'.join(map(re.escape, gaps))})") if gaps else None
    found: Runs = []
    for text, element in reader.pieces:
        for part in pattern.split(text) if pattern else [text]:
            if part in gaps:
                found.append(put(gaps[part]))
            elif part:
                found.append({element: part} if element else part)
    return joined(found)


def joined(runs: Runs) -> Runs:
    """The runs with strings that meet made one."""
    out: Runs = []
    for run in runs:
        if isinstance(run, str) and out and isinstance(out[-1], str):
            out[-1] += run
        elif run:
            out.append(run)
    return out


def as_html(runs: Runs, values: Mapping[str, str]) -> str:
    """Runs as HTML, their gaps filled with `values`, which are plain text."""
    parts = []
    for run in runs:
        if isinstance(run, str):
            parts.append(html(run))
        elif "put" in run:
            value = values.get(run["put"], "")
            parts.append(html(run.get("before", "") + value + run.get("after", "")) if value else "")
        else:
            ((element, words),) = run.items()
            parts.append(f'<span class="sc">{html(words)}</span>' if element == "sc" else _within(element, words))
    return "".join(parts)


def as_text(runs: Runs, values: Mapping[str, str]) -> str:
    """The same without its elements."""
    parts = []
    for run in runs:
        if isinstance(run, str):
            parts.append(run)
        elif "put" in run:
            value = values.get(run["put"], "")
            parts.append(run.get("before", "") + value + run.get("after", "") if value else "")
        else:
            parts += run.values()
    return "".join(parts)


def _within(element: str, words: str) -> str:
    return f"<{element}>{html(words)}</{element}>"


class _Reader(HTMLParser):
    """The words of HTML with the innermost element about each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[str, str]] = []
        self.within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = "sc" if ("class", "sc") in attrs else tag
        self.within.append(name if name in ELEMENTS else "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - its parent's
        if self.within:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        self.pieces.append((data, next((name for name in reversed(self.within) if name), "")))
