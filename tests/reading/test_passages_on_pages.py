"""The passages of a page and of its data: the same ones, with the same words, and offsets lead to their words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.text_pages import text_pages
from tests.site_folder import BuiltSite

COMPARE = """async (root) => {
  const ours = await import(new URL(`${root}js/passages.js`, location.href).href);
  const { passages, rangeOf, textNodes, textOf } = ours;
  const data = await (await fetch("index.json")).json();
  const ink = (text) => text.replace(/\\s+/gu, "");
  const within = (range, node) => node.data.slice(
    node === range.startContainer ? range.startOffset : 0,
    node === range.endContainer ? range.endOffset : undefined);
  const waiting = new Set(passages());
  const wrong = [];
  let count = 0;
  for (const passage of data.passages) {
    if (!passage.id || passage.kind === "head") continue;
    const element = document.getElementById(passage.id);
    if (!waiting.delete(element)) { wrong.push([passage.id, "is not on the page"]); continue; }
    if (ink(textOf(element)) !== ink(passage.text)) { wrong.push([passage.id, "says something else"]); continue; }
    const points = [...passage.text];
    for (const { start, end } of [...passage.links ?? [], ...passage.changes ?? [], ...passage.marks ?? []]) {
      if (start === end) continue;
      const range = rangeOf(element, passage.text, start, end);
      const nodes = range ? textNodes(element).filter((node) => range.intersectsNode(node)) : [];
      const here = nodes.map((node) => within(range, node)).join("");
      if (ink(here) !== ink(points.slice(start, end).join(""))) wrong.push([passage.id, start, end]);
    }
    count += 1;
  }
  return { count, wrong, more: [...waiting].map((element) => element.id) };
}"""


def compared(page: Any, address: str, site: BuiltSite) -> tuple[int, list[tuple[str, Any]]]:
    count = 0
    wrong: list[tuple[str, Any]] = []
    for text in text_pages(site):
        page.goto(f"{address}/{text.url}")
        found = page.evaluate(COMPARE, "../" * text.url.count("/"))
        count += found["count"]
        wrong += [(text.url, found)] if found["wrong"] or found["more"] else []
    return count, wrong


def test_every_passage_of_the_specimen_says_what_its_data_says(
    page: Any, specimen_site: BuiltSite, address: str
) -> None:
    count, wrong = compared(page, address, specimen_site)
    assert wrong == []
    assert count > 200


@pytest.mark.slow
def test_every_passage_of_the_five_works_says_what_its_data_says(
    page: Any, five: BuiltSite, five_address: str
) -> None:
    count, wrong = compared(page, five_address, five)
    assert wrong == []
    assert count > 1500
