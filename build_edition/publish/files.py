"""Files and folders that take their place whole: what stood there before stays until they are written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place, then put it there; raises `OSError` where that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")  # another process may write the same
    fresh.write_text(text, encoding="utf-8", newline="\n")
    fresh.replace(path)


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write texts below a folder, each at its path."""
    for path, text in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def beside(folder: Path) -> Path:
    """A new, empty folder beside `folder`, to be filled and then put in its place."""
    fresh = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    return fresh


def exchange(fresh: Path, folder: Path) -> None:
    """Put `fresh` in the place of `folder`."""
    old = folder.with_name(f".{folder.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    fresh.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def move_into(folder: Path, other: Path) -> None:
    """Move all that stands in `folder` into `other`, each at its path there, and take the empty folder away."""
    for path in folder.iterdir():
        target = other / path.name
        if path.is_dir() and target.is_dir():
            move_into(path, target)
        else:
            shutil.move(path, target)
    folder.rmdir()
