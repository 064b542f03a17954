"""A tiny edition whose pages a test edits and captures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_edition.capture.capturing import Captured, capture
from build_edition.capture.filing import put_away, renew_pages
from build_edition.capture.keeping import PAGES, Kept, write_pages
from build_edition.capture.trial import Trial
from build_edition.edition.project import Project
from build_edition.edition.words.emendations import Cause
from build_edition.pipeline import EditionWork, prepare
from tests.edition_folder import EditionFolder

WORK = "miller-1901"
TEXT = """The Lamp Tax

Nobody in our valley liked the *tax* on lamps. It fel on the poor,
who read at night, and spared the rich, who slept. The clay
mill was "closed" then & there, for the mil-
ler had no oil.

The miller paid twice. He said he had two eyes.

And then he paid again, as the law said, and was content
with what was left of it.

They all went home.
"""


class Desk:
    """Where a person edits the pages of one work of an edition in a folder."""

    def __init__(self, folder: EditionFolder, work_id: str = WORK) -> None:
        self.folder, self.work_id = folder, work_id
        self.build()

    @property
    def root(self) -> Path:
        return self.folder.root

    def item(self) -> EditionWork:
        project = Project.load(self.root)
        return prepare(project, project.work(self.work_id))

    def build(self) -> tuple[str, ...]:
        """What a build does with the pages for editing."""
        return write_pages(Project.load(self.root), [self.item()])

    def path(self, name: str = "index.md") -> Path:
        return self.root / PAGES / self.work_id / name

    def page(self, name: str = "index.md") -> str:
        return self.path(name).read_bytes().decode("utf-8")

    def write(self, text: str, name: str = "index.md") -> None:
        self.path(name).write_bytes(text.encode("utf-8"))

    def edit(self, *changes: tuple[str, str], name: str = "index.md") -> str:
        """Edit a page; each text that is changed stands there once."""
        text = self.page(name)
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        self.write(text, name)
        return text

    def captured(self, cause: Cause | None = None, names: Iterable[str] = ("index.md",)) -> Captured:
        """What a capture would write; whoever is asked takes the cause that is guessed."""
        project = Project.load(self.root)
        trial = Trial(project, self.item())
        pages = {name: self.page(name) for name in names}
        return capture(trial, pages, "A. Reader", None, cause, lambda _, draft: draft.record.cause)

    def capture(self, names: Iterable[str] = ("index.md",)) -> Captured:
        """Capture, write, and renew the pages, as the command does."""
        found = self.captured(names=names)
        if found.records:
            put_away(self.root, self.work_id, found.records)
        renew_pages(Kept.read(self.root), self.work_id, found, names)
        return found

    def round_trip(self, *changes: tuple[str, str]) -> Captured:
        """Edit, capture all of it, and build: the page is as it was edited, byte for byte."""
        edited = self.edit(*changes)
        found = self.capture()
        assert not found.left, [change.refusal for change in found.left]
        assert not found.refused
        assert self.build() == ()
        assert self.page() == edited
        assert not Kept.read(self.root).is_edited(f"{self.work_id}/index.md")
        return found

    def refused(self, *changes: tuple[str, str]) -> str:
        """Edit, and capture nothing: the file stays as it was edited. Gives back why."""
        edited = self.edit(*changes)
        before = self.records()
        found = self.capture()
        assert not found.changes
        assert self.records() == before
        assert self.page() == edited
        assert len(self.build()) == 1
        assert self.page() == edited
        return "; ".join([*(change.refusal for change in found.left), *found.refused.values()])

    def records(self) -> dict[str, bytes]:
        """The files of records, to the byte."""
        folder = self.root / "edition"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yml"))}
