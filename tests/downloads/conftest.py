"""Formats that are made in no time, in place of the real ones."""

import pytest

from build_edition.downloads import formats


@pytest.fixture
def slips(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two formats and no others: slips of works and of all, and a crate of all."""
    monkeypatch.setattr(formats, "MODULES", {name: f"tests.downloads.{name}" for name in ("slip", "crate")})
