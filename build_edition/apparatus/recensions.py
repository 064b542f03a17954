"""What the published passages of a work read in each version of the edition, made of the source again.

In: the ledger, the recensions (`edition.recension`) and the source.  Out: the text of any published passage in any
version; and for publishing, the recensions with a version more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from build_edition.apparatus.fingerprint import digest
from build_edition.apparatus.passage_index import Passage, passages
from build_edition.edition.ledger import Ledger, Published
from build_edition.edition.recension import Edit, Lost, Recension, Recorded, State, Version
from build_edition.edition.words.differences import Change, changes
from build_edition.source import Source
from build_edition.work import Work


def edits_between(source: str, start: int, end: int, text: str) -> tuple[Edit, ...]:
    """What makes `text` of `source[start:end]`, white space apart: the letters that differ, word by word."""
    old = source[start:end]
    return tuple(
        edit
        for change in changes(start + len(old) - len(old.lstrip()), old.strip(), text)
        if not _is_space(change, source)
        for edit in _letters(change, source)
    )


def _is_space(change: Change, source: str) -> bool:
    """Whether white space is read as white space, which needs no record: a line ends there, say."""
    after = source[change.first : change.start] + change.reading + source[change.end : change.last]
    return source[change.first : change.last].isspace() and after.isspace()


def _letters(change: Change, source: str) -> Iterator[Edit]:
    """The letters that differ in a change, in order."""
    old, new = source[change.start : change.end], change.reading
    for code in Levenshtein.opcodes(old, new):
        if code.tag != "equal":
            reading = new[code.dest_start : code.dest_end]
            yield Edit(change.start + code.src_start, change.start + code.src_end, reading)


def restored(source: str, recorded: Recorded) -> str:
    """The text that was recorded, made of the source again."""
    pieces, here = [], recorded.start
    for edit in recorded.edits:
        pieces += [source[here : edit.start], edit.reading]
        here = edit.end
    return " ".join("".join([*pieces, source[here : recorded.end]]).split())


@dataclass(frozen=True)
class History:
    """The published versions of one work; `source` is the one at hand, if any."""

    ledger: Ledger
    recension: Recension | None = None
    source: Source | None = None

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """All published versions, the first first; those before the recensions began are known by the ledger."""
        kept = [version.name for version in self.recension.versions] if self.recension else []
        since = dict.fromkeys(entry.since for entry in self.ledger.entries)
        return (*(version for version in since if version not in kept), *kept)

    @cached_property
    def published(self) -> Mapping[str, Published]:
        """The entries of the ledger by their ids."""
        return {entry.id: entry for entry in self.ledger.entries}

    @cached_property
    def is_readable(self) -> bool:
        """Whether the source at hand is the one in which the spans count."""
        mine = {self.ledger.sha256} | ({self.recension.sha256} if self.recension else set())
        return self.source is not None and mine == {self.source.sha256}

    def state(self, name: str, version: str) -> State | None:
        """What became of a passage by a version; None where it was not published yet."""
        entry = self.published[name]
        upto = self.versions[: self.versions.index(version) + 1]
        if entry.since not in upto:
            return None
        listed = self.recension.versions if self.recension else ()
        for known in reversed([one for one in listed if one.name in upto]):
            if name in known.listed:
                return known.listed[name]
        return Recorded(entry.start, entry.end, entry.digest)

    def text(self, state: Recorded) -> str | None:
        """The words of a passage; None where they were not kept or cannot be made of the source at hand."""
        if self.source is None or not self.is_readable:
            return None
        text = restored(self.source.text, state)
        return text if digest(text) == state.digest else None


class RewrittenError(ValueError):
    """Passages whose words, as they were published, are no more to be had: `ids`, in the version `version`."""

    def __init__(self, ids: Collection[str], version: str) -> None:
        super().__init__(", ".join(ids))
        self.ids, self.version = tuple(ids), version


def with_version(
    before: Recension | None, ledger: Ledger, work: Work, version: str, new: Collection[str]
) -> Recension:
    """The recensions with all that is published of a work in `version`, as it reads now.

    `ledger` has the passages that are published with it, `new`.  Of a version that is published already only the
    new passages are added.  Raises `RewrittenError` where a version was published without its recension, and some
    passage of it has changed since.
    """
    history = History(ledger, before, work.transcript.source)
    known = before.versions if before else ()
    now = _present(work)
    if known and known[-1].name == version:
        listed = {**known[-1].listed, **{name: now(name) for name in new}}
        known = known[:-1]
    else:
        _refuse_rewritten(history, version, now)
        listed = {entry.id: now(entry.id) for entry in ledger.entries}
        if known:
            last = known[-1].name
            listed = {n: state for n, state in listed.items() if not _says(history, history.state(n, last), state)}
    as_it_stands = {e.id: Recorded(e.start, e.end, e.digest) for e in ledger.entries if e.since == version}
    telling = {name: state for name, state in listed.items() if state != as_it_stands.get(name)}
    return Recension(work.transcript.source.sha256, (*known, Version(version, telling)))


def _says(history: History, then: State | None, now: State) -> bool:
    """Whether the record of a passage already says what it is now."""
    if isinstance(then, Recorded) and isinstance(now, Recorded):
        return then.digest == now.digest and history.text(then) is not None
    return then == now


def _refuse_rewritten(history: History, version: str, state_of: Callable[[str], State]) -> None:
    """Raise `RewrittenError` unless what the ledger says was published in `version` still reads the same."""
    changed = []
    for entry in history.ledger.entries:
        now = state_of(entry.id)
        if entry.since == version and not (isinstance(now, Recorded) and now.digest == entry.digest):
            changed.append(entry.id)
    if changed:
        raise RewrittenError(changed, version)


def _present(work: Work) -> Callable[[str], State]:
    """What a published id leads to now."""
    source = work.transcript.source.text
    found = {passage.id: passage for passage in passages(work) if passage.is_citable}
    holders = {older: name for name, olds in work.aliases.items() for older in olds}

    def state(name: str) -> State:
        passage = found.get(name)
        return recorded(passage, source) if passage else Lost(holders.get(name, ""))

    return state


def recorded(passage: Passage, source: str) -> Recorded:
    """A passage as it reads now, for the record."""
    made = edits_between(source, passage.start, passage.end, passage.text)
    return Recorded(passage.start, passage.end, digest(passage.text), made)


def quoting(recension: Recension, work: Work, longest: int = 40) -> Iterator[tuple[str, Edit]]:
    """The edits that read more letters than `longest` which no rule or editor brought in.

    There should be none: what is read otherwise are single letters and signs, or words of the editors.
    """
    brought = [i for i in work.transcript.interventions if len(i.reading) > longest]
    for version in recension.versions:
        for name, state in version.listed.items():
            for edit in state.edits if isinstance(state, Recorded) else ():
                if len(edit.reading) > longest and not any(edit.reading.strip() in i.reading for i in brought):
                    yield name, edit
