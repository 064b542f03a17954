"""The programs that making the specimen needs, and how to get them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from build_edition.errors import UsageError

PACKAGES = {
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "tesseract": "tesseract-ocr",
    "chromium": "chromium",
}


def find(program: str) -> str:
    """The path of a program; raises `UsageError` that names the Debian package it comes in."""
    path = shutil.which(program)
    if path is None:
        raise UsageError(
            f"{program} is needed to make the specimen and is not installed",
            remedy=f"On Debian or Ubuntu: apt-get install {PACKAGES[program]}. The made specimen is in the "
            "repository, so it must be made again only when a master changes.",
        )
    return path


def run(program: str, *arguments: str | Path) -> str:
    """Run a program and return what it prints."""
    environment = dict(os.environ, OMP_THREAD_LIMIT="1")
    command = [find(program), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
