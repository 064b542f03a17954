"""Chromium, as the tests of pages run it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import sync_playwright

from tests.conftest import skip_or_fail

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def running_chromium() -> Iterator[Any]:
    """The browser that is installed; without one the test is skipped, or fails where all tests must run."""
    path = shutil.which("chromium")
    if path is None:
        skip_or_fail("there is no chromium on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()
