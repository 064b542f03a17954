"""Formats that are made in no time, in place of the real ones; and books as PDF, made once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition import specimen
from build_edition.downloads import formats
from build_edition.whole import Whole
from tests.downloads.pdf_books import bound, made
from tests.once import once
from tests.site_folder import copy_of, prepared


@pytest.fixture
def slips(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two formats and no others: slips of works and of all, and a crate of all."""
    monkeypatch.setattr(formats, "MODULES", {name: f"tests.downloads.{name}" for name in ("slip", "crate")})


@pytest.fixture(scope="session")
def velm(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The specimen in a folder of its own, for what pandoc says is kept there."""
    return once(
        tmp_path_factory,
        "specimen-as-book",
        lambda folder: prepared(copy_of(specimen.ROOT, folder / "copy", specimen.ROOT / "sources")),
    )


@pytest.fixture(scope="session")
def books(velm: Whole, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDFs of the specimen's works."""
    return once(tmp_path_factory, "pdf", lambda folder: made(velm, folder))


@pytest.fixture(scope="session")
def volume(velm: Whole, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen's volume."""
    return once(tmp_path_factory, "pdf-volume", lambda folder: bound(velm, folder))


@pytest.fixture(scope="session")
def five_books(five_whole: Whole, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDFs of the five works."""
    return once(tmp_path_factory, "five-pdf", lambda folder: made(five_whole, folder))


@pytest.fixture(scope="session")
def five_volume(five_whole: Whole, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The volume of the five works."""
    return once(tmp_path_factory, "five-pdf-volume", lambda folder: bound(five_whole, folder))
