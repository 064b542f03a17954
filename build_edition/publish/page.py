"""A page of the site, and the head of its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from build_edition.writers.escaping import html


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: its path below `docs`, its title in navigation (as text), and its Markdown."""

    path: str
    title: str
    markdown: str


def front_matter(
    title: str,
    kind: str,
    description: str,
    hide: str = "",
    data: Mapping[str, Any] = MappingProxyType({}),
    head: Mapping[str, Any] = MappingProxyType({}),
    short: str = "",
) -> str:
    """The head of a page's file; `hide` names what of the frame it goes without ("toc"),
    and `short` is the title that the header of the page shows, where it is another.

    `data` is what scripts on the page are told, as JSON in its head, and `head` what other programs are
    (`metadata`). JSON is YAML, and needs no other quoting than its own. The rest the theme writes as it is, some
    of it within quotation marks.
    """
    fields = {"title": title, "description": description, "kind": kind} | ({"short": short} if short else {})
    quoted = {name: html(value).replace('"', "&quot;") for name, value in fields.items()}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in quoted.items()]
    lines += [f"hide: [{hide}]"] if hide else []
    lines += [f"data: {json.dumps(dict(data), ensure_ascii=False)}"] if data else []
    lines += [f"head: {json.dumps(dict(head), ensure_ascii=False)}"] if head else []
    return "\n".join(["---", *lines, "---", ""])
