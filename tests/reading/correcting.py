"""The dialog in which a reader suggests a correction, as the tests work it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from build_edition.edition.project import Project
from build_edition.edition.words.emendations import Emendation, read
from build_edition.pipeline import EditionWork, prepare
from tests.reading.citing import select

DIALOG = "dialog.ed-correct"
FIELD = "#ed-correct-words"
STATE = ".ed-correct-state"
MAIN = ".ed-correct-main a"


def mark(page: Any, root: str, passage: str, words: str, nth: int = 0) -> None:
    """Select words of a passage, as by the mouse."""
    at = page.evaluate(
        """async ([root, id, words, nth]) => {
          const { textNodes } = await import(root + "js/passages.js");
          const own = textNodes(document.getElementById(id)).map((node) => node.data).join("");
          let at = own.indexOf(words);
          for (let k = 0; k < nth; k += 1) at = own.indexOf(words, at + 1);
          return at;
        }""",
        [root, passage, words, nth],
    )
    assert at >= 0, f"{passage} has no “{words}”"
    select(page, root, passage, at, passage, at + len(words))


def suggest(page: Any, root: str, passage: str, words: str, nth: int = 0) -> None:
    """Open the dialog for words of a passage of the page that is open."""
    mark(page, root, passage, words, nth)
    page.keyboard.press("w")
    page.wait_for_selector(DIALOG)


def correct(page: Any, words: str) -> None:
    """Write the right words, and wait until the dialog has heard of them."""
    page.fill(FIELD, words)
    page.locator(FIELD).dispatch_event("change")


def record_shown(page: Any) -> str:
    return str(page.locator(".ed-correct-record pre").text_content())


def downloaded(page: Any, folder: Path) -> Path:
    """The file that the dialog lets a reader download, under its own name."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the record").click()
    target = folder / str(download.value.suggested_filename)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(download.value.path(), target)
    return target


def only(path: Path) -> Emendation:
    """The one record of a file."""
    (record,) = read(path, path.name)
    return record


def parameters(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def with_file(root: Path, work: str, file: Path) -> EditionWork:
    """The work of the edition in `root`, with a suggestion put where the page says that it belongs."""
    folder = root / "edition" / "emendations" / work
    folder.mkdir(exist_ok=True)
    shutil.copyfile(file, folder / file.name)
    project = Project.load(root)
    return prepare(project, project.work(work))
