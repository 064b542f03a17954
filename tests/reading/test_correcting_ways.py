"""The ways out of the page for a correction: the forms of each forge, an issue, a file, the clipboard, e-mail."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from tests.conftest import ROOT
from tests.reading.citing import CHAPTER, WORK
from tests.reading.correcting import (
    DIALOG,
    FIELD,
    MAIN,
    correct,
    downloaded,
    only,
    parameters,
    record_shown,
    suggest,
)
from tests.reading.from_disk import url
from tests.site_folder import BuiltSite

HERE = {"kind": "github", "address": "https://github.com/example/velm", "branch": "main", "folder": ""}


@contextmanager
def told(page: Any, **edition: Any) -> Iterator[None]:
    """The pages say this of where the edition's corrections go, as if `edition.yml` did."""

    def answer(route: Any) -> None:
        answered = route.fetch()
        text = answered.text()

        def changed(match: re.Match[str]) -> str:
            data = json.loads(match[2])
            data["edition"] = {k: v for k, v in {**data["edition"], **edition}.items() if v is not None}
            return f"{match[1]}{json.dumps(data)}{match[3]}"

        body = re.sub(r'(<script type="application/json" id="page-data">)(.*?)(</script>)', changed, text)
        route.fulfill(response=answered, body=body)

    page.route(re.compile(r"/works/[^?#]*/$"), answer)
    yield
    page.unroute_all()


def suggested(page: Any, address: str, words: str = "replies") -> str:
    """The address to which the first way leads, for a correction of one word."""
    page.goto(f"{address}/{CHAPTER}")
    suggest(page, f"{address}/", "2.3", "answers")
    correct(page, words)
    return str(page.locator(MAIN).first.get_attribute("href"))


@pytest.mark.parametrize("folder", ["", "texts/velm"])
def test_github_is_given_a_new_file(page: Any, address: str, folder: str) -> None:
    with told(page, forge={**HERE, "branch": "next/spring", "folder": folder}):
        address = suggested(page, address)
        assert urlsplit(address).path == "/example/velm/new/next/spring"
        given = parameters(address)
        assert re.fullmatch(
            rf"{folder + '/' if folder else ''}edition/emendations/{WORK}/l\d+-replies\.yml", given["filename"]
        )
        assert given["value"] == record_shown(page)
        assert given["message"] == f"{WORK}/2.3: “replies”"
        assert page.inner_text(MAIN).startswith("Propose it on GitHub")
        link = page.locator(MAIN)
        assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener noreferrer")


def test_forgejo_is_given_a_new_file(page: Any, address: str) -> None:
    with told(page, forge={**HERE, "kind": "forgejo", "address": "https://codeberg.org/velm/texts"}):
        address = suggested(page, address)
        assert urlsplit(address).path == "/velm/texts/_new/main/"
        given = parameters(address)
        assert given["filename"].startswith(f"edition/emendations/{WORK}/l")
        assert given["value"] == record_shown(page)
        assert page.inner_text(MAIN).startswith("Propose it on Codeberg")
        issue = page.get_by_role("link", name="Open an issue instead").get_attribute("href")
        assert urlsplit(issue).path == "/velm/texts/issues/new"
        assert set(parameters(issue)) == {"title", "body"}
        assert record_shown(page).splitlines()[0] in parameters(issue)["body"]


def test_gitlab_takes_the_name_and_the_text_by_the_clipboard(citing: Any, address: str) -> None:
    with told(citing, forge={**HERE, "kind": "gitlab", "address": "https://gitlab.com/velm/texts"}):
        address = suggested(citing, address)
        assert urlsplit(address).path == "/velm/texts/-/new/main"
        assert list(parameters(address)) == ["file_name"]
        citing.context.route("https://gitlab.com/**", lambda route: route.fulfill(body="a forge"))
        with citing.context.expect_page() as opened:
            citing.click(MAIN)
        opened.value.close()
        citing.locator(".ed-cite-state", has_text="on your clipboard").wait_for()
        assert citing.evaluate("navigator.clipboard.readText()") == record_shown(citing)
        issue = citing.get_by_role("link", name="Open an issue instead").get_attribute("href")
        assert urlsplit(issue).path == "/velm/texts/-/issues/new"
        assert set(parameters(issue)) == {"issue[title]", "issue[description]"}


