"""Files of an edition's folder changed by a decision, and what is needed to change them back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_edition.errors import CorrectionError
from build_edition.reading import alike_at_ends

_CONTEXT = 400  # characters about a change by which its place is found again
_NEARER = (400, 80, 0)


@dataclass(frozen=True, slots=True)
class Change:
    """A file in which `new` now stands between `head` and `tail`, where `old` stood before.

    It `is_new` where there was no such file, and `is_gone` where there is none any more.
    """

    path: Path
    head: str
    old: str
    new: str
    tail: str
    is_new: bool = False
    is_gone: bool = False

    @classmethod
    def between(cls, path: Path, before: str | None, after: str | None) -> Change:
        """The change that makes a text of another; None is a file that is not there."""
        old, new = before or "", after or ""
        head, tail = alike_at_ends(old, new)
        stop = len(new) - tail
        return cls(
            path, new[max(head - _CONTEXT, 0) : head], old[head : len(old) - tail], new[head:stop],
            new[stop : stop + _CONTEXT], before is None, after is None,
        )  # fmt: skip

    def undone(self, now: str | None) -> str | None:
        """What the file reads without this change, whatever else has changed since.

        Raises `CorrectionError` where what it brought is no longer there.
        """
        if self.is_gone and now is None:
            return self.old
        if self.is_new and now == self.new:
            return None
        for reach in _NEARER:
            head, tail = self.head[len(self.head) - min(reach, len(self.head)) :], self.tail[:reach]
            there = head + self.new + tail
            if now and there and now.count(there) == 1:
                return now.replace(there, head + self.old + tail)
        raise CorrectionError(
            "has been changed since, and what the decision wrote is no longer there",
            where=self.path.as_posix(),
            remedy="Take the record out by hand, if it still stands in another form.",
        )


def text_of(root: Path, path: Path) -> str | None:
    """What a file reads, its line ends as they are; None where it is not there."""
    try:
        return (root / path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
