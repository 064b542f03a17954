"""That the concordance lists what a plain search finds, in the specimen and in the real works.

The search is a regular expression for each entry over the words of the passages, and shares nothing with the
matcher but the rule of what a text may have for a form, which is written out here once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from build_edition import specimen
from build_edition.apparatus.divisions import divisions
from build_edition.edition.entries.entry import Entry
from build_edition.pipeline import prepare
from build_edition.whole import Whole
from build_edition.work import Work
from build_edition.writers.markdown import notes_by_key, write_division
from build_edition.writers.text import write_text
from tests.conftest import skip_or_fail
from tests.shown import render, words_of
from tests.site_folder import prepared


@pytest.fixture(scope="module", params=["specimen", "edition"])
def whole(request: pytest.FixtureRequest) -> Whole:
    found: Whole = (
        prepared(specimen.ROOT) if request.param == "specimen" else request.getfixturevalue("five_whole")
    )
    if not found.entries:
        skip_or_fail("the edition has no glossary and no registers yet")
    assert found.is_complete
    return found


def pattern(entry: Entry) -> re.Pattern[str]:
    """All that an entry's forms can be in a text, the longest first."""
    ways = set()
    for form in entry.forms:
        ways.add(form)
        if entry.case == "exact":
            continue
        if not any(sign.isupper() for sign in form):
            ways.add(form[0].upper() + form[1:])
        elif len(re.findall(r"[^\W\d_]", form)) >= 5:
            ways.add(form.upper())
    each = [re.escape(way) for way in sorted(ways, key=len, reverse=True)]
    each = [re.sub(r"['’‘ʼ]", "['’‘ʼ]", way) for way in each]
    each = [re.sub(r"[\"“”]", '["“”]', way) for way in each]
    each = [re.sub(r"\\-|[\u2010\u2011]", "[-\u2010\u2011]", way) for way in each]
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)")


@pytest.mark.slow
def test_the_lines_are_as_many_as_a_plain_recount(whole: Whole) -> None:
    texts = [
        (work, index, passage.text)
        for work, passages in whole.passages.items()
        for index, passage in enumerate(passages)
    ]
    joined = "\n".join(text for _, _, text in texts)
    starts, here = {}, 0
    for work, index, text in texts:
        starts[work, index] = here
        here += len(text) + 1
    decided = {decision.form.casefold() for decision in whole.project.decisions}
    owners = [set(entry.forms) for entry in whole.entries.values()]
    compared = 0
    for entry in whole.entries.values():
        if not entry.forms:
            continue
        spans = {match.span() for match in pattern(entry).finditer(joined)}
        listed = {
            (starts[at.work, at.index] + at.start, starts[at.work, at.index] + at.end)
            for at in (one.place for one in whole.occurrences[entry.id])
        }
        assert len(listed) == len(whole.occurrences[entry.id])
        shared = {form.casefold() for form in entry.forms if sum(form in forms for forms in owners) > 1}
        undecided = {one.form.casefold() for one in whole.mentions.undecided if entry.id in one.entries}
        settled = shared | decided | undecided
        if settled.isdisjoint(form.casefold() for form in entry.forms):
            assert listed == spans, entry.id
            compared += 1
        else:
            assert listed <= spans, entry.id
            rest = {joined[start:end].casefold() for start, end in spans - listed}
            assert rest <= settled, entry.id
    assert compared > len(whole.entries) / 2


class Anywhere(dict[tuple[str, str], str]):
    """An address for everything that a link can lead to."""

    def get(self, key: tuple[str, str], default: str | None = None) -> str:  # type: ignore[override]
        return f"../{key[0]}/#{key[1]}"


@pytest.mark.slow
def test_links_change_no_word_of_any_work(whole: Whole) -> None:
    for item in whole.works:
        alone = prepare(whole.project, item.record)
        assert alone.work is not None
        assert item.work is not None
        assert write_text(item.work) == write_text(alone.work)
        linked = "".join(pages(item.work, Anywhere()))
        assert '<a class="to-term' in linked
        assert words_of(linked) == words_of("".join(pages(alone.work, {})))


def pages(work: Work, addresses: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """The divisions of a work as HTML."""
    notes = notes_by_key(work)
    for division in divisions(work):
        text = write_division(division, notes, addresses=addresses)
        yield render(f"{text.heading}\n\n{text.body}\n\n{text.notes}")
