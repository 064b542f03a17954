"""The workflows of this repository and those that an edition gets, and what each of them runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from build_edition.report.workflows import FORGES, workflow_files

ROOT = Path(__file__).parent.parent.parent


def own() -> dict[str, str]:
    """The workflows that stand in this repository."""
    folders = (ROOT / ".github/workflows", ROOT / ".forgejo/workflows")
    paths = [*(path for folder in folders for path in sorted(folder.glob("*.y*ml"))), ROOT / ".gitlab-ci.yml"]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def given() -> dict[str, str]:
    """The workflows that an edition gets."""
    return {path: text for forge in FORGES for path, text in workflow_files(forge).items()}


@dataclass(frozen=True)
class Step:
    """Something that a workflow runs in a shell."""

    workflow: str
    name: str
    script: str
    environment: dict[str, str]


def steps(path: str, text: str) -> Iterator[Step]:
    """All that a workflow runs."""
    found = yaml.safe_load(text)
    if path == ".gitlab-ci.yml":
        before = "\n".join(found["default"]["before_script"])
        yield Step(path, "before", before, {})
        for name, job in found.items():
            if isinstance(job, dict) and "script" in job:
                yield Step(path, name, "\n".join(job["script"]), {})
        return
    for job in found["jobs"].values():
        for step in job["steps"]:
            if "run" in step:
                yield Step(path, step["name"], step["run"], dict(step.get("env", {})))


def triggers(text: str) -> dict[str, Any]:
    """What starts a workflow; YAML 1.1 reads the key `on` as true."""
    found = yaml.safe_load(text)
    return dict(found.get("on", found.get(True)))
