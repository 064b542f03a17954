import pytest

from tests.capture.desk import TEXT, WORK, Desk
from tests.edition_folder import EditionFolder


@pytest.fixture
def desk(tmp_path) -> Desk:
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, TEXT)
    return Desk(folder)
