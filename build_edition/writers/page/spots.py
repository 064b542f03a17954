"""Where in the text of a passage its inlines stand: note calls, page beginnings, links, and what marks say.

In: the runs of a passage.  Out: records with offsets in `Passage.text`, in its order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Any

from build_edition.apparatus.passage_index import Passage
from build_edition.work import Inline, Link, NoteCall, PageBeginning, Span, plain

Record = dict[str, Any]
_INK = re.compile(r"\S+")


class Spots:
    """The places of one passage's inlines; its white space was drawn together, theirs was not."""

    def __init__(self, passage: Passage) -> None:
        self.calls: list[Record] = []
        self.breaks: list[Record] = []
        self.links: list[Record] = []
        self.marks: list[Record] = []
        words = [plain(run) for run in passage.runs]
        self._starts: list[int] = []  # of each word where white space is as it stands
        self._ends: list[int] = []
        self._drawn: list[int] = []  # and in the text
        drawn = 0
        for ink in _INK.finditer(" ".join(words)):
            self._starts.append(ink.start())
            self._ends.append(ink.end())
            self._drawn.append(drawn)
            drawn += len(ink[0]) + 1
        here = 0
        for run, text in zip(passage.runs, words, strict=True):
            self._walk(run, here)
            here += len(text) + 1

    def _walk(self, run: tuple[Inline, ...], here: int) -> None:
        """Take down the inlines of a run, whose words begin at `here`."""
        for inline in run:
            stop = here + len(plain((inline,)))
            match inline:
                case NoteCall():
                    at = self._after(here)
                    self.calls.append(_kept({"n": inline.n, "at": at, "note": inline.target}, inline.cert))
                case PageBeginning():
                    self.breaks.append(_kept({"n": inline.n or "", "at": self._before(here)}, inline.cert))
                case Link():
                    span = {"start": self._before(here), "end": self._after(stop)}
                    fields = {"kind": inline.kind, "target": inline.target, **span, "note": inline.note}
                    self.links.append(_kept(fields, inline.cert))
                    self._walk(inline.inlines, here)
                case Span():
                    first, last = self._before(here), self._after(stop)
                    if stop == here:  # words left out: the place after what stands before them
                        first = last = self._after(here)
                    fields = {"kind": inline.kind, "start": first, "end": max(first, last)}
                    self.marks.append(_kept({**fields, "note": inline.note, "rend": inline.rend}))
                    self._walk(inline.inlines, here)
            here = stop

    def _before(self, at: int) -> int:
        """Where in the text the first ink at or after a place stands."""
        k = bisect_right(self._ends, at)
        if k == len(self._starts):
            return self._after(at)
        return self._drawn[k] + max(at - self._starts[k], 0)

    def _after(self, at: int) -> int:
        """Where in the text the last ink before a place ends."""
        k = bisect_left(self._starts, at) - 1
        if k < 0:
            return 0
        return self._drawn[k] + min(at, self._ends[k]) - self._starts[k]


def _kept(fields: Record, cert: str = "high") -> Record:
    """The fields that are not empty; certainty only where it is low."""
    said = {name: value for name, value in fields.items() if value != ""}
    return {**said, "cert": "low"} if cert == "low" else said
