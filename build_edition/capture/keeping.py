"""The pages for editing on the disk, `docs/works`: made anew by each build, unless a person has edited them.

`docs/works/.made.json` remembers the hash of each page as the build wrote it, and `build/works` keeps what that
was, so that an edit can be told from what the edition itself has become since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_edition.capture.plain import normal
from build_edition.edition.project import PAGES, Project
from build_edition.errors import InputError
from build_edition.pipeline import EditionWork
from build_edition.publish.files import write_whole
from build_edition.writers.commonmark.editing import pages_to_edit

MADE = PAGES / ".made.json"
BASES = Path("build", "works")
LARGEST = 8_000_000  # bytes; no page is as long


@dataclass
class Kept:
    """The pages below the root of an edition, and the hashes of those that a build wrote, by their paths."""

    root: Path
    hashes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path) -> Kept:
        """What is remembered; nothing where that cannot be read, and then no page is overwritten."""
        try:
            found = json.loads((root / MADE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = {}
        hashes = found if isinstance(found, dict) else {}
        return cls(root, {str(path): str(digest) for path, digest in hashes.items()})

    def write(self) -> None:
        text = json.dumps(dict(sorted(self.hashes.items())), indent=1) + "\n"
        write_whole(self.root / MADE, text)

    def is_edited(self, path: str) -> bool:
        """Whether a page is another one than the build wrote."""
        return digest(page_text(self.root, path)) != self.hashes.get(path)

    def base(self, path: str) -> str | None:
        """The page as the build wrote it, where that is kept."""
        try:
            text = (self.root / BASES / path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        return text if digest(text) == self.hashes.get(path) else None

    def put(self, path: str, text: str, *, on_disk: bool = True) -> None:
        """Write a page, or where a person's edits shall stay remember it as what they start from."""
        if on_disk:
            write_whole(self.root / PAGES / path, text)
        if self.hashes.get(path) != digest(text) or not (self.root / BASES / path).is_file():
            write_whole(self.root / BASES / path, text)
        self.hashes[path] = digest(text)


def write_pages(project: Project, works: Iterable[EditionWork]) -> tuple[str, ...]:
    """Write the pages of works for editing; gives back the paths of those left as they are, for they were edited.

    A page that the build made once and does not make any more is taken away, unless it was edited.
    """
    kept = Kept.read(project.root)
    before = dict(kept.hashes)
    edited: list[str] = []
    for item in works:
        if item.work is None or item.status != "found":
            continue
        work_id = item.record.id
        pages = {f"{work_id}/{name}": text for name, text in pages_to_edit(item.work, work_id).items()}
        for path, text in pages.items():
            if not _put(kept, path, text):
                edited.append((PAGES / path).as_posix())
        gone = [path for path in kept.hashes if path.startswith(f"{work_id}/") and path not in pages]
        edited += [(PAGES / path).as_posix() for path in gone if not _take_away(kept, path)]
    if kept.hashes != before:
        kept.write()
    return tuple(edited)


def _put(kept: Kept, path: str, text: str) -> bool:
    """Write a page; whether that could be done, for it was not edited."""
    target = kept.root / PAGES / path
    if not target.exists():
        kept.put(path, text)
        return True
    found = page_text(kept.root, path)
    if found == text:
        kept.put(path, text, on_disk=False)
        return True
    if digest(found) != kept.hashes.get(path) and normal(found) != text:
        return False
    kept.put(path, text)
    return True


def _take_away(kept: Kept, path: str) -> bool:
    target = kept.root / PAGES / path
    if target.exists() and kept.is_edited(path):
        return False
    target.unlink(missing_ok=True)
    (kept.root / BASES / path).unlink(missing_ok=True)
    del kept.hashes[path]
    return True


def page_text(root: Path, path: str) -> str:
    """The text of a page; raises `InputError` where it is none."""
    name = (PAGES / path).as_posix()
    target = root / PAGES / path
    try:
        if target.stat().st_size > LARGEST:
            raise InputError("is larger than any page", where=name, remedy="Delete it, and build again.")
        return target.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(
            "is not UTF-8", where=name, remedy="Save it as UTF-8; or delete it, and build again."
        ) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=name) from None


def all_pages(root: Path) -> tuple[str, ...]:
    """The paths of all pages that are there, in order."""
    folder = root / PAGES
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.md")))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def by_work(paths: Iterable[str], kept: Kept) -> Mapping[str, dict[str, str]]:
    """The texts of edited pages by the ids of their works and their names."""
    found: dict[str, dict[str, str]] = {}
    for path in paths:
        work_id, _, name = path.partition("/")
        found.setdefault(work_id, {})[name] = page_text(kept.root, path)
    return found
