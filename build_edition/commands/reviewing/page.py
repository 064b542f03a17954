"""The queue as a page on this machine: written into a site, or kept beside one and made anew with the edition."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from threading import Lock

from build_edition.edition.project import EDITION, Project
from build_edition.errors import EditionError
from build_edition.pipeline import EditionWork, prepare
from build_edition.publish.engine.serve import Quiet
from build_edition.publish.files import write_files
from build_edition.publish.reviewing.page import FOLDER, review_files
from build_edition.review.queue import queue_of

KEPT = Path("build", "review", "page")


def write_review(project: Project, works: Sequence[EditionWork], folder: Path) -> None:
    """Write the page of the queue of some works into `folder`."""
    here = {item.record.id: item for item in works if item.work is not None and item.status == "found"}
    write_files(folder, review_files(project.edition, here, queue_of(project, tuple(here.values()))))


class ReviewBeside:
    """The page of the queue of the edition in `root`, in a folder of its own beside the site."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / KEPT
        self._lock, self._made = Lock(), 0.0

    def refresh(self) -> None:
        """Make the page anew, if the edition has changed since; raises `EditionError`."""
        with self._lock:
            changed = max(path.stat().st_mtime for path in (self.root / EDITION.parent).rglob("*"))
            if changed > self._made:
                project = Project.load(self.root)
                works = [prepare(project, record, allow_other=True) for record in project.works]
                write_review(project, works, self.folder)
                self._made = changed

    def handler(self) -> type[Quiet]:
        """What serves a site, and the page beside it."""
        beside = self

        class WithReview(Quiet):
            def do_GET(self) -> None:  # noqa: N802 - the name that the server calls
                try:
                    if self.path.partition("?")[0] in {f"/{FOLDER}/", f"/{FOLDER}/index.html"}:
                        beside.refresh()
                except EditionError as error:
                    self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR, "The edition cannot be read", str(error))
                    return
                super().do_GET()

            def translate_path(self, path: str) -> str:
                found = super().translate_path(path)
                inside = path.partition("?")[0].startswith(f"/{FOLDER}/")
                return found.replace(self.directory, str(beside.folder), 1) if inside else found

        return WithReview
