"""The copy that works from disk, unpacked as a reader does, and a browser in which it is read."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build_edition.publish.offline.copy import write_zip
from tests.site_folder import BuiltSite

LEFT = "net::ERR_ABORTED"  # what is told of a file that a page asked for and was left before it came


def copied(site: BuiltSite, folder: Path) -> Path:
    """The folder in the zip of a site, unpacked."""
    write_zip(site.result.output, folder / "copy.zip", "an edition’s copy")  # a name that addresses must escape
    with zipfile.ZipFile(folder / "copy.zip") as archive:
        archive.extractall(folder)
    return folder / "an edition’s copy"


@contextmanager
def reader(chromium: Any) -> Iterator[Any]:
    """A page without a network; at the end nothing may have been complained of, nor asked for elsewhere."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on(
        "console", lambda said: complaints.append(f"{page.url}: {said.text}") if said.type == "error" else None
    )
    page.on("requestfailed", lambda asked: None if asked.failure == LEFT else complaints.append(asked.url))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(("file:", "data:", "blob:")) else complaints.append(asked.url),
    )
    yield page
    context.close()
    assert complaints == [], complaints


def url(copy: Path, path: str) -> str:
    """The address of a page of the copy: "works/smith-1960/4/#4.1", "search/?q=x"."""
    for sign in "?#":
        if sign in path:
            before, _, after = path.partition(sign)
            return f"{url(copy, before)}{sign}{after}"
    return (copy / path / "index.html").as_uri()
