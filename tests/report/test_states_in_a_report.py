"""What a change does to the state of proofreading."""

from tests.command_line import run
from tests.report.versioned import EMENDATIONS, RECORD, Versioned


def test_a_text_that_changes_falls_back_and_a_step_raises_it(edition: Versioned) -> None:
    code, _, err = run("status", "set", "miller-1901", "whole", "proofread", "--by", "A. Reader")
    assert code == 0, err
    (status,) = edition.report()["statuses"]
    assert (status["before"], status["after"]) == ("not proofread", "proofread")
    edition.commit("proofread")
    edition.git("branch", "--force", "main")
    edition.write(EMENDATIONS, RECORD)
    (status,) = edition.report()["statuses"]
    assert (status["work"], status["before"], status["after"]) == ("miller-1901", "proofread", "not proofread")
    assert "reads otherwise now" in status["why"]
    assert "## State of proofreading" in edition.markdown()
    assert any(told["code"] == "status-fallen" for told in edition.report()["new_findings"])
