"""What a page may do: it runs the scripts of its site and no other."""

from __future__ import annotations

import re
from typing import Any

from tests.site_folder import BuiltSite

INTRUDER = """
const script = document.createElement("script");
script.textContent = "window.intruded = true";
document.body.append(script);
"""

FETCHED = {"stylesheet", "preload", "modulepreload", "icon", "manifest"}


def complaints(page: Any) -> list[str]:
    """What the browser refuses from now on, as it says it."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if "Content Security Policy" in said.text else None)
    return found


def test_every_page_has_a_policy_without_unsafe_scripts(specimen_site: BuiltSite) -> None:
    for path, page in specimen_site.pages.items():
        policies = page.select('meta[http-equiv="Content-Security-Policy"]')
        assert len(policies) == 1, path
        scripts = next(part for part in policies[0]["content"].split(";") if "script-src" in part)
        assert "unsafe-inline" not in scripts
        assert "'self'" in scripts
        assert policies[0].find_previous(["script", "style"]) is None
        fetched = [link["href"] for link in policies[0].find_all_previous("link") if FETCHED & set(link["rel"])]
        assert not [address for address in fetched if "//" in address], path
        for element in page.find_all(True):
            assert not [name for name in element.attrs if re.fullmatch(r"on[a-z]+", name)], path


def test_no_script_of_ours_is_refused(page: Any, address: str, specimen_site: BuiltSite) -> None:
    refused = complaints(page)
    for path in [path for path in specimen_site.pages if not path.startswith("c/")]:
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
    assert refused == []


def test_a_script_that_gets_into_a_page_is_not_run(page: Any, address: str) -> None:
    page.goto(f"{address}/")
    refused = complaints(page)
    page.evaluate(INTRUDER)
    assert page.evaluate("window.intruded === undefined")
    assert refused
