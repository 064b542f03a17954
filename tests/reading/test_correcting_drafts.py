"""Any change of any passage: the page makes a record of exactly that and nothing else, or says that it cannot."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_edition.apparatus.passage_index import passages
from build_edition.edition.words import emending
from build_edition.edition.words.emendations import filed_in, read
from build_edition.edition.words.submissions import in_force
from build_edition.errors import RecordError
from build_edition.pipeline import to_work
from tests.reading.text_pages import TextPage, text_pages
from tests.site_folder import BuiltSite

DRAFT = """async ([root, url, wanted]) => {
  const { SourceText, lettersOf } = await import(root + "js/correct/letters.js");
  const { CannotDraft, draft } = await import(root + "js/correct/drafting.js");
  const { asYaml } = await import(root + "js/correct/yaml.js");
  const { passages } = await (await fetch(root + url + "index.json")).json();
  const source = new SourceText(await (await fetch(root + url + "source.json")).json());
  return wanted.map(([k, text]) => {
    const spot = { passage: passages[k], letters: lettersOf(passages[k], source), source };
    try {
      const drafts = draft(spot, text);
      return asYaml(drafts.map(({ span, held, ...record }) => ({ ...record, by: "A. Reader", instead: held })));
    } catch (error) {
      if (error instanceof CannotDraft) return null;
      throw error;
    }
  });
}"""


def changed(text: str, rnd: random.Random) -> str:
    """A text with one of its words otherwise: misread, left out, brought in, joined, parted, set in marks."""
    words = text.split(" ")
    k = rnd.randrange(len(words))
    word = words[k]
    at = rnd.randrange(len(word))
    new = rnd.choice(
        [
            [word[:at] + rnd.choice("xyzäß") + word[at + 1 :]],
            [word.swapcase()],
            [f"{word},"],
            ["inserted", word],
            [] if len(words) > 1 else [f"{word}s"],
            ["".join(words[k : k + 2])],
            [word[:at], word[at:]],
            [f"“{word}”"],
            ["other", "words"],
        ]
    )
    rest = words[k + 2 :] if new == ["".join(words[k : k + 2])] else words[k + 1 :]
    return " ".join(" ".join([*words[:k], *new, *rest]).split())


def wanted_of(page: TextPage, rnd: random.Random) -> Iterator[tuple[int, str]]:
    texts = [passage["text"] for passage in page.index["passages"]]
    for k, text in enumerate(texts):
        new = changed(text, rnd)
        if new and new != text:
            yield k, new


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_change_is_made_and_no_other(
    page: Any, specimen_site: BuiltSite, address: str, tmp_path: Path, seed: int
) -> None:
    asked, made = drafted(page, specimen_site, address, tmp_path, random.Random(seed))
    assert asked > 200
    assert made > 0.9 * asked


def test_so_it_is_in_the_five_works(page: Any, five: BuiltSite, five_address: str, tmp_path: Path) -> None:
    asked, made = drafted(page, five, five_address, tmp_path, random.Random(4), most=25)
    assert asked > 300
    assert made > 0.95 * asked


def drafted(
    page: Any, site: BuiltSite, address: str, folder: Path, rnd: random.Random, most: int = 1000
) -> tuple[int, int]:
    """Have one change drafted of each passage, or of the most of each page, and hold what comes of all together
    against what was wanted; gives back how many were asked for, and how many were made.
    """
    asked = made = 0
    page.goto(address)
    for item in site.works:
        assert item.structured is not None
        work = item.record.id
        listed = site.whole.passages[work]
        intended = [passage.text for passage in listed]
        place = {(one.division, one.start): k for k, one in enumerate(listed)}
        filed = list(site.project.filed.get(work, ()))
        for one in text_pages(site):
            if one.work != work:
                continue
            wanted = list(wanted_of(one, rnd))[:most]
            for (k, text), yaml in zip(
                wanted, page.evaluate(DRAFT, [f"{address}/", one.url, wanted]), strict=True
            ):
                asked += 1
                if yaml is None:
                    continue
                file = folder / f"{asked}.yml"
                file.write_text(yaml, encoding="utf-8")
                filed += filed_in(read(file, file.name), Path(file.name))
                intended[place[one.index["division"], one.index["passages"][k]["source"]["start"]]] = text
                made += 1
        problems: list[RecordError] = []
        after = to_work(emending.apply(item.structured, in_force(filed, problems)).transcript)
        assert problems == []
        assert [passage.text for passage in passages(after)] == intended
    return asked, made
