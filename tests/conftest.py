"""What the tests share: texts beside the checkout, or what to do where there are none; built sites; a browser."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from build_edition import specimen
from build_edition.publish.engine.serve import serving
from build_edition.publish.site import build_site
from build_edition.whole import Whole
from tests.corrections.forty import Forty, draw
from tests.edition_folder import ESSAY, EditionFolder
from tests.once import once
from tests.site_folder import BuiltSite, build, copy_of, prepared

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
IN_CI = os.environ.get("CI") == "true"

# A change is judged by the same examples each time; at a desk every run looks for new ones. None asserts a time.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if IN_CI else "desk")


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
    if not SHARED.is_dir() and os.environ.get("TEXTS") == "absent":  # a forge, which may not have them
        pytest.skip("the source texts are absent here, as TEXTS says: NOT RUN")
    if not SHARED.is_dir():
        skip_or_fail("the folder of source texts, ../shared, is not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; one for all tests, for two cannot run side by side in a process."""
    from tests.browser import running_chromium

    with running_chromium() as running:
        yield running


@pytest.fixture(scope="session")
def whole() -> Whole:
    """The specimen's works, linked."""
    return prepared(specimen.ROOT)


@pytest.fixture(scope="session")
def specimen_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the specimen, built once a run; a test that changes it changes a copy."""

    def made(folder: Path) -> BuiltSite:
        root = copy_of(specimen.ROOT, folder / "copy", specimen.ROOT / "sources")
        return build(root, folder / "site", taken=folder / "taken")

    return once(tmp_path_factory, "specimen", made)


@pytest.fixture(scope="session")
def address(specimen_site: BuiltSite) -> Iterator[str]:
    """Where the site of the specimen is served."""
    with serving(specimen_site.result.output) as found:
        yield found


@pytest.fixture(scope="session")
def five_whole(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Whole:
    """The five works of the first edition, linked, in a copy of its folder."""
    return once(
        tmp_path_factory, "five", lambda folder: prepared(copy_of(ROOT, folder / "copy", shared / "sources"))
    )


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory, five_whole: Whole) -> BuiltSite:
    """The site of the five works, built once a run; a test that changes it changes a copy."""

    def made(folder: Path) -> BuiltSite:
        return BuiltSite(five_whole, build_site(five_whole, folder / "site", strict=False))

    return once(tmp_path_factory, "five-site", made)


@pytest.fixture(scope="session")
def five_address(five: BuiltSite) -> Iterator[str]:
    """Where the site of the five works is served."""
    with serving(five.result.output) as found:
        yield found


@pytest.fixture(scope="session")
def forty(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Forty:
    """Forty real corrections, and the edition in which they are wanted, in a copy of its folder."""

    def made(folder: Path) -> Forty:
        return draw(copy_of(ROOT, folder / "copy", shared / "sources"), shared / "truth")

    return once(tmp_path_factory, "forty", made)


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
