"""A small edition in a Git repository of its own, whose state is committed and then changed."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.command_line import run
from tests.edition_folder import ESSAY, EditionFolder

RECORD = "- {line: 3, read: It fel, as: It fell, cause: character, by: A. Reader, note: The l is lost.}\n"
EMENDATIONS = "edition/emendations/miller-1901.yml"
IDENTITY = ("-c", "user.name=A. Reader", "-c", "user.email=reader@example.org", "-c", "commit.gpgsign=false")


class Versioned:
    """An edition folder that is a repository, with one commit on `main`, checked out on the branch `change`."""

    def __init__(self, root: Path, essay: str = ESSAY, keep_source: bool = False) -> None:
        self.folder = EditionFolder(root)
        self.folder.add_work("miller-1901", essay)
        self.root = self.folder.root
        self.folder.write(".gitignore", "" if keep_source else "/sources/\n/build/\n/.venv\n")

    def begin(self) -> Versioned:
        """Commit what is there."""
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()
        self.git("checkout", "--quiet", "-b", "change")
        return self

    def commit(self, message: str = "as it was") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD").strip()

    def git(self, *arguments: str) -> str:
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *IDENTITY, *arguments],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        self.folder.write(path, text)

    def report(self, *options: str, base: str = "main") -> dict[str, Any]:
        """The report as JSON."""
        code, out, err = run("report", "--base", base, "--format", "json", *options)
        assert code == 0, err
        return dict(json.loads(out))

    def markdown(self, *options: str, base: str = "main") -> str:
        code, out, err = run("report", "--base", base, *options)
        assert code == 0, err
        return out
