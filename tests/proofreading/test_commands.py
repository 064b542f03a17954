"""`build-edition status` and `next`: what they show, and what they write."""

from __future__ import annotations

import subprocess
from datetime import date

import pytest

from build_edition.commands.status import percent
from build_edition.edition import status
from build_edition.proofreading.units import Unit
from tests.command_line import run
from tests.edition_folder import EditionFolder
from tests.proofreading.conftest import STATUS, WORK, parts_of


def set_state(unit: str, state: str, by: str = "Ann", *more: str) -> tuple[int, str, str]:
    return run("status", "set", WORK, unit, state, "--by", by, *more)


def test_a_state_is_written_with_day_and_digest(bell: EditionFolder) -> None:
    code, out, err = set_state("p.8", "proofread", "Ann", "--note", "Beside the print: all of it")
    assert (code, err) == (0, "")
    assert f"{WORK}, page 8: proofread, by Ann" in out
    (step,) = status.read(bell.root / STATUS, STATUS)
    assert (step.page, step.state, step.by, step.note) == ("8", "proofread", "Ann", "Beside the print: all of it")
    assert (date.today() - step.on).days in (0, 1)
    assert step.text == parts_of(bell).digest(Unit("page", "8"))
    assert run("check")[0] == 0


def test_what_stands_in_the_file_keeps_every_byte(bell: EditionFolder) -> None:
    before = "# ours\r\n- {page: '7', state: problematic, by: Ann,  on: 2026-03-02}   # why?"
    bell.write(STATUS, before)
    assert set_state("the-bell", "not-proofread", 'The "clerk": Ben # 2')[0] == 0
    text = (bell.root / STATUS).read_bytes().decode()
    assert text.startswith(before + "\r\n- section:")
    assert [step.by for step in status.read(bell.root / STATUS, STATUS)] == ["Ann", 'The "clerk": Ben # 2']
    assert [path.name for path in (bell.root / STATUS).parent.iterdir()] == [f"{WORK}.yml"]


@pytest.mark.parametrize(
    ("arguments", "said", "exit_code"),
    [
        (("p.12", "proofread"), "there is no page 12", 2),
        (("the-mill", "proofread"), "Did you mean the-miller?", 2),
        (("p.8", "read"), "The states are: not-proofread, problematic, proofread, validated.", 2),
        (("p.8", "validated"), "page 8 is validated, and was not proofread before", 1),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_written(
    bell: EditionFolder, arguments: tuple[str, str], said: str, exit_code: int
) -> None:
    code, _, err = set_state(*arguments)
    assert code == exit_code
    assert said in err
    assert not (bell.root / STATUS).exists()


def test_another_person_validates(bell: EditionFolder) -> None:
    assert set_state("p.8", "proofread")[0] == 0
    code, _, err = set_state("p.8", "validated", "ann")
    assert code == 1
    assert "page 8 is validated by ann, who proofread it" in err
    assert "Another person has to validate it." in err
    assert set_state("p.8", "validated", "Ben")[0] == 0


def test_a_file_that_does_not_end_with_a_list_is_left_as_it_is(bell: EditionFolder) -> None:
    before = "[{page: '7', state: problematic, by: Ann, on: 2026-03-02}]\n"
    bell.write(STATUS, before)
    code, _, err = set_state("p.8", "proofread")
    assert code != 0
    assert STATUS in err
    assert (bell.root / STATUS).read_text(encoding="utf-8") == before
    assert [path.name for path in (bell.root / STATUS).parent.iterdir()] == [f"{WORK}.yml"]


def test_without_a_name_nothing_is_written(bell: EditionFolder) -> None:
    code, _, err = run("status", "set", WORK, "p.8", "proofread")
    assert code == 2
    assert 'Add --by "Your Name"' in err
    subprocess.run(["git", "init", "-q", "."], check=True)
    subprocess.run(["git", "config", "user.name", "Ann of the Valley"], check=True)
    assert "by Ann of the Valley" in run("status", "set", WORK, "p.8", "proofread")[1]


def test_the_source_is_needed_to_set_a_state(bell: EditionFolder) -> None:
    (bell.root / f"sources/{WORK}.txt").unlink()
    code, _, err = set_state("p.8", "proofread")
    assert code == 3
    assert "is in none of the source folders" in err


def test_status_shows_sections_pages_and_shares(bell: EditionFolder) -> None:
    set_state("the-miller", "proofread")
    set_state("p.9", "problematic", "Ben")
    code, out, _ = run("status", WORK)
    assert code == 0
    rows = {line.split()[0]: line.split()[-6:] for line in out.splitlines() if line[:1].isalpha()}
    assert rows["opening"][-6:] == ["17", "100", "%", "–", "–", "–"]
    miller = next(line for line in out.splitlines() if line.startswith("the-miller"))
    assert miller.split()[-7:] == ["22", "–", "45", "%", "55", "%", "–"]
    assert "  8  proofread" in out.splitlines()
    assert "  9  problematic" in out.splitlines()
    assert out == run("status", "show", WORK)[1]
    assert WORK in run("status")[1]


@pytest.mark.parametrize(("part", "said"), [(0, "–"), (1, "1 %"), (500, "50 %"), (999, "99 %"), (1000, "100 %")])
def test_a_share_hides_no_little_and_claims_no_whole(part: int, said: str) -> None:
    assert percent(part, 1000) == said


def test_next_sends_to_problems_then_to_validate_then_to_what_is_suspect(bell: EditionFolder) -> None:
    def asked(by: str) -> str:
        return run("next", "--by", by)[1].splitlines()[0]

    assert asked("Ann") == f"Section opening of {WORK} is not proofread."
    set_state("p.7", "proofread", "Ann")
    assert asked("Ben") == f"Page 7 of {WORK} is proofread, and waits for a second person."
    assert asked("Ann") == f"Section opening of {WORK} is not proofread."
    set_state("p.9", "problematic", "Ann", "--note", "A line is cut off.")
    assert asked("Ben") == f"Page 9 of {WORK} has a problem."
    assert asked("Ann") == f"Section opening of {WORK} is not proofread."
    told = run("next", "--by", "Ben")[1]
    assert "Last seen by Ann" in told
    assert ": A line is cut off." in told
    assert f'build-edition status set {WORK} p.9 proofread --by "Ben"' in told
    assert f"works/{WORK}/#page-9" in told
    assert f"build-edition review {WORK}" in told


def test_next_says_when_nothing_is_left(bell: EditionFolder) -> None:
    set_state("whole", "proofread", "Ann")
    assert "Nothing is left for Ann" in run("next", "--by", "Ann")[1]
    set_state("whole", "validated", "Ben")
    assert "every work is validated" in run("next")[1]
    (bell.root / f"sources/{WORK}.txt").unlink()
    assert "The source of none of these works is here" in run("next")[1]


def test_what_next_says_to_type_can_be_typed(bell: EditionFolder) -> None:
    for _ in range(20):
        out = run("next", "--by", "Ann")[1]
        line = next((line for line in out.splitlines() if "status set" in line), "")
        if not line:
            break
        words = line.split()
        assert run(*words[1 : words.index("--by")], "--by", "Ann")[0] == 0
    assert "Nothing is left for Ann" in out
