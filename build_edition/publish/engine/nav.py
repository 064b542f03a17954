"""Navigation: the works in the order of their publication, a book with its parts as groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from build_edition.apparatus.divisions import Division
from build_edition.publish.page import Page
from build_edition.writers.escaping import html

Entry = Any  # a path, or one title with a path or with entries, as MkDocs has it


def work_entry(title: str, front: Page, texts: Iterable[tuple[Division, Page]] = ()) -> Entry:
    """A work: its own page, or for a book a group of it and its divisions.

    No group has a page of its own to lead to: the theme would not show the contents of that page.
    """
    below: list[Entry] = []
    groups: dict[str, list[Entry]] = {}
    for division, page in texts:
        if division.is_part:
            groups[division.key] = [{html(division.title or page.title): page.path}]
            below.append({html(page.title): groups[division.key]})
        else:
            groups.get(division.part, below).append({html(page.title): page.path})
    return {html(title): [{"Contents": front.path}, *below] if below else front.path}
