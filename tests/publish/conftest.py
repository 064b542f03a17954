"""What the tests of pages share: the site of the specimen, and a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from build_edition import specimen
from build_edition.edition.project import Project
from build_edition.publish.serve import serving
from build_edition.whole import Whole, prepare_edition
from tests.conftest import skip_or_fail
from tests.site_folder import BuiltSite, build, copy_of
from tests.test_site_in_a_browser import FLAGS


@pytest.fixture(scope="session")
def whole() -> Whole:
    """The specimen's works, linked."""
    project = Project.load(specimen.ROOT)
    return prepare_edition(project, project.works)


@pytest.fixture(scope="session")
def specimen_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the specimen, built once."""
    folder = tmp_path_factory.mktemp("specimen")
    return build(copy_of(specimen.ROOT, folder / "copy", specimen.ROOT / "sources"), folder / "site")


@pytest.fixture(scope="session")
def address(specimen_site: BuiltSite) -> Iterator[str]:
    """Where the site of the specimen is served."""
    with serving(specimen_site.result.output) as found:
        yield found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    path = shutil.which("chromium")
    if path is None:
        skip_or_fail("there is no chromium on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()
