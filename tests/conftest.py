"""What the tests share: where the texts beside the checkout are, and what to do where they are not."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.edition_folder import ESSAY, EditionFolder

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
IN_CI = os.environ.get("CI") == "true"

# A change is judged by the same examples each time; at a desk every run looks for new ones.
settings.register_profile("ci", derandomize=True)
if IN_CI:
    settings.load_profile("ci")


def skip_or_fail(missing: str) -> None:
    """Skip aloud on a reader's machine; fail in CI, where nothing may be left out."""
    if IN_CI:
        pytest.fail(f"{missing}; in CI this test must run")
    pytest.skip(f"{missing}: NOT RUN")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts and truths beside the checkout."""
    if not SHARED.is_dir():
        skip_or_fail("the folder of source texts, ../shared, is not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; one for all tests, for two cannot run side by side in a process."""
    from tests.browser import running_chromium

    with running_chromium() as running:
        yield running


@pytest.fixture
def edition(tmp_path: Path) -> EditionFolder:
    """A small edition of one work, `miller-1901`."""
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work("miller-1901", ESSAY)
    return folder


@pytest.fixture
def inside(edition: EditionFolder, monkeypatch: pytest.MonkeyPatch) -> EditionFolder:
    """The small edition, with the working directory in it."""
    monkeypatch.chdir(edition.root)
    return edition
