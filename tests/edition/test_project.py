"""A project: found from anywhere inside it, and everything wrong in it told at once."""

from pathlib import Path

import pytest

from build_edition.edition.project import Project, read
from build_edition.errors import RecordError, UsageError
from tests.edition_folder import EditionFolder


def refusal(edition: EditionFolder) -> str:
    with pytest.raises(RecordError) as caught:
        Project.load(edition.root)
    return str(caught.value)


def test_it_is_found_from_below(edition: EditionFolder) -> None:
    assert Project.load(edition.root / "edition" / "works").root == edition.root.resolve()


def test_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no edition/edition\.yml"):
        Project.load(tmp_path)


def test_works_are_in_the_order_of_the_edition(edition: EditionFolder) -> None:
    edition.add_work("zither-1900", order=3)
    edition.add_work("abbot-1902", order=2)
    project = Project.load(edition.root)
    assert [work.id for work in project.works] == ["miller-1901", "abbot-1902", "zither-1900"]
    assert project.entry(project.works[0]).container == "The Valley"


def test_an_unknown_work(edition: EditionFolder) -> None:
    with pytest.raises(UsageError) as caught:
        Project.load(edition.root).work("miler-1901")
    assert "Did you mean miller-1901?" in str(caught.value)


def test_search_path(edition: EditionFolder) -> None:
    edition.change("edition/edition.yml", "[sources]", "[sources, ../elsewhere]")
    root = edition.root.resolve()
    assert Project.load(edition.root).source_folders == (root / "sources", root.parent / "elsewhere")


def test_no_emendations_are_none(edition: EditionFolder) -> None:
    assert Project.load(edition.root).emendations == {}


def test_everything_wrong_is_told_at_once(edition: EditionFolder) -> None:
    edition.add_work("other-1902", order=1)
    edition.add_work("third-1903", order=3)
    edition.change("edition/works/third-1903.yml", "bib: third-1903", "bib: thrid-1903")
    edition.write("edition/emendations/nobody.yml", "- {}\n")
    message = refusal(edition)
    assert message.startswith("3 things are wrong:")
    assert "other-1902.yml, line 4: `order` is 1, which miller-1901 has" in message
    assert "third-1903.yml, line 2: `bib` names “thrid-1903”" in message
    assert "Did you mean third-1903?" in message
    assert "nobody.yml: is called as nothing that is read" in message


def test_the_file_is_called_as_the_work(edition: EditionFolder) -> None:
    (edition.root / "edition/works/miller-1901.yml").rename(edition.root / "edition/works/tax.yml")
    assert "`id` is miller-1901, but the file is called tax.yml" in refusal(edition)


def test_no_works(edition: EditionFolder) -> None:
    (edition.root / "edition/works/miller-1901.yml").unlink()
    assert "no work is recorded" in refusal(edition)


def test_what_can_be_read_is_read_beside_what_cannot(edition: EditionFolder) -> None:
    edition.add_work("other-1902", order=2)
    edition.change("edition/works/other-1902.yml", "order: 2", "order: none")
    project, problems = read(edition.root)
    assert project is not None
    assert [work.id for work in project.works] == ["miller-1901"]
    assert project.invalid == ("other-1902",)
    assert len(problems) == 1


def test_this_edition_is_valid(root: Path) -> None:
    project = Project.load(root)
    assert len(project.works) == 5
    assert all(project.entry(work).authors for work in project.works)


@pytest.mark.parametrize(
    ("stray", "meant"),
    [
        ("edition/glosary.yml", "Did you mean glossary.yml?"),
        ("edition/crossrefs.yaml", "Did you mean crossrefs.yml?"),
        ("edition/works/miller-1901.yaml", "Did you mean miller-1901.yml?"),
        ("edition/registers/peoples.yml", "Did you mean people.yml?"),
        ("edition/passages/miler-1901.txt", "Did you mean miller-1901.txt?"),
        ("edition/headnotes/zzz.md", "The files there are: miller-1901 (.md)."),
    ],
)
def test_a_file_that_nothing_reads_is_told(edition: EditionFolder, stray: str, meant: str) -> None:
    (edition.root / stray).parent.mkdir(exist_ok=True)
    edition.write(stray, "[]\n")
    message = refusal(edition)
    assert f"{stray}: is called as nothing that is read" in message
    assert meant in message
