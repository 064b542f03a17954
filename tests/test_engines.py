"""The same pages from MkDocs and from Zensical: what stands in the article owes nothing to one engine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site_folder import BuiltSite


def articles(site: Path) -> dict[str, str]:
    """What each page of a site holds between the frame of the theme, by the page's path."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        sheet = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml").select_one(".md-content .sheet")
        if sheet:
            found[str(path.relative_to(site))] = " ".join(sheet.decode_contents().split())
    return found


def by_zensical(folder: Path) -> Path:
    """The pages that a build left in `folder`, built once more by Zensical."""
    settings = json.loads((folder / "build/mkdocs.yml").read_text(encoding="utf-8"))
    config = folder / "build/zensical.yml"
    config.write_text(json.dumps({**settings, "site_dir": "other"}), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "build/other"


@pytest.mark.parametrize("edition", ["specimen_site", "five"])
def test_both_engines_make_the_same_articles(edition: str, request: pytest.FixtureRequest) -> None:
    site: BuiltSite = request.getfixturevalue(edition)
    ours, theirs = articles(site.result.output), articles(by_zensical(site.project.root))
    assert len(ours) >= site.result.pages
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
