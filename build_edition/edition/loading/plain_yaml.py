"""From the events of a YAML parser to plain values, each with the line at which it stands.

Only the plain part of YAML is taken: no aliases, tags, second documents or keys given twice. A record has no
use for them, and a file can use them to exhaust memory or to say one thing and mean another. Dates stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_edition.edition.loading.advice import Place
from build_edition.errors import RecordError

DEEPEST = 20  # levels of nesting; records use four
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML file says, and the 1-based line at which each part of it stands."""

    name: str
    data: Any
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """The line of what stands at `place`, or of the nearest thing that holds it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def where(self, place: Place) -> str:
        return f"{self.name}, line {self.line(place)}"


@dataclass(slots=True)
class _Open:
    """A list or a group that is not finished, with the key that waits for its value."""

    value: list[Any] | dict[str, Any]
    place: Place
    key: str | None = None

    def next_place(self) -> Place:
        return (*self.place, len(self.value) if isinstance(self.value, list) else str(self.key))


@dataclass(slots=True)
class _Builder:
    name: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)

    def refuse(self, what: str, line: int, remedy: str = "Write it out plainly.") -> RecordError:
        return RecordError(what, where=f"{self.name}, line {line}", remedy=remedy)

    def add(self, value: Any, line: int) -> Place:
        """Put a finished or new value where it belongs; returns its place."""
        if not self.stack:
            self.data = value
            self.lines[()] = line
            return ()
        holder = self.stack[-1]
        place = holder.next_place()
        self.lines.setdefault(place, line)  # a value that has a key stands where the key does
        if isinstance(holder.value, list):
            holder.value.append(value)
        else:
            holder.value[str(holder.key)] = value
            holder.key = None
        return place

    def waits_for_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def begin_key(self, key: str, line: int) -> None:
        holder = self.stack[-1]
        holder.key = key
        if key in holder.value:
            first = self.lines[holder.next_place()]
            raise self.refuse(f"gives `{key}` twice (first at line {first})", line, "Keep one of them.")
        self.lines[holder.next_place()] = line

    def begin(self, value: list[Any] | dict[str, Any], line: int) -> None:
        if self.waits_for_key():
            raise self.refuse("has a list or a group as a key", line)
        if len(self.stack) >= DEEPEST:
            raise self.refuse(f"is nested more than {DEEPEST} deep", line)
        self.stack.append(_Open(value, self.add(value, line)))


def plain_document(events: Iterable[Any], name: str) -> Document:
    """The document that a parser's events tell of; `name` names the file in errors."""
    from yaml import events as yaml

    builder = _Builder(name)
    documents = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise builder.refuse(f"uses the alias *{event.anchor}: records do not refer to each other", line)
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise builder.refuse(f"uses the anchor &{event.anchor}: records do not refer to each other", line)
        if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
            raise builder.refuse("uses a tag (“!…”): records are plain", line)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise builder.refuse("holds more than one document (a line ---)", line)
        elif isinstance(event, yaml.SequenceStartEvent):
            builder.begin([], line)
        elif isinstance(event, yaml.MappingStartEvent):
            builder.begin({}, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            builder.stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            if builder.waits_for_key():
                builder.begin_key(str(event.value), line)
            else:
                builder.add(_scalar(str(event.value), not event.style), line)
    return Document(name, builder.data, builder.lines)


def _scalar(text: str, is_bare: bool) -> str | int | float | bool | None:
    """The value of a scalar: what stands in quotes, or in a block, is text."""
    if not is_bare:
        return text
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text) and len(text) < 20:
        return int(text)
    return float(text) if FLOAT.fullmatch(text) else text
