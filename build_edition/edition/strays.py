"""Files of an edition folder that nothing reads.

Passed over in silence, what an editor wrote there would be lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from build_edition.edition.loading.advice import nearest
from build_edition.errors import RecordError


def strays(root: Path, folder: Path, ending: str, names: Collection[str]) -> Iterator[RecordError]:
    """An error for each file in a folder that looks like a record and has none of the `names` that are read."""
    for path in sorted((root / folder).glob("*")):
        if path.name.startswith(".") or path.is_dir() or path.suffix.lower() not in {ending, ".yml", ".yaml"}:
            continue
        if path.suffix != ending or path.stem not in names:
            meant = nearest(path.stem, sorted(names))
            known = ", ".join(sorted(names)) or "none"
            yield RecordError(
                "is called as nothing that is read",
                where=(folder / path.name).as_posix(),
                remedy=f"Did you mean {meant}{ending}?" if meant else f"The files there are: {known} ({ending}).",
            )
