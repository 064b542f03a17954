"""A new edition: the folder with what every edition has, and no text yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from build_edition.edition.loading.loader import load
from build_edition.edition.project import EDITION
from build_edition.edition.records import EditionRecord
from build_edition.errors import UsageError
from build_edition.publish.files import write_whole
from build_edition.starting import texts

# What is in a repository that a forge has just made.
_OF_FORGE = re.compile(r"\.|(?:README|LICEN[CS]E|COPYING)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is said of an edition when it begins."""

    title: str
    editors: tuple[str, ...]
    licence: str = "CC-BY-4.0"
    language: str = "en"


def begin(root: Path, beginning: Beginning) -> tuple[Path, ...]:
    """Write the files of a new edition into `root`, and give back their paths in it.

    Raises `UsageError` for a folder that has anything in it but what a forge puts into a new repository, which
    stays as it is: nothing is ever written over.
    """
    _refuse(root)
    files = {
        EDITION.as_posix(): texts.edition_record(
            beginning.title, beginning.editors, beginning.licence, beginning.language
        ),
        "bib/edition.bib": "% The works of this edition, and what its editors cite, as BibLaTeX.\n",
        "docs/index.md": texts.start_page(beginning.title),
        "docs/editorial-principles.md": texts.PRINCIPLES,
        "README.md": texts.readme(beginning.title),
        ".gitignore": texts.GITIGNORE,
    }
    try:
        ignored = root / ".gitignore"
        if ignored.exists():
            files[".gitignore"] = f"{ignored.read_text(encoding='utf-8').rstrip()}\n{texts.GITIGNORE}"
        if (root / "README.md").exists():
            del files["README.md"]
        for path, text in files.items():
            write_whole(root / path, text)
        for folder in ("sources", "edition/works", "edition/emendations"):
            (root / folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{root} cannot be written to: {error.strerror}") from error
    load(root / EDITION, EditionRecord, EDITION.as_posix())  # what was said makes a valid record
    return tuple(Path(path) for path in files)


def _refuse(root: Path) -> None:
    """Raise `UsageError` where no edition can begin."""
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} is a file", remedy="Name a folder that is not there yet, or an empty one.")
    if (root / EDITION).is_file():
        raise UsageError(
            f"the folder {root} is an edition already",
            remedy="Go there, and put a text in: build-edition add FILE",
        )
    others = [path.name for path in root.iterdir() if not _OF_FORGE.match(path.name)] if root.is_dir() else []
    if others:
        raise UsageError(
            f"the folder {root} is not empty: it has {sorted(others)[0]}",
            remedy="Name a folder that is not there yet.",
        )
