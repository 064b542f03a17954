"""The workflows are sound: linted by what lints workflows, pinned, and with no more rights than they need."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scripts.write_workflows import workflows
from tests.conftest import skip_or_fail
from tests.report.workflow_steps import given, own, steps, triggers

BIN = Path(sys.executable).parent
EVERY = [pytest.param(path, text, id=f"{which} {path}") for which, texts in (("own", own()), ("given", given()))
         for path, text in texts.items()]  # fmt: skip
OF_ACTIONS = [one for one in EVERY if one.values[0] != ".gitlab-ci.yml"]
MAY_WRITE = {
    ".github/workflows/comment.yml": {"pull-requests"},
    ".github/workflows/site.yml": {"pages", "id-token"},
}


def lint(program: str, *arguments: str) -> None:
    if not (BIN / program).exists():
        skip_or_fail(f"{program} is not installed, which lints workflows")
    done = subprocess.run([str(BIN / program), *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_those_of_this_repository_are_as_the_script_writes_them() -> None:
    texts = own()
    assert {path: texts[path] for path in workflows()} == workflows()
    assert set(texts) - set(workflows()) == {".github/workflows/tests.yml"}


@pytest.mark.parametrize(("path", "text"), OF_ACTIONS)
def test_actionlint_and_zizmor_find_nothing(path: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    lint("actionlint", "-ignore", 'label "docker" is unknown', str(file))  # which is what runners of Forgejo bear
    lint("zizmor", "--offline", "--no-progress", "--quiet", str(file))


def test_the_linters_do_find_what_is_wrong(tmp_path: Path) -> None:
    bad = tmp_path / ".github/workflows/bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@v4\n      - run: echo ${{ github.event.pull_request.title }}\n",
        encoding="utf-8",
    )
    for program, arguments in (("actionlint", [str(bad)]), ("zizmor", ["--offline", "--quiet", str(bad)])):
        if not (BIN / program).exists():
            skip_or_fail(f"{program} is not installed, which lints workflows")
        done = subprocess.run([str(BIN / program), *arguments], capture_output=True, text=True, check=False)
        assert done.returncode != 0
        assert "injection" in done.stdout or "untrusted" in done.stdout


@pytest.mark.parametrize("text", [own()[".gitlab-ci.yml"], given()[".gitlab-ci.yml"]], ids=["own", "given"])
def test_gitlab_is_of_its_schema(text: str, tmp_path: Path) -> None:
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(text, encoding="utf-8")
    lint("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", str(file))


@pytest.mark.parametrize(("path", "text"), OF_ACTIONS)
def test_actions_are_pinned_and_named_by_their_version(path: str, text: str) -> None:
    uses = re.findall(r"uses: (\S+)(.*)", text)
    assert uses
    for action, rest in uses:
        if action.startswith("forgejo/"):
            continue
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), rest


@pytest.mark.parametrize(("path", "text"), OF_ACTIONS)
def test_rights_are_the_least(path: str, text: str) -> None:
    found = yaml.safe_load(text)
    writes = {
        right
        for job in found["jobs"].values()
        for right, how in (job.get("permissions") or {}).items()
        if how == "write"
    }
    assert writes == MAY_WRITE.get(path, set())
    if path.startswith(".github"):
        assert found["permissions"] == {}
        assert "concurrency" in found
        assert all(job["permissions"] for job in found["jobs"].values())
    assert all(job["timeout-minutes"] <= 60 for job in found["jobs"].values())


@pytest.mark.parametrize(("path", "text"), EVERY)
def test_nothing_that_others_wrote_is_put_into_a_script(path: str, text: str) -> None:
    assert not [step for step in steps(path, text) if "${{" in step.script]
    if path != ".gitlab-ci.yml":
        assert text.count("persist-credentials: false") == text.count("actions/checkout@")
        assert "pull_request_target" not in triggers(text)


@pytest.mark.parametrize("texts", [own(), given()], ids=["own", "given"])
def test_who_may_write_runs_nothing_of_the_pull_request(texts: dict[str, str]) -> None:
    comment = yaml.safe_load(texts[".github/workflows/comment.yml"])
    assert list(triggers(texts[".github/workflows/comment.yml"])) == ["workflow_run"]
    name = yaml.safe_load(texts[".github/workflows/report.yml"])["name"]
    assert triggers(texts[".github/workflows/comment.yml"])["workflow_run"]["workflows"] == [name]
    (job,) = comment["jobs"].values()
    checkouts = [step for step in job["steps"] if "actions/checkout" in step.get("uses", "")]
    assert [set(step["with"]) for step in checkouts] == [{"persist-credentials"}]  # no ref: the default branch
    tokens = [step["name"] for step in job["steps"] if "token" in str(step)]
    assert tokens == ["The report", "Comment"]


@pytest.mark.parametrize("texts", [own(), given()], ids=["own", "given"])
def test_texts_are_nowhere_to_be_read(texts: dict[str, str]) -> None:
    """Where sources are fetched, no artifact holds them, and the report is discreet; the preview has none."""
    report = yaml.safe_load(texts[".github/workflows/report.yml"])["jobs"]["report"]["steps"]
    (fetched,) = [step for step in report if "SOURCES_KEY" in str(step)]
    assert "head.repo.full_name == github.repository" in fetched["if"]
    assert [step["with"]["path"] for step in report if "upload-artifact" in step.get("uses", "")] == ["report"]
    site = yaml.safe_load(texts[".github/workflows/site.yml"])["jobs"]
    assert "SOURCES" not in str(site["preview"])
    (fetched,) = [step for step in site["build"]["steps"] if "SOURCES_KEY" in str(step)]
    assert "vars.PUBLISH_TEXTS == 'yes'" in fetched["if"]
    for path, text in texts.items():
        scripts = [step.script for step in steps(path, text) if "build-edition report --base" in step.script]
        assert all("--discreet" in script for script in scripts)
