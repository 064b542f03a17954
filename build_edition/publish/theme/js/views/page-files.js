// The data beside a text page, and which element of the page each passage in it is.

import { load, page } from "../page.js";
import { sheet, textOf } from "../passages.js";

const folder = () => `works/${page.work}/${page.division ? `${page.division}/` : ""}`;

/** What the page says, by passages: `index.json`. */
export const pageIndex = () => load(`${folder()}index.json`);

/** The lines of the source that the page comes from: `source.json`. */
export const pageSource = () => load(`${folder()}source.json`);

const UNNAMED = "p:not([id]), h1, h2, h3, h4, h5, h6, caption, .milestone";
const ink = (text) => text.replace(/\s+/gu, "");

/** The elements of the passages of a page's index, in its order; null for one that has none. */
export function elementsOf(passages) {
  const used = new Set();
  const named = passages.map(({ id }) => {
    const found = id ? document.getElementById(id) : null;
    const element = found && sheet.contains(found) ? found : null;
    if (element) used.add(element);
    return element;
  });
  const rest = [...sheet.querySelectorAll(UNNAMED)].filter((one) => !used.has(one) && !one.closest(".added, .copy, [data-search-exclude]"));
  return named.map((element, k) => element ?? unnamed(passages[k], rest));
}

/** The first element that says what a passage without a name says, which no passage before had. */
function unnamed(passage, rest) {
  const wanted = ink(passage.text);
  const k = rest.findIndex((one) => ink(textOf(one)) === wanted);
  return k < 0 ? null : rest.splice(k, 1)[0];
}
