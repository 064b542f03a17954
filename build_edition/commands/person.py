"""Who gives a command that is recorded under a name."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from build_edition.errors import UsageError


def name_of(given: str | None, folder: Path) -> str:
    """The name given with `--by`, else the one that git knows in a folder; raises `UsageError`."""
    if name := (" ".join(given.split()) if given else known_to_git(folder)):
        return name
    raise UsageError(
        "nobody is named whose decision this is",
        remedy='Add --by "Your Name", or tell git once: git config user.name "Your Name"',
    )


def known_to_git(folder: Path) -> str:
    """The name that git would put under a change in a folder; empty where there is none, or no git."""
    git = shutil.which("git")
    if git is None:
        return ""
    asked = [git, "-C", str(folder), "config", "user.name"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return " ".join(told.stdout.split())
