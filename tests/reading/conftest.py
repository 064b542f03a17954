"""What the tests of the reading site share: new pages of the browser, and copies that are read from disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.once import once
from tests.reading.from_disk import copied, reader
from tests.site_folder import BuiltSite

# The page's own modules have run: until then a key or a pointer finds nobody at home on a busy machine.
RUN = "() => document.readyState === 'complete' && document.documentElement.dataset.opening === undefined"


def settling(page: Any) -> Any:
    """The page, which comes back from `goto` only when its scripts have run."""
    go = page.goto

    def goto(url: str, **options: Any) -> Any:
        answer = go(url, **options)
        page.wait_for_function(RUN)
        return answer

    page.goto = goto
    return page


@contextmanager
def opened(chromium: Any, **context: Any) -> Iterator[Any]:
    """A new page; an error of a script fails the test."""
    around = chromium.new_context(**context)
    found = settling(around.new_page())
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    yield found
    around.close()
    assert errors == []


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A new page, as wide as a screen on a desk; an error of a script fails the test."""
    with opened(chromium, viewport={"width": 1440, "height": 1000}) as found:
        yield found


@pytest.fixture
def phone(chromium: Any) -> Iterator[Any]:
    """The same on a telephone that is touched."""
    with opened(chromium, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as found:
        yield found


@pytest.fixture
def citing(page: Any) -> Any:
    """A page that may use the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


@pytest.fixture(scope="session")
def disk_copy(tmp_path_factory: pytest.TempPathFactory, specimen_site: BuiltSite) -> Path:
    """The folder of the specimen's copy that works from disk."""
    return once(tmp_path_factory, "specimen-copy", lambda folder: copied(specimen_site, folder))


@pytest.fixture(scope="session")
def five_copy(tmp_path_factory: pytest.TempPathFactory, five: BuiltSite) -> Path:
    """The same of the five works."""
    return once(tmp_path_factory, "five-copy", lambda folder: copied(five, folder))


@pytest.fixture
def disk(chromium: Any) -> Iterator[Any]:
    """A page without a network; an error, and a request of anything but a file, fail the test."""
    with reader(chromium) as opened:
        yield opened
