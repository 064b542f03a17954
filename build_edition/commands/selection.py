"""What a command's options point to: works, and the folder of a site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_edition.errors import UsageError

SITE = "site"
BUILT = ("404.html", "sitemap.xml")  # which MkDocs writes into every site


def ids_in(values: Iterable[str]) -> list[str]:
    """The ids in values of `--works`, each of which may hold several, parted by commas."""
    return [work_id for value in values for part in value.split(",") if (work_id := part.strip())]


def site_of(root: Path, given: Path | None) -> Path:
    """The folder of the built site: the one given, else `site` in the edition's folder."""
    return given if given is not None else root / SITE


def refuse_as_site(folder: Path, root: Path) -> None:
    """Raise `UsageError` for a folder that a build must not empty: one with anything in it but a site."""
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"--output {folder} is a file", remedy="Name a folder.")
    if root.resolve().is_relative_to(folder):
        raise UsageError(f"--output {folder} holds the edition itself", remedy="Name a folder of its own.")
    if folder.is_dir() and any(folder.iterdir()) and not all((folder / name).is_file() for name in BUILT):
        raise UsageError(
            f"--output {folder} holds something else than a built site, which a build would delete",
            remedy="Name an empty folder or a new one.",
        )
