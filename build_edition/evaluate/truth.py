"""The truth of a work: its blocks in reading order, known to the letter, with pages, notes and emphasis.

The form is JSON Lines. The first line says what the file is; each further line is one block:

    {"format": "build-edition/truth", "version": 1, "work": "ponds-1901", "layout": "book"}
    {"kind": "p", "text": "Ponds are flat.", "notes": [{"n": "1", "at": 15}], "pages": [{"n": "3", "at": 0}]}

`text` has curly quotes and real dashes and no mark-up. Offsets count code points of `text`. A `pages` entry says
that a printed page begins at `at`, and `fw` in it lists the forme work printed since the text of the page
before. `continues` on a `p` says that it resumes after a display; on a `quote` or an `item`, that it is a
further paragraph of the same one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from build_edition.errors import InputError

FORMAT, VERSION = "build-edition/truth", 1
KINDS = frozenset(
    ("head", "p", "quote", "item", "table", "row", "figure", "note", "epigraph", "byline", "milestone", "fw")
)
TITLE = "title"  # the role of the title and the byline of a work, which are judged apart
UNDECIDED = "undecided"  # the role of a paragraph that may be a new one or resume
# What a truth that is not of the printed page says nothing on.
UNPRINTED = frozenset({"forme_work", "page_beginnings", "page_numbers", "resumptions"})
LAYOUTS = ("book", "essay", "web")


@dataclass(frozen=True, slots=True)
class Call:
    """A note call `n`, standing at `at` in the text of its block.

    `body` is the text of the note, for a truth that does not say where it is printed.
    """

    n: str
    at: int
    body: str | None = None


@dataclass(frozen=True, slots=True)
class PageBeginning:
    """The printed page `n` (None: it bears no number) begins at `at`; `fw` is the forme work printed before it."""

    n: str | None
    at: int
    fw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The text from `start` to `end` is set as `rend` says."""

    start: int
    end: int
    rend: str = "italic"


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `marker` is what is printed before the text and is no part of it (a bullet, “3.”).

    `within` names what holds the block (`floatingText` for a sidebar), `role` what it is there for.
    """

    kind: str
    text: str
    level: int | None = None
    label: str | None = None
    run_in: bool = False
    continues: bool = False
    ordered: bool | None = None
    n: str | None = None
    marker: str | None = None
    within: str | None = None
    role: str | None = None
    cells: tuple[str, ...] = ()
    notes: tuple[Call, ...] = ()
    hi: tuple[Emphasis, ...] = ()
    pages: tuple[PageBeginning, ...] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """`silent` names the measures that this truth says nothing on; they are left out of a comparison.

    Each of `alternatives` is two readings, either of which will do.
    """

    work: str
    layout: Literal["book", "essay", "web"]
    blocks: tuple[Block, ...]
    silent: frozenset[str] = frozenset()
    alternatives: tuple[tuple[str, str], ...] = ()

    @property
    def has_bodies(self) -> bool:
        """Whether the notes stand with their calls, and not where they are printed."""
        return any(call.body is not None for block in self.blocks for call in block.notes)


def read_truth(text: str, name: str = "truth") -> Truth:
    """The truth that a file's text holds; raises `InputError` with the line where it is not one."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise InputError("the file is empty", where=name, remedy="Give a file of truth in JSON Lines.")
    head = _object(lines[0][1], f"{name}:{lines[0][0]}")
    if head.get("format") != FORMAT or head.get("version") != VERSION:
        raise InputError(
            f"the first line does not say “{FORMAT}” version {VERSION}",
            where=f"{name}:{lines[0][0]}",
            remedy="Is this a file of truth? See build_edition/evaluate/truth.py for the form.",
        )
    if head.get("layout") not in LAYOUTS:
        raise InputError(f"layout is none of {', '.join(LAYOUTS)}", where=f"{name}:{lines[0][0]}")
    blocks = tuple(_block(_object(line, f"{name}:{number}"), f"{name}:{number}") for number, line in lines[1:])
    return Truth(str(head.get("work", "")), head["layout"], blocks)


def write_truth(truth: Truth) -> str:
    """The text of a file of truth; `read_truth` reads it back."""
    head = {"format": FORMAT, "version": VERSION, "work": truth.work, "layout": truth.layout}
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in (head, *map(_record, truth.blocks)))


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at column {error.colno}", where=where) from None
    if not isinstance(value, dict):
        raise InputError("not a JSON object", where=where)
    return value


def _block(record: Mapping[str, Any], where: str) -> Block:
    unknown = set(record) - {field.name for field in fields(Block)}
    if unknown:
        raise InputError(f"unknown key {', '.join(sorted(unknown))}", where=where)
    if record.get("kind") not in KINDS:
        raise InputError(f"kind {record.get('kind')!r} is none of {', '.join(sorted(KINDS))}", where=where)
    if not isinstance(record.get("text"), str):
        raise InputError("a block needs a text (an empty one for a blank milestone)", where=where)
    values = dict(record)
    try:
        values["notes"] = tuple(Call(**call) for call in record.get("notes", ()))
        values["pages"] = tuple(
            PageBeginning(page["n"], page["at"], tuple(page.get("fw", ()))) for page in record.get("pages", ())
        )
        values["hi"] = tuple(Emphasis(*span) for span in record.get("hi", ()))
        values["cells"] = tuple(record.get("cells", ()))
    except (TypeError, KeyError) as error:
        raise InputError(
            f"notes, pages, hi or cells are not in the form known here: {error}", where=where
        ) from None
    block = Block(**values)
    _check_offsets(block, where)
    return block


def _check_offsets(block: Block, where: str) -> None:
    length = len(block.text)
    for name, offsets in (
        ("notes", [call.at for call in block.notes]),
        ("pages", [page.at for page in block.pages]),
        ("hi", [offset for span in block.hi for offset in (span.start, span.end)]),
    ):
        if any(not isinstance(offset, int) or not 0 <= offset <= length for offset in offsets):
            raise InputError(f"{name}: an offset lies outside the text (0 to {length})", where=where)
        if offsets != sorted(offsets):
            raise InputError(f"{name}: offsets are out of order", where=where)


def _record(block: Block) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for field in fields(Block):
        value = getattr(block, field.name)
        if value not in (None, False, ()) or (field.name == "ordered" and value is False):
            record[field.name] = _plain(field.name, value)
    return record


def _plain(name: str, value: Any) -> Any:
    values: Iterable[Any] = value if isinstance(value, tuple) else ()
    if name == "notes":
        return [
            {"n": call.n, "at": call.at} | ({} if call.body is None else {"body": call.body}) for call in values
        ]
    if name == "pages":
        return [{"n": p.n, "at": p.at} | ({"fw": list(p.fw)} if p.fw else {}) for p in values]
    if name == "hi":
        return [[span.start, span.end, span.rend] for span in values]
    return list(values) if isinstance(value, tuple) else value
