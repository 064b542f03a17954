"""`CITATION.cff`: it says of the tool and of the edition what they say of themselves."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_edition import __version__
from build_edition.edition.project import Project

NEEDED = {"cff-version", "message", "title", "authors"}  # of the Citation File Format 1.2.0
REFERENCE = {"type", "title", "authors"}


@pytest.fixture(scope="module")
def told(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    return found


def test_it_has_what_the_format_asks_for(told: dict[str, Any]) -> None:
    assert set(told) >= NEEDED
    assert told["cff-version"] == "1.2.0"
    assert all(set(one) >= REFERENCE for one in told["references"])
    assert isinstance(told["version"], str)


def test_it_is_true_of_the_tool(told: dict[str, Any], root: Path) -> None:
    package = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told["version"] == __version__
    assert told["title"] == package["name"]
    assert told["license"] == package["license"]
    assert told["abstract"] == package["description"]
    assert told["keywords"] == package["keywords"]
    assert [one["name"] for one in told["authors"]] == [one["name"] for one in package["authors"]]


def test_it_is_true_of_the_edition(told: dict[str, Any], root: Path) -> None:
    edition = Project.load(root).edition
    [reference] = told["references"]
    assert reference["title"] == f"{edition.title}: {edition.subtitle}"
    assert reference["version"] == edition.version
    assert reference.get("date-released") == edition.date
    assert reference["license"] == edition.licence
    assert [one["name"] for one in reference["editors"]] == list(edition.editors)
    assert reference.get("url") == edition.address
