r"""A truth by plain blocks, as one gets it from a well-made electronic book: JSON Lines, a block a line.

    {"type": "h1", "text": "II\nThe Mill", "notes": []}
    {"type": "p", "text": "It stood.", "notes": [{"n": 1, "kind": "footnote", "pos": 8, "body": "Until 1901."}]}

`type` is h1 (a chapter; its label on a line of its own), h2 (a section), p, bq (a paragraph of a quotation) or li.
A p with `"continues": true` resumes the paragraph before a display; a truth that has none is silent on that.
It says nothing of pages and of forme work, and where a note is printed it does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from build_edition.errors import InputError
from build_edition.evaluate.truth import UNPRINTED, Block, Call, Truth

KINDS = {"h1": "head", "h2": "head", "p": "p", "bq": "quote", "li": "item"}
LEVELS = {"h1": 2, "h2": 3}  # h1 is a chapter
PRINTED = "footnote"  # the kind of note whose body the source has; of another it has the call


def read_plain_blocks(records: Iterable[tuple[int, Mapping[str, Any]]], name: str) -> Truth:
    """The truth of the records, each with its line; raises `InputError` with the line of what is wrong."""
    blocks: list[Block] = []
    for number, record in records:
        quoted = bool(blocks) and blocks[-1].kind == "quote"
        blocks.append(_block(record, quoted, f"{name}:{number}"))
    resumes = any(block.kind == "p" and block.continues for block in blocks)
    return Truth("", "book", tuple(blocks), UNPRINTED - {"resumptions"} if resumes else UNPRINTED)


def _block(record: Mapping[str, Any], quoted: bool, where: str) -> Block:
    kind, text = record.get("type"), record.get("text")
    if kind not in KINDS:
        raise InputError(f"type {kind!r} is none of {', '.join(KINDS)}", where=where)
    if not isinstance(text, str):
        raise InputError("a block needs a text", where=where)
    resumes = record.get("continues", False)
    if not isinstance(resumes, bool) or (resumes and kind != "p"):
        raise InputError("`continues` is to be true or false, and a p's", where=where)
    notes = record.get("notes") or []
    if not isinstance(notes, list):
        raise InputError("`notes` is to be a list", where=where)
    calls = sorted((_call(note, len(text), where) for note in notes), key=lambda call: call.at)
    label, _, title = text.rpartition("\n") if kind in LEVELS else ("", "", text)
    moved = len(text) - len(title)  # what stands before the title is its label, and has no calls
    return Block(
        KINDS[kind],
        title,
        level=LEVELS.get(kind),
        label=label or None,
        continues=resumes or (kind == "bq" and quoted),
        notes=tuple(Call(call.n, max(call.at - moved, 0), call.body) for call in calls),
    )


def _call(note: Any, length: int, where: str) -> Call:
    if not isinstance(note, Mapping) or not isinstance(note.get("pos"), int) or "n" not in note:
        raise InputError("a note is to have `n` and `pos`, its place in the text", where=where)
    if not 0 <= note["pos"] <= length:
        raise InputError(f"note {note['n']}: `pos` lies outside the text (0 to {length})", where=where)
    body = note.get("body") if note.get("kind", PRINTED) == PRINTED else None
    return Call(str(note["n"]), note["pos"], body if isinstance(body, str) else None)
