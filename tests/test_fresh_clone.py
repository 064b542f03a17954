"""The two commands of the README, as a stranger types them: in a fresh copy, with no virtual environment."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import IN_CI, ROOT

pytestmark = pytest.mark.slow

NESTED = "BUILD_EDITION_NESTED_TEST"


def run(command, folder, **environment):
    """Run a command as from a bare shell: no virtual environment, no settings of this test run."""
    kept = {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "PYTEST_ADDOPTS", "PYTHONPATH"}}
    kept["PATH"] = os.pathsep.join(p for p in kept["PATH"].split(os.pathsep) if ".venv" not in p)
    done = subprocess.run(
        command, cwd=folder, env=kept | environment, capture_output=True, text=True, timeout=1800, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A copy of what git tracks, with nothing beside it: the texts are not there."""
    if os.environ.get(NESTED):
        pytest.skip("this is the inner run of the clone's own tests")
    folder = tmp_path_factory.mktemp("clone") / "edition"
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    for name in tracked:
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def first_build(clone):
    return run(["make", "edition", f"PYTHON={sys.executable}"], clone)


def test_make_edition_builds_without_any_source(clone, first_build):
    assert "specimen" in first_build
    assert (clone / "site" / "index.html").is_file()
    assert "make serve" in first_build


def test_the_second_run_needs_no_network_and_changes_nothing(clone, first_build):
    before = {p: p.read_bytes() for p in (clone / "site").rglob("*.html")}
    alone = ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        alone = []  # no such right on this machine: the run itself is still tested
        assert not IN_CI, "CI must be able to cut the network off (unshare --net)"
    run([*alone, "make", "edition"], clone)
    after = {p: p.read_bytes() for p in (clone / "site").rglob("*.html")}
    assert before == after


def test_make_test_passes(clone, first_build):
    # Outside CI's rules: this copy has no texts beside it, and what needs them is to be skipped, aloud.
    # The largest folders are left out: they are tested with the same here.
    folders = ("rules", "reading", "downloads", "publish", "corrections", "review", "capture", "report")
    left_out = " ".join(f"--ignore=tests/{folder}" for folder in folders)
    output = run(["make", "test", f"PYTEST_ARGS={left_out}"], clone, **{NESTED: "1", "CI": "false"})
    assert " passed" in output
    assert "NOT RUN" in output
