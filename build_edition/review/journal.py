"""The journal of decisions, `build/review/decisions.jsonl`: what each changed in which files.

By it the last one can be undone, also when the program has ended since.

It is of this machine, and none of the edition's files: who has not got it can still take a record out by hand.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from build_edition.corrections.placing import put
from build_edition.review.written import Change, text_of

JOURNAL = Path("build", "review", "decisions.jsonl")
_KEPT = 1000  # decisions


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision: of which items, in words, and what it changed."""

    keys: tuple[str, ...]
    told: str
    changes: tuple[Change, ...]


class Journal:
    """The decisions of an edition's folder, the last one last."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def add(self, entry: Entry) -> None:
        entries = [*self._lines()[-_KEPT + 1 :], _as_line(entry)]
        put(self.root, {JOURNAL: "".join(entries)})

    def undo(self) -> Entry | None:
        """Take the last decision back, and out of the journal; None where there is none.

        Raises `CorrectionError` where what it wrote is no longer there; then nothing is changed.
        """
        lines = self._lines()
        if not lines:
            return None
        entry = _from_line(lines[-1])
        texts: dict[Path, str | None] = {}
        for change in entry.changes:
            path = change.path
            texts[path] = change.undone(texts[path] if path in texts else text_of(self.root, path))
        put(self.root, {**texts, JOURNAL: "".join(lines[:-1])})
        return entry

    def join(self, count: int) -> Entry:
        """Make one of the last decisions, so that they are undone together."""
        lines = self._lines()
        entries = [_from_line(line) for line in lines[-count:]]
        keys = tuple(key for entry in entries for key in entry.keys)
        # what came last is taken back first
        changes = tuple(change for entry in reversed(entries) for change in entry.changes)
        joined = Entry(keys, entries[0].told, changes)
        put(self.root, {JOURNAL: "".join([*lines[:-count], _as_line(joined)])})
        return joined

    def _lines(self) -> list[str]:
        """The entries as they are written; a journal that is damaged is as good as none."""
        lines = (text_of(self.root, JOURNAL) or "").splitlines(keepends=True)
        return lines if all(_is_entry(line) for line in lines) else []


def _is_entry(line: str) -> bool:
    try:
        return all(
            change.path.parts[0] == "edition" and ".." not in change.path.parts
            for change in _from_line(line).changes
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return False


def _as_line(entry: Entry) -> str:
    changes = [{**asdict(change), "path": change.path.as_posix()} for change in entry.changes]
    return json.dumps({"keys": entry.keys, "told": entry.told, "changes": changes}) + "\n"


def _from_line(line: str) -> Entry:
    said = json.loads(line)
    changes = tuple(Change(**{**change, "path": Path(change["path"])}) for change in said["changes"])
    return Entry(tuple(said["keys"]), said["told"], changes)
