"""The forty real corrections, each suggested from the page on which a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_edition.edition.project import Project
from build_edition.edition.words import emending
from build_edition.edition.words.emendations import filed_in, read
from build_edition.edition.words.submissions import in_force
from build_edition.errors import RecordError
from build_edition.pipeline import prepare
from build_edition.publish.engine.serve import serving
from build_edition.publish.site import build_site
from tests.corrections.forty import COUNT, Correction, Forty
from tests.once import once
from tests.reading.by_keys import put_away
from tests.reading.correcting import DIALOG, FIELD, STATE, correct, downloaded
from tests.reading.text_pages import TextPage, text_pages
from tests.site_folder import BuiltSite, prepared

# Selects the letters that come from a stretch of the source, whatever links and calls are among them.
SELECT = """async ([root, k, start, end]) => {
  const { rangeOf } = await import(root + "js/passages.js");
  const { elementsOf, pageIndex, pageSource } = await import(root + "js/views/page-files.js");
  const { lettersOf, SourceText } = await import(root + "js/correct/letters.js");
  const { passages } = await pageIndex();
  const own = lettersOf(passages[k], new SourceText(await pageSource()))
    .filter((letter) => letter.at !== null && letter.start >= start && letter.end <= end);
  const range = rangeOf(elementsOf(passages)[k], passages[k].text, own[0].at, own.at(-1).at + 1);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture(scope="module")
def forty_site(tmp_path_factory: pytest.TempPathFactory, forty: Forty) -> BuiltSite:
    """The site of the edition in which the forty are wanted."""

    def made(folder: Path) -> BuiltSite:
        whole = prepared(forty.copied(folder / "edition"))
        return BuiltSite(whole, build_site(whole, folder / "site", strict=False))

    return once(tmp_path_factory, "forty-site", made)


@pytest.fixture(scope="module")
def forty_address(forty_site: BuiltSite) -> Iterator[str]:
    with serving(forty_site.result.output) as found:
        yield found


def place(forty: Forty, one: Correction, pages: list[TextPage]) -> tuple[TextPage, int, int, int]:
    """On which page the words of a correction stand, in which of its passages, and where in the source."""
    transcript = forty.item(one.work).transcript
    assert transcript is not None
    start, end = map(transcript.reading.to_source, (one.wanted.start, one.wanted.end))
    for page in pages:
        for k, passage in enumerate(page.index["passages"]):
            if page.work == one.work and passage["source"]["start"] <= start < passage["source"]["end"]:
                return page, k, start, end
    raise AssertionError(f"line {one.line} of {one.work} is on no page")


def typed(one: Correction, present: str) -> str:
    """What a reader makes of the present words: on the page the figures of a note call are none of them."""
    old, new = " ".join(one.old.split()), " ".join(one.new.split())
    while old not in present and old[-1:] == new[-1:] and old[-1:].isdecimal():
        old, new = old[:-1], new[:-1]
    assert present.count(old) == 1
    return present.replace(old, new)


def test_all_forty_give_exactly_the_intended_reading(
    page: Any, forty: Forty, forty_site: BuiltSite, forty_address: str, tmp_path: Path
) -> None:
    pages = list(text_pages(forty_site))
    root = forty.copied(tmp_path / "edition")
    files: dict[str, list[Path]] = {}
    as_text = 0
    for number, one in enumerate(forty.corrections):
        where, *at = place(forty, one, pages)
        if not page.url.endswith(where.url):
            page.goto(f"{forty_address}/{where.url}")
        page.evaluate(SELECT, [f"{forty_address}/", *at])
        page.keyboard.press("w")
        page.wait_for_selector(DIALOG)
        correct(page, typed(one, page.input_value(FIELD)))
        assert page.locator("text=Download the record").count() == 1, (number, one.cause, page.inner_text(STATE))
        file = downloaded(page, tmp_path / str(number))
        put_away(page)
        item = forty.item(one.work)
        assert item.structured is not None
        problems: list[RecordError] = []
        own = filed_in(read(file, file.name), Path(file.name))
        filed = in_force((*forty.project.filed.get(one.work, ()), *own), problems)
        assert problems == []
        after = emending.apply(item.structured, filed).transcript
        assert shown(after.reading.text) == shown(forty.intended(one)), (number, one.cause)
        as_text += after.reading.text == forty.intended(one)
        files.setdefault(one.work, []).append(file)
    assert sum(map(len, files.values())) == COUNT
    assert as_text >= COUNT - 1
    for work, own in files.items():
        for file in own:
            with_file_named(root, work, file)
    project = Project.load(root)
    for work in files:
        transcript = prepare(project, project.work(work)).transcript
        assert transcript is not None
        wanted = [one for one in forty.corrections if one.work == work]
        assert shown(transcript.reading.text) == shown(forty.intended(*wanted))


def shown(text: str) -> str:
    """A reading text as pages show it: a second space beside another is on none of them."""
    return re.sub(" +", " ", text)


def with_file_named(root: Path, work: str, file: Path) -> None:
    """Put a file into the folder of suggestions, whose names two suggestions of one line may share."""
    folder = root / "edition" / "emendations" / work
    folder.mkdir(exist_ok=True)
    target = folder / file.name
    while target.exists():
        target = target.with_name(f"{target.stem}-2.yml")
    target.write_bytes(file.read_bytes())
