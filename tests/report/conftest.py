from pathlib import Path

import pytest

from tests.report.versioned import Versioned


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Versioned:
    """A small edition that is committed, with the working directory in it."""
    versioned = Versioned(tmp_path / "valley").begin()
    monkeypatch.chdir(versioned.root)
    return versioned
