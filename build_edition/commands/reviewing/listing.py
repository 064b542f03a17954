"""The queue as a list, or as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from rich.console import Console
from rich.text import Text

from build_edition.commands.reviewing.drawing import WIDEST, name_of, shortened, where
from build_edition.pipeline import EditionWork
from build_edition.review.context import context
from build_edition.review.item import Item

FORMAT, VERSION = "build-edition/review", 1


def print_items(console: Console, items: Sequence[Item], total: int, today: int) -> None:
    """The items, each with the key by which it is decided, what is read, what may be, and why."""
    width = min(console.width, WIDEST)
    for item in items:
        console.print(Text.assemble((item.key, "bold"), f"  {item.likelihood}"), soft_wrap=True)
        words = name_of(item) if item.found.kind == "lost-call" else " ".join(item.present.split())
        present = shortened(words, width // 2)
        candidates = ", ".join(" ".join(one.reading.split()) or "(left out)" for one in item.found.candidates[:3])
        console.print(
            Text(f"    {present} → {shortened(candidates, width // 2)}" if candidates else f"    {present}")
        )
        said = " ".join(item.found.evidence)
        for line in wrap(f"{where(item)}. {said}", width - 4):
            console.print(Text(f"    {line}", style="dim"))
    shown = f"{len(items)} of {total} items" if len(items) < total else f"{total} items"
    console.print(f"{shown}, {today} decided today.")


def as_json(items: Sequence[Item], works: Mapping[str, EditionWork], total: int, today: int) -> str:
    """The items with all that is known of them."""
    listed = [_as_data(item, works[item.work]) for item in items]
    said = {"format": FORMAT, "version": VERSION, "total": total, "decided_today": today, "items": listed}
    return json.dumps(said, ensure_ascii=False, indent=1)


def _as_data(item: Item, work: EditionWork) -> dict[str, Any]:
    assert work.source is not None
    found = item.found
    return {
        "key": item.key,
        "work": item.work,
        "passage": item.passage,
        "page": item.page,
        "line": item.line,
        "column": item.column,
        "kind": found.kind,
        "topic": found.topic,
        "words": item.words,
        "present": item.present,
        "candidates": [{"reading": one.reading, "evidence": one.evidence} for one in found.candidates],
        "evidence": list(found.evidence),
        "likelihood": item.likelihood,
        "wrong": round(found.wrong, 3),
        "matter": round(found.matter, 3),
        "worth": round(item.worth, 3),
        "lines": [
            {"number": line.number, "text": line.text, "start": line.start, "end": line.end}
            for line in context(work.source, found.start, found.end)
        ],
    }
