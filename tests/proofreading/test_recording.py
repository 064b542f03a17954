"""That a step is written so that it can be read again, whatever is in it, and that nothing else changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.edition import status
from build_edition.edition.status import STATES, Step
from build_edition.errors import InputError
from build_edition.proofreading.recording import add_step, as_lines

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(
    lambda s: bool(s.strip())
)


def step(**fields: object) -> Step:
    given_ = {"page": "7", "state": "problematic", "by": "Ann", "on": date(2026, 3, 2), **fields}
    return Step.model_validate(given_)


@given(by=NAMES, note=st.none() | NAMES, name=NAMES, state=st.sampled_from(STATES))
def test_a_step_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, by: str, note: str | None, name: str, state: str
) -> None:
    root = tmp_path_factory.mktemp("steps")
    one = step(page=None, section=name, by=by, note=note, state=state, text="0123456789ab")
    path = add_step(root, "miller-1901", one, ())
    assert status.read(path, "status") == (one,)
    add_step(root, "miller-1901", step(), (one,))
    assert status.read(path, "status") == (one, step())


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n# the end\n"])
def test_what_stood_there_stays(tmp_path: Path, end: str) -> None:
    path = tmp_path / "edition/status/miller-1901.yml"
    path.parent.mkdir(parents=True)
    before = f"# ours\n- page: '7'   # which?\n  state: problematic\n  by: Ann\n  on: 2026-03-02{end}".encode()
    path.write_bytes(before)
    add_step(tmp_path, "miller-1901", step(page="8"), (step(),))
    assert path.read_bytes().startswith(before)
    assert len(status.read(path, "status")) == 2


def test_a_file_that_another_has_changed_is_left(tmp_path: Path) -> None:
    path = add_step(tmp_path, "miller-1901", step(), ())
    before = path.read_bytes()
    with pytest.raises(InputError, match="Nothing was changed"):
        add_step(tmp_path, "miller-1901", step(page="8"), ())
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_fields_stand_in_the_order_of_the_manual() -> None:
    names = [line.strip("- ").partition(":")[0] for line in as_lines(step(note="So.", text="0123456789ab"))]
    assert names == ["page", "state", "by", "on", "text", "note"]
