"""Programs of others that do one of the steps, each run as it comes, on the same input.

A peer that is not installed is left out, and said to be: `missing()` tells which, and how to get it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import unescape
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

PACKAGES = {
    "ftfy": "fixes encodings and Unicode",
    "guiguts": "joins line-end hyphens (without its dictionary)",
    "htrc-text-processing": "finds running heads",
    "pypandoc-binary": "curls quotation marks (pandoc)",
    "smartypants": "curls quotation marks",
    "textacy": "joins line-end hyphens",
}


def name(package: str) -> str:
    """The peer and its version."""
    return f"{package} {version(package)}"


def installed(package: str) -> bool:
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True


def missing() -> dict[str, str]:
    """The peers that are not installed, and the step that each would have done."""
    return {package: what for package, what in PACKAGES.items() if not installed(package)}


def ftfy_fixed(text: str) -> str:
    """The text as ftfy leaves it; with its quotation marks as they are, for its default makes them straight."""
    ftfy = import_module("ftfy")
    fixed: str = ftfy.fix_text(text, uncurl_quotes=False)
    return fixed


def pandoc_curled(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs as pandoc's smart typography sets them, all in one document."""
    pypandoc = import_module("pypandoc")
    html: str = pypandoc.convert_text(
        "\n\n".join(re.sub(r"([\\*_`#\[\]<>|~^$@{}+-])", r"\\\1", p) for p in paragraphs),
        "html",
        format="markdown+smart",
        extra_args=["--wrap=none"],
    )
    return [unescape(re.sub(r"<[^>]+>", "", p)) for p in re.findall(r"<p>(.*?)</p>", html, re.DOTALL)]


def smartypants_curled(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs as SmartyPants sets their quotation marks."""
    smartypants = import_module("smartypants")
    return [smartypants.smartypants(p, smartypants.Attr.q | smartypants.Attr.u) for p in paragraphs]


def textacy_joined(text: str) -> str:
    """The text with hyphenated words as textacy joins them."""
    normalize = import_module("textacy.preprocessing.normalize")
    joined: str = normalize.hyphenated_words(text)
    return joined


def htrc_heads(pages: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """For each page of lines, how many at its head and at its foot are running heads to HTRC."""
    models = import_module("htrc_text_processing.htrc.models")
    parse = import_module("htrc_text_processing.htrc.runningheaders").parse_page_structure

    made = [models.HtrcPage(list(lines)) for lines in pages]
    parse(made)
    return [(page.num_header_lines, page.num_footer_lines) for page in made]


def guiguts_joins(lines: Sequence[str]) -> dict[int, bool]:
    """For each line (from 0) whose end guiguts would join: whether it drops the hyphen.

    Its checker works on an editor's window; here it works on a list of lines that answers the same questions.
    """
    providing = import_module("guiguts.content_providing")
    found: dict[int, bool] = {}
    with _window(providing, lines):
        checker = object.__new__(providing.DehyphenatorChecker)
        checker.dialog = _Dialog(found, providing.DehyphenatorChecker.remove_prefix)
        checker.run()
    return found


class _Dialog:
    def __init__(self, found: dict[int, bool], remove: str) -> None:
        self.found, self.remove = found, remove

    def add_entry(self, _text: str, where: Any, error_prefix: str = "", **_: object) -> None:
        self.found[where.start.row - 1] = error_prefix == self.remove

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_args, **_options: None


class _Text:
    """As much of the editor's window as the checker asks for; an index is `line.column` with a few words after."""

    def __init__(self, lines: Sequence[str], row_column: Callable[[str], Any]) -> None:
        self.lines, self.row_column = list(lines), row_column

    def _place(self, index: str) -> tuple[int, int]:
        base, *moves = index.split()
        row, column = map(int, base.split("."))
        for move in moves:
            if move == "lineend":
                column = len(self.line(row))
            elif move == "linestart":
                column = 0
            elif move.endswith("l"):
                row += int(move[:-1])
            elif move.endswith("c"):
                column += int(move[:-1])
        return row, column

    def line(self, row: int) -> str:
        return self.lines[row - 1] if 1 <= row <= len(self.lines) else ""

    def get_text(self) -> str:
        return "\n".join(self.lines)

    def get_language_list(self) -> list[str]:
        return ["en"]

    def start(self) -> Any:
        return self.row_column("1.0")

    def index(self, index: str) -> str:
        return "{}.{}".format(*self._place(index))

    def rowcol(self, index: str) -> Any:
        return self.row_column(self.index(index))

    def get(self, start: str, end: str) -> str:
        (row, first), (_, last) = self._place(start), self._place(end)
        return self.line(row)[first:last]

    def insert(self, *_: object) -> None:
        """A star at the end of a page, which changes no decision here."""

    def search(self, pattern: str, start: str, _end: object, regexp: bool = False) -> str:
        """The next line that the pattern is found on, after `start`."""
        del regexp
        row, column = self._place(start)
        first = row if column == 0 else row + 1
        hits = (k for k in range(first, len(self.lines) + 1) if re.search(pattern, self.line(k)))
        hit = next(hits, None)
        return "" if hit is None else f"{hit}.0"


@contextmanager
def _window(providing: Any, lines: Sequence[str]) -> Iterator[None]:
    text = _Text(lines, providing.IndexRowCol)
    kept = {key: getattr(providing, key) for key in ("maintext", "preferences", "get_spell_checker")}
    try:
        providing.maintext = lambda: text
        providing.preferences = type("Preferences", (), {"get": staticmethod(lambda _: False)})
        providing.get_spell_checker = lambda: object()
        yield
    finally:
        for key, value in kept.items():
            setattr(providing, key, value)
