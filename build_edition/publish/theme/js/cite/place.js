// What names a stretch of a text in a citation: its printed pages, its passages, its address.
// `publish/cite/places.py` says the same of the passage that a page takes for its example.

import { at, edition, here, page, permalink } from "../page.js";
import { printedPage, sheet } from "../passages.js";
import { textFragment } from "./fragment.js";
import { citedAt, pieces } from "./quotation.js";

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether the addresses of this copy are of use to others. */
export const isPublic = Boolean(edition.address) || (/^https?:$/.test(location.protocol) && !LOCAL.test(location.hostname));

/** The range of all that a passage says. */
export function rangeOfPassage(passage) {
  const range = document.createRange();
  range.selectNodeContents(passage);
  return range;
}

/**
 * The place of a range: { id, label, pages, values, link }, or null where it has no passage. `label` is for people
 * ("passages 4.12–14"); `values` fill the gaps of a citation; `link` leads to the place here. `told` is the work's
 * cite.json. A `part` of a passage is marked by the link, and with `marked` by the address in the citation too.
 */
export function placeOf(range, told, { part = false, marked = false } = {}) {
  const found = pieces(range);
  const first = found.map(({ node }) => citedAt(node)).find(Boolean);
  const last = found.map(({ node }) => citedAt(node)).findLast(Boolean);
  if (!first) return null;
  const id = named(first.id, last.id);
  const kind = first.matches("li.note") ? "note" : "passage";
  const label = `${kind}${first === last ? "" : "s"} ${id}`;
  const pages = span(pageAt(found[0].node, told), pageAt(found.at(-1).node, told));
  const full = `${kind}${first === last ? "" : "s"} ${page.work}/${id}`;
  const fragment = part ? textFragment(range) : "";
  const url = isPublic ? address(first, told.at, marked ? textFragment(clipped(range, first)) : "") : "";
  const place = pages ? `${pages.includes("–") ? "pp." : "p."} ${pages}, ${full}` : full;
  return { id, label, pages, values: { page: pages, passage: full, place, url }, link: link(first, fragment) };
}

/** The passages from one to another: "4.12–14", "12–14", "4.12–5.1". */
export function named(first, last) {
  if (first === last) return first;
  const stem = first.slice(0, first.lastIndexOf(".") + 1);
  return last.startsWith(stem) && !last.slice(stem.length).includes(".") ? `${first}–${last.slice(stem.length)}` : `${first}–${last}`;
}

export const span = (first, last) => (!first || !last || first === last ? (first && last) : `${first}–${last}`);

/** The printed page of a node, in brackets where it is inferred; empty where it is not known. */
function pageAt(node, told) {
  const note = node.parentElement.closest("li.note");
  if (note && note.id in told.notes) return told.notes[note.id];
  const mark = sheet.querySelector("a.pb");
  if (!mark || !(mark.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) return told.opens[page.division] ?? "";
  const found = printedPage(node);
  return found ? (found.isSure ? found.n : `[${found.n}]`) : "";
}

/** The lasting address of a passage in this version; a note has that of its place on the page. */
function address(passage, version, fragment) {
  if (passage.matches("li.note")) return `${own()}#${passage.id}${fragment}`;
  return permalink(page.work, `${passage.id}@${version}`) + (fragment && `#${fragment}`);
}

/** The part of a range that is within a passage, which is all that the page at its lasting address has. */
function clipped(range, passage) {
  const part = range.cloneRange();
  if (!passage.contains(range.endContainer)) part.setEnd(passage, passage.childNodes.length);
  if (!passage.contains(range.startContainer)) part.setStart(passage, 0);
  return part;
}

/** The page itself under the address of the edition, or of this copy. */
const own = () => (edition.address ? edition.address.replace(/\/*$/, "/") + here : at(here));

const link = (passage, fragment) => `${own()}#${passage.id}${fragment}`;
