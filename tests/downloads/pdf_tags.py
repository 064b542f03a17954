"""The structure of a PDF as a screen reader has it: its elements in order, each with the page it begins on.

qpdf tells the objects of the file; nothing here knows how it was made.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Tag:
    """An element: its kind, its title where it has one, its page, and the kinds of those around it."""

    kind: str
    title: str
    page: int
    within: tuple[str, ...]


def tags_of(path: Path) -> list[Tag]:
    """Every structure element of a file."""
    done = subprocess.run(
        ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=none", str(path)],
        check=True,
        capture_output=True,
    )
    return _File(json.loads(done.stdout)["qpdf"][1]).tags()


class _File:
    """The objects of a file by their references."""

    def __init__(self, objects: dict[str, Any]) -> None:
        self.objects = objects
        self.catalogue = self.value(objects["trailer"]["value"]["/Root"])
        self.numbers = {name: n for n, name in enumerate(self.pages(self.catalogue["/Pages"]), 1)}

    def value(self, given: Any) -> Any:
        found = self.objects.get(f"obj:{given}") if isinstance(given, str) else None
        return found.get("value") if found else given

    def pages(self, name: str) -> Iterator[str]:
        node = self.value(name)
        if node["/Type"] == "/Page":
            yield name
        else:
            for kid in node["/Kids"]:
                yield from self.pages(kid)

    def tags(self) -> list[Tag]:
        found: list[Tag] = []
        for element in self.kids(self.value(self.catalogue["/StructTreeRoot"])):
            self.add(element, (), found)
        return found

    def add(self, element: dict[str, Any], within: tuple[str, ...], found: list[Tag]) -> int:
        """Add an element and those below it; its page is that of its first content, 0 where it has none."""
        kind = element["/S"].removeprefix("/")
        at, page = len(found), 0
        for kid in map(self.value, self.listed(element)):
            if isinstance(kid, dict) and "/S" in kid:
                on = self.add(kid, (*within, kind), found)
            else:
                holder = kid if isinstance(kid, dict) and "/Pg" in kid else element
                on = self.numbers.get(holder.get("/Pg", ""), 0)
            page = page or on
        found.insert(at, Tag(kind, element.get("/T", "").removeprefix("u:"), page, within))
        return page

    def kids(self, element: dict[str, Any]) -> list[dict[str, Any]]:
        """The elements right below one."""
        return [self.value(kid) for kid in self.listed(element)]

    def listed(self, element: dict[str, Any]) -> list[Any]:
        """What is below an element: others, or content of a page by its number."""
        given = self.value(element.get("/K", []))
        return given if isinstance(given, list) else [given]
