"""What the tests of pages share: the site of the specimen, and a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from build_edition import specimen
from build_edition.edition.project import Project
from build_edition.publish.engine.serve import serving
from build_edition.whole import Whole, prepare_edition
from tests.site_folder import BuiltSite, build, copy_of


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
