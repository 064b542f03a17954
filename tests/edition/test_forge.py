"""Where corrections go: what `edition.yml` may say of the repository, and what is known by its host."""

from __future__ import annotations

import pytest

from build_edition.edition.forge import guessed_forge
from build_edition.edition.project import Project
from build_edition.edition.records import EditionRecord
from build_edition.errors import RecordError
from build_edition.publish.engine.config import where_corrections_go
from tests.edition_folder import EditionFolder

EDITION = "edition/edition.yml"


def with_lines(edition: EditionFolder, lines: str) -> EditionRecord:
    text = (edition.root / EDITION).read_text(encoding="utf-8")
    edition.write(EDITION, f"{text}{lines}\n")
    return Project.load(edition.root).edition


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://github.com/velm/texts", "github"),
        ("https://gitlab.com/velm/texts", "gitlab"),
        ("https://gitlab.velm.example/texts/all", "gitlab"),
        ("https://codeberg.org/velm/texts", "forgejo"),
        ("https://gitea.velm.example/a/b", "forgejo"),
        ("https://git.velm.example/a/b", None),
        ("https://github.com.velm.example/a/b", None),
    ],
)
def test_a_forge_is_known_by_its_host(address: str, kind: str | None) -> None:
    assert guessed_forge(address) == kind


def test_a_page_is_told_where_corrections_go(edition: EditionFolder) -> None:
    record = with_lines(
        edition,
        "repository: https://git.velm.example/velm/texts.git/\nforge: forgejo\nbranch: next/spring\n"
        "folder: /texts/velm/\ncontact: editors@velm.example",
    )
    assert where_corrections_go(record) == {
        "contact": "editors@velm.example",
        "forge": {
            "address": "https://git.velm.example/velm/texts",
            "kind": "forgejo",
            "branch": "next/spring",
            "folder": "texts/velm",
        },
    }


def test_without_a_repository_a_page_is_told_nothing(edition: EditionFolder) -> None:
    assert where_corrections_go(Project.load(edition.root).edition) == {}


def test_of_a_site_that_is_no_forge_a_page_makes_no_link(edition: EditionFolder) -> None:
    record = with_lines(edition, "repository: https://git.velm.example/texts\nforge: other")
    assert record.forge_kind == "other"
    assert where_corrections_go(record) == {}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("repository: https://git.velm.example/texts", "Add `forge: github`"),
        ("repository: git@github.com:velm/texts.git", "must be a web address"),
        ("repository: javascript:alert(1)", "must be a web address"),
        ("repository: https://ann:secret@github.com/velm/texts", "holds a name or a password"),
        ("repository: https://github.com/", "must lead to the repository's first page"),
        ("repository: https://github.com/velm/texts?tab=code", "must lead to the repository's first page"),
        ('repository: "https://github.com/velm/\\"><script>"', "must be a web address"),
        ("repository: https://github.com/velm/texts\nforge: sourceforge", "`forge` cannot be 'sourceforge'"),
        ("branch: a..b", "cannot be the name of a branch"),
        ("branch: -f", "cannot be the name of a branch"),
        ("folder: ../elsewhere", "must be a folder of the repository"),
        ("folder: a//b", "must be a folder of the repository"),
        ("contact: editors at velm", "must be the address of one mailbox"),
        ("contact: a@velm.example,b@velm.example", "must be the address of one mailbox"),
        ('contact: "a@velm.example?bcc=x@y.example"', "must be the address of one mailbox"),
    ],
)
def test_a_fault_is_told(edition: EditionFolder, lines: str, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        with_lines(edition, lines)
    assert said in str(caught.value)
    assert EDITION in str(caught.value)
