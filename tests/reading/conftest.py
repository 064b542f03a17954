"""What the tests of the reading site share: the sites of the specimen and of the five works, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_edition import specimen
from build_edition.publish.engine.serve import serving
from tests.conftest import ROOT
from tests.site_folder import BuiltSite, build, copy_of


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


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> BuiltSite:
    """The site of the first edition with its five works, built once."""
    folder = tmp_path_factory.mktemp("five")
    return build(copy_of(ROOT, folder / "copy", shared / "sources"), folder / "site")


@pytest.fixture(scope="session")
def five_address(five: BuiltSite) -> Iterator[str]:
    """Where the site of the five works is served."""
    with serving(five.result.output) as found:
        yield found


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A new page, as wide as a screen on a desk; an error of a script fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


@pytest.fixture
def phone(chromium: Any) -> Iterator[Any]:
    """The same on a telephone that is touched."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


@pytest.fixture
def citing(page: Any) -> Any:
    """A page that may use the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page
