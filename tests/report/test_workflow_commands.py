"""Every command that a workflow runs is run here, in a small clone, as the forge would run it.

Only what installs, and what speaks to the forge, is stood in for: `python -m pip`, `apt-get` and `gh` write down
what they were asked.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.report.versioned import EMENDATIONS, RECORD, Versioned
from tests.report.workflow_steps import ROOT, Step, given, own, steps

BIN = Path(sys.executable).parent
# Once each: most of those that an edition gets are those of this repository too.
SCRIPTS = {
    step.script: pytest.param(step, id=f"{which} {step.workflow.rpartition('/')[2]}, {step.name}")
    for which, texts in (("given", given()), ("own", own()))
    for path, text in texts.items()
    for step in steps(path, text)
}
ASKED = """#!/bin/sh
printf '%s %s\\n' "$(basename "$0")" "$*" >> "$ASKED"
"""
GH = """#!/bin/sh
printf 'gh %s\\n' "$*" >> "$ASKED"
case "$*" in
  *"/pulls "*) printf '%s' "$NUMBER" ;;
  *"--paginate"*) printf '%s' "$COMMENT" ;;
esac
"""


@pytest.fixture
def forge(edition: Versioned, tmp_path: Path) -> dict[str, str]:
    """What a forge has in its environment, beside a checkout of a change without the source texts."""
    edition.write(EMENDATIONS, RECORD)
    edition.commit("a record")
    edition.git("update-ref", "refs/remotes/origin/main", "main")
    (edition.root / "sources").rename(tmp_path / "private")
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        edition.write(name, (ROOT / name).read_text(encoding="utf-8"))
    edition.write("requirements.txt", "build-edition\n")
    tools = tmp_path / "tools"
    for place, text in (("apt-get", ASKED), ("python", ASKED), ("python3", ASKED), ("gh", GH)):
        stub(tools / place, text)
    for home in (tmp_path / "python", edition.root / ".venv"):
        stub(home / "bin/python", ASKED)
    environment = {
        "PATH": f"{tools}:{BIN}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "CI": "true",
        "ASKED": str(tmp_path / "asked"),
        "pythonLocation": str(tmp_path / "python"),
        "GITHUB_PATH": str(tmp_path / "path"),
        "GITHUB_BASE_REF": "main",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": edition.git("rev-parse", "main").strip(),
        "NUMBER": "7",
        "COMMENT": "",
        "REPOSITORY": "editors/valley",
        "OWNER": "reader",
        "BRANCH": "a-$(touch broken)-branch",
        "SHA": edition.git("rev-parse", "HEAD").strip(),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    (tmp_path / "asked").touch()
    return environment


def stub(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def bash(script: str, root: Path, environment: dict[str, str]) -> str:
    """Run a script as the forges do; the edition's own `build-edition` is that which runs these tests."""
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("step", SCRIPTS.values())
def test_it_runs(step: Step, edition: Versioned, forge: dict[str, str], tmp_path: Path) -> None:
    if step.script == ".ci/run":
        assert os.access(ROOT / step.script, os.X_OK)  # it is what runs these tests
        return
    if "--from" in step.script or "comment.md" in step.script or "SUMMARY" in step.script:
        bash("build-edition report --base main --output from-run", edition.root, forge)
        bash("cp -r from-run report", edition.root, forge)
        edition.write("comment.md", "<!-- build-edition report -->\n")
    bash(step.script, edition.root, forge)
    asked = (tmp_path / "asked").read_text(encoding="utf-8")
    installs = "pip install" in step.script or ".ready" in step.script
    assert ("-m pip" in asked) == installs
    if "make VENV" in step.script:
        assert (tmp_path / "python/.ready").exists()
    for folder, file in (("report", "report.html"), ("public", "index.html"), ("preview", "index.html")):
        if f"--output {folder}" in step.script:
            assert (edition.root / folder / file).is_file()
    if "SUMMARY" in step.script:
        assert "What this changes" in (tmp_path / "summary").read_text(encoding="utf-8")
    assert not (edition.root / "broken").exists()


def comment_step() -> Step:
    path = ".github/workflows/comment.yml"
    (step,) = [step for step in steps(path, own()[path]) if step.name == "Comment"]
    return step


@pytest.mark.parametrize(
    ("number", "comment", "asked"),
    [
        ("7", "", "--method POST repos/editors/valley/issues/7/comments -F body=@comment.md"),
        ("7", "99", "--method PATCH repos/editors/valley/issues/comments/99 -F body=@comment.md"),
        ("", "", None),
    ],
)
def test_the_comment_is_posted_once_then_written_anew(
    number: str, comment: str, asked: str | None, edition: Versioned, forge: dict[str, str], tmp_path: Path
) -> None:
    edition.write("comment.md", "<!-- build-edition report -->\n")
    said = bash(comment_step().script, edition.root, {**forge, "NUMBER": number, "COMMENT": comment})
    calls = (tmp_path / "asked").read_text(encoding="utf-8")
    assert "head=reader:a-$(touch broken)-branch" in calls
    assert ("--silent" in calls) == (asked is not None)
    assert asked in calls if asked else "No open pull request" in said


def test_gitlab_takes_the_texts_from_a_private_project(
    edition: Versioned, forge: dict[str, str], tmp_path: Path
) -> None:
    private = tmp_path / "private"
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=private, check=True)
    (script,) = [s.script for s in steps(".gitlab-ci.yml", own()[".gitlab-ci.yml"]) if s.name == "report"]
    address = "https://gitlab-ci-token:secret@gitlab.example/editors/texts.git"
    own_address = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.file://{private}.insteadOf",
        "GIT_CONFIG_VALUE_0": address,
    }
    job = {"SOURCES_PROJECT": "editors/texts", "CI_JOB_TOKEN": "secret", "CI_SERVER_HOST": "gitlab.example"}
    bash(script, edition.root, {**forge, **job, **own_address})
    page = (edition.root / "report/report.html").read_text(encoding="utf-8")
    assert "<del>fel</del> <ins>fell</ins>" in page
    assert "the source is not at hand" not in page
    assert "who read at night" not in page


def test_gitlab_goes_on_where_the_texts_cannot_be_had(edition: Versioned, forge: dict[str, str]) -> None:
    (script,) = [s.script for s in steps(".gitlab-ci.yml", own()[".gitlab-ci.yml"]) if s.name == "report"]
    nowhere = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "url.file:///nowhere/.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://",
    }
    job = {"SOURCES_PROJECT": "editors/texts", "CI_JOB_TOKEN": "secret", "CI_SERVER_HOST": "gitlab.example"}
    said = bash(script, edition.root, {**forge, **job, **nowhere})
    assert "The sources cannot be had here" in said
    assert "secret" not in said
