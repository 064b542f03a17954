"""The accounting: every character in one column, counted again from the reading text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.accounting import account
from build_edition.rules import RULES, transcribe
from build_edition.source import Source
from build_edition.transcript import Intervention, Transcript


def test_each_head(monkeypatch: pytest.MonkeyPatch) -> None:
    heads = {"j": "joined", "f": "forme work", "n": "normalised"}
    monkeypatch.setattr("build_edition.accounting.heads_of_rules", lambda: {**heads, "emendation": "emended"})
    source = Source.from_text("0123456789")
    changes = (
        Intervention(0, 1, " ", "j"),
        Intervention(2, 4, "", "f"),
        Intervention(5, 6, "“", "n"),
        Intervention(7, 8, "xyz", "emendation:3"),
        Intervention(9, 9, "new", "emendation:4"),
    )
    counted = account(Transcript(source, changes))
    assert counted.columns == (5, 1, 2, 1, 1)
    assert counted.supplied == 8
    assert counted.is_exact


def test_a_rule_under_no_head_makes_it_inexact() -> None:
    counted = account(Transcript(Source.from_text("abc"), (Intervention(0, 1, "", "nobody"),)))
    assert counted.unlisted == ("nobody",)
    assert not counted.is_exact


def test_an_empty_source() -> None:
    assert account(Transcript(Source.from_text(""))).is_exact


@given(st.text(alphabet=st.sampled_from('ab -—\n\n.1“"*'), max_size=300))
def test_whatever_the_rules_do_is_accounted_for(text: str) -> None:
    counted = account(transcribe(Source.from_text(text)))
    assert counted.unlisted == ()
    assert counted.is_exact


def test_every_rule_names_heads_that_there_are() -> None:
    given_heads = {head for rule in RULES for head in rule.accounts.values()}
    assert given_heads <= {"joined", "forme work", "normalised", "emended"}
