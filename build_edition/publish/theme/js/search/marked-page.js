// On the page of a text: every place of what was searched for, marked without a change of the text (custom highlights).

import { announce } from "../dom.js";
import { passages, rangeOf, textOf } from "../passages.js";
import { spansIn } from "./marks.js";
import { marksOf, readQuery } from "./query.js";
import { loadVariants } from "./variants.js";

const NAME = "ed-found";

/** Mark what the address tells; the key Escape takes the marks away, and what it tells out of the address. */
async function markPage() {
  const query = new URLSearchParams(location.search).get("mark");
  if (!globalThis.Highlight || !CSS.highlights) return;
  const marks = marksOf(readQuery(query, await loadVariants()));
  const ranges = passages().flatMap((passage) => rangesIn(passage, marks));
  CSS.highlights.set(NAME, new Highlight(...ranges));
  document.documentElement.dataset.found = ranges.length;
  announce(`${ranges.length} ${ranges.length === 1 ? "place" : "places"} on this page for ${query}. Escape takes the marks away.`);
  addEventListener("keydown", unmark);
}

function rangesIn(passage, marks) {
  const text = textOf(passage);
  const points = (end) => [...text.slice(0, end)].length;
  return spansIn(text, marks).map(({ start, end }) => rangeOf(passage, text, points(start), points(end))).filter(Boolean);
}

function unmark(event) {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  CSS.highlights.delete(NAME);
  delete document.documentElement.dataset.found;
  removeEventListener("keydown", unmark);
  const address = new URL(location.href);
  address.searchParams.delete("mark");
  history.replaceState(history.state, "", address);
}

markPage();
