"""The labels of what a PDF can lead to: passages, printed pages, notes, entries, works of the bibliography.

In: the ids of the site.  Out: names of safe ASCII, the same id always the same name and no two ids the same. A
volume holds several works, so the names of what stands in a work begin with the work's.
"""

from __future__ import annotations

import re

from build_edition.apparatus.crossrefs.targets import page_name

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")


def of_passage(work_id: str, name: str) -> str:
    """The label of a passage ("4.12") or a section ("4", "4.its-title") of a work."""
    return f"in:{_safe(work_id)}:{_safe(name)}"


def of_page(work_id: str, n: str) -> str:
    """The label of the place in a work where the printed page `n` of its source begins."""
    return of_passage(work_id, page_name(n))


def of_note(work_id: str, key: str) -> str:
    """The label of a note of a work, by its key, which is its passage number too."""
    return of_passage(work_id, key)


def of_work(work_id: str) -> str:
    """The label of the beginning of a work."""
    return f"work:{_safe(work_id)}"


def of_entry(kind: str, entry_id: str) -> str:
    """The label of an entry of the glossary or a register; `kind` is that of its links ("term", "person" …)."""
    return f"{_safe(kind)}:{_safe(entry_id)}"


def of_bib(key: str) -> str:
    """The label of a work in the bibliography."""
    return of_entry("bib", key)


def of_link(kind: str, target: str) -> str:
    """The label of what a link of a work leads to, by the kind and target that `work.Link` has."""
    if kind != "passage":
        return of_entry(kind, target)
    work_id, slash, name = target.partition("/")
    return of_passage(work_id, name) if slash else of_work(work_id)


def _safe(name: str) -> str:
    """A name in letters, digits, full stops and hyphens; anything else is its code point between underscores."""
    return _UNSAFE.sub(lambda match: f"_{ord(match[0]):x}_", name)
