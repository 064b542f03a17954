"""The repository around an edition, as far as a report asks it: which commit is meant, and what stood in it.

Git is only ever read. A commit's files are put into a folder of ours through an index of ours, not by
`git worktree`: so nothing is entered in the repository, nothing is left there if we are killed, and no hook runs.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from build_edition.errors import InputError, UsageError

PATIENCE = 120  # seconds; the files of a large repository take a while
_QUIET = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "advice.detachedHead=false")
DEEPEN = "Fetch the rest of the history: git fetch --unshallow (in a workflow: fetch-depth: 0)."


@dataclass(frozen=True, slots=True)
class Base:
    """What the working tree is compared with: `commit`, which `ref` names, or at which the two parted.

    `ahead` counts the commits that `ref` has since then.
    """

    ref: str
    commit: str
    ahead: int = 0
    notes: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        return self.commit[:10]


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository by the folder at its top."""

    top: Path

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that holds a folder; raises `UsageError` where none does."""
        found = _git(folder, "rev-parse", "--show-toplevel")
        if found.returncode == 0 and found.stdout.strip():
            return cls(Path(os.fsdecode(found.stdout.strip())))
        said = _said(found)
        if "dubious ownership" in said:
            raise InputError(
                "Git does not trust this repository, which another user owns",
                where=str(folder),
                remedy=f"If you do: git config --global --add safe.directory {folder}",
            )
        raise UsageError(
            f"{folder} is in no Git repository, so there is nothing to compare it with",
            remedy="Go to a clone of the edition's repository." + (f" Git says: {said}" if said else ""),
        )

    def base(self, ref: str) -> Base:
        """The commit to compare with for a branch, tag or commit: where it and what is checked out parted.

        Raises `UsageError` for a name that Git does not know, `InputError` where the history was cut short.
        """
        if not ref or ref.startswith("-") or any(not sign.isprintable() for sign in ref):
            raise UsageError(f"--base {ref!r} is no name of a commit", remedy="Name a branch, a tag or a commit.")
        commit = self._line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        shallow = self._line("rev-parse", "--is-shallow-repository") == "true"
        if not commit:
            if shallow:
                raise InputError(f"--base {ref}: not in this clone, which has part of the history", remedy=DEEPEN)
            raise UsageError(
                f"--base {ref}: the repository has no such commit, branch or tag",
                remedy="See `git branch --all`. If it stands on the forge: git fetch origin",
            )
        parted = self._line("merge-base", commit, "HEAD")
        if not parted:
            what = (
                "the history of this clone is cut short" if shallow else f"{ref} and HEAD have no common history"
            )
            note = f"Where the branch left {ref} is not known, for {what}: compared with {ref} as it is."
            return Base(ref, commit, notes=(f"{note} {DEEPEN}" if shallow else note,))
        ahead = self._line("rev-list", "--count", f"{parted}..{commit}")
        return Base(ref, parted, int(ahead) if ahead.isdecimal() else 0)

    def put_into(self, commit: str, folder: Path, index: Path) -> None:
        """Write the files of a commit into an empty folder; `index` is a file that may be written for it."""
        own = {"GIT_INDEX_FILE": str(index)}
        for command in (("read-tree", commit), ("checkout-index", "--all", f"--prefix={folder}{os.sep}")):
            done = _git(self.top, *command, environment=own)
            if done.returncode:
                raise InputError(f"the files of {commit[:10]} cannot be taken from Git: {_said(done)}")

    def _line(self, *command: str) -> str:
        found = _git(self.top, *command)
        return os.fsdecode(found.stdout.strip()) if found.returncode == 0 else ""


def _git(
    folder: Path, *command: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run Git in a folder, asking nobody and locking nothing."""
    own = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **(environment or {})}
    # inside a hook Git sets these, and they would lead elsewhere
    inherited = {k: v for k, v in os.environ.items() if k not in {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}}
    try:
        return subprocess.run(
            ["git", *_QUIET, *command],
            cwd=folder, env={**inherited, **own}, capture_output=True, timeout=PATIENCE, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except FileNotFoundError:
        raise InputError("Git is not on this machine", remedy="Install it: https://git-scm.com") from None
    except subprocess.TimeoutExpired:
        raise InputError(f"`git {command[0]}` took more than {PATIENCE} seconds") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else ""
