"""Several files of an edition's folder put in their places: each is written beside its own first."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from build_edition.errors import CorrectionError


def put(root: Path, texts: Mapping[Path, str | None]) -> None:
    """Write files, each beside its place first; what is None is taken away. Raises `CorrectionError`."""
    fresh: list[tuple[Path, Path]] = []
    try:
        for path, text in texts.items():
            if text is not None:
                target = root / path
                target.parent.mkdir(parents=True, exist_ok=True)
                beside = target.with_name(f".{target.name}.{os.getpid()}.new")
                fresh.append((beside, target))
                beside.write_bytes(text.encode("utf-8"))
        for beside, target in fresh:
            beside.replace(target)
        for path, text in texts.items():
            if text is None:
                (root / path).unlink(missing_ok=True)
    except OSError as error:
        raise CorrectionError(f"cannot be written: {error.strerror}", where=str(error.filename or root)) from error
    finally:
        for beside, _ in fresh:
            beside.unlink(missing_ok=True)
