"""Every kind of finding there is, by its code.

To add one, write a `Kind` into the module of its subject (or a module of its own, listed below); then make it with
`Finding.made(CODE, place, what, remedy)`.  `scripts/write_reference.py` writes its part of the manual.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from build_edition.checks.kind import Kind
from build_edition.checks.kinds import (
    bibliography,
    entries,
    lines,
    passages,
    proofreading,
    records,
    references,
    site,
    texts,
)

# The subjects, in the order in which the manual has them.
SUBJECTS: Mapping[str, tuple[Kind, ...]] = MappingProxyType(
    {
        "Records": records.KINDS,
        "Records and the lines of sources": lines.KINDS,
        "Sources and their texts": texts.KINDS,
        "Proofreading": proofreading.KINDS,
        "Passages and versions": passages.KINDS,
        "The glossary and the registers": entries.KINDS,
        "Cross-references and chronologies": references.KINDS,
        "The bibliography": bibliography.KINDS,
        "The built site": site.KINDS,
    }
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.code: kind for kinds in SUBJECTS.values() for kind in kinds})
