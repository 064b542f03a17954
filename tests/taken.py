"""Invented files to take away, for sites whose pages are what is tested: small, and of every kind there is."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from build_edition.downloads import formats
from build_edition.edition.project import Project
from build_edition.publish.pages.takeaway import Kind, TakeAway, Taken


def invented(project: Project, folder: Path) -> TakeAway:
    """A file of each format for each work and for the edition, as far as the format has them."""
    folder.mkdir()
    found = []
    for form in formats.every():
        kind = Kind(form.name, formats.label(form), form.title, form.holds, form.example)
        works = [""] if form.of_edition else []
        works += [work.id for work in project.works] if form.of_work else []
        for work in works:
            data = f"{form.name} of {work or 'all'}\n".encode()
            path = folder / f"{work or 'velm'}{form.suffix}"
            path.write_bytes(data)
            found.append(Taken(path, kind, work, len(data), sha256(data).hexdigest()))
    return TakeAway(tuple(found), project.edition.address or "")
