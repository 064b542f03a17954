"""The tool that a tree holds: whether there is one, whether it is the one that runs, what it says of its edition.

A report must show what a change of a rule does, so each side's text is made by the side's own code. Where that is
the code that runs already, nothing is started.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import build_edition
from build_edition.errors import GOOD, InputError
from build_edition.interchange import load
from build_edition.report.report import Severity, Told
from build_edition.source import Source
from build_edition.transcript import Transcript

PACKAGE = "build_edition"
PATIENCE = 300  # seconds for one text
_FINDING = re.compile(r"(note|warning|error) \[([a-z][a-z-]*)\] (.+)")


@dataclass(frozen=True)
class Tool:
    """The program in a folder that holds it, `home`."""

    home: Path

    @classmethod
    def within(cls, root: Path, top: Path) -> Tool | None:
        """The tool that a repository keeps beside the edition in `root`, or in a folder above it up to `top`."""
        for folder in (root, *root.parents):
            if (folder / PACKAGE / "__main__.py").is_file():
                return cls(folder)
            if folder == top:
                break
        return None

    @cached_property
    def digest(self) -> str:
        """The same for the same code, wherever it stands."""
        return _digest(self.home / PACKAGE)

    @property
    def runs(self) -> bool:
        """Whether it is this very program."""
        return self.digest == running()

    def transcript(self, root: Path, work_id: str, source: Source) -> Transcript:
        """The transcript of a work of the edition in `root`; raises `EditionError` where the tool makes none."""
        done = self._run(root, "transcript", work_id, "--format", "standoff")
        if done.returncode != GOOD:
            raise InputError(_first_line(done.stderr) or f"it stopped with exit code {done.returncode}")
        return load(done.stdout, source, f"the transcript of {work_id}")

    def findings(self, root: Path) -> tuple[Told, ...]:
        """What its `check` says of the edition in `root`; raises `EditionError` where it cannot."""
        done = self._run(root, "check")
        if done.returncode > 1:
            raise InputError(_first_line(done.stderr) or f"it stopped with exit code {done.returncode}")
        lines = done.stdout.decode("utf-8", "replace").splitlines()
        return tuple(told for line in lines if (told := _told(line)))

    def _run(self, root: Path, *command: str) -> subprocess.CompletedProcess[bytes]:
        own = {"PYTHONPATH": str(self.home), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
        try:
            return subprocess.run(
                [sys.executable, "-m", PACKAGE, *command],
                cwd=root, env={**os.environ, **own}, capture_output=True, timeout=PATIENCE, check=False,
                stdin=subprocess.DEVNULL,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise InputError(f"`{command[0]}` took more than {PATIENCE} seconds") from None


def _told(line: str) -> Told | None:
    """The finding of which a line of `check` tells, if it does."""
    match = _FINDING.fullmatch(line)
    if match is None:
        return None
    severity: Severity = "error" if match[1] == "error" else "warning" if match[1] == "warning" else "note"
    return Told(severity, match[2], match[3])


def running() -> str:
    """The digest of the program that runs."""
    return _digest(Path(build_edition.__file__).parent)


def _digest(package: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix().encode()
        data = path.read_bytes()
        found.update(b"%d %s %d " % (len(name), name, len(data)))
        found.update(data)
    return found.hexdigest()


def _first_line(errors: bytes) -> str:
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    own = [line for line in lines if line.startswith("build-edition: ") and "warning:" not in line]
    return (own or lines or [""])[-1].removeprefix("build-edition: ")
