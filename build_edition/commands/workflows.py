"""`build-edition workflows`: the files by which a forge checks each change of an edition."""

from __future__ import annotations

from pathlib import Path

from build_edition import __version__
from build_edition.commands.screen import screen
from build_edition.edition.project import find_root
from build_edition.errors import GOOD, UsageError
from build_edition.publish.files import write_whole
from build_edition.report.repository import Repository
from build_edition.report.workflows import Forge, workflow_files

REQUIREMENTS = "requirements.txt"
NEEDED = f"""# What the workflows install. Raise the version when you mean to.
# Where no index has it, name its place instead:
# build-edition[citations] @ git+https://HOST/OWNER/build-edition@TAG
build-edition[citations]=={__version__}
"""


def run(start: Path, forge: Forge) -> int:
    """Write the workflows of a forge into the edition around `start`; returns the exit code."""
    root = find_root(start)
    if Repository.around(root).top.resolve() != root:
        raise UsageError(
            f"{root} is a folder of its repository, and a forge looks for workflows at the top of it",
            remedy="Copy them from an edition that stands at the top, and have each step work in your folder.",
        )
    files = workflow_files(forge)
    if not (root / REQUIREMENTS).exists():
        files[REQUIREMENTS] = NEEDED
    there = [path for path in files if (root / path).exists()]
    others = [path for path in there if (root / path).read_text(encoding="utf-8", errors="replace") != files[path]]
    if others:
        raise UsageError(
            f"{others[0]} is there already, and is another one",
            remedy="Nothing was written. Move it away to have ours, then compare the two.",
        )
    console = screen()
    for path, text in files.items():
        if path not in there:
            try:
                write_whole(root / path, text)
            except OSError as error:
                raise UsageError(f"{path} cannot be written: {error.strerror}") from None
        console.print(f"{'There already' if path in there else 'Written'}: {path}", soft_wrap=True)
    console.print("Each says at its head what it does, and what can be set. Commit them to have them run.")
    return GOOD
