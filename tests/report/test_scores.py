"""The figures of the baseline, as a report compares and measures them."""

from build_edition.report.scores import BASELINE, changed_scores, measured, read_baseline
from tests.report.workflow_steps import ROOT


def test_a_witness_without_its_text_is_not_measured() -> None:
    assert measured("design-of-nobody", ROOT) is None
    assert measured("design-../../pyproject", ROOT) is None


def test_what_changed_and_what_fell() -> None:
    before = {"a": {"words": 0.9, "notes": 0.5}, "b": {"words": 1.0}}
    after = {"a": {"words": 0.8, "notes": 0.5}, "c": {"words": 0.7}}
    found = {(one.witness, one.measure): one for one in changed_scores(before, after, None)}
    assert {key: (one.before, one.now, one.fell) for key, one in found.items()} == {
        ("a", "words"): (0.9, 0.8, True),
        ("b", "words"): (1.0, None, True),
        ("c", "words"): (None, 0.7, False),
    }


def test_what_is_measured_counts_more_than_what_is_recorded() -> None:
    scores = {"a": {"words": 0.9}}
    (one,) = changed_scores(scores, scores, lambda _: {"words": 0.6})
    assert (one.now, one.fell) == (0.6, True)
    assert list(changed_scores(scores, scores, lambda _: {"words": 0.9})) == []


def test_a_baseline_that_is_none(tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert read_baseline(tmp_path) is None
    (tmp_path / "tests").mkdir()
    for text in ("", "[]", '{"a": 1}'):
        (tmp_path / BASELINE).write_text(text, encoding="utf-8")
        assert read_baseline(tmp_path) is None