def test_the_form_of_an_issue_is_filled_by_its_own_fields(page: Any, address: str) -> None:
    suggested(page, address)
    page.fill("#ed-correct-note", "The index has it so.")
    page.fill("#ed-correct-name", "Ann Reader")
    given = parameters(page.get_by_role("link", name="Open an issue instead").get_attribute("href"))
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/correction.yml").read_text(encoding="utf-8"))
    fields = {field["id"] for field in form["body"] if "id" in field}
    assert given.pop("template") == "correction.yml"
    assert given.pop("title") == f"{WORK}/2.3: “replies”"
    assert set(given) == fields
    assert (given["stands"], given["reading"]) == ("answers", "replies")
    assert given["record"].strip() == record_shown(page).strip()
    assert given["passage"].endswith(f"https://velm.example/edition/c/{WORK}/2.3/")


def test_a_letter_to_the_editors(page: Any, address: str) -> None:
    suggested(page, address)
    address = page.get_by_role("link", name="Write to the editors").get_attribute("href")
    assert address.startswith("mailto:editors@velm.example?")
    body = parameters(address)["body"]
    assert body.startswith(f"Passage: {WORK}/2.3")
    assert "\r\n\r\nIt should read: replies\r\n" in body
    assert 'as: "replies"' in body


def test_a_message_is_copied(citing: Any, address: str) -> None:
    suggested(citing, address)
    citing.get_by_role("button", name="Copy as a message").click()
    citing.locator(".ed-cite-state", has_text="The message is copied.").wait_for()
    assert "It reads: answers" in citing.evaluate("navigator.clipboard.readText()")


def test_without_a_repository_there_is_the_file_the_clipboard_and_a_letter(
    page: Any, address: str, tmp_path: Path
) -> None:
    with told(page, forge=None, contact=None):
        assert suggested(page, address).startswith("data:application/yaml")
        assert page.inner_text(MAIN) == "Download the record"
        says = [one.inner_text() for one in page.locator(".ed-correct-ways .ed-button").all()]
        assert says == ["Copy the record", "Copy as a message", "Write an e-mail"]
        assert only(downloaded(page, tmp_path)).reading == "replies"
        letter = page.get_by_role("link", name="Write an e-mail").get_attribute("href")
        assert letter.startswith("mailto:?subject=")


def test_what_is_too_long_for_an_address_is_downloaded(page: Any, address: str, tmp_path: Path) -> None:
    suggested(page, address)
    page.fill("#ed-correct-note", "“Ж” " * 480)
    page.wait_for_selector(f"{MAIN}[download]")
    assert only(downloaded(page, tmp_path)).note == ("“Ж” " * 480).strip()
    addresses = page.locator(f"{DIALOG} a[href]").evaluate_all("(links) => links.map((link) => link.href)")
    assert all(len(one) <= 8000 for one in addresses if not one.startswith("data:"))
    letter = page.get_by_role("link", name="Write to the editors").get_attribute("href")
    assert len(letter) < 1900


def test_an_address_names_nothing_but_what_it_is_given(page: Any, address: str) -> None:
    """What a reader types fills one parameter, and never another."""
    address = suggested(page, address, "re&message=x#y?z=1%26")
    given = parameters(address)
    assert set(given) == {"filename", "value", "message"}
    assert 'as: "re&message=x#y?z=1%26"' in given["value"]
    assert urlsplit(address).fragment == ""
    assert re.fullmatch(r"edition/emendations/level-water-1987/[a-z0-9-]+\.yml", given["filename"])


def test_from_a_disk(disk: Any, disk_copy: Path, specimen_site: BuiltSite) -> None:
    disk.goto(url(disk_copy, CHAPTER))
    disk.wait_for_function("() => document.documentElement.dataset.opening === undefined")
    disk.evaluate("getSelection().selectAllChildren(document.querySelector('.sheet-text h2'))")
    disk.keyboard.press("w")
    disk.wait_for_selector(DIALOG)
    correct(disk, disk.input_value(FIELD).replace("summer", "Summer"))
    address = str(disk.locator(MAIN).get_attribute("href"))
    assert parameters(address)["value"] == record_shown(disk)
    file = unquote(disk.get_by_role("link", name="Download the record").get_attribute("href"))
    assert file.endswith(record_shown(disk))
    assert 'as: "Summer"' in record_shown(disk)
