"""Records of structure for marks of low certainty: that they are right, that they are none, or what they are."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import Any, get_args

from build_edition.edition.project import WORKS
from build_edition.edition.structure import structuring
from build_edition.edition.structure.record import ATTRIBUTES, SetKind, StructureRecord, UnsetKind
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Mark, Transcript

_SETS, _UNSETS = frozenset(get_args(SetKind)), frozenset(get_args(UnsetKind))
_WORD = re.compile(r"\S+")
FEW = 4  # words quoted at either end
SHORT = 6  # words that are quoted whole


def confirmed(transcript: Transcript, mark: Mark, by: str, note: str | None) -> StructureRecord | None:
    """The record that a mark is what it is, for certain; None where no record can say just that."""
    attrs = {name: value for name, value in mark.attrs.items() if name != "cert"}
    expected = replace(mark, attrs=MappingProxyType({**attrs, "cert": "high"} if mark.kind == "pb" else attrs))
    record = _setting(transcript.source, mark, attrs, by, note)
    if record is None:
        return None
    try:
        after = applied(transcript, record)
    except RecordError:
        return None
    wanted = sorted(map(_said, (*(one for one in transcript.marks if one is not mark), expected)))
    is_so = after.interventions == transcript.interventions and sorted(map(_said, after.marks)) == wanted
    return record if is_so else None


def changed(
    transcript: Transcript, mark: Mark, name: str, value: str, by: str, note: str | None
) -> StructureRecord:
    """The record that a mark is of another level or number than a rule gave it; raises `RecordError`."""
    attrs = {key: old for key, old in mark.attrs.items() if key != "cert"}
    given: Any = int(value) if name == "level" and value.isdecimal() else value
    record = _setting(transcript.source, mark, {**attrs, name: given}, by, note)
    if record is None:
        raise RecordError(
            f"a record cannot say this of a {mark.kind}", remedy="Write it below `structure` by hand."
        )
    applied(transcript, record)
    return record


def unset(transcript: Transcript, mark: Mark, by: str, note: str | None) -> StructureRecord:
    """The record that a mark is none; raises `RecordError` where no record can say it."""
    source = transcript.source
    if mark.kind not in _UNSETS:
        raise RecordError(f"no record can unset a {mark.kind}", remedy="Say what the words are under `structure`.")
    line = source.line_at(mark.start)
    fields: dict[str, Any] = {"unset": mark.kind, "line": line.number}
    others = [one for one in transcript.of_kind(mark.kind) if source.line_number(one.start) == line.number]
    if len(others) > 1:
        first = _quoted(source, mark.start, source.drawn_in(mark.start, line.end)[1], first=True)
        fields |= {"read": first["read"], **({"nth": first["nth"]} if "nth" in first else {})}
    record = _record(fields, by, note)
    applied(transcript, record)
    return record


def called(
    transcript: Transcript, number: str, line: int, words: str, by: str, note: str | None
) -> StructureRecord:
    """The record that a lost call stood after `words` on a line; raises `RecordError`."""
    record = _record({"call": number, "line": line, "after": words}, by, note)
    applied(transcript, record)
    return record


def applied(transcript: Transcript, record: StructureRecord) -> Transcript:
    """The transcript with one more record of structure; raises `RecordError` where it does not match."""
    return structuring.apply(transcript, [record], WORKS.as_posix())


def _setting(
    source: Source, mark: Mark, attrs: dict[str, Any], by: str, note: str | None
) -> StructureRecord | None:
    may = (*ATTRIBUTES.get(mark.kind, ()),)
    said = {name: value for name, value in attrs.items() if value is not None}
    if mark.kind not in _SETS or set(said) - set(may):
        return None
    start, end = mark.start, mark.end
    if mark.is_point:
        if mark.kind != "pb":
            return None
        start, end = source.drawn_in(start, source.line_at(source.drawn_in(start, len(source))[0]).end)
    whole = source.text[start:end]
    fields: dict[str, Any] = {"set": mark.kind}
    if not mark.is_point and ("\n" in whole or len(whole.split()) > SHORT):
        fields["from"] = _quoted(source, start, end, first=True)
        fields["to"] = _quoted(source, start, end, first=False)
    else:
        fields["from"] = _quoted(source, start, end, first=True, most=SHORT)
    return _record({**fields, **said}, by, note)


def _record(fields: dict[str, Any], by: str, note: str | None) -> StructureRecord:
    return StructureRecord.model_validate({**fields, "by": by, **({"note": note} if note else {})})


def _quoted(source: Source, start: int, end: int, *, first: bool, most: int = FEW) -> dict[str, Any]:
    """The first or the last words of a span that stand on one line, and which of several on it they are."""
    line = source.line_at(start if first else end - 1)
    low, high = max(start, line.start), min(end, line.end)
    words = list(_WORD.finditer(source.text, low, high))
    words = words[:most] if first else words[-most:]
    at = low if first else words[0].start()
    read = source.text[at : words[-1].end() if first else high]
    found = [match.start() for match in re.finditer(f"(?={re.escape(read)})", line.text)]
    said: dict[str, Any] = {"line": line.number, "read": read}
    return said if len(found) < 2 else {**said, "nth": found.index(at - line.start) + 1}


def _said(mark: Mark) -> tuple[str, int, int, str]:
    attrs = {name: value for name, value in mark.attrs.items() if value is not None}
    return mark.kind, mark.start, mark.end, repr(sorted(attrs.items(), key=str))
