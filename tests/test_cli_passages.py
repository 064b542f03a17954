"""`build-edition passages`: listing, and publishing for good."""

from pathlib import Path

from build_edition.edition.ledger import read
from tests.command_line import run
from tests.edition_folder import EditionFolder

LEDGER = Path("edition/passages/miller-1901.txt")


def test_list_tells_id_kind_lines_and_first_words(inside: EditionFolder) -> None:
    code, out, err = run("passages", "list", "miller-1901")
    assert (code, err) == (0, "")
    title, first, second = (line.split("\t") for line in out.splitlines())
    assert title == ["miller-1901/1", "p", "", "1", "The Lamp Tax"]
    assert first[:4] == ["miller-1901/2", "p", "", "3–4"]
    assert first[4].startswith("Nobody in our valley liked the tax on lamps.")
    assert first[4].endswith(" …")
    assert second == ["miller-1901/3", "p", "", "6", "The miller paid twice. He said he had two eyes."]


def test_publish_writes_a_ledger_once(inside: EditionFolder) -> None:
    code, _, err = run("passages", "publish")
    assert (code, err) == (0, "")
    assert [entry.id for entry in read(inside.root / LEDGER, "ledger").entries] == ["1", "2", "3"]
    written = (inside.root / LEDGER).read_bytes()
    assert run("passages", "publish")[0] == 0
    assert (inside.root / LEDGER).read_bytes() == written
    assert [path.name for path in (inside.root / LEDGER).parent.iterdir()] == [LEDGER.name]


def test_a_dry_run_writes_nothing(inside: EditionFolder) -> None:
    code, out, _ = run("passages", "publish", "--dry-run")
    assert code == 0
    assert "Nothing was written" in out
    assert not (inside.root / LEDGER).exists()


def test_a_work_whose_ledger_and_text_disagree_is_left_as_it_is(inside: EditionFolder) -> None:
    run("passages", "publish")
    path = inside.root / LEDGER
    lines = path.read_text(encoding="utf-8").splitlines()
    one, two = lines[-2].split("\t"), lines[-1].split("\t")
    one[2:4], two[2:4] = two[2:4], one[2:4]
    path.write_text("\n".join([*lines[:-2], "\t".join(one), "\t".join(two)]) + "\n", encoding="utf-8")
    before = path.read_bytes()
    code, out, err = run("passages", "publish")
    assert code == 1
    assert "left as it is" in out
    assert "miller-1901/2: was published in version 0.1 for another text" in err
    assert path.read_bytes() == before
    code, out, _ = run("check")
    assert code == 1
    assert out.count("error [passage-moved]") == 2


def test_a_damaged_ledger_is_told_with_its_line(inside: EditionFolder) -> None:
    run("passages", "publish")
    path = inside.root / LEDGER
    path.write_text(path.read_text(encoding="utf-8") + "3 nonsense\n", encoding="utf-8")
    for command in (("passages", "publish"), ("build",), ("check",)):
        code, out, err = run(*command)
        assert code == 1
        assert "edition/passages/miller-1901.txt, line 8" in out + err
        assert "is no line of a ledger: '3 nonsense'" in out + err


def test_without_its_source_a_work_has_nothing_to_list_or_publish(inside: EditionFolder) -> None:
    (inside.root / "sources/miller-1901.txt").unlink()
    code, out, _ = run("passages", "publish")
    assert code == 0
    assert "no source, so nothing to publish" in out
    assert not (inside.root / LEDGER).exists()
    code, _, err = run("passages", "list", "miller-1901")
    assert code == 3
    assert "the source of miller-1901, miller-1901.txt, is in none of the source folders" in err
    assert "It is made by the test." in err
