"""Asking the search of a site in a browser, past its page: all results of a query at once."""

from __future__ import annotations

from typing import Any

_ASK = """async ([queries, name, by]) => {
  const js = (file) => import(new URL(`../js/${file}.js`, location.href).href);
  const [{ loadVariants }, { makeSearch }, { load }, engines] = await Promise.all(
    [js('search/variants'), js('search/sets'), js('page'), js(`search/engine-${name}`)]);
  globalThis[name] ??= await engines[`${name}Engine`]();
  const search = makeSearch(globalThis[name], await loadVariants(), await load('data/search.json'));
  const answers = [];
  for (const query of queries) {
    const found = await search(query, {}, by);
    const records = await Promise.all(found.results.map((result) => result.data()));
    answers.push({ count: found.count, filters: found.filters, records });
  }
  return answers;
}"""


_UNTIL = """async () => {
  const end = performance.now() + 15000;
  while (!(%s)) {
    if (performance.now() > end) throw new Error("it never came to be");
    await new Promise((go) => setTimeout(go, 20));
  }
}"""


def until(page: Any, condition: str) -> None:
    """Wait until a condition holds on the page; the policy of our pages forbids Playwright's own way of asking."""
    page.evaluate(_UNTIL % condition)


def answers(page: Any, address: str, queries: list[str], engine: str, by: str = "order") -> list[dict[str, Any]]:
    """What an engine answers to each query: `count`, `filters`, and all `records`."""
    if not page.url.startswith(f"{address}/search/"):
        page.goto(f"{address}/search/")
        page.wait_for_selector(".ed-find-form")
    found: list[dict[str, Any]] = page.evaluate(_ASK, [queries, engine, by])
    return found


def places(answer: dict[str, Any]) -> set[tuple[str, str]]:
    """The works and passages of an answer; what is no passage by its address."""
    return {(record.get("work", ""), record.get("passage") or record["url"]) for record in answer["records"]}
